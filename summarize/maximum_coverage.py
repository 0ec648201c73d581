"""Budgeted maximum coverage, greedily: which units say the most that is worth saying.

A unit is a sentence or the beginning of one. What it is worth is the sum of the weights of the terms it adds to
those said already, divided by a power of its length (Khuller, Moss and Naor 1999; Lin and Bilmes 2010). When a
term is said, the units that hold it are brought up to date, so every entry is looked at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarize.vectors import Flags, Floats, Integers

REPEATED = 0.6
"""A unit with a larger share of its terms in the summary already is said already."""


class Unit(NamedTuple):
    """The first `end` characters of sentence `number`; they take `cost` characters and say `terms`."""

    number: int
    end: int
    cost: int
    terms: Integers


class Coverage:
    """What is chosen so far, and what each unit would add.

    `scaling` is the power of the length (r of Lin and Bilmes): 0 favours long units, 1 short ones.
    `weights` are the worth of each term, or None: then a unit is worth its `scores` entry times the share of its
    terms that is new.
    """

    def __init__(
        self, units: Sequence[Unit], weights: Floats | None, scores: Sequence[float], scaling: float = 0.0
    ) -> None:
        self.units = units
        self.chosen: list[Unit] = []
        self._numbers = np.array([unit.number for unit in units], np.int64)
        self._costs = np.array([unit.cost for unit in units], np.int64)
        self._scaled = self._costs**scaling
        self._sizes = np.array([len(unit.terms) for unit in units], np.int64)
        terms = np.concatenate([unit.terms for unit in units]) if units else np.zeros(0, np.int64)
        owners = np.repeat(np.arange(len(units)), self._sizes)
        self._said = np.zeros(int(terms.max(initial=-1)) + 1, bool)
        order = np.argsort(terms, kind="stable")
        self._holders = owners[order]
        self._holders_from = np.searchsorted(terms[order], np.arange(len(self._said) + 1))
        self._told = np.zeros(len(units), np.int64)
        self._weights = weights
        self._profits = np.zeros(len(units))
        if weights is not None:
            self._profits += np.bincount(owners, weights[terms], len(units))
        self._scores = np.array([scores[unit.number] for unit in units], np.float64)

    def fill(self, room: int, places: int, hanging: Collection[int], enough: float) -> int:
        """Choose the best that fits until nothing does, or nothing that is worth it; return the room left.

        What does not pay for itself is chosen only while more than `enough` of the room is left. Sentences in
        `hanging` are chosen only after the sentence before them.
        """
        taken = {unit.number for unit in self.chosen}
        numbers = self._numbers.tolist()
        open_ = np.array([number not in taken for number in numbers], bool)
        waits = np.array([number in hanging and number - 1 not in taken for number in numbers], bool)
        while places > len(self.chosen):
            free = open_ & ~waits & (self._costs <= room) & ~self._repeated()
            worth = np.where(free, self._worth(), -np.inf)
            best = int(np.argmax(worth)) if free.any() else -1
            if best < 0 or (worth[best] < 0 and room < enough):
                break
            unit = self.units[best]
            self._say(unit.terms)
            self.chosen.append(unit)
            room -= unit.cost
            open_ &= self._numbers != unit.number
            waits &= self._numbers != unit.number + 1
        return room

    def _worth(self) -> Floats:
        if self._weights is not None:
            return self._profits / self._scaled
        return self._scores * (1 - self._told / np.maximum(self._sizes, 1))

    def _repeated(self) -> Flags:
        if not self.chosen:
            return np.zeros(len(self.units), bool)
        return np.asarray((self._sizes == 0) | (self._told > REPEATED * self._sizes), np.bool_)

    def _say(self, terms: Integers) -> None:
        new = terms[~self._said[terms]]
        self._said[new] = True
        starts = self._holders_from[new]
        counts = self._holders_from[new + 1] - starts
        entries = np.arange(counts.sum()) + np.repeat(starts - np.cumsum(counts) + counts, counts)
        holders = self._holders[entries]
        self._told += np.bincount(holders, minlength=len(self.units))
        if self._weights is not None:
            lost = np.repeat(self._weights[new], counts)
            self._profits -= np.bincount(holders, lost, len(self.units))
