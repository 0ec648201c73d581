"""Where a share of reused wording stands among those of unrelated pairs of texts of such lengths."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from compare.reference.corpus import ReferenceCorpus

    Shares = NDArray[np.float64]

SIZES = (250, 500, 1000, 2000)
"""Characters of the texts that the shares are calibrated on."""

LEVELS = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100)
"""Quantiles of the shares above 0 that are kept, in per cent."""

MOST = 150
"""Texts of each size, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """The shares `reuse` of unrelated pairs, by the lengths of both texts.

    `none[i, j]` is the part of the pairs of texts of `SIZES[i]` and `SIZES[j]` characters that share nothing,
    `shares[i, j, q]` the `LEVELS[q]` quantile of what the others share. Between the sizes both are interpolated in
    the logarithm of the length.
    """

    none: Shares
    shares: Shares

    def percentile(self, reuse: float, left: int, right: int) -> float:
        """Per cent of pairs of texts of `left` and `right` characters that share less, those that share as much
        counted half.
        """
        cells = [(i, j, one * other) for i, one in _near(left) for j, other in _near(right)]
        none = sum(part * float(self.none[i, j]) for i, j, part in cells)
        if reuse <= 0:
            return 50 * none
        curve = sum(part * self.shares[i, j] for i, j, part in cells)
        return 100 * none + (1 - none) * float(np.interp(reuse, np.maximum.accumulate(curve), LEVELS))

    def of_nothing(self, sizes: Sequence[int]) -> Shares:
        """The percentiles of every two of texts of some sizes that share nothing, shape `(n, n)`."""
        parts = np.zeros((len(sizes), len(SIZES)))
        for row, size in enumerate(sizes):
            for column, part in _near(size):
                parts[row, column] = part
        found: Shares = 50 * (parts @ self.none @ parts.T)
        return found


def _near(size: int) -> tuple[tuple[int, float], tuple[int, float]]:
    """The two calibrated sizes around `size` and their weights; beyond the first and the last they hold on."""
    size = min(max(size, SIZES[0]), SIZES[-1])
    low = min(bisect_right(SIZES, size) - 1, len(SIZES) - 2)
    part = log(size / SIZES[low]) / log(SIZES[low + 1] / SIZES[low])
    return (low, 1 - part), (low + 1, part)


def calibrate(
    docs: Sequence[str], reference: ReferenceCorpus, apart: Callable[[int, int], bool] | None = None
) -> Calibration | None:
    """The shares of pairs of some texts, cut or put together to the lengths; None where there are too few.

    `apart(i, j)` tells whether two texts may be a pair: of different authors and days, say.
    """
    from compare.results import EXPECT
    from compare.reuse.find import Pairs
    from compare.reuse.matches import match_of
    from compare.reuse.score import reuse
    from compare.reuse.text import Text

    made = [(rank, number, text) for rank, size in enumerate(SIZES) for number, text in _cut(docs, size)]
    found: dict[tuple[int, int], list[float]] = {}
    texts = [Text.of_string(text) for _, _, text in made]
    pairs = Pairs(texts, reference, EXPECT)
    for i, j, findings in pairs:
        (rank, one, _), (other_rank, other, _) = made[i], made[j]
        if one & other or (apart and not all(apart(a, b) for a in one for b in other)):
            continue
        matches = [match_of(pairs, i, j, finding) for finding in findings]
        sizes = int(texts[i].counted[-1]), int(texts[j].counted[-1])
        found.setdefault((rank, other_rank), []).append(reuse(matches, sizes)["reuse"])
    none = np.ones((len(SIZES), len(SIZES)))
    shares: NDArray[Any] = np.ones((*none.shape, len(LEVELS)))
    for i in range(len(SIZES)):
        for j in range(i, len(SIZES)):
            every = np.array(found.get((i, j), ()))
            if not len(every):
                return None
            none[i, j] = none[j, i] = float((every == 0).mean())
            if (every > 0).any():
                shares[i, j] = shares[j, i] = np.percentile(every[every > 0], LEVELS)
    return Calibration(none, shares)


def _cut(docs: Sequence[str], size: int) -> list[tuple[frozenset[int], str]]:
    """Texts of `size` characters, and the numbers of the documents that they are made of."""
    found, text, numbers = [], "", []
    for number in range(0, len(docs), max(1, len(docs) // (MOST * max(1, size // 1000)))):
        text += docs[number]
        numbers.append(number)
        if len(text) >= size:
            found.append((frozenset(numbers), text[:size]))
            text, numbers = "", []
    return found[:MOST]
