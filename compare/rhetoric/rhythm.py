"""How long the sentences and clauses of a piece are, and how much they vary."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, median, pstdev
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seeds.language.analysis import Analysis


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


def rhythm(read: Analysis) -> Rhythm:
    """The rhythm of a piece; all zero where it has no sentence with a character that counts."""
    lengths = tuple(size for sentence in read.sentences if (size := letters(sentence.text)))
    parts = [size for sentence in read.clauses for clause in sentence if (size := letters(clause.text))]
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
