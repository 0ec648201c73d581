"""Which stretches of which pairs of texts are worth an alignment: runs close together, with bits enough.

This step alone looks at all texts at once; what follows it looks at one pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import log2
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from compare.reuse.align import Space
from compare.reuse.costs import EDIT_COST, NEAR_COST
from compare.reuse.index import Collection, Runs, SharedRun, shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from compare.reference.corpus import ReferenceCorpus
    from compare.reuse.text import Text

    Bits = NDArray[np.floating[Any]]
    Offsets = NDArray[np.int64]
    Flags = NDArray[np.bool_]

REACH, MOVE_REACH = 40, 160
"""Characters of the left text between runs that may belong to one passage, and of the right text, where a clause may
have moved."""

FLANK, SHIFTS = 12, 2
"""Characters on either side of a run, and diagonals on either side of its own, that are looked at for more that is
equal before an alignment is tried."""

NAME = 16
"""Characters of a run, at most, whose bits are added up one by one: arrays of so few take longer."""

SLACK = 0.8
"""Share of the bits asked for that the runs of a cluster must have; the rest can come from shorter runs."""


class Cluster(NamedTuple):
    """Runs of the texts with indices `left` < `right` that stand close together, by place in the left text, and
    their bits.
    """

    left: int
    right: int
    runs: tuple[SharedRun, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True)
class Search:
    """Texts in one collection, the bits of their characters, and `needed(i, j)`: the bits that a match of two texts
    must have.
    """

    collection: Collection
    weights: Bits
    expect: float
    others: int = 1
    """With how many texts each is compared, when `expect` is to hold for all of them together."""

    @cached_property
    def space(self) -> Space:
        """Where alignments are made."""
        return Space(self.collection, self.weights)

    @cached_property
    def sizes(self) -> list[int]:
        """The characters of each text."""
        sizes: list[int] = (np.diff(self.collection.start) - 1).tolist()
        return sizes

    @cached_property
    def starts(self) -> list[int]:
        """Where each text begins."""
        starts: list[int] = self.collection.start.tolist()
        return starts

    def weigh(self, left: int, right: int, run: SharedRun) -> float:
        """The bits of a run of two texts."""
        a, b = self.starts[left] + run.a, self.starts[right] + run.b
        if run.length > NAME:
            return float(np.minimum(self.weights[a : a + run.length], self.weights[b : b + run.length]).sum())
        one, other = self.weights.data[a : a + run.length], self.weights.data[b : b + run.length]
        return float(sum(map(min, one, other)))

    def room(self, left: int, right: int) -> float:
        """How many matches of no bits chance would bring: places in one text times places in the other, and
        times the texts that each is compared with.
        """
        return self.sizes[left] * self.sizes[right] * max(1, self.others)

    def needed(self, left: int, right: int) -> float:
        """The bits from which on fewer than `expect` matches are expected by chance."""
        return log2(max(1.0, self.room(left, right))) - log2(self.expect)

    def expected(self, left: int, right: int, bits: float) -> float:
        """How many matches with so many bits chance would bring (Karlin and Altschul 1990)."""
        return float(self.room(left, right) * 2.0**-bits)


def search(
    texts: Sequence[Text], reference: ReferenceCorpus, expect: float, others: int = 1
) -> tuple[Search, Iterator[Cluster]]:
    """The bits of all texts, and the clusters of shared runs, by pair and then by place; see `Search`."""
    collection = Collection.of(texts)
    found = Search(collection, reference.bits(collection.codes), expect, others)
    return found, clusters(found, shared_runs(collection))


def clusters(found: Search, runs: Runs) -> Iterator[Cluster]:
    """Runs that stand close together, and can come to the bits that a match must have."""
    a, b, length = runs
    collection = found.collection
    if not len(a):
        return
    count = np.int64(len(collection))
    pair = collection.text_of(a) * count + collection.text_of(b)
    near = _groups(pair, a, length, REACH)
    near = _groups(near, b, length, MOVE_REACH)
    order = np.lexsort((b, a, near))
    a, b, length, near, pair = a[order], b[order], length[order], near[order], pair[order]
    first = np.flatnonzero(np.append(True, near[1:] != near[:-1]))
    last = np.append(first[1:], len(a))
    left, right = np.divmod(pair[first], count)
    weights = found.space.weights(a, b, length)
    sizes = (np.diff(collection.start) - 1).astype(np.float64)
    needed = np.log2(sizes[left] * sizes[right] * max(1, found.others)) - log2(found.expect)
    good = _promising(collection, found.weights, Runs(a, b, length), weights, first, needed)
    counts = (last - first)[good]
    left, right, kept = left[good], right[good], np.repeat(good, last - first)
    # From here on places are those in each text.
    ours = a[kept] - collection.start[np.repeat(left, counts)]
    theirs = b[kept] - collection.start[np.repeat(right, counts)]
    every = map(SharedRun, ours.tolist(), theirs.tolist(), length[kept].tolist())
    bits = iter(weights[kept].tolist())
    for i, j, count in zip(left.tolist(), right.tolist(), counts.tolist(), strict=True):
        yield Cluster(i, j, tuple(islice(every, count)), tuple(islice(bits, count)))


def _groups(within: Offsets, place: Offsets, length: Offsets, reach: int) -> Offsets:
    """Numbers for runs that are together already (`within`) and have no gap of more than `reach` between them.

    The numbers rise with those of `within`, and then with the place.
    """
    order = np.lexsort((place, within))
    before, place, length = within[order], place[order], length[order]
    fresh = np.append(True, before[1:] != before[:-1])
    # What belongs together is moved beyond all before it, so that each group has a reach of its own.
    start = place + np.cumsum(fresh) * (np.int64(place.max()) + reach + 1)
    fresh[1:] |= start[1:] - np.maximum.accumulate(start + length)[:-1] > reach
    numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = np.cumsum(fresh)
    return numbers


def _promising(
    collection: Collection, bits: Bits, runs: Runs, weight: Bits, first: Offsets, needed: Bits
) -> Flags:
    """Which clusters can come to the bits that are needed: their runs, and what is equal around them."""
    a, b, length = runs
    good: Flags = np.add.reduceat(weight, first) >= SLACK * needed
    open_ = good & (np.maximum.reduceat(weight, first) < needed)
    if open_.any():
        counts = np.diff(np.append(first, len(a)))
        inside = np.repeat(open_, counts)
        most, straight = _flanks(collection, bits, Runs(a[inside], b[inside], length[inside]))
        starts = np.append(0, np.cumsum(counts[open_])[:-1])
        near = np.add.reduceat(weight[inside] + most, starts) >= needed[open_] + NEAR_COST + EDIT_COST
        verbatim = np.maximum.reduceat(weight[inside] + straight, starts) >= needed[open_]
        good[open_] = near | verbatim
    return good


def _flanks(collection: Collection, bits: Bits, runs: Runs) -> tuple[Bits, Bits]:
    """At most how many bits lie around each run: edits for free, and without any."""
    a, b, length = runs
    codes, end = collection.codes, len(collection.codes) - 1
    most, straight = np.zeros(len(a)), np.zeros(len(a))
    for step in (-1, 1):
        unbroken = np.ones(len(a), dtype=bool)
        for distance in range(FLANK):
            offset = -1 - distance if step < 0 else length + distance
            here, there = np.clip(a + offset, 0, end), b + offset
            equal = codes[np.clip(there, 0, end)] == codes[here]
            unbroken &= equal
            for shift in range(1, SHIFTS + 1):
                equal |= codes[np.clip(there - shift, 0, end)] == codes[here]
                equal |= codes[np.clip(there + shift, 0, end)] == codes[here]
            most += np.where(equal, bits[here], 0.0)
            straight += np.where(unbroken, bits[here], 0.0)
    return most, straight
