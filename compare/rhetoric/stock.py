"""What part of a text is formula: wording that a reference corpus holds again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from compare.reuse.fold import fold
from compare.reuse.hashes import window_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.reference.corpus import ReferenceCorpus

WINDOW = 8
"""Characters of the n-grams that are looked up: the shortest order that reaches over a word pair or two."""


def stock(text: str, reference: ReferenceCorpus) -> Iterator[tuple[int, int]]:
    """The character ranges of `text` whose every `WINDOW` characters several items of the reference hold
    (`ReferenceCorpus.kept`), joined where they touch, in text order.
    """
    codes = fold(text)
    places = np.flatnonzero(codes)
    if len(places) < WINDOW:
        return
    known = reference.table.top(window_hashes(codes[places], WINDOW), WINDOW) > 0
    covered = np.zeros(len(places) + 1, dtype=bool)
    for offset in range(WINDOW):
        covered[offset : offset + len(known)] |= known
    edges = np.flatnonzero(np.diff(np.concatenate(([False], covered))))
    for start, end in edges.reshape(-1, 2):
        yield int(places[start]), int(places[end - 1]) + 1
