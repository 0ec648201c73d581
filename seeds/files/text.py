"""Plain text: one page in any layout."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The text, decoded. Raises InputError for what is not text."""
    text, encoding = decode(data, options.encoding, options.name)
    yield FileDocument(encoding, prose=text)
