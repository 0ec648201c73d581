"""Exact search in a linear chain: the best labelling of a page, with so many pieces, and what comes nearly as close.

Furniture is transparent: it may stand anywhere, at a price that depends on what came before it, and what comes after
it follows on that. So the state is the last place that was no furniture. A mark that somebody has put between two
pieces is furniture after which the state is that of the beginning again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

START, END, FURNITURE = "start", "end", "furniture"
UNFINISHED = -6.0
"""What it costs a page to end before the body of its last piece."""
_BEAM = 60.0
"""A state that scores so much less than the best is given up."""
_SLACK = 3
_MOST_WORK = 400_000
"""Lines times pieces that a search for so many pieces may cost."""
_IMPOSSIBLE = float("-inf")


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
        self.aside = [follows[state].get(FURNITURE, 0.0) for state in self.states]
        self.last = [follows[state].get(END, UNFINISHED) for state in self.states]
        self._begins = [
            [after in opening and before not in head and before != START for after in self.states]
            for before in self.states
        ]
        """Which steps begin a piece."""
        out: list[list[tuple[int, float]]] = [
            [(number[after], cost) for after, cost in follows[before].items() if after in number]
            for before in self.states
        ]
        self._new, self._on = (
            [[step for step in steps if self._begins[at][step[0]] is begins] for at, steps in enumerate(out)]
            for begins in (True, False)
        )

    def best(self, lines: Sequence[Sequence[float]], marks: Collection[int] = ()) -> list[str]:
        """The places with the highest total; at each of `marks` one piece ends and the next begins."""
        return self._walk(*self._forward(lines, marks))

    def best_and_doubts(
        self, lines: Sequence[Sequence[float]], below: float, marks: Collection[int] = ()
    ) -> tuple[list[str], list[Doubt]]:
        """The best places, and the lines at which another reading is nearly as good: `below` is how nearly.

        Every line is asked: what is the best reading in which a piece begins here, what the best in which none does
        (max-marginals, forward and backward).
        """
        alphas, trace = self._forward(lines, marks)
        return self._walk(alphas, trace), self._doubts(lines, alphas, below, marks)

    def _forward(
        self, lines: Sequence[Sequence[float]], marks: Collection[int]
    ) -> tuple[list[list[float]], list[list[int]]]:
        """The best score of each state before and after every line, and where it came from."""
        alphas, trace = [self._start()], []
        for number, line in enumerate(lines):
            alpha, came = self._advance(alphas[-1], alphas[-1], None if number in marks else line)
            alphas.append(alpha)
            trace.append(came)
        return alphas, trace

    def _start(self) -> list[float]:
        return [0.0] + [_IMPOSSIBLE] * (len(self.states) - 1)

    def _advance(
        self, alpha: Sequence[float], fewer: Sequence[float], line: Sequence[float] | None
    ) -> tuple[list[float], list[int]]:
        """The best score of each state after a line, and where it came from: the state before, -1 for furniture.

        Steps that begin a piece come from `fewer`, all others from `alpha`. No line is a mark.
        """
        scores, came = [_IMPOSSIBLE] * len(alpha), [-1] * len(alpha)
        if line is None:
            ends = [alpha[0], *self._ends(fewer)[1:]]
            scores[0] = max(ends)
            came[0] = ends.index(scores[0])
            return scores, came
        for origin, steps in ((alpha, self._on), (fewer, self._new)):
            floor = max(origin) - _BEAM
            for before, base in enumerate(origin):
                if base < floor:
                    continue
                for after, cost in steps[before]:
                    if base + cost > scores[after]:
                        scores[after], came[after] = base + cost, before
        for state in range(1, len(scores)):
            scores[state] += line[state - 1]
        for state, score in enumerate(alpha):
            aside = score + self.aside[state] + line[-1]
            if aside >= scores[state]:
                scores[state], came[state] = aside, -1
        return scores, came

    def _walk(self, alphas: Sequence[Sequence[float]], trace: Sequence[Sequence[int]]) -> list[str]:
        ends = self._ends(alphas[-1])
        return self._back(ends.index(max(ends)), lambda at, _: trace[at], len(trace), 0)

    def _ends(self, alpha: Sequence[float]) -> list[float]:
        return [score + last for score, last in zip(alpha, self.last, strict=True)]

    def _back(
        self, state: int, came: Callable[[int, int], Sequence[int]], lines: int, layer: int
    ) -> list[str]:
        """The places on the way back from a state; `came` is asked for a line and the pieces begun before it."""
        places: list[str] = []
        for at in range(lines - 1, -1, -1):
            origin = came(at, layer)[state]
            # Only a mark leads to the beginning.
            places.append(FURNITURE if origin < 0 or state == 0 else self.states[state])
            if origin >= 0:
                layer -= self._begins[origin][state] or (state == 0 < origin)
                state = origin
        return places[::-1]

    def best_with(
        self, lines: Sequence[Sequence[float]], pieces: int, marks: Collection[int] = ()
    ) -> list[str] | None:
        """The places with the highest total among readings with exactly so many pieces; None if there is none.

        The number of pieces so far is kept within a band around that of the best reading, which is as wide as the
        page has to gain or lose pieces.
        """
        counts = self._counts(self.best(lines, marks), marks)
        band = abs(pieces - (counts[-1] if counts else 1)) + _SLACK
        if pieces > len(lines) or band * len(lines) > _MOST_WORK:
            return None
        none = [_IMPOSSIBLE] * len(self.states)
        layers = {0: self._start()}
        trace: list[dict[int, list[int]]] = []
        for number, (line, count) in enumerate(zip(lines, counts, strict=True)):
            scored = None if number in marks else line
            found = {
                layer: self._advance(layers.get(layer, none), layers.get(layer - 1, none), scored)
                for layer in range(max(0, count - 1 - band), min(pieces, count + band))
            }
            layers = {layer: scores for layer, (scores, _) in found.items()}
            trace.append({layer: came for layer, (_, came) in found.items()})
        ends = self._ends(layers.get(pieces - 1, none))
        if max(ends) == _IMPOSSIBLE:
            return None
        return self._back(ends.index(max(ends)), lambda at, layer: trace[at][layer], len(trace), pieces - 1)

    def _counts(self, places: Sequence[str], marks: Collection[int]) -> list[int]:
        """How many pieces have begun by each line of a labelling."""
        number = {state: at for at, state in enumerate(self.states)}
        counts, count, state = [], 1, 0
        for at, place in enumerate(places):
            if at in marks:
                count, state = count + (state > 0), 0
            elif place != FURNITURE:
                count += self._begins[state][number[place]]
                state = number[place]
            counts.append(count)
        return counts

    def _doubts(
        self,
        lines: Sequence[Sequence[float]],
        alphas: Sequence[Sequence[float]],
        below: float,
        marks: Collection[int],
    ) -> list[Doubt]:
        beta = list(self.last)
        found: list[Doubt] = []
        for number in range(len(lines) - 1, -1, -1):
            if number in marks:
                beta = [beta[0], *(last + beta[0] for last in self.last[1:])]
                continue
            line, alpha = lines[number], alphas[number]
            ahead = [score + after for score, after in zip(line, beta[1:], strict=False)]
            price, floor = line[-1], max(alpha) - _BEAM
            before = [_IMPOSSIBLE] * len(beta)
            begins = goes_on = _IMPOSSIBLE
            for state, score in enumerate(alpha):
                if score < floor:
                    continue
                stay = self.aside[state] + price + beta[state]
                for after, cost in self._on[state]:
                    if cost + ahead[after - 1] > stay:
                        stay = cost + ahead[after - 1]
                new = max((cost + ahead[after - 1] for after, cost in self._new[state]), default=_IMPOSSIBLE)
                goes_on, begins = max(goes_on, score + stay), max(begins, score + new)
                before[state] = max(stay, new)
            if abs(begins - goes_on) < below:
                found.append(Doubt(number, begins > goes_on, abs(begins - goes_on)))
            beta = before
        return found[::-1]
