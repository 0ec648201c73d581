"""The one place where sentences are chosen, whatever engine scored them.

Greedy by score less what is said already (maximal marginal relevance, Carbonell and Goldstein 1998), never
over the budget, printed in the order of the piece.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Literal

from seeds.errors import UsageError
from seeds.units import clauses
from summarize.lexicon import words as words_of
from summarize.summary import Selected, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seeds.piece import Excerpt
    from summarize.document import Document

REPEATED = 0.6
"""A sentence with a larger share of its character pairs in the summary already is said already."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much to choose: so many characters, sentences, or a share of the characters of the piece."""

    amount: float
    unit: Literal["characters", "sentences", "ratio"] = "characters"

    def __post_init__(self) -> None:
        if not self.amount > 0 or (self.unit == "ratio" and self.amount > 1):
            raise UsageError(f"a summary of {self.amount} {self.unit} cannot be made: ask for more than none")

    def in_characters(self, document: Document) -> int:
        """The most characters a summary of `document` may have."""
        total = sum(map(len, document.texts))
        if self.unit == "sentences":
            return total
        return int(self.amount * total) if self.unit == "ratio" else int(self.amount)

    def in_sentences(self, document: Document) -> int:
        """The most sentences a summary of `document` may have."""
        return int(self.amount) if self.unit == "sentences" else len(document.texts)


def hangs(words: Sequence[tuple[str, str]]) -> bool:
    """Whether a sentence of these tagged words begins with what only the sentence before it explains.

    Connectives and pronouns do: 其中, 但是, 他, 这.
    """
    first = next((word for word, _ in words if word[0].isalnum()), "")
    return first in words_of("hanging")


def select(document: Document, scores: Sequence[float], budget: Budget) -> Selection:
    """The sentences of `document` with the best `scores` that fit `budget` and do not repeat one another.

    A piece that fits comes back whole. A sentence that hangs on the one before it is chosen after that one,
    or when nothing else fits. If no sentence fits, the first clauses of the best one that do are chosen.
    """
    room, places = budget.in_characters(document), budget.in_sentences(document)
    if sum(map(len, document.texts)) <= room and len(document.texts) <= places:
        return _selection(document, scores, range(len(document.texts)))
    chosen = _Choice(document, room, places)
    waiting = chosen.take([(-score, index) for index, score in enumerate(scores)], hanging=False)
    chosen.take(waiting, hanging=True)
    if chosen.indices:
        return _selection(document, scores, sorted(chosen.indices))
    for index in sorted(range(len(scores)), key=lambda index: (-scores[index], index)):
        if beginning := _beginning(_stripped(document, index), room):
            return Selection((Selected(beginning.text, beginning.spans, index, scores[index]),))
    return Selection()


class _Choice:
    """The sentences chosen so far, the room left, and what they say."""

    def __init__(self, document: Document, room: int, places: int) -> None:
        self.texts, self.tagged = document.texts, document.tagged
        self.room, self.places = room, places
        self.indices: set[int] = set()
        self._said: set[str] = set()

    def take(self, queue: list[tuple[float, int]], *, hanging: bool) -> list[tuple[float, int]]:
        """Choose what fits from `queue`, pairs of negative score and index; return those that hang.

        What is said already only grows and scores only fall by it, so a sentence whose score still leads
        after it has been brought up to date is the best one (the lazy greedy algorithm, Minoux 1978).
        """
        scores = {index: score for score, index in queue}
        waiting: set[int] = set()
        heapify(queue)
        while queue and self.places > len(self.indices):
            value, index = heappop(queue)
            text = self.texts[index]
            pairs = _pairs(text)
            repeated = len(pairs & self._said) / len(pairs) if pairs else float(bool(self._said))
            if len(text) > self.room or repeated > REPEATED:
                continue
            if not hanging and index and index - 1 not in self.indices and hangs(self.tagged[index]):
                waiting.add(index)
                continue
            current = scores[index] * (1 - repeated)
            if current > value:
                heappush(queue, (current, index))
                continue
            self.indices.add(index)
            self.room -= len(text)
            self._said |= pairs
            if index + 1 in waiting:
                waiting.remove(index + 1)
                heappush(queue, (scores[index + 1], index + 1))
        return sorted((scores[index], index) for index in waiting)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at].isalnum() and text[at + 1].isalnum()}


def _stripped(document: Document, index: int) -> Excerpt:
    sentence = document.sentences[index]
    start = len(sentence.text) - len(sentence.text.lstrip())
    return sentence.cut(start, start + len(document.texts[index]))


def _beginning(sentence: Excerpt, room: int) -> Excerpt | None:
    """The first clauses of a sentence that fit `room`, without the mark that leads on to the next."""
    end = 0
    best = None
    for clause in clauses(sentence):
        end += len(clause.text)
        text = sentence.text[:end].rstrip().rstrip("，,；;：:、—-")
        if len(text) > room:
            break
        best = sentence.cut(0, len(text)) if text else None
    return best


def _selection(document: Document, scores: Sequence[float], indices: Sequence[int]) -> Selection:
    parts = [(index, _stripped(document, index)) for index in indices]
    return Selection(tuple(Selected(part.text, part.spans, index, scores[index]) for index, part in parts))
