"""The theme terms of a piece, and apart from them the names in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log, log2

from compare.mining.keyness import CRITICAL, log_likelihood
from compare.themes.candidates import NAMES, Kind, inner_terms
from compare.themes.profile import INSISTENT, TermProfile, profile
from compare.themes.reference import TermReference, default_reference
from seeds import check
from seeds.language.analysis import Source
from seeds.plain import Plain

SPECIFIC = 4.0  # nats of document rarity that count as fully specific: one news item in 55


@dataclass(frozen=True, slots=True)
class Term(Plain):
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


def themes(piece: Source | TermProfile, *, limit: int = 12) -> tuple[Term, ...]:
    """The words and multi-word terms that a piece is about, the most telling first, without names.

    Ranked by log-likelihood against the background (Dunning 1993, Rayson and Garside 2000), so that stock
    vocabulary has to be much more frequent than usual to show; multi-word terms take the place of their words
    as in the C-value (Frantzi, Ananiadou and Mima 2000). Raises `UsageError` for a negative `limit`.
    """
    return _telling(piece, limit, names=False)


def names(piece: Source | TermProfile, *, limit: int = 12) -> tuple[Term, ...]:
    """The persons, places and bodies that a piece names more than the news at large do, as `themes` does."""
    return _telling(piece, limit, names=True)


def _telling(piece: Source | TermProfile, limit: int, *, names: bool) -> tuple[Term, ...]:
    check.count("limit", limit, least=0)
    ground = default_reference()
    source = piece if isinstance(piece, TermProfile) else profile(piece)
    found = _candidates(source, ground, names=names)
    found.sort(key=lambda term: (-_rank(term, source, ground), term.term))
    return tuple(_without_nested(found, source, limit))


def _candidates(source: TermProfile, ground: TermReference, *, names: bool) -> list[Term]:
    longer = _longest_around(source)
    found = (
        _term(term, source, ground)
        for term, kind in source.kinds.items()
        if (kind in NAMES if names else kind == "theme")
        and _established(term, source, ground)
        and (term not in source.parts or 4 * longer[term] < 3 * source.counts[term])
    )
    return [term for term in found if term.keyness >= CRITICAL]


def _longest_around(source: TermProfile) -> Counter[str]:
    """For every term the occurrences of the most frequent multi-word term around it.

    A run of words that mostly stands inside one longer run is a fragment of it: 数据企业 of 大数据企业.
    """
    around = Counter[str]()
    for phrase, parts in source.parts.items():
        for inner in inner_terms(parts):
            around[inner] = max(around[inner], source.counts[phrase])
    return around


def _established(term: str, source: TermProfile, ground: TermReference) -> bool:
    """Whether a run of words is a term: the background has it too, or the piece insists on it.

    Not if it cuts through a word at either end: 战书委员长 of 栗战书委员长.
    """
    words = source.parts.get(term)
    if words is None:
        return True
    first, last = source.wholes.get(words[0], words[0]), source.wholes.get(words[-1], words[-1])
    if not (term.startswith(first) and term.endswith(last)):
        return False
    return term in ground or source.counts[term] >= INSISTENT


def _rank(term: Term, source: TermProfile, ground: TermReference) -> float:
    """Keyness, more for terms of more words, less for those that stand in every other news item."""
    words = len(source.parts.get(term.term, (term.term,)))
    return term.keyness * log2(1 + words) * min(SPECIFIC, -log(ground.share(term.term)))


def _term(term: str, source: TermProfile, ground: TermReference) -> Term:
    here, there = source.counts[term], ground.occurrences(term)
    keyness = log_likelihood(here, source.size, there, ground.tokens)
    ratio = (here / source.size) / ((there + 0.5) / (ground.tokens + 0.5))
    return Term(term, source.kinds[term], here, keyness, ratio)


def _without_nested(ranked: Iterable[Term], source: TermProfile, limit: int) -> list[Term]:
    """The best terms as whole words, none of which stands inside another one that was taken, or around it."""
    taken: list[Term] = []
    for term in ranked:
        if len(taken) >= limit:
            break
        term = replace(term, term=source.shown(term.term))
        if not any(term.term in other.term or other.term in term.term for other in taken):
            taken.append(term)
    return taken


def group_terms(profiles: Sequence[TermProfile], *, limit: int) -> tuple[Term, ...]:
    """The theme terms of several pieces taken together, more for those that many of them use."""
    ground = default_reference()
    pooled = _pooled(profiles)
    members = Counter(term for p in profiles for term in p.counts)
    enough = min(2, len(profiles))

    def rank(term: Term) -> float:
        return _rank(term, pooled, ground) * members[term.term] / len(profiles)

    found = [term for term in _candidates(pooled, ground, names=False) if members[term.term] >= enough]
    return tuple(_without_nested(sorted(found, key=lambda term: (-rank(term), term.term)), pooled, limit))


def peculiar_terms(profiles: Sequence[TermProfile], *, limit: int) -> Iterator[tuple[Term, ...]]:
    """For every piece the terms, names among them, that set it apart from the other pieces and the background."""
    ground = default_reference()
    totals = Counter[str]()
    for p in profiles:
        totals.update(p.counts)
    size = sum(p.size for p in profiles)
    for p in profiles:
        ranked = []
        for term in (*_candidates(p, ground, names=False), *_candidates(p, ground, names=True)):
            there = totals[term.term] - term.count
            against = (
                log_likelihood(term.count, p.size, there, size - p.size) if size > p.size else term.keyness
            )
            if against > 0 and (against >= CRITICAL or not there):
                ranked.append((-_rank(term, p, ground) * min(1.0, against / term.keyness), term.term, term))
        yield tuple(_without_nested((term for _, _, term in sorted(ranked, key=lambda r: r[:2])), p, limit))


def _pooled(profiles: Sequence[TermProfile]) -> TermProfile:
    """The counts of several profiles as one, without a place in the term space."""
    counts = Counter[str]()
    for p in profiles:
        counts.update(p.counts)
    first = profiles[0]
    kinds = {term: kind for p in reversed(profiles) for term, kind in p.kinds.items()}
    parts = {term: words for p in reversed(profiles) for term, words in p.parts.items()}
    wholes = {term: whole for p in reversed(profiles) for term, whole in p.wholes.items()}
    spelled = {word: own for p in reversed(profiles) for word, own in p.spelled.items()}
    size = sum(p.size for p in profiles)
    return replace(
        first, size=size, counts=counts, kinds=kinds, parts=parts, wholes=wholes, weights={}, spelled=spelled
    )
