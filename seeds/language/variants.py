"""Traditional characters folded to simplified ones, for comparing only: the text of a page is never changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def simplifications() -> Mapping[int, str]:
    """The simplified form of each traditional character or regional variant, by its code point."""
    lines = (Path(__file__).parents[1] / "lexicon" / "traditional.txt").read_text("utf-8").splitlines()
    table: dict[int, str] = {}
    for line in lines:
        if not line.startswith("#"):
            traditional, simple = line.split("\t")
            table.update(zip(map(ord, traditional), simple, strict=True))
    return table


def simplified(text: str) -> str:
    """`text` with traditional characters and regional variants as simplified ones.

    Character by character, so the length stays and offsets do. Of a character with several simplified forms
    the usual one is taken (乾 becomes 干, in 乾坤 too).
    """
    try:
        text.encode("gb2312")  # Its characters are simplified but for a few, and this is quick.
        plain = _in_gb2312().search(text) is None
    except UnicodeEncodeError:
        plain = _traditional().isdisjoint(text)
    return text if plain else text.translate(simplifications())


@cache
def _traditional() -> frozenset[str]:
    return frozenset(map(chr, simplifications()))


@cache
def _in_gb2312() -> re.Pattern[str]:
    few = "".join(map(chr, simplifications())).encode("gb2312", "ignore").decode("gb2312")
    return re.compile(f"[{few}]")
