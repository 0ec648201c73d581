"""From matches to figures: how much of each text stands in wording that the other has too.

Characters of words are counted, marks are not. Of a near match its equal characters count, of a template its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.reuse.classes import Class

    Part = tuple[int, int]
    Scored = tuple[Class, tuple[tuple[Part, ...], tuple[Part, ...]]]
    """The class of a match, and for either side its ranges of equal characters, counted in characters of words."""

BORROWED: frozenset[Class] = frozenset({"free", "quotation"})
"""Classes of wording that one text may have from the other, or both from a third; the rest is common stock."""


SHARES = ("reuse", "reuse_left", "reuse_right", "borrowed", "stock")


def reuse(matches: Sequence[Scored], sizes: tuple[int, int]) -> dict[str, float]:
    """Shares of two texts with so many characters of words, all between 0 and 1.

    `reuse` is the share of both texts in what they share, `reuse_left` and `reuse_right` that of either; `borrowed`
    is the part of `reuse` in free wording and quotations, `stock` that in nothing but set phrases, citations and
    idioms.
    """
    if not matches:
        return dict.fromkeys(SHARES, 0.0)
    borrowed: tuple[list[Part], list[Part]] = ([], [])
    every: tuple[list[Part], list[Part]] = ([], [])
    for class_, equal in matches:
        for side in (0, 1):
            every[side].extend(equal[side])
            if class_ in BORROWED:
                borrowed[side].extend(equal[side])
    left, right = (_covered(parts) for parts in every)
    free = sum(_covered(parts) for parts in borrowed)
    whole = sum(sizes)
    parts = (left + right, left, right, free, left + right - free)
    totals = (whole, *sizes, whole, whole)
    return {name: part / of if of else 0.0 for name, part, of in zip(SHARES, parts, totals, strict=True)}


def _covered(parts: list[Part]) -> int:
    """How many characters lie in some parts, each counted once."""
    total, reached = 0, 0
    for start, end in sorted(parts):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
