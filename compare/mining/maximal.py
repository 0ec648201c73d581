"""All maximal repeats of a corpus, with the number of documents that hold each.

A repeat is maximal when neither the sign before all its occurrences nor the sign behind them is the same
(Gusfield 1997, section 7.12): nothing longer occurs as often at the same places. The beginning and the end of
a text or paragraph are like nothing else. In a suffix array these are the intervals of equal common prefixes
(Abouelhoda, Kurtz and Ohlebusch 2004) whose signs before differ. An interval holds as many documents as
suffixes, less one for every suffix that has another of its document before it within the interval (Hui 1992).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from compare.mining.nearest_smaller import left_not_above, range_minimum, right_below
from compare.mining.suffixes import Places, sort_suffixes
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from compare.mining.symbols import Lettered

WINDOW = 1 << 16
"""Suffixes looked at in one go, unless more begin alike."""

LONGEST_RUN, NEIGHBOURS = 40, 64
"""Repeats of more signs that overlap one of so many neighbouring occurrences are runs, and none of a phrase."""

AHEAD = 1 << 10
"""Suffixes among which the end of a window is looked for; it is nearly always among the first few."""


class Repeats(NamedTuple):
    """Maximal repeats as columns, in the order of an alphabet, shorter ones that others begin with first or not.

    Repeat `i` has `length[i]` signs and occurs at `order[low[i] : high[i]]` in the letters, in `docs[i]` documents.
    """

    order: Places
    low: Places
    high: Places
    length: Places
    docs: Places

    def times(self, rows: NDArray[np.integer[Any]] | slice = slice(None)) -> Places:
        """How often each repeat occurs, or some do: of all it takes as long as there are repeats."""
        return self.high[rows] - self.low[rows]


def maximal_repeats(corpus: Lettered, *, least_docs: int = 2, least_length: int = 4) -> Repeats:
    """The maximal repeats of at least `least_length` signs in at least `least_docs` documents.

    With one document asked for, repeats within a document are found too. Needs about 18 bytes a sign. Raises
    `UsageError` when either number is below 1.
    """
    if least_docs < 1 or least_length < 1:
        raise UsageError(f"{least_docs} documents and {least_length} characters: ask for 1 or more of each")
    order, common = sort_suffixes(corpus.letters, least_length)
    docs = corpus.docs()
    found = [np.zeros((4, 0), dtype=np.int32)]
    for start, stop in _windows(order, common, least_length):
        places = order[start:stop]
        lengths = common[places]
        # What is shorter does not count, and a window begins where nothing is in common.
        lengths[lengths < least_length] = 0
        lengths[0] = 0
        shared = lengths != 0
        shared[:-1] |= shared[1:]
        # Many suffixes have nothing in common with either neighbour, and are in no interval.
        kept = np.flatnonzero(shared).astype(np.int32)
        if len(kept):
            places = places[kept]
            part = _intervals(places, lengths[kept], corpus.letters[places - 1], docs[places], least_docs)
            part[0] = start + kept[part[0]]
            part[1] = start + kept[part[1] - 1] + 1
            found.append(part)
    low, high, length, held = np.concatenate(found, axis=1)
    return Repeats(order, low, high, length, held)


def without_runs(repeats: Repeats) -> Repeats:
    """Repeats without the long ones that overlap themselves.

    好好好…, or a line copied a thousand times over, has one of every length: no phrase, and a square of signs to write.
    """
    low, high, length = repeats.low, repeats.high, repeats.length
    overlaps = np.zeros(len(low), dtype=bool)
    for step in range(1, NEIGHBOURS):
        # The suffixes of a run that begin a period apart stand near each other.
        rows = np.flatnonzero((length > LONGEST_RUN) & ~overlaps & (low + step < high))
        apart = repeats.order[low[rows] + step].astype(np.int64) - repeats.order[low[rows]]
        overlaps[rows] = np.abs(apart) < length[rows]
    return Repeats(repeats.order, *(column[~overlaps] for column in repeats[1:]))


def _windows(order: Places, common: Places, least: int) -> Iterator[tuple[int, int]]:
    """Stretches of the order that share no beginning of `least` signs with what stands before them."""
    start = 0
    while start < len(order):
        stop = start + WINDOW
        while stop < len(order):
            apart = np.flatnonzero(common[order[stop : stop + AHEAD]] < least)
            if len(apart):
                stop += int(apart[0])
                break
            stop += AHEAD
        stop = min(stop, len(order))
        yield start, stop
        start = stop


def _intervals(
    places: Places, lengths: Places, before: NDArray[np.unsignedinteger], docs: Places, least_docs: int
) -> Places:
    """Rows `low, high, length, docs` of the maximal repeats in a window."""
    # An interval is named by the first of its equal values.
    inside = 1 + np.flatnonzero((lengths[1:] != 0) & (lengths[1:] != lengths[:-1]))
    low = left_not_above(lengths, inside)
    first = lengths[low] < lengths[inside]
    inside, low = inside[first], low[first]
    high = right_below(lengths, inside)
    turns = (before[1:] != before[:-1]) | (before[1:] == 0)
    turned = np.cumsum(np.append(False, turns), dtype=np.int32)
    again = np.cumsum(_repeated(lengths, docs), dtype=np.int32)
    held = (high - low).astype(np.int32) - (again[high - 1] - again[low])
    kept = (turned[high - 1] > turned[low]) & (held >= least_docs)
    rows = (low[kept], high[kept], lengths[inside[kept]], held[kept])
    return np.stack([row.astype(np.int32) for row in rows])


def _repeated(lengths: Places, docs: Places) -> NDArray[np.int64]:
    """For each place how many pairs of neighbouring suffixes of one document have least in common there.

    The pairs within an interval are those counted between its ends, for outside it less is in common.
    """
    size = len(lengths)
    bits = size.bit_length()
    # By document, keeping the order: 16 bits at a time numpy does it by counting.
    order = np.argsort((docs & 0xFFFF).astype(np.uint16), kind="stable")
    if int(docs.max(initial=0)) > 0xFFFF:
        order = order[np.argsort((docs[order] >> 16).astype(np.uint16), kind="stable")]
    again = np.flatnonzero(docs[order[1:]] == docs[order[:-1]])
    here, there = order[again], order[again + 1]
    group = np.cumsum(lengths == 0, dtype=np.int32)
    near = group[here] == group[there]
    least = range_minimum(lengths.astype(np.int64) << bits | np.arange(size), here[near] + 1, there[near])
    return np.bincount(least & ((1 << bits) - 1), minlength=size)
