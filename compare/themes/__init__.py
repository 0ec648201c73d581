"""What a piece is about, and how much two pieces are about the same.

`themes` lists the theme terms of a piece and `names` the names in it; `overlap` scores a pair and gives the
terms that made the score; `profile` counts and weighs a piece once, so that many overlaps are cheap, and `scores`
takes many profiles at once. `theme_map` looks at a whole set: groups, neighbours, what is peculiar to each piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.themes.overlap import Overlap, overlap, scores
from compare.themes.profile import TermProfile, profile

if TYPE_CHECKING:
    from compare.themes.terms import Term, names, themes
    from compare.themes.theme_maps import Group, ThemeMap, theme_map

__all__ = [
    "Group",
    "Overlap",
    "Term",
    "TermProfile",
    "ThemeMap",
    "names",
    "overlap",
    "profile",
    "scores",
    "theme_map",
    "themes",
]

_HOME = {
    "Group": "theme_maps",
    "Term": "terms",
    "ThemeMap": "theme_maps",
    "names": "terms",
    "theme_map": "theme_maps",
    "themes": "terms",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: a comparison needs neither lists of terms nor maps."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"compare.themes.{_HOME[name]}"), name)
