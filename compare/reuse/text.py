"""A text made ready for matching: folded, as an array of codes, with the way back to the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.reuse.fold import BREAK, codes_of, fold, string_of
from seeds.language.analysis import Analysis, Source
from seeds.language.tokens import Tokenizer, default_tokenizer
from seeds.page import Excerpt, Piece, Span

Codes = NDArray[np.uint32]
Offsets = NDArray[np.int64]
Flags = NDArray[np.bool_]


_QUOTATION = re.compile(r"[“「][^“”「」\n]*[”」]|\"[^\"\n]*\"")


@dataclass(frozen=True)
class Text:
    """A text for matching.

    `codes` is the folded text, `origin[i]` the offset in `raw` of its character `i`; `raw` holds the
    paragraphs, one a line; `places` are `(start in raw, paragraph)`, empty when `raw` itself is the page.
    """

    raw: str
    codes: Codes
    origin: NDArray[np.integer[Any]]
    places: tuple[tuple[int, Excerpt], ...] = ()
    tokenizer: Tokenizer | None = None

    def __len__(self) -> int:
        return len(self.codes)

    @classmethod
    def of(cls, source: Source, tokenizer: Tokenizer | None = None, *, breaks: bool = False) -> Text:
        """The text of a piece or of its analysis, or a plain text; `tokenizer` cuts its words.

        A piece is its paragraphs and headings: one long or many short ones are the same text. With `breaks` there is a
        break between them, which no phrase runs across. Spaces and line ends do not matter to matching.
        """
        if isinstance(source, Analysis):
            if breaks or tokenizer not in (None, source.tokenizer):
                return cls.of(source.piece, tokenizer or source.tokenizer, breaks=breaks)
            if "matching" not in source.kept:
                source.kept["matching"] = cls.of(source.piece, source.tokenizer)
            made: Text = source.kept["matching"]
            return made
        places, at = [], 0
        for paragraph in source.paragraphs if isinstance(source, Piece) else ():
            places.append((at, paragraph))
            at += len(paragraph.text) + 1
        raw = "\n".join(paragraph.text for _, paragraph in places) if isinstance(source, Piece) else source
        codes = fold(raw)
        if breaks and places:
            codes[codes_of(raw) == ord("\n")] = BREAK
        origin = np.flatnonzero(codes)
        return cls(raw, codes[origin], origin, tuple(places), tokenizer)

    @property
    def cutter(self) -> Tokenizer:
        """What cuts its words: the tokenizer that was given, else the default one."""
        return self.tokenizer or default_tokenizer()

    @cached_property
    def line(self) -> str:
        """The folded text as a string."""
        return string_of(self.codes)

    @cached_property
    def edges(self) -> Flags:
        """Where a phrase may begin or end: `edges[i]` tells whether a word ends before character `i`.

        The words are those of the folded text, so that the same wording has the same words, however it was set.
        """
        flags = np.zeros(len(self) + 1, dtype=bool)
        flags[0] = True
        words = self.cutter.cut(self.line)
        flags[np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))] = True
        for at, _ in self.places:
            # A paragraph ends with a word.
            flags[np.searchsorted(self.origin, at)] = True
        return flags

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """What stands in quotation marks in `raw`, with these; straight ones pair from the beginning of a paragraph."""
        return [found.span() for found in _QUOTATION.finditer(self.raw)]

    @cached_property
    def counted(self) -> Offsets:
        """How many characters of words, which shares of a text are measured in, stand before each place."""
        han = (self.codes >= 0x3400) & (self.codes <= 0x9FFF)
        other = np.flatnonzero(~han)
        han[other] = [chr(code).isalnum() for code in self.codes[other].tolist()]
        return np.append(0, np.cumsum(han))

    @property
    def size(self) -> int:
        """How many characters of words there are."""
        return int(self.counted[-1])

    @cached_property
    def chars(self) -> str:
        """The characters of `raw` that `codes` stand for."""
        return string_of(codes_of(self.raw)[self.origin])

    @cached_property
    def phrases(self) -> dict[tuple[int, int], tuple[int, int] | None]:
        """The phrases of stretches of the text that `compare.reuse.trim` was asked for."""
        return {}

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
