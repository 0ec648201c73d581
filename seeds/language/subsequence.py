"""What two sequences have in common in order: the longest common subsequence, its length and its items."""

from __future__ import annotations

from collections.abc import Hashable, Sequence


def common_length(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Length of the longest common subsequence, bit-parallel (Hyyrö 2004): one integer step an item."""
    if not left:
        return 0
    places: dict[Hashable, int] = {}
    for index, item in enumerate(left):
        places[item] = places.get(item, 0) | 1 << index
    full = (1 << len(left)) - 1
    row = full
    for here in filter(None, map(places.get, right)):
        hits = row & here
        row = ((row + hits) | (row - hits)) & full
    return len(left) - row.bit_count()


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
