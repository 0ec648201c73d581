"""Which set phrase gave way to which.

One gives way to another when it falls out of use as the other comes up in the same frame (转变经济增长方式,
转变经济发展方式).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from compare.mining.keyness import log_likelihood

SLOT, FRAME = 2, 6
"""Characters in which two phrases differ, at most, and which they have in common around them, at least."""
LEFT = 0.25
"""Of the articles with the old phrase so many come after the first with the new one, at most."""
CERTAIN = 12.5
"""The least log-likelihood ratio: chance reaches it four times in ten thousand."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A phrase `old` in whose place articles say `new` from the day `since` on.

    `before` articles had the old one until then and `after` still have it; `articles` have the new one. `change` is
    the log-likelihood ratio (Dunning 1993) of the new one among both, since that day against before.
    """

    old: str
    new: str
    since: str
    before: int
    after: int
    articles: int
    change: float

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return {name: getattr(self, name) for name in self.__slots__} | {"change": round(self.change, 6)}


def successions(held: Mapping[str, Sequence[int]], days: Sequence[str]) -> tuple[Succession, ...]:
    """What gave way to what, of phrases with the articles that hold them, whose days are in order; the surest first."""
    frames: dict[tuple[str, str], list[str]] = {}
    for text in sorted(held):
        for size in range(min(SLOT, len(text) - FRAME) + 1):
            for at in range(len(text) - size + 1):
                frames.setdefault((text[:at], text[at + size :]), []).append(text)
    pairs = {pair for texts in frames.values() for pair in combinations(texts, 2)}
    found = [each for one, other in pairs for each in _tried(one, other, held, days)]
    taken: set[str] = set()
    chosen = []
    for each in sorted(found, key=lambda each: (-each.change, each.old, each.new)):
        if each.old not in taken and each.new not in taken:
            taken |= {each.old, each.new}
            chosen.append(each)
    return tuple(chosen)


def _tried(one: str, other: str, held: Mapping[str, Sequence[int]], days: Sequence[str]) -> list[Succession]:
    if not held[one] or not held[other]:
        return []
    old, new = sorted((one, other), key=lambda text: (days[held[text][0]], text))
    since = days[held[new][0]]
    cut = bisect_left(days, since)
    before = bisect_left(held[old], cut)
    after, articles = len(held[old]) - before, len(held[new])
    change = log_likelihood(articles, articles + after, 0, before)
    if after > LEFT * len(held[old]) or change < CERTAIN:
        return []
    return [Succession(old, new, since, before, after, articles, change)]
