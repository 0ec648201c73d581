"""One form of each sign, so that the same sentence set in two ways compares equal.

Two papers print it with ， or `,`, with “ or `"`, with or without a space at the end of a line. The folded
text has one form for each and no space at all.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]

BREAK = 1
"""Stands between paragraphs in `Text.codes`: no match runs across one."""

_SAME = {
    '"': "“”„‟«»「」『』〝〞",
    "'": "‘’‚‛`´",
    "-": "—–―─‐‑‒−",
    "·": "•・‧∙⋅･",
    "…": "⋯",
    ".": "。｡．",
    "、": "､",
    "《": "〈",
    "》": "〉",
}


@cache
def _table() -> Codes:
    """What each character of the basic plane counts as; 0 for what is left out."""
    table = np.arange(0x10000, dtype=np.uint32)
    table[0xFF01:0xFF5F] = np.arange(0x21, 0x7F)
    for sign, forms in _SAME.items():
        for form in forms:
            table[ord(form)] = ord(sign)
    table[ord("＂")], table[ord("＇")] = ord('"'), ord("'")
    upper = np.arange(0x41, 0x5B)
    table[upper] = upper + 0x20
    table[upper + 0xFEE0] = upper + 0x20
    drop = [c for c in range(0x10000) if chr(c).isspace()]
    table[drop] = 0
    table[:0x20] = table[0x7F:0xA0] = table[0x200B:0x2010] = table[0x202A:0x202F] = table[0x2060:0x206A] = 0
    table[0xFE00:0xFE10] = table[0xFEFF] = 0
    return table


def fold(text: str) -> Codes:
    """The code points of `text` in the form that matching compares, as many as characters; 0 for what is
    left out.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = _table()
    if codes.size and int(codes.max()) >= 0x10000:
        return np.where(codes < 0x10000, table[np.minimum(codes, 0xFFFF)], codes).astype(np.uint32)
    return table[codes]


def folded(text: str) -> str:
    """A text in the form that matching compares, as a string."""
    codes = fold(text)
    signs: str = codes[codes != 0].tobytes().decode("utf-32-le", "surrogatepass")
    return signs
