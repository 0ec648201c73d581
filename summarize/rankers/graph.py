"""Centrality: a sentence matters that is like many sentences that matter.

TextRank (Mihalcea and Tarau 2004) and LexRank (Erkan and Radev 2004) on one sparse matrix: sentences are
vectors of the character pairs they hold, weighted by how rare these are in the piece, and PageRank runs on
the cosines.
"""

from __future__ import annotations

from summarize.document import Document
from summarize.rankers import Engine
from summarize.ranking import SentenceRanker


class GraphRanker(SentenceRanker):
    """PageRank over the cosines of sentences."""

    def scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`."""
        return [float(score) for score in document.centrality]


def engine() -> Engine:
    """The engine, for the registry."""
    return GraphRanker()
