"""Whether a phrase came up, rises, falls or has died out, told by the articles that hold it in the order of time.

What is said of a phrase is what its bars show: use counts from its first article on, so that coming up once is no rise
for ever, and silence at the end is told before all else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import exp
from typing import TYPE_CHECKING, Literal

import numpy as np

from compare.mining.keyness import log_likelihood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Trend = Literal["new", "emerged", "rising", "steady", "uneven", "falling", "gone", "rare", "absent"]
TRENDS: dict[Trend, str] = {
    "new": "新提法",
    "emerged": "兴起",
    "rising": "上升",
    "steady": "平稳",
    "uneven": "起伏",
    "falling": "衰落",
    "gone": "已不用",
    "rare": "偶见",
    "absent": "未见",
}
"""The Chinese word for each trend."""
RISES: tuple[Trend, ...] = ("new", "emerged", "rising")
FALLS: tuple[Trend, ...] = ("falling", "gone")
LAST_PERIODS, LAST_SHARE = 5, 0.25
"""What first came up within so many periods with articles at the end, and this share of all at most, is new."""
CAME_UP = 0.005
"""A phrase came up when all its articles lie behind its first with so small a chance at most."""
DOUBT = 0.05
"""The chance below which a silence is an end, and a change a rise or fall."""
LAST_PART = 0.1
"""The share of the articles since the first that tells how a phrase is used now."""
TOLD, FEWEST = 3, 4
"""Articles that hold a phrase, and articles from its first on, without which no end and no change is told."""


def trend(held: Sequence[int], rates: NDArray[np.float64], recent: bool) -> Trend:
    """What became of a phrase that the articles `held` have, numbered in the order of time.

    `rates` are its uses for each of all articles, by length; `recent` tells that it first came up within the last few
    periods. A phrase is `gone` when it has been silent for the last tenth of the articles since its first, and longer
    than its use lets expect (Solow 1993); it is `rising` or `falling` when its rates change between two articles behind
    the first (Pettitt 1979), each with a chance of 5 in a hundred, and `uneven` where the last tenth goes against that.
    It is `new` or has `emerged` when all its articles would lie as late by a chance of 5 in a thousand, and it is in
    use. In fewer than three articles it is `rare`, if not new.
    """
    if not held:
        return "absent"
    since = rates[held[0] :]
    last = since[-max(1, int(LAST_PART * len(since))) :]
    if len(held) >= TOLD and not last.any() and end_by_chance(held, len(rates)) < DOUBT:
        return "gone"
    came_up = (len(since) / len(rates)) ** len(held) < CAME_UP
    if came_up and recent:
        return "new"
    if len(held) < TOLD:
        return "rare"
    direction, chance = change_by_chance(since[1:])
    if chance >= DOUBT:
        return "steady" if not came_up else "emerged" if last.any() else "uneven"
    if direction * (last.mean() - since.mean()) < 0:
        return "uneven"
    return "rising" if direction > 0 else "falling"


def end_by_chance(held: Sequence[int], articles: int) -> float:
    """The chance that a phrase still used as ever is as long unseen at the end (Solow 1993, from its first use on)."""
    return float(((held[-1] - held[0] + 1) / (articles - held[0])) ** (len(held) - 1))


def change_by_chance(rates: NDArray[np.float64]) -> tuple[int, float]:
    """The direction of the strongest change of some rates, and its chance (Pettitt 1979, with ties); 0 and 1 if none.

    The sums of the ranks up to each place are those of a Mann-Whitney test; their largest, by its spread, follows
    the distribution of Kolmogorov, whose first term is given.
    """
    if len(rates) < FEWEST:
        return 0, 1.0
    _, place, ties = np.unique(rates, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(ties) - (ties - 1) / 2)[place]
    spread = float(ranks.std())
    if not spread:
        return 0, 1.0
    sums = np.cumsum(ranks - ranks.mean())
    at = int(np.argmax(np.abs(sums)))
    far = abs(float(sums[at])) / (spread * len(rates) ** 0.5)
    return (-1 if sums[at] > 0 else 1), min(1.0, 2 * exp(-2 * far**2))


def strongest_turns(held: Sequence[int], days: Sequence[str]) -> dict[int, tuple[float, str | None]]:
    """The strongest fall (-1) and rise (1) of the share of articles that hold a phrase, each with its first day after.

    Log-likelihood ratios (Dunning 1993) of the articles from that day on against those before, negative for a fall.
    """
    best: dict[int, tuple[float, str | None]] = {-1: (0.0, None), 1: (0.0, None)}
    whole = len(days)
    for number in held:
        # Elsewhere than beside an article with it no cut parts more.
        for cut in (bisect_left(days, days[number]), bisect_right(days, days[number])):
            early = bisect_left(held, cut)
            change = log_likelihood(len(held) - early, whole - cut, early, cut)
            side = 1 if change > 0 else -1
            if abs(change) > abs(best[side][0]):
                best[side] = (change, days[cut])
    return best
