"""A list on a terminal: a table if there is room, else one entry per row; a concordance aligns its key words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from oped.reports.forms.cells import one_line
from oped.reports.forms.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.table import Table

    from oped.reports.model import CellValue, Column, Listing

NAME_WIDTH = 24
"""Columns of an id at most; a longer one is cut in the middle, where ids differ least."""
GAP = 2
LEAST_BARS = 12
LONGEST = 160
"""Characters of a passage that are shown; the whole is in the other formats."""
FULL_LINES, TEXT_WIDTH = 2, 40
"""A table is drawn when its texts take so many lines in it at most, those counted as no wider than so much each."""


def plain(cell: CellValue) -> str:
    """A cell as safe text on one line."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return one_line(cell) if cell.strip("▁▂▃▄▅▆▇█· ") else cell
    return f"{cell:,}"


def squeezed(bars: str, each: int) -> str:
    """Bars with so many periods in a cell: the highest stands, a dot only where no period has texts."""
    cells = (bars[at : at + each] for at in range(0, len(bars), each))
    return "".join(max(cell.replace("·", "") or "·") for cell in cells)


class ListingRows:
    """The rows of a list, as a table or as entries."""

    def __init__(self, listing: Listing) -> None:
        self.listing, self.columns = listing, listing.columns
        self.rows = [[plain(cell) for cell in row] for row in listing.rows]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if any(column.role == "before" for column in self.columns):
            yield _Concordance(self.listing)
            return
        fixed, wide, bars = len(self.columns) * GAP, 0, 0
        for at, column in enumerate(self.columns):
            widest = max(cell_len(_shown(column, row[at])) for row in self.rows)
            if column.role in ("phrase", "words"):
                wide += max(cell_len(column.heading), min(widest, FULL_LINES * TEXT_WIDTH))
            elif column.role == "bars":
                bars = widest
            else:
                fixed += max(cell_len(column.heading), widest)
        room = options.max_width - fixed
        if bars:
            shown = max(min(bars, room - wide), LEAST_BARS)
            room -= shown
            each = -(-bars // shown)
            self._squeeze(each)
        yield from [self._table()] if room >= wide / FULL_LINES and room > 0 else self._entries()
        if bars:
            yield from (Text(column.unit.format(n=each), "dim") for column in self.columns if column.unit)

    def _squeeze(self, each: int) -> None:
        for at, column in enumerate(self.columns):
            if column.role == "bars":
                self.rows = [[*row[:at], squeezed(row[at], each), *row[at + 1 :]] for row in self.rows]

    def _table(self) -> Table:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="dim")
        for column in self.columns:
            text = column.role in ("phrase", "words")
            table.add_column(
                Text(plain(column.heading)),
                justify="right" if column.role == "figure" else "left",
                no_wrap=not text,
            )
        for row in self.rows:
            table.add_row(*(_cell(column, text) for column, text in zip(self.columns, row, strict=True)))
        return table

    def _entries(self) -> Iterator[RenderableType]:
        for row in self.rows:
            cells = list(zip(self.columns, row, strict=True))
            yield Text()
            yield from (_cell(column, text) for column, text in cells if column.role == "phrase")
            yield from (_cell(column, text) for column, text in cells if column.role == "words" and text)
            facts = [_fact(column, text) for column, text in cells if column.role in ("figure", "name")]
            yield Prose(Text(" · ".join(facts), "dim"))
            for column, text in cells:
                if column.role == "bars":
                    yield Text(text, "magenta", no_wrap=True)


def _fact(column: Column, text: str) -> str:
    """A figure with its heading; a name speaks for itself, and is whole where a line may break."""
    return text if column.role == "name" else f"{plain(column.heading)} {text}"


def _shown(column: Column, text: str) -> str:
    if column.key in ("article", "other", "example"):
        return " · ".join(shortened(part) for part in text.split(" · "))
    if column.role in ("phrase", "words") and len(text) > LONGEST:
        return f"{text[: LONGEST - 1]}…"
    return text


def _cell(column: Column, text: str) -> RenderableType:
    shown = _shown(column, text)
    if column.role in ("phrase", "words"):
        return Prose(Text(shown, "bold" if column.role == "phrase" else ""))
    if column.key in ("article", "other", "example"):
        return Text(shown, "dim")
    return Text(shown, "magenta" if column.key == "rates" else "")


def shortened(name: str) -> str:
    """A name cut when it is too wide: at its end where a title stands behind an id, else in the middle."""
    if cell_len(name) <= NAME_WIDTH:
        return name
    if " " in name[: NAME_WIDTH - 1]:
        return set_cell_size(name, NAME_WIDTH - 1).rstrip() + "…"
    tail = (NAME_WIDTH - 1) // 2
    return f"{set_cell_size(name, NAME_WIDTH - 1 - tail).rstrip()}…{_last_cells(name, tail)}"


def _last_cells(text: str, width: int) -> str:
    """The end of a text, as much as fits."""
    size = 0
    for at in range(len(text) - 1, -1, -1):
        size += cell_len(text[at])
        if size > width:
            return text[at + 1 :]
    return text


class _Concordance:
    """One line an occurrence, the key words one below the other in the middle."""

    def __init__(self, listing: Listing) -> None:
        self.keys = [column.key for column in listing.columns]
        self.rows = [dict(zip(self.keys, map(plain, row), strict=True)) for row in listing.rows]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        names = [shortened(row["article"]) for row in self.rows]
        name_width = max(map(cell_len, names))
        date_width = max(cell_len(row["date"]) for row in self.rows)
        key_width = min(max(cell_len(row["key_word"]) for row in self.rows), options.max_width // 3)
        margin = name_width + GAP + (date_width + GAP if date_width else 0)
        around = max(8, (options.max_width - margin - key_width - 2) // 2)
        for name, row in zip(names, self.rows, strict=True):
            before = _last_cells(row["before"], around)
            line = Text(set_cell_size(name, name_width + GAP), "dim")
            if date_width:
                line.append(set_cell_size(row["date"], date_width + GAP), "dim")
            line.append(" " * (around - cell_len(before)) + before + " ", "default not dim")
            line.append(row["key_word"], "bold magenta not dim")
            room = options.max_width - line.cell_len - 1
            line.append(" " + set_cell_size(row["after"], max(0, room)).rstrip(), "default not dim")
            line.no_wrap = True
            yield line
