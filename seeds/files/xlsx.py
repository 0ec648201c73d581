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
from seeds.files.rows import articles, header


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
    found = False
    try:
        for sheet in book.worksheets:
            numbered = enumerate(sheet.iter_rows(values_only=True), 1)
            names = header(numbered, options, listed)
            if names:
                found = True
                place = "row" if len(book.worksheets) == 1 else f"{sheet.title} row"
                below = ((at, cells) for at, cells in numbered if any(cell is not None for cell in cells))
                rows = ((at, dict(zip(names, cells, strict=False))) for at, cells in below)
                yield from articles("xlsx", options, rows, place)
    finally:
        book.close()
    if not found:
        raise InputError(
            f"{options.where} has no column that is surely the text; it has {', '.join(listed[:12]) or 'none'}: "
            "name the right one with --field text=NAME"
        )
