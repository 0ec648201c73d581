"""How alike stretches of words are: by their words, by their parts of speech, by their length."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from seeds.language.words import Word


def texts(words: Sequence[Word]) -> list[str]:
    """The words as strings."""
    return [word.text for word in words]


def tags(words: Sequence[Word]) -> list[str]:
    """The parts of speech, one letter a word."""
    return [word.pos for word in words]


def characters(words: Sequence[Word]) -> str:
    """The characters of the words, marks between them left out."""
    return "".join(word.text for word in words)


def width(words: Sequence[Word]) -> int:
    """Characters in the words, marks between them not counted."""
    return sum(word.end - word.start for word in words)


def common_length(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Length of the longest common subsequence, bit-parallel (Hyyrö 2004): one integer step an item."""
    if not left:
        return 0
    places: dict[Hashable, int] = {}
    for index, item in enumerate(left):
        places[item] = places.get(item, 0) | 1 << index
    full = (1 << len(left)) - 1
    row = full
    for item in right:
        hits = row & places.get(item, 0)
        row = ((row + hits) | (row - hits)) & full
    return len(left) - row.bit_count()


def similarity(left: Sequence[Hashable], right: Sequence[Hashable]) -> float:
    """Shared subsequence over mean length: 1 for equal sequences, 0 for disjoint or empty ones."""
    total = len(left) + len(right)
    return 2 * common_length(left, right) / total if total else 0.0


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


def shared_opening(rows: Sequence[Sequence[Word]]) -> list[str]:
    """The words that all rows begin with."""
    shared = []
    for column in zip(*rows, strict=False):
        if len({word.text for word in column}) > 1:
            break
        shared.append(column[0].text)
    return shared


def frame_text(rows: Sequence[Sequence[Word]], shared: Sequence[str]) -> str | None:
    """The shared words in order with … wherever some row has other words between them; None if none is shared."""
    if not shared:
        return None
    gaps = [False] * (len(shared) + 1)
    for row in rows:
        at = 0
        for word in row:
            if at < len(shared) and word.text == shared[at]:
                at += 1
            else:
                gaps[at] = True
    return "".join(("…" if gap else "") + word for gap, word in zip(gaps, [*shared, ""], strict=True))
