"""Groups of what is alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def average_linkage(likeness: NDArray[np.float64], threshold: float) -> list[tuple[int, ...]]:
    """Merge the two groups with the greatest mean likeness as long as it reaches `threshold`.

    Average linkage, UPGMA (Sokal and Michener 1958). `likeness` is symmetric, shape `(n, n)`; its diagonal is
    not looked at. Returns the members of each group in ascending order, the largest group first, then by first
    member. Of equal likenesses the pair with the lowest positions is merged first. Time grows with n squared.
    """
    mean = likeness.astype(np.float64, copy=True)
    np.fill_diagonal(mean, -np.inf)
    groups: dict[int, list[int]] = {at: [at] for at in range(len(mean))}
    best = mean.argmax(axis=1) if len(mean) > 1 else np.zeros(len(mean), dtype=np.int64)
    while len(groups) > 1:
        tops = mean[np.arange(len(mean)), best]
        left = int(tops.argmax())
        if tops[left] < threshold:
            break
        left, right = sorted((left, int(best[left])))
        sizes = len(groups[left]), len(groups[right])
        merged = (mean[left] * sizes[0] + mean[right] * sizes[1]) / sum(sizes)
        mean[left], mean[:, left] = merged, merged
        mean[right], mean[:, right] = -np.inf, -np.inf
        mean[left, left] = -np.inf
        groups[left] += groups.pop(right)
        stale = np.flatnonzero((best == left) | (best == right))
        stale = np.union1d(stale, [left, right])
        best[stale] = mean[stale].argmax(axis=1)
        better = mean[:, left] > mean[np.arange(len(mean)), best]
        best[better] = left
    return sorted((tuple(sorted(members)) for members in groups.values()), key=lambda g: (-len(g), g))
