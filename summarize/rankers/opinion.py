"""Opinion pieces: whole sentences that stand alone, by what a reader would hold them to be worth."""

from __future__ import annotations

from summarize.document import Document
from summarize.headlines import beginning
from summarize.line import line_of
from summarize.rankers import Engine
from summarize.ranking import Ranking, SentenceRanker
from summarize.summary import Headline
from summarize.worth import worth


class Opinion(SentenceRanker):
    """See `summarize.worth`."""

    def scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`."""
        return [float(value) for value in worth(document)]

    def rank(self, document: Document, chars: int) -> Ranking:
        """See `Engine.rank`."""
        return Ranking(self.scores(document), adds=True)

    def headline(self, document: Document, chars: int) -> Headline:
        """See `Engine.headline`."""
        return line_of(document, chars) or beginning(document, self.scores(document), chars)


def engine() -> Engine:
    """The engine, for the registry."""
    return Opinion()
