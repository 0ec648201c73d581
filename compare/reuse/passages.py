"""Passages that two texts share word for word or nearly so, from clusters of runs to aligned stretches."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from compare.reuse.align import MARGIN, Alignment, Chain
from compare.reuse.chain import chains

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.reuse.candidates import Cluster, Run, Search

LEAST_EQUAL = 0.6
"""Share of both stretches that must be equal when clauses are moved: else they are scattered runs."""


class Passage(NamedTuple):
    """An alignment of the texts with indices `left` < `right`."""

    left: int
    right: int
    alignment: Alignment


def passages(search: Search, clusters: Iterable[Cluster]) -> Iterator[Passage]:
    """The passages with bits enough for `search.expect`, pair by pair, none inside another."""
    wanted = [*_chains(search, clusters)]
    found: dict[tuple[int, int], list[Alignment]] = defaultdict(list)
    parts: list[Chain] = []
    for chain, alignment in zip(wanted, search.space.align(wanted), strict=True):
        pair = chain.left, chain.right
        if alignment is None:
            continue
        if not is_dense(alignment):
            parts += (chain._replace(runs=part) for part in _in_order(alignment.runs))
        elif alignment.bits >= search.needed(*pair):
            found[pair].append(alignment)
    for chain, alignment in zip(parts, search.space.align(parts), strict=True):
        pair = chain.left, chain.right
        if alignment is not None and alignment.bits >= search.needed(*pair):
            found[pair].append(alignment)
    for i, j in sorted(found):
        yield from (Passage(i, j, alignment) for alignment in outermost(found[i, j]))


def _chains(search: Search, clusters: Iterable[Cluster]) -> Iterator[Chain]:
    """The chains of all clusters that may be passages."""
    sizes = search.sizes
    for cluster in clusters:
        i, j = cluster.left, cluster.right
        low = max(0, cluster.low[0] - MARGIN), max(0, cluster.low[1] - MARGIN)
        high = min(sizes[i], cluster.high[0] + MARGIN), min(sizes[j], cluster.high[1] + MARGIN)
        for chain in chains(cluster.runs, cluster.weights, search.needed(i, j) / 2):
            yield Chain(i, j, chain, low, high)


def is_dense(alignment: Alignment) -> bool:
    """Whether an alignment is one passage and not runs that happen to stand near each other."""
    if len(alignment.runs) == 1:
        return True
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
    if len(found) == 1:
        return found
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
