"""Unithood: which of the repeats of a corpus are phrases that people say as one, not scraps of longer ones.

Termhood, which Kageura and Umino (1996) tell from it, is for `setphrases` to judge. A unit stands beside many different
signs (accessor variety, Feng et al. 2004), is not nearly always continued by one and the same, and begins and ends
where words do. A list (获得感、幸福感、安全感) or a couplet of halves of one length is one too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from compare.mining.setphrases import Surroundings
from compare.reuse.fold import BREAK
from compare.rhetoric.model import shipped
from seeds.lexicon import words as lexicon

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.mining.maximal import Repeats
    from compare.mining.symbols import Lettered
    from seeds.language.tokens import Tokenizer

    Indices = NDArray[np.int64]
    Flags = NDArray[np.bool_]

SHORTEST_CHARS, LONGEST_CHARS, LONG, OFTEN = 4, 24, 8, 3
"""Characters of a unit; a long one, and one used so often, needs but two documents."""
SPREAD = 3
"""Documents of a short unit that is used less often, at least."""
MARKS = 3
"""Marks beyond which a neighbour is looked for."""
PART = 0.8
"""What is continued by one sign in this share of its documents and occurrences is a part of something longer."""
_EDGE_BITS = 9.5
"""Words of one character commoner than this (的, 在, 和) do not begin or end a unit."""
_INNER = "、,"
_JOINS = "和与及或等"
_FREE = _JOINS + "的了是在也就都不为对把被将从向让使于以而并更最还又既但"
"""Function characters that do not belong to the word before them; the first lists go on with anything."""

CUT = 0.5
"""A unit begins and ends with words in this share of its occurrences at least."""


def unmarked(corpus: Lettered) -> Lettered:
    """A corpus with a break for every sign that no unit contains: nothing is carried on by a mark."""
    kept = (corpus.alphabet >= 0x3400) & (corpus.alphabet <= 0x9FFF)
    kept |= np.isin(corpus.alphabet, [ord(sign) for sign in _INNER])
    return replace(
        corpus, letters=np.where(kept[corpus.letters], corpus.letters, corpus.letters.dtype.type(0))
    )


class LexicalUnits:
    """Tells units among the repeats of a corpus; texts are cut into words when they are first needed."""

    def __init__(self, corpus: Lettered, repeats: Repeats, tokenizer: Tokenizer | None = None) -> None:
        self.corpus, self.repeats, self.tokenizer = corpus, repeats, tokenizer
        self.han = (corpus.alphabet >= 0x3400) & (corpus.alphabet <= 0x9FFF)
        self.weak = np.array(
            [bool(han) and weak(chr(c)) for c, han in zip(corpus.alphabet, self.han, strict=True)]
        )
        self.inner = self._among(_INNER)
        self._quotes = self._among('"')
        self._passed = ~self.han & (corpus.alphabet != BREAK)
        self._marks = np.array([not chr(c).isalnum() for c in corpus.alphabet], dtype=bool)
        self._free = self._marks | self._among(_FREE)
        self._joins = self._among(_JOINS)
        numbers = {chr(code): number for number, code in enumerate(corpus.alphabet.tolist())}
        self._leading = [
            len(self.han) * numbers[word[0]] + numbers[word[1]]
            for word in sorted(lexicon("policy", "verbs", "carriers"))
            if len(word) == 2 and word[0] in numbers and word[1] in numbers
        ]
        self._edges = np.zeros(len(corpus.letters) + 1, dtype=bool)
        self._cut = np.zeros(len(corpus), dtype=bool)

    def may_be(self) -> Flags:
        """Which repeats have the length of a formula."""
        length = self.repeats.length
        least = np.where((length >= LONG) | (self.repeats.times() >= OFTEN), 2, SPREAD)
        fits: Flags = (length >= SHORTEST_CHARS) & (length <= LONGEST_CHARS) & (self.repeats.docs >= least)
        return fits

    def are(self, rows: Indices) -> Flags:
        """Which of some repeats are units."""
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
        return self._neighbours(rows, row, place, -1)[0], self._neighbours(rows, row, place, 1)[0]

    def occurrences(self, rows: Indices) -> tuple[Indices, Indices]:
        """All places of some repeats: the index in `rows` and the place in the letters."""
        low, times = self.repeats.low[rows].astype(np.int64), self.repeats.times(rows).astype(np.int64)
        row = np.repeat(np.arange(len(rows)), times)
        within = np.arange(len(row)) - np.repeat(np.cumsum(times) - times, times)
        return row, self.repeats.order[low[row] + within].astype(np.int64)

    def signs(self, row: int) -> str:
        """A repeat as it is folded for matching."""
        start = int(self.repeats.order[self.repeats.low[row]])
        letters = self.corpus.letters[start : start + int(self.repeats.length[row])]
        return "".join(map(chr, self.corpus.alphabet[letters]))

    def around(self, rows: Indices) -> list[Surroundings]:
        """Between what some repeats stand."""
        row, place = self.occurrences(rows)
        before = self.corpus.letters[place - 1]
        after = self.corpus.letters[place + self.repeats.length[rows][row]]
        times = np.bincount(row, minlength=len(rows))
        two = before + len(self.han) * self.corpus.letters[place - 2].astype(np.int64)
        shares = [
            np.bincount(row, weights=flags, minlength=len(rows)) / times
            for flags in (
                self._free[before] | np.isin(two, self._leading),
                self._marks[after],
                self._free[after],
                self._among("的")[after],
                self._quotes[before],
                self._among("、")[before],
                self._among("、")[after],
            )
        ]
        shares += [self._neighbours(rows, row, place, side, MARKS)[2] / times for side in (-1, 1)]
        return [Surroundings(*map(float, share)) for share in zip(*shares, strict=True)]

    def _among(self, signs: str) -> Flags:
        found: Flags = np.isin(self.corpus.alphabet, [ord(sign) for sign in signs])
        return found

    def _all_han(self, rows: Indices) -> Flags:
        start = self.repeats.order[self.repeats.low[rows]].astype(np.int64)
        length = self.repeats.length[rows].astype(np.int64)
        letters = self.corpus.letters
        fits: Flags = self.han[letters[start]] & self.han[letters[start + length - 1]]
        marked = np.zeros(len(rows), dtype=bool)
        for offset in range(int(length.max(initial=0))):
            inside = offset < length
            sign = letters[start[inside] + offset]
            fits[inside] &= self.han[sign] | self.inner[sign]
            marked[inside] |= self.inner[sign]
        for at in np.flatnonzero(fits & marked):
            fits[at] = balanced(self.signs(rows[at]))
        return fits

    def _varied(self, rows: Indices) -> Flags:
        row, place = self.occurrences(rows)
        docs = self.repeats.docs[rows]
        verdict: Flags = np.ones(len(rows), dtype=bool)
        for side in (-1, 1):
            variety, most, often = self._neighbours(rows, row, place, side, MARKS)
            continued = (most >= PART * docs) & (often >= PART * self.repeats.times(rows))
            verdict &= (variety > 1) & ~continued
        # What always stands behind 和 is the second half of a pair.
        paired = np.bincount(row, weights=self._joins[self.corpus.letters[place - 1]], minlength=len(rows))
        return verdict & (paired < PART * self.repeats.times(rows))

    def _neighbours(
        self, rows: Indices, row: Indices, place: Indices, side: int, marks: int = 0
    ) -> tuple[Indices, Indices, Indices]:
        """The number of different neighbours of each repeat, the documents that hold the most frequent, its times.

        `side` is -1 on the left and 1 on the right. What stands behind up to so many `marks` tells them from others,
        so that a passage printed twice has one neighbour, but not quotation marks on both sides or the end of a text.
        """
        letters, size = self.corpus.letters, len(self.han)
        left, right = place - 1, place + self.repeats.length[rows][row]
        quoted = self._quotes[letters[left]] & self._quotes[letters[right]]
        beside = left if side < 0 else right
        marked = ~self.han[letters[beside]]
        for _ in range(marks):
            beside = beside + side * (self._passed[letters[beside]] & ~quoted)
        letter = letters[beside].astype(np.int64)
        doc = np.searchsorted(self.corpus.start, place, side="right") - 1
        sign = np.where(self.han[letter], letter + size * marked, 2 * size + doc)
        order = np.lexsort((doc, sign, row))
        row, sign, doc = row[order], sign[order], doc[order]
        fresh = np.append(True, (row[1:] != row[:-1]) | (sign[1:] != sign[:-1]))
        new_doc = fresh | np.append(True, doc[1:] != doc[:-1])
        first = np.flatnonzero(fresh)
        held = np.add.reduceat(new_doc.astype(np.int64), first)
        times = np.diff(np.append(first, len(row)))
        most, often = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
        # A joining word after a phrase is no part of what goes on there.
        inside = sign[first] < 2 * size
        if side > 0:
            inside &= ~self._joins[sign[first] % size]
        np.maximum.at(most, row[first], np.where(inside, held, 0))
        np.maximum.at(often, row[first], np.where(inside, times, 0))
        return np.bincount(row[first], minlength=len(rows)), most, often

    def _between_words(self, rows: Indices) -> Flags:
        row, place = self.occurrences(rows)
        end = place + self.repeats.length[rows][row]
        self._cut_texts(np.unique(np.searchsorted(self.corpus.start, place, side="right") - 1))
        both = self._edges[place] & self._edges[end]
        share = np.bincount(row, weights=both, minlength=len(rows)) / np.bincount(row, minlength=len(rows))
        letters = self.corpus.letters
        loose = self._edges[place + 1] & self.weak[letters[place]] & ~self._among("新以")[letters[place]]
        loose |= self._edges[end - 1] & self.weak[letters[end - 1]]
        loosely = np.bincount(row, weights=loose & both, minlength=len(rows))
        fits: Flags = (share >= CUT) & (loosely < share * np.bincount(row, minlength=len(rows)) * CUT)
        return fits

    def _cut_texts(self, docs: Indices) -> None:
        for number in docs[~self._cut[docs]]:
            start = int(self.corpus.start[number])
            edges = replace(self.corpus.text(number), tokenizer=self.tokenizer).edges
            self._edges[start : start + len(edges)] = edges
            self._cut[number] = True


def balanced(text: str) -> bool:
    """Whether a phrase with marks inside is a list of words or a couplet of halves of one length."""
    if "," in text:
        halves = {len(half) for half in text.split(",")}
        return "、" not in text and len(halves) == 1 and min(halves) >= 3
    return min(map(len, text.split("、"))) > 1


def weak(word: str) -> bool:
    """Whether a word is one common character, which begins or ends no unit."""
    return len(word) == 1 and shipped().information([word]) < _EDGE_BITS
