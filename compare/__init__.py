"""From pieces to comparisons: what opinion pieces share, phrase by phrase and theme by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

# `themes` of a piece is not among them: `compare.themes` is the package that has it.
_HOME = {
    "compare": "compare.pairs",
    "compare_all": "compare.pairs",
    "overlap": "compare.themes",
    "theme_map": "compare.themes",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: comparing needs numpy, the command's help does not."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "compare.results")), name)
