"""From pieces to comparisons: what opinion pieces share, phrase by phrase and theme by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.lazy import lazy

if TYPE_CHECKING:
    from compare.pairs import compare, compare_all
    from compare.results import Comparison, Difference, Match, Member, Pair, Theme
    from compare.themes import overlap, theme_map

__all__ = [
    "Comparison",
    "Difference",
    "Match",
    "Member",
    "Pair",
    "Theme",
    "compare",
    "compare_all",
    "overlap",
    "theme_map",
]

# Comparing needs numpy, the command's help does not. `themes` of a piece is not among these: `compare.themes` is the
# package that has it.
__getattr__ = lazy(
    __name__,
    {
        "compare.pairs": "compare compare_all",
        "compare.results": "Comparison Difference Match Member Pair Theme",
        "compare.themes": "overlap theme_map",
    },
)
