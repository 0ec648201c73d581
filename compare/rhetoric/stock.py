"""What part of a text is formula: wording that a background corpus holds again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from compare.reference.corpus import load_reference
from compare.reuse.fold import fold
from compare.reuse.hashes import window_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.reference.corpus import ReferenceCorpus

WINDOW = 8
"""Characters of the n-grams that are looked up: the shortest order that reaches over a word pair or two."""


@dataclass(frozen=True, slots=True)
class BackgroundStock:
    """Formula is every stretch of `WINDOW` characters that the background knows.

    The background keeps those that several of its items hold (`ReferenceCorpus.kept`).
    """

    background: ReferenceCorpus

    @property
    def name(self) -> str:
        """What signatures call it."""
        return f"{self.background.name}/{self.background.items}"

    def __call__(self, text: str, /) -> Iterator[tuple[int, int]]:
        """The character ranges of `text` that are formula, joined where they touch, in text order."""
        codes = fold(text)
        places = np.flatnonzero(codes)
        if len(places) < WINDOW:
            return
        known = self.background.table.top(window_hashes(codes[places], WINDOW), WINDOW) > 0
        covered = np.zeros(len(places) + 1, dtype=bool)
        for offset in range(WINDOW):
            covered[offset : offset + len(known)] |= known
        edges = np.flatnonzero(np.diff(np.concatenate(([False], covered))))
        for start, end in edges.reshape(-1, 2):
            yield int(places[start]), int(places[end - 1]) + 1


def background_stock(background: ReferenceCorpus | None = None) -> BackgroundStock:
    """The formulas of a background, by default the one that comes with oped; for `rhetoric(..., stock=)`."""
    return BackgroundStock(background or load_reference())
