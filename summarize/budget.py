"""How long a summary may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seeds.errors import UsageError

if TYPE_CHECKING:
    from summarize.document import Document


@dataclass(frozen=True, slots=True)
class Budget:
    """How much to choose: so many characters, sentences, or a share of the characters of the piece."""

    amount: float
    unit: Literal["characters", "sentences", "ratio"] = "characters"

    def __post_init__(self) -> None:
        if not self.amount > 0 or (self.unit == "ratio" and self.amount > 1):
            raise UsageError(
                f"a summary of {self.amount:g} {self.unit} cannot be made: ask for more than none"
            )

    def in_characters(self, document: Document) -> int:
        """The most characters a summary of `document` may have."""
        total = sum(map(len, document.texts))
        if self.unit == "sentences":
            return total
        return int(self.amount * total) if self.unit == "ratio" else int(min(self.amount, 2**53))

    def in_sentences(self, document: Document) -> int:
        """The most sentences a summary of `document` may have."""
        return int(self.amount) if self.unit == "sentences" else len(document.texts)
