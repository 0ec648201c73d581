"""gzip: what a file holds that was compressed by itself."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import replace

from seeds.errors import InputError
from seeds.files.document import Found, Options

_CHUNK = 1 << 20


def read(data: bytes, options: Options) -> Iterator[Found]:
    """What the file inside holds, by its own kind; JSON Lines are read line by line, however many there are.

    Raises InputError for damage, and for what unpacks to too much.
    """
    from seeds.files import HEAD, kind_of, reader_of

    inner = replace(options, name=options.name.removesuffix(".gz"))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            head = file.read(HEAD)
            kind = kind_of(head, inner.name)
            if kind == "gzip":
                raise InputError(f"{options.where} is compressed twice; unpack it first (gunzip)")
            if kind == "jsonl":
                file.seek(0)
                yield from reader_of(kind).stream(_unpacked(file, options, len(data)), inner)
                return
            held = head + file.read(options.limit(len(data)) + 1 - len(head))
    except (OSError, EOFError, zlib.error) as problem:
        raise InputError(f"{options.where} is a gzip file that is damaged or cut short: {problem}") from None
    if len(held) > options.limit(len(data)):
        raise options.too_large(options.limit(len(data)))
    yield from reader_of(kind).read(held, inner)


def _unpacked(file: gzip.GzipFile, options: Options, packed: int) -> Iterator[bytes]:
    """A file of rows as it is unpacked, as long as it does not grow beyond all measure."""
    while chunk := file.read(_CHUNK):
        if file.tell() > options.growth(packed):
            raise options.too_large(options.growth(packed))
        yield chunk
