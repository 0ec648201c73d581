"""One line for a piece: the best of the candidates that compression leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.piece import Excerpt
from summarize.compress import clause_runs, trimmed
from summarize.summary import Headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.document import Document


def choose_headline(document: Document, scores: Sequence[float], chars: int) -> Headline:
    """The longest run of clauses of at most `chars` characters from the sentence with the best of `scores`.

    Sentences that have none give way to the next best; if none has, words of the best one fill the line.
    """
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    for index in order:
        if runs := list(clause_runs(document.sentences[index], chars)):
            best = max(runs, key=lambda run: len(run.text))
            return Headline(best.text, best.spans, scores[index])
    for index in order[:1]:
        if line := _words(document, index, chars):
            return Headline(line.text, line.spans, scores[index])
    return Headline("", ())


def _words(document: Document, index: int, chars: int) -> Excerpt | None:
    sentence = document.sentences[index]
    start = end = len(sentence.text) - len(sentence.text.lstrip())
    for word, _ in document.tagged[index]:
        if end + len(word) - start > chars:
            break
        end += len(word)
    line = trimmed(sentence.cut(start, end))
    return line if line.text else None
