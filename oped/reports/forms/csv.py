"""The first table of a document as CSV: RFC 4180, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv as format_
import io
import re
from typing import TYPE_CHECKING

from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from oped.reports.model import CellValue, Listing, ReportDocument

FORMULA_STARTS = tuple("=+-@＝＋－＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), full-width forms too."""
_AFTER_A_DIVIDER = re.compile(r"([;|][\s\"]*)(?=[=+\-@＝＋－＠])")
"""Where a reader that parts cells at semicolons, as spreadsheets of some countries do, would see a formula begin."""


def csv(document: ReportDocument) -> str:
    """One row a row below a row of names; lines end with CR LF. Empty for a document without tables."""
    return listing(document.tables[0]) if document.tables else ""


def listing(table: Listing) -> str:
    """The rows of a list below the keys of its columns."""
    written = io.StringIO(newline="")
    writer = format_.writer(written, lineterminator="\r\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([[cell(value) for value in row] for row in table.rows])
    return written.getvalue()


def cell(value: CellValue) -> CellValue:
    """A value on one line that no spreadsheet takes for a formula, with nothing in it that a terminal acts on.

    Text that would be one gets an apostrophe in front, behind a semicolon too; tabs and line ends become spaces.
    """
    if not isinstance(value, str):
        return value
    text = re.sub(r"[\t\r\n\u2400-\u241f]+", " ", terminal_text(value))
    text = _AFTER_A_DIVIDER.sub(r"\1'", text)
    # Spreadsheets trim what stands before: a formula behind spaces of any kind is still one.
    return f"'{text}" if text.lstrip().startswith(FORMULA_STARTS) else text


def lines(
    rows: Iterable[Mapping[str, CellValue]], names: Iterable[str], *, excel: bool = False
) -> Iterator[str]:
    """Rows that come by the million as lines of a table below its names, `excel` with a byte order mark before them."""
    names = list(names)
    yield ("\ufeff" if excel else "") + _line(names)
    yield from (_line([cell(row[name]) for name in names]) for row in rows)


def _line(values: Sequence[CellValue]) -> str:
    written = io.StringIO(newline="")
    format_.writer(written, lineterminator="\r\n").writerow(values)
    return written.getvalue()
