"""What a piece is about, and how much two pieces are about the same.

`themes` lists the theme terms of a piece and `names` the names in it; `overlap` scores a pair and gives the
terms that made the score; `profile` counts and weighs a piece once, so that many overlaps are cheap.
"""

from compare.themes.overlap import Overlap, overlap
from compare.themes.profile import Profile, profile
from compare.themes.terms import Term, names, themes

__all__ = ["Overlap", "Profile", "Term", "names", "overlap", "profile", "themes"]
