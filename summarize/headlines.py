"""One line for a piece: the best of the candidates that compression leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.compress import candidates
from summarize.standing import standing
from summarize.summary import Headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.compress import Candidate
    from summarize.document import Document


SHORTEST = 6
"""A beginning of fewer characters says too little to end at a clause."""
_CLAUSE_MARKS = frozenset("，,；;：:—")
_LOOSE = "，,；;：:、。—-… \t\u3000"


def best_sentence_headline(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The longest line of at most `chars` characters from the best sentence by `scores` that has one."""
    for index in sorted(range(len(scores)), key=lambda index: (-scores[index], index)):
        lines = list(candidates(document.tagged[index], index, chars))
        if lines:
            return as_headline(
                document, max(lines, key=lambda line: (not line.tail, len(line.text))), scores[index]
            )
    return Headline("", (), 0.0)


def beginning(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The beginning of the best sentence, up to a clause's end where one fits, told as no complete line."""
    if not document.texts:
        return Headline("", (), complete=False)
    ruled_out = standing(document).ruled_out
    number = max(range(len(scores)), key=lambda number: (not ruled_out[number], scores[number], -number))
    text = document.texts[number][:chars]
    if len(document.texts[number]) > chars:
        end = max((at for at, char in enumerate(text) if char in _CLAUSE_MARKS), default=0)
        text = text[: end if end >= SHORTEST else chars]
    text = text.rstrip(_LOOSE)
    spans = document.excerpts[number].locate(0, len(text))
    return Headline(text, tuple(spans), float(scores[number]), complete=False)


def as_headline(document: Document, line: Candidate, score: float) -> Headline:
    """The candidate with its place on the page."""
    sentence = document.excerpts[line.sentence]
    spans = tuple(span for start, end in line.stretches for span in sentence.locate(start, end))
    return Headline(line.text, spans, score)
