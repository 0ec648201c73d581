"""Articles at hand by their number: rows of a table in one file, of which any few are read without the others."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from compare.corpus.store import writing

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.corpus.columns import Columns


@dataclass(frozen=True)
class Shelf:
    """Rows of a number and blobs. The file grows with the rows, what is in memory with their number only."""

    names: Sequence[str]
    """Of the blobs of a row, in order."""
    file: IO[bytes]
    lengths: array[int] = field(default_factory=lambda: array("q"))
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where each row begins in the file, and its lengths in `lengths`."""

    @classmethod
    @contextmanager
    def opened(cls, names: Sequence[str], folder: Path) -> Iterator[Shelf]:
        """One without rows, in a file of the folder that goes with it."""
        path = folder / "shelf"
        with writing(folder):
            file = path.open("w+b")
        with file:
            yield cls(names, file)
        path.unlink(missing_ok=True)

    def put(self, rows: Iterable[Sequence[Any]]) -> None:
        """Rows as `(number, *blobs)`, each number once. Raises `OpedError` when there is no room for them."""
        at = 0
        for number, *blobs in rows:
            self.places[number] = at, len(self.lengths)
            self.lengths.extend(map(len, blobs))
            with writing(Path(self.file.name).parent):
                at += self.file.write(b"".join(blobs))

    def take(self, numbers: NDArray[np.integer[Any]]) -> Columns:
        """The blobs of some rows as columns."""
        made = {name: np.empty(len(numbers), dtype=object) for name in self.names}
        for row, number in enumerate(numbers.tolist()):
            at, first = self.places[number]
            self.file.seek(at)
            lengths = self.lengths[first : first + len(self.names)]
            held = self.file.read(sum(lengths))
            low = 0
            for name, length in zip(self.names, lengths, strict=True):
                made[name][row] = held[low : low + length]
                low += length
        return made
