"""The view model: what a report says and in what order, before any form draws it.

A result becomes a `ReportDocument` once, in a language; terminal, HTML, Markdown, DOCX, CSV and XLSX draw documents
and know nothing of results. Texts here are as they stand on the page: every form makes them safe in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "strong", "line", "aside", "number", "mark", "changed", "accent"]
"""How a run of text is meant: `strong` a title or phrase, `line` what a piece says in one line, `aside` figures and
other words about the text, `number` a piece, `mark` wording under discussion, `changed` where it differs from the
other side, `accent` what no reader should miss."""
Role = Literal["words", "phrase", "figure", "name", "before", "after", "bars"]
"""What a column holds: text of articles, the phrase the row is about, a figure, an id or other word that must not
break, the context before a key word, that behind it, and a row of bars."""
CellValue = str | int | float | None


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text in one style; `chinese` tells article text from words of the interface."""

    text: str
    style: Style = "plain"
    chinese: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 opens a section, 3 a part of it. `name` is what links lead to."""

    text: str
    level: int = 2
    name: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Running text. `number` stands in the margin; `indent` counts steps, `item` makes it an item of a list.

    `brief` text may be cut to one line where lines count.
    """

    runs: tuple[TextRun, ...]
    number: str = ""
    indent: int = 0
    item: bool = False
    brief: bool = False


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece at a glance: who wrote it and where, what it says in a line, and which other is nearest to it."""

    number: str
    date: str
    title: str
    facts: str
    line: TextRun
    near: str


@dataclass(frozen=True, slots=True)
class PiecesBlock:
    """A line or two a piece. `key` says what the figures beside the nearest mean."""

    rows: tuple[PieceRow, ...]
    headings: tuple[str, str, str, str]
    key: str


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """Wording, perhaps in its surroundings: the number of its piece or line, the words, and where else they stand."""

    number: str
    runs: tuple[TextRun, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A figure of the matrix; `level` 0 to 4 is how much it is, `kind` what it measures."""

    figure: str
    level: int
    kind: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every two pieces: theme above the diagonal, wording below it; None on it.

    `ranked` are positions of rows, those of the strongest pairs first: what a narrow form keeps. `left_out` says so,
    with {n} and {of} to be put in.
    """

    numbers: tuple[str, ...]
    titles: tuple[str, ...]
    cells: tuple[tuple[TableCell | None, ...], ...]
    ranked: tuple[int, ...]
    key: str
    left_out: str

    def kept(self, most: int) -> tuple[int, ...]:
        """The rows that a form with room for `most` shows, in their order."""
        return tuple(sorted(self.ranked[: max(most, 2)]))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs, its heading for people; `unit` says of how many periods a bar is, by {n}."""

    key: str
    heading: str
    role: Role = "words"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `more` says what is left out, `empty` that there is nothing, `title` names the sheet of a workbook."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[CellValue, ...]]
    title: str = ""
    more: str = ""
    empty: str = ""


Block = Heading | TextBlock | PiecesBlock | PassageBlock | Matrix | Listing


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report: title, facts below it, blocks to be read, and tables for spreadsheets and programs."""

    title: str
    facts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Listing, ...] = ()

    def simple_blocks(self) -> Iterator[Block]:
        """The blocks without composite ones: what stands below a list is a block of its own."""
        for block in self.blocks:
            match block:
                case PiecesBlock():
                    yield block
                    if block.key:
                        yield aside(block.key)
                case Listing():
                    if block.rows:
                        yield block
                    for text in filter(None, (block.more, "" if block.rows else block.empty)):
                        yield aside(text)
                case _:
                    yield block


def aside(text: str, indent: int = 0) -> TextBlock:
    """A line of words about the text."""
    return TextBlock((TextRun(text, "aside"),), indent=indent)
