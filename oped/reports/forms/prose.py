"""Chinese prose for the terminal: wrapped by cells, with the rules of Chinese typesetting.

Rich breaks lines at spaces, of which Chinese has none: it would put 。 at the head of a line and leave half a
line empty before a long run of characters. The rules here are the basic ones of GB/T 15834-2011 and
CLREQ (W3C 2023): no closing mark heads a line, no opening mark ends one, Latin words, numbers and 第 20 行 stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.measure import Measurement
from rich.text import Text

from oped.reports.forms.cells import width_of as cell_len

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

NO_LINE_START = frozenset("，。、；：？！…—·～”’」』》〉）】〕,.;:?!)]}%％‰℃")
NO_LINE_END = frozenset("“‘「『《〈（【〔([{￥$")
UNIT = re.compile(r"第 [0-9、]{1,9} .|[A-Za-z0-9]+(?:[.,:'/&-][A-Za-z0-9]+)*|\s+|.", re.DOTALL)


def line_breaks(text: str, width: int) -> list[int]:
    """Offsets at which `text` is to be broken so that no line is wider than `width` cells.

    Linear in the text. A rule of typesetting gives way when a line would hold nothing else.
    """
    units = [found.span() for found in UNIT.finditer(text)]
    breaks: list[int] = []
    line_start, used = 0, 0
    for index, (start, end) in enumerate(units):
        cells = cell_len(text[start:end])
        if used + cells > width and start > line_start and not text[start].isspace():
            cut = _allowed(text, units, index, line_start, width)
            breaks.append(cut)
            line_start, used = cut, cell_len(text[cut:start])
        if cells > width:
            for cut in _hard_breaks(text, start, end, width, used):
                breaks.append(cut)
                line_start = cut
            used = cell_len(text[line_start:end])
        else:
            used += cells
    return breaks


def _allowed(text: str, units: list[tuple[int, int]], index: int, line_start: int, width: int) -> int:
    """The last place at or before unit `index` where the rules allow a break; at most four units back.

    What is carried over has to fit a line with the unit, or the rule would make that line too wide; a unit that
    fits no line is broken anyway.
    """
    unit, end = units[index]
    fits = cell_len(text[unit:end]) <= width
    for at in range(index, max(index - 4, 0), -1):
        start = units[at][0]
        if start <= line_start or (fits and cell_len(text[start:end]) > width):
            break
        if (
            text[start] not in NO_LINE_START
            and text[start - 1] not in NO_LINE_END
            and not text[start].isspace()
        ):
            return start
    return units[index][0]


def _hard_breaks(text: str, start: int, end: int, width: int, used: int) -> Iterator[int]:
    for at in range(start, end):
        cells = cell_len(text[at])
        if used + cells > width and used:
            yield at
            used = 0
        used += cells


class Prose:
    """Text that fills the width it is given; styles and line feeds inside it stay.

    `margin` stands before the first line, and as much space before the others.
    """

    def __init__(self, text: Text | str, style: str = "", margin: Text | None = None) -> None:
        self.text = Text(text, style) if isinstance(text, str) else text
        self.margin = margin or Text()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        before, space = self.margin, cell_len(self.margin.plain)
        width = max(options.max_width - space, 2)
        for paragraph in self.text.split("\n", allow_blank=True):
            for line in paragraph.divide(line_breaks(paragraph.plain, width)):
                line.rstrip()
                whole = Text.assemble(before, line, no_wrap=True, end="\n")
                before = Text(" " * space)
                yield whole

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = cell_len(self.margin.plain) + max(map(cell_len, self.text.plain.split("\n")))
        return Measurement(min(2, options.max_width), min(widest, options.max_width))
