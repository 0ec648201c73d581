"""How long a summary may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seeds import check

if TYPE_CHECKING:
    from summarize.document import Document


CHARS = 120
"""Characters of a paragraph if nothing is said."""
FEWEST, MOST = 80, 200
"""A paragraph that is as long as its piece deserves has so many characters."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much to choose: so many characters, sentences, or a share of the characters of the piece.

    Or as much as the piece deserves, `amount` characters at most: see `summarize.choice.deserved`. An engine that
    does not tell what a sentence is worth has `CHARS` for it, or its best sentence whole if that fits.

    Raises `UsageError` for less than one character or sentence, and for a share not above 0 or above 1.
    """

    amount: float
    unit: Literal["characters", "sentences", "ratio", "deserved"] = "characters"

    def __post_init__(self) -> None:
        if self.unit == "ratio":
            amount = check.number("ratio", self.amount, most=1)
        else:
            amount = check.count("sentences" if self.unit == "sentences" else "chars", self.amount)
        object.__setattr__(self, "amount", amount)

    def in_characters(self, document: Document) -> int:
        """The most characters a summary of `document` may have."""
        if self.unit == "deserved":
            return min(CHARS, int(self.amount))
        total = sum(map(len, document.texts))
        if self.unit == "sentences":
            return total
        return max(1, int(self.amount * total)) if self.unit == "ratio" else int(self.amount)

    def in_sentences(self, document: Document) -> int:
        """The most sentences a summary of `document` may have."""
        return int(self.amount) if self.unit == "sentences" else len(document.texts)
