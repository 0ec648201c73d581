"""From runs that stand close together to chains that may be one passage: in order, or with clauses moved.

A sparse dynamic programme over runs, as in the chaining of seeds in sequence alignment (Abouelhoda and
Ohlebusch 2005): a run counts its bits, a gap costs by its length, a move to another place costs a fixed
amount.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.reuse.candidates import MOVE_REACH, REACH, Run
from compare.reuse.costs import MOVE_COST

if TYPE_CHECKING:
    from collections.abc import Sequence

MOVE_GAP = 16
"""Characters of the left text between moved clauses, at most."""

GAP_COST = 0.25
"""Bits a character of a gap between runs: little, for the gap may hold shorter runs."""

_RECENT = 24
"""Runs before one that are tried as its predecessor."""


def chains(runs: Sequence[Run], weights: Sequence[float], least: float) -> list[list[Run]]:
    """Chains of runs with at least `least` bits, the heaviest first; a run is in one chain only.

    `weights` are the bits of the runs, which stand in the order of the left text. Runs of a chain do so too and do
    not overlap on either side.
    """
    if len(runs) == 1:
        return [list(runs)] if weights[0] >= least else []
    best, before = _heaviest(runs, weights)
    found: list[list[Run]] = []
    used = [False] * len(runs)
    for k in sorted(range(len(runs)), key=lambda k: (-best[k], k)):
        if best[k] < least:
            break
        path: list[int] = []
        at = k
        while at >= 0 and not used[at]:
            used[at] = True
            path.append(at)
            at = before[at]
        kept = _apart([(weights[at], runs[at]) for at in path])
        if kept and (at < 0 or sum(weight for weight, _ in kept) >= least):
            found.append(sorted(run for _, run in kept))
    return found


def _heaviest(runs: Sequence[Run], weights: Sequence[float]) -> tuple[list[float], list[int]]:
    """For each run the bits of the heaviest chain that ends in it, and the run before it there, or -1."""
    best = list(weights)
    before = [-1] * len(runs)
    for k, (a, b, length) in enumerate(runs):
        for p in range(max(0, k - _RECENT), k):
            p_a, p_b, p_length = runs[p]
            gap_a, gap_b = a - p_a - p_length, b - p_b - p_length
            # Characters at the start of the run that overlap the one before when both stand in order.
            over = max(0, -gap_a, -gap_b) if b >= p_b else max(0, -gap_a)
            if over >= length or a <= p_a:
                continue
            if b > p_b and gap_a <= REACH and gap_b <= REACH and abs(gap_a - gap_b) <= REACH // 2:
                cost = 1.0 + GAP_COST * max(gap_a, gap_b, 0) + GAP_COST * abs(gap_a - gap_b)
            elif gap_a <= MOVE_GAP and -MOVE_REACH - length <= gap_b <= MOVE_REACH:
                cost = MOVE_COST
            else:
                continue
            total = best[p] + weights[k] * (1.0 - over / length) - cost
            if total > best[k]:
                best[k], before[k] = total, p
    return best, before


def _apart(path: list[tuple[float, Run]]) -> list[tuple[float, Run]]:
    """The runs of a chain, with their bits, without overlaps: the lighter of two gives way, by what overlaps or
    wholly.
    """
    kept: list[tuple[float, Run]] = []
    for weight, run in sorted(path, key=lambda one: (-one[0], one[1])):
        cut: Run | None = run
        for _, other in kept:
            if cut is not None and _overlapping(cut, other):
                cut = _outside(cut, other)
        if cut is not None and cut.length >= 2:
            kept.append((weight * cut.length / run.length, cut))
    return kept


def _overlapping(run: Run, other: Run) -> bool:
    """Whether two runs overlap on either side."""
    return (other.a < run.a + run.length and run.a < other.a + other.length) or (
        other.b < run.b + run.length and run.b < other.b + other.length
    )


def _outside(run: Run, other: Run) -> Run | None:
    """`run` without what overlaps `other` on either side; None when nothing or both ends remain."""
    low, high = 0, run.length
    for start, taken in ((run.a, other.a), (run.b, other.b)):
        end = taken + other.length
        if taken <= start < end:
            low = max(low, end - start)
        elif start < taken < start + run.length:
            high = min(high, taken - start)
    return Run(run.a + low, run.b + low, high - low) if low < high else None
