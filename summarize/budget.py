"""How long a summary may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seeds.errors import UsageError

if TYPE_CHECKING:
    from summarize.document import Document


MOST = 2**53
"""No text has more: larger budgets mean all of it, and need not fit into a float."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much to choose: so many characters, sentences, or a share of the characters of the piece.

    Raises `UsageError` for less than one character or sentence, and for a share not above 0 or above 1.
    """

    amount: float
    unit: Literal["characters", "sentences", "ratio"] = "characters"

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount", min(self.amount, MOST))
        makes_sense = 0 < self.amount <= 1 if self.unit == "ratio" else self.amount >= 1
        if not makes_sense:
            what = "a share above 0 and up to 1" if self.unit == "ratio" else "one at least"
            raise UsageError(f"a summary of {self.amount:g} {self.unit} cannot be made: ask for {what}")

    def in_characters(self, document: Document) -> int:
        """The most characters a summary of `document` may have."""
        total = sum(map(len, document.texts))
        if self.unit == "sentences":
            return total
        return max(1, int(self.amount * total)) if self.unit == "ratio" else int(self.amount)

    def in_sentences(self, document: Document) -> int:
        """The most sentences a summary of `document` may have."""
        return int(self.amount) if self.unit == "sentences" else len(document.texts)
