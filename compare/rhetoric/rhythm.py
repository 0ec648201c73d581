"""How long the sentences and clauses of a piece are, and how much they vary."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, median, pstdev
from typing import TYPE_CHECKING, Any

from seeds.language.units import clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seeds.page import Excerpt


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Lengths in characters, space and marks not counted.

    `lengths` are the sentences in order; `variation` is their coefficient of variation (standard deviation
    over mean); `clause` is the mean clause, `four` the share of clauses of just four characters.
    """

    lengths: tuple[int, ...]
    mean: float
    median: float
    variation: float
    clause: float
    four: float

    def to_dict(self) -> dict[str, Any]:
        """All fields, rounded to six places."""
        return {
            "lengths": list(self.lengths),
            "mean": round(self.mean, 6),
            "median": round(self.median, 6),
            "variation": round(self.variation, 6),
            "clause": round(self.clause, 6),
            "four": round(self.four, 6),
        }


def rhythm(sentences: Sequence[Excerpt]) -> Rhythm:
    """The rhythm of some sentences; all zero where there are none with a character that counts."""
    lengths = tuple(size for sentence in sentences if (size := letters(sentence.text)))
    parts = [size for s in sentences for clause in clauses(s) if (size := letters(clause.text))]
    if not lengths or not parts:
        return Rhythm((), 0.0, 0.0, 0.0, 0.0, 0.0)
    mean = fmean(lengths)
    return Rhythm(
        lengths,
        mean,
        float(median(lengths)),
        pstdev(lengths) / mean,
        fmean(parts),
        sum(size == 4 for size in parts) / len(parts),
    )


def letters(text: str) -> int:
    """Characters that are letters, Chinese characters or digits."""
    return sum(map(str.isalnum, text))
