"""Where a score stands among those of unrelated pairs of texts of such lengths."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from compare.reference.corpus import ReferenceCorpus

    Figures = NDArray[np.float64]
    Places = NDArray[np.int64]
    Apart = Callable[[int, int], bool]
    Found = Mapping[tuple[int, int], Sequence[float] | Figures]
    """The scores of pairs of texts of two sizes, by the places of the sizes."""

SIZES = (250, 500, 1000, 2000)
"""Characters of the texts that shares of reuse are calibrated on."""

LEVELS = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100)
"""Quantiles of the shares of reuse above 0 that are kept, in per cent."""

FEWEST = 30
"""Pairs of texts of two sizes, at least."""

MOST = 150
"""Texts of each size, at most."""


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
        return found

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


def calibrate(
    docs: Sequence[str], reference: ReferenceCorpus, apart: Apart | None = None
) -> Calibration | None:
    """The shares of reuse of pairs of some texts, cut or put together to the lengths; None where there are too few.

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
    return Calibration.fitted(SIZES, LEVELS, found, none=True)


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
