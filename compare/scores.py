"""From matches to figures: how much of each text the other explains.

A character is explained by the matches that hold it, as much as the weightiest of them by class, and counts
its bits: rare wording tells more than common wording. Matches that chance would bring count nothing, so that
unrelated texts score 0. A further match never lowers a score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from numpy.typing import NDArray

    from compare.comparison import Class
    from compare.reuse.candidates import Run

WEIGHTS: dict[Class, float] = {
    "free": 1.0,
    "quotation": 0.5,
    "idiom": 0.3,
    "formula": 0.2,
    "document": 0.1,
    "attribution": 0.1,
}
"""How much of a match of each class counts as reuse: a shared citation is no borrowed rhetoric, a shared set
phrase tells more of the times than of the texts."""


def reuse(
    left: NDArray[np.floating[Any]],
    right: NDArray[np.floating[Any]],
    matches: Iterable[tuple[Class, tuple[Run, ...]]],
) -> dict[str, float]:
    """The share of two texts, given by the bits of their characters, that matches explain.

    `reuse_left` and `reuse_right` are the shares of either text, `reuse` that of both together, the same
    when they change sides. Only equal characters count, those exchanged in a near match or a skeleton do not.
    """
    ours, theirs = np.zeros(len(left)), np.zeros(len(right))
    for class_, runs in matches:
        for run in runs:
            for weights, start in ((ours, run.a), (theirs, run.b)):
                part = weights[start : start + run.length]
                np.maximum(part, WEIGHTS[class_], out=part)
    one, other = float(ours @ left), float(theirs @ right)
    total_left, total_right = float(left.sum()), float(right.sum())
    return {
        "reuse": _share(one + other, total_left + total_right),
        "reuse_left": _share(one, total_left),
        "reuse_right": _share(other, total_right),
    }


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0
