"""PDF: the text layer in its reading order, columns one after the other, through pypdfium2."""

from __future__ import annotations

from contextlib import closing
from importlib import import_module
from threading import Lock
from typing import Any

from seeds.errors import EngineUnavailableError, InputError

ALONE = Lock()
"""PDFium is for one thread at a time, to the closing of the last page: two at once bring the process down."""


def read(data: bytes, encoding: str | None, name: str) -> tuple[str, str]:
    """The text of all pages; `encoding` means nothing here.

    Raises InputError for a broken or locked document and for one of pictures only, and EngineUnavailableError
    without pypdfium2.
    """
    try:
        pypdfium2: Any = import_module("pypdfium2")
    except ImportError:
        raise EngineUnavailableError("PDF needs pypdfium2: pip install 'oped[pdf]'") from None
    where = name or "the input"
    try:
        with ALONE, closing(pypdfium2.PdfDocument(data)) as document:
            # A document that opens may still have a page that does not load.
            texts = [_page_text(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as problem:
        raise InputError(f"{where} is not a readable PDF: {problem}") from None
    text = "\n\n".join(texts)
    if not text.strip():
        raise InputError(f"{where} has no text layer, only pictures; run text recognition (OCR) on it first")
    return text, "pdf"


def _page_text(document: Any, index: int) -> str:
    with closing(document[index]) as page, closing(page.get_textpage()) as textpage:
        text = str(textpage.get_text_bounded())
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "")
