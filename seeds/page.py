"""What a page is made of, as plain frozen data.

Every text that is quoted from a page carries the spans it came from, so that a reader of a result can
always go back to the page. Spans are offsets into `Page.text`, in characters, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from seeds.display import Displayed

Role = Literal["title", "kicker", "byline", "author_note", "source", "deck", "heading", "body", "furniture"]
"""What a stretch of a page is for: one of the roles of the `oped/page/1` schema."""


class Span(NamedTuple):
    """A stretch of `Page.text`: characters `start` up to, not including, `end`."""

    start: int
    end: int


def short(text: str) -> str:
    """The beginning of a text, quoted, as a `repr` shows it."""
    return repr(text if len(text) <= 24 else f"{text[:23]}…")


@dataclass(frozen=True, slots=True, repr=False)
class Excerpt:
    """A text and where it stands on the page, possibly in several stretches (columns, wrapped lines).

    The stretches are in reading order and their lengths add up to `len(text)`: character `i` of `text` is the
    `i`-th character of the stretches. A line break inside a stretch shows as a space in `text`; all else is equal.
    """

    text: str
    spans: tuple[Span, ...]

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        place = f" at {self.spans[0].start:,}" if self.spans else ""
        return f"<{type(self).__name__} {short(self.text)}{place}>"

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """The page spans of `text[start:end]`; offsets beyond the text are cut off."""
        found, at = [], 0
        for span in self.spans:
            length = span.end - span.start
            lo, hi = max(start, at), min(end, at + length)
            if lo < hi:
                found.append(Span(span.start + lo - at, span.start + hi - at))
            at += length
        return tuple(found)

    def cut(self, start: int, end: int) -> Excerpt:
        """The part `text[start:end]` with its place on the page; needs `0 <= start <= end <= len(text)`."""
        return Excerpt(self.text[start:end], self.locate(start, end))

    def to_dict(self) -> dict[str, Any]:
        """`{"text", "spans"}`."""
        return {"text": self.text, "spans": [list(span) for span in self.spans]}


@dataclass(frozen=True, slots=True, repr=False)
class Paragraph(Excerpt):
    """A whole paragraph of a piece, column breaks and wrapped lines joined, or a section heading."""

    kind: Literal["body", "heading"] = "body"

    def to_dict(self) -> dict[str, Any]:
        """The form of the `oped/page/1` schema."""
        return {"kind": self.kind, **Excerpt.to_dict(self)}


@dataclass(frozen=True, slots=True, repr=False)
class Sentence(Excerpt):
    """A sentence of body text.

    `paragraph` is the index of its paragraph in `Piece.paragraphs`, `start` its offset in that paragraph's text.
    """

    paragraph: int
    start: int


@dataclass(frozen=True, slots=True, repr=False)
class Piece:
    """One opinion article.

    Fields that the page does not give are None or empty; nothing is made up. `id` counts the pieces of a page
    from 1 in page order; `page` is the name of the page, `date` an ISO date (2024-03-01) when the input gave one,
    `column` the standing name it is printed under (人民时评), `url` where it was found.
    """

    id: int
    title: str
    paragraphs: tuple[Paragraph, ...]
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    byline: str | None = None
    decks: tuple[str, ...] = ()
    author_note: str | None = None
    source: str | None = None
    page: str = ""
    date: str | None = None
    column: str | None = None
    url: str | None = None

    @property
    def body(self) -> str:
        """The body paragraphs without headings, one a line."""
        return "\n".join(p.text for p in self.paragraphs if p.kind == "body")

    def __len__(self) -> int:
        """Characters of body text but white space, as editors and word processors count 字数."""
        return sum(not sign.isspace() for p in self.paragraphs if p.kind == "body" for sign in p.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<Piece {self.id} {short(self.title)}: {len(self):,} characters>"

    def to_dict(self) -> dict[str, Any]:
        """The form of the `oped/page/1` schema."""
        return {
            "id": self.id,
            "title": self.title,
            "kicker": self.kicker,
            "authors": list(self.authors),
            "byline": self.byline,
            "decks": list(self.decks),
            "author_note": self.author_note,
            "source": self.source,
            "date": self.date,
            "column": self.column,
            "url": self.url,
            "paragraphs": [p.to_dict() for p in self.paragraphs],
        }


class Region(NamedTuple):
    """One stretch of the page and what it was read as; `piece` is a `Piece.id` or None for furniture."""

    start: int
    end: int
    piece: int | None
    role: Role


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on the page but belongs to no piece: photo credits, page labels, mail-box lines."""

    kind: str
    text: str
    span: Span

    def to_dict(self) -> dict[str, Any]:
        """The form of the `oped/page/1` schema."""
        return {"kind": self.kind, "text": self.text, "span": list(self.span)}


@dataclass(frozen=True, slots=True)
class Note:
    """A decision that reading took and a person may want to check; `line` counts from 1.

    `message` says it in English; `code` names the kind of decision and `values` what it is about, for words in other
    languages.
    """

    message: str
    line: int | None = None
    code: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.message if self.line is None else f"line {self.line}: {self.message}"

    def to_dict(self) -> dict[str, Any]:
        """`{"line", "message", "code", "values"}`."""
        return {"line": self.line, "message": self.message, "code": self.code, "values": dict(self.values)}


@dataclass(frozen=True, slots=True, repr=False)
class Page(Displayed):
    """A page as read: its text, what each stretch of it is, and the pieces.

    `text` is the decoded input with every line end as a line feed and without a byte order mark; `layout` holds every
    non-space character of it in exactly one region, in page order.
    """

    name: str
    text: str
    encoding: str
    layout: tuple[Region, ...]
    pieces: tuple[Piece, ...]
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[Note, ...] = ()

    def __iter__(self) -> Iterator[Piece]:
        return iter(self.pieces)

    def line_of(self, spans: Sequence[Span]) -> int | None:
        """The line, from 1, on which the first of some spans begins; None where there is none."""
        return self.text.count("\n", 0, spans[0].start) + 1 if spans else None

    def __repr__(self) -> str:
        return f"<Page {self.name or '?'}: {len(self.pieces)} pieces, {len(self.text):,} characters>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/page/1` schema."""
        return {
            "schema": "oped/page/1",
            "name": self.name,
            "encoding": self.encoding,
            "layout": [list(r) for r in self.layout],
            "pieces": [p.to_dict() for p in self.pieces],
            "furniture": [f.to_dict() for f in self.furniture],
            "notes": [n.to_dict() for n in self.notes],
        }
