"""Formats other than plain text, each with its reader in a file of its own, loaded when such a file is read."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TypeAlias

Reader: TypeAlias = Callable[[bytes, "str | None", str], tuple[str, str]]
"""From bytes, the encoding named by the caller and a name for messages to text and the name of the format."""


def reader_of(data: bytes, name: str = "") -> Reader | None:
    """The reader for what `data` begins with; None for plain text."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        format_name = "pdf"
    elif head.startswith(b"pk\x03\x04"):
        format_name = "docx"
    elif head.startswith((b"<!doctype html", b"<html")) or PurePath(name).suffix.lower() in {".html", ".htm"}:
        format_name = "html"
    else:
        return None
    reader: Reader = import_module(f"seeds.files.{format_name}").read
    return reader
