"""Questions about neighbours in an array, answered for many places at once.

A pyramid of minima stands over the array: each level holds the least of two of the level below. A question
climbs until the answer lies under the next block, then descends to it (Berkman, Schieber and Vishkin 1993).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int32]
Indices = NDArray[np.int64]


def left_not_above(values: Values, at: Indices) -> Indices:
    """For each place the nearest before it with a value not above its own; there must be one."""
    answer = at - 1
    # Most find it next to them.
    far = np.flatnonzero(values[answer] > values[at])
    answer[far] = _nearest(values, at[far], values[at[far]], step=-1)
    return answer


def right_below(values: Values, at: Indices) -> Indices:
    """For each place the nearest behind it with a value below its own, or else the length of the array."""
    answer = at + 1
    far = np.flatnonzero(values[np.minimum(answer, len(values) - 1)] >= values[at])
    answer[far] = np.minimum(_nearest(values, at[far], values[at[far]] - 1, step=1), len(values))
    return answer


def _nearest(values: Values, at: Indices, most: Values, step: int) -> Indices:
    """The nearest place in one direction with a value of at most `most`; below and behind all is one."""
    levels = [np.append(values, np.full(1 + len(values) % 2, np.iinfo(np.int32).min, dtype=np.int32))]
    if len(levels[0]) % 2:
        levels[0] = np.append(levels[0], levels[0][-1:])
    while len(levels[-1]) > 2:
        pairs = np.minimum(levels[-1][::2], levels[-1][1::2])
        levels.append(np.append(pairs, pairs[-1:]) if len(pairs) % 2 else pairs)
    answer = np.empty(len(at), dtype=np.int64)
    open_, block = np.arange(len(at)), at.copy()
    found: list[tuple[NDArray[np.int64], Indices]] = []
    for level in levels:
        # Only the partner in the same pair is new at this level.
        beside = np.flatnonzero((block & 1) == (1 if step < 0 else 0))
        partner = block[beside] + step
        hit = level[partner] <= most[open_[beside]]
        found.append((open_[beside[hit]], partner[hit]))
        left = np.ones(len(open_), dtype=bool)
        left[beside[hit]] = False
        open_, block = open_[left], block[left] >> 1
    which, block = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    for level, (more, blocks) in zip(reversed(levels), reversed(found), strict=True):
        if len(which):
            # Of a pair the one nearer to where the question came from, if it will do.
            nearer = 2 * block + (step < 0)
            block = np.where(level[nearer] <= most[which], nearer, nearer + step)
        which, block = np.append(which, more), np.append(block, blocks)
    answer[which] = block
    return answer


def range_minimum(values: Indices, first: Indices, last: Indices) -> Indices:
    """The least value between two places, both included, `first` not behind `last`.

    Two overlapping stretches of a power of two cover each range (Bender and Farach-Colton 2000); one power after the
    other is looked at, so that the table never stands as a whole.
    """
    least = np.empty(len(first), dtype=values.dtype)
    power = np.frexp(last - first + 1)[1] - 1
    table, size = values, 1
    for exponent in range(int(power.max(initial=-1)) + 1):
        if exponent:
            table = np.minimum(table[:-size], table[size:])
            size *= 2
        asked = np.flatnonzero(power == exponent)
        least[asked] = np.minimum(table[first[asked]], table[last[asked] - size + 1])
    return least
