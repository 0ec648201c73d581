"""From hits to rows: the passages that pairs of articles share, a block of pairs at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from compare.corpus.articles import encoded, texts
from compare.corpus.columns import ROWS, columns
from compare.corpus.postings import WINDOW
from compare.phrases.candidates import Search, clusters
from compare.phrases.passages import passages
from compare.phrases.seeds import Collection, joined
from compare.phrases.trim import trim_ends

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from compare.corpus.articles import ReadyText
    from compare.corpus.columns import Columns
    from compare.phrases.seeds import Runs


@dataclass(frozen=True, slots=True)
class Aligner:
    """The step from the hits of a block to its rows, for a corpus of so many `articles`."""

    articles: int
    expect: float

    def __call__(self, hits: Columns, articles: Columns, masked: Columns) -> Columns:
        """The table `ROWS` of the pairs in `hits`; the article with the lower id is `a`."""
        order = sorted(range(len(articles["id"])), key=lambda at: bytes(articles["id"][at]))
        articles = {name: column[order] for name, column in articles.items()}
        ready = texts(articles)
        index = np.zeros(int(articles["article"].max(initial=0)) + 1, dtype=np.int64)
        index[articles["article"]] = np.arange(len(ready))
        collection = Collection.of(ready)
        bits = np.concatenate([part for text in ready for part in (text.bits, [0.0])] or [np.zeros(0)])
        for offset in range(WINDOW):
            bits[collection.start[index[masked["article"]]] + masked["place"] + offset] = 0.0
        left = collection.start[index[hits["a"]]] + hits["pa"]
        right = collection.start[index[hits["b"]]] + hits["pb"]
        runs = joined(collection, np.minimum(left, right), np.maximum(left, right), WINDOW)
        search = Search(collection, bits, self.expect, self.articles)
        return columns(ROWS, [*self._rows(search, ready, articles["article"].tolist(), runs)])

    def _rows(
        self, search: Search, ready: list[ReadyText], number: list[int], runs: Runs
    ) -> Iterator[tuple[Any, ...]]:
        for i, j, alignment in passages(search, clusters(search, runs)):
            left, right = ready[i], ready[j]
            ends = trim_ends(left, right, alignment)
            if ends is not None:
                yield (
                    number[i],
                    number[j],
                    *left.extent(*ends[0]),
                    *right.extent(*ends[1]),
                    len(alignment.runs) > 1,
                    alignment.bits,
                    len(left) * len(right),
                    encoded(left.string(*ends[0])),
                    encoded(right.string(*ends[1])),
                )
