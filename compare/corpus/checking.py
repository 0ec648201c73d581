"""What of a draft stands in an archive already: where, since when, and what kind of wording it is.

Copied wording is told from fair use of common wording: quotations, titles of documents, set phrases, idioms. Of each
passage the earliest article that has it is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from compare.corpus.archive import WINDOW, Archive
from compare.reuse.classes import PRECEDENCE, Class, classify, quotations
from compare.reuse.find import SET_PHRASE
from compare.reuse.hashes import window_hashes
from compare.reuse.named import names
from compare.reuse.text import Text
from compare.reuse.trim import phrase_of
from seeds.plain import plain_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from compare.reference.corpus import ReferenceCorpus
    from seeds.page import Piece, Span

MOST = 200
"""Most places of a window that are looked up, earliest first; wording in more places is common."""
GAP = 3
"""Characters between two equal runs of one article, in the draft and there, that an edit may have changed."""
EXPECT = 0.01
"""Passages as rare that chance would bring for a draft of this length in an archive of this size, at most."""
MARKS = [ord(sign) for sign in ".!?;:"]
"""Marks that part sentences, as folding leaves them."""
SCRAP = 4
"""So few characters beyond such a mark are no part of a passage."""
LEAST = 13
"""Characters of free wording in the shortest passage that is told: so many in a row are the usual sign of copying."""
BESIDE = 4
"""Characters of a word or two beside a set phrase, which make no other wording of it."""
TOLD = ("quotation", "document", "formula", "idiom", "free")
"""Classes of passages, in the order in which they are told; the frame of a quotation counts with it."""


class Edit(NamedTuple):
    """Characters `start` up to `end` of a passage of a draft, where the article has `there`, folded."""

    start: int
    end: int
    there: str


@dataclass(frozen=True, slots=True)
class BorrowedPassage:
    """A passage of a draft that stands in the archive: its `spans` on the page of the draft, its class, the earliest
    article with it, in how many `articles` it stands, and the `edits` that make it differ from the first.
    """

    text: str
    spans: tuple[Span, ...]
    class_: Class
    article: str
    date: str
    title: str
    source: str
    articles: int
    chars: int
    edits: tuple[Edit, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """All fields, `class` for `class_`, spans as lists."""
        return {
            "spans": [[span.start, span.end] for span in self.spans],
            "text": self.text,
            "class": self.class_,
            "article": self.article,
            "date": self.date or None,
            "title": self.title,
            "source": self.source,
            "articles": self.articles,
            "edits": [edit._asdict() for edit in self.edits],
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft of so many `chars`, held against an archive; `shared` are shares of it by class, and in `total`.

    A share counts characters: a set phrase or a quotation inside a passage of free wording counts as what it is.
    """

    draft: str
    chars: int
    shared: dict[str, float]
    passages: tuple[BorrowedPassage, ...]

    def to_dict(self) -> dict[str, Any]:
        """`{"draft", "chars", "shared", "passages"}`, shares to four places."""
        return plain_fields(self, 4)


class _BorrowedRun(NamedTuple):
    """Characters of a draft that an article has: `start` to `end` there, from `place` on in the archive.

    `edits` are ranges of the draft and of the archive that differ, in the order of the draft.
    """

    start: int
    end: int
    place: int
    article: int
    edits: tuple[tuple[int, int, int, int], ...] = ()


def check(draft: Piece | str, archive: Archive, reference: ReferenceCorpus, *, name: str = "") -> Checked:
    """What of a draft stands in an archive, in the order of the draft; each of its characters is told once at most."""
    text = Text.of(draft)
    bits = np.append(0.0, np.cumsum(reference.bits(text.codes)))
    room = log2(max(2, len(text)) * max(2, len(archive.codes))) - log2(EXPECT)
    runs = _joined(_runs(text.codes, archive))
    common = _common_wording(text, reference)
    usual = common != TOLD.index("free")
    for start in np.flatnonzero(_is_usual(text, reference)):
        usual[start : start + WINDOW] = True
    own = np.append(0, np.cumsum(~usual & (np.diff(text.counted) > 0)))
    counts = np.zeros(len(TOLD), dtype=np.int64)
    found = []
    for chosen in _chosen(runs, text.counted, np.isin(text.codes, MARKS)):
        part = phrase_of(text, (chosen.start, chosen.end))
        if part is None or part[1] - part[0] < WINDOW:
            continue
        run = chosen._replace(start=part[0], end=part[1])
        phrase = text.codes[run.start : run.end]
        known = reference.items_with(phrase) >= SET_PHRASE * reference.items
        class_ = classify(text, run.start, run.end, known=known).class_
        chars = int(text.counted[run.end] - text.counted[run.start])
        if class_ == "free" and (chars < LEAST or bits[run.end] - bits[run.start] < room):
            continue
        if class_ == "free" and own[run.end] - own[run.start] <= BESIDE:
            class_ = "formula"
        holding = [other for other in runs if other.start <= run.start and other.end >= run.end]
        earliest = min(holding, key=lambda at: (archive.articles[at.article]["date"] or "~", at))
        side = text.side(run.start, run.end)
        facts = archive.articles[earliest.article]
        told: Class = "quotation" if class_ == "attribution" else class_
        told_of = (facts["id"], facts["date"], facts["title"], facts["source"])
        edits = tuple(_edits(text, run, earliest, archive))
        articles = len({other.article for other in holding})
        found.append(BorrowedPassage(side.text, side.spans, told, *told_of, articles, chars, edits))
        counts[TOLD.index(told)] += chars
        if told == "free":
            counts += _common(common, text.counted, run.start, run.end)
    size = max(1, int(text.counted[-1]))
    shared = {kind: int(chars) / size for kind, chars in zip(TOLD, counts, strict=True)}
    return Checked(name, int(text.counted[-1]), {"total": sum(shared.values()), **shared}, tuple(found))


def _edits(text: Text, run: _BorrowedRun, first: _BorrowedRun, archive: Archive) -> Iterator[Edit]:
    """Where the passage `run` of a draft differs from the article that `first` is of."""
    low = text.range(run.start, run.end)[0]
    for start, end, there, until in first.edits:
        if run.start < start and end < run.end:
            at = text.range(start, end) if end > start else (int(text.origin[start]),) * 2
            wording = "".join(map(chr, archive.codes[there:until].tolist()))
            yield Edit(at[0] - low, at[1] - low, wording)


def _is_usual(text: Text, reference: ReferenceCorpus) -> NDArray[np.bool_]:
    """Which windows of a text the reference has often enough for a set phrase."""
    hashes = window_hashes(text.codes, WINDOW)
    usual: NDArray[np.bool_] = reference.table.top(hashes, WINDOW) >= SET_PHRASE * reference.items
    return usual


def _common_wording(text: Text, reference: ReferenceCorpus) -> NDArray[np.int8]:
    """Of each place of a folded text the number in `TOLD` of the common wording it is part of, else of free wording."""
    found = np.full(len(text.codes), TOLD.index("free"), dtype=np.int8)
    marked = [("quotation", start, end) for start, end in quotations(text)]
    for name, places in names(text, reference.set_phrases).items():
        marked += [(name.class_, at, at + len(name.wording)) for at in places]
    for class_, start, end in sorted(marked, key=lambda mark: -PRECEDENCE.index(mark[0])):
        found[start:end] = TOLD.index(class_)
    return found


def _common(common: NDArray[np.int8], counted: NDArray[np.int64], start: int, end: int) -> NDArray[np.int64]:
    """What the common wording inside a passage of free wording adds to each class, and takes from `free`."""
    tells = np.diff(counted[start : end + 1]).astype(np.int64)
    held = np.bincount(common[start:end], weights=tells, minlength=len(TOLD)).astype(np.int64)
    free = TOLD.index("free")
    held[free] -= int(tells.sum())
    return held


def _runs(codes: NDArray[np.uint32], archive: Archive) -> list[_BorrowedRun]:
    """All maximal runs of equal characters of a draft with articles of the archive."""
    hashes = window_hashes(codes, WINDOW)
    low = np.searchsorted(archive.hashes, hashes, side="left")
    high = np.minimum(np.searchsorted(archive.hashes, hashes, side="right"), low + MOST)
    count = high - low
    start = np.repeat(np.arange(len(hashes)), count)
    within = np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count)
    place = np.asarray(archive.places[np.repeat(low, count) + within])
    order = np.lexsort((start, place - start))
    start, place = start[order], place[order]
    if not len(start):
        return []
    apart = (np.diff(place - start) != 0) | (np.diff(start) != 1)
    first = np.flatnonzero(np.append(True, apart))
    last = np.append(first[1:], len(start)) - 1
    article = np.searchsorted(archive.start, place[first], side="right") - 1
    return [
        _BorrowedRun(int(start[at]), int(start[end]) + WINDOW, int(place[at]), int(number))
        for at, end, number in zip(first, last, article, strict=True)
    ]


def _joined(runs: Sequence[_BorrowedRun]) -> list[_BorrowedRun]:
    """Runs of one article that an edit of a few characters parts, as one."""
    found: list[_BorrowedRun] = []
    for run in sorted(runs, key=lambda run: (run.article, run.start, run.place)):
        if found and found[-1].article == run.article:
            last = found[-1]
            gap = run.start - last.end
            start, place = (last.edits[-1][1], last.edits[-1][3]) if last.edits else (last.start, last.place)
            there = run.place - (place + last.end - start)
            if 0 <= gap <= GAP and 0 <= there <= GAP:
                edit = (last.end, run.start, run.place - there, run.place)
                found[-1] = last._replace(end=run.end, edits=(*last.edits, edit))
                continue
        found.append(run)
    return found


def _chosen(
    runs: Sequence[_BorrowedRun], counted: NDArray[np.int64], marks: NDArray[np.bool_]
) -> Iterator[_BorrowedRun]:
    """Runs that cover the draft, each character once: the longest first, told in the order of the draft.

    They begin and end with characters of words.
    """
    taken: list[_BorrowedRun] = []
    covered = np.zeros(max((run.end for run in runs), default=0), dtype=bool)
    for run in sorted(runs, key=lambda run: (run.start - run.end, run.start, run.article)):
        free = np.flatnonzero(~covered[run.start : run.end])
        if len(free) < WINDOW:
            continue
        start, end = run.start + int(free[0]), run.start + int(free[-1]) + 1
        while start < end and counted[start + 1] == counted[start]:
            start += 1
        while end > start and counted[end] == counted[end - 1]:
            end -= 1
        start, end = _whole(marks, start, end)
        if end - start < WINDOW or covered[start:end].any():
            continue
        covered[start:end] = True
        taken.append(_BorrowedRun(start, end, run.place + start - run.start, run.article))
    yield from sorted(taken)


def _whole(marks: NDArray[np.bool_], start: int, end: int) -> tuple[int, int]:
    """A run without the few characters that it has of the sentence before it and of the one behind it."""
    head, tail = np.flatnonzero(marks[start : start + SCRAP]), np.flatnonzero(marks[end - SCRAP : end])
    start = start + int(head[-1]) + 1 if len(head) else start
    end = end - SCRAP + int(tail[0]) if len(tail) else end
    return start, end
