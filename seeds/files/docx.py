"""DOCX: the paragraphs of the main document, with nothing but the standard library."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from seeds.errors import InputError

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LIMIT = 256 * 1024 * 1024
"""A document that unpacks to more bytes is refused."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    OSError,
    EOFError,
)
"""What `zipfile` raises for damaged archives, beside its own error: it trusts the offsets and sizes it finds."""


def read(data: bytes, encoding: str | None, name: str) -> tuple[str, str]:
    """One line a paragraph, line breaks kept; `encoding` means nothing here. Raises InputError."""
    where = name or "the input"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_MAIN).file_size > _LIMIT:
                raise InputError(f"{where} unpacks to more than {_LIMIT:,} bytes")
            document = archive.read(_MAIN)
    except _BROKEN:
        raise InputError(f"{where} is a ZIP archive but not a readable DOCX document") from None
    if b"<!DOCTYPE" in document:
        raise InputError(f"{where} has a document type in its XML, which no DOCX document needs")
    try:
        root = ElementTree.fromstring(document)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise InputError(f"{where} is a DOCX document with broken XML: {problem}") from None
    return "\n".join("".join(_characters(paragraph)) for paragraph in root.iter(f"{_W}p")), "docx"


def _characters(paragraph: ElementTree.Element) -> Iterator[str]:
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag == f"{_W}tab":
            yield "\t"
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
