"""One line for a piece: the best of the candidates that compression leaves."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from seeds.language.brackets import CLOSERS, OPENERS, partners
from summarize.lexicon import words
from summarize.line import adverbial, line_of, says
from summarize.summary import Headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.compress import Candidate
    from summarize.document import Document


BEST = 5
"""So many of the best sentences may give a line."""
SHORTEST = 6
"""A beginning of fewer characters says too little to end at a clause."""
_CLAUSE_MARKS = frozenset("，,；;：:—")
_LOOSE = "，,；;：:、。—-… \t\u3000"


def best_sentence_headline(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The best line of the best sentences by `scores`, else the beginning of the best one."""
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    found = line_of(document, chars, set(order[:BEST])) if order else None
    return found or beginning(document, scores, chars)


def beginning(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The beginning of a sentence, told as no complete line: of the best one that says something within `chars`.

    It ends with a clause where one fits.
    """
    if not document.texts:
        return Headline("", (), complete=False)
    ruled_out = document.standing.ruled_out
    order = sorted(range(len(scores)), key=lambda number: (bool(ruled_out[number]), -scores[number], number))
    for number in (*order[:BEST], order[0]):
        text, said = _beginning(document.texts[number], document.in_one_script[1][number], chars)
        if said:
            break
    spans = document.excerpts[number].locate(0, len(text))
    return Headline(text, tuple(spans), float(scores[number]), complete=False)


def _beginning(whole: str, tagged: Sequence[tuple[str, str]], chars: int) -> tuple[str, bool]:
    """What fits of a sentence, up to a clause's end where there is one, and whether that clause says something."""
    text, said = whole[:chars], len(whole) <= chars
    waits = words("subordinate") | words("pairing")
    if not said:
        clauses = [
            at
            for at, char in enumerate(text)
            if char in _CLAUSE_MARKS and at >= SHORTEST and text[at - 1] != "是"
        ]
        text = text[: clauses[-1] if clauses else (_whole_words(tagged, chars) or chars)]
        begun = tagged_to(tagged, clauses[-1]) if clauses else []
        said = says(begun) and not adverbial(text) and waits.isdisjoint(word for word, _ in begun)
    text = text.rstrip(_LOOSE)
    while (end := first_unpaired(text)) < len(text):
        text, said = text[:end].rstrip(_LOOSE), False
    return text, said


def tagged_to(tagged: Sequence[tuple[str, str]], end: int) -> list[tuple[str, str]]:
    """The words that begin before `end`."""
    starts = accumulate((len(word) for word, _ in tagged), initial=0)
    return [pair for pair, start in zip(tagged, starts, strict=False) if start < end]


def _whole_words(tagged: Sequence[tuple[str, str]], chars: int) -> int:
    """The characters of the words that fit, up to one that can end a line."""
    kept = [word for word, _ in tagged_to(tagged, chars)]
    if sum(map(len, kept)) > chars:
        kept.pop()
    while kept and (kept[-1] in words("dangling_end") or not kept[-1].strip(_LOOSE)):
        kept.pop()
    return sum(map(len, kept))


def first_unpaired(text: str) -> int:
    """Where the first quotation mark or bracket without its partner stands, or the length of the text."""
    pairs = partners(text)
    paired = {*pairs, *pairs.values()}
    marks = (at for at, char in enumerate(text) if char in CLOSERS or char in OPENERS or char == '"')
    return next((at for at in marks if at not in paired), len(text))


def as_headline(document: Document, line: Candidate, score: float) -> Headline:
    """The candidate with its place on the page."""
    sentence = document.excerpts[line.sentence]
    spans = tuple(span for start, end in line.stretches for span in sentence.locate(start, end))
    return Headline(line.text, spans, score)
