"""Character ROUGE (Lin 2004): how much of a reference text a summary shares.

Every character but space is a token, Latin letters in lower case. ROUGE-1 and 2 are F1 over single
characters and pairs of them, ROUGE-L is F1 of the longest common subsequence of the whole texts.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from seeds.language.subsequence import common_length


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
        2 * singles / size, 2 * pairs / (size - 2) if size > 2 else 0.0, 2 * common_length(left, right) / size
    )
