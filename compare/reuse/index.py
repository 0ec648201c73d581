"""Where two texts share a run of characters: exact, fast, for a pair of texts as for a corpus.

All texts stand in one array. Every window of `k` characters is hashed, equal hashes of different texts are
paired, and pairs on one diagonal (the same distance between both places) that follow each other join to a
run: the maximal shared substrings of at least `k` characters. What two texts share does not depend on the
others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from compare.reuse.fold import BREAK
from compare.reuse.hashes import window_hashes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from compare.reuse.text import Text

    Offsets = NDArray[np.int64]
    Flags = NDArray[np.bool_]

K = 5
"""Characters of a window. Shorter ones bring together what is not worth telling, longer ones miss passages with an
edit every few characters."""

OFTEN = 8
"""A window that a text repeats more often than this is paired by rank, the first place in one text with the first in
the other and so on: else a text of one sentence over and over would have pairs by the square of its length."""

STEP = 64
"""Characters compared in one go when a gap between two runs on a diagonal is looked at."""


class SharedRun(NamedTuple):
    """`length` equal characters from `a` in one text and from `b` in the other."""

    a: int
    b: int
    length: int


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
    def of(cls, texts: Sequence[Text]) -> Collection:
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


def shared_runs(collection: Collection, k: int = K) -> Runs:
    """The runs of at least `k` characters that two different texts share.

    They are all maximal ones, but for windows that one text repeats more than `OFTEN` times.
    """
    group, place = _windows(collection, k)
    text = collection.text[place]
    fresh = np.append(True, (group[1:] != group[:-1]) | (text[1:] != text[:-1]))[: len(place)]
    first = np.flatnonzero(fresh)
    times = np.diff(np.append(first, len(place)))
    often = np.repeat(times > OFTEN, times)
    rank = np.arange(len(place)) - np.repeat(first, times)
    a, b = _paired(group[~often], place[~often], text[~often])
    if often.any():
        # Asked for counts, numpy does not load its masked arrays.
        some = np.isin(group, np.unique(group[often], return_counts=True)[0])
        order = np.lexsort((place[some], rank[some], group[some]))
        keys = np.cumsum(_changes(group[some][order], rank[some][order]))
        more_a, more_b = _paired(keys, place[some][order], text[some][order])
        is_often = np.zeros(len(collection.codes), dtype=bool)
        is_often[place[often]] = True
        kept = is_often[more_a] | is_often[more_b]
        a, b = np.append(a, more_a[kept]), np.append(b, more_b[kept])
    runs = joined(collection, Runs(a, b, np.full(len(a), k)))
    return _bridged(collection, runs) if often.any() else runs


def _windows(collection: Collection, k: int) -> tuple[Offsets, Offsets]:
    """The windows of `k` characters that stand at two places or more: the number of their wording, and the place."""
    codes = collection.codes
    hashes = window_hashes(codes, k)
    broken = np.cumsum(np.append(0, codes == BREAK))
    places = np.flatnonzero(broken[k:] == broken[: max(0, len(broken) - k)])
    hashes = hashes[places]
    order = np.argsort(hashes, kind="stable")
    hashes, places = hashes[order], places[order]
    if not len(hashes):
        return places, places
    changed = np.append(True, hashes[1:] != hashes[:-1])
    several = ~(changed & np.append(changed[1:], True))
    return np.cumsum(changed)[several], places[several]


def _changes(*columns: NDArray[Any]) -> Flags:
    """Where any column differs from the row before."""
    changed: Flags = np.zeros(len(columns[0]), dtype=bool)
    changed[:1] = True
    for column in columns:
        changed[1:] |= column[1:] != column[:-1]
    return changed


def _paired(group: NDArray[Any], place: Offsets, text: NDArray[np.int32]) -> tuple[Offsets, Offsets]:
    """Pairs of places of the same group in different texts, the first in the earlier text."""
    first = np.flatnonzero(_changes(group))
    sizes = np.diff(np.append(first, len(group)))
    lefts, rights = [place[:0]], [place[:0]]
    for step in range(1, int(sizes.max(initial=1))):
        # In a group of n places, those from `step` on pair with the one `step` before.
        take = sizes > step
        first, sizes = first[take], sizes[take]
        counts = sizes - step
        left = np.repeat(first - np.append(0, np.cumsum(counts)[:-1]), counts) + np.arange(counts.sum())
        apart = left[text[left] != text[left + step]]
        lefts.append(place[apart])
        rights.append(place[apart + step])
    return np.concatenate(lefts), np.concatenate(rights)


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


def _bridged(collection: Collection, runs: Runs) -> Runs:
    """The same, with runs made one where all that lies between two on a diagonal is equal."""
    end, diagonal = runs.a + runs.length, runs.b - runs.a
    codes = collection.codes
    # A run mostly ends where the texts differ.
    gap = np.flatnonzero((diagonal[1:] == diagonal[:-1]) & (codes[end] == codes[end + diagonal])[:-1])
    at, stop, shift = end[gap], runs.a[gap + 1], diagonal[gap]
    start = at.copy()
    while len(at):
        inside = np.minimum(at[:, None] + np.arange(STEP), stop[:, None] - 1)
        same = ((codes[inside] == codes[inside + shift[:, None]]) & (codes[inside] != BREAK)).all(axis=1)
        at = at + STEP
        kept = same & (at < stop)
        done = same & ~kept
        if done.any():
            fill = Runs(start[done], start[done] + shift[done], stop[done] - start[done])
            runs = Runs(*(np.append(one, more) for one, more in zip(runs, fill, strict=True)))
        at, stop, shift, start = at[kept], stop[kept], shift[kept], start[kept]
    return joined(collection, runs)
