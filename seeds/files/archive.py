"""ZIP archives that documents are, opened with an eye on what they unpack to: 2 KB can hold a gigabyte."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from seeds.errors import InputError
from seeds.files.document import Options

BROKEN = (
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


def opened(data: bytes, options: Options, what: str) -> zipfile.ZipFile:
    """The archive of a document. Raises InputError if it is damaged or unpacks to more than `options.limit` bytes."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise InputError(f"{options.where} is a ZIP archive but not a readable {what}") from None
    if sum(info.file_size for info in archive.infolist()) > options.limit:
        archive.close()
        raise options.too_large()
    return archive


def part(archive: zipfile.ZipFile, name: str, options: Options, what: str) -> bytes:
    """A file of an archive, read no further than the limit. Raises InputError."""
    try:
        with archive.open(name) as file:
            data = file.read(options.limit + 1)
    except BROKEN:
        raise InputError(f"{options.where} is a ZIP archive but not a readable {what}") from None
    if len(data) > options.limit:
        raise options.too_large()
    return data
