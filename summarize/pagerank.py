"""PageRank on a small dense graph (Page, Brin, Motwani and Winograd 1999)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from summarize.vectors import Floats, SparseMatrix, totals

DAMPING = 0.85
TOLERANCE = 1e-6
ROUNDS = 100


def pagerank(weights: Floats) -> Floats:
    """The scores, of sum 1, of the nodes of a weighted graph.

    `weights[i, j] >= 0` is the weight of the edge from i to j. Iteration, start and stop rule are those of
    `networkx.pagerank`, so the scores are its scores: a node without edges passes its score on to all.
    """
    return _iterate(weights.sum(axis=1), lambda scores: scores @ weights)


def similarity_rank(vectors: SparseMatrix, products: Floats | None = None) -> Floats:
    """`pagerank` of the graph whose weights are the dot products of different rows of `vectors`.

    If the products are not given they are never written down: a step is two passes over the entries.
    """
    if products is not None:
        return pagerank(products - np.diag(products.diagonal()))
    own = totals(vectors.rows, vectors.values**2, vectors.shape[0])

    def spread(scores: Floats) -> Floats:
        return np.maximum(vectors.times(vectors.transposed_times(scores)) - own * scores, 0.0)

    sums = spread(np.ones(vectors.shape[0]))
    # A difference of equal sums leaves rounding noise where there is no edge at all.
    return _iterate(np.where(sums < 1e-12, 0.0, sums), spread)


def _iterate(sums: Floats, spread: Callable[[Floats], Floats]) -> Floats:
    """The fixed point; `spread` passes scores along all edges, `sums` are the weights that leave a node."""
    size = len(sums)
    if size == 0:
        return np.zeros(0)
    isolated = np.flatnonzero(sums == 0)
    shares = 1 / np.where(sums == 0, np.inf, sums)
    scores = np.full(size, 1 / size)
    for _ in range(ROUNDS):
        last = scores
        lost = last[isolated].sum() / size if len(isolated) else 0.0
        scores = DAMPING * (spread(last * shares) + lost) + (1 - DAMPING) / size
        if np.abs(scores - last).sum() < size * TOLERANCE:
            break
    return scores
