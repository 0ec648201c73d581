"""Hashes of windows of codes: equal windows have equal hashes, in every text and every run."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]


def prefix_hashes(codes: Codes, longest: int) -> Iterator[Hashes]:
    """Hashes of all windows of 1, 2 ... `longest` codes; windows with equal codes have equal hashes."""
    hashes = np.zeros(len(codes), dtype=np.uint64)
    for size in range(1, longest + 1):
        count = max(0, len(codes) - size + 1)
        hashes = mixed_in(hashes[:count], codes[size - 1 :])
        yield hashes


def mixed_in(hashes: Hashes, codes: Codes) -> Hashes:
    """Hashes of windows with one more code behind each."""
    hashes = hashes ^ ((codes.astype(np.uint64) + np.uint64(0x51ED27)) * np.uint64(0x9E3779B97F4A7C15))
    hashes = (hashes ^ (hashes >> np.uint64(32))) * np.uint64(0xD6E8FEB86659FD93)
    hashes ^= hashes >> np.uint64(29)
    return hashes


def hashes_at(codes: Codes, starts: NDArray[np.int64], size: int) -> Hashes:
    """The hashes of the windows of `size` codes that begin at `starts`, as `prefix_hashes` makes them."""
    if len(starts) == max(0, len(codes) - size + 1):
        return window_hashes(codes, size)
    hashes = np.zeros(len(starts), dtype=np.uint64)
    for offset in range(size):
        hashes = mixed_in(hashes, codes[starts + offset])
    return hashes


def window_hashes(codes: Codes, size: int) -> Hashes:
    """The hashes of all windows of `size` codes, as `prefix_hashes` makes them."""
    hashes: Hashes = np.zeros(0, dtype=np.uint64)
    for hashes in prefix_hashes(codes, size):  # noqa: B007
        pass
    return hashes
