"""Simplified forms of traditional characters, for comparing only: the text of a page is never changed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def simplified_forms() -> dict[int, int]:
    """Code points of traditional characters and of their simplified forms (OpenCC, Apache License 2.0).

    Where several simplified characters come from one it is the usual one; 著 counts as 着.
    """
    listed = files("seeds.language").joinpath("simplified.txt").read_text("utf-8").splitlines()[1:]
    return dict(zip(map(ord, "".join(listed[::2])), map(ord, "".join(listed[1::2])), strict=True))


def simplified(text: str) -> str:
    """`text` in simplified characters; same length, for comparing only."""
    return text if text.isascii() else text.translate(simplified_forms())
