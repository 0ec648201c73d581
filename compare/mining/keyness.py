"""Keyness: what stands out in one corpus against another, by log-likelihood and by log-odds with a prior."""

from __future__ import annotations

from math import log

CRITICAL = 10.83
"""A G2 that chance reaches once in a thousand times (chi-square, one degree of freedom)."""


def log_likelihood(here: int, size: int, there: int, other: int) -> float:
    """Dunning's (1993) G2 of `here` among `size` units against `there` among `other`; negative for the rarer.

    Over all four cells of the table, units with and without what is counted; Rayson and Garside (2000) leave out the
    latter, which makes little difference for words and much for documents. 0 when a side is empty.
    """
    if not size or not other or not 0 < here + there < size + other:
        return 0.0
    rate = (here + there) / (size + other)
    ratio = max(0.0, 2 * (_part(here, size, rate) + _part(there, other, rate)))
    return ratio if here * other >= there * size else -ratio


def _part(observed: int, total: int, rate: float) -> float:
    rest = total - observed
    found = observed * log(observed / (total * rate)) if observed else 0.0
    return found + (rest * log(rest / (total * (1 - rate))) if rest else 0.0)


def log_odds(
    here: int, size: int, there: int, other: int, prior: float, priors: float
) -> tuple[float, float]:
    """The log-odds ratio with an informative Dirichlet prior, and its z-score (Monroe, Colaresi and Quinn 2008).

    `prior` is the weight of the item in the prior and `priors` that of all items; both are in units of counts.
    """
    odds = log((here + prior) / (size + priors - here - prior)) - log(
        (there + prior) / (other + priors - there - prior)
    )
    return odds, odds / (1 / (here + prior) + 1 / (there + prior)) ** 0.5
