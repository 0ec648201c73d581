"""The tables of a document as a workbook, a sheet each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from oped.reports.forms.archive import without_time
from oped.reports.forms.cells import width_of
from seeds.errors import EngineUnavailableError
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from oped.reports.model import Listing, ReportDocument
    from oped.words import Labels

LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""
MACHINE = ("left_spans", "right_spans", "bits", "expect", "start", "end", "theme")
"""Columns for programs, which CSV and JSON hold."""
NAMED = ("kind", "class", "trend")
"""Columns whose values are words of ours."""
SHARES = ("reuse", "reuse_left", "reuse_right", "borrowed", "stock")
NARROWEST, WIDEST, LOOKED_AT = 6, 48, 200
"""Widths of a column in cells, and the rows by which they are measured."""


def xlsx(document: ReportDocument, label: Labels) -> bytes:
    """The workbook, the same bytes for the same document. Text is text: no cell is a formula.

    Raises `EngineUnavailableError` when openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise EngineUnavailableError("XLSX needs openpyxl: run `pip install 'oped[office]'`") from None
    book = Workbook()
    book.remove(book.active)
    for number, table in enumerate(document.tables, 1):
        # What Excel forbids in the name of a sheet.
        name = "".join(
            " " if character in "[]:*?/\\" else character for character in terminal_text(table.title)
        )
        _sheet(book.create_sheet(name[:31] or str(number)), table, label)
    if not document.tables:
        book.create_sheet(label("nothing_found")[:31])
    written = io.BytesIO()
    book.save(written)
    return without_time(written.getvalue())


def _sheet(sheet: Any, table: Listing, label: Labels) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    shown = [at for at, column in enumerate(table.columns) if column.key not in MACHINE]
    sheet.append([table.columns[at].heading for at in shown])
    for row, values in enumerate(table.rows, 2):
        for position, at in enumerate(shown, 1):
            value, key = values[at], table.columns[at].key
            if key in NAMED and isinstance(value, str) and value in label:
                value = label(value)
            cell = sheet.cell(row=row, column=position)
            if isinstance(value, str):
                cell.value = terminal_text(value)[:LONGEST]
                cell.data_type = "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.value = value
                if key in SHARES:
                    cell.number_format = "0.0%"
                elif isinstance(value, float):
                    cell.number_format = "0"
                cell.alignment = Alignment(vertical="top")
    for position, at in enumerate(shown, 1):
        column = table.columns[at]
        letter = get_column_letter(position)
        texts = [column.heading, *(str(row[at]) for row in table.rows[:LOOKED_AT] if row[at] is not None)]
        sheet.column_dimensions[letter].width = min(max(NARROWEST, *map(width_of, texts)) + 2, WIDEST)
        sheet[f"{letter}1"].font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions
