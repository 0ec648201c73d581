"""JSON Lines: an article a line, read as they come: a file of all the articles of a decade is larger than memory."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from seeds.errors import InputError
from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.rows import Rows, flat

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
        file = io.BytesIO(text.encode("utf-8", "surrogatepass"))
        head, made, options = file.readline(), Rows(encoding, options), replace(options, encoding="utf-8")
    else:
        made = Rows("utf-8", options)
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
            yield from _article(head, line, made, options)
        head = file.readline(options.max_bytes + 1)
    yield from made.rest()


def _article(data: bytes, number: int, made: Rows, options: Options) -> Iterator[Found]:
    """The article of a line, or what is wrong with it."""
    where = f"{options.where} line {number}"
    try:
        text, used = decode(data, options.encoding, where)
        row = json.loads(text)
    except InputError as problem:
        yield from made.fault("encoding", number, str(problem))
        return
    except (ValueError, RecursionError):
        message = f"{where} is not JSON; such a file has one object a line, with the article in it"
        yield from made.fault("json", number, message)
        return
    made.kind = made.kind if options.encoding else used
    row = {"text": row} if isinstance(row, str) else row
    if not isinstance(row, dict):
        message = f"{where} is JSON but no object with an article in it"
        yield from made.fault("object", number, message)
    elif not row:
        yield from made.fault("no text", number, f'{where} has no "text": it is an empty object')
    else:
        yield from made.article(flat(row), number)
