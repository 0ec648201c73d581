"""Sentences as sparse vectors of the character pairs they hold.

Chinese words are short and segmentation errs, so pairs of neighbouring characters stand in for words well.
All is linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SparseMatrix:
    """`values[k]` at row `rows[k]` and column `columns[k]`, zero elsewhere."""

    rows: Integers
    columns: Integers
    values: Floats
    shape: tuple[int, int]

    def times(self, vector: Floats) -> Floats:
        """The product with a column vector."""
        return np.asarray(
            np.bincount(self.rows, self.values * vector[self.columns], self.shape[0]), np.float64
        )

    def transposed_times(self, vector: Floats) -> Floats:
        """The product of the transposed matrix with a column vector."""
        return np.asarray(
            np.bincount(self.columns, self.values * vector[self.rows], self.shape[1]), np.float64
        )


def code_points(text: str) -> Integers:
    """The characters of `text` as numbers, lone surrogates among them."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)


def bigrams(texts: Sequence[str]) -> tuple[Integers, Integers]:
    """All pairs of neighbouring letters, digits or ideographs: `(texts they stand in, pairs as numbers)`."""
    if not texts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    points = code_points("".join(texts))
    points = np.where((points >= ord("A")) & (points <= ord("Z")), points + 32, points)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    alphabet, places = np.unique(points, return_inverse=True)
    solid = np.array([chr(point).isalnum() for point in alphabet.tolist()], dtype=bool)[places]
    kept = np.flatnonzero(solid[:-1] & solid[1:] & (owners[:-1] == owners[1:]))
    return owners[kept], points[kept] << 21 | points[kept + 1]


def sentence_vectors(texts: Sequence[str]) -> SparseMatrix:
    """One row of unit length a text: its character pairs, damped counts times inverse sentence frequency."""
    size = len(texts)
    owners, pairs = bigrams(texts)
    terms, columns = np.unique(pairs, return_inverse=True)
    width = max(len(terms), 1)
    cells, counts = np.unique(owners * width + columns, return_counts=True)
    rows, columns = np.divmod(cells, width)
    frequency = np.bincount(columns, minlength=width)
    values = (1 + np.log(counts)) * np.log(1 + size / np.maximum(frequency, 1))[columns]
    norms = np.sqrt(np.bincount(rows, values**2, size))
    return SparseMatrix(rows, columns, values / norms[rows], (size, width))
