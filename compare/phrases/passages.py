"""Passages that two texts share word for word or nearly so, from clusters of runs to aligned stretches."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from compare.phrases.align import Alignment, Sides, Stretch, align
from compare.phrases.chain import chains

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.phrases.candidates import Cluster, Run, Search

LEAST_EQUAL = 0.6
"""Share of both stretches that must be equal when clauses are moved: else they are scattered runs."""


class Passage(NamedTuple):
    """An alignment of the texts with indices `left` < `right`."""

    left: int
    right: int
    alignment: Alignment


def passages(search: Search, clusters: Iterable[Cluster]) -> Iterator[Passage]:
    """The passages with bits enough for `search.expect`, pair by pair, none inside another."""
    for (i, j), group in groupby(clusters, key=lambda cluster: (cluster.left, cluster.right)):
        needed = search.needed(i, j)
        found = [one for cluster in group for one in _aligned(_sides(search, cluster), cluster.runs, needed)]
        yield from (Passage(i, j, alignment) for alignment in outermost(found))


def _sides(search: Search, cluster: Cluster) -> Sides:
    """The two texts around a cluster."""
    i, j = cluster.left, cluster.right
    left = (cluster.runs[0].a, max(run.a + run.length for run in cluster.runs))
    right = (min(run.b for run in cluster.runs), max(run.b + run.length for run in cluster.runs))
    return Sides(
        Stretch.of(search.texts[i].codes, search.bits[i], *left),
        Stretch.of(search.texts[j].codes, search.bits[j], *right),
    )


def _aligned(sides: Sides, runs: tuple[Run, ...], needed: float) -> Iterator[Alignment]:
    for chain in chains(runs, sides.weigh, needed / 2):
        alignment = align(sides, chain)
        if alignment is None:
            continue
        if is_dense(alignment):
            if alignment.bits >= needed:
                yield alignment
            continue
        for part in _in_order(alignment.runs):
            ordered = align(sides, part)
            if ordered is not None and ordered.bits >= needed:
                yield ordered


def is_dense(alignment: Alignment) -> bool:
    """Whether an alignment is one passage and not runs that happen to stand near each other."""
    longest = max(end - start for start, end in (alignment.left, alignment.right))
    return alignment.equal >= LEAST_EQUAL * longest


def _in_order(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """The parts of an alignment that stand in the same order on both sides."""
    part: list[Run] = []
    for run in runs:
        if part and run.b < part[-1].b + part[-1].length:
            yield part
            part = []
        part.append(run)
    if part:
        yield part


def outermost(found: list[Alignment]) -> list[Alignment]:
    """Without those that lie inside another on both sides; the others by place."""
    kept: list[Alignment] = []
    for one in sorted(found, key=lambda one: (-one.bits, one.left, one.right)):
        inside = any(
            other.left[0] <= one.left[0]
            and one.left[1] <= other.left[1]
            and other.right[0] <= one.right[0]
            and one.right[1] <= other.right[1]
            for other in kept
        )
        if not inside:
            kept.append(one)
    return sorted(kept, key=lambda one: (one.left, one.right))
