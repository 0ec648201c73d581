"""CSV and TSV: a table whose first line names the columns, an article a row; line ends may stand in quoted cells."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Iterator
from typing import Any, TypeAlias

from seeds.errors import InputError
from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.rows import HEADER_ROWS, articles, checked, header, unique
from seeds.files.sniff import is_tabbed, table_header
from seeds.files.values import SAMPLE
from seeds.metadata.columns import roles_of

_Row: TypeAlias = "tuple[int, list[str]]"
_LOCK = threading.Lock()
"""The size of a cell is limited for the whole process; it is raised while a table is read and put back."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of the rows. Raises InputError for a table whose text column cannot be told."""
    text, encoding = decode(data, options.encoding, options.name)
    numbered = _rows(text, _separator(text, options), options)
    if not numbered:
        raise InputError(f"{options.where} is empty: there is no table to read")
    names, below = _header(numbered, options)
    rows = ((line, _row(names, cells)) for line, cells in below if any(map(str.strip, cells)))
    yield from articles(encoding, options, rows)


def _row(names: list[str], cells: list[str]) -> dict[Any, Any]:
    """A row by its columns; what stands beyond them, under None, as `csv.DictReader` has it."""
    beyond = [cell for cell in cells[len(names) :] if cell.strip()]
    return {**dict(zip(names, cells, strict=False)), **({None: beyond} if beyond else {})}


def _separator(text: str, options: Options) -> str:
    found = table_header(text)
    if found is not None:
        return "," if found == "，" else found
    if is_tabbed(text):
        return "\t"
    first = text.lstrip("\n").partition("\n")[0]
    return max("\t,;|" if options.name.endswith(".tsv") else ",\t;|", key=first.count)


def _rows(text: str, separator: str, options: Options) -> list[_Row]:
    """The rows with the line that each begins on."""
    if text.lstrip().lower().startswith("sep="):
        text = text.partition("\n")[2]
    with _LOCK:
        limit = csv.field_size_limit(options.max_bytes)
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            rows, line = [], 1
            for cells in reader:
                if cells:
                    rows.append((line, cells))
                line = reader.line_num + 1
            if rows:
                _closed(text, rows[-1][0], separator)
            return rows
        except csv.Error as problem:
            raise InputError(
                f"{options.where} line {reader.line_num} is no row of a table: {problem}"
            ) from None
        finally:
            csv.field_size_limit(limit)


def _closed(text: str, line: int, separator: str) -> None:
    """Raise csv.Error if the last row, which begins on `line`, has a quote left open: it swallows the rest."""
    last = text.split("\n", line - 1)[-1]
    try:
        list(csv.reader(io.StringIO(last, newline=""), delimiter=separator, strict=True))
    except csv.Error as problem:
        if "end of data" in str(problem) and last.count("\n") > 1:
            raise csv.Error(f"the quote opened on line {line} is not closed") from None


def _header(rows: list[_Row], options: Options) -> tuple[list[str], list[_Row]]:
    """The names of the columns, and the rows below; columns without a name go by their number."""
    at, names = header(rows[: HEADER_ROWS + SAMPLE], options, [])
    if names:
        return names, [row for row in rows if row[0] > at]
    line, cells = rows[0]
    names = [cell.strip().lstrip("\ufeff") or str(number) for number, cell in enumerate(cells, 1)]
    wanted = checked(options.columns).get("text", "")
    roles = roles_of(names)
    if not wanted and len(rows) > 1 and {"title", "deck"} <= roles.keys():
        return unique(names), rows[1:]
    if wanted.isdecimal() and 1 <= int(wanted) <= len(names):
        # A column by its number: the table may have no header.
        return list(map(str, range(1, len(cells) + 1))), rows
    listed = ", ".join(name[:20] for name in names[:12])
    raise InputError(
        f"{options.where} line {line}: the first line of a table has to name its columns, and none of {listed} is "
        f"surely the text; name it with --field text=NAME, or by its number, as --field text={len(names)}"
    )
