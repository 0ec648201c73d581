"""One form of each sign, so that the same sentence set in two ways compares equal.

Two papers print it with ， or `,`, with “ or `"`, in traditional or simplified characters, with or without a
space at the end of a line. The folded text has one form for each and no space at all.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from seeds.language.variants import simplifications

Codes = NDArray[np.uint32]

BREAK = 1
"""Stands behind each of several texts in one array: no match runs across one."""

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


_RADICALS = dict(
    zip(
        "⺁⺟⺠⺻⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "厂母民聿虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that stand for characters in text taken from PDF and that have no compatibility form in Unicode."""


@cache
def _table() -> Codes:
    """What each character of the basic plane counts as; 0 for what is left out."""
    table = np.arange(0x10000, dtype=np.uint32)
    for code in (
        *range(0x2E80, 0x2FE0),
        *range(0x3300, 0x3400),
        *range(0xF900, 0xFB00),
        *range(0xFF01, 0xFFE7),
    ):
        # Radicals, squared and compatibility forms, full and half width.
        form = unicodedata.normalize("NFKC", chr(code))
        table[code] = ord(form) if len(form) == 1 and ord(form) < 0x10000 else code
    for radical, character in _RADICALS.items():
        table[ord(radical)] = ord(character)
    for traditional, simple in simplifications().items():
        if 0x3400 <= traditional < 0xA000:
            table[traditional] = ord(simple)
    table[ord("著")] = ord("着")
    # A compatibility form of a traditional character.
    table[0x2E80:0xFFE7] = table[table[0x2E80:0xFFE7]]
    for sign, forms in _SAME.items():
        for form in forms:
            table[ord(form)] = ord(sign)
    upper = np.arange(0x41, 0x5B)
    table[upper] = upper + 0x20
    table[upper + 0xFEE0] = upper + 0x20
    # No space of the basic plane stands behind the ideographic one.
    table[[code for code in range(0x3001) if chr(code).isspace()]] = 0
    table[:0x20] = table[0x7F:0xA0] = table[0x200B:0x2010] = table[0x202A:0x202F] = table[0x2060:0x206A] = 0
    table[0xFE00:0xFE10] = table[0xFEFF] = 0
    return table


def fold(text: str) -> Codes:
    """The code points of `text` in the form that matching compares, as many as characters; 0 for what is
    left out.
    """
    codes = codes_of(text)
    table = _table()
    if codes.size and int(codes.max()) >= 0x10000:
        return np.where(codes < 0x10000, table[np.minimum(codes, 0xFFFF)], codes).astype(np.uint32)
    return table[codes]


def folded(text: str) -> str:
    """A text in the form that matching compares, as a string."""
    codes = fold(text)
    return string_of(codes[codes != 0])


def codes_of(text: str) -> Codes:
    """The code points of a text, whatever is in it."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def string_of(codes: Codes) -> str:
    """The text of some code points."""
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
