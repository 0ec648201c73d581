"""Character ROUGE (Lin 2004): how much of a reference text a summary shares.

Every character but space is a token, Latin letters in lower case. ROUGE-1 and 2 are F1 over single
characters and pairs of them, ROUGE-L is F1 of the longest common subsequence of the whole texts.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple


class Rouge(NamedTuple):
    """F1 scores from 0 to 1."""

    one: float
    two: float
    longest: float


def rouge(summary: str, reference: str) -> Rouge:
    """The scores of one summary; all are 0 if either text holds nothing but space."""
    left, right = ("".join(text.split()).lower() for text in (summary, reference))
    if not left or not right:
        return Rouge(0.0, 0.0, 0.0)
    singles = (Counter(left) & Counter(right)).total()
    pairs = (Counter(pairwise(left)) & Counter(pairwise(right))).total()
    size = len(left) + len(right)
    return Rouge(
        2 * singles / size,
        2 * pairs / (size - 2) if size > 2 else 0.0,
        2 * longest_common_subsequence(left, right) / size,
    )


def longest_common_subsequence(left: str, right: str) -> int:
    """Its length; a row of the table of lengths is the bits of one number (Hyyrö 2004)."""
    where: dict[str, int] = {}
    for place, char in enumerate(left):
        where[char] = where.get(char, 0) | 1 << place
    full = (1 << len(left)) - 1
    row = full
    for char in right:
        matches = row & where.get(char, 0)
        row = (row + matches | row - matches) & full
    return len(left) - row.bit_count()
