"""How common every term is in the news at large: the ground that a theme stands out from.

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


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Counts over a background corpus.

    `rows` gives the row of each term; `count` is its number of occurrences, `spread` the number of
    documents that hold it. `tokens` and `documents` are the totals. Terms below the floors of the build are
    not in.
    """

    rows: dict[str, int]
    count: NDArray[np.int32]
    spread: NDArray[np.int32]
    tokens: int
    documents: int

    def occurrences(self, term: str) -> int:
        """Occurrences of `term` in the background, 0 if it is too rare to be listed."""
        row = self.rows.get(term)
        return 0 if row is None else int(self.count[row])

    def rarity(self, term: str) -> float:
        """Inverse document frequency in nats (Spärck Jones 1972), one document added."""
        from math import log

        row = self.rows.get(term)
        seen = 0 if row is None else int(self.spread[row])
        return max(0.0, log((self.documents + 1) / (seen + 1)))


def from_arrays(arrays: Any) -> Background:
    """The background from the arrays of its file."""
    terms = bytes(arrays["terms"]).decode().split("\n")
    tokens, documents = (int(total) for total in arrays["totals"])
    return Background(
        rows=dict(zip(terms, range(len(terms)), strict=True)),
        count=arrays["count"],
        spread=arrays["spread"],
        tokens=tokens,
        documents=documents,
    )


@cache
def default_background() -> Background:
    """The background that ships with the package, loaded once."""
    import numpy as np

    with (files("compare") / "data" / DATA).open("rb") as stream, np.load(stream) as arrays:
        return from_arrays(arrays)
