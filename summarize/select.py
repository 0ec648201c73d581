"""The one place where sentences are chosen, whatever engine scored them.

A summary is worth what its terms are worth, each counted once (Gillick and Favre 2009). Never over the budget,
printed in the order of the piece.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from seeds.errors import UsageError
from seeds.units import clauses
from summarize.compress import balanced
from summarize.coverage import Coverage, Unit
from summarize.lexicon import words as words_of
from summarize.summary import Selected, Selection, needs_stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.document import Document
    from summarize.ranking import Ranking

PRICE = 0.07
"""What saying a term costs: terms less likely than this to be in a summary do not pay for themselves."""
SHORTEST = 10
"""A sentence is not cut down to fewer characters."""
_LOOSE_MARKS = "，,；;：:、—- \t\u3000"


@dataclass(frozen=True, slots=True)
class Budget:
    """How much to choose: so many characters, sentences, or a share of the characters of the piece."""

    amount: float
    unit: Literal["characters", "sentences", "ratio"] = "characters"

    def __post_init__(self) -> None:
        if not self.amount > 0 or (self.unit == "ratio" and self.amount > 1):
            raise UsageError(
                f"a summary of {self.amount:g} {self.unit} cannot be made: ask for more than none"
            )

    def in_characters(self, document: Document) -> int:
        """The most characters a summary of `document` may have."""
        total = sum(map(len, document.texts))
        if self.unit == "sentences":
            return total
        return int(self.amount * total) if self.unit == "ratio" else int(min(self.amount, 2**53))

    def in_sentences(self, document: Document) -> int:
        """The most sentences a summary of `document` may have."""
        return int(self.amount) if self.unit == "sentences" else len(document.texts)


def hangs(words: Sequence[tuple[str, str]]) -> bool:
    """Whether a sentence of these tagged words begins with what only the sentence before it explains.

    Connectives and pronouns do: 其中, 但是, 他, 这.
    """
    first = next((word for word, _ in words if word[0].isalnum()), "")
    return first in words_of("hanging")


def select(document: Document, ranking: Ranking, budget: Budget) -> Selection:
    """The sentences of `document` that are worth most within `budget` and do not repeat one another.

    A piece that fits comes back whole. Where the engine tells terms apart, and where no sentence fits, one may be
    cut after a clause. A sentence that hangs on the one before it is chosen after that one, or when nothing else
    fits.
    """
    room, places = budget.in_characters(document), budget.in_sentences(document)
    if sum(map(len, document.texts)) <= room and len(document.texts) <= places:
        whole = [Unit(index, len(text), len(text), _NO_TERMS) for index, text in enumerate(document.texts)]
        return _selection(document, ranking, whole)
    hanging = {number for number, words in enumerate(document.tagged) if number and hangs(words)}
    lowest = min(ranking.scores, default=0.0)
    scores = [score - min(lowest, 0.0) for score in ranking.scores]
    weights = None if ranking.terms is None else ranking.terms - PRICE
    for cut in (weights is not None and budget.unit != "sentences", True):
        units = [unit for unit in _units(document, cut=cut) if unit.cost <= room]
        coverage = Coverage(units, weights, scores)
        left = coverage.fill(room, places, hanging)
        coverage.fill(left, places, ())
        if coverage.chosen:
            break
    return _selection(document, ranking, sorted(coverage.chosen, key=lambda unit: unit.number))


_NO_TERMS = np.zeros(0, np.int64)


def _units(document: Document, *, cut: bool) -> Iterator[Unit]:
    """All sentences, and if `cut` their beginnings that can stand alone."""
    index = document.terms
    starts = np.cumsum(index.lengths) - index.lengths
    for number, (text, start) in enumerate(zip(document.texts, starts.tolist(), strict=True)):
        first = int(np.searchsorted(index.places, start))
        ends = list(_beginnings(document, number)) if cut else []
        for end, cost in (*ends, (len(text), len(text))):
            last = int(np.searchsorted(index.places, start + end - 1))
            yield Unit(number, end, cost, np.unique(index.numbers[first:last]))


def _beginnings(document: Document, number: int) -> Iterator[tuple[int, int]]:
    """Where a sentence can be cut after a clause, and the characters that are left with a full stop for
    the mark.

    What is left needs a verb, and more than a clause if it opens as a subordinate one (随着 ..., 如果 ...).
    """
    text, tagged = document.texts[number], document.tagged[number]
    verb_at, at = len(text), 0
    for word, tag in tagged:
        if tag[0] == "v":
            verb_at = at
            break
        at += len(word)
    subordinate = bool(tagged) and tagged[0][1][0] in "pc"
    end = 0
    for count, clause in enumerate(clauses(document.excerpts[number])):
        end += len(clause.text)
        kept = text[:end].rstrip(_LOOSE_MARKS)
        if end >= len(text) or len(kept) < SHORTEST or clause.text.rstrip()[-1:] in "：:":
            continue
        if verb_at < len(kept) and not (subordinate and count == 0) and balanced(kept):
            yield len(kept), len(kept) + needs_stop(kept, shortened=True)


def _selection(document: Document, ranking: Ranking, units: Sequence[Unit]) -> Selection:
    chosen = []
    for index, end, _, _ in units:
        whole = document.excerpts[index]
        part = whole.cut(0, end)
        chosen.append(
            Selected(part.text, part.spans, index, float(ranking.scores[index]), end < len(whole.text))
        )
    return Selection(tuple(chosen))
