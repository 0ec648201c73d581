"""The beginning of the piece: the baseline that is hard to beat on news."""

from __future__ import annotations

from summarize.document import Document
from summarize.rankers import Engine
from summarize.ranking import SentenceRanker


class Lead(SentenceRanker):
    """Scores fall from 1 with the position of the sentence."""

    def scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`."""
        return [1 / (1 + index) for index in range(len(document.sentences))]


def engine() -> Engine:
    """The engine, for the registry."""
    return Lead()
