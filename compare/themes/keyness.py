"""Keyness: which terms of a text stand out from the background, and by how much."""

from __future__ import annotations

from math import log

CRITICAL = 10.83
"""G2 above it is significant at p < 0.001 with one degree of freedom (Rayson and Garside 2000)."""


def log_likelihood(here: int, size: int, there: int, background: int) -> float:
    """Dunning's G2 for `here` of `size` tokens against `there` of `background`, negative for the rarer.

    Rayson and Garside (2000), after Dunning (1993). 0 when a corpus is empty.
    """
    if not size or not background:
        return 0.0
    share = (here + there) / (size + background)
    total = 0.0
    for observed, expected in ((here, size * share), (there, background * share)):
        if observed:
            total += observed * log(observed / expected)
    rarer = here * background < there * size
    return -2 * total if rarer else 2 * total
