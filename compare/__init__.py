"""From pieces to comparisons: what opinion pieces share, phrase by phrase and theme by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.comparison import Comparison, Difference, Match, Member, Pair, Side, Theme
    from compare.pairs import compare, compare_all

__all__ = [
    "Comparison",
    "Difference",
    "Match",
    "Member",
    "Pair",
    "Side",
    "Theme",
    "compare",
    "compare_all",
]

_HOME = {"compare": "compare.pairs", "compare_all": "compare.pairs"}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: comparing needs numpy, the command's help does not."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "compare.comparison")), name)
