"""Where a share of reused wording stands among those of unrelated pairs of texts of such lengths."""

from __future__ import annotations

from dataclasses import dataclass
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
        return float(self.percentiles(np.array([reuse]), left, [right])[0])

    def percentiles(self, reuse: Shares, left: int, rights: Sequence[int]) -> Shares:
        """The same for what one text shares with each of several."""
        none, curves = np.zeros(len(reuse)), np.zeros((len(reuse), len(LEVELS)))
        for i, one in zip(*near([left], SIZES, SIZES[-1]), strict=True):
            for j, other in zip(*near(rights, SIZES, SIZES[-1]), strict=True):
                none += one * other * self.none[i, j]
                curves += (one * other)[:, None] * self.shares[i, j]
        curves = np.maximum.accumulate(curves, axis=1)
        above = (curves <= reuse[:, None]).sum(axis=1)
        more = between(reuse, curves, np.array(LEVELS), above - 1, above)
        return np.where(reuse > 0, 100 * none + (1 - none) * more, 50 * none)


def near(
    sizes: Sequence[int], known: Sequence[float] | Shares, most: float
) -> tuple[NDArray[np.int64], Shares]:
    """The two `known` sizes around each size, by place, and their weights in the logarithm of the length: `(2, n)`.

    Sizes count as at least the first known one and at most `most`; beyond the last known one they extrapolate.
    """
    steps = np.log(known)
    length = np.clip(np.log(np.maximum(sizes, 1)), steps[0], np.log(most))
    low = np.minimum(np.searchsorted(steps, length, side="right") - 1, len(known) - 2)
    part = (length - steps[low]) / (steps[low + 1] - steps[low])
    return np.stack([low, low + 1]), np.stack([1 - part, part])


def between(
    values: Shares, curves: Shares, levels: NDArray[Any], low: NDArray[np.int64], high: NDArray[np.int64]
) -> Shares:
    """The levels of values on a curve each, interpolated from the points `low` to `high` around them, as `numpy.interp`
    does for one curve.
    """
    row, last = np.arange(len(values)), len(levels) - 1
    one, other = np.clip(low, 0, last), np.minimum(high, last)
    here, there = curves[row, one], curves[row, other]
    beside = (low < 0) | (high > last) | (here == there)
    rise = (levels[other] - levels[one]) / np.where(beside, 1.0, there - here)
    return np.where(beside, levels[one], rise * (values - here) + levels[one])


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
