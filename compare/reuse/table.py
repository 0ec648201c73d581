"""A read-only map from hashes to small numbers that stores no keys: the XOR filter, with a value beside the
mark.

After Graf and Lemire, "Xor Filters" (2020): every key has three slots, and the XOR of what they hold is the
key's fingerprint and value. A key that was never put in has the right fingerprint by chance only, once in
1,024. What went in cannot be read back out of it, which is why a table of newspaper text may be passed on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Slots = NDArray[np.uint16]

VALUE_BITS = 6
LEVELS = (1 << VALUE_BITS) - 1
EXACT = 16
"""Counts up to here are kept as they are."""

ROOM = 1.23
"""Slots a key: at 1.23 peeling succeeds nearly always (Molloy 2005 gives 1.222 as the limit)."""

_MASK = np.uint64(0xFFFFFFFF)


def mix(hashes: Hashes) -> Hashes:
    """Bits well spread: the finalizer of splitmix64 (Steele, Lea and Flood 2014)."""
    mixed: Hashes = hashes ^ (hashes >> np.uint64(30))
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def _places(hashes: Hashes, seed: int, third: int) -> list[NDArray[np.int64]]:
    """The slots of each key, one in each third of the table."""
    found = []
    for part in range(3):
        spread = mix(hashes + np.uint64((seed * 3 + part + 1) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF))
        # Multiply and shift: an even spread over `third` slots without a division.
        spread &= _MASK
        spread *= np.uint64(third)
        spread >>= np.uint64(32)
        spread += np.uint64(part * third)
        found.append(spread.view(np.int64))
    return found


def _fingerprint(hashes: Hashes) -> Slots:
    spread = mix(hashes ^ np.uint64(0xA5A5A5A5A5A5A5A5))
    marks: Slots = (spread >> np.uint64(48 + VALUE_BITS)).astype(np.uint16)
    return marks


@dataclass(frozen=True, slots=True)
class Table:
    """Counts under hashes of n-grams. `ratio` is the step between the counts that are told apart above
    `EXACT`.
    """

    slots: Slots
    seed: int
    ratio: float

    @classmethod
    def build(cls, hashes: list[Hashes], counts: list[NDArray[np.int64]], orders: list[int]) -> Table:
        """A table of n-grams, one array for each order: distinct hashes, and counts of 1 or more."""
        keys = np.concatenate([_keyed(h, order) for h, order in zip(hashes, orders, strict=True)])
        every = np.concatenate(counts)
        most = max(EXACT + 1, int(every.max(initial=1)))
        ratio = float(np.ceil((most / EXACT) ** (1 / (LEVELS - EXACT)) * 1e4) / 1e4)
        tops = _tops(ratio)
        third = max(8, int(len(keys) * ROOM / 3) + 8)
        seed = 0
        while (rounds := _peel(keys, seed, third)) is None:
            seed += 1
        slots = np.zeros(3 * third, dtype=np.uint16)
        wanted = _fingerprint(keys) << np.uint16(VALUE_BITS)
        wanted |= (np.searchsorted(tops, every) + 1).astype(np.uint16)
        places = np.stack(_places(keys, seed, third))
        for taken, alone in reversed(rounds):
            trio = places[:, taken]
            slots[alone] = wanted[taken] ^ slots[trio[0]] ^ slots[trio[1]] ^ slots[trio[2]]
        return cls(slots, seed, ratio)

    def top(self, hashes: Hashes, order: int) -> NDArray[np.int64]:
        """At most how often each n-gram was counted; 0 for those not in the table."""
        return np.append(0, _tops(self.ratio))[self._levels(hashes, order)]

    def middle(self, hashes: Hashes, order: int) -> NDArray[np.float64]:
        """About how often each n-gram was counted; 0 for those not in the table."""
        tops = np.append(0, _tops(self.ratio)).astype(np.float64)
        levels = np.arange(len(tops))
        centre = np.where(levels <= EXACT, tops, tops / np.sqrt(self.ratio))
        return centre[self._levels(hashes, order)]

    def _levels(self, hashes: Hashes, order: int) -> NDArray[np.int64]:
        keys = _keyed(hashes, order)
        one, two, three = _places(keys, self.seed, len(self.slots) // 3)
        found = self.slots.take(one)
        found ^= self.slots.take(two)
        found ^= self.slots.take(three)
        hit = found >> np.uint16(VALUE_BITS) == _fingerprint(keys)
        return np.where(hit, found & np.uint16(LEVELS), 0).astype(np.int64)


def _tops(ratio: float) -> NDArray[np.int64]:
    """The highest count of each level from 1: `EXACT` counts by themselves, then steps of `ratio`."""
    steps = EXACT * ratio ** np.arange(1, LEVELS - EXACT + 1)
    return np.append(np.arange(1, EXACT + 1), np.floor(steps).astype(np.int64))


def _keyed(hashes: Hashes, order: int) -> Hashes:
    """Hashes of one order told apart from those of the others."""
    return mix(hashes + np.uint64(order * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF))


def _peel(hashes: Hashes, seed: int, third: int) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]] | None:
    """Rounds of keys that are alone in a slot once those of the rounds before are gone; None when keys
    remain.
    """
    places = np.stack(_places(hashes, seed, third))
    left = np.arange(len(hashes))
    rounds = []
    while len(left):
        trio = places[:, left]
        count = np.bincount(trio.ravel(), minlength=3 * third)
        alone = count[trio] == 1
        # A key alone in two slots is taken once, by the first of them.
        chosen = alone.argmax(axis=0)
        free = alone.any(axis=0)
        if not free.any():
            return None
        rounds.append((left[free], trio[chosen[free], np.flatnonzero(free)]))
        left = left[~free]
    return rounds
