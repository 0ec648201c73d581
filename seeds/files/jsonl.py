"""JSON Lines: an article a line, read as they come: a file of all the articles of a decade is larger than memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from seeds.errors import InputError
from seeds.files.cells import literal
from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.objects import flat, once
from seeds.files.rows import Rows
from seeds.files.sniff import LITERAL

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""What a file in UTF-16 begins with; its lines cannot be told before it is decoded."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of all lines."""
    yield from stream(iter([data]), options)


def stream(chunks: Iterator[bytes], options: Options) -> Iterator[Found]:
    """The articles of the lines of a file that comes in chunks; only the first lines are held, then one.

    What is wrong with a line is given in its place. Raises what the chunks raise.
    """
    head = next(chunks, b"")
    made = Rows("utf-8", options)
    if head.startswith(_UTF_16) or (options.encoding or "").lower().startswith("utf-16"):
        text, made.kind = decode(head + b"".join(chunks), options.encoding, options.name)
        head, options = text.encode("utf-8", "surrogatepass"), replace(options, encoding="utf-8")
    try:
        for number, line in enumerate(_lines(chain([head], chunks), options.max_bytes), 1):
            if line is None:
                yield from made.settled()
                yield InputError(
                    f"{options.where} line {number} is larger than {options.max_bytes:,} bytes; "
                    "allow more with --max-bytes (max_bytes=...)"
                )
            elif line.strip():
                yield from _article(line, number, made, options)
    except Exception:
        yield from made.settled()
        raise
    yield from made.rest()


def _lines(chunks: Iterable[bytes], most: int) -> Iterator[bytes | None]:
    """The lines, None for one of more than `most` bytes, which is not held."""
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            yield b"".join((*parts, part)) if size + len(part) <= most else None
            parts, size = [], 0
        size += len(rest)
        parts = [*parts, rest] if size <= most else []
    if size:
        yield b"".join(parts) if size <= most else None


def _article(data: bytes, number: int, made: Rows, options: Options) -> Iterator[Found]:
    """The article of a line, or what is wrong with it."""
    where = f"{options.where} line {number}"
    try:
        text, used = decode(data, options.encoding, where)
        row = literal(text) if LITERAL.match(text) else json.loads(text, object_pairs_hook=once(where))
    except InputError as problem:
        yield from made.fault("encoding", number, str(problem))
        return
    except (ValueError, RecursionError):
        message = f"{where} is not JSON; such a file has one object a line, with the article in it"
        yield from made.fault("json", number, message)
        return
    made.kind = made.kind if options.encoding else used
    row = {"text": row} if isinstance(row, str) else row
    if isinstance(row, dict):
        row = {str(name): value for name, value in row.items()}  # as Python prints it, a name may be a number
    if isinstance(row, list) and row and all(isinstance(item, str) for item in row):
        row = _of_lines(row)
    several = [row] if isinstance(row, tuple) else row
    if isinstance(several, list) and several and all(isinstance(item, (dict, tuple)) for item in several):
        for item in several:
            named = item if isinstance(item, dict) else dict(enumerate(item, 1))
            yield from made.article(flat({str(name): value for name, value in named.items()}), number)
        return
    if not isinstance(row, dict):
        message = f"{where} is JSON but no object with an article in it"
        yield from made.fault("object", number, message)
    elif not row:
        yield from made.fault("no text", number, f'{where} has no "text": it is an empty object')
    else:
        yield from made.article(flat(row), number)


def _of_lines(lines: list[str]) -> dict[str, str]:
    """An article that is a list of its lines, the first its title."""
    title, *text = [line.strip() for line in lines if line.strip()] or [""]
    return {"title": title, "text": "\n".join(text)}
