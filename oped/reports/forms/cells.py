"""Widths of text on a terminal, counted safely.

“ ” … — · and other characters of ambiguous width (UAX #11) take one cell or two, by the terminal and its font.
What must fit a line is counted as if they took two, so that it fits either way.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rich.cells import cell_len

from seeds.safe import terminal_text


@cache
def _ambiguous(character: str) -> bool:
    return unicodedata.east_asian_width(character) == "A" and not unicodedata.combining(character)


def width_of(text: str) -> int:
    """Cells that `text` takes at most."""
    if text.isascii():
        return len(text)
    return cell_len(text) + sum(map(_ambiguous, text))


def one_line(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal acts on."""
    return re.sub(r"\s+", " ", terminal_text(text)).strip()


def fit(text: str, width: int) -> str:
    """`text` cut to `width` cells, with … where something was cut off."""
    if width_of(text) <= width:
        return text
    used, kept = 2, []
    for character in text:
        used += width_of(character)
        if used > width:
            break
        kept.append(character)
    # A combining mark that stood behind the cut belongs to what went; opening marks have nothing to open.
    return "".join(kept).rstrip("，、；：,“‘《（( ") + "…"
