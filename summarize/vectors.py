"""The pairs of neighbouring characters of a document: its terms, and its sentences as sparse vectors of them.

Chinese words are short and segmentation errs, so pairs of characters stand in for words well. All is
linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SparseMatrix:
    """`values[k]` at row `rows[k]` and column `columns[k]`, zero elsewhere."""

    rows: Integers
    columns: Integers
    values: Floats
    shape: tuple[int, int]

    def times(self, vector: Floats) -> Floats:
        """The product with a column vector."""
        return totals(self.rows, self.values * vector[self.columns], self.shape[0])

    def transposed_times(self, vector: Floats) -> Floats:
        """The product of the transposed matrix with a column vector."""
        return totals(self.columns, self.values * vector[self.rows], self.shape[1])


def totals(places: Integers, weights: Floats | Flags | Integers, size: int) -> Floats:
    """The sums of the `weights` that go to each of `size` places."""
    return np.asarray(np.bincount(places, weights, size), np.float64)


def standardised(rows: Floats) -> Floats:
    """Each row with the mean 0 and the standard deviation 1; a row of one value is all 0."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    deviations = np.sqrt((centred**2).mean(axis=1, keepdims=True))
    return np.asarray(centred / np.where(deviations > 1e-9, deviations, np.inf), np.float64)


DENSE = 200_000
"""A table of at most so many cells, and of so many products, is written down."""


class TermIndex:
    """Which terms stand where in some texts.

    A term is a pair of neighbouring letters, digits or ideographs of one text, as a number: the code
    points of the two, 21 bits each, Latin letters in lower case.

    `terms` are the different ones, rising. Arrays over all occurrences: `places`, the offset of the first
    character in the joined texts, `owners`, the text it is in, and `numbers`, the place in `terms`.
    Arrays over the cells of the texts-by-terms matrix: `rows`, `columns` and `counts`, by rising row,
    then column.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.size = len(texts)
        self.lengths = np.array([len(text) for text in texts], dtype=np.int64)
        joined = "".join(texts)
        points = _code_points(joined)
        owners = np.repeat(np.arange(self.size), self.lengths)
        solid = (points >= 0x4E00) & (
            points <= 0x9FA5
        )  # Most are ideographs, so few are asked what they are.
        others = np.flatnonzero(~solid)
        solid[others] = [joined[at].isalnum() for at in others.tolist()]
        self.places = np.flatnonzero(solid[:-1] & solid[1:] & (owners[:-1] == owners[1:]))
        self.owners: Integers = owners[self.places]
        pairs = points[self.places] << 21 | points[self.places + 1]
        self.terms, self.numbers = np.unique(pairs, return_inverse=True)
        width = max(len(self.terms), 1)
        cells, self._first, self.counts = np.unique(
            self.owners * width + self.numbers, return_index=True, return_counts=True
        )
        self.rows, self.columns = np.divmod(cells, width)

    def holds(self, text: str) -> Flags:
        """Which of the terms occur in a text."""
        points = _code_points(text)
        wanted = np.array(sorted({*(points[:-1] << 21 | points[1:]).tolist()}), np.int64)
        # So asked, numpy does not load its masked arrays.
        return np.isin(self.terms, wanted, assume_unique=True)

    @cached_property
    def arrivals(self) -> tuple[Integers, Integers]:
        """The cells by the place where a text first says a term: those places, and the terms."""
        order = np.argsort(self._first)
        return self.places[self._first[order]], self.columns[order]

    @cached_property
    def spread(self) -> Integers:
        """In how many of the texts each term occurs."""
        return np.bincount(self.columns, minlength=len(self.terms))

    @cached_property
    def matrix(self) -> SparseMatrix:
        """A row of unit length a text: damped counts times inverse text frequency."""
        rarity = np.log(1 + self.size / np.maximum(self.spread, 1))
        values = (1 + np.log(self.counts)) * rarity[self.columns]
        norms = np.sqrt(totals(self.rows, values**2, self.size))
        return SparseMatrix(self.rows, self.columns, values / norms[self.rows], (self.size, len(self.terms)))


def cosines(matrix: SparseMatrix) -> Floats | None:
    """The products of all rows with each other, or None if that would take too much room.

    Cells of one column are multiplied with each other: there are few, and no threads of a library wake up for them.
    """
    size, width = matrix.shape
    held = np.bincount(matrix.columns, minlength=width)
    if max(size**2, int((held**2).sum())) > DENSE:
        return None
    order = np.argsort(matrix.columns, kind="stable")
    rows, values = matrix.rows[order], matrix.values[order]
    others = held[matrix.columns[order]]
    left = np.repeat(np.arange(len(rows)), others)
    first = np.repeat(np.cumsum(held) - held, held)
    right = np.arange(len(left)) - np.repeat(np.cumsum(others) - others - first, others)
    return totals(rows[left] * size + rows[right], values[left] * values[right], size**2).reshape(size, size)


def _code_points(text: str) -> Integers:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    return np.where((points >= ord("A")) & (points <= ord("Z")), points + 32, points)
