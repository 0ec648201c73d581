"""snownlp's own segmentation and TextRank over BM25, on our sentences.

snownlp reads all its models when it is imported, which takes seconds, and divides by zero where no sentence
has a word left; both are dealt with here.
"""

from __future__ import annotations

import warnings
from typing import Any

from summarize.document import Document
from summarize.rankers import Engine
from summarize.ranking import ForeignRanker, answering_for


class SnowNLP(ForeignRanker):
    """The ranking that `SnowNLP(text).summary()` sorts by."""

    name = "snownlp"

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from snownlp import SnowNLP as Package
            from snownlp import normal, seg
            from snownlp.summary.textrank import TextRank
        self._package: Any = Package
        self._segment, self._filter, self._textrank = seg.seg, normal.filter_stop, TextRank

    def foreign_scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`. Time grows with the square of the sentences, as it does there."""
        words = [self._filter(self._segment(text)) for text in document.texts]
        if not any(words):
            return [0.0] * len(words)
        ranking = self._textrank(words)
        ranking.solve()
        return [float(score) for score in ranking.vertex]

    def as_run(self, text: str) -> list[str]:
        """See `summarize.plain`: `SnowNLP(text).summary()` with room for all its clauses."""
        with answering_for(self.name):
            whole = self._package(text)
            clauses: list[str] = whole.sentences
            if not any(self._filter(self._segment(clause)) for clause in clauses):
                return clauses
            return list(whole.summary(len(clauses)))


def engine() -> Engine:
    """The engine, for the registry."""
    return SnowNLP()
