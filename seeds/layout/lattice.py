"""Exact search in a linear chain: the best labelling of a page, with so many pieces, and what comes nearly as close.

Furniture is transparent: it may stand anywhere, at a price that depends on what came before it, and what comes after
it follows on that. So the state is the last place that was no furniture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

START, END, FURNITURE = "start", "end", "furniture"
UNFINISHED = -6.0
"""What it costs a page to end before the body of its last piece."""
_IMPOSSIBLE = float("-inf")


class Step(NamedTuple):
    """A way from one state to another; `begins` tells those that begin a piece."""

    before: int
    after: int
    cost: float
    begins: bool


class Doubt(NamedTuple):
    """A line at which a piece begins or does not, and how much less the best other reading scores."""

    line: int
    begins: bool
    margin: float


class Lattice:
    """The states and steps of a model; lines are given as scores, one a place, furniture last."""

    def __init__(
        self,
        places: Sequence[str],
        follows: Mapping[str, Mapping[str, float]],
        opening: frozenset[str],
        head: frozenset[str],
    ) -> None:
        self.states = (START, *(place for place in places if place != FURNITURE))
        number = {state: at for at, state in enumerate(self.states)}
        self.steps = [
            Step(
                number[before],
                number[after],
                cost,
                after in opening and before not in head and before != START,
            )
            for before, costs in follows.items()
            for after, cost in costs.items()
            if after in number
        ]
        self.aside = [follows[state].get(FURNITURE, 0.0) for state in self.states]
        self.last = [follows[state].get(END, UNFINISHED) for state in self.states]
        self._into = [
            [(step.before, step.cost) for step in self.steps if step.after == state]
            for state in range(len(self.states))
        ]

    def best(self, lines: Sequence[Sequence[float]]) -> list[str]:
        """The places with the highest total."""
        alpha = self._start()
        trace = []
        for line in lines:
            alpha, came = self._advance(alpha, line)
            trace.append(came)
        ends = [score + last for score, last in zip(alpha, self.last, strict=True)]
        return self._walk(trace, ends.index(max(ends)))

    def _start(self) -> list[float]:
        return [0.0] + [_IMPOSSIBLE] * (len(self.states) - 1)

    def _advance(self, alpha: Sequence[float], line: Sequence[float]) -> tuple[list[float], list[int]]:
        """The best score of each state after a line, and where it came from: the state before, -1 for furniture."""
        price = line[-1]
        scores = [score + aside + price for score, aside in zip(alpha, self.aside, strict=True)]
        came = [-1] * len(scores)
        for state in range(1, len(scores)):
            best, origin = _IMPOSSIBLE, -1
            for before, cost in self._into[state]:
                score = alpha[before] + cost
                if score > best:
                    best, origin = score, before
            best += line[state - 1]
            if best > scores[state]:
                scores[state], came[state] = best, origin
        return scores, came

    def _walk(self, trace: Sequence[Sequence[int]], state: int) -> list[str]:
        places: list[str] = []
        for came in reversed(trace):
            origin = came[state]
            places.append(FURNITURE if origin < 0 else self.states[state])
            state = state if origin < 0 else origin
        return places[::-1]

    def best_with(self, lines: Sequence[Sequence[float]], pieces: int) -> list[str] | None:
        """The places with the highest total among readings with exactly so many pieces; None if there is none."""
        layers = [self._start(), *([_IMPOSSIBLE] * len(self.states) for _ in range(pieces - 1))]
        trace: list[list[list[tuple[int, int]]]] = []
        for line in lines:
            came: list[list[tuple[int, int]]] = []
            reached: list[list[float]] = []
            for layer, alpha in enumerate(layers):
                scores = [score + aside + line[-1] for score, aside in zip(alpha, self.aside, strict=True)]
                origins = [(-1, layer)] * len(scores)
                for step in self.steps:
                    source = layer - step.begins
                    if source >= 0:
                        score = layers[source][step.before] + step.cost + line[step.after - 1]
                        if score > scores[step.after]:
                            scores[step.after], origins[step.after] = score, (step.before, source)
                reached.append(scores)
                came.append(origins)
            layers = reached
            trace.append(came)
        ends = [score + last for score, last in zip(layers[-1], self.last, strict=True)]
        state, layer = ends.index(max(ends)), pieces - 1
        if ends[state] == _IMPOSSIBLE:
            return None
        places: list[str] = []
        for came in reversed(trace):
            origin, source = came[layer][state]
            places.append(FURNITURE if origin < 0 else self.states[state])
            state, layer = (state if origin < 0 else origin), source
        return places[::-1]

    def doubts(self, lines: Sequence[Sequence[float]], below: float) -> list[Doubt]:
        """The lines at which another reading, where a piece begins instead of going on or goes on, is nearly as good.

        Every line is asked: what is the best reading in which a piece begins here, what the best in which none does
        (max-marginals, forward and backward).
        """
        alphas = [self._start()]
        for line in lines:
            alphas.append(self._advance(alphas[-1], line)[0])
        beta = list(self.last)
        found: list[Doubt] = []
        for index in range(len(lines) - 1, -1, -1):
            line, alpha = lines[index], alphas[index]
            price = line[-1]
            before = [aside + price + score for aside, score in zip(self.aside, beta, strict=True)]
            goes_on = max(score + ahead for score, ahead in zip(alpha, before, strict=True))
            begins = _IMPOSSIBLE
            for step in self.steps:
                ahead = step.cost + line[step.after - 1] + beta[step.after]
                before[step.before] = max(before[step.before], ahead)
                if step.begins:
                    begins = max(begins, alpha[step.before] + ahead)
                else:
                    goes_on = max(goes_on, alpha[step.before] + ahead)
            if abs(begins - goes_on) < below:
                found.append(Doubt(index, begins > goes_on, abs(begins - goes_on)))
            beta = before
        return found[::-1]
