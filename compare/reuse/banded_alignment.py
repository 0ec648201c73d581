"""Many small alignments at once: banded dynamic programmes that advance row by row, side by side in one array.

Each task aligns a stretch of characters with another from a corner where both begin, as in Smith and Waterman
(1981): equal characters count their bits, an edit costs `EDIT_COST`. What counts lies within a band around the
diagonal (Chao, Pearson and Miller 1992), and a task ends where all of a row is `drop` bits below its best (the X-drop
of Altschul et al. 1997). Bits are multiples of 1/256 and costs of 1/4, so that all sums are exact.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from compare.reuse.costs import EDIT_COST

Codes = NDArray[np.uint32]
Bits = NDArray[np.float32]
Offsets = NDArray[np.int64]
Flags = NDArray[np.bool_]
Moves = NDArray[np.uint8]

EQUAL, OTHER, ROW, COLUMN = 1, 2, 3, 4
"""How a cell is reached: by equal characters, by an exchange, by a character of the left or of the right alone."""

AT_ONCE = 1 << 16
"""Cells of a row that are worked on together: they stay in the cache of the processor."""


ROWS_AT_ONCE = 8
"""Rows between two looks at which tasks have ended."""


class Tasks(NamedTuple):
    """Stretches to align, as columns: `rows` characters from `a`, and `columns` from `b`."""

    a: Offsets
    b: Offsets
    rows: Offsets
    columns: Offsets

    def take(self, which: Offsets | Flags | slice) -> Tasks:
        """Some of them."""
        return Tasks(*(column[which] for column in self))


class Cells(NamedTuple):
    """Equal characters on the best paths: task, character of the left, of the right; by task and place."""

    task: Offsets
    a: Offsets
    b: Offsets


def best_paths(
    codes: Codes, bits: Bits, tasks: Tasks, *, band: int, step: int = 1, drop: float | None = None
) -> Cells:
    """The equal characters on the best path of each task, forwards or, with `step` -1, backwards from its corner.

    With `drop` a path ends where it is worth most, else in the far corner; `band` must reach it then. No stretch may
    hold a break.
    """
    found = []
    some = max(1, AT_ONCE // (2 * band + 1))
    for first in range(0, len(tasks.a), some):
        numbers = np.arange(first, min(first + some, len(tasks.a)))
        if drop is not None:
            numbers = numbers[_hopeful(codes, bits, tasks.take(numbers), band, step, drop)]
            if not len(numbers):
                continue
        part = tasks.take(numbers)
        moves, row, column = _filled(codes, bits, part, band, step, drop)
        at, i, j = _walked(moves, row, column, band)
        found.append(Cells(numbers[at], part.a[at] + step * (i - 1), part.b[at] + step * (j - 1)))
    if not found:
        none = np.zeros(0, dtype=np.int64)
        return Cells(none, none, none)
    task, a, b = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.lexsort((a, task))
    return Cells(task[order], a[order], b[order])


def _hopeful(codes: Codes, bits: Bits, tasks: Tasks, band: int, step: int, drop: float) -> Flags:
    """Which paths may come to be worth something: most that are carried on beyond their ends do not.

    A row gives the bits of its character at most where anything in the band equals it, and costs an edit elsewhere.
    """
    a, b, rows, columns = tasks
    reach = np.arange(-band, ROWS_AT_ONCE + band)[:, None]
    inside = (reach >= 0) & (reach < columns)
    right = np.where(inside, codes[np.where(inside, b + step * reach, 0)], 0)
    most, alive, found = np.zeros(len(a)), np.ones(len(a), dtype=bool), np.zeros(len(a), dtype=bool)
    for i in range(ROWS_AT_ONCE):
        alive &= i < rows
        place = np.where(alive, a + step * i, 0)
        equal = right[i : i + 2 * band + 1] == codes[place]
        gain = np.where(equal.any(axis=0), bits[place], -EDIT_COST)
        if not i:  # What stands beside the first cell is an edit away.
            gain -= np.where(equal[band], 0.0, EDIT_COST)
            np.maximum(gain, -EDIT_COST, out=gain)
        most += gain
        found |= alive & (most > 0)
        alive &= most >= -drop
    return found | (alive & (rows > ROWS_AT_ONCE))


def _filled(
    codes: Codes, bits: Bits, tasks: Tasks, band: int, step: int, drop: float | None
) -> tuple[Moves, Offsets, Offsets]:
    """How each cell is best reached, and the cell where each path ends.

    `moves[i, w]` has the cells of row i + 1, and of the columns from i + 1 - band on.
    """
    count, lanes = len(tasks.a), np.arange(2 * band + 1)[:, None]
    edit, nothing = np.float32(EDIT_COST), np.float32(-np.inf)
    slope = (edit * lanes).astype(np.float32)
    moves = np.zeros((int(tasks.rows.max()), len(lanes), count), dtype=np.uint8)
    best = np.zeros(count, dtype=np.float32)
    end_row, end_column = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    above = np.where(lanes >= band, edit * (band - lanes), nothing).astype(np.float32)
    above = np.where(lanes - band <= tasks.columns, above, nothing)
    live = np.arange(count)
    for first in range(0, len(moves), ROWS_AT_ONCE):
        going = tasks.rows[live] > first
        # Few tasks go on for long: those that have ended are left behind.
        live, above = live[going], above[:, going]
        if not len(live):
            break
        a, b, rows, columns = tasks.take(live)
        # Behind the last column, and before the first, stand characters that equal none.
        reach = np.arange(first - band, min(first + ROWS_AT_ONCE, len(moves)) + band)[:, None]
        inside = (reach >= 0) & (reach < columns)
        places = np.where(inside, b + step * reach, 0)
        right, right_bits = np.where(inside, codes[places], 0), bits[places]
        alive = np.ones(len(live), dtype=bool)
        for i in range(first + 1, min(first + ROWS_AT_ONCE, len(moves)) + 1):
            alive &= i <= rows
            place = np.where(alive, a + step * (i - 1), 0)
            window = slice(i - 1 - first, i - 1 - first + len(lanes))
            equal = right[window] == codes[place]
            equal &= alive
            gain = np.minimum(right_bits[window], bits[place])
            row = above + np.where(equal, gain, -edit)
            move = np.where(equal, np.uint8(EQUAL), np.uint8(OTHER))
            top = np.where(equal, row, nothing)
            value = top.max(axis=0)
            better = np.flatnonzero(value > best[live])
            best[live[better]] = value[better]
            end_row[live[better]] = i
            end_column[live[better]] = top[:, better].argmax(axis=0) + i - band
            over = above[1:] - edit
            down = over > row[:-1]
            row[:-1] = np.where(down, over, row[:-1])
            move[:-1][down] = ROW
            across = np.maximum.accumulate(row + slope, axis=0) - slope
            move[across > row] = COLUMN
            beyond = lanes + (i - band) > columns
            above = np.where(beyond, nothing, across)
            move[beyond] = 0
            moves[i - 1][:, live] = np.where(alive, move, 0)
            if drop is not None:
                alive &= above.max(axis=0) >= best[live] - np.float32(drop)
        live, above = live[alive], above[:, alive]
    return (moves, end_row, end_column) if drop is not None else (moves, tasks.rows, tasks.columns)


def _walked(moves: Moves, row: Offsets, column: Offsets, band: int) -> tuple[Offsets, Offsets, Offsets]:
    """The cells of equal characters on the way back to the corner: task, row and column, from 1."""
    found = []
    task, i, j = np.arange(len(row)), row.copy(), column.copy()
    while True:
        going = (i > 0) & (j > 0)
        task, i, j = task[going], i[going], j[going]
        move = moves[i - 1, j - i + band, task]
        going = move > 0
        if not going.any():
            break
        task, i, j, move = task[going], i[going], j[going], move[going]
        equal = move == EQUAL
        found.append((task[equal], i[equal], j[equal]))
        i, j = i - (move != COLUMN), j - (move != ROW)
    if not found:
        none = np.zeros(0, dtype=np.int64)
        return none, none, none
    tasks, rows, columns = (np.concatenate(part) for part in zip(*found, strict=True))
    return tasks, rows, columns
