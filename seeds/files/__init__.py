"""What kind of file is this? One registry of formats, each with its reader in a file of its own.

The kind is told from the bytes; the suffix decides only between kinds that look alike (a `.csv` of prose stays a
table). Other packages add formats by the entry-point group `oped.formats`: each names a `Format`, a module for
instance.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from types import ModuleType
from typing import Protocol

from seeds import registry
from seeds.errors import InputError
from seeds.files.document import Found, Options
from seeds.files.sniff import HEAD, kind_of_bytes, kind_of_text, text_of_head

_READ = (
    ".txt .text .html .htm .shtml .xhtml .mht .mhtml .eml .pdf .docx .jsonl .ndjson .json .csv .tsv .xlsx .parquet "
    ".xml .md .markdown .rst .gz"
)
_TOLD = ".doc .xls .rtf .wps .odt .epub"
SUFFIXES = frozenset(f"{_READ} {_TOLD}".split())
"""The files of a folder that are looked at, some only to say what to do with them."""

__all__ = ["HEAD", "SUFFIXES", "Format", "kind_of", "reader_of", "suffixes"]


class Format(Protocol):
    """A format that another package adds."""

    SUFFIXES: tuple[str, ...]
    """Suffixes of file names, in lower case with the dot: what is looked for in folders."""

    def recognises(self, head: bytes, suffix: str) -> bool:
        """Whether a file that begins with `head` and whose name ends with `suffix` is of this format."""
        ...

    def read(self, data: bytes, options: Options) -> Iterator[Found]:
        """What the file holds: a `seeds.files.document.FileDocument` a page. Raises InputError."""
        ...


def suffixes() -> frozenset[str]:
    """`SUFFIXES`, and those of formats that other packages add."""
    added = (registry.load(point).SUFFIXES for point in registry.declared("oped.formats").values())
    return SUFFIXES.union(*added)


def kind_of(head: bytes, name: str = "") -> str:
    """The kind of a file from its first `HEAD` bytes and its name: "text", "jsonl", "csv", "docx" ...

    Raises InputError, which says what to do, for a kind that is known and not read.
    """
    suffix = PurePath(name).suffix.lower()
    for added, point in registry.declared("oped.formats").items():
        if registry.load(point).recognises(head, suffix):
            return added
    return kind_of_bytes(head, suffix, name) or kind_of_text(text_of_head(head), suffix)


def reader_of(kind: str) -> ModuleType:
    """The module that reads a kind, loaded when such a file is read."""
    point = registry.declared("oped.formats").get(kind)
    if point is not None:
        return registry.load(point)  # type: ignore[no-any-return]
    if not kind.isidentifier():
        raise InputError(f"there is no format {kind!r}")
    return import_module(f"seeds.files.{kind}")
