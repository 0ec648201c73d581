"""From runs that stand close together to chains that may be one passage.

First the runs are laid on both texts like tiles, the heaviest first, each character used once (greedy string
tiling: Wise 1993); then tiles that follow each other in both texts are chained by a sparse dynamic programme
(Abouelhoda and Ohlebusch 2005): a tile counts its bits, a gap costs by its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from compare.reuse.candidates import REACH
from compare.reuse.index import K, SharedRun

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
    origin = min(run.a for run in runs), min(run.b for run in runs)
    tiles, rest, used = _tiles(zip(runs, weights, strict=True), origin, (0, 0), once=True)
    found = _chained(tiles, least)
    if sum(weight for _, weight in rest) >= least:
        again, _, _ = _tiles(rest, origin, used, once=False)
        found += _chained(again, least)
    return found


Weighed = list[tuple[SharedRun, float]]


def _tiles(
    runs: Iterable[tuple[SharedRun, float]], origin: tuple[int, int], used: tuple[int, int], *, once: bool
) -> tuple[Weighed, Weighed, tuple[int, int]]:
    """The runs cut so that no character is in two of them on both sides, or with `once` on either; those cut; and
    the characters used.

    `used` are the characters of both sides that are in tiles already, as the bits of a number, those from `origin` on.
    """
    ours, theirs = used
    heap = [(-weight, run) for run, weight in runs]
    heapify(heap)
    tiles: Weighed = []
    cut: Weighed = []
    while heap:
        weight, run = heappop(heap)
        a, b, whole = run.a - origin[0], run.b - origin[1], (1 << run.length) - 1
        one, other = ours >> a & whole, theirs >> b & whole
        taken = one | other if once else one & other
        if not taken:
            tiles.append((run, -weight))
            ours |= whole << a
            theirs |= whole << b
            continue
        cut.append((run, -weight))
        start, length = _free(taken, run.length)
        if length >= K:
            part = SharedRun(run.a + start, run.b + start, length)
            heappush(heap, (weight * length / run.length, part))
    return tiles, cut, (ours, theirs)


def _free(taken: int, length: int) -> tuple[int, int]:
    """Start and length of the longest stretch of `length` bits in which none is set, the first of several."""
    bits = f"{taken:0{length}b}"[::-1]
    free = max(bits.split("1"), key=len)
    return bits.index(free), len(free)


def _chained(tiles: Weighed, least: float) -> list[list[SharedRun]]:
    """Chains of tiles with at least `least` bits; a tile is in one chain only."""
    if sum(weight for _, weight in tiles) < least:
        return []
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
