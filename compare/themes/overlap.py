"""How much two pieces are about the same, and the terms that say so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.comparison import Theme
from compare.themes.candidates import NAMES, inner_terms
from compare.themes.percentile import percentile
from compare.themes.profile import Profile, pair_codes, profile
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from compare.themes.candidates import Kind
    from seeds.page import Piece

_COLUMNS = 4096  # terms compared at a time: bounds the memory to this many numbers a piece


@dataclass(frozen=True, slots=True)
class Overlap:
    """The thematic overlap of two pieces.

    `score` lies between 0 (nothing shared) and 1 (the same terms in the same proportion); `percentile` is
    the share, in per cent, of background pairs of these lengths that score less, None for a text without words.
    `terms` are the shared terms and `names` the shared persons, places and bodies, by weight and then by
    term; their weights are parts of the score and together do not exceed it.
    """

    score: float
    percentile: float | None
    terms: tuple[Theme, ...]
    names: tuple[Theme, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data, floats rounded to 6 places."""
        return {
            "score": round(self.score, 6),
            "percentile": None if self.percentile is None else round(self.percentile, 6),
            "terms": [theme.to_dict() for theme in self.terms],
            "names": [theme.to_dict() for theme in self.names],
        }


def overlap(left: Piece | str | Profile, right: Piece | str | Profile, *, limit: int = 12) -> Overlap:
    """The thematic overlap of two pieces, texts or ready-made profiles, with at most `limit` of its terms.

    The score is the cosine (Salton, Wong and Yang 1975) in a joined space of content words, multi-word terms,
    character pairs and latent directions, weighted by rarity in the background. Raises `UsageError` for a
    negative `limit`.
    """
    if limit < 0:
        raise UsageError(f"a limit of {limit} terms makes no sense: give 0 or more")
    one = left if isinstance(left, Profile) else profile(left)
    two = right if isinstance(right, Profile) else profile(right)
    shared = _shared_terms(one, two)
    pairs = _shared_pairs(one, two)
    score = sum(shared[term] for term in sorted(shared)) + sum(pairs.values()) + _latent(one, two)
    parts = _parts(shared, one, two)
    explained = _folded(_with_pairs(shared, pairs, parts), parts, one, two)
    kinds: dict[str, set[Kind]] = {}
    weights: dict[str, float] = defaultdict(float)
    for term in sorted(explained):
        whole = one.wholes.get(term, term)
        shown = whole if whole == two.wholes.get(term, term) else term
        weights[shown] += explained[term]
        kinds.setdefault(shown, set()).update((one.kinds[term], two.kinds[term]))
    ranked = sorted(
        ((weight, term) for term, weight in weights.items()), key=lambda item: (-item[0], item[1])
    )
    names = tuple(Theme(term, weight) for weight, term in ranked if kinds[term] & NAMES)
    themes = tuple(
        Theme(term, weight) for weight, term in ranked if "theme" in kinds[term] and not kinds[term] & NAMES
    )
    score = min(1.0, score)
    return Overlap(score, percentile(score, one.size, two.size), themes[:limit], names[:limit])


def scores(profiles: Sequence[Profile]) -> NDArray[np.float64]:
    """The overlap scores of every two profiles, shape `(n, n)`: those of `overlap`, many times as fast."""
    n = len(profiles)
    if not n:
        return np.zeros((0, 0))
    latent = np.array([p.latent for p in profiles])
    result: NDArray[np.float64] = np.maximum(latent @ latent.T, 0)
    numbers: dict[str, int] = {}
    term_columns = [
        np.array([numbers.setdefault(t, len(numbers)) for t in p.weights], dtype=np.int64) for p in profiles
    ]
    _add_products(result, term_columns, [np.array(list(p.weights.values())) for p in profiles])
    codes = np.unique(np.concatenate([p.codes for p in profiles]))
    pair_columns = [np.searchsorted(codes, p.codes) for p in profiles]
    _add_products(result, pair_columns, [p.pair_weights for p in profiles])
    return np.minimum(result, 1.0)


def _add_products(
    result: NDArray[np.float64], columns: Sequence[NDArray[np.int64]], values: Sequence[NDArray[np.float64]]
) -> None:
    """Add the scalar products of sparse rows to `result`, a block of columns at a time."""
    column, value = np.concatenate(columns), np.concatenate(values)
    if not len(column):
        return
    row = np.repeat(np.arange(len(columns)), [len(part) for part in columns])
    spread = np.bincount(column)
    often = spread[column] > 1
    alone = np.bincount(row[~often], weights=value[~often] ** 2, minlength=len(columns))
    result[np.diag_indices(len(columns))] += alone
    places = np.cumsum(spread > 1) - 1
    column, row, value = places[column[often]], row[often], value[often]
    order = np.argsort(column, kind="stable")
    column, row, value = column[order], row[order], value[order]
    for start in range(0, int(places[-1]) + 1, _COLUMNS):
        low, high = np.searchsorted(column, [start, start + _COLUMNS])
        block = np.zeros((len(columns), _COLUMNS))
        block[row[low:high], column[low:high] - start] = value[low:high]
        result += block @ block.T


def _latent(one: Profile, two: Profile) -> float:
    """What the latent directions add; nothing where they point apart, so that every part of a score adds to it."""
    return max(0.0, float(one.latent @ two.latent))


def _shared_terms(one: Profile, two: Profile) -> dict[str, float]:
    small, large = sorted((one.weights, two.weights), key=len)
    return {term: weight * large[term] for term, weight in small.items() if term in large}


def _shared_pairs(one: Profile, two: Profile) -> dict[int, float]:
    codes, here, there = np.intersect1d(one.codes, two.codes, assume_unique=True, return_indices=True)
    products = one.pair_weights[here] * two.pair_weights[there]
    return dict(zip(codes.tolist(), products.tolist(), strict=True))


def _parts(shared: Iterable[str], one: Profile, two: Profile) -> dict[str, tuple[str, ...]]:
    """The words of the shared multi-word terms, whichever piece comes first."""
    cuts = {term: [p.parts[term] for p in (one, two) if term in p.parts] for term in shared}
    return {term: min(found) for term, found in cuts.items() if found}


def _with_pairs(
    shared: Mapping[str, float], pairs: Mapping[int, float], parts: Mapping[str, tuple[str, ...]]
) -> dict[str, float]:
    """What every shared term adds to the score, with its part of the character pairs that lie inside it."""
    holders: dict[int, list[str]] = defaultdict(list)
    for word in sorted(shared.keys() - parts.keys()):
        for code in set(pair_codes(word).tolist()):
            holders[code].append(word)
    weights = dict(shared)
    for code in sorted(holders):
        for word in holders[code]:
            weights[word] += pairs.get(code, 0.0) / len(holders[code])
    return weights


def _folded(
    weights: Mapping[str, float], parts: Mapping[str, tuple[str, ...]], one: Profile, two: Profile
) -> dict[str, float]:
    """Give the weight of words that both pieces mostly use inside a shared multi-word term to that term."""
    folded = dict(weights)
    for phrase in sorted(parts, key=lambda term: (-len(parts[term]), -weights[term], term)):
        if phrase not in folded:
            continue
        for inner in inner_terms(parts[phrase]):
            if inner in folded and all(2 * p.counts[phrase] >= p.counts[inner] for p in (one, two)):
                folded[phrase] += folded.pop(inner)
    return folded
