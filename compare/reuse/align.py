"""Two stretches of text aligned character by character: what is equal, and how many edits lie between.

A match of equal characters counts their bits, an edit costs `EDIT_COST`: log-odds against texts that have
nothing to do with each other, as in Smith and Waterman (1981) and BLAST (Altschul et al. 1990). All chains of all
pairs of texts are aligned side by side, see `compare.reuse.bands`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain as chained
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from compare.reuse.bands import Tasks, best_paths
from compare.reuse.candidates import Run
from compare.reuse.costs import DROP, EDIT_COST, MOVE_COST, NEAR_COST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from compare.reuse.seeds import Collection

    Offsets = NDArray[np.int64]
    Bits = NDArray[np.floating[Any]]
    Flags = NDArray[np.bool_]

STEP = 24
"""Characters looked at in one go when an alignment is carried on beyond its ends."""

BAND = 6
"""How far an alignment may leave the diagonal when it is carried on beyond its ends."""

MARGIN = 192
"""Characters around a cluster of runs that an alignment may reach."""

GAP_SIZES = (4, 8, 16, 32, 64)
"""Gaps between runs are filled together with those of about their size; larger ones are left empty."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Equal runs in the order of the left text, none touching another, and what they are worth in bits."""

    runs: tuple[Run, ...]
    bits: float

    @property
    def left(self) -> tuple[int, int]:
        """The stretch of the left text, end exclusive."""
        return self.runs[0].a, self.runs[-1].a + self.runs[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """The stretch of the right text, end exclusive."""
        return min(r.b for r in self.runs), max(r.b + r.length for r in self.runs)

    @property
    def equal(self) -> int:
        """How many characters are equal."""
        return sum(run.length for run in self.runs)


class Chain(NamedTuple):
    """Runs of the texts with indices `left` and `right` to align, in the order of the left text, and how far the
    alignment may reach: `low` and `high` for either side.
    """

    left: int
    right: int
    runs: Sequence[Run]
    low: tuple[int, int]
    high: tuple[int, int]


class Pieces(NamedTuple):
    """Runs of all chains as columns, with places in the whole collection; by chain and place on the left."""

    chain: Offsets
    a: Offsets
    b: Offsets
    length: Offsets


@dataclass(frozen=True)
class Space:
    """A collection of texts with the bits of its characters, where chains are aligned."""

    collection: Collection
    bits: Bits

    def weights(self, a: Offsets, b: Offsets, length: Offsets) -> Bits:
        """The bits of runs: of each character the lower of both sides, the context of one may be cut."""
        if not len(a):
            return np.zeros(0)
        first = np.cumsum(length) - length
        inside = np.arange(int(length.sum())) - np.repeat(first, length)
        lower = np.minimum(self.bits[np.repeat(a, length) + inside], self.bits[np.repeat(b, length) + inside])
        weights: Bits = np.add.reduceat(lower, first, dtype=np.float64)
        return weights

    def align(self, chains: Sequence[Chain]) -> list[Alignment | None]:
        """The best alignment along each chain: gaps filled, ends carried on, and a bad stretch cut off."""
        if not chains:
            return []
        starts = self.collection.start
        left = starts[[chain.left for chain in chains]]
        right = starts[[chain.right for chain in chains]]
        number = np.repeat(np.arange(len(chains)), [len(chain.runs) for chain in chains])
        runs = _column(run for chain in chains for run in chain.runs).reshape(-1, 3)
        pieces = Pieces(number, runs[:, 0] + left[number], runs[:, 1] + right[number], runs[:, 2])
        begin = np.stack([left, right], axis=1)
        low = _column(chain.low for chain in chains).reshape(-1, 2) + begin
        high = _column(chain.high for chain in chains).reshape(-1, 2) + begin
        breaks = self.collection.breaks
        parts = [pieces, *self._filled(pieces, breaks)]
        same = pieces.chain[1:] == pieces.chain[:-1]
        moved = np.zeros(len(chains), dtype=bool)
        moved[pieces.chain[1:][same & (pieces.b[1:] <= pieces.b[:-1])]] = True
        last = np.append(np.flatnonzero(~same), len(number) - 1)
        first = np.append(0, last[:-1] + 1)
        carried = np.flatnonzero(~moved)
        ends = _Ends(
            carried, (pieces.a + pieces.length)[last][carried], (pieces.b + pieces.length)[last][carried]
        )
        parts += self._carried_on(ends, high, breaks, 1)
        ends = _Ends(carried, pieces.a[first][carried], pieces.b[first][carried])
        parts += self._carried_on(ends, low, breaks, -1)
        every = Pieces(*(np.concatenate(column) for column in zip(*parts, strict=True)))
        order = np.lexsort((every.a, every.chain))
        every = _joined(Pieces(*(column[order] for column in every)))
        return self._best(every, breaks, left, right)

    def _filled(self, pieces: Pieces, breaks: Offsets) -> list[Pieces]:
        """The shorter runs between two that follow each other on both sides."""
        chain, a, b, length = pieces
        rows = a[1:] - (a + length)[:-1]
        columns = b[1:] - (b + length)[:-1]
        fit = (chain[1:] == chain[:-1]) & (rows > 0) & (columns > 0)
        between = np.flatnonzero(fit)
        tasks = Tasks((a + length)[between], (b + length)[between], rows[between], columns[between])
        free = ~_holds_break(breaks, tasks.a, tasks.rows) & ~_holds_break(breaks, tasks.b, tasks.columns)
        tasks, between = tasks.take(free), between[free]
        size = np.maximum(tasks.rows, tasks.columns)
        found = []
        for smaller, band in zip((0, *GAP_SIZES), GAP_SIZES, strict=False):
            some = np.flatnonzero((size > smaller) & (size <= band))
            if len(some):
                cells = best_paths(self.collection.codes, self._short, tasks.take(some), band=band)
                found.append(_runs(chain[between[some]][cells.task], cells.a, cells.b))
        return found

    @cached_property
    def _short(self) -> NDArray[np.float32]:
        return self.bits.astype(np.float32, copy=False)

    def _carried_on(self, ends: _Ends, bound: Offsets, breaks: Offsets, step: int) -> list[Pieces]:
        """The runs of alignments carried on behind their last run, or with `step` -1 before the first."""
        bits = self._short
        found = []
        while len(ends.chain):
            chain, a, b = ends
            rows = np.minimum(STEP, _room(breaks, a, bound[chain, 0], step))
            columns = np.minimum(STEP, _room(breaks, b, bound[chain, 1], step))
            some = (rows > 0) & (columns > 0)
            chain, a, b = chain[some], a[some], b[some]
            if not len(chain):
                break
            corner = -1 if step < 0 else 0
            tasks = Tasks(a + corner, b + corner, rows[some], columns[some])
            cells = best_paths(self.collection.codes, bits, tasks, band=BAND, step=step, drop=DROP)
            found.append(_runs(chain[cells.task], cells.a, cells.b))
            outer = (
                np.flatnonzero(np.append(cells.task[1:] != cells.task[:-1], True))
                if len(cells.task)
                else cells.task
            )
            if step < 0 and len(outer):
                outer = np.append(0, outer[:-1] + 1)
            beyond = 1 if step > 0 else 0
            ends = _Ends(chain[cells.task[outer]], cells.a[outer] + beyond, cells.b[outer] + beyond)
        return found

    def _best(self, pieces: Pieces, breaks: Offsets, left: Offsets, right: Offsets) -> list[Alignment | None]:
        """The runs of each chain in a row that are worth most, gaps counted (Kadane's algorithm)."""
        weights = self.weights(pieces.a, pieces.b, pieces.length).tolist()
        costs = _gap_costs(pieces, breaks).tolist()
        first = np.flatnonzero(np.append(True, pieces.chain[1:] != pieces.chain[:-1])).tolist()
        chain = pieces.chain
        a, b = (pieces.a - left[chain]).tolist(), (pieces.b - right[chain]).tolist()
        runs = list(map(Run, a, b, pieces.length.tolist()))
        found: list[Alignment | None] = []
        for start, stop in zip(first, [*first[1:], len(runs)], strict=True):
            best, best_range = 0.0, (0, 0)
            total, since = 0.0, start
            for at in range(start, stop):
                if at > start:
                    total -= costs[at]
                if total <= 0.0:
                    total, since = 0.0, at
                total += weights[at]
                if total > best:
                    best, best_range = total, (since, at + 1)
            low, high = best_range
            cost = NEAR_COST if high - low > 1 else 0.0
            found.append(Alignment(tuple(runs[low:high]), best - cost) if high else None)
        return found


def _column(tuples: Iterable[tuple[int, ...]]) -> Offsets:
    """The numbers of all tuples in a row: much faster than an array of tuples."""
    return np.array(list(chained.from_iterable(tuples)), dtype=np.int64)


class _Ends(NamedTuple):
    """How far the alignments of chains have come."""

    chain: Offsets
    a: Offsets
    b: Offsets


def _room(breaks: Offsets, place: Offsets, bound: Offsets, step: int) -> Any:
    """How many characters lie between a place and the next break or the bound."""
    if step > 0:
        return (
            np.minimum(np.append(breaks, np.iinfo(np.int64).max)[np.searchsorted(breaks, place)], bound)
            - place
        )
    return place - np.maximum(np.append(-1, breaks)[np.searchsorted(breaks, place)] + 1, bound)


def _holds_break(breaks: Offsets, start: Offsets, length: Offsets) -> Flags:
    return np.searchsorted(breaks, start) < np.searchsorted(breaks, start + np.maximum(length, 0))


def _runs(chain: Offsets, a: Offsets, b: Offsets) -> Pieces:
    """Single equal characters, by chain and place, as runs."""
    return _joined(Pieces(chain, a, b, np.ones(len(a), dtype=np.int64)))


def _joined(pieces: Pieces) -> Pieces:
    """Runs that follow each other on both sides as one."""
    chain, a, b, length = pieces
    if not len(chain):
        return pieces
    follows = (chain[1:] == chain[:-1]) & (a[1:] == (a + length)[:-1]) & (b[1:] == (b + length)[:-1])
    first = np.flatnonzero(np.append(True, ~follows))
    return Pieces(chain[first], a[first], b[first], np.add.reduceat(length, first))


def _gap_costs(pieces: Pieces, breaks: Offsets) -> Bits:
    """Bits for what lies between a run and the one before it in the left text; no gap spans a break."""
    _, a, b, length = pieces
    costs = np.zeros(len(a))
    end_a, end_b = (a + length)[:-1], (b + length)[:-1]
    gap_a, gap_b = a[1:] - end_a, b[1:] - end_b
    low = np.minimum(end_b, b[1:])
    high = np.maximum(b[:-1], b[1:])
    moved = (gap_b < 0) | (gap_b > gap_a + STEP)
    costs[1:] = np.where(
        moved, MOVE_COST + EDIT_COST * np.maximum(0, gap_a) * 0.5, EDIT_COST * np.maximum(gap_a, gap_b)
    )
    broken = _holds_break(breaks, end_a, gap_a) | _holds_break(breaks, low, high - low)
    costs[1:][broken] = np.inf
    return costs
