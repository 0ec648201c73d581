"""Which stretches of which pairs of texts are worth an alignment: runs close together, with bits enough.

This step alone looks at all texts at once; what follows it looks at one pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from compare.phrases.seeds import Collection, covered, equal_windows, shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from compare.background import Background
    from compare.phrases.text import Text

    Bits = NDArray[np.float64]

FEW_TEXTS = 32
"""Up to so many texts runs from 4 characters are looked at, in larger collections from 5."""

USUAL = (20, 0.05)
"""Windows at more places than this number and this share of the number of texts are usual in the collection:
they start no match, which keeps the work near linear, but may be part of one."""

BOILERPLATE = 0.25
"""Windows at more places than this share of the number of texts, such as the name of the programme in front
of every item, carry no bits."""

REACH = 40
"""Characters between runs that may belong to one passage."""

SLACK = 0.8
"""Share of the bits asked for that the runs of a cluster must have; the rest can come from shorter runs."""


class Run(NamedTuple):
    """`length` equal characters from `a` in one text and from `b` in the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Runs of the texts with indices `left` < `right` that stand close together, by place in the left
    text.
    """

    left: int
    right: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """Texts, the bits of their characters, and `needed(i, j)`: the bits that a match of two texts must
    have.
    """

    texts: Sequence[Text]
    bits: tuple[Bits, ...]
    expect: float

    def room(self, left: int, right: int) -> float:
        """How many matches of no bits chance would bring: places in one text times places in the other, and
        times the texts that each is compared with, so that a text meets as many chance matches in a
        large collection as in a small one.
        """
        return len(self.texts[left]) * len(self.texts[right]) * max(1, len(self.texts) - 1)

    def needed(self, left: int, right: int) -> float:
        """The bits from which on fewer than `expect` matches are expected by chance."""
        return float(np.log2(max(1.0, self.room(left, right)) / self.expect))

    def expected(self, left: int, right: int, bits: float) -> float:
        """How many matches with so many bits chance would bring (Karlin and Altschul 1990)."""
        return float(self.room(left, right) * 2.0**-bits)


def search(texts: Sequence[Text], background: Background, expect: float) -> tuple[Search, Iterator[Cluster]]:
    """The bits of all texts, and the clusters of shared runs, by pair and then by place."""
    collection = Collection.of(texts)
    k = 4 if len(texts) <= FEW_TEXTS else 5
    most = max(USUAL[0], round(USUAL[1] * len(texts)))
    bits = background.bits(collection.codes)
    windows = equal_windows(collection, k)
    if len(texts) > FEW_TEXTS:
        bits[covered(collection, windows, k, max(most, round(BOILERPLATE * len(texts))))] = 0.0
    else:
        most = len(collection.codes)
    found = Search(texts, tuple(np.split(bits, collection.start[1:-1])), expect)
    return found, _clusters(collection, bits, found, shared_runs(collection, windows, k, most))


def _clusters(
    collection: Collection, bits: Bits, found: Search, runs: tuple[NDArray[np.int64], ...]
) -> Iterator[Cluster]:
    a, b, length = runs
    if not len(a):
        return
    left, right = collection.text[a], collection.text[b]
    pair = left.astype(np.int64) * len(collection) + right
    order = np.lexsort((b, a, pair))
    a, b, length, pair = a[order], b[order], length[order], pair[order]
    left, right = left[order], right[order]
    total = np.append(0.0, np.cumsum(bits))
    weight = np.minimum(total[a + length] - total[a], total[b + length] - total[b])
    # Places of a later pair are moved beyond those of all earlier ones, so that each pair has its own reach.
    shift = np.cumsum(np.append(0, pair[1:] != pair[:-1])) * np.int64(len(collection.codes) + REACH)
    far = (a + shift)[1:] - np.maximum.accumulate(a + shift + length)[:-1] > REACH
    first = np.flatnonzero(np.append(True, far | (pair[1:] != pair[:-1])))
    last = np.append(first[1:], len(a))
    sizes = np.diff(collection.start) - 1
    room = sizes[left[first]] * sizes[right[first]] * max(1.0, len(collection) - 1.0)
    needed = np.log2(np.maximum(room, 1.0) / found.expect)
    if len(collection) > FEW_TEXTS:
        good = np.add.reduceat(weight, first) >= SLACK * needed
        first, last = first[good], last[good]
    for start, stop in zip(first.tolist(), last.tolist(), strict=True):
        i, j = int(left[start]), int(right[start])
        places = zip(
            (a[start:stop] - collection.start[i]).tolist(),
            (b[start:stop] - collection.start[j]).tolist(),
            length[start:stop].tolist(),
            strict=True,
        )
        yield Cluster(i, j, tuple(Run(*place) for place in places))
