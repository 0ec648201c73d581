"""From runs that stand close together to chains that may be one passage.

First the runs are laid on both texts like tiles, the heaviest first, each character used once (greedy string
tiling: Wise 1993); then tiles that follow each other in both texts are chained by a sparse dynamic programme
(Abouelhoda and Ohlebusch 2005): a tile counts its bits, a gap costs by its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from compare.reuse.candidates import REACH, SharedRun
from compare.reuse.index import K

GAP_COST = 0.25
"""Bits a character of a gap between runs: little, for the gap may hold shorter runs."""

_RECENT = 24
"""Tiles before one that are tried as its predecessor."""


def chains(runs: Sequence[SharedRun], weights: Sequence[float], least: float) -> list[list[SharedRun]]:
    """Chains of runs with at least `least` bits; `weights` are the bits of the runs.

    The runs of a chain stand in the same order in both texts and do not overlap. What one text has once and the
    other twice is in two chains.
    """
    if len(runs) == 1:
        return [list(runs)] if weights[0] >= least else []
    tiles, rest = _tiles(runs, weights, (set(), set()), once=True)
    found = _chained(tiles, least)
    if rest:
        ours = {place for run, _ in tiles for place in range(run.a, run.a + run.length)}
        theirs = {place for run, _ in tiles for place in range(run.b, run.b + run.length)}
        again, _ = _tiles(
            [run for run, _ in rest], [weight for _, weight in rest], (ours, theirs), once=False
        )
        found += _chained(again, least)
    return found


Weighed = list[tuple[SharedRun, float]]


def _tiles(
    runs: Sequence[SharedRun], weights: Sequence[float], used: tuple[set[int], set[int]], *, once: bool
) -> tuple[Weighed, Weighed]:
    """The runs cut so that no character is in two of them on both sides, or with `once` on either; and those cut.

    `used` are the characters of both sides that are in tiles already.
    """
    ours, theirs = used
    heap = [(-weight, run) for run, weight in zip(runs, weights, strict=True)]
    heapify(heap)
    tiles: Weighed = []
    cut: Weighed = []
    while heap:
        weight, run = heappop(heap)
        free = _free(run, ours, theirs, once)
        if free == (0, run.length):
            tiles.append((run, -weight))
            ours.update(range(run.a, run.a + run.length))
            theirs.update(range(run.b, run.b + run.length))
            continue
        cut.append((run, -weight))
        if free[1] - free[0] >= K:
            part = SharedRun(run.a + free[0], run.b + free[0], free[1] - free[0])
            heappush(heap, (weight * part.length / run.length, part))
    return tiles, cut


def _free(run: SharedRun, ours: set[int], theirs: set[int], once: bool) -> tuple[int, int]:
    """The longest part of a run that is not used."""
    if ours.isdisjoint(range(run.a, run.a + run.length)) and theirs.isdisjoint(
        range(run.b, run.b + run.length)
    ):
        return 0, run.length
    best, since = (0, 0), 0
    for at in range(run.length + 1):
        one, other = run.a + at in ours, run.b + at in theirs
        if at == run.length or ((one or other) if once else (one and other)):
            if at - since > best[1] - best[0]:
                best = since, at
            since = at + 1
    return best


def _chained(tiles: Weighed, least: float) -> list[list[SharedRun]]:
    """Chains of tiles with at least `least` bits; a tile is in one chain only."""
    tiles.sort()
    best = [weight for _, weight in tiles]
    before = [-1] * len(tiles)
    for k, ((a, b, _), weight) in enumerate(tiles):
        for p in range(max(0, k - _RECENT), k):
            one, other, length = tiles[p][0]
            gap_a, gap_b = a - one - length, b - other - length
            if 0 <= gap_a <= REACH and 0 <= gap_b <= REACH and abs(gap_a - gap_b) <= REACH // 2:
                total = best[p] + weight - 1.0 - GAP_COST * (max(gap_a, gap_b) + abs(gap_a - gap_b))
                if total > best[k]:
                    best[k], before[k] = total, p
    found: list[list[SharedRun]] = []
    used = [False] * len(tiles)
    for k in sorted(range(len(tiles)), key=lambda k: (-best[k], k)):
        path: list[int] = []
        at = k
        while at >= 0 and not used[at]:
            used[at] = True
            path.append(at)
            at = before[at]
        if sum(tiles[at][1] for at in path) >= least:
            found.append([tiles[at][0] for at in reversed(path)])
    return found
