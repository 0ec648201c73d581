"""How alike stretches of words are: by their words, by their parts of speech, by their length."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from seeds.language.subsequence import common_length
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


def similarity(left: Sequence[Hashable], right: Sequence[Hashable]) -> float:
    """Shared subsequence over mean length: 1 for equal sequences, 0 for disjoint or empty ones."""
    total = len(left) + len(right)
    return 2 * common_length(left, right) / total if total else 0.0


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
