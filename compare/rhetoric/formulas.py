"""Formulas (提法) found in many articles without a list: word sequences that recur as wholes.

Frequent sequences level by level (Agrawal & Srikant 1994): a sequence can only be frequent if both its
parts without an end word are. Wholes are told from scraps by the variety of their neighbours (accessor
variety, Feng et al. 2004) and by dropping what nearly always stands in something longer.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.rhetoric.model import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Words = tuple[str, ...]
    Places = list[tuple[Words, list[int]]]
    """The segments of an article, each with the offsets at which sequences begin."""

LONGEST_WORDS, SHORTEST_CHARS, LONGEST_CHARS = 7, 4, 20
VARIETY = 3
"""A whole has this many different neighbours on each side at least."""
PART = 0.8
"""What stands in one longer sequence in this share of its articles is a part of it, not a formula."""
_WORD = re.compile(r"[\u3400-\u9fff]+")
_EDGE_BITS = 9.5
"""Words of one character commoner than this (的, 在, 和) do not begin or end a formula."""


def segments(words: Iterable[str]) -> list[Words]:
    """The stretches of Chinese words between marks, figures and foreign words."""
    found: list[Words] = []
    current: list[str] = []
    for word in words:
        if _WORD.fullmatch(word):
            current.append(word)
        elif current:
            found.append(tuple(current))
            current = []
    if current:
        found.append(tuple(current))
    return found


def formulas(articles: Sequence[Sequence[Words]], least: int) -> dict[str, list[int]]:
    """The formulas in at least `least` articles (given as `segments`), with the places of these articles."""
    spread: dict[Words, int] = {}
    holders: dict[Words, list[int]] = {}
    for size, level, alive in _levels(articles, least):
        spread.update(level)
        holders.update(_holders(size, alive))
    for sequence, times in spread.items():
        for part in (sequence[1:], sequence[:-1]):
            if part in holders and times >= PART * spread[part]:
                del holders[part]
    return {"".join(sequence): holders[sequence] for sequence in sorted(holders)}


def _levels(
    articles: Sequence[Sequence[Words]], least: int
) -> Iterator[tuple[int, dict[Words, int], list[Places]]]:
    """By number of words: the sequences in `least` articles with the number of these, and where they stand."""
    alive: list[Places] = [[(segment, list(range(len(segment)))) for segment in a] for a in articles]
    for size in range(1, LONGEST_WORDS + 1):
        count: Counter[Words] = Counter()
        for article in alive:
            count.update({segment[at : at + size] for segment, starts in article for at in starts})
        level = {sequence: times for sequence, times in count.items() if times >= least}
        if not level:
            return
        alive = [
            [(segment, [at for at in starts if segment[at : at + size] in level]) for segment, starts in a]
            for a in alive
        ]
        yield size, level, alive
        # A longer sequence is worth counting only where both its parts are frequent.
        alive = [[(segment, _followed(starts)) for segment, starts in a if starts] for a in alive]


def _followed(starts: Sequence[int]) -> list[int]:
    """Those of some rising numbers that the next number follows at once."""
    return [at for at, following in pairwise(starts) if following == at + 1]


def _possible(sequence: Words) -> bool:
    chars = sum(map(len, sequence))
    return SHORTEST_CHARS <= chars <= LONGEST_CHARS and not any(map(weak, (sequence[0], sequence[-1])))


def weak(word: str) -> bool:
    """Whether a word is one common character, which begins or ends no formula."""
    return len(word) == 1 and shipped().information([word]) < _EDGE_BITS


def _holders(size: int, alive: Sequence[Places]) -> dict[Words, list[int]]:
    """The articles of the sequences that may be formulas: with `VARIETY` different neighbours on each side.

    An end of a segment counts as a new neighbour in each article: a whole may stand between marks.
    """
    holders: dict[Words, list[int]] = {}
    before: dict[Words, set[str]] = {}
    behind: dict[Words, set[str]] = {}
    for number, article in enumerate(alive):
        for segment, starts in article:
            for at in starts:
                sequence = segment[at : at + size]
                if not _possible(sequence):
                    continue
                places = holders.setdefault(sequence, [])
                if not places or places[-1] != number:
                    places.append(number)
                end = f"\n{number}"
                before.setdefault(sequence, set()).add(segment[at - 1] if at else end)
                behind.setdefault(sequence, set()).add(
                    segment[at + size] if at + size < len(segment) else end
                )
    return {s: places for s, places in holders.items() if min(len(before[s]), len(behind[s])) >= VARIETY}
