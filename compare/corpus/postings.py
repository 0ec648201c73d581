"""Where each window of a few characters stands: the table by which articles that share one are brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.background import window_hashes
from compare.corpus.articles import decoded
from compare.phrases.fold import BREAK
from compare.phrases.text import folded

if TYPE_CHECKING:
    from compare.corpus.columns import Columns

WINDOW = 5
"""Characters of a window. Shorter ones are in too many articles, longer ones miss passages with an edit every few
characters."""


def postings(articles: Columns) -> Columns:
    """The table `POSTINGS` of a table `ARTICLES`; no window runs across the end of a paragraph."""
    stop = np.array([BREAK], dtype=np.uint32)
    none = np.zeros(1, dtype=np.int64)
    codes, bits = [stop], [none]
    for text, weight, page in zip(articles["text"], articles["bits"], articles["page"], strict=True):
        codes += [folded(decoded(text), breaks=bool(page))[0], stop]
        bits += [np.frombuffer(weight, dtype="<u2").astype(np.int64), none]
    every, weights = np.concatenate(codes), np.concatenate(bits)
    start = np.cumsum([1, *(articles["size"][:-1] + 1)]) if len(articles["size"]) else none[:0]
    number = np.repeat(np.arange(len(start)), articles["size"] + 1) if len(start) else none[:0]
    broken = np.cumsum(np.append(0, every == BREAK))
    places = np.flatnonzero(broken[WINDOW:] == broken[: max(0, len(broken) - WINDOW)])
    text_of = number[places - 1]
    total = np.append(0, np.cumsum(weights))
    return {
        "hash": window_hashes(every, WINDOW)[places].view(np.int64),
        "article": articles["article"][text_of],
        "place": (places - start[text_of]).astype(np.int32),
        "head": (total[places + WINDOW - 1] - total[places]).astype(np.int16),
        "last": weights[places + WINDOW - 1].astype(np.int16),
    }
