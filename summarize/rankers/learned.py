"""The default engine: trained on what readers and editors chose, by genre.

A piece that argues is summarised as an opinion piece, everything else as news; see `summarize.genre`.
"""

from __future__ import annotations

from summarize.document import Document
from summarize.genre import argues
from summarize.rankers import Engine
from summarize.rankers.news import News
from summarize.rankers.opinion import Opinion
from summarize.ranking import Ranking
from summarize.summary import Headline


class Learned:
    """`opinion` or `news`, whichever the piece is."""

    def __init__(self) -> None:
        self._opinion, self._news = Opinion(), News()

    def rank(self, document: Document, chars: int) -> Ranking:
        """See `Engine.rank`."""
        return (self._opinion if argues(document) else self._news).rank(document, chars)

    def headline(self, document: Document, chars: int) -> Headline:
        """See `Engine.headline`."""
        opinion = argues(document) and bool(document.title)
        return (self._opinion if opinion else self._news).headline(document, chars)


def engine() -> Engine:
    """The engine, for the registry."""
    return Learned()
