"""Where each window of a few characters stands: the table by which articles that share one are brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.background import window_hashes
from compare.corpus.articles import SCALE, Gathered
from compare.corpus.columns import POSTINGS
from compare.phrases.fold import BREAK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.corpus.columns import Columns

WINDOW = 5
"""Characters of a window. Shorter ones are in too many articles, longer ones miss passages with an edit every few
characters."""

WIDE, SPREAD = 24, 9
"""Characters of a wide window, and of how many in a row the one with the lowest hash is kept (winnowing: Schleimer,
Wilkerson and Aiken 2003), so that each passage of 32 characters has one. Wording of that length is hardly ever usual:
what has been printed twenty times is still found by them when its short windows are in too many places."""


def postings(articles: Columns) -> Columns:
    """The table `POSTINGS` of a table `ARTICLES`; no window runs across the end of a paragraph."""
    gathered = Gathered.of(articles)
    collection = gathered.collection
    weights = np.round(gathered.bits * SCALE).astype(np.int64)
    broken = np.append(0, np.cumsum(collection.codes == BREAK))
    total = np.append(0, np.cumsum(weights))
    parts: list[Columns] = []
    for width in (WINDOW, WIDE):
        hashes = window_hashes(collection.codes, width)
        whole = broken[width:] == broken[: max(0, len(broken) - width)]
        if width == WIDE:
            whole &= _lowest(np.where(whole, hashes, np.iinfo(np.uint64).max))
        places = np.flatnonzero(whole)
        text = collection.text[places]
        heads = total[places + width - 1] - total[places]
        parts.append(
            {
                "hash": hashes[places].view(np.int64),
                "article": articles["article"][text],
                "place": (places - collection.start[text]).astype(np.int32),
                "head": np.minimum(heads, np.iinfo(np.int16).max).astype(np.int16),
                "last": weights[places + width - 1].astype(np.int16),
                "wide": np.full(len(places), width == WIDE, dtype=np.int16),
            }
        )
    return {name: np.concatenate([part[name] for part in parts]) for name in POSTINGS}


def _lowest(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether each hash is the lowest of some `SPREAD` hashes in a row that it is one of."""
    if len(hashes) < SPREAD:
        return np.zeros(len(hashes), dtype=bool)
    lowest = np.lib.stride_tricks.sliding_window_view(hashes, SPREAD).argmin(axis=1) + np.arange(
        len(hashes) - SPREAD + 1
    )
    kept = np.zeros(len(hashes), dtype=bool)
    kept[lowest] = True
    return kept
