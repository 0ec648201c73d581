"""Where each window of a few characters stands: the table by which articles that share one are brought together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from compare.corpus.articles import Gathered
from compare.corpus.columns import POSTINGS, Columns
from compare.reuse.fold import BREAK

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

WINDOW = 5
"""Characters of a window. Shorter ones are in too many articles, longer ones miss passages with an edit every few
characters."""

WIDE, SPREAD = 24, 9
"""Characters of a wide window, and of how many in a row the one with the lowest hash is kept (winnowing: Schleimer,
Wilkerson and Aiken 2003), so that each passage of 32 characters has one. Wording of that length is hardly ever usual:
what has been printed twenty times is still found by them when its short windows are in too many places."""


NEEDED = ("article", "size", "codes", "bits")
"""The columns of `ARTICLES` that postings are made of."""


def postings(articles: Columns) -> Columns:
    """The table `POSTINGS` of the columns `NEEDED` of articles; no window runs across the end of a paragraph."""
    gathered = Gathered.of(articles)
    codes = gathered.collection.codes
    total = np.append(0, np.cumsum(gathered.scaled, dtype=np.int64))
    broken = np.append(0, np.cumsum(codes == BREAK))
    parts = []
    for width in (WINDOW, WIDE):
        hashes = _hashes(codes, width)
        which = broken[width:] == broken[: max(0, len(broken) - width)]
        if width == WIDE:
            which &= _lowest(np.where(which, hashes, np.iinfo(np.uint64).max))
        hashes &= ~np.uint64(1)
        hashes |= np.uint64(width == WIDE)
        parts.append(_windows(gathered, total, hashes, width, np.flatnonzero(which)))
    return {name: np.concatenate([part[name] for part in parts]) for name in POSTINGS}


def _windows(
    gathered: Gathered, total: NDArray[np.int64], hashes: Hashes, width: int, places: NDArray[np.int64]
) -> Columns:
    """The windows of a width at some places; `total` are the bits of all characters before each."""
    text = gathered.collection.text[places]
    ends = total[places + width - 1]
    return {
        "hash": hashes[places].view(np.int64),
        "article": gathered.articles["article"][text],
        "place": (places - gathered.collection.start[text]).astype(np.int32),
        "head": np.minimum(ends - total[places], np.iinfo(np.int16).max).astype(np.int16),
        "last": (total[places + width] - ends).astype(np.int16),
    }


def _hashes(codes: NDArray[np.uint32], width: int) -> Hashes:
    """The hashes of all windows of `width` codes, put together from those of 1, 2, 4 ... codes."""
    part = _mixed(codes.astype(np.uint64), np.uint64(0))
    size, covered, hashes = 1, 0, np.zeros(len(codes), dtype=np.uint64)
    while size <= width:
        if width & size:
            count = max(0, len(codes) - covered - size + 1)
            hashes = _mixed(hashes[:count], part[covered : covered + count])
            covered += size
        part = _mixed(part[: max(0, len(part) - size)], part[size:])
        size *= 2
    return hashes


def _mixed(one: Hashes, other: Hashes | np.uint64) -> Hashes:
    """A hash of two, in this order."""
    hashes: Hashes = one * np.uint64(0x9E3779B97F4A7C15) + other * np.uint64(0xD6E8FEB86659FD93)
    hashes ^= hashes >> np.uint64(32)
    hashes *= np.uint64(0xD6E8FEB86659FD93)
    hashes ^= hashes >> np.uint64(29)
    return hashes


def _lowest(hashes: Hashes) -> Flags:
    """Whether each hash is the lowest of some `SPREAD` hashes in a row that it is one of.

    Beyond either end stand hashes that are never the lowest, so that it matters nothing what stands before and behind.
    """
    none = np.full(SPREAD - 1, np.iinfo(np.uint64).max)
    lowest = _over_spread(np.concatenate([none, hashes, none]), np.minimum)
    # The lowest of a row is at most the hash, so that it is the hash where the highest of the rows it is in is so.
    kept: Flags = _over_spread(lowest, np.maximum) == hashes
    return kept


def _over_spread(values: Hashes, best: np.ufunc) -> Hashes:
    """The best of each `SPREAD` values in a row."""
    size = 1
    found = values
    while 2 * size <= SPREAD:
        found = best(found[:-size], found[size:])
        size *= 2
    rest = SPREAD - size
    return best(found[: len(found) - rest], found[rest:]) if rest else found
