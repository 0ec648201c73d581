"""MHTML: a web page that a browser saved as one file."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.errors import InputError
from seeds.files import html
from seeds.files.document import Found, Options
from seeds.files.mime import message_of, part_of


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of the page inside. Raises InputError."""
    part = part_of(message_of(data, options.where), ["text/html"])
    if part is None:
        raise InputError(f"{options.where} is a saved web page (MHTML) without HTML in it; save it as .html")
    yield from html.read(part[1], options)
