"""Which of the repeats of a corpus are wholes: phrases that people say, not scraps of longer ones.

Told by their neighbours: a whole stands beside many different signs (accessor variety, Feng et al. 2004), is
not nearly always continued by one and the same, and begins and ends where words do. The measures are those of
`compare.rhetoric.formulas`, taken from characters where that takes them from words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.rhetoric.formulas import LONGEST_CHARS, PART, SHORTEST_CHARS, VARIETY, weak

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.corpus.letters import Lettered
    from compare.corpus.maximal import Repeats

    Indices = NDArray[np.int64]
    Flags = NDArray[np.bool_]

CUT = 0.5
"""A whole begins and ends with words in this share of its occurrences at least."""


class Wholes:
    """Tells wholes among the repeats of a corpus; texts are cut into words when they are first needed."""

    def __init__(self, corpus: Lettered, repeats: Repeats) -> None:
        self.corpus, self.repeats = corpus, repeats
        self.han = (corpus.alphabet >= 0x3400) & (corpus.alphabet <= 0x9FFF)
        self.weak = np.array(
            [bool(han) and weak(chr(c)) for c, han in zip(corpus.alphabet, self.han, strict=True)]
        )
        self._edges = np.zeros(len(corpus.letters) + 1, dtype=bool)
        self._cut = np.zeros(len(corpus), dtype=bool)

    def may_be(self) -> Flags:
        """Which repeats have the length of a formula."""
        length = self.repeats.length
        fits: Flags = (length >= SHORTEST_CHARS) & (length <= LONGEST_CHARS) & (self.repeats.docs >= VARIETY)
        return fits

    def are(self, rows: Indices) -> Flags:
        """Which of some repeats are wholes."""
        verdict = self._all_han(rows)
        kept = np.flatnonzero(verdict)
        if len(kept):
            verdict[kept] &= self._varied(rows[kept])
        kept = np.flatnonzero(verdict)
        if len(kept):
            verdict[kept] &= self._between_words(rows[kept])
        return verdict

    def variety(self, rows: Indices) -> tuple[Indices, Indices]:
        """How many different neighbours repeats have on the left and on the right.

        A mark or an end is a neighbour of its own in each document.
        """
        row, place = self.occurrences(rows)
        left, _ = self._neighbours(rows, row, place, place - 1)
        right, _ = self._neighbours(rows, row, place, place + self.repeats.length[rows][row])
        return left, right

    def occurrences(self, rows: Indices) -> tuple[Indices, Indices]:
        """All places of some repeats: the index in `rows` and the place in the letters."""
        low, times = self.repeats.low[rows].astype(np.int64), self.repeats.times[rows].astype(np.int64)
        row = np.repeat(np.arange(len(rows)), times)
        within = np.arange(len(row)) - np.repeat(np.cumsum(times) - times, times)
        return row, self.repeats.order[low[row] + within].astype(np.int64)

    def _all_han(self, rows: Indices) -> Flags:
        start = self.repeats.order[self.repeats.low[rows]].astype(np.int64)
        length = self.repeats.length[rows].astype(np.int64)
        han: Flags = np.ones(len(rows), dtype=bool)
        for offset in range(int(length.max(initial=0))):
            inside = offset < length
            han[inside] &= self.han[self.corpus.letters[start[inside] + offset]]
        return han

    def _varied(self, rows: Indices) -> Flags:
        row, place = self.occurrences(rows)
        docs = self.repeats.docs[rows]
        verdict: Flags = np.ones(len(rows), dtype=bool)
        for beside in (place - 1, place + self.repeats.length[rows][row]):
            variety, most = self._neighbours(rows, row, place, beside)
            verdict &= (variety >= VARIETY) & (most < PART * docs)
        return verdict

    def _neighbours(
        self, rows: Indices, row: Indices, place: Indices, beside: Indices
    ) -> tuple[Indices, Indices]:
        """The number of different neighbours of each repeat, and of the documents that hold the most frequent."""
        letter = self.corpus.letters[beside].astype(np.int64)
        doc = np.searchsorted(self.corpus.start, place, side="right") - 1
        sign = np.where(self.han[letter], letter, len(self.han) + doc)
        order = np.lexsort((doc, sign, row))
        row, sign, doc = row[order], sign[order], doc[order]
        fresh = np.append(True, (row[1:] != row[:-1]) | (sign[1:] != sign[:-1]))
        new_doc = fresh | np.append(True, doc[1:] != doc[:-1])
        first = np.flatnonzero(fresh)
        held = np.add.reduceat(new_doc.astype(np.int64), first)
        most = np.zeros(len(rows), dtype=np.int64)
        np.maximum.at(most, row[first], np.where(sign[first] < len(self.han), held, 0))
        return np.bincount(row[first], minlength=len(rows)), most

    def _between_words(self, rows: Indices) -> Flags:
        row, place = self.occurrences(rows)
        end = place + self.repeats.length[rows][row]
        self._cut_texts(np.unique(np.searchsorted(self.corpus.start, place, side="right") - 1))
        both = self._edges[place] & self._edges[end]
        share = np.bincount(row, weights=both, minlength=len(rows)) / np.bincount(row, minlength=len(rows))
        letters = self.corpus.letters
        loose = self._edges[place + 1] & self.weak[letters[place]]
        loose |= self._edges[end - 1] & self.weak[letters[end - 1]]
        loosely = np.bincount(row, weights=loose & both, minlength=len(rows))
        fits: Flags = (share >= CUT) & (loosely < share * np.bincount(row, minlength=len(rows)) * CUT)
        return fits

    def _cut_texts(self, docs: Indices) -> None:
        for number in docs[~self._cut[docs]]:
            start = int(self.corpus.start[number])
            edges = self.corpus.text(number).edges
            self._edges[start : start + len(edges)] = edges
            self._cut[number] = True
