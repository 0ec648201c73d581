"""Two stretches of text aligned character by character: what is equal, and how many edits lie between.

A match of equal characters counts their bits, an edit costs `EDIT_COST`: log-odds against texts that have
nothing to do with each other, as in Smith and Waterman (1981) and BLAST (Altschul et al. 1990). All chains of all
pairs of texts are aligned side by side, see `compare.reuse.banded_alignment`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain as chained
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.reuse.banded_alignment import Tasks, best_paths
from compare.reuse.costs import DROP, EDIT_COST, NEAR_COST
from compare.reuse.index import Collection, SharedRun

Offsets = NDArray[np.int64]
Bits = NDArray[np.floating[Any]]

STEP = 24
"""Characters looked at in one go when an alignment is carried on beyond its ends."""

BAND = 6
"""How far an alignment may leave the diagonal when it is carried on beyond its ends."""

GAP_SIZES = (4, 8, 16, 32, 64)
"""Gaps between runs are filled together with those of about their size; larger ones are left empty."""


class Alignment(NamedTuple):
    """Equal runs in the order of the left text, none touching another, and what they are worth in bits."""

    runs: tuple[SharedRun, ...]
    bits: float

    @property
    def left(self) -> tuple[int, int]:
        """The stretch of the left text, end exclusive."""
        return self.runs[0].a, self.runs[-1].a + self.runs[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """The stretch of the right text, end exclusive."""
        if len(self.runs) == 1:
            return self.runs[0].b, self.runs[0].b + self.runs[0].length
        return min(r.b for r in self.runs), max(r.b + r.length for r in self.runs)

    @property
    def equal(self) -> int:
        """How many characters are equal."""
        return sum(run.length for run in self.runs)


class Chain(NamedTuple):
    """Runs of the texts with indices `left` and `right` to align, in the same order in both."""

    left: int
    right: int
    runs: Sequence[SharedRun]


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

    def align(self, chains: Sequence[Chain]) -> list[list[Alignment]]:
        """What is worth telling along each chain: gaps filled, ends carried on, and bad stretches cut out."""
        if not chains:
            return []
        starts, ends = self.collection.start[:-1], self.collection.start[1:] - 1
        sides = np.array([(chain.left, chain.right) for chain in chains])
        left, right = starts[sides[:, 0]], starts[sides[:, 1]]
        number = np.repeat(np.arange(len(chains)), [len(chain.runs) for chain in chains])
        runs = _column(run for chain in chains for run in chain.runs).reshape(-1, 3)
        pieces = Pieces(number, runs[:, 0] + left[number], runs[:, 1] + right[number], runs[:, 2])
        first = np.flatnonzero(np.append(True, number[1:] != number[:-1]))
        last = np.append(first[1:], len(number)) - 1
        every = np.arange(len(chains))
        behind = _Ends(every, (pieces.a + pieces.length)[last], (pieces.b + pieces.length)[last])
        parts = [
            pieces,
            *self._filled(pieces),
            *self._carried_on(behind, ends[sides], 1),
            *self._carried_on(_Ends(every, pieces.a[first], pieces.b[first]), starts[sides], -1),
        ]
        found = Pieces(*(np.concatenate(column) for column in zip(*parts, strict=True)))
        order = np.lexsort((found.a, found.chain))
        return self._worth(_joined(Pieces(*(column[order] for column in found))), left, right)

    def _filled(self, pieces: Pieces) -> list[Pieces]:
        """The shorter runs between two that follow each other on both sides."""
        chain, a, b, length = pieces
        rows = a[1:] - (a + length)[:-1]
        columns = b[1:] - (b + length)[:-1]
        fit = (chain[1:] == chain[:-1]) & (rows > 0) & (columns > 0)
        between = np.flatnonzero(fit)
        tasks = Tasks((a + length)[between], (b + length)[between], rows[between], columns[between])
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

    def _carried_on(self, ends: _Ends, bound: Offsets, step: int) -> list[Pieces]:
        """The runs of alignments carried on behind their last run, or with `step` -1 before the first."""
        bits = self._short
        found = []
        while len(ends.chain):
            chain, a, b = ends
            rows = np.minimum(STEP, step * (bound[chain, 0] - a))
            columns = np.minimum(STEP, step * (bound[chain, 1] - b))
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

    def _worth(self, pieces: Pieces, left: Offsets, right: Offsets) -> list[list[Alignment]]:
        """The runs of each chain in rows that are worth most, gaps counted."""
        weights = self.weights(pieces.a, pieces.b, pieces.length).tolist()
        costs = _gap_costs(pieces).tolist()
        first = np.flatnonzero(np.append(True, pieces.chain[1:] != pieces.chain[:-1])).tolist()
        a, b = (pieces.a - left[pieces.chain]).tolist(), (pieces.b - right[pieces.chain]).tolist()
        runs = list(map(SharedRun, a, b, pieces.length.tolist()))
        found: list[list[Alignment]] = []
        for start, stop in zip(first, [*first[1:], len(runs)], strict=True):
            rows = worthy_rows(weights[start:stop], costs[start:stop])
            found.append([])
            for low, high, bits in rows:
                cost = NEAR_COST if high - low > 1 else 0.0
                found[-1].append(Alignment(tuple(runs[start + low : start + high]), bits - cost))
        return found


def worthy_rows(weights: Sequence[float], costs: Sequence[float]) -> list[tuple[int, int, float]]:
    """The rows `(from, to, worth)` of items in which no part at an end costs more than it is worth.

    `costs[i]` is paid between the items i - 1 and i. The row worth most comes first (Kadane's algorithm), then
    those left and right of it: the maximal scoring subsequences of Ruzzo and Tompa (1999).
    """
    found = []
    open_ = [(0, len(weights))]
    while open_:
        low, high = open_.pop()
        best, begin, end = 0.0, low, low
        total, since = 0.0, low
        for at in range(low, high):
            total = total - costs[at] if at > since else 0.0
            if total <= 0.0:
                total, since = 0.0, at
            total += weights[at]
            if total > best:
                best, begin, end = total, since, at + 1
        if end > begin:
            found.append((begin, end, best))
            open_ += [(low, begin), (end, high)]
    return sorted(found)


def _column(tuples: Iterable[tuple[int, ...]]) -> Offsets:
    """The numbers of all tuples in a row: much faster than an array of tuples."""
    return np.array(list(chained.from_iterable(tuples)), dtype=np.int64)


class _Ends(NamedTuple):
    """How far the alignments of chains have come."""

    chain: Offsets
    a: Offsets
    b: Offsets


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


def _gap_costs(pieces: Pieces) -> Bits:
    """Bits for what lies between a run and the one before it."""
    _, a, b, length = pieces
    costs = np.zeros(len(a))
    costs[1:] = EDIT_COST * np.maximum(a[1:] - (a + length)[:-1], b[1:] - (b + length)[:-1])
    return costs
