"""Where a score stands among those of pairs of opinion pieces of such lengths, of different authors and days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.reference.calibration import between, near

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
        return float(self.percentiles(np.array([score]), left, [right])[0])

    def percentiles(
        self, scores: NDArray[np.float64], left: int, rights: Sequence[int]
    ) -> NDArray[np.float64]:
        """The same for the scores of one piece with each of several."""
        curves = np.zeros((len(scores), len(self.levels)))
        for i, first in zip(*self._near([left]), strict=True):
            for j, second in zip(*self._near(rights), strict=True):
                curves += (first * second)[:, None] * self.scores[i, j]
        curves = np.maximum.accumulate(curves, axis=1)
        above = (curves <= scores[:, None]).sum(axis=1)
        known = curves[np.arange(len(scores)), np.maximum(above - 1, 0)]
        lowest = (curves < known[:, None]).sum(axis=1)  # of levels with the same score the lowest
        return between(scores, curves, self.levels, lowest, above)

    def scores_at(self, level: float, sizes: Sequence[int]) -> NDArray[np.float64]:
        """The scores at one percentile, or the next calibrated above, for every two of some lengths, shape `(n, n)`."""
        at = int(np.searchsorted(self.levels, level))
        share = np.zeros((len(sizes), len(self.sizes)))
        for columns, parts in zip(*self._near(sizes), strict=True):
            share[np.arange(len(sizes)), columns] = parts
        result: NDArray[np.float64] = share @ self.scores[:, :, min(at, len(self.levels) - 1)] @ share.T
        return result

    def _near(self, sizes: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        return near(sizes, self.sizes, 2 * self.sizes[-1])  # a doubling beyond the last is extrapolated


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
