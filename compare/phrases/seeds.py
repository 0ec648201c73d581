"""Where two texts share a run of characters: exact, fast, for a pair of texts as for a corpus.

All texts stand in one array. Every window of `k` characters is hashed, equal hashes of different texts are
paired, and pairs on one diagonal (the same distance between both places) that follow each other join to a
run. With `k` characters as the shortest run of interest, the runs are exactly the maximal shared substrings
of that length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from compare.background import window_hashes
from compare.phrases.fold import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from compare.phrases.text import Text

    Offsets = NDArray[np.int64]


class Runs(NamedTuple):
    """Shared runs as columns: places `a` < `b` in `Collection.codes`, and the length; sorted by texts, then
    `a`.
    """

    a: Offsets
    b: Offsets
    length: Offsets


@dataclass(frozen=True)
class Collection:
    """Several texts in one array, a break after each; `start[i]` is where text `i` begins."""

    codes: NDArray[np.uint32]
    start: Offsets
    """One more than texts: the last is the end."""

    @classmethod
    def of(cls, texts: Sequence[Text]) -> Collection:
        """The texts in order."""
        stop = np.array([BREAK], dtype=np.uint32)
        parts = [part for text in texts for part in (text.codes, stop)]
        start = np.cumsum([0, *(len(text) + 1 for text in texts)])
        return cls(np.concatenate(parts) if parts else stop[:0], start)

    def text_of(self, places: Offsets) -> Offsets:
        """The index of the text that each place lies in."""
        return np.searchsorted(self.start, places, side="right") - 1


def shared_runs(collection: Collection, k: int, most: int) -> Runs:
    """All maximal runs of at least `k` characters that two different texts share.

    Windows found at more than `most` places are passed over, which bounds the work by `most` times the length
    of the collection; a run consisting of nothing else is then missed.
    """
    a, b = _equal_windows(collection, k, most)
    texts = len(collection.start)
    order = np.lexsort((a, b - a, collection.text_of(a) * texts + collection.text_of(b)))
    a, b = a[order], b[order]
    if not len(a):
        return Runs(a, b, a)
    breaks = (np.diff(a) != 1) | (np.diff(b) != 1)
    first = np.flatnonzero(np.append(True, breaks))
    last = np.append(first[1:], len(a)) - 1
    runs = Runs(a[first], b[first], a[last] - a[first] + k)
    order = np.lexsort((runs.b, runs.a, collection.text_of(runs.b), collection.text_of(runs.a)))
    return Runs(*(column[order] for column in runs))


def _equal_windows(collection: Collection, k: int, most: int) -> tuple[Offsets, Offsets]:
    """Pairs of places with equal windows, the first in an earlier text than the second."""
    codes = collection.codes
    hashes = window_hashes(codes, k)
    broken = np.cumsum(np.append(0, codes == BREAK))
    places = np.flatnonzero(broken[k:] == broken[: len(broken) - k])[: len(hashes)]
    hashes = hashes[places]
    order = np.argsort(hashes, kind="stable")
    hashes, places = hashes[order], places[order]
    bounds = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else places
    sizes = np.diff(np.append(bounds, len(hashes)))
    good = (sizes > 1) & (sizes <= most)
    bounds, sizes = bounds[good], sizes[good]
    lefts, rights = [], []
    for step in range(1, int(sizes.max(initial=1))):
        # In a group of n places, those from `step` on pair with the one `step` before.
        take = sizes > step
        bounds, sizes = bounds[take], sizes[take]
        counts = sizes - step
        left = np.repeat(bounds - np.append(0, np.cumsum(counts)[:-1]), counts) + np.arange(counts.sum())
        lefts.append(places[left])
        rights.append(places[left + step])
    if not lefts:
        return places[:0], places[:0]
    a, b = np.concatenate(lefts), np.concatenate(rights)
    apart = collection.text_of(a) != collection.text_of(b)
    return a[apart], b[apart]
