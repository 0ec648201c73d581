"""Where a theme score stands among those of unrelated pairs of opinion pieces of such lengths.

Pieces of one kind of writing are more alike than those of another: mainland commentaries share more words than Hong
Kong columns do. Each combination of kinds has figures of its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.reference.calibration import Calibration, Figures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.themes.profile import TermProfile

    Calibrations = Mapping[str, Calibration]
    """By the kinds of writing of both texts, see `key_of`."""

PREFIX = "themes"


def key_of(one: str, other: str) -> str:
    """The name of the figures for two kinds of writing."""
    return "+".join(sorted((one, other)))


def percentile(
    score: float, one: TermProfile, two: TermProfile, calibrations: Calibrations | None = None
) -> float | None:
    """Per cent of unrelated pairs that score less than `score`; None for a text without words, or without figures.

    `calibrations` are those of a reference corpus, by default of the one that comes with oped.
    """
    return percentiles(np.array([score]), one, [two], calibrations)[0]


def percentiles(
    scores: Figures, one: TermProfile, others: Sequence[TermProfile], calibrations: Calibrations | None = None
) -> list[float | None]:
    """The same for the scores of one piece with each of several."""
    calibrations = default_calibrations() if calibrations is None else calibrations
    found: list[float | None] = [None] * len(others)
    for register in {other.register for other in others}:
        places = [
            at for at, other in enumerate(others) if other.register == register and other.size and one.size
        ]
        usual = calibrations.get(key_of(one.register, register), calibrations.get(key_of("", "")))
        if usual is not None and places:
            ranked = usual.percentiles(scores[places], one.size, [others[at].size for at in places])
            for at, value in zip(places, ranked.tolist(), strict=True):
                found[at] = value
    return found


def calibrations_of(arrays: Mapping[str, Any]) -> dict[str, Calibration]:
    """The calibrations in a file of a reference corpus."""
    names = [
        name.split("/")[1] for name in arrays if name.startswith(f"{PREFIX}/") and name.endswith("/none")
    ]
    return {name: Calibration.of(arrays, f"{PREFIX}/{name}") for name in names}


@cache
def default_calibrations() -> dict[str, Calibration]:
    """The calibrations of the reference corpus that ships with the package, loaded once."""
    with np.load(Path(__file__).parents[1] / "data" / "phrases.npz") as arrays:
        return calibrations_of(arrays)
