"""How common every term is: in broadcast news, and in opinion pieces of mainland and Hong Kong papers.

The figures are derived from texts that cannot be shipped; `benchmarks/build_themes.py` made them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np
    from numpy.typing import NDArray

DATA = "themes.npz"
EVERYDAY = 100
"""Occurrences in the news from which a verb is an everyday one, such as 推动 or 成为."""
NOMINAL = 0.12
"""Share of its uses in the place of a noun from which a verb may be part of a multi-word term."""


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """In how many of the `documents` of one kind of writing each word stands; a word not listed in none."""

    name: str
    spread: dict[str, int]
    documents: int

    def share(self, word: str) -> float:
        """The share of documents that hold `word`, half a document added; never 0."""
        return (self.spread.get(word, 0) + 0.5) / (self.documents + 1)


@dataclass(frozen=True, slots=True, eq=False)
class TermReference:
    """What the terms of a piece are weighed against.

    `rows` gives the row of each term of the news, words first, then multi-word terms; `count` is its number of
    occurrences among `tokens`, `nominal` the share of a verb's uses as a noun, in 1/255. `wholes` gives the whole
    form of words that the segmenter cuts out of a longer one: 一带一路 for 一带. `registers` tell how common words
    are in several kinds of writing.
    """

    rows: dict[str, int]
    count: NDArray[np.int32]
    nominal: NDArray[np.uint8]
    wholes: dict[str, str]
    tokens: int
    registers: tuple[Register, ...]

    def occurrences(self, term: str) -> int:
        """Occurrences of `term` in the news, 0 if it is too rare to be listed."""
        row = self.rows.get(term)
        return 0 if row is None else int(self.count[row])

    def share(self, word: str) -> float:
        """The share of documents that hold `word` where it is most common; never 0.

        A word that any kind of writing uses all the time tells little: 嘅 and 網民 are rare in the news only.
        """
        return max(register.share(word) for register in self.registers)

    def is_nominal(self, verb: str) -> bool:
        """Whether the news use a verb as a noun often enough for a part of a multi-word term."""
        row = self.rows.get(verb)
        return row is not None and int(self.nominal[row]) >= NOMINAL * 255

    def names_action(self, verb: str) -> bool:
        """Whether a verb may be a theme by itself: used as a noun, or no everyday verb of the news."""
        return self.is_nominal(verb) or self.occurrences(verb) < EVERYDAY

    def with_register(self, name: str, documents: Sequence[Collection[str]]) -> TermReference:
        """A reference that knows the words of further documents too, as one more register."""
        spread = Counter(word for words in documents for word in set(words))
        return replace(self, registers=(*self.registers, Register(name, dict(spread), len(documents))))


def from_arrays(arrays: Any) -> TermReference:
    """The reference from the arrays of its file."""
    terms = bytes(arrays["terms"]).decode().split("\n")
    pairs = (line.split("\t") for line in bytes(arrays["wholes"]).decode().split("\n") if line)
    names = bytes(arrays["registers"]).decode().split("\n")
    words = bytes(arrays["words"]).decode().split("\n")
    registers = tuple(
        Register(name, {word: n for word, n in zip(words, spread.tolist(), strict=True) if n}, int(documents))
        for name, spread, documents in zip(names, arrays["spread"], arrays["documents"], strict=True)
    )
    return TermReference(
        dict(zip(terms, range(len(terms)), strict=True)),
        arrays["count"],
        arrays["nominal"],
        dict(pairs),
        int(arrays["tokens"]),
        registers,
    )


@cache
def default_reference() -> TermReference:
    """The reference that ships with the package, loaded once."""
    import numpy as np

    with (files("compare") / "data" / DATA).open("rb") as stream, np.load(stream) as arrays:
        return from_arrays(arrays)
