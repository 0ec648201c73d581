"""One line for a piece: the best of the candidates that compression leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.compress import candidates
from summarize.summary import Headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.compress import Candidate
    from summarize.document import Document


def best_sentence_headline(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The longest line of at most `chars` characters from the best sentence by `scores` that has one."""
    for index in sorted(range(len(scores)), key=lambda index: (-scores[index], index)):
        lines = list(candidates(document.tagged[index], index, chars))
        if lines:
            return as_headline(
                document, max(lines, key=lambda line: (not line.tail, len(line.text))), scores[index]
            )
    return Headline("", (), 0.0)


def as_headline(document: Document, line: Candidate, score: float) -> Headline:
    """The candidate with its place on the page."""
    sentence = document.excerpts[line.sentence]
    spans = tuple(span for start, end in line.stretches for span in sentence.locate(start, end))
    return Headline(line.text, spans, score)
