"""The background as a term space: how common every term is in the news, and which words keep company.

The figures are derived from a corpus that cannot be shipped; `benchmarks/build_themes.py` made them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DATA = "themes.npz"
UNSEEN = 20
"""Occurrences added to every count: a term that the background never has is as rare as one that it has 20 times."""
EVERYDAY = 100
"""Occurrences in the background from which a verb is an everyday one, such as 推动 or 成为."""
NOMINAL = 0.12
"""Share of its uses in the place of a noun from which a verb may be part of a multi-word term."""


@dataclass(frozen=True, slots=True, eq=False)
class TermSpace:
    """Counts and vectors over a background corpus.

    `rows` gives the row of each term, words first, then multi-word terms; `count` is its number of occurrences,
    `spread` the number of documents that hold it, `nominal` the share of a verb's uses as a noun, in 1/255.
    The first `len(vectors)` terms have a vector in the latent space: `vectors[row] * scale[row]`; `centre` is the
    mean of the background's documents there. `pairs` are character pairs as codes in ascending order,
    `pair_spread` the documents that hold them. `wholes` gives the whole form of words that the segmenter cuts out of
    a longer one: 一带一路 for 一带. `tokens` and `documents` are the totals; what is rarer than the
    floors of the build is not listed.
    """

    rows: dict[str, int]
    count: NDArray[np.int32]
    spread: NDArray[np.int32]
    nominal: NDArray[np.uint8]
    vectors: NDArray[np.int8]
    scale: NDArray[np.float32]
    centre: NDArray[np.float32]
    pairs: NDArray[np.uint64]
    pair_spread: NDArray[np.int32]
    wholes: dict[str, str]
    tokens: int
    documents: int

    def occurrences(self, term: str) -> int:
        """Occurrences of `term` in the background, 0 if it is too rare to be listed."""
        row = self.rows.get(term)
        return 0 if row is None else int(self.count[row])

    def rate(self, term: str) -> float:
        """Expected occurrences of `term` for every word of a text; never 0."""
        return (self.occurrences(term) + UNSEEN) / self.tokens

    def share(self, term: str) -> float:
        """The share of the background's documents that hold `term`; never 0."""
        row = self.rows.get(term)
        return max(0.5, 0 if row is None else int(self.spread[row])) / self.documents

    def is_nominal(self, verb: str) -> bool:
        """Whether the background uses a verb as a noun often enough for a part of a multi-word term."""
        row = self.rows.get(verb)
        return row is not None and int(self.nominal[row]) >= NOMINAL * 255

    def names_action(self, verb: str) -> bool:
        """Whether a verb may be a theme by itself: used as a noun, or no everyday verb of the news."""
        return self.is_nominal(verb) or self.occurrences(verb) < EVERYDAY

    def pair_rates(self, codes: NDArray[np.uint64]) -> NDArray[np.float64]:
        """As `rate`, of character pairs: from the documents that hold one, as if occurrences were independent."""
        import numpy as np

        seen = np.zeros(len(codes))
        if len(self.pairs):
            at = np.minimum(np.searchsorted(self.pairs, codes), len(self.pairs) - 1)
            seen = np.where(self.pairs[at] == codes, self.pair_spread[at], 0)
        lacking = (self.documents - np.minimum(seen, self.documents - 0.5)) / self.documents
        return (UNSEEN - np.log(lacking) * self.documents) / self.tokens


def from_arrays(arrays: Any) -> TermSpace:
    """The term space from the arrays of its file."""
    import numpy as np

    terms = bytes(arrays["terms"]).decode().split("\n")
    pairs_of_words = (line.split("\t") for line in bytes(arrays["wholes"]).decode().split("\n") if line)
    tokens, documents = (int(total) for total in arrays["totals"])
    return TermSpace(
        rows=dict(zip(terms, range(len(terms)), strict=True)),
        wholes=dict(pairs_of_words),
        tokens=tokens,
        documents=documents,
        pairs=arrays["pairs"].astype(np.uint64),
        scale=arrays["scale"].astype(np.float32),
        **{name: arrays[name] for name in ("count", "spread", "nominal", "vectors", "centre", "pair_spread")},
    )


@cache
def default_space() -> TermSpace:
    """The term space that ships with the package, loaded once."""
    import numpy as np

    with (files("compare") / "data" / DATA).open("rb") as stream, np.load(stream) as arrays:
        return from_arrays(arrays)
