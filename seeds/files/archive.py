"""ZIP archives that documents are, opened with an eye on what they unpack to: 2 KB can hold a gigabyte."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from seeds.errors import InputError
from seeds.files.document import Options

_DAMAGED = (zlib.error, lzma.LZMAError, struct.error, EOFError)
BROKEN = (zipfile.BadZipFile, *_DAMAGED, LookupError, ValueError, RuntimeError, OverflowError, OSError)
"""What `zipfile` raises for damaged archives, beside its own error: it trusts the offsets and sizes it finds."""


def opened(data: bytes, options: Options, what: str) -> zipfile.ZipFile:
    """The archive of a document. Raises InputError if it is damaged or its texts unpack to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        held = sum(info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels")))
    except BROKEN:
        raise InputError(f"{options.where} is a ZIP archive but not a readable {what}") from None
    if held > options.limit(len(data)):
        archive.close()
        raise options.too_large(options.limit(len(data)))
    return archive


def part(archive: zipfile.ZipFile, name: str, options: Options, what: str, packed: int) -> bytes:
    """A file of an archive of `packed` bytes, read no further than the limit. Raises InputError."""
    try:
        with archive.open(name) as file:
            data = file.read(options.limit(packed) + 1)
    except BROKEN:
        raise InputError(f"{options.where} is a ZIP archive but not a readable {what}") from None
    if len(data) > options.limit(packed):
        raise options.too_large(options.limit(packed))
    return data
