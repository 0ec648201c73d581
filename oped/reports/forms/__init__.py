"""Forms of a document, one module a form; a file's ending tells which it gets."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from seeds.errors import UsageError

if TYPE_CHECKING:
    from oped.reports.model import ReportDocument
    from oped.words import Labels

Form = Literal["terminal", "json", "jsonl", "html", "markdown", "csv", "docx", "xlsx"]
ENDINGS: dict[str, Form] = {
    ".txt": "terminal",
    ".json": "json",
    ".jsonl": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".docx": "docx",
    ".xlsx": "xlsx",
}
BINARY: tuple[Form, ...] = ("docx", "xlsx")
"""Forms that only a file can hold."""


def form_of(path: str) -> Form:
    """The form that a file's name asks for, text without an ending.

    Raises `UsageError` for an ending that no form has.
    """
    ending = PurePath(path).suffix.lower() or ".txt"
    if ending not in ENDINGS:
        raise UsageError(
            f"{path!r} names no form; let it end in one of {' '.join(ENDINGS)}, or give --format"
        )
    return ENDINGS[ending]


def draw(
    document: ReportDocument, form: Form, label: Labels, *, width: int = 80, excel: bool = False
) -> bytes:
    """A document as the bytes of a file; `excel` puts a byte order mark before CSV.

    Raises `EngineUnavailableError` when the package for DOCX or XLSX is not installed.
    """
    if form == "docx":
        from oped.reports.forms.docx import docx

        return docx(document)
    if form == "xlsx":
        from oped.reports.forms.xlsx import xlsx

        return xlsx(document, label)
    return _text(document, form, label, width, excel).encode("utf-8", "backslashreplace")


def _text(document: ReportDocument, form: Form, label: Labels, width: int, excel: bool) -> str:
    if form == "csv":
        from oped.reports.forms.csv import csv

        return ("\ufeff" if excel else "") + csv(document)
    if form == "markdown":
        from oped.reports.forms.markdown import markdown

        return markdown(document)
    if form == "html":
        from oped.reports.forms.web import web

        return web(document, label)
    from oped.reports.forms.terminal import plain

    return plain(document, width)
