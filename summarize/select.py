"""The one place where sentences are chosen, whatever engine scored them.

A summary is worth what its terms are worth, each counted once (Gillick and Favre 2009). Never over the budget,
printed in the order of the piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from seeds.units import clauses
from summarize.compress import balanced
from summarize.coverage import Coverage, Unit
from summarize.lexicon import predicates
from summarize.lexicon import words as words_of
from summarize.summary import Selected, Selection, needs_stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.budget import Budget
    from summarize.document import Document
    from summarize.ranking import Ranking

PRICE = 0.065
"""What saying a term costs: terms less likely than this to be in a summary do not pay for themselves."""
ENOUGH = 0.5
"""With this share of the budget left, nothing is added any more that does not pay for itself."""
CUT_FROM = 0.4
"""A sentence is cut only if it would take a larger share of the budget."""
SHORTEST = 10
"""A sentence is not cut down to fewer characters."""
_LOOSE_MARKS = "，,；;：:、—- \t\u3000"


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
    whole_only = weights is None or budget.unit == "sentences"
    for cut_from in (None if whole_only else CUT_FROM * room, 0):
        units = [unit for unit in _units(document, cut_from=cut_from) if unit.cost <= room]
        coverage = Coverage(units, weights, scores)
        left = coverage.fill(room, places, hanging, ENOUGH * room)
        coverage.fill(left, places, (), ENOUGH * room)
        if coverage.chosen:
            break
    return _selection(document, ranking, sorted(coverage.chosen, key=lambda unit: unit.number))


_NO_TERMS = np.zeros(0, np.int64)


def _units(document: Document, *, cut_from: float | None) -> Iterator[Unit]:
    """All sentences, and of those of more than `cut_from` characters the beginnings that can stand alone."""
    index = document.terms
    starts = np.cumsum(index.lengths) - index.lengths
    for number, (text, start) in enumerate(zip(document.texts, starts.tolist(), strict=True)):
        first = int(np.searchsorted(index.places, start))
        ends = [] if cut_from is None else list(_beginnings(document, number, cut_from))
        for end, cost in (*ends, (len(text), len(text))):
            last = int(np.searchsorted(index.places, start + end - 1))
            yield Unit(number, end, cost, np.unique(index.numbers[first:last]))


def _beginnings(document: Document, number: int, shortest: float) -> Iterator[tuple[int, int]]:
    """Where a sentence of more than `shortest` characters can be cut, and what is left with a full stop.

    Cuts follow a clause that has a verb, does not open as a subordinate one (随着, 如果) and that the next clause
    does not complete (但, 才, 就, 而是).
    """
    text, tagged = document.texts[number], document.tagged[number]
    if len(text) <= shortest:
        return
    completing, subordinate = words_of("completing"), words_of("subordinate")
    words = iter(tagged)
    at = end = 0
    before: tuple[int, int] | None = None
    for clause in clauses(document.excerpts[number]):
        end += len(clause.text)
        inside = []
        while at < end and (pair := next(words, None)):
            inside.append(pair)
            at += len(pair[0])
        if before and not any(word in completing for word, _ in inside[:5]):
            yield before
        kept = text[:end].rstrip(_LOOSE_MARKS)
        stands = predicates(inside) and clause.text.rstrip()[-1:] not in "：:"
        stands = stands and not any(word in subordinate for word, _ in inside)
        stands = stands and len(kept) >= SHORTEST and balanced(kept)
        before = (
            (len(kept), len(kept) + needs_stop(kept, shortened=True)) if stands and end < len(text) else None
        )


def _selection(document: Document, ranking: Ranking, units: Sequence[Unit]) -> Selection:
    chosen = []
    for index, end, _, _ in units:
        whole = document.excerpts[index]
        part = whole.cut(0, end)
        chosen.append(
            Selected(part.text, part.spans, index, float(ranking.scores[index]), end < len(whole.text))
        )
    return Selection(tuple(chosen))
