"""XLSX: the sheets of a workbook that are tables of articles, through openpyxl."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from seeds.errors import EngineUnavailableError, InputError
from seeds.files.archive import opened
from seeds.files.document import Found, Options
from seeds.files.rows import HEADER_ROWS, articles, header
from seeds.files.values import SAMPLE, running_text

_MOST_COLUMNS = 1000
_MOST_ROWS = 1_048_576
"""Of a sheet, as Excel has it; a file may give a row any number, and all those before it are made."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of all sheets that name a text column. Raises InputError, EngineUnavailableError (no openpyxl).

    openpyxl meets damage where it reads it, each kind in words of its own.
    """
    try:
        openpyxl: Any = import_module("openpyxl")
    except ImportError:
        raise EngineUnavailableError(
            f"{options.where}: XLSX needs openpyxl: pip install 'oped[office]'"
        ) from None
    opened(data, options, "XLSX workbook").close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as problem:
        raise InputError(
            f"{options.where} is not a readable XLSX workbook: {problem}".partition("\n")[0]
        ) from None
    listed: list[str] = []
    found, left_out = False, list[str]()
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # What a file says of its size may be a billion cells.
            head = list(_rows(sheet, options, max_row=HEADER_ROWS + SAMPLE, max_col=_MOST_COLUMNS))
            at, names = header(list(enumerate(head, 1)), options, listed)
            if names:
                found = True
                place = "row" if len(book.worksheets) == 1 else f"{sheet.title} row"
                below = enumerate(
                    _rows(sheet, options, min_row=at + 1, max_row=_MOST_ROWS + 1, max_col=len(names)), at + 1
                )
                read = islice(below, _MOST_ROWS - at)
                rows = ((line, dict(zip(names, cells, strict=False))) for line, cells in read if any(cells))
                yield from articles("xlsx", options, rows, place)
                if next(below, None) is not None:
                    yield InputError(
                        f"{options.where}: the sheet {sheet.title} is left out from row {_MOST_ROWS + 1:,} on, as far "
                        "as Excel goes; cut it into parts"
                    )
            elif any(running_text([dict(enumerate(cells))]) is not None for cells in head):
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


def _rows(sheet: Any, options: Options, **bounds: int) -> Iterator[tuple[Any, ...]]:
    """The cells of rows. Raises InputError."""
    try:
        yield from sheet.iter_rows(values_only=True, **bounds)
    except Exception as problem:
        raise InputError(
            f"{options.where}: the sheet {sheet.title} is damaged: {problem}".partition("\n")[0]
        ) from None
