"""Which characters are Chinese."""

from __future__ import annotations

import re

HAN = "\u3400-\u9fff"
"""The ideographs of the basic plane, as a range inside the brackets of a regular expression."""
_IDEOGRAPH = re.compile(f"[{HAN}]")


def han_in(text: str) -> int:
    """How many characters of a text are Chinese."""
    return len(_IDEOGRAPH.findall(text))
