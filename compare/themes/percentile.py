"""Where a theme score stands among those of unrelated pairs of opinion pieces of such lengths.

Pieces of one kind of writing are more alike than those of another: mainland commentaries share more words than Hong
Kong columns do. Each combination of kinds has figures of its own.
"""

from __future__ import annotations

import operator
from functools import cache
from itertools import combinations_with_replacement, starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.reference.calibration import Apart, Calibration, Figures, middle
from compare.themes.candidates import words
from seeds.language.tokens import default_tokenizer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.themes.profile import TermProfile

    Calibrations = Mapping[str, Calibration]
    """By the kinds of writing of both texts, see `key_of`."""

SIZES = (25, 50, 100, 200, 400)
"""Words of the texts that are calibrated on, about."""
LEVELS: list[float] = [*range(0, 99, 2), *(100 - np.geomspace(1, 0.01, 21)).tolist(), 100]
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


def calibrate(
    pieces: Sequence[tuple[str, str]], kinds: Sequence[str] = (), apart: Apart = operator.ne
) -> dict[str, Calibration]:
    """The scores of pairs of some pieces, titles and texts, cut to the sizes, by the kinds of writing of both.

    `kinds` are those of the pieces, all one when left out; `apart(i, j)` tells whether two pieces may be a pair. A
    combination with too few pairs is left out.
    """
    from compare.themes.overlap import scores
    from compare.themes.profile import profile
    from seeds import article

    kinds = kinds or [""] * len(pieces)
    names = sorted(set(starmap(key_of, combinations_with_replacement(sorted(set(kinds)), 2))))
    numbers = range(len(pieces))
    may = {
        name: np.array(
            [[apart(i, j) and key_of(kinds[i], kinds[j]) == name for j in numbers] for i in numbers]
        )
        for name in names
    }
    samples = []
    for size in SIZES:
        cut = [profile(article(_shortened(text, size), title=title)) for title, text in pieces]
        samples.append([(at, found) for at, found in enumerate(cut) if size / 1.5 <= found.size])
    found: dict[str, dict[tuple[int, int], Figures]] = {name: {} for name in names}
    for (i, left), (j, right) in combinations_with_replacement(enumerate(samples), 2):
        matrix = scores([p for _, p in (*left, *right)])[: len(left), len(left) :]
        rows, columns = [at for at, _ in left], [at for at, _ in right]
        for name in names:
            found[name][i, j] = matrix[may[name][np.ix_(rows, columns)]]
    sizes = [middle([p.size for _, p in sample]) for sample in samples]
    made = {name: Calibration.fitted(sizes, LEVELS, found[name], none=False) for name in names}
    return {name: calibration for name, calibration in made.items() if calibration}


def _shortened(text: str, size: int) -> str:
    """The beginning of a text, whole sentences of together about `size` words."""
    kept: list[str] = []
    left = size
    for sentence in text.replace("\n", "。\n").split("。"):
        left -= sum(1 for _ in words(default_tokenizer().tag(sentence)))
        if left < 0 and kept:
            break
        kept.append(sentence)
    return "。".join(kept) + "。"
