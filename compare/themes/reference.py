"""How common every term is: in broadcast news, and in opinion pieces of mainland and Hong Kong papers.

The figures are derived from texts that cannot be shipped; `benchmarks/build_themes.py` made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = "themes.npz"
EVERYDAY = 100
"""Occurrences in the news from which a verb is an everyday one, such as 推动 or 成为."""
NOMINAL = 0.12
"""Share of its uses in the place of a noun from which a verb may be part of a multi-word term."""


@dataclass(frozen=True, eq=False, repr=False)
class TermReference:
    """What the terms of a piece are weighed against.

    `rows` gives the row of each known word and multi-word term; `count` is its number of occurrences in the news
    among `tokens`, 0 if too rare to be listed; `nominal` the share of a verb's uses as a noun, in 1/255.
    `spread[i]` tells in how many of the `documents[i]` of one kind of writing, `registers[i]`, it stands. `wholes`
    gives the whole form of words that the segmenter cuts out of a longer one: 一带一路 for 一带.
    """

    rows: dict[str, int]
    count: NDArray[np.int32]
    nominal: NDArray[np.uint8]
    wholes: dict[str, str]
    tokens: int
    registers: tuple[str, ...]
    spread: NDArray[np.uint16]
    documents: NDArray[np.int32]

    def __repr__(self) -> str:
        return f"<TermReference of {len(self.rows):,} terms in {', '.join(self.registers)}>"

    def __contains__(self, term: str) -> bool:
        """Whether the news have `term` often enough to be listed."""
        return self.occurrences(term) > 0

    def occurrences(self, term: str) -> int:
        """Occurrences of `term` in the news, 0 if it is too rare to be listed."""
        row = self.rows.get(term)
        return 0 if row is None else self._counts[row]

    @cached_property
    def _counts(self) -> Sequence[int]:
        """`count`, for one term at a time: an array takes three times as long."""
        return self.count.data

    @cached_property
    def _shares(self) -> Sequence[float]:
        """The greatest share of documents of any register, half a document added; last that of unknown words."""
        known = np.append(self.spread, np.zeros((len(self.registers), 1)), axis=1)
        shares: NDArray[np.float64] = ((known + 0.5) / (self.documents[:, None] + 1)).max(axis=0)
        return shares.data

    def share(self, word: str) -> float:
        """The share of documents that hold `word` where it is most common; never 0.

        A word that any kind of writing uses all the time tells little: 嘅 and 網民 are rare in the news only.
        """
        return self._shares[self.rows.get(word, -1)]

    def register(self, words: Iterable[str]) -> str:
        """The kind of opinion writing, news aside, that a text with some words is likest to: naive Bayes."""
        rows = [row for row in map(self.rows.get, words) if row is not None]
        held = np.log((self.spread[1:, rows] + 0.5) / (self.documents[1:, None] + 1)).sum(axis=1)
        return self.registers[1 + int(held.argmax())] if len(held) else ""

    def is_nominal(self, verb: str) -> bool:
        """Whether the news use a verb as a noun often enough for a part of a multi-word term."""
        row = self.rows.get(verb)
        return row is not None and int(self.nominal[row]) >= NOMINAL * 255

    def names_action(self, verb: str) -> bool:
        """Whether a verb may be a theme by itself: used as a noun, or no everyday verb of the news."""
        return self.is_nominal(verb) or self.occurrences(verb) < EVERYDAY


def from_arrays(arrays: Any) -> TermReference:
    """The reference from the arrays of its file."""
    words = bytes(arrays["words"]).decode().split("\n")
    pairs = (line.split("\t") for line in bytes(arrays["wholes"]).decode().split("\n") if line)
    return TermReference(
        dict(zip(words, range(len(words)), strict=True)),
        arrays["count"],
        arrays["nominal"],
        dict(pairs),
        int(arrays["tokens"]),
        tuple(bytes(arrays["registers"]).decode().split("\n")),
        arrays["spread"],
        arrays["documents"],
    )


@cache
def default_reference() -> TermReference:
    """The reference that ships with the package, loaded once."""
    with np.load(Path(__file__).parents[1] / "data" / DATA) as arrays:
        return from_arrays(arrays)
