"""gzip: what a file holds that was compressed by itself."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

from seeds.errors import InputError
from seeds.files.document import Found, Options


def unpacked(data: bytes, options: Options) -> bytes:
    """The bytes inside. Raises InputError for damage and for more than `options.limit` bytes."""
    try:
        with import_module("gzip").GzipFile(fileobj=io.BytesIO(data)) as file:
            held: bytes = file.read(options.limit + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise InputError(f"{options.where} is a gzip file that is damaged or cut short: {problem}") from None
    if len(held) > options.limit:
        raise options.too_large()
    return held


def read(data: bytes, options: Options) -> Iterator[Found]:
    """What the file inside holds, by its own kind."""
    from seeds.files import HEAD, kind_of, reader_of

    held = unpacked(data, options)
    name = options.name.removesuffix(".gz")
    kind = kind_of(held[:HEAD], name)
    if kind == "gzip":
        raise InputError(f"{options.where} is compressed twice; unpack it first (gunzip)")
    yield from reader_of(kind).read(held, replace(options, name=name))
