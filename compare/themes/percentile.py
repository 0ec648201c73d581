"""Where a score stands among those of pairs of opinion pieces of such lengths, of different authors and days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

DATA = "themes_percentiles.npz"


@dataclass(frozen=True, slots=True, eq=False)
class ThemeCalibration:
    """Quantiles of the scores of pairs of opinion pieces of different authors and days, by length.

    `scores[i, j, q]` is the `levels[q]` quantile (per cent) of the scores of pairs whose texts have `sizes[i]`
    and `sizes[j]` words. Between the sizes the quantiles are interpolated in the logarithm of the length.
    """

    sizes: NDArray[np.float64]
    levels: NDArray[np.float64]
    scores: NDArray[np.float64]

    def percentile(self, score: float, left: int, right: int) -> float:
        """Per cent of pairs of opinion pieces of `left` and `right` words that score less than `score`."""
        curve = np.zeros(len(self.levels))
        for i, first in self._near(left):
            for j, second in self._near(right):
                curve += first * second * self.scores[i, j]
        curve = np.maximum.accumulate(curve)
        new = np.append(True, np.diff(curve) > 0)  # of levels with the same score the lowest
        return float(np.interp(score, curve[new], self.levels[new]))

    def scores_at(self, level: float, sizes: Sequence[int]) -> NDArray[np.float64]:
        """The scores at one percentile, or the next calibrated above, for every two of some lengths, shape `(n, n)`."""
        at = int(np.searchsorted(self.levels, level))
        share = np.zeros((len(sizes), len(self.sizes)))
        for row, size in enumerate(sizes):
            for column, part in self._near(size):
                share[row, column] = part
        result: NDArray[np.float64] = share @ self.scores[:, :, min(at, len(self.levels) - 1)] @ share.T
        return result

    def _near(self, size: int) -> tuple[tuple[int, float], tuple[int, float]]:
        """The two calibrated sizes around `size` and their weights; a doubling beyond the last is extrapolated."""
        known = np.log(self.sizes)
        last = len(known) - 2
        length = min(max(np.log(max(size, 1)), known[0]), known[-1] + np.log(2))
        low = min(int(np.searchsorted(known, length, side="right")) - 1, last)
        part = float((length - known[low]) / (known[low + 1] - known[low]))
        return (low, 1 - part), (low + 1, part)


def from_arrays(arrays: Any) -> ThemeCalibration:
    """The calibration from the arrays of its file."""
    return ThemeCalibration(*(arrays[name].astype(np.float64) for name in ("sizes", "levels", "scores")))


@cache
def default_calibration() -> ThemeCalibration:
    """The calibration that ships with the package, loaded once."""
    with np.load(Path(__file__).parents[1] / "data" / DATA) as arrays:
        return from_arrays(arrays)


def percentile(score: float, left: int, right: int) -> float | None:
    """See `Calibration.percentile`; None if a text has no words."""
    return default_calibration().percentile(score, left, right) if left and right else None
