"""JSON Lines: an article a line, read as they come: a file of all the articles of a decade is larger than memory."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from seeds.errors import InputError
from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.rows import Rows, flat

SUFFIXES = (".jsonl", ".ndjson")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with; its lines cannot be told before it is decoded."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of all lines."""
    yield from stream(io.BytesIO(data), options)


def stream(file: BinaryIO, options: Options) -> Iterator[Found]:
    """The articles of the lines of an open file; only one line is held at a time.

    What is wrong with a line is given in its place. Raises OSError.
    """
    head = file.readline(options.max_bytes + 1)
    if head.startswith(_UTF_16) or (options.encoding or "").lower().startswith("utf-16"):
        text, encoding = decode(head + file.read(), options.encoding, options.name)
        head, file = b"", io.BytesIO(text.encode("utf-8", "surrogatepass"))
        rows = _Lines(Rows(encoding, options), "utf-8")
        head = file.readline()
    else:
        rows = _Lines(Rows("utf-8", options), options.encoding)
    line = 0
    while head:
        line += 1
        if len(head) > options.max_bytes and not head.endswith(b"\n"):
            yield InputError(
                f"{options.where} line {line} is larger than {options.max_bytes:,} bytes; "
                "allow more with --max-bytes (max_bytes=...)"
            )
            while head and not head.endswith(b"\n"):
                head = file.readline(options.max_bytes)
        elif head.strip():
            yield from rows.articles(head, line)
        head = file.readline(options.max_bytes + 1)
    yield from rows.made.rest()


class _Lines:
    """From the bytes of a line to its article."""

    def __init__(self, made: Rows, encoding: str | None) -> None:
        self.made, self.encoding = made, encoding

    def articles(self, data: bytes, number: int) -> Iterator[Found]:
        where = f"{self.made.options.where} line {number}"
        try:
            text, used = decode(data, self.encoding, where)
        except InputError as problem:
            yield from self.made.fault("encoding", number, str(problem))
            return
        if not self.encoding:
            self.made.kind = used
        try:
            row = json.loads(text)
        except (ValueError, RecursionError):
            message = f"{where} is not JSON; such a file has one object a line, with the article in it"
            yield from self.made.fault("json", number, message)
            return
        if isinstance(row, str):
            row = {"text": row}
        if not isinstance(row, dict):
            message = f"{where} is JSON but no object with an article in it"
            yield from self.made.fault("object", number, message)
        elif not row:
            yield from self.made.fault("no text", number, f'{where} has no "text": it is an empty object')
        else:
            yield from self.made.article(flat(row), number)
