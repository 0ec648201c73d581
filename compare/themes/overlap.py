"""How much two pieces are about the same, and the terms that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.comparison import Theme
from compare.themes.profile import Profile, profile
from seeds.errors import UsageError

if TYPE_CHECKING:
    from seeds.piece import Piece


@dataclass(frozen=True, slots=True)
class Overlap:
    """The thematic overlap of two pieces.

    `score` lies between 0 (nothing shared) and 1 (the same terms in the same proportion). `percentile` is
    the share, in per cent, of unrelated background pairs that score less, None if that is not known. `terms`
    are the shared terms, by weight and then by term; their weights are parts of the score.
    """

    score: float
    percentile: float | None
    terms: tuple[Theme, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data, floats rounded to 6 places."""
        return {
            "score": round(self.score, 6),
            "percentile": None if self.percentile is None else round(self.percentile, 6),
            "terms": [theme.to_dict() for theme in self.terms],
        }


def overlap(left: Piece | str | Profile, right: Piece | str | Profile, *, limit: int = 12) -> Overlap:
    """The thematic overlap of two pieces, texts or ready-made profiles, with at most `limit` of its terms.

    Raises `UsageError` for a negative `limit`.
    """
    if limit < 0:
        raise UsageError(f"a limit of {limit} terms makes no sense: give 0 or more")
    one = left if isinstance(left, Profile) else profile(left)
    two = right if isinstance(right, Profile) else profile(right)
    small, large = sorted((one.weights, two.weights), key=len)
    shared = {term: weight * large[term] for term, weight in small.items() if term in large}
    score = min(1.0, sum(shared[term] for term in sorted(shared)))
    parts = dict(one.parts) | dict(two.parts)
    ranked = sorted(_fold(shared, parts).items(), key=lambda item: (-item[1], item[0]))
    return Overlap(score, None, tuple(Theme(term, weight) for term, weight in ranked[:limit]))


def _fold(shared: dict[str, float], parts: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """Give what a multi-word term and its words add to the longest: 数字治理, not 数字 and 治理."""
    folded = dict(shared)
    taken: set[str] = set()
    for term in sorted(shared, key=lambda term: (-len(parts.get(term, ())), -shared[term], term)):
        if term in taken or term not in parts:
            continue
        for inner in [other for other in folded if other != term and other in term]:
            folded[term] += folded.pop(inner)
            taken.add(inner)
    return folded
