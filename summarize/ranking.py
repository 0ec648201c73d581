"""What an engine hands to selection."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from seeds.errors import EngineUnavailableError, OpedError
from summarize.document import Document
from summarize.headlines import best_sentence_headline
from summarize.summary import Headline
from summarize.vectors import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """How much each sentence of a document matters, higher for more.

    `adds` tells that scores are worths: two sentences are worth their sum. `terms`, if the engine tells them apart,
    are the chances of each of `document.terms` to be said in a summary; selection then goes by what a sentence
    adds, and `scores` are for the reader.
    """

    scores: Sequence[float]
    terms: Floats | None = None
    adds: bool = False


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


class ForeignRanker(SentenceRanker):
    """An engine around a package of others, which may raise anything on text that it did not expect."""

    name: str

    @abstractmethod
    def foreign_scores(self, document: Document) -> list[float]:
        """As `scores`, by the other package."""

    def scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`. Raises `EngineUnavailableError` for whatever the package raises."""
        with answering_for(self.name):
            return self.foreign_scores(document)


@contextmanager
def answering_for(name: str) -> Iterator[None]:
    """Say in our words that the package behind the engine `name` failed."""
    try:
        yield
    except OpedError:
        raise
    except Exception as problem:
        said = " ".join(f"{type(problem).__name__}: {problem}".split())
        raise EngineUnavailableError(
            f"the package behind the engine '{name}' failed ({said}); choose another engine"
        ) from problem
