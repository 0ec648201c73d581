"""Passages that two texts share word for word or nearly so, from clusters of runs to aligned stretches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from compare.reuse.align import Alignment, Chain
from compare.reuse.candidates import Cluster, Search
from compare.reuse.chain import chains
from compare.reuse.costs import MOVE_COST
from compare.reuse.index import SharedRun

WITHIN = 0.5
"""A passage with this share of either side in weightier passages is a repetition of theirs."""

NEW = 10
"""A repetition is told when so many characters of one side are in no other passage."""


MOVE_GAP, MOVE_REACH = 16, 160
"""Characters of the left text between clauses that have changed places, and of the right text."""

MARKS = 2
"""Characters that two such clauses may have in common."""

CLAUSE = 6
"""Characters of a clause that has changed places, at least."""

DENSE = 0.6
"""Share of both stretches that must be equal when clauses have changed places: else they are scattered runs."""


class AlignedPassage(NamedTuple):
    """An alignment of the texts with indices `left` < `right`."""

    left: int
    right: int
    alignment: Alignment


def passages(search: Search, clusters: Iterable[Cluster]) -> Iterator[AlignedPassage]:
    """The passages with bits enough for `search.expect`, pair by pair, and by place."""
    wanted = [
        Chain(cluster.left, cluster.right, chain)
        for cluster in clusters
        for chain in chains(cluster.runs, cluster.weights, search.needed(cluster.left, cluster.right) / 2)
    ]
    found: dict[tuple[int, int], set[Alignment]] = defaultdict(set)
    for chain, alignments in zip(wanted, search.space.align(wanted), strict=True):
        pair = chain.left, chain.right
        found[pair].update(alignments)
    for i, j in sorted(found):
        needed = search.needed(i, j)
        some = found[i, j]
        more = reordered(some) if len(some) > 1 else []
        enough = [one for one in (*some, *more) if one.bits >= needed]
        yield from (AlignedPassage(i, j, alignment) for alignment in apart(enough))


def reordered(found: Collection[Alignment]) -> list[Alignment]:
    """Passages made of two or more that follow each other in the left text and have changed places in the right."""
    made: list[Alignment] = []
    last: Alignment | None = None
    for one in sorted(found, key=lambda one: (one.left, one.right)):
        both = None if last is None else _together(last, one)
        if both is not None:
            made.append(both)
        last = both or one
    return made


def _together(one: Alignment, other: Alignment) -> Alignment | None:
    """Two passages as one in which clauses have changed places; None when they are too far from each other."""
    gap_left = other.left[0] - one.left[1]
    if not -MARKS <= gap_left <= MOVE_GAP:
        return None
    gap_right = one.right[0] - other.right[1]
    if not -MARKS <= gap_right <= MOVE_REACH:
        return None
    if min(one.equal, other.equal) < CLAUSE:
        return None
    longest = max(other.left[1] - one.left[0], one.right[1] - other.right[0])
    # The mark between two clauses may be in both.
    first, last = max(0, -gap_left), max(0, -gap_right)
    runs = [*other.runs]
    runs[0] = SharedRun(runs[0].a + first, runs[0].b + first, runs[0].length - first)
    runs[-1] = runs[-1]._replace(length=runs[-1].length - last)
    if min(run.length for run in runs) < 1 or one.equal + other.equal < DENSE * longest:
        return None
    return Alignment((*one.runs, *runs), one.bits + other.bits - MOVE_COST)


def apart(found: Iterable[Alignment]) -> list[Alignment]:
    """The weightiest passages that do not lie within others, by place.

    First those that have both sides to themselves, so that what both texts repeat is paired place by place, then
    those that add to one.
    """
    found = list(found)
    if len(found) < 2:
        return found
    sides = sorted(((-one.bits, one.left, one.right, one) for one in found), key=lambda side: side[:3])
    if _disjoint([left for _, left, _, _ in sides]) and _disjoint([right for _, _, right, _ in sides]):
        return [one for *_, one in sorted(sides, key=lambda side: side[1:3])]
    kept: list[Alignment] = []
    ours: set[int] = set()
    theirs: set[int] = set()
    for to_themselves in (True, False):
        for _, left, right, one in sides:
            new = [len(set(range(*left)) - ours), len(set(range(*right)) - theirs)]
            sizes = left[1] - left[0], right[1] - right[0]
            own = all(part > WITHIN * size for part, size in zip(new, sizes, strict=True))
            if own if to_themselves else max(new) >= NEW:
                kept.append(one)
                ours.update(range(*left))
                theirs.update(range(*right))
    return sorted(kept, key=lambda one: (one.left, one.right))


def _disjoint(parts: list[tuple[int, int]]) -> bool:
    return all(one[1] <= other[0] for one, other in pairwise(sorted(parts)))
