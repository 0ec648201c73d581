"""From hits to rows: the passages that pairs of articles share, a block of pairs at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.corpus.articles import Gathered, ReadyText, encoded
from compare.corpus.columns import ROWS, Columns, columns
from compare.corpus.postings import WIDE, WINDOW
from compare.reuse.candidates import Search, clusters
from compare.reuse.index import Runs, joined
from compare.reuse.passages import passages
from compare.reuse.trim import trim_ends


@dataclass(frozen=True, slots=True)
class Aligner:
    """The step from the hits of a block to its rows, for a corpus of so many `articles`."""

    articles: int
    expect: float

    def __call__(self, hits: Columns, articles: Columns, masked: Columns) -> Columns:
        """The table `ROWS` of the pairs in `hits`; the article with the lower id is `a`."""
        order = sorted(range(len(articles["id"])), key=lambda at: bytes(articles["id"][at]))
        # Taken out of what was given: they are the most there is in memory.
        articles = {name: articles.pop(name)[order] for name in tuple(articles)}
        gathered = Gathered.of(articles)
        numbers = np.argsort(articles["article"])

        def start(article: NDArray[np.int32]) -> NDArray[np.int64]:
            found = np.searchsorted(articles["article"], article, sorter=numbers)
            return gathered.collection.start[numbers[found]]

        bits = gathered.bits
        for offset in range(WINDOW):
            bits[start(masked["article"]) + masked["place"] + offset] = 0.0
        left, right = start(hits["a"]) + hits["pa"], start(hits["b"]) + hits["pb"]
        length = np.where(hits["wide"] == 1, WIDE, WINDOW)
        found = Runs(np.minimum(left, right), np.maximum(left, right), length)
        runs = joined(gathered.collection, found)
        search = Search(gathered.collection, bits, self.expect, self.articles - 1)
        return columns(ROWS, [*_rows(search, gathered, runs)])


def _rows(search: Search, gathered: Gathered, runs: Runs) -> Iterator[tuple[Any, ...]]:
    number = gathered.articles["article"].tolist()
    texts: dict[int, ReadyText] = {}
    for i, j, alignment in passages(search, clusters(search, runs)):
        for at in (i, j):
            if at not in texts:
                texts[at] = gathered.text(at)
        left, right = texts[i], texts[j]
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
