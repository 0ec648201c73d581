"""What a measurement of quality is: a value in per cent, how sure it is, and what stands beside it.

Every metric here is a function of sums over independent units (pages, documents, sentences), so that one bootstrap
serves all: a unit is a row of counts, a metric turns the summed rows into a figure.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Sums = NDArray[np.float64]

SAMPLES = 1000
SEED = 0


class Beside(NamedTuple):
    """A figure of the same metric on the same set: a baseline below, or a bound above."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric of oped on one set, in per cent.

    `low` and `high` bound 95 % of the bootstrap samples of the `units` (Efron 1979). `baseline` is the plain way of
    doing the same, `limit` what no choice of ours could pass.
    """

    suite: str
    set: str
    metric: str
    value: float
    low: float
    high: float
    units: int
    baseline: Beside | None = None
    limit: Beside | None = None

    @property
    def key(self) -> str:
        """Its name in the files of floors and of history."""
        return f"{self.suite} / {self.set} / {self.metric}"

    def to_dict(self) -> dict[str, Any]:
        """Values to two places."""
        row = asdict(self)
        for name in ("value", "low", "high"):
            row[name] = round(row[name], 2)
        for name in ("baseline", "limit"):
            beside = getattr(self, name)
            row[name] = beside and {"name": beside.name, "value": round(beside.value, 2)}
        return row


class Measured(NamedTuple):
    """A value with the bounds of its interval."""

    value: float
    low: float
    high: float
    units: int


def measured(rows: ArrayLike, metric: Callable[[Sums], Sums]) -> Measured:
    """`metric` of the summed `rows`, and of resampled ones; needs a row at least."""
    counts = np.asarray(rows, dtype=np.float64)
    number = len(counts)
    drawn = np.random.default_rng(SEED).multinomial(number, np.full(number, 1 / number), size=SAMPLES)
    low, high = np.percentile(metric(drawn @ counts), (2.5, 97.5))
    return Measured(float(metric(counts.sum(axis=0))), float(low), float(high), number)


def mean(values: Sequence[float]) -> Measured:
    """The mean of values in 0..1, in per cent."""
    return measured([(value, 1.0) for value in values], lambda sums: 100 * sums[..., 0] / sums[..., 1])


def f1(sums: Sums) -> Sums:
    """Of rows of hits, things found, and things there were to find."""
    return precision_and_recall(sums[..., (0, 1, 0, 2)])


def precision_and_recall(sums: Sums) -> Sums:
    """The harmonic mean of two shares with counts of their own: right of found, then reached of wanted."""
    precision = sums[..., 0] / np.maximum(sums[..., 1], 1)
    recall = sums[..., 2] / np.maximum(sums[..., 3], 1)
    harmonic: Sums = 200 * precision * recall / np.maximum(precision + recall, 1e-9)
    return harmonic


def asked_as_json(about: str | None) -> bool:
    """Whether a command without other options was asked for JSON."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    return bool(parser.parse_args().json)
