"""The phrases that recur in a corpus: its maximal repeats with what they weigh, the foremost first."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from compare.mining.maximal import Repeats, maximal_repeats, without_runs
from compare.mining.symbols import Lettered
from compare.mining.unithood import LexicalUnits
from compare.reference.corpus import MOST_BITS, ReferenceCorpus, load_reference
from compare.reuse.fold import codes_of, folded
from compare.reuse.text import Text
from seeds import check
from seeds.errors import UsageError
from seeds.language.variants import simplifications
from seeds.page import Piece
from seeds.plain import Plain, plain_fields

Indices = NDArray[np.int64]
Measures = NDArray[np.float64]

Sort = Literal["saved", "bits", "df", "times", "length"]
SORTS: tuple[Sort, ...] = get_args(Sort)

TRADITIONAL = 0.05
"""Characters of a text that have a simplified form, by which it is told for one in traditional characters."""
MARKS, PAIRS = "，。；：、！？,.;:!? \u3000\n", ("“”", "《》", "（）", "‘’", "()", "「」")
"""What stands at the ends of a phrase and is no part of it."""
WINDOW, SAID, SPREAD = 4, 0.6, 1.25
"""A phrase is said again with this share of its windows of so many signs, in so many times the articles at most."""
BATCH = 4096
"""Repeats weighed in one go at least, and occurrences of theirs at most (times 512)."""


@dataclass(frozen=True, slots=True)
class Form(Plain):
    """Another form of a set phrase, and the number of articles that hold it."""

    text: str
    df: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a corpus.

    `text` is the wording of the first occurrence, `start` to `end` in the text of `article`, among articles in that
    script, simplified or traditional, which most that hold it are in; `length` counts its signs without spaces. `df`
    articles hold it, at `times` places. `bits` is its rarity against the reference, `left` and `right` the number of
    different neighbours (a mark or an end counts once in each article). Where set phrases are looked for, `kind` is
    what it is, `sure` the probability that it is a set phrase, and `forms` are those told with it.
    """

    text: str
    length: int
    df: int
    times: int
    article: str
    start: int
    end: int
    bits: float
    left: int
    right: int
    kind: str = ""
    sure: float = 0.0
    forms: tuple[Form, ...] = ()

    @property
    def saved(self) -> float:
        """Bits that the articles after the first did not have to find: rarity times articles but one."""
        return self.bits * max(0, self.df - 1)

    def to_dict(self) -> dict[str, Any]:
        """All fields and `saved`; bits to two places."""
        row = plain_fields(self, 3, bits=round(self.bits, 2), saved=round(self.saved, 2))
        if not self.kind:
            del row["kind"], row["sure"], row["forms"]
        return row


def corpus_phrases(
    docs: Iterable[tuple[str, Piece | str]],
    *,
    least_docs: int = 2,
    least_length: int = 4,
    sort: Sort = "saved",
    reference: ReferenceCorpus | None = None,
) -> Iterator[Phrase]:
    """The maximal repeats of a corpus given as `(id, text or piece)`, by `sort`, the highest first.

    Ids are taken in their order. Raises `UsageError` for numbers below 1, an unknown
    `sort`, and an id that comes twice.
    """
    if sort not in SORTS:
        raise UsageError(f"no order {sort!r}; choose one of {', '.join(SORTS)}")
    corpus = Lettered.of(sorted(check.several("docs", docs), key=itemgetter(0)))
    repeats = without_runs(maximal_repeats(corpus, least_docs=least_docs, least_length=least_length))
    weigher = Weigher(corpus, repeats, LexicalUnits(corpus, repeats), reference or load_reference())
    return _ranked(weigher, sort)


def bare(text: str) -> str:
    """A phrase without the marks at its ends; where one of a pair is missing, the longest part between such marks."""
    odd = "".join(pair for pair in PAIRS if text.count(pair[0]) != text.count(pair[1]))
    if odd:
        text = max(re.split(f"[{re.escape(odd)}]", text), key=len)
    return text.strip(MARKS)


def distinct(phrases: Iterable[Phrase], least_length: int = 4) -> Iterator[Phrase]:
    """Phrases without those that are for the most part one before them, in the same articles or fewer.

    Those with fewer than `least_length` signs between the marks at their ends are left out.

    A notice below every article is a maximal repeat once more for every sign before it, and so are its parts.
    """
    index: dict[str, list[int]] = {}
    held: list[int] = []
    for phrase in phrases:
        signs = folded(bare(phrase.text))
        if len(signs) < least_length:
            continue
        windows = {signs[at : at + WINDOW] for at in range(max(1, len(signs) - WINDOW + 1))}
        common = Counter(number for window in windows for number in index.get(window, ()))
        if any(
            times >= SAID * len(windows) and phrase.df <= SPREAD * held[number]
            for number, times in common.items()
        ):
            continue
        for window in windows:
            index.setdefault(window, []).append(len(held))
        held.append(phrase.df)
        yield phrase


def _ranked(weigher: Weigher, sort: Sort) -> Iterator[Phrase]:
    """The repeats, taken by the most that they may measure, so that only the foremost need be weighed."""
    repeats = weigher.repeats
    columns = {"df": repeats.docs, "times": repeats.times(), "length": repeats.length}

    def measured(rows: Indices, bits: Measures) -> Measures:
        if sort == "saved":
            return bits * (repeats.docs[rows] - 1)
        return bits if sort == "bits" else columns[sort][rows].astype(np.float64)

    rows = np.arange(len(repeats.low))
    most = measured(rows, MOST_BITS * repeats.length.astype(np.float64))
    order = np.argsort(-most, kind="stable")
    rows, most = rows[order], most[order]
    pool, measures, bits = rows[:0], most[:0], most[:0]
    for begin, stop in weigher.batches(rows):
        # Whatever is still to come cannot measure more than this.
        settled = int((measures > most[begin]).sum())
        yield from weigher.phrases(pool[:settled], bits[:settled])
        some = rows[begin:stop]
        weight = weigher.bits(some)
        pool, bits = np.append(pool[settled:], some), np.append(bits[settled:], weight)
        measures = np.append(measures[settled:], measured(some, weight))
        order = np.lexsort((pool, -repeats.length[pool], -measures))
        pool, measures, bits = pool[order], measures[order], bits[order]
    yield from weigher.phrases(pool, bits)


class Weigher:
    """Gives repeats their bits, and tells what there is to tell of them."""

    def __init__(
        self, corpus: Lettered, repeats: Repeats, units: LexicalUnits, reference: ReferenceCorpus
    ) -> None:
        self.corpus, self.repeats, self.units, self.reference = corpus, repeats, units, reference

    @cached_property
    def _traditional(self) -> NDArray[np.bool_]:
        """Which texts are in traditional characters."""
        found = np.zeros(len(self.corpus), dtype=bool)
        table = np.zeros(sys.maxunicode + 1, dtype=bool)
        table[list(simplifications())] = True
        for number, raw in enumerate(self.corpus.raws):
            codes = codes_of(raw.body if isinstance(raw, Piece) else raw)
            found[number] = table[codes].mean() >= TRADITIONAL if len(codes) else False
        return found

    def _usual(self, row: Indices, place: Indices) -> Indices:
        """For each repeat its first place in a text of the script that most of its texts are in."""
        docs = np.searchsorted(self.corpus.start, place, side="right") - 1
        script = self._traditional[docs]
        begin = np.flatnonzero(np.append(True, row[1:] != row[:-1]))
        if script.any() and not script.all():
            order = np.lexsort((docs, row))
            fresh = np.append(True, (np.diff(row[order]) != 0) | (np.diff(docs[order]) != 0))
            held = np.bincount(row[order][fresh])
            other = np.bincount(row[order][fresh], weights=script[order][fresh])
            unusual = script != (2 * other + self._traditional.mean() > held + 0.5)[row]
            place = place + unusual * len(self.corpus.letters)
        return np.minimum.reduceat(place, begin) % len(self.corpus.letters)

    def batches(self, rows: Indices) -> Iterator[tuple[int, int]]:
        """Stretches of some repeats, short ones where they occur often."""
        times = np.cumsum(self.repeats.times(rows), dtype=np.int64)
        begin = 0
        while begin < len(rows):
            before = int(times[begin - 1]) if begin else 0
            stop = int(np.searchsorted(times, before + 512 * BATCH, side="right"))
            stop = min(max(stop, begin + 1), begin + BATCH)
            yield begin, stop
            begin = stop

    def bits(self, rows: Indices) -> Measures:
        """The rarity of some repeats, each by itself."""
        start = self.repeats.order[self.repeats.low[rows]].astype(np.int64)
        # A break behind each keeps it apart from the next, and weighs nothing.
        size = self.repeats.length[rows].astype(np.int64) + 1
        begin = np.cumsum(size) - size
        place = np.repeat(start - begin, size) + np.arange(int(size.sum()))
        letters = self.corpus.letters[np.minimum(place, len(self.corpus.letters) - 1)]
        letters[begin + size - 1] = 0
        codes = self.corpus.alphabet[letters]
        if not len(rows):
            return np.zeros(0)
        bits: Measures = np.add.reduceat(self.reference.bits(codes), begin)
        return bits

    def phrases(self, rows: Indices, bits: Measures) -> Iterator[Phrase]:
        """Some repeats with their bits as phrases, in their order."""
        starts = self.corpus.start
        for begin, stop in self.batches(rows):
            some = rows[begin:stop]
            left, right = self.units.variety(some)
            row, place = self.units.occurrences(some)
            times = self.repeats.times(some)
            first = self._usual(row, place)
            docs = np.searchsorted(starts, first, side="right") - 1
            made: dict[int, Phrase] = {}
            number, text = -1, Text.of("")
            # Text by text: they are not kept, and making one ready costs more than all that is asked of it.
            for at in np.argsort(docs, kind="stable").tolist():
                if docs[at] != number:
                    number = int(docs[at])
                    text = self.corpus.text(number)
                start, length = int(first[at] - starts[number]), int(self.repeats.length[some[at]])
                here, end = text.extent(start, start + length)
                made[at] = Phrase(
                    text.string(start, start + length),
                    length,
                    int(self.repeats.docs[some[at]]),
                    int(times[at]),
                    self.corpus.names[number],
                    here,
                    end,
                    float(bits[begin + at]),
                    int(left[at]),
                    int(right[at]),
                )
            yield from (made[at] for at in range(len(some)))
