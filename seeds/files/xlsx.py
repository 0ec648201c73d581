"""XLSX: the sheets of a workbook that are tables of articles, through openpyxl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from seeds.errors import EngineUnavailableError, InputError
from seeds.files.archive import opened
from seeds.files.document import Found, Options
from seeds.files.rows import articles, running_text
from seeds.metadata.columns import roles_of

SUFFIXES = (".xlsx",)
_HEADER_ROWS = 5
"""A title and a note may stand above the names of the columns."""
_MOST_COLUMNS = 1000


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of all sheets that name a text column. Raises InputError, EngineUnavailableError (no openpyxl)."""
    try:
        openpyxl: Any = import_module("openpyxl")
    except ImportError:
        raise EngineUnavailableError(
            f"{options.where}: XLSX needs openpyxl: pip install 'oped[office]'"
        ) from None
    opened(data, options, "XLSX workbook").close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError) as problem:
        raise InputError(f"{options.where} is not a readable XLSX workbook: {problem}") from None
    listed: list[str] = []
    found, left_out = False, list[str]()
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # What a file says of its size may be a billion cells.
            head = list(sheet.iter_rows(values_only=True, max_row=_HEADER_ROWS, max_col=_MOST_COLUMNS))
            line, names = _header(head, options, listed)
            if names:
                found = True
                place = "row" if len(book.worksheets) == 1 else f"{sheet.title} row"
                rows = sheet.iter_rows(values_only=True, min_row=line + 1, max_col=len(names))
                yield from articles("xlsx", options, _rows(enumerate(rows, line + 1), names), place)
            elif any(running_text(dict(enumerate(cells))) for cells in head):
                left_out.append(sheet.title)
    finally:
        book.close()
    for title in left_out if found else ():
        yield InputError(
            f"{options.where}: the sheet {title} is left out, no column of it is surely the text; name its columns as "
            "those of the other sheets"
        )
    if not found:
        raise InputError(
            f"{options.where} has no column that is surely the text; it has {', '.join(listed[:12]) or 'none'}: "
            "name the right one with --field text=NAME"
        )


def _rows(
    numbered: Iterator[tuple[int, tuple[Any, ...]]], names: list[str]
) -> Iterator[tuple[int, dict[str, Any]]]:
    for line, cells in numbered:
        if any(cell is not None for cell in cells):
            yield line, dict(zip(names, cells, strict=False))


def _header(rows: list[tuple[Any, ...]], options: Options, listed: list[str]) -> tuple[int, list[str]]:
    """The names of the columns and the row they stand in, one of the first; no names if no row names a text."""
    for line, cells in enumerate(rows, 1):
        filled = [number for number, cell in enumerate(cells, 1) if cell is not None]
        cells = cells[: max(filled, default=0)]
        names = [
            str(cell).strip() if cell is not None else str(number) for number, cell in enumerate(cells, 1)
        ]
        if "text" in roles_of(names) or options.columns.get("text") in names:
            return line, names
        listed += [name[:20] for name in names if not name.isdecimal()]
    return 0, []
