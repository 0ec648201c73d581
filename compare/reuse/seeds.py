"""Where two texts share a run of characters: exact, fast, for a pair of texts as for a corpus.

All texts stand in one array. Every window of `k` characters is hashed, equal hashes of different texts are
paired, and pairs on one diagonal (the same distance between both places) that follow each other join to a
run: the maximal shared substrings of at least `k` characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from compare.reuse.fold import BREAK
from compare.reuse.hashes import window_hashes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from compare.reuse.text import Folded

    Offsets = NDArray[np.int64]
    Flags = NDArray[np.bool_]


class Runs(NamedTuple):
    """Shared runs as columns: places `a` < `b` in the collection, and lengths; by diagonal, then place."""

    a: Offsets
    b: Offsets
    length: Offsets


@dataclass(frozen=True)
class Collection:
    """Several texts in one array, a break after each; text `i` is `codes[start[i] : start[i + 1] - 1]`."""

    codes: NDArray[np.uint32]
    start: Offsets

    @classmethod
    def of(cls, texts: Sequence[Folded]) -> Collection:
        """The texts in order."""
        stop = np.array([BREAK], dtype=np.uint32)
        parts = [part for text in texts for part in (text.codes, stop)]
        return cls(np.concatenate([*parts, stop[:0]]), np.cumsum([0, *(len(text) + 1 for text in texts)]))

    def __len__(self) -> int:
        return len(self.start) - 1

    @cached_property
    def text(self) -> NDArray[np.int32]:
        """The index of the text that each place lies in."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.start))

    @cached_property
    def breaks(self) -> Offsets:
        """The places of all breaks, in order."""
        return np.flatnonzero(self.codes == BREAK)

    def text_of(self, places: Offsets) -> Offsets:
        """The indices of the texts that some places lie in."""
        return np.searchsorted(self.start, places, side="right") - 1


class Windows(NamedTuple):
    """The windows of a collection in groups of equal ones: `places[bounds[g] : bounds[g] + sizes[g]]`."""

    places: Offsets
    bounds: Offsets
    sizes: Offsets


def equal_windows(collection: Collection, k: int) -> Windows:
    """Windows of `k` characters that stand at two places or more, grouped; those across a break left out."""
    codes = collection.codes
    hashes = window_hashes(codes, k)
    broken = np.cumsum(np.append(0, codes == BREAK))
    places = np.flatnonzero(broken[k:] == broken[: max(0, len(broken) - k)])
    hashes = hashes[places]
    order = np.argsort(hashes, kind="stable")
    hashes, places = hashes[order], places[order]
    bounds = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else places
    sizes = np.diff(np.append(bounds, len(hashes)))
    several = sizes > 1
    return Windows(places, bounds[several], sizes[several])


def covered(collection: Collection, windows: Windows, k: int, most: int) -> Flags:
    """The characters that lie in a window found at more than `most` places: boilerplate of the collection."""
    edge = np.zeros(len(collection.codes) + 1, dtype=np.int64)
    for bound, size in (
        zip(windows.bounds, windows.sizes, strict=True) if (windows.sizes > most).any() else ()
    ):
        if size > most:
            places = windows.places[bound : bound + size]
            edge[places] += 1
            edge[places + k] -= 1
    flags: Flags = np.cumsum(edge[:-1]) > 0
    return flags


def shared_runs(collection: Collection, windows: Windows, k: int, most: int, *, ranked: bool = False) -> Runs:
    """All maximal runs of at least `k` characters that two different texts share.

    Windows found at more than `most` places are passed over, which bounds the work by `most` times the
    length of the collection; a run consisting of nothing else is then missed. With `ranked` the first
    place of such a window in one text is paired with the first in the other, the second with the second and so on.
    """
    a, b = _pairs(collection, windows, most)
    if ranked:
        more_a, more_b = _ranked(collection, windows, most)
        a, b = np.concatenate([a, more_a]), np.concatenate([b, more_b])
    return joined(collection, Runs(a, b, np.full(len(a), k)))


def joined(collection: Collection, runs: Runs) -> Runs:
    """Runs in any order, some of which may overlap or be the same, as runs of which none touches another."""
    if not len(runs.a):
        return runs
    # One number a pair of places: sorted, it runs along the diagonals.
    width = np.int64(len(collection.codes) + 1)
    keys = (runs.b - runs.a) * width + runs.a
    order = np.argsort(keys)
    keys = keys[order]
    ends = np.maximum.accumulate(keys + runs.length[order])
    first = np.flatnonzero(np.append(True, keys[1:] > ends[:-1]))
    last = np.append(first[1:], len(keys)) - 1
    a = keys[first] % width
    return Runs(a, a + keys[first] // width, ends[last] - keys[first])


def _pairs(collection: Collection, windows: Windows, most: int) -> tuple[Offsets, Offsets]:
    """Pairs of places with equal windows, the first in an earlier text than the second."""
    places, bounds, sizes = windows
    few = sizes <= most
    bounds, sizes = bounds[few], sizes[few]
    lefts, rights = [places[:0]], [places[:0]]
    for step in range(1, int(sizes.max(initial=1))):
        # In a group of n places, those from `step` on pair with the one `step` before.
        take = sizes > step
        bounds, sizes = bounds[take], sizes[take]
        counts = sizes - step
        left = np.repeat(bounds - np.append(0, np.cumsum(counts)[:-1]), counts) + np.arange(counts.sum())
        one, other = places[left], places[left + step]
        apart = collection.text[one] != collection.text[other]
        lefts.append(one[apart])
        rights.append(other[apart])
    return np.concatenate(lefts), np.concatenate(rights)


def _ranked(collection: Collection, windows: Windows, most: int) -> tuple[Offsets, Offsets]:
    """Pairs of places of windows found at more than `most`, by their rank in each text."""
    lefts, rights = [windows.places[:0]], [windows.places[:0]]
    for at in np.flatnonzero(windows.sizes > most):
        places = windows.places[windows.bounds[at] : windows.bounds[at] + windows.sizes[at]]
        parts = np.split(places, np.flatnonzero(np.diff(collection.text[places])) + 1)
        for one, other in combinations(parts, 2):
            rank = min(len(one), len(other))
            lefts.append(one[:rank])
            rights.append(other[:rank])
    return np.concatenate(lefts), np.concatenate(rights)
