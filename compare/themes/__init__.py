"""What a piece is about, and how much two pieces are about the same.

`themes` lists the theme terms of a piece and `names` the names in it; `overlap` scores a pair and gives the
terms that made the score; `profile` counts and weighs a piece once, so that many overlaps are cheap, and `scores`
takes many profiles at once. `theme_map` looks at a whole set: groups, neighbours, what is peculiar to each piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.themes.overlap import Overlap, overlap, scores
from compare.themes.profile import TermProfile, profile
from seeds.lazy import lazy

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

# A comparison needs neither lists of terms nor maps.
__getattr__ = lazy(
    __name__,
    {"compare.themes.terms": "Term names themes", "compare.themes.theme_maps": "Group ThemeMap theme_map"},
)
