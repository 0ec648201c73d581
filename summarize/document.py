"""A piece made ready for summarising: cut and tagged once, whoever asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from seeds.tokens import default_tokenizer
from seeds.units import sentences

if TYPE_CHECKING:
    from seeds.piece import Piece, Sentence
    from seeds.tokens import Tokenizer


class Document:
    """What engines, selection and headlines share about a piece; each part is made on first use and kept.

    `title` is the piece's title, empty where the summary must not see it.
    """

    def __init__(self, piece: Piece, *, title: bool = True, tokenizer: Tokenizer | None = None) -> None:
        self.piece = piece
        self.title = piece.title if title else ""
        self._tokenizer = tokenizer

    @property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer given, else the default one."""
        return self._tokenizer or default_tokenizer()

    @property
    def decks(self) -> tuple[str, ...]:
        """The decks of the piece. They repeat its sentences, so they are evidence and never chosen."""
        return self.piece.decks

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body that hold a letter, a digit or an ideograph."""
        return tuple(s for s in sentences(self.piece) if any(char.isalnum() for char in s.text))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The sentences as plain text, without the space around them."""
        return tuple(sentence.text.strip() for sentence in self.sentences)

    @cached_property
    def tagged(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The words of each of `texts` with their part of speech; the words tile the text."""
        tag = self.tokenizer.tag
        return tuple(tuple(tag(text)) for text in self.texts)
