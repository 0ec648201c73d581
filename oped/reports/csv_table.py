"""The matches of a report as a table that a spreadsheet opens: RFC 4180, and no cell is a formula."""

from __future__ import annotations

import csv as format_
import io
from typing import TYPE_CHECKING

from oped.reports.facts import rarity
from oped.reports.rows import match_rows
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from oped.reports.report import Report
    from oped.words import Labels

COLUMNS = (
    "left", "right", "left_page", "right_page", "left_title", "right_title", "kind", "class", "left_text",
    "right_text", "left_spans", "right_spans", "bits", "expect", "background", "frame", "source", "rarity",
)  # fmt: skip
"""Names do not change with the language, so that programs can rely on them; `rarity` is for people."""

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), full-width forms too."""


def csv(report: Report, label: Labels) -> str:
    """One row a match below a row of names; lines end with CR LF.

    Text that a spreadsheet would take for a formula gets an apostrophe in front. Controls are made visible.
    """
    matches = [match for pair in report.comparison.pairs for match in pair.matches]
    size = report.comparison.background_size
    written = io.StringIO(newline="")
    table = format_.DictWriter(written, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for row, match in zip(match_rows(report.comparison), matches, strict=True):
        row["rarity"] = rarity(match, size, label)
        table.writerow({name: cell(value) for name, value in row.items()})
    return written.getvalue()


def cell(value: str | float | None) -> str | float | None:
    """A value that no spreadsheet takes for a formula, with nothing in it that a terminal acts on."""
    if not isinstance(value, str):
        return value
    text = terminal_text(value)
    # Spreadsheets trim what stands before: a formula behind spaces of any kind is still one.
    formula = text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
    return f"'{text}" if formula else text
