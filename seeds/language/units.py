"""From paragraphs to sentences to clauses.

Units *tile* what they are cut from: joined again they give it back, character for character, and each knows its
place on the page. Everything here is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from seeds.language.brackets import CLOSERS, TITLES, Kept, partners
from seeds.page import Excerpt, Piece, Sentence, Span

_END_RUN = re.compile(r"[。！？!?…⋯｡．.]+")
_SURE_ENDS = frozenset("。！？｡")
_CLAUSE_RUN = re.compile(r"[，,；;：:]+|[—―─]{2,}|-{2,}")
_CONTINUING = frozenset("，、；：,;:的等")
"""What can follow a closed quotation only inside the same sentence."""
_BEFORE_SPEECH = frozenset("：:，,。！？；;!?…—")

SENTENCE_BRACKET = 120
"""A pair of brackets that holds more characters than this no longer keeps a sentence together."""
CLAUSE_BRACKET = 30
"""The same for clauses."""


def sentences(source: Excerpt | Piece) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, or of all body paragraphs of a piece; headings are left out.

    A sentence ends after 。！？…… or their half-width forms, with the closing quotation marks and brackets that
    follow. Semicolons and the 、 of lists do not end it. Text in brackets is not split unless the brackets do not
    pair or hold more than `SENTENCE_BRACKET` characters. The sentences of a paragraph tile it; a paragraph of
    nothing but space has none.
    """
    if isinstance(source, Piece):
        return tuple(
            sentence
            for index, paragraph in enumerate(source.paragraphs)
            if paragraph.kind == "body"
            for sentence in sentences_of(paragraph, index)
        )
    return tuple(sentences_of(source))


def clauses(source: Excerpt) -> tuple[Excerpt, ...]:
    """The clauses of a sentence (or of any excerpt): they tile it.

    A clause ends after ，；： or their half-width forms, after —— and at the end of a sentence; not inside brackets
    of up to `CLAUSE_BRACKET` characters, nor inside a number or a time such as 1,000 or 12:30.
    """
    if not source.text.strip():
        return ()
    brackets = _Brackets(source.text, CLAUSE_BRACKET)
    cuts = sorted(
        {*_sentence_cuts(source.text, brackets), *_clause_cuts(source.text, brackets), len(source.text)}
    )
    return tuple(Excerpt(source.text[a:b], spans) for a, b, spans in _pieces(source, cuts))


def sentences_of(
    paragraph: Excerpt, index: int = 0, pairs: Mapping[int, int] | None = None
) -> Iterator[Sentence]:
    """The sentences of a paragraph that is number `index` of its piece; `pairs` are its `brackets.partners`."""
    text = paragraph.text
    if not text.strip():
        return
    cuts = sorted({*_sentence_cuts(text, _Brackets(text, SENTENCE_BRACKET, pairs)), len(text)})
    for start, end, spans in _pieces(paragraph, cuts):
        yield Sentence(text[start:end], spans, index, start)


class _Brackets:
    """The brackets of a text, and the cuts that they forbid."""

    def __init__(self, text: str, limit: int, pairs: Mapping[int, int] | None = None) -> None:
        self.partner = partners(text) if pairs is None else pairs
        self.hold = Kept(self.partner, limit).hold

    def closes(self, text: str, at: int) -> bool:
        """Whether the character at `at` is a closing bracket, paired or not."""
        return at < len(text) and (text[at] in CLOSERS or at in self.partner)


def _sentence_cuts(text: str, brackets: _Brackets) -> Iterator[int]:
    last_cut, done = 0, 0
    for run in _END_RUN.finditer(text):
        if run.start() < done:
            continue
        end, closer = run.end(), None
        while True:
            if brackets.closes(text, end):
                closer = end
                end += 1
            elif more := _END_RUN.match(text, end):
                end, closer = more.end(), None
            else:
                break
        done = end
        if brackets.hold(end) or not _ends_sentence(text, run, end, last_cut):
            continue
        if closer is not None and not _closes_sentence(text, closer, last_cut, brackets):
            continue
        last_cut = _skip_space(text, end)
        yield last_cut


def _ends_sentence(text: str, run: re.Match[str], end: int, start: int) -> bool:
    following = text[end] if end < len(text) else ""
    if following and following in _CONTINUING:
        return False
    marks = run.group()
    if not _SURE_ENDS.isdisjoint(marks):
        return True
    if marks[0] in "…⋯" or len(marks) > 1:
        # A list that trails off goes on: 山川、河流……都变了样.
        return following != "都"
    before = text[run.start() - 1] if run.start() else ""
    if not before.isascii() or not before.isalnum():
        return not (following.isascii() and following.isalnum())
    if following and not following.isspace() and end == run.end():
        return marks in "!?．" and not following.isascii()
    # "1. 加强": the number of an item is not a sentence.
    return not text[start : run.start()].strip().isdigit()


def _closes_sentence(text: str, closer: int, start: int, brackets: _Brackets) -> bool:
    """Whether an end mark before the closing bracket at `closer` ends the sentence outside as well.

    It does after direct speech (他说：“走。”) and not in a quoted phrase (面对“怎么办？”之问).
    """
    opener = brackets.partner.get(closer)
    if opener is None:
        return True
    if text[closer] in TITLES:
        return False
    before = text[start:opener].rstrip()
    if not before or before[-1] in _BEFORE_SPEECH:
        return True
    return text[closer] in '”」』"' and text[closer - 1] in "。｡"


def _clause_cuts(text: str, brackets: _Brackets) -> Iterator[int]:
    for run in _CLAUSE_RUN.finditer(text):
        end = run.end()
        before = text[run.start() - 1 : run.start()]
        following = text[end : end + 1]
        if run.group()[0] in ",:，：" and before.isdigit() and following.isdigit():
            continue
        if run.group() == ":" and following == "/":
            continue
        while brackets.closes(text, end):
            end += 1
        if not brackets.hold(end):
            yield _skip_space(text, end)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _pieces(source: Excerpt, cuts: Sequence[int]) -> Iterator[tuple[int, int, tuple[Span, ...]]]:
    """The stretches of `source` between the rising `cuts`, each with its spans, in one walk over the spans."""
    spans = iter(source.spans)
    current = next(spans, None)
    start = 0
    for cut in cuts:
        found, need = [], cut - start
        while need and current is not None:
            taken = min(need, current.end - current.start)
            if taken:
                found.append(Span(current.start, current.start + taken))
            need -= taken
            current = Span(current.start + taken, current.end)
            if current.start == current.end:
                current = next(spans, None)
        yield start, cut, tuple(found)
        start = cut
