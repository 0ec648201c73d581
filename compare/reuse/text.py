"""A text made ready for matching: folded, as an array of codes, with the way back to the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from compare.reuse.fold import BREAK, fold
from seeds.language.tokens import default_tokenizer
from seeds.page import Excerpt, Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Offsets = NDArray[np.int64]
    Flags = NDArray[np.bool_]


class Folded(Protocol):
    """What finding shared runs asks of a text: its codes."""

    @property
    def codes(self) -> Codes:
        """The folded text."""

    def __len__(self) -> int: ...


class Worded(Protocol):
    """What trimming asks of a text: where its words end, and its characters."""

    @property
    def edges(self) -> Flags:
        """Where a phrase may begin or end."""

    def char(self, place: int) -> str:
        """The character at a place of the folded text."""

    def string(self, start: int, end: int) -> str:
        """What stands in the text for a stretch of the folded text."""


@dataclass(frozen=True)
class Text:
    """A text for matching.

    `codes` is the folded text, `origin[i]` the offset in `raw` of its character `i`; `raw` holds the
    paragraphs, one a line; `places` are `(start in raw, paragraph)`, empty when `raw` itself is the page.
    """

    raw: str
    codes: Codes
    origin: Offsets
    places: tuple[tuple[int, Excerpt], ...] = ()

    def __len__(self) -> int:
        return len(self.codes)

    @classmethod
    def of_string(cls, raw: str) -> Text:
        """A plain text; spaces and line ends do not matter to matching."""
        return cls(raw, *folded(raw))

    @classmethod
    def of_piece(cls, piece: Piece) -> Text:
        """The paragraphs and headings of a piece; no match runs across the end of one."""
        places, at = [], 0
        for paragraph in piece.paragraphs:
            places.append((at, paragraph))
            at += len(paragraph.text) + 1
        raw = "\n".join(paragraph.text for paragraph in piece.paragraphs)
        return cls(raw, *folded(raw, breaks=True), tuple(places))

    @cached_property
    def edges(self) -> Flags:
        """Where a phrase may begin or end: `edges[i]` tells whether a word boundary lies before character
        `i`.
        """
        flags = np.zeros(len(self.raw) + 1, dtype=bool)
        words = default_tokenizer().cut(self.raw)
        flags[0] = True
        flags[np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))] = True
        # A dropped space is an edge too: the boundary before it is the boundary before what follows it.
        edges: Flags = flags[np.append(self.origin, len(self.raw))]
        if len(self.origin):
            gaps = np.flatnonzero(np.diff(self.origin) > 1) + 1
            edges[gaps] |= flags[self.origin[gaps - 1] + 1]
        edges[0] = edges[-1] = True
        return edges

    def char(self, place: int) -> str:
        """The character of `raw` that `codes[place]` stands for."""
        return self.raw[int(self.origin[place])]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `raw` that `codes[start:end]` stands for; needs `start < end`."""
        return int(self.origin[start]), int(self.origin[end - 1]) + 1

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """From the first to the last character on the page that `codes[start:end]` stands for, end exclusive."""
        spans = self.side(start, end).spans
        return spans[0].start, spans[-1].end

    def string(self, start: int, end: int) -> str:
        """What stands on the page for `codes[start:end]`."""
        low, high = self.range(start, end)
        return self.raw[low:high]

    def side(self, start: int, end: int) -> Excerpt:
        """The quotation of `codes[start:end]`, with its spans on the page."""
        low, high = self.range(start, end)
        if not self.places:
            return Excerpt(self.raw[low:high], (Span(low, high),))
        spans = tuple(
            s for at, paragraph in self.places for s in paragraph.locate(low - at, high - at) if high > at
        )
        return Excerpt(self.raw[low:high], spans)


def folded(raw: str, *, breaks: bool = False) -> tuple[Codes, Offsets]:
    """What remains of a text when it is folded, and where that stands in it; with `breaks` a line is a paragraph."""
    codes = fold(raw)
    if breaks:
        codes[[at for at, char in enumerate(raw) if char == "\n"]] = BREAK
    origin = np.flatnonzero(codes)
    return codes[origin], origin


def texts_of(items: Iterable[Piece | str]) -> tuple[Text, ...]:
    """The texts of pieces or plain strings, in order."""
    return tuple(Text.of_piece(x) if isinstance(x, Piece) else Text.of_string(x) for x in items)
