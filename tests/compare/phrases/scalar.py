"""Two stretches of text aligned character by character: what is equal, and how many edits lie between.

A match of equal characters counts their bits, an edit costs `EDIT_COST`: log-odds against texts that have
nothing to do with each other, as in Smith and Waterman (1981) and BLAST (Altschul et al. 1990).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from compare.phrases.candidates import Run
from compare.phrases.costs import DROP, EDIT_COST, MOVE_COST, NEAR_COST
from compare.phrases.fold import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

STEP = 24
"""Characters looked at in one go when an alignment is carried on beyond its ends."""

BAND = 6
"""How far an alignment may leave the diagonal when it is carried on beyond its ends."""


MARGIN = 192
"""Characters around a cluster of runs that an alignment may reach."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text as lists, quicker one by one than arrays; `codes[i]` is character `start + i`."""

    start: int
    codes: list[int]
    bits: list[float]

    @classmethod
    def of(cls, codes: NDArray[np.uint32], bits: NDArray[np.float64], start: int, end: int) -> Stretch:
        """The characters from `start` to `end` with the margin around them."""
        low, high = max(0, start - MARGIN), min(len(codes), end + MARGIN)
        return cls(low, codes[low:high].tolist(), bits[low:high].tolist())

    @property
    def end(self) -> int:
        """Where the stretch ends in the text."""
        return self.start + len(self.codes)

    def has_break(self, start: int, end: int) -> bool:
        """Whether a paragraph ends in `start` to `end`."""
        return BREAK in self.codes[start - self.start : end - self.start]


@dataclass(frozen=True, slots=True)
class Sides:
    """What is aligned."""

    left: Stretch
    right: Stretch

    def weigh(self, run: Run) -> float:
        """The bits of a run: of each character the lower of both sides, the context of one may be cut."""
        a, b, length = run.a - self.left.start, run.b - self.right.start, run.length
        return sum(map(min, self.left.bits[a : a + length], self.right.bits[b : b + length]))


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


def align(sides: Sides, chain: Sequence[Run]) -> Alignment | None:
    """The best alignment along a chain: gaps filled, ends carried on, and a bad stretch cut off."""
    runs: list[Run] = list(chain[:1])
    for run in chain[1:]:
        last = runs[-1]
        if run.b >= last.b + last.length:
            runs += _fill(sides, last, run)
        runs.append(run)
    if all(q.b > p.b for p, q in pairwise(runs)):
        runs = _before(sides, runs[0]) + runs + _after(sides, runs[-1])
    return _best_stretch(sides, _joined(runs))


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that follow each other on both sides as one."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and run.a == last.a + last.length and run.b == last.b + last.length:
            joined[-1] = Run(last.a, last.b, last.length + run.length)
        else:
            joined.append(run)
    return joined


def _gap_cost(sides: Sides, p: Run, q: Run) -> float:
    """Bits for what lies between two runs that follow each other in the left text; no gap spans a break."""
    gap_a, gap_b = q.a - p.a - p.length, q.b - p.b - p.length
    low, high = min(p.b + p.length, q.b), max(p.b, q.b)
    if sides.left.has_break(p.a + p.length, q.a) or sides.right.has_break(low, high):
        return inf
    if gap_b < 0 or gap_b > gap_a + STEP:
        return MOVE_COST + EDIT_COST * max(0, gap_a) * 0.5
    return EDIT_COST * max(gap_a, gap_b)


def _best_stretch(sides: Sides, runs: list[Run]) -> Alignment | None:
    """The runs in a row that are worth most, gaps counted (Kadane's algorithm)."""
    best, best_range = 0.0, (0, 0)
    total, start = 0.0, 0
    for k, run in enumerate(runs):
        if k:
            total -= _gap_cost(sides, runs[k - 1], run)
        if total <= 0.0:
            total, start = 0.0, k
        total += sides.weigh(run)
        if total > best:
            best, best_range = total, (start, k + 1)
    low, high = best_range
    if not high:
        return None
    return Alignment(tuple(runs[low:high]), best - (NEAR_COST if high - low > 1 else 0.0))


def _fill(sides: Sides, p: Run, q: Run) -> list[Run]:
    """The shorter runs between two that follow each other on both sides."""
    a, a_end, b, b_end = p.a + p.length, q.a, p.b + p.length, q.b
    if a >= a_end or b >= b_end:
        return []
    return _trace(sides, (a, a_end), (b, b_end), 1, free_end=False, band=max(a_end - a, b_end - b))


def _after(sides: Sides, run: Run) -> list[Run]:
    """The runs of an alignment carried on behind its last run."""
    found: list[Run] = []
    while True:
        a, b = run.a + run.length, run.b + run.length
        more = _trace(sides, (a, min(sides.left.end, a + STEP)), (b, min(sides.right.end, b + STEP)), 1)
        if not more:
            return found
        found += more
        run = more[-1]


def _before(sides: Sides, run: Run) -> list[Run]:
    """The same in front of its first run."""
    found: list[Run] = []
    while True:
        a, b = run.a, run.b
        more = _trace(sides, (max(sides.left.start, a - STEP), a), (max(sides.right.start, b - STEP), b), -1)
        if not more:
            return found
        found = more + found
        run = more[0]


def _trace(
    sides: Sides,
    left: tuple[int, int],
    right: tuple[int, int],
    step: int,
    *,
    free_end: bool = True,
    band: int = BAND,
) -> list[Run]:
    """Equal runs of the best path from one corner of a rectangle, forwards or, with `step` -1, backwards.

    With `free_end` the path may end anywhere, and does where it is worth most; else in the far corner.
    """
    rows = _cut(sides.left, left)[::step]
    columns = _cut(sides.right, right)[::step]
    if not rows or not columns:
        return []
    moves, corner = _table(rows, columns, band, DROP if free_end else inf)
    if not free_end and len(moves) == len(rows):
        corner = len(rows), len(columns)
    a, b = (left[0] - 1, right[0] - 1) if step > 0 else (left[1], right[1])
    cells = [Run(a + step * i, b + step * j, 1) for i, j in _path(moves, corner)]
    return _joined(cells[::-1] if step > 0 else cells)


def _cut(stretch: Stretch, part: tuple[int, int]) -> list[tuple[int, float]]:
    low, high = part[0] - stretch.start, part[1] - stretch.start
    return list(zip(stretch.codes[low:high], stretch.bits[low:high], strict=True))


_EQUAL, _OTHER, _ROW, _COLUMN = 1, 2, 3, 4


def _table(
    rows: list[tuple[int, float]], columns: list[tuple[int, float]], band: int, drop: float
) -> tuple[list[bytearray], tuple[int, int]]:
    """How each cell is best reached from the first corner, row by row, and the best cell.

    Rows end at a break, or where all of a row is `drop` bits below the best cell so far.
    """
    width = len(columns) + 1
    above = [-EDIT_COST * j if j <= band else -inf for j in range(width)]
    moves: list[bytearray] = []
    best, corner = 0.0, (0, 0)
    for i, (code, weight) in enumerate(rows, 1):
        if code == BREAK:
            break
        row = [-inf] * width
        row[0] = -EDIT_COST * i if i <= band else -inf
        move = bytearray(width)
        for j in range(max(1, i - band), min(width, i + band + 1)):
            other, bits = columns[j - 1]
            if other == BREAK:
                break
            if other == code:
                value, how = above[j - 1] + (weight if weight < bits else bits), _EQUAL
                if value > best:
                    best, corner = value, (i, j)
            else:
                value, how = above[j - 1] - EDIT_COST, _OTHER
            if above[j] - EDIT_COST > value:
                value, how = above[j] - EDIT_COST, _ROW
            if row[j - 1] - EDIT_COST > value:
                value, how = row[j - 1] - EDIT_COST, _COLUMN
            row[j] = value
            move[j] = how
        moves.append(move)
        above = row
        if max(row) < best - drop:
            break
    return moves, corner


def _path(moves: list[bytearray], corner: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells of equal characters on the way back from a corner."""
    i, j = corner
    cells = []
    while i and j and moves[i - 1][j]:
        how = moves[i - 1][j]
        if how == _EQUAL:
            cells.append((i, j))
        i -= how != _COLUMN
        j -= how != _ROW
    return cells
