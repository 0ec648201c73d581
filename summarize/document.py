"""A piece made ready for summarising: cut and tagged once, whoever asks."""

from __future__ import annotations

from functools import cached_property, wraps
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from seeds.language.analysis import Source, analysis_of
from seeds.language.variants import simplified

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from seeds.language.tokens import Tokenizer
    from seeds.page import Excerpt, Piece, Sentence
    from summarize.lexicon import Wording
    from summarize.vectors import Floats, Integers, TermIndex

Found = TypeVar("Found")

_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！"})


class Document:
    """What engines, selection and headlines share about a piece; each part is made on first use and kept.

    `title` is the piece's title, empty where the summary must not see it; `kept` is what was found `once`.
    """

    def __init__(self, source: Source, *, title: bool = True, tokenizer: Tokenizer | None = None) -> None:
        self.analysis = analysis_of(source, tokenizer=tokenizer)
        self.title = self.piece.title if title else ""
        self.kept: dict[str, Any] = {}

    @property
    def piece(self) -> Piece:
        """The piece itself."""
        return self.analysis.piece

    @property
    def tokenizer(self) -> Tokenizer:
        """What cut the words."""
        return self.analysis.tokenizer

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body that hold a letter, a digit or an ideograph."""
        return tuple(s for s in self.analysis.sentences if any(char.isalnum() for char in s.text))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The sentences as plain text, without the space around them."""
        return tuple(sentence.text.strip() for sentence in self.sentences)

    def excerpt(self, number: int) -> Excerpt:
        """One of `texts` with its place on the page."""
        sentence, text = self.sentences[number], self.texts[number]
        start = len(sentence.text) - len(sentence.text.lstrip())
        return sentence.cut(start, start + len(text))

    @cached_property
    def terms(self) -> TermIndex:
        """The character pairs of `texts`."""
        from summarize.vectors import TermIndex

        return TermIndex(self.texts)

    @cached_property
    def paragraphs(self) -> Integers:
        """The paragraph of each sentence, counting from 0 those that have one."""
        import numpy as np

        counted = {number: at for at, number in enumerate(dict.fromkeys(s.paragraph for s in self.sentences))}
        return np.array([counted[sentence.paragraph] for sentence in self.sentences], np.int64)

    @cached_property
    def centrality(self) -> Floats:
        """PageRank over the cosines of the sentences, times their number: 1 on average."""
        from summarize.pagerank import similarity_rank

        return similarity_rank(self.terms.matrix, self.cosines) * len(self.texts)

    @cached_property
    def cosines(self) -> Floats | None:
        """The cosines of all sentences with each other, or None where they are too many to write down."""
        from summarize.vectors import cosines

        return cosines(self.terms.matrix)

    @cached_property
    def tagged(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The words of each of `texts` with their part of speech; the words tile the text."""
        found = []
        paragraphs = self.analysis.paragraphs
        for sentence, text in zip(self.sentences, self.texts, strict=True):
            start = sentence.start + len(sentence.text) - len(sentence.text.lstrip())
            found.append(tuple(paragraphs[sentence.paragraph].tagged_in(start, start + len(text))))
        return tuple(found)

    @cached_property
    def in_one_script(self) -> tuple[Sequence[str], Sequence[Sequence[tuple[str, str]]], str]:
        """`texts`, `tagged` and the title in simplified characters with marks of full width: printed pages mix both."""

        def folded(text: str) -> str:
            return simplified(text.translate(_WIDE) if any(mark in text for mark in ",;:?!") else text)

        whole = "\n".join((self.title, *self.texts))
        if folded(whole) == whole:
            return self.texts, self.tagged, self.title
        texts = list(map(folded, self.texts))
        tagged = []
        for text, words in zip(texts, self.tagged, strict=True):
            chars = iter(text)
            tagged.append([("".join(islice(chars, len(word))), tag) for word, tag in words])
        return texts, tagged, folded(self.title)

    @cached_property
    def wordings(self) -> Sequence[Wording]:
        """The words of each of `texts` in one script, for rules."""
        from summarize.lexicon import wording

        return list(map(wording, self.in_one_script[1]))


def once(find: Callable[[Document], Found]) -> Callable[[Document], Found]:
    """A function that finds something in a document the first time it is asked, and has it at hand from then on."""
    name = f"{find.__module__}.{find.__name__}"

    @wraps(find)
    def found(document: Document) -> Found:
        if name not in document.kept:
            document.kept[name] = find(document)
        made: Found = document.kept[name]
        return made

    return found
