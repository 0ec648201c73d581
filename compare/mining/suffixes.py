"""The suffixes of a corpus in order, and how much neighbours have in common: a suffix array with its LCP.

Suffixes are sorted by prefix doubling, only those not yet told apart being sorted again (Larsson and Sadakane
2007). Lengths of common prefixes come by way of the text order (Kasai et al. 2001), compared sign by sign only
where the signs before two neighbours differ and derived from there on (the irreducible values of Kärkkäinen,
Manzini and Puglisi 2009). Every step is an operation on whole arrays, so that no compiled package is needed:
the slow part is a sort of 64-bit numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seeds.errors import UsageError

Places = NDArray[np.int32]
Letters = NDArray[np.uint16] | NDArray[np.uint32]
Rounds = NDArray[np.uint8]

MOST = 2**31 - 2
"""Characters of a corpus at most: places are numbers of 32 bits."""

WINDOW = 1 << 18
"""Suffixes handled at a time where no group of equal ones is larger."""

MOST_FIRST = 4
"""Letters that suffixes are sorted by at first, at most."""

FEW = 256
"""So few pairs are compared one after the other, by slices."""


class Suffixes(NamedTuple):
    """The suffixes of a text with breaks, in an order that keeps those with the same beginning together.

    `order` holds their places, but for those that begin with a break. `common[p]` is the number of signs that
    the suffix at place p has in common with the one before it in `order`; values below the least length
    asked for may be too low. Common prefixes end before a break: each break is a sign of its own.
    """

    order: Places
    common: Places


def sort_suffixes(letters: Letters, least: int) -> Suffixes:
    """The suffixes of a text of letters, 0 being a break; it must end with one.

    Common prefixes shorter than `least` need not be right. Needs about 16 bytes a letter, and time of n log m
    for the length m of the longest repeat. Raises `UsageError` for a text beyond `MOST`.
    """
    if len(letters) > MOST:
        raise UsageError(f"the corpus has {len(letters):,} characters; {MOST:,} are the most: divide it")
    order, rounds, known = _first_letters(letters)
    _refine(letters, order, rounds, known)
    return Suffixes(order, _common(letters, order, rounds, known, least))


def _first_letters(letters: Letters) -> tuple[Places, Rounds, int]:
    """Suffixes sorted by as many of their first letters as fit into 64 bits together with a place.

    With them the round in which each was told from the one before it, here 1 or 0 for not yet, and the number
    of letters looked at.
    """
    size = len(letters)
    place_bits = max(1, size.bit_length())
    radix = int(letters.max(initial=0)) + 1
    first = 1
    while first < MOST_FIRST and radix ** (first + 1) << place_bits <= 1 << 64:
        first += 1
    keys = np.empty(int(np.count_nonzero(letters)), dtype=np.uint64)
    filled = 0
    for start in range(0, size, WINDOW):
        sign = letters[start : start + WINDOW]
        part = sign.astype(np.uint64)
        begun = ended = sign == 0
        for ahead in range(start + 1, start + first):
            sign = np.zeros(len(part), dtype=letters.dtype)
            behind = letters[ahead : ahead + len(part)]
            # What stands behind a break does not belong to the suffix.
            sign[: len(behind)] = np.where(ended[: len(behind)], 0, behind)
            ended = sign == 0
            part *= np.uint64(radix)
            part += sign
        part <<= np.uint64(place_bits)
        part |= np.arange(start, start + len(part), dtype=np.uint64)
        part = part[~begun]
        keys[filled : filled + len(part)] = part
        filled += len(part)
    keys.sort()
    order = np.empty(len(keys), dtype=np.int32)
    rounds = np.empty(len(keys), dtype=np.uint8)
    last = None
    for start in range(0, len(keys), WINDOW):
        part = keys[start : start + WINDOW]
        order[start : start + WINDOW] = part & np.uint64((1 << place_bits) - 1)
        part = part >> np.uint64(place_bits)
        fresh = np.append(part[0] != last, part[1:] != part[:-1])
        if first > 1:
            # What ends here is like nothing else: the break behind it is a sign of its own.
            fresh |= part % np.uint64(radix) == 0
        rounds[start : start + WINDOW] = fresh
        last = part[-1]
    return order, rounds, first


def _refine(letters: Letters, order: Places, rounds: Rounds, known: int) -> None:
    """Sort what begins with the same `known` letters, twice as many from round to round, until nothing is alike."""
    # Breaks come before all letters, and in their order in the text: the order is that of an alphabet.
    breaks = len(letters) - len(order)
    rank = np.empty(len(letters), dtype=np.int32)
    rank[letters == 0] = np.arange(breaks, dtype=np.int32)
    head = 0
    for start in range(0, len(order), WINDOW):
        part = slice(start, start + WINDOW)
        heads = np.where(rounds[part], np.arange(start, start + len(order[part])), head)
        np.maximum.accumulate(heads, out=heads)
        rank[order[part]] = heads + breaks
        head = heads[-1]
    rank_bits = len(letters).bit_length()
    place_bits = min(15, (64 - rank_bits + 1) // 2)
    number = 1
    while True:
        number += 1
        done = True
        for places in _alike(rounds, 1 << place_bits):
            done = False
            _sort_groups(order, rounds, rank, places, known, number)
        if done:
            return
        known *= 2


def _alike(rounds: Rounds, most: int) -> Iterator[NDArray[np.int64]]:
    """The places in the order that belong to groups of several, whole groups together, about `most` at a time."""
    start = 0
    while start < len(rounds):
        stop = min(start + WINDOW, len(rounds))
        # A window ends where a group does.
        while stop < len(rounds) and not rounds[stop]:
            ahead = np.flatnonzero(rounds[stop : stop + WINDOW])
            stop = stop + int(ahead[0]) if len(ahead) else min(stop + WINDOW, len(rounds))
        heads = rounds[start:stop] != 0
        alone = heads & np.append(heads[1:], True)
        places = np.flatnonzero(~alone) + start
        start = stop
        groups = np.flatnonzero(rounds[places])
        done = 0
        while done < len(places):
            at = int(np.searchsorted(groups, done + most, side="right")) - 1
            end = int(groups[at])
            if end + most > len(places) and len(places) - done <= most:
                end = len(places)
            elif end <= done:
                end = int(groups[at + 1]) if at + 1 < len(groups) else len(places)
            yield places[done:end]
            done = end


def _sort_groups(
    order: Places, rounds: Rounds, rank: Places, places: NDArray[np.int64], known: int, number: int
) -> None:
    """Sort each group by the letters `known` positions further on, and split it where they differ."""
    heads = rounds[places] != 0
    suffixes = order[places]
    keys = np.cumsum(heads).astype(np.uint64)
    keys -= np.uint64(1)
    bits = len(places).bit_length()
    # One group alone may be larger than the rest of the number has room for: then it needs no number.
    keys <<= np.uint64(len(rank).bit_length())
    keys |= rank[suffixes + np.int32(known)].astype(np.uint64)
    keys <<= np.uint64(bits)
    keys |= np.arange(len(places), dtype=np.uint64)
    # The groups are in order already, which this way of sorting makes use of.
    keys.sort(kind="stable")
    suffixes = suffixes[keys & np.uint64((1 << bits) - 1)]
    keys >>= np.uint64(bits)
    fresh = np.append(True, keys[1:] != keys[:-1])
    order[places] = suffixes
    rounds[places[fresh & ~heads]] = number
    # Breaks come before all letters.
    rank[suffixes] = np.maximum.accumulate(np.where(fresh, places, 0)) + (len(rank) - len(order))


def _common(letters: Letters, order: Places, rounds: Rounds, known: int, least: int) -> Places:
    """What each suffix has in common with the one before it in the order, by place in the text."""
    # Common prefixes shrink by at most one from a place to the next, so place + length never falls.
    reach = np.zeros(len(letters), dtype=np.int32)
    for start in range(0, len(order), WINDOW):
        part = order[max(0, start - 1) : start + WINDOW]
        here, before, number = part[1:], part[:-1], rounds[max(1, start) : start + WINDOW]
        # The place before the first is the last one: a break.
        sign = letters[part - 1]
        new = ((sign[1:] != sign[:-1]) | (sign[1:] == 0)) & (number > (known <= least))
        here, before, number = here[new], before[new], number[new]
        depth = np.where(number > 1, np.int32(known) << np.maximum(number.astype(np.int32) - 2, 0), 0)
        reach[here] = here + _agreement(letters, here, before, depth.astype(np.int32))
    np.maximum.accumulate(reach, out=reach)
    for start in range(0, len(reach), WINDOW):
        part = reach[start : start + WINDOW]
        part -= np.arange(start, start + len(part), dtype=np.int32)
    return np.maximum(reach, 0, out=reach)


def _agreement(letters: Letters, one: Places, other: Places, agreed: Places) -> Places:
    """How many letters are the same from `one` on and from `other` on, where the first `agreed` are, up to a break."""
    agreed = agreed.copy()
    open_ = np.arange(len(one))
    while len(open_) > FEW:
        sign = letters[one[open_] + agreed[open_]]
        same = (sign == letters[other[open_] + agreed[open_]]) & (sign != 0)
        open_ = open_[same]
        agreed[open_] += 1
    for pair in open_:
        at, to, step = int(one[pair] + agreed[pair]), int(other[pair] + agreed[pair]), 64
        while True:
            left, right = letters[at : at + step], letters[to : to + step]
            size = min(len(left), len(right))
            differ = np.flatnonzero((left[:size] != right[:size]) | (left[:size] == 0))
            if len(differ):
                agreed[pair] = at + int(differ[0]) - one[pair]
                break
            at, to, step = at + size, to + size, 2 * step
    return agreed
