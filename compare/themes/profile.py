"""A piece as counted and weighted terms: what `themes` lists and `overlap` compares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from compare.themes.background import Background, default_background
from compare.themes.candidates import Kind, joined, kind_of, phrases, words
from seeds.errors import UsageError
from seeds.piece import Piece
from seeds.tokens import default_tokenizer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seeds.tokens import Tokenizer

PHRASE_WEIGHT = 0.5
"""Weight of a multi-word term beside its words, which count as well."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The terms of a piece.

    `counts` are occurrences; `weights` the weights in the term space, of length 1 together (empty for a text
    without words); `size` the number of words; `kinds` tells the names from the themes; `parts` the words of
    each multi-word term.
    """

    counts: Mapping[str, int]
    weights: Mapping[str, float]
    size: int
    kinds: Mapping[str, Kind]
    parts: Mapping[str, tuple[str, ...]]


def text_of(piece: Piece | str) -> str:
    """What counts for the themes: title, kicker, decks, headings and body; no names of authors, no notes."""
    if isinstance(piece, str):
        return piece
    if not isinstance(piece, Piece):
        raise UsageError(f"themes are of a Piece or a text, not of {type(piece).__name__}")
    fields = (piece.title, piece.kicker or "", *piece.decks, *(p.text for p in piece.paragraphs))
    return "\n".join(fields)


def profile(
    piece: Piece | str, *, tokenizer: Tokenizer | None = None, background: Background | None = None
) -> Profile:
    """The term profile of a piece or a text."""
    ground = background or default_background()
    tagged = (tokenizer or default_tokenizer()).tag(text_of(piece))
    votes: dict[str, Counter[Kind]] = {}
    counts: Counter[str] = Counter()
    for word, tag in words(tagged):
        counts[word] += 1
        votes.setdefault(word, Counter())[kind_of(word, tag)] += 1
    size = counts.total()
    kinds = {word: max(sorted(vote), key=lambda kind: vote[kind]) for word, vote in votes.items()}
    parts = {}
    for sequence, times in phrases(tagged).items():
        term = joined(sequence)
        if term not in counts and (times > 1 or term in ground.rows):
            counts[term] = times
            parts[term] = sequence
            kinds[term] = "theme"
    return Profile(dict(counts), _weigh(counts, parts, ground), size, kinds, parts)


def _weigh(
    counts: Mapping[str, int], parts: Mapping[str, tuple[str, ...]], ground: Background
) -> dict[str, float]:
    """Sublinear term frequency times rarity, scaled to unit length."""
    weights = {}
    for term, times in counts.items():
        if len(term) > 1:
            weight = (1 + log(times)) * ground.rarity(term)
            weights[term] = weight * PHRASE_WEIGHT if term in parts else weight
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items() if weight} if length else {}
