"""How much two pieces are about the same, and the terms that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.lazy_sequence import LazySequence
from compare.results import Theme
from compare.themes.candidates import NAMES, inner_terms
from compare.themes.percentile import percentile
from compare.themes.profile import TermProfile, profile
from compare.themes.reference import default_reference
from seeds.errors import UsageError
from seeds.language.variants import simplified
from seeds.plain import Plain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.themes.candidates import Kind
    from seeds.language.analysis import Source

    Copied = tuple[Sequence[str], Sequence[str]]

COMMON = 0.2
"""Share of the documents of one kind of writing from which a word names no common theme: 社会, 能力, 时代."""
RARE = 0.02
"""Share of documents below which a word names a common theme though a piece has it only once: 六中全会."""
LONG = 4
"""Characters of a term that names a common theme though both pieces have it only once: 保外就医, but not 恶化."""
MOST = 12
"""Common terms that are shown of a pair, at most."""


@dataclass(frozen=True, slots=True, repr=False)
class Overlap(Plain):
    """The thematic overlap of two pieces.

    `score` lies between 0 (nothing shared) and 1 (the same terms in the same proportion); `percentile` is the
    per cent of pairs of opinion pieces of such lengths, of different authors and days, that score less, None for a
    text without words. `terms` are the shared terms and `names` the shared persons, places and bodies, by weight
    and then by term; their weights are parts of the score and together do not exceed it.
    """

    score: float
    percentile: float | None
    terms: tuple[Theme, ...]
    names: tuple[Theme, ...] = ()

    def __repr__(self) -> str:
        return f"<Overlap {self.score:.3f}: {', '.join(theme.term for theme in self.terms[:3])}>"


def overlap(left: Source | TermProfile, right: Source | TermProfile, *, limit: int = MOST) -> Overlap:
    """The thematic overlap of two pieces, texts or ready-made profiles, with at most `limit` of its terms.

    The score is the cosine (Salton, Wong and Yang 1975) of their weighted words; it depends on nothing but
    the two. Raises `UsageError` for a negative `limit`.
    """
    if limit < 0:
        raise UsageError(f"a limit of {limit} terms makes no sense: give 0 or more")
    one = left if isinstance(left, TermProfile) else profile(left)
    two = right if isinstance(right, TermProfile) else profile(right)
    score = float(scores([one, two])[0, 1])
    terms, named = _explained(one, two)
    return Overlap(score, percentile(score, one, two), terms[:limit], named[:limit])


class CommonTerms(LazySequence[Theme]):
    """The terms and names of `overlap` for two profiles, the weightiest first.

    Worked out when they are first looked at: for most pairs of many pieces they never are. `copied` are the passages
    that either has from the other: what it has in these alone, it is not about.
    """

    __slots__ = ("_of", "_terms")

    def __init__(self, one: TermProfile, two: TermProfile, copied: Copied = ((), ())) -> None:
        self._of: tuple[TermProfile, TermProfile, Copied] | None = (one, two, copied)
        self._terms: tuple[Theme, ...] = ()

    def _made(self) -> tuple[Theme, ...]:
        of = self._of
        if of is not None:
            terms, names = _explained(*of)
            self._terms = tuple(sorted((*terms, *names), key=lambda theme: (-theme.weight, theme.term)))[
                :MOST
            ]
            self._of = None
        return self._terms

    def __getitem__(self, at: Any) -> Any:
        return self._made()[at]

    def __len__(self) -> int:
        return len(self._made())


def _explained(
    one: TermProfile, two: TermProfile, copied: Copied = ((), ())
) -> tuple[tuple[Theme, ...], tuple[Theme, ...]]:
    """The shared terms and the shared names, by weight, without those that either has in copied passages alone."""
    beside = [(piece.text, _beside(piece, parts)) for piece, parts in zip((one, two), copied, strict=True)]
    kinds: dict[str, set[Kind]] = {}
    weights: dict[str, float] = defaultdict(float)
    share = default_reference().share
    for term, weight in sorted(_folded(_shared(one, two), one, two).items()):
        fewer, more = sorted((one.counts[term], two.counts[term]))
        if fewer < 2 and (share(term) >= RARE or (more < 2 and len(term) < LONG)):
            continue  # said in passing
        if any(term in text and term not in rest for text, rest in beside):
            continue
        shown = _whole(term, one, two)
        weights[shown] += weight
        kinds.setdefault(shown, set()).update((one.kinds[term], two.kinds[term]))
    ranked = sorted(
        ((weight, term) for term, weight in weights.items()), key=lambda item: (-item[0], item[1])
    )
    ranked = [(weight, term) for weight, term in ranked if share(term) < COMMON]
    named = [(weight, term) for weight, term in ranked if kinds[term] & NAMES]
    themes = [
        (weight, term) for weight, term in ranked if not kinds[term] & NAMES and kinds[term] != {"hint"}
    ]
    return _apart(themes), _apart(named)


def _beside(piece: TermProfile, copied: Sequence[str]) -> str:
    """The text of a piece without copied passages; all of it where these are half of it or more."""
    beside = piece.text
    parts = {part for passage in copied for part in passage.split("\n") if part}
    for passage in sorted(parts, key=lambda part: (-len(part), part)):
        beside = beside.replace(simplified(passage).lower(), "\n")
    return beside if 2 * len(beside) > len(piece.text) else piece.text


def _apart(ranked: Iterable[tuple[float, str]]) -> tuple[Theme, ...]:
    """The terms, none inside another: what is left of a weightier one that it stands in, or holds, adds to it."""
    weights: dict[str, float] = {}
    for weight, term in ranked:
        nested = next((taken for taken in weights if term in taken or taken in term), term)
        weights[nested] = weights.get(nested, 0.0) + weight
    return tuple(
        Theme(term, weight) for term, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    )


def scores(profiles: Sequence[TermProfile]) -> NDArray[np.float64]:
    """The overlap scores of every two profiles, shape `(n, n)`.

    Word by word in one order, so that the score of two does not depend on the others.
    """
    holders: dict[str, tuple[list[int], list[float]]] = {}
    for row, found in enumerate(profiles):
        for word, weight in found.weights.items():
            rows, weights = holders.setdefault(word, ([], []))
            rows.append(row)
            weights.append(weight)
    result = np.zeros((len(profiles), len(profiles)))
    for word in sorted(holders):
        rows, weights = holders[word]
        if len(rows) == 1:
            result[rows[0], rows[0]] += weights[0] * weights[0]
        else:
            result[np.ix_(rows, rows)] += np.outer(weights, weights)
    return np.minimum(result, 1.0)


def _shared(one: TermProfile, two: TermProfile) -> dict[str, float]:
    """What every shared word adds to the score."""
    small, large = sorted((one.weights, two.weights), key=len)
    return {word: weight * large[word] for word, weight in small.items() if word in large}


def _folded(weights: Mapping[str, float], one: TermProfile, two: TermProfile) -> dict[str, float]:
    """`weights`, those of terms that both pieces mostly use inside a longer shared term given to that term."""
    folded = dict(weights)
    # Of the words of a term those that come first, whichever piece does.
    parts = {term: min(one.parts[term], two.parts[term]) for term in one.parts.keys() & two.parts.keys()}
    for phrase in sorted(parts, key=lambda term: (-len(parts[term]), term)):
        for term in dict.fromkeys(inner_terms(parts[phrase])):
            if term in folded and all(2 * p.counts[phrase] >= p.counts[term] for p in (one, two)):
                folded[phrase] = folded.get(phrase, 0.0) + folded.pop(term)
    return folded


def _whole(term: str, one: TermProfile, two: TermProfile) -> str:
    """The longer run that both pieces have the term in, or the term."""
    runs = {p.wholes[term] for p in (one, two) if term in p.wholes}
    return max(
        (run for run in runs if one.whole(term, run) and two.whole(term, run)),
        key=lambda run: (len(run), run),
        default=term,
    )
