"""The best set of whole sentences within a budget: each able to stand alone, none repeating another, in order.

Where scores add up (`Ranking.adds`) this is a knapsack, solved exactly by dynamic programming (Dantzig 1957;
McDonald 2007 for summaries); else the best sentence comes first, then the next that fits. A sentence that may not
stand alone pays for the doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from summarize.budget import CHARS, FEWEST
from summarize.standing import SURE, standing
from summarize.summary import needs_stop

if TYPE_CHECKING:
    from summarize.document import Document
    from summarize.ranking import Ranking
    from summarize.vectors import Flags, Floats, Integers

DOUBT = 2.0
"""What the logarithm of the chance to stand alone counts, an argument counting 1."""
PRICE = 0.1
"""What one more sentence costs: few that say much read better than many that say little."""
RATE = 0.02
"""What a character costs where the piece itself decides the length: an argument is worth 50 of them."""
ALIKE = 0.5
"""A sentence repeats another if a larger share of the character pairs of the shorter one stands in both."""
MANY = 60
"""Of more chosen sentences each with each is not compared; only the same text is not said twice."""
LARGEST = 4_000_000
"""Sentences times characters up to which the knapsack is solved exactly."""


def deserved(document: Document, ranking: Ranking, most: int) -> list[int]:
    """As many sentences as are worth their characters, at most `most` of those; the usual choice if they are few."""
    places = len(document.texts)
    chosen = choose(document, ranking, most, places, RATE)
    enough = sum(len(document.texts[number]) for number in chosen) >= FEWEST
    return chosen if enough else choose(document, ranking, min(CHARS, most), places)


def choose(document: Document, ranking: Ranking, room: int, places: int, rate: float = 0.0) -> list[int]:
    """The numbers of the chosen sentences, rising; empty if none that can stand alone fits.

    `rate` is what a character costs.
    """
    stands = standing(document)
    costs = np.array([len(text) + needs_stop(text) for text in document.texts], np.int64)
    free = np.array([not rule for rule in stands.ruled_out]) & (costs <= room) & (stands.chances >= SURE)
    values = np.asarray(ranking.scores, np.float64)
    first: dict[str, int] = {}
    for number, text in enumerate(document.texts):
        free[number] &= first.setdefault(text, number) == number
    if not free.any():
        return []
    if ranking.adds:
        values = values + DOUBT * np.log(np.maximum(stands.chances, 1e-9)) - PRICE - rate * costs
        if not (free & (values > 0)).any():
            return [int(np.argmax(np.where(free, values, -np.inf)))]
        free &= values > 0
    exact = ranking.adds and places >= len(costs) and len(costs) * room <= LARGEST
    while True:
        chosen = _knapsack(values, costs, free, room) if exact else _greedy(values, costs, free, room, places)
        repeated = _repeated(document, chosen, values) if len(chosen) <= MANY else None
        if repeated is None:
            return chosen
        free[repeated] = False


def _knapsack(values: Floats, costs: Integers, free: Flags, room: int) -> list[int]:
    numbers = np.flatnonzero(free).tolist()
    best = np.zeros(room + 1)
    taken = np.zeros((len(numbers), room + 1), bool)
    for row, number in enumerate(numbers):
        cost = int(costs[number])
        with_it = best[: room + 1 - cost] + values[number]
        better = with_it > best[cost:]
        taken[row, cost:] = better
        best[cost:] = np.where(better, with_it, best[cost:])
    chosen, left = [], room
    for row in range(len(numbers) - 1, -1, -1):
        if taken[row, left]:
            chosen.append(numbers[row])
            left -= int(costs[numbers[row]])
    return chosen[::-1]


def _greedy(values: Floats, costs: Integers, free: Flags, room: int, places: int) -> list[int]:
    chosen: list[int] = []
    for number in sorted(np.flatnonzero(free).tolist(), key=lambda number: (-values[number], number)):
        if len(chosen) < places and costs[number] <= room:
            chosen.append(number)
            room -= int(costs[number])
    return sorted(chosen)


def _repeated(document: Document, chosen: list[int], values: Floats) -> int | None:
    """A chosen sentence that another, worth more, says already."""
    index = document.terms
    held = {number: set(index.columns[index.rows == number].tolist()) for number in chosen}
    for later in sorted(chosen, key=lambda number: (values[number], -number)):
        for other in chosen:
            if other == later or (values[other], -other) < (values[later], -later):
                continue
            smaller = min(len(held[later]), len(held[other]))
            if smaller and len(held[later] & held[other]) > ALIKE * smaller:
                return later
    return None
