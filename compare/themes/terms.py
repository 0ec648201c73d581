"""The theme terms of a piece, and apart from them the names in it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import log2
from typing import TYPE_CHECKING, Any

from compare.themes.background import Background, default_background
from compare.themes.keyness import CRITICAL, log_likelihood
from compare.themes.profile import Profile, profile
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.themes.candidates import Kind
    from seeds.piece import Piece


@dataclass(frozen=True, slots=True)
class Term:
    """A term that a piece uses more than the news at large do.

    `count` is its occurrences in the piece, `keyness` the log-likelihood G2 against the background, `ratio`
    how many times as frequent it is here as there (half an occurrence added there).
    """

    term: str
    kind: Kind
    count: int
    keyness: float
    ratio: float

    def __str__(self) -> str:
        return self.term

    def to_dict(self) -> dict[str, Any]:
        """The fields, floats rounded to 6 places."""
        return asdict(self) | {"keyness": round(self.keyness, 6), "ratio": round(self.ratio, 6)}


def themes(piece: Piece | str | Profile, *, limit: int = 12) -> tuple[Term, ...]:
    """The words and multi-word terms that a piece is about, the most telling first, without names.

    Ranked by log-likelihood against the background (Dunning 1993, Rayson and Garside 2000), so that stock
    vocabulary has to be much more frequent than usual to show; multi-word terms take the place of their words
    as in the C-value (Frantzi, Ananiadou and Mima 2000). Raises `UsageError` for a negative `limit`.
    """
    return _telling(piece, limit, names=False)


def names(piece: Piece | str | Profile, *, limit: int = 12) -> tuple[Term, ...]:
    """The persons, places and bodies that a piece names more than the news at large do, as `themes` does."""
    return _telling(piece, limit, names=True)


def _telling(piece: Piece | str | Profile, limit: int, *, names: bool) -> tuple[Term, ...]:
    if limit < 0:
        raise UsageError(f"a limit of {limit} terms makes no sense: give 0 or more")
    ground = default_background()
    source = piece if isinstance(piece, Profile) else profile(piece)
    found = [
        _term(term, source, ground)
        for term, kind in source.kinds.items()
        if (kind != "theme") == names and len(term) > 1
    ]
    found = [term for term in found if term.keyness >= CRITICAL]
    found.sort(key=lambda term: (-term.keyness * _length_bonus(term.term, source), term.term))
    return tuple(_without_nested(found, limit))


def _term(term: str, source: Profile, ground: Background) -> Term:
    here, there = source.counts[term], ground.occurrences(term)
    keyness = log_likelihood(here, source.size, there, ground.tokens)
    ratio = (here / source.size) / ((there + 0.5) / (ground.tokens + 0.5))
    return Term(term, source.kinds[term], here, keyness, ratio)


def _length_bonus(term: str, source: Profile) -> float:
    return log2(1 + len(source.parts.get(term, (term,))))


def _without_nested(ranked: Iterable[Term], limit: int) -> list[Term]:
    """The best terms, none of which stands mostly inside another one that was taken, or mostly around it."""
    taken: list[Term] = []
    for term in ranked:
        if len(taken) >= limit:
            break
        if all(_apart(term, other) for other in taken):
            taken.append(term)
    return taken


def _apart(one: Term, other: Term) -> bool:
    inner, outer = sorted((one, other), key=lambda term: len(term.term))
    return inner.term not in outer.term or 2 * outer.count < inner.count
