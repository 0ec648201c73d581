"""What two sequences have in common in order: the longest common subsequence, its length and its items."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

REACH = 1 << 14
"""Items by which one may stand away from its place in the other sequence, in proportion, and be looked for there."""


def common_length(left: Sequence[Hashable], right: Sequence[Hashable], reach: int = REACH) -> int:
    """Length of the longest common subsequence, bit-parallel (Hyyrö 2004): one integer step an item.

    Where both are longer than `reach`, equal ends are set aside and of the rest only what lies within it counts (a
    band, Ukkonen 1985): work grows with the length, and where things moved further it is less than the longest.
    """
    if len(left) > len(right):
        left, right = right, left
    length = row = low = high = 0
    if len(left) > reach:
        head = foot = 0
        while head < len(left) and left[head] == right[head]:
            head += 1
        while foot < len(left) - head and left[-1 - foot] == right[-1 - foot]:
            foot += 1
        left, right, length = left[head : len(left) - foot], right[head : len(right) - foot], head + foot
    for start in range(0, len(right), reach):
        part = right[start : start + reach]
        first, last = 0, len(left)
        if last > reach:
            first = max(start * len(left) // len(right) - reach, 0)
            last = min((start + len(part)) * len(left) // len(right) + reach, last)
        # What is left behind keeps what it has in common so far; what comes in has nothing more than what is before it.
        length += first - low - (row & ((1 << first - low) - 1)).bit_count()
        full = (1 << last - first) - 1
        row = row >> first - low | full >> high - first << high - first
        low, high = first, last
        places: dict[Hashable, int] = {}
        for index, item in enumerate(left[low:high]):
            places[item] = places.get(item, 0) | 1 << index
        for here in filter(None, map(places.get, part)):
            hits = row & here
            row = ((row + hits) | (row - hits)) & full
    return length + high - low - row.bit_count()


def common_subsequence(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """A longest common subsequence; of several the one that takes the words of `left` earliest."""
    both = set(left) & set(right)
    left = [word for word in left if word in both]
    right = [word for word in right if word in both]
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            if left[i] == right[j]:
                table[i][j] = table[i + 1][j + 1] + 1
            else:
                table[i][j] = max(table[i + 1][j], table[i][j + 1])
    shared: list[str] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            shared.append(left[i])
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return shared
