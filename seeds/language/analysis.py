"""A piece, read once: its words, sentences, clauses, brackets and segments, for whoever asks.

Every public function that takes a piece takes an `Analysis` of it as well. Whoever asks several things of a
piece makes one with `analysis_of` and hands it on, so that its text is cut into words once. Parts are made on
first use and kept; each is linear in the length of the text, paragraph by paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar

from seeds.errors import UsageError
from seeds.language.brackets import Kept, partners
from seeds.language.tokens import Tokenizer, default_tokenizer
from seeds.language.units import CLAUSE_BRACKET, clauses, sentences_of
from seeds.language.variants import simplified
from seeds.language.words import Segment, Word, grouped, placed, segments
from seeds.page import Excerpt, Page, Paragraph, Piece, Sentence, Span

T = TypeVar("T")
Tagged: TypeAlias = tuple[str, str]
"""A word and its part of speech, in the ICTCLAS set as jieba uses it."""


@dataclass(frozen=True, eq=False)
class AnalysedParagraph:
    """A paragraph or heading: number `index` of its piece, at offset `start` of `Analysis.text`.

    All offsets below count characters of `text`, end exclusive.
    """

    source: Paragraph
    tokenizer: Tokenizer
    index: int = 0
    start: int = 0

    def __repr__(self) -> str:
        return f"<AnalysedParagraph {self.index}: {len(self.text):,} characters>"

    @property
    def text(self) -> str:
        """The text of the paragraph."""
        return self.source.text

    @property
    def is_body(self) -> bool:
        """Whether it is body text and no heading."""
        return self.source.kind == "body"

    @cached_property
    def tagged(self) -> tuple[Tagged, ...]:
        """The words, marks and spaces too, with their parts of speech; joined they are `text`."""
        return tuple(self.tokenizer.tag(self.text))

    @cached_property
    def simplified(self) -> AnalysedParagraph:
        """The paragraph in simplified characters, offsets and words as here: for comparing, not for showing."""
        text = simplified(self.text)
        if text == self.text:
            return self
        other = replace(self, source=replace(self.source, text=text))
        vars(other)["tagged"] = tuple((simplified(word), tag) for word, tag in self.tagged)
        return other

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """`tagged` with offsets."""
        return tuple(placed(self.tagged))

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that tile `text[start:end]`; one that lies across an end is cut there."""
        return tuple(placed(self.tagged_in(start, end), start))

    def tagged_in(self, start: int, end: int) -> Sequence[Tagged]:
        """The words that tile `text[start:end]` with their parts of speech; one across an end is cut there."""
        ends, end = self._ends, min(end, len(self.text))
        if start >= end:
            return []
        first, last = bisect_right(ends, start), bisect_right(ends, end - 1)
        found = list(self.tagged[first : last + 1])
        if ends[last] > end:
            found[-1] = (found[-1][0][: end - ends[last]], found[-1][1])
        if missing := start - (ends[first - 1] if first else 0):
            found[0] = (found[0][0][missing:], found[0][1])
        return found

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(accumulate(map(len, map(itemgetter(0), self.tagged))))

    @cached_property
    def brackets(self) -> Mapping[int, int]:
        """Each closing quotation mark or bracket that has a partner, and the opening one."""
        return partners(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences; they tile the paragraph. See `seeds.sentences`."""
        return tuple(sentences_of(self.source, self.index, self.brackets))

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """What stands between marks, 、 too; short quotations and brackets hold together."""
        return tuple(segments(self.words, Kept(self.brackets, CLAUSE_BRACKET)))

    def divided(self, strength: int) -> Iterator[tuple[Segment, ...]]:
        """`segments` in groups that end at a mark at least as strong as `strength` (`seeds.language.words`)."""
        return grouped(self.segments, strength)


@dataclass(frozen=True, eq=False)
class Analysis:
    """A piece with all that language work finds in it; see the module. Make one with `analysis_of`.

    `kept` is what the packages above make of it once, by name.
    """

    piece: Piece
    tokenizer: Tokenizer
    kept: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Analysis of {self.piece.title!r}: {len(self.text):,} characters, {self.tokenizer.name}>"

    @cached_property
    def text(self) -> str:
        """The paragraphs and headings, a line feed between two."""
        return "\n".join(paragraph.text for paragraph in self.piece.paragraphs)

    @cached_property
    def paragraphs(self) -> tuple[AnalysedParagraph, ...]:
        """The paragraphs and headings, as many as the piece has."""
        found, at = [], 0
        for index, paragraph in enumerate(self.piece.paragraphs):
            found.append(AnalysedParagraph(paragraph, self.tokenizer, index, at))
            at += len(paragraph.text) + 1
        return tuple(found)

    @cached_property
    def body(self) -> tuple[AnalysedParagraph, ...]:
        """The paragraphs without the headings."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.is_body)

    @cached_property
    def tagged(self) -> tuple[Tagged, ...]:
        """The words of all paragraphs with their parts of speech; joined they are `text`, line feeds included."""
        found: list[Tagged] = []
        for paragraph in self.paragraphs:
            if paragraph.index:
                found.append(("\n", "x"))
            found += paragraph.tagged
        return tuple(found)

    @property
    def words(self) -> Iterator[Word]:
        """`tagged` with offsets in `text`."""
        return placed(self.tagged)

    @cached_property
    def front(self) -> tuple[Tagged, ...]:
        """The words of title, kicker and decks with their parts of speech, a line feed between two of them."""
        fields = (self.piece.title, self.piece.kicker or "", *self.piece.decks)
        return tuple(self.tokenizer.tag("\n".join(filter(None, fields))))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, in order; see `seeds.sentences`."""
        return tuple(sentence for paragraph in self.body for sentence in paragraph.sentences)

    @cached_property
    def clauses(self) -> tuple[tuple[Excerpt, ...], ...]:
        """The clauses of each of `sentences`; see `seeds.clauses`."""
        return tuple(map(clauses, self.sentences))

    def words_of(self, sentence: Sentence) -> tuple[Word, ...]:
        """The words that tile one of `sentences`; their offsets count in its paragraph."""
        paragraph = self.paragraphs[sentence.paragraph]
        return paragraph.words_in(sentence.start, sentence.start + len(sentence.text))

    def cut(self, start: int, end: int) -> Excerpt:
        """`text[start:end]` with its place on the page; line feeds between paragraphs have none."""
        spans: list[Span] = []
        if start < end:
            for paragraph in self.paragraphs[bisect_right(self._starts, start) - 1 :]:
                if paragraph.start >= end:
                    break
                spans += paragraph.source.locate(start - paragraph.start, end - paragraph.start)
        return Excerpt(self.text[start:end], tuple(spans))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(paragraph.start for paragraph in self.paragraphs)


Source: TypeAlias = Piece | str | Analysis
"""What functions about one piece take: the piece, the plain text of an article, or the analysis of either."""


def analysis_of(source: Source, *, tokenizer: Tokenizer | None = None) -> Analysis:
    """The analysis of a piece, or of a text that is an article: every line of it a paragraph, spans in the text.

    An analysis is given back as it is. A text of nothing but space is a piece without paragraphs. `tokenizer` cuts
    the words, by default `default_tokenizer()`. Raises `UsageError` for anything else, and for a tokenizer beside
    an analysis that was made with another.
    """
    if isinstance(source, Analysis):
        if tokenizer is not None and tokenizer is not source.tokenizer:
            raise UsageError("an analysis has its words already: give the tokenizer to analysis_of")
        return source
    if isinstance(source, str):
        from seeds.read import article

        source = article(source) if source.strip() else Piece(1, "", ())
    elif not isinstance(source, Piece):
        raise UsageError(f"give a Piece, a text or an Analysis, not {type(source).__name__}")
    return Analysis(source, tokenizer or default_tokenizer())


def sources_of(sources: Iterable[Source | T] | Page, other: type[T] | None = None) -> list[Source | T]:
    """Several pieces, texts or analyses, or the pieces of a page, as a list; objects of the type `other` stay as well.

    Raises `UsageError` for a single one, for what cannot be gone through, and for an item that is none of them.
    """
    if isinstance(sources, (str, bytes, Piece, Analysis)) or not isinstance(sources, Iterable):
        what = {str: "one text", Piece: "one piece", Analysis: "one piece"}.get(
            type(sources), type(sources).__name__
        )
        raise UsageError(f"give several pieces or texts, as a list or a page, not {what}")
    items: list[Source | T] = list(sources)
    for number, item in enumerate(items, 1):
        if not isinstance(item, (str, Piece, Analysis, other or str)):
            raise UsageError(f"item {number} is {type(item).__name__}: give a Piece, a text or an Analysis")
    return items


def tokenizer_of(sources: Iterable[object], given: Tokenizer | None = None) -> Tokenizer:
    """What cut the words of some sources: the tokenizer given, else that of the first analysis, else the default."""
    made = (source.tokenizer for source in sources if isinstance(source, Analysis))
    return given or next(made, None) or default_tokenizer()


def paragraph_of(text: str, *, tokenizer: Tokenizer | None = None) -> AnalysedParagraph:
    """A text as one paragraph, line ends included."""
    whole = (Span(0, len(text)),) if text else ()
    return AnalysedParagraph(Paragraph(text, whole), tokenizer or default_tokenizer())
