"""Formulas (提法) found in many articles without a list: word sequences that recur as wholes.

Frequent sequences level by level (Agrawal & Srikant 1994): a sequence can only be frequent if both its
parts without an end word are. Wholes are told from scraps by the variety of their neighbours (accessor
variety, Feng et al. 2004) and by dropping what nearly always stands in something longer.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from compare.rhetoric.model import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Words = tuple[str, ...]

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
    frequent = _frequent(articles, least)
    candidates = {sequence for sequence in frequent if _possible(sequence)}
    for sequence, times in frequent.items():
        for part in (sequence[1:], sequence[:-1]):
            if part in candidates and times >= PART * frequent[part]:
                candidates.discard(part)
    holders = _holders(articles, candidates)
    return {"".join(sequence): holders[sequence] for sequence in sorted(holders)}


def _frequent(articles: Sequence[Sequence[Words]], least: int) -> dict[Words, int]:
    """All word sequences in at least `least` articles."""
    found: dict[Words, int] = {}
    level: dict[Words, int] = {}
    for size in range(1, LONGEST_WORDS + 1):
        count: Counter[Words] = Counter()
        for article in articles:
            count.update({s for s, _, _ in _sequences(article, size) if size == 1 or _extends(s, level)})
        level = {sequence: times for sequence, times in count.items() if times >= least}
        if not level:
            break
        found.update(level)
    return found


def _extends(sequence: Words, level: dict[Words, int]) -> bool:
    return sequence[1:] in level and sequence[:-1] in level


def _sequences(article: Sequence[Words], size: int) -> Iterator[tuple[Words, str, str]]:
    """The sequences of one size with the word before and the word behind ("" at the end of a segment)."""
    for segment in article:
        for at in range(len(segment) - size + 1):
            before = segment[at - 1] if at else ""
            end = at + size
            yield segment[at:end], before, segment[end] if end < len(segment) else ""


def _possible(sequence: Words) -> bool:
    chars = sum(map(len, sequence))
    return SHORTEST_CHARS <= chars <= LONGEST_CHARS and not any(map(_weak, (sequence[0], sequence[-1])))


def _weak(word: str) -> bool:
    models = shipped()
    return len(word) == 1 and models.bits.get(word, models.rare) < _EDGE_BITS


def _holders(articles: Sequence[Sequence[Words]], candidates: set[Words]) -> dict[Words, list[int]]:
    """The articles of the candidates with `VARIETY` different neighbours on each side.

    An end of a segment counts as a new neighbour each time: a whole may stand between marks.
    """
    holders: dict[Words, list[int]] = {}
    before: dict[Words, set[str]] = {}
    behind: dict[Words, set[str]] = {}
    sizes = sorted({len(candidate) for candidate in candidates})
    for number, article in enumerate(articles):
        for size in sizes:
            for sequence, left, right in _sequences(article, size):
                if sequence not in candidates:
                    continue
                places = holders.setdefault(sequence, [])
                if not places or places[-1] != number:
                    places.append(number)
                before.setdefault(sequence, set()).add(left or f"\n{number}")
                behind.setdefault(sequence, set()).add(right or f"\n{number}")
    return {s: places for s, places in holders.items() if min(len(before[s]), len(behind[s])) >= VARIETY}
