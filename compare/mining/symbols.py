"""The texts of a corpus as one array of small numbers, with the way back to each text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from compare.reuse.fold import BREAK
from compare.reuse.text import Text
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from compare.mining.suffixes import Letters
    from seeds.page import Piece


@dataclass(frozen=True, slots=True)
class Lettered:
    """Texts folded as for matching, one after the other, each with a break (0) behind it.

    `letters` number the signs of `alphabet`, their folded code points in rising order; text `i` is
    `letters[start[i] : start[i + 1] - 1]`.
    """

    names: tuple[str, ...]
    raws: tuple[Piece | str, ...]
    letters: Letters
    alphabet: NDArray[np.uint32]
    start: NDArray[np.int64]

    @classmethod
    def of(cls, docs: Iterable[tuple[str, Piece | str]]) -> Lettered:
        """The texts in order; raises `UsageError` for a name that comes twice."""
        names: dict[str, None] = {}
        raws: list[Piece | str] = []
        parts: list[NDArray[np.uint32]] = []
        start = [0]
        stop = np.array([BREAK], dtype=np.uint32)
        for name, raw in docs:
            if name in names:
                raise UsageError(f"the id {name!r} comes twice: give every document an id of its own")
            names[name] = None
            raws.append(raw)
            codes = Text.of(raw, breaks=True).codes
            parts += [codes, stop]
            start.append(start[-1] + len(codes) + 1)
        codes = np.concatenate([*parts, stop[:0]])
        parts.clear()
        # A break has the lowest code of all, so it becomes letter 0.
        present = np.zeros(max(int(codes.max(initial=0)), BREAK) + 1, dtype=bool)
        present[codes] = present[BREAK] = True
        alphabet = np.flatnonzero(present).astype(np.uint32)
        ranks = np.cumsum(present) - 1
        letters = (
            ranks.astype(np.uint16)[codes] if len(alphabet) <= 0x10000 else ranks.astype(np.uint32)[codes]
        )
        return cls(tuple(names), tuple(raws), letters, alphabet, np.array(start))

    def __len__(self) -> int:
        return len(self.names)

    def docs(self) -> NDArray[np.int32]:
        """The number of the text that each letter belongs to."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.start))

    def text(self, number: int) -> Text:
        """A text made ready for matching again: it was not kept."""
        return Text.of(self.raws[number], breaks=True)
