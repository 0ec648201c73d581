"""What a file holds, between its bytes and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from seeds.errors import InputError
from seeds.metadata import NOTHING, Fields
from seeds.page import Note, Role, Span

MAX_BYTES = 32 * 1024 * 1024
"""Larger inputs are refused unless `max_bytes` says otherwise; so is what unpacks to more."""
GROWTH, GROWN = 100, 1024 * 1024
"""What unpacks to more than so many times its size, and to more than so many bytes, is refused as well."""


QUOTE = "quote"
"""The mark of what is set as a quotation."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a file: `level` 1 to 6 for a heading, 0 for a paragraph; `mark` is what else its form says of it.

    Marks: "strong" for a paragraph set bold or large as a whole, "em" in italics, "item" of a list, "cell" for one of a
    table's cell, "web" for one of a web page, "link" for nothing but a link, `QUOTE`, "aside" for what is no
    running text (a table, a box), "day" for when and where a text was written, or a role.
    """

    text: str
    level: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article whose role its file tells: a paragraph, a title ... `kind` is that of furniture."""

    role: Role
    text: str
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class FileArticle:
    """An article in blocks, in reading order; furniture may stand among them. An article of nothing else is none."""

    blocks: tuple[Block, ...]
    fields: Fields = NOTHING


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row of a table: one article, whose text stays as it stands in its cell.

    `label` is its id in the table or the place where it stands, `line` where to find it; `marks` are level and mark of
    each line, where its cell tells them, `repeated` lines at the ends of its text that other rows have as well, and
    `headed` tells that texts of its table begin with their titles.
    """

    text: str
    fields: Fields
    label: str
    line: int
    kicker: str | None = None
    decks: tuple[str, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    repeated: frozenset[str] = frozenset()
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A text within another: what is `aside` belongs to no article, `fields` hold where the text tells nothing."""

    aside: tuple[Span, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class FileDocument:
    """A page as its file gives it: prose whose layout is to be found, articles by the file's own structure, or a row.
    Articles with prose are parts of it, in their order.

    `kind` names the format, or the encoding of plain text; `label` is what the page is called, if not as its file.
    What is `aside` in the prose belongs to no article.
    """

    kind: str
    prose: str = ""
    articles: tuple[FileArticle, ...] = ()
    row: FileRow | None = None
    fields: Fields = NOTHING
    notes: tuple[Note, ...] = ()
    label: str = ""
    aside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is read: what it is called, its encoding where the caller knows it, the columns of a table.

    `pieces` is how many pieces a page of text has, where the caller knows it.
    """

    name: str = ""
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    columns: Mapping[str, str] = field(default_factory=dict)
    pieces: int | None = None

    @property
    def where(self) -> str:
        """The file in messages."""
        return self.name or "the input"

    def limit(self, packed: int) -> int:
        """Bytes that a compressed file of `packed` bytes may unpack to; a limit that the caller set holds as it is."""
        return self.max_bytes if self.max_bytes != MAX_BYTES else min(MAX_BYTES, self.growth(packed))

    def growth(self, packed: int) -> int:
        """The same for a file of rows that are read one by one."""
        return max(GROWN, GROWTH * packed, self.max_bytes if self.max_bytes != MAX_BYTES else 0)

    def too_large(self, limit: int) -> InputError:
        """What says that a small file grows to something large."""
        size = f"{limit:,} bytes"
        return InputError(
            f"{self.where} unpacks to more than {size}; allow more with --max-bytes (max_bytes=...)"
        )


Found: TypeAlias = "FileDocument | InputError"
"""A page, or why a part of a file is none; the other parts are still read."""
