"""Exact search in a linear chain: the best labelling of a page, with so many pieces, and what comes nearly as close.

Furniture is transparent: it may stand anywhere, at a price that depends on what came before it, and what comes after
it follows on that. So the state is that of the last line that was no furniture. A mark that somebody has put between
two pieces is furniture after which the state is that of the beginning again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple

START, END, FURNITURE = "start", "end", "furniture"
UNMARKED = "tail"
"""The state between two pieces that no mark parts."""
UNFINISHED = -6.0
"""What it costs a page to end before the body of its last piece."""
_SLACK = 3
_MOST_WORK = 2_000_000
"""Lines times pieces that a search for so many pieces may cost."""
_IMPOSSIBLE = float("-inf")


class LineScores(NamedTuple):
    """What a line scores: as furniture, and in each state but the first, with the place that scores so."""

    aside: float
    scores: Sequence[float]
    places: Sequence[str]


class Doubt(NamedTuple):
    """A line at which a piece begins or does not, and how much less the best other reading scores."""

    line: int
    begins: bool
    margin: float


class _Step(NamedTuple):
    """The state that a line is read in, 0 for furniture and marks, and whether a piece begins behind another."""

    state: int
    begins: bool


class Lattice:
    """The states and steps of a model: what it costs to go from state to state, of which some begin a piece."""

    def __init__(
        self, follows: Mapping[str, Mapping[str, float]], opening: Collection[str], head: Collection[str]
    ) -> None:
        self._states = tuple(follows)
        number = {state: at for at, state in enumerate(self._states)}
        self._aside = [follows[state].get(FURNITURE, 0.0) for state in self._states]
        self._behind = [self._aside[number[UNMARKED]], *self._aside[1:]]
        """What furniture costs in each state: at the head of a page it is usual, behind a mark it is not."""
        self._last = [follows[state].get(END, UNFINISHED) for state in self._states]
        self._begins = [
            [after in opening and before not in head and before != START for after in self._states]
            for before in self._states
        ]
        """Which steps begin a piece."""
        self._on, self._new = (
            [
                [
                    (number[before], costs[after])
                    for before, costs in follows.items()
                    if after in costs and self._begins[number[before]][at] is begins
                ]
                for at, after in enumerate(self._states)
            ]
            for begins in (False, True)
        )
        """For each state the steps that lead there, within a piece and into a new one."""

    def best(
        self, lines: Sequence[LineScores], marks: Collection[int] = (), closed: Collection[int] = ()
    ) -> list[str]:
        """The places with the highest total; at each of `marks` a piece begins, at none of `closed`."""
        return _places(lines, self._walk(*self._forward(lines, marks, closed)))

    def best_and_doubts(
        self, lines: Sequence[LineScores], below: float, marks: Collection[int] = ()
    ) -> tuple[list[str], list[Doubt]]:
        """The best places, and the lines at which another reading is nearly as good: `below` is how nearly.

        Every line is asked: what is the best reading in which a piece begins here, what the best in which none does
        (max-marginals, forward and backward).
        """
        alphas, trace = self._forward(lines, marks)
        return _places(lines, self._walk(alphas, trace)), self._doubts(lines, alphas, below, marks)

    def _forward(
        self, lines: Sequence[LineScores], marks: Collection[int], closed: Collection[int] = ()
    ) -> tuple[list[list[float]], list[list[int]]]:
        """The best score of each state before and after every line, and where it came from."""
        alphas, trace = [self._start()], []
        nothing, prices = [_IMPOSSIBLE] * len(self._states), self._prices(len(lines), marks)
        for number, line in enumerate(lines):
            fewer = nothing if number in closed and number not in marks else alphas[-1]
            alpha, came = self._advance(alphas[-1], fewer, None if number in marks else line, prices[number])
            alphas.append(alpha)
            trace.append(came)
        return alphas, trace

    def _start(self) -> list[float]:
        return [0.0] + [_IMPOSSIBLE] * (len(self._states) - 1)

    def _advance(
        self, alpha: Sequence[float], fewer: Sequence[float], line: LineScores | None, prices: Sequence[float]
    ) -> tuple[list[float], list[int]]:
        """The best score of each state after a line, and where it came from: the state before, -1 for furniture.

        Steps that begin a piece come from `fewer`, all others from `alpha`. No line is a mark.
        """
        if line is None:
            ends = [alpha[0], *self._ends(fewer)[1:]]
            score = max(ends)
            return [score] + [_IMPOSSIBLE] * (len(ends) - 1), [ends.index(score)] + [-1] * (len(ends) - 1)
        scores, came = [alpha[0] + prices[0] + line.aside], [-1]
        for state, own in enumerate(line.scores, 1):
            best, origin = alpha[state] + prices[state] + line.aside - own, -1
            for before, cost in self._on[state]:
                score = alpha[before] + cost
                if score > best:
                    best, origin = score, before
            for before, cost in self._new[state]:
                score = fewer[before] + cost
                if score > best:
                    best, origin = score, before
            scores.append(best + own)
            came.append(origin)
        return scores, came

    def _prices(self, lines: int, marks: Collection[int]) -> list[list[float]]:
        """What furniture costs at each line."""
        first = min(marks, default=lines)
        return [self._behind if number > first else self._aside for number in range(lines)]

    def _walk(self, alphas: Sequence[Sequence[float]], trace: Sequence[Sequence[int]]) -> list[_Step]:
        ends = self._ends(alphas[-1])
        return self._back(ends.index(max(ends)), lambda at, _: trace[at], len(trace), 0)

    def _ends(self, alpha: Sequence[float]) -> list[float]:
        return [score + last for score, last in zip(alpha, self._last, strict=True)]

    def _back(
        self, state: int, came: Callable[[int, int], Sequence[int]], lines: int, layer: int
    ) -> list[_Step]:
        """The steps on the way back from a state; `came` is asked for a line and the pieces begun before it."""
        steps: list[_Step] = []
        for at in range(lines - 1, -1, -1):
            origin = came(at, layer)[state]
            # Only a mark leads to the beginning.
            begins = origin >= 0 and (self._begins[origin][state] or state == 0 < origin)
            steps.append(_Step(0 if origin < 0 else state, begins))
            layer -= begins
            state = state if origin < 0 else origin
        return steps[::-1]

    def best_with(
        self, lines: Sequence[LineScores], pieces: int, marks: Collection[int] = ()
    ) -> list[str] | None:
        """The places with the highest total among readings with exactly so many pieces; None if there is none.

        The number of pieces so far is kept within a band around that of the best reading, which is as wide as the
        page has to gain or lose pieces.
        """
        counts = [*accumulate(step.begins for step in self._walk(*self._forward(lines, marks)))]
        band = abs(pieces - 1 - (counts[-1] if counts else 0)) + _SLACK
        if pieces > len(lines) or band * len(lines) > _MOST_WORK:
            return None
        none, prices = [_IMPOSSIBLE] * len(self._states), self._prices(len(lines), marks)
        layers = {0: self._start()}
        trace: list[dict[int, list[int]]] = []
        for number, (line, count) in enumerate(zip(lines, counts, strict=True)):
            scored = None if number in marks else line
            found = {
                layer: self._advance(
                    layers.get(layer, none), layers.get(layer - 1, none), scored, prices[number]
                )
                for layer in range(max(0, count - band), min(pieces, count + band + 1))
            }
            layers = {layer: scores for layer, (scores, _) in found.items()}
            trace.append({layer: came for layer, (_, came) in found.items()})
        ends = self._ends(layers.get(pieces - 1, none))
        if max(ends) == _IMPOSSIBLE:
            return None
        state = ends.index(max(ends))
        return _places(lines, self._back(state, lambda at, layer: trace[at][layer], len(trace), pieces - 1))

    def _doubts(
        self,
        lines: Sequence[LineScores],
        alphas: Sequence[Sequence[float]],
        below: float,
        marks: Collection[int],
    ) -> list[Doubt]:
        beta, prices = list(self._last), self._prices(len(lines), marks)
        found: list[Doubt] = []
        for number in range(len(lines) - 1, -1, -1):
            if number in marks:
                beta = [beta[0], *(last + beta[0] for last in self._last[1:])]
                continue
            aside, scores, _ = lines[number]
            alpha = alphas[number]
            stay = [price + aside + after for price, after in zip(prices[number], beta, strict=True)]
            new = [_IMPOSSIBLE] * len(beta)
            for state, own in enumerate(scores, 1):
                ahead = own + beta[state]
                for best, steps in ((stay, self._on[state]), (new, self._new[state])):
                    for before, cost in steps:
                        if cost + ahead > best[before]:
                            best[before] = cost + ahead
            begins, goes_on = (max(map(add, alpha, best)) for best in (new, stay))
            if abs(begins - goes_on) < below:
                found.append(Doubt(number, begins > goes_on, abs(begins - goes_on)))
            beta = list(map(max, stay, new))
        return found[::-1]


def _places(lines: Sequence[LineScores], steps: Sequence[_Step]) -> list[str]:
    return [
        line.places[step.state - 1] if step.state else FURNITURE
        for line, step in zip(lines, steps, strict=True)
    ]
