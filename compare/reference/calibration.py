"""Where a score stands among those of unrelated pairs of texts of such lengths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]
Places = NDArray[np.int64]
Apart = Callable[[int, int], bool]
Found = Mapping[tuple[int, int], Sequence[float] | Figures]
"""The scores of pairs of texts of two sizes, by the places of the sizes."""

FEWEST = 30
"""Pairs of texts of two sizes, at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """The scores of unrelated pairs, by the lengths of both texts.

    `none[i, j]` is the part of the pairs of texts of lengths `sizes[i]` and `sizes[j]` that share nothing, where these
    are counted apart; `scores[i, j, q]` the `levels[q]` quantile (per cent) of the scores of the others. Between the
    sizes both are interpolated in the logarithm of the length, and extrapolated to twice the last.
    """

    sizes: Figures
    levels: Figures
    none: Figures
    scores: Figures

    def percentile(self, score: float, left: int, right: int) -> float:
        """Per cent of pairs of texts of lengths `left` and `right` that score less; of those that share nothing half
        are counted where that is the score.
        """
        return float(self.percentiles(np.array([score]), left, [right])[0])

    def percentiles(self, scores: Figures, left: int, rights: Sequence[int]) -> Figures:
        """The same for the scores of one text with each of several."""
        one, others = self._parts([left])[0], self._parts(rights)
        none = np.clip(others @ (one @ self.none), 0, 1)
        curves = np.maximum.accumulate(
            np.einsum("nj,jq->nq", others, np.tensordot(one, self.scores, 1)), axis=1
        )
        above = (curves <= scores[:, None]).sum(axis=1)
        known = curves[np.arange(len(scores)), np.maximum(above - 1, 0)]
        lowest = (curves < known[:, None]).sum(axis=1)  # of levels with the same score the lowest
        more = _between(scores, curves, self.levels, lowest, above)
        found: Figures = np.where((none > 0) & (scores <= 0), 50 * none, 100 * none + (1 - none) * more)
        return np.round(found, 9)  # sums end otherwise with the number of texts

    def scores_at(self, level: float, lengths: Sequence[int]) -> Figures:
        """The scores at one percentile, or the next calibrated above, for every two of some lengths, shape `(n, n)`."""
        at = min(int(np.searchsorted(self.levels, level)), len(self.levels) - 1)
        parts = self._parts(lengths)
        found: Figures = parts @ self.scores[:, :, at] @ parts.T
        return found

    def _parts(self, lengths: Sequence[int]) -> Figures:
        """The weights of the calibrated sizes in each length, shape `(n, sizes)`."""
        steps, rows = np.log(self.sizes), np.arange(len(lengths))
        places = np.clip(np.log(np.maximum(lengths, 1)), steps[0], steps[-1] + log(2))
        low = np.minimum(np.searchsorted(steps, places, side="right") - 1, len(steps) - 2)
        parts = np.zeros((len(lengths), len(steps)))
        parts[rows, low + 1] = (places - steps[low]) / (steps[low + 1] - steps[low])
        parts[rows, low] = 1 - parts[rows, low + 1]
        return parts

    def arrays(self, name: str) -> Iterator[tuple[str, Any]]:
        """What is kept of it in a file, under names that begin with its own."""
        for field in self.__slots__:
            yield f"{name}/{field}", getattr(self, field).astype(np.float32)

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]], name: str) -> Calibration:
        """The calibration that `arrays` has under a name."""
        return cls(*(arrays[f"{name}/{field}"].astype(np.float64) for field in cls.__slots__))

    @classmethod
    def fitted(
        cls, sizes: Sequence[float], levels: Sequence[float], found: Found, *, none: bool
    ) -> Calibration | None:
        """The quantiles of some scores, with `none` of those above 0 alone; None where two sizes have too few.

        `found[i, j]` are the scores of pairs of `sizes[i]` and `sizes[j]`, in either order.
        """
        share = np.zeros((len(sizes), len(sizes)))
        scores = np.ones((*share.shape, len(levels)))
        for i in range(len(sizes)):
            for j in range(i, len(sizes)):
                every = np.concatenate([np.zeros(0), *(found[at] for at in {(i, j), (j, i)} if at in found)])
                if len(every) < FEWEST:
                    return None
                if none:
                    share[i, j] = share[j, i] = float((every == 0).mean())
                    every = every[every > 0]
                if len(every):
                    scores[i, j] = scores[j, i] = np.percentile(every, levels)
        return cls(np.array(sizes, float), np.array(levels, float), share, scores)


def _between(values: Figures, curves: Figures, levels: Figures, low: Places, high: Places) -> Figures:
    """The levels of values on a curve each, interpolated from the points `low` to `high` around them, as `numpy.interp`
    does for one curve.
    """
    row, last = np.arange(len(values)), len(levels) - 1
    one, other = np.clip(low, 0, last), np.minimum(high, last)
    here, there = curves[row, one], curves[row, other]
    beside = (low < 0) | (high > last) | (here == there)
    rise = (levels[other] - levels[one]) / np.where(beside, 1.0, there - here)
    return np.where(beside, levels[one], rise * (values - here) + levels[one])


def middle(lengths: Sequence[int]) -> int:
    """The geometric mean of some lengths."""
    return round(exp(sum(map(log, lengths)) / max(1, len(lengths))))
