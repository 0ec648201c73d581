"""What an engine hands to selection."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.headlines import best_sentence_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.document import Document
    from summarize.summary import Headline
    from summarize.vectors import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """How much each sentence of a document matters, higher for more.

    `terms`, if the engine tells them apart, are the chances of each of `document.terms` to be said in a
    summary; selection then goes by what a sentence adds, and `scores` are for the reader.
    """

    scores: Sequence[float]
    terms: Floats | None = None


class SentenceRanker(ABC):
    """An engine that scores whole sentences, whatever the budget; its headline is from the best one."""

    @abstractmethod
    def scores(self, document: Document) -> list[float]:
        """A score for each of `document.sentences`, higher for what belongs in a summary."""

    def rank(self, document: Document, chars: int) -> Ranking:
        """See `Engine.rank`."""
        return Ranking(self.scores(document))

    def headline(self, document: Document, chars: int) -> Headline:
        """See `Engine.headline`."""
        return best_sentence_headline(document, self.scores(document), chars)
