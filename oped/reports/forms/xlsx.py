"""The tables of a document as a workbook, a sheet each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from oped.reports.forms.archive import without_time
from seeds.errors import EngineUnavailableError
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from oped.reports.model import Listing, ReportDocument
    from oped.words import Labels

LONGEST = 32_000
"""Characters of a cell; Excel takes 32,767."""
MACHINE = ("left_spans", "right_spans", "bits", "expect", "spans", "theme")
"""Columns for programs, which CSV and JSON hold."""
NAMED = ("kind", "class")
"""Columns whose values are words of ours."""
SHARES = ("reuse", "reuse_left", "reuse_right", "borrowed", "stock")
WIDTHS = {"phrase": 40, "words": 22, "name": 14, "figure": 12, "before": 30, "after": 30, "bars": 30}
WIDE = {
    "left_text": 40,
    "right_text": 40,
    "headline": 36,
    "summary": 60,
    "text": 50,
    "title": 36,
    "phrase": 40,
}


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
        sheet.column_dimensions[letter].width = WIDE.get(column.key, WIDTHS[column.role])
        sheet[f"{letter}1"].font = Font(bold=True)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions
