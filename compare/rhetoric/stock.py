"""What part of a text is set phrases: wording that a reference corpus holds again and again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from compare.reuse.classes import classify, quotations
from compare.reuse.hashes import window_hashes
from compare.reuse.named import names
from seeds.language.brackets import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.reference.corpus import ReferenceCorpus
    from compare.reuse.text import Text

    Part = tuple[int, int]

WINDOW = 8
"""Characters of the n-grams that are looked up: the shortest order that reaches over a word pair or two."""
BETWEEN = "，。；：！？、,;:!?.…—“”‘’（）()\n"
"""Marks that what the reference repeats stands between, when it is no scrap of a sentence."""
NO_START = "的了着过某到"
"""Characters with which a scrap begins."""
TERM = 3
"""Occurrences of two words side by side that may make a term of them."""


def set_phrases(text: Text, reference: ReferenceCorpus) -> list[Part]:
    """Where the set phrases of a text stand, in folded places and in order: those with a name, and what the reference
    repeats between two marks; those of a quotation, which nobody may change, are left out.

    Of those that overlap the longest counts; none begins or ends inside a word of the text, or inside a term that the
    text makes of two words: 数字经济.
    """
    places = {
        (at, at + len(name.wording))
        for name, starts in names(text, reference.set_phrases).items()
        if name.class_ == "formula" and not name.wording.startswith('"')
        for at in starts
    }
    places.update(_between_marks(text, reference))
    quoted = quotations(text)
    kept: list[Part] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if all(end <= low or start >= high for low, high in (*kept, *quoted)) and _is_whole(text, start, end):
            kept.append((start, end))
    return sorted(kept)


def share(text: Text, phrases: list[Part]) -> float:
    """The share of some phrases in the characters of words of a text."""
    counted = text.counted
    return sum(int(counted[end] - counted[start]) for start, end in phrases) / max(1, int(counted[-1]))


def _between_marks(text: Text, reference: ReferenceCorpus) -> Iterator[Part]:
    """The stretches between two marks whose every `WINDOW` characters several items of the reference hold
    (`ReferenceCorpus.kept`).
    """
    if len(text) < WINDOW:
        return
    known = reference.table.top(window_hashes(text.codes, WINDOW), WINDOW) > 0
    covered = np.zeros(len(text) + 1, dtype=bool)
    for offset in range(WINDOW):
        covered[offset : offset + len(known)] |= known
    edges = np.flatnonzero(np.diff(np.concatenate(([False], covered))))
    for low, high in edges.reshape(-1, 2).tolist():
        start, end = text.range(low, high)
        while start < end and text.raw[start] in BETWEEN:
            start += 1
        while end > start and text.raw[end - 1] in BETWEEN:
            end -= 1
        whole = (start == 0 or text.raw[start - 1] in BETWEEN) and text.raw[end : end + 1] in BETWEEN
        first, last = text.origin.searchsorted((start, end)).tolist()
        if whole and last > first and classify(text, first, last, known=True).class_ == "formula":
            yield first, last


def _is_whole(text: Text, start: int, end: int) -> bool:
    """Whether a stretch is whole words, terms and brackets, and holds no figure."""
    wording = text.string(start, end)
    return (
        bool(text.edges[start] and text.edges[end])
        and wording[0] not in NO_START
        and not any(map(str.isdigit, wording))
        and whole(wording)
        and not any(map(partial(_is_term, text), (start, end)))
    )


def _is_term(text: Text, place: int) -> bool:
    """Whether the words on both sides of a place are one term of the text: it has one of them mostly in it."""
    edges = np.flatnonzero(text.edges)
    at = int(np.searchsorted(edges, place))
    if not 0 < at < len(edges) - 1:
        return False
    before, behind = text.line[edges[at - 1] : place], text.line[place : edges[at + 1]]
    times = text.line.count(before + behind)
    tagged = text.cutter.tag(before + behind)
    return (
        times >= TERM
        and min(len(before), len(behind)) > 1
        and 2 * times >= min(text.line.count(before), text.line.count(behind))
        and all(tag.startswith(("n", "vn")) for _, tag in tagged)
    )
