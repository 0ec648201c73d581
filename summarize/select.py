"""The one place where sentences are chosen, whatever engine scored them.

A summary is worth what its terms are worth, each counted once (Gillick and Favre 2009). Never over the budget,
printed in the order of the piece.
"""

from __future__ import annotations

import re
from itertools import accumulate
from math import inf, log
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from summarize.choice import choose, deserved
from summarize.compress import balanced
from summarize.genre import argues
from summarize.lexicon import letters, opening, predicates
from summarize.lexicon import words as words_of
from summarize.line import adverbial, has_subject
from summarize.maximum_coverage import Coverage, Unit
from summarize.signs import forms, short_named
from summarize.summary import Selected, Selection, needs_stop

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarize.budget import Budget
    from summarize.document import Document
    from summarize.ranking import Ranking

SHORT, LONG = 44, 110
"""Budgets in characters that the next two are given for; between them they go with its logarithm."""
PRICE = (0.065, 0.1)
"""What saying a term costs: terms less likely than this to be in a summary do not pay for themselves."""
SCALING = (0.4, 0.7)
"""The power of its length that a unit's worth is divided by: a short summary has room for one sentence, and that
may as well be a long one."""
ENOUGH = 0.4
"""With this share of the budget left, nothing is added any more that does not pay for itself."""
CUT_FROM = 0.6
"""A sentence is cut only if it would take a larger share of the budget."""
SHORTEST = 10
"""A sentence is not cut down to fewer characters."""
PROMISING = 10
"""So many of the best sentences, and one more for every 50 characters, may be cut."""
COMPLETED_BY = 5
"""So many words of the next clause can complete the one before."""
_WORKS = re.compile("《[^》]*》")
"""A beginning that is mostly names of documents tells little."""
_CLAUSE_MARKS = frozenset("，,；;：:")
_LOOSE_MARKS = "，,；;：:、—- \t\u3000"


def select(document: Document, ranking: Ranking, budget: Budget) -> Selection:
    """The sentences of `document` that are worth most within `budget` and do not repeat one another.

    A piece that fits comes back whole. Of an opinion piece whole sentences that can stand alone are chosen; see
    `summarize.choice`. Of other texts, and if there is no such sentence, one may be cut after a clause where the
    engine tells terms apart or no sentence fits; a sentence that hangs on the one before it is chosen after that
    one, or when nothing else fits.
    """
    room, places = budget.in_characters(document), budget.in_sentences(document)
    if sum(map(len, document.texts)) <= room and len(document.texts) <= places:
        whole = [Unit(index, len(text), len(text), _NO_TERMS) for index, text in enumerate(document.texts)]
        everything = _selection(document, ranking, whole)
        if len(everything.text) <= room:
            return everything
    numbers: list[int] = []
    if ranking.adds and budget.unit == "deserved":
        numbers = deserved(document, ranking, int(budget.amount))
    elif ranking.adds or argues(document):
        numbers = choose(document, ranking, room, places)
    elif budget.unit == "deserved":
        numbers = _long_best(document, ranking, room, int(budget.amount))
    if numbers:
        whole = [Unit(number, len(document.texts[number]), 0, _NO_TERMS) for number in numbers]
        return _fitting(document, ranking, whole, room)
    hanging = _hanging(document)
    lowest = min(ranking.scores, default=0.0)
    scores = [score - min(lowest, 0.0) for score in ranking.scores]
    weights = None if ranking.terms is None else ranking.terms - _between(PRICE, room)
    # In a summary of so few characters no more sentences have a place, nor need cutting.
    texts, _, title = document.in_one_script
    barred = {
        number for number, faults in enumerate(forms(document)) if faults or short_named(texts[number], title)
    }
    if len(barred) == len(scores):
        barred = set()
    promising = set(sorted(range(len(scores)), key=lambda number: -scores[number])[: PROMISING + room // 50])
    whole_only = weights is None or budget.unit == "sentences"
    for cut_from, strict in ((inf if whole_only else CUT_FROM * room, True), (0, True), (0, False)):
        units = [
            unit
            for unit in _units(document, room, promising, cut_from=cut_from, strict=strict)
            if unit.number not in barred
        ]
        coverage = Coverage(units, weights, scores, _between(SCALING, room))
        left = coverage.fill(room, places, hanging, ENOUGH * room)
        coverage.fill(left, places, (), ENOUGH * room)
        if coverage.chosen:
            break
    return _fitting(document, ranking, sorted(coverage.chosen, key=lambda unit: unit.number), room)


def _long_best(document: Document, ranking: Ranking, room: int, most: int) -> list[int]:
    """The best sentence if it needs more than `room` and no more than `most`: cut, it would give way to lesser ones."""
    best = max(range(len(ranking.scores)), key=lambda number: (ranking.scores[number], -number), default=None)
    if best is None or best in _hanging(document) or forms(document)[best]:
        return []
    text, (texts, _, title) = document.texts[best], document.in_one_script
    fits = room < len(text) + needs_stop(text) <= most
    return [best] if fits and not short_named(texts[best], title) else []


def _between(values: tuple[float, float], room: int) -> float:
    """The value for a budget, given those for a short and a long one."""
    share = log(max(room, 1) / SHORT) / log(LONG / SHORT)
    return values[0] + (values[1] - values[0]) * min(max(share, 0.0), 1.0)


_NO_TERMS = np.zeros(0, np.int64)


def _hanging(document: Document) -> set[int]:
    """The sentences that begin with what only the one before explains: 其中, 但是, 他, 这."""
    hanging = words_of("hanging")
    return {at for at, tagged in enumerate(document.in_one_script[1]) if at and opening(tagged) in hanging}


def _units(
    document: Document, room: int, promising: Collection[int], *, cut_from: float, strict: bool
) -> Iterator[Unit]:
    """The sentences that fit, and the beginnings of the promising ones of more than `cut_from` characters."""
    cuts: list[tuple[int, int, int]] = []
    limits = [0]
    for number, text in enumerate(document.texts):
        limits.append(limits[number] + len(text))
        cost = len(text) + needs_stop(text)
        if cost <= room:
            cuts.append((number, len(text), cost))
        if len(text) > cut_from and number in promising:
            cuts += [(number, *cut) for cut in _beginnings(document, number, room, strict=strict)]
    places, terms = document.terms.arrivals
    firsts = places.searchsorted([limits[number] for number, _, _ in cuts]).tolist()
    lasts = places.searchsorted([limits[number] + end - 1 for number, end, _ in cuts]).tolist()
    for cut, first, last in zip(cuts, firsts, lasts, strict=True):
        yield Unit(*cut, terms[first:last])


def _beginnings(document: Document, number: int, room: int, *, strict: bool) -> Iterator[tuple[int, int]]:
    """Where a sentence can be cut to fit, and the characters that are left with a full stop for the mark.

    Cuts follow a clause. If `strict`, that clause has a verb and does not open as a subordinate one (随着, 如果),
    and the next one does not complete it (但, 才, 就, 而是).
    """
    text, tagged = document.texts[number], document.tagged[number]
    completing = words_of("completing")
    places = [place for place, (word, _) in enumerate(tagged, start=1) if word in _CLAUSE_MARKS]
    ends = list(accumulate(map(len, map(itemgetter(0), tagged))))
    for first, last, after in zip([0, *places], places, [*places[1:], len(tagged)], strict=False):
        end = ends[last - 1]
        kept = text[:end].rstrip(_LOOSE_MARKS)
        cost = len(kept) + needs_stop(kept)
        if cost > room:
            return
        if not kept or end == len(text) or (kept[-1].isdigit() and text[end].isdigit()) or not balanced(kept):
            continue
        following = (word for word, _ in tagged[last : min(last + COMPLETED_BY, after)])
        # A mark inside a quotation ends no clause: 围绕“以人为本，为民服务”主题.
        while first and not balanced("".join(word for word, _ in tagged[first:last])):
            first = max((place for place in places if place < first), default=0)
        if not strict or (
            completing.isdisjoint(following) and _stands(kept, opening(tagged), tagged[first:last])
        ):
            yield len(kept), cost


def _stands(kept: str, begins: str, clause: Sequence[tuple[str, str]]) -> bool:
    """Whether a sentence that begins with `kept`, the last clause of it being `clause`, can end there.

    Where it `begins` with 随着 the last clause must say what then happens, and to whom.
    """
    if len(kept) < SHORTEST or clause[-1][0] in "：:" or clause[-2:][0][0] in words_of("speech"):
        return False
    if clause[0][0] == "为":  # 为更好吸纳民意 opens with its purpose; elsewhere 为 is a verb
        return False
    if not words_of("subordinate").isdisjoint(word for word, _ in clause):
        return False
    said, flags = zip(*clause, strict=True)
    tags = letters(flags)
    if begins in words_of("subordinate") and not has_subject(tags.replace("x", "")):
        return False
    if "在" in said and tags[-2:-1] == "f":  # 在社会生活中: the deed comes in the next clause
        return False
    if 2 * sum(map(len, _WORKS.findall(kept))) > len(kept):
        return False
    return predicates(said, tags) and not adverbial(kept)


def _fitting(document: Document, ranking: Ranking, units: Sequence[Unit], room: int) -> Selection:
    """The chosen sentences but for those of least worth that do not fit with the spaces between them."""
    selection = _selection(document, ranking, units)
    while len(selection.text) > room and len(units) > 1:
        least = min(units, key=lambda unit: (ranking.scores[unit.number], -unit.number))
        units = [unit for unit in units if unit is not least]
        selection = _selection(document, ranking, units)
    return selection


def _selection(document: Document, ranking: Ranking, units: Sequence[Unit]) -> Selection:
    chosen = []
    for index, end, _, _ in units:
        whole = document.excerpt(index)
        part = whole.cut(0, end)
        chosen.append(
            Selected(part.text, part.spans, index, float(ranking.scores[index]), end < len(whole.text))
        )
    return Selection(tuple(chosen))
