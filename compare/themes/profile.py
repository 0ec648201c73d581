"""A piece as counted and weighted terms: what `themes` lists and `overlap` compares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from compare.themes.candidates import Kind, joined, kind_of, phrases, words
from compare.themes.space import TermSpace, default_space
from seeds.errors import UsageError
from seeds.language.tokens import default_tokenizer, fold
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from seeds.language.tokens import Tokenizer

TERMS, PAIRS, LATENT = 1.0, 1.0, 0.1
"""What the parts of the joined space add to a score: terms, character pairs, latent directions."""
PHRASE = 0.7
"""Weight of a multi-word term beside its words, which count as well."""

_PAIR_SHIFT = np.uint64(21)  # bits of a code point


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The terms of a piece and its place in the joined term space.

    `counts` are occurrences of words and multi-word terms; `size` the number of words; `kinds` tells the names
    from the themes; `parts` the words of each multi-word term; `wholes` the longer word that a word of this text is cut
    out of (一带一路 for 一带); `codes` the distinct character pairs, ascending,
    with their `pair_counts`. `weights`, `pair_weights` and `latent` together are a vector of length 1, or
    empty and zero for a text without words.
    """

    size: int
    counts: Mapping[str, int]
    kinds: Mapping[str, Kind]
    parts: Mapping[str, tuple[str, ...]]
    wholes: Mapping[str, str]
    codes: NDArray[np.uint64]
    pair_counts: NDArray[np.int64]
    weights: Mapping[str, float]
    pair_weights: NDArray[np.float64]
    latent: NDArray[np.float64]


def text_of(piece: Piece | str) -> str:
    """What counts for the themes: title, kicker, decks, headings and body; no names of authors, no notes."""
    if isinstance(piece, str):
        return piece
    if not isinstance(piece, Piece):
        raise UsageError(f"themes are of a Piece or a text, not of {type(piece).__name__}")
    fields = (piece.title, piece.kicker or "", *piece.decks, *(p.text for p in piece.paragraphs))
    return "\n".join(fields)


def profile(
    piece: Piece | str, *, tokenizer: Tokenizer | None = None, space: TermSpace | None = None
) -> Profile:
    """The term profile of a piece or a text, in the space that ships with oped unless another is given."""
    ground = space or default_space()
    text = fold(text_of(piece))
    tagged = (tokenizer or default_tokenizer()).tag(text)
    votes: dict[str, Counter[Kind]] = {}
    counts: Counter[str] = Counter()
    for word, tag in words(tagged):
        counts[word] += 1
        kind = kind_of(word, tag)
        if kind == "wording" and tag == "v" and len(word) > 1 and ground.names_action(word):
            kind = "theme"
        votes.setdefault(word, Counter())[kind] += 1
    size = counts.total()
    kinds: dict[str, Kind] = {
        word: max(vote, key=lambda kind: (vote[kind], kind)) for word, vote in votes.items()
    }
    parts = {}
    for sequence, times in phrases(tagged, ground.is_nominal).items():
        term = joined(sequence)
        if term not in counts and (times > 1 or term in ground.rows):
            counts[term] = times
            parts[term] = sequence
            kinds[term] = "theme"
    low = text.lower()
    wholes = {
        word: ground.wholes[word]
        for word in counts
        if word in ground.wholes and 10 * low.count(ground.wholes[word]) >= 9 * counts[word]
    }
    codes, pair_counts = np.unique(pair_codes(text), return_counts=True)
    latent = _latent(counts, parts, ground)
    bare = Profile(
        size, dict(counts), kinds, parts, wholes, codes, pair_counts, {}, np.zeros(len(codes)), latent
    )
    return weighed(bare, ground.rate, ground.pair_rates(codes))


def pair_codes(text: str) -> NDArray[np.uint64]:
    """The pairs of adjacent Chinese characters, Latin letters and digits of a text, in order, as codes."""
    points = np.frombuffer(text.lower().encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    kept = (points >= 0x3400) & (points <= 0x9FFF) | (points >= 0x20000) & (points <= 0x3FFFF)
    kept |= (points >= ord("a")) & (points <= ord("z")) | (points >= ord("0")) & (points <= ord("9"))
    both = kept[:-1] & kept[1:]
    codes: NDArray[np.uint64] = (points[:-1][both] << _PAIR_SHIFT) | points[1:][both]
    return codes


def weighed(bare: Profile, rate: Callable[[str], float], pair_rates: NDArray[np.float64]) -> Profile:
    """`bare` with weights against the given rates of occurrence, every part of the space scaled to its share.

    A term weighs (1 + ln n) ln(n / e), where n is its occurrences and e those expected in a text of this length:
    sublinear frequency times the log ratio (Hardie 2014), nothing for what is no more frequent than usual.
    """
    weights = {}
    for term, times in bare.counts.items():
        surplus = log(times / (bare.size * rate(term)))
        if surplus > 0:
            weight = (1 + log(times)) * surplus
            weights[term] = weight * PHRASE if term in bare.parts else weight
    surpluses = np.log(bare.pair_counts / (max(bare.size, 1) * pair_rates))
    pair_weights = (1 + np.log(bare.pair_counts)) * np.maximum(surpluses, 0)
    blocks = (
        (TERMS, sqrt(sum(w * w for w in weights.values()))),
        (PAIRS, float(np.sqrt(pair_weights @ pair_weights))),
        (LATENT, float(np.sqrt(bare.latent @ bare.latent))),
    )
    total = sum(share for share, length in blocks if length)
    terms, pairs, latent = (sqrt(share / total) / length if length else 0.0 for share, length in blocks)
    return replace(
        bare,
        weights={term: weight * terms for term, weight in weights.items()},
        pair_weights=pair_weights * pairs,
        latent=bare.latent * latent,
    )


def _latent(
    counts: Mapping[str, int], parts: Mapping[str, tuple[str, ...]], ground: TermSpace
) -> NDArray[np.float64]:
    """The direction in the latent space: the weighted sum of the words' vectors, less the background's mean."""
    found = [
        (row, 1 + log(times))
        for term, times in counts.items()
        if term not in parts and (row := ground.rows.get(term, len(ground.vectors))) < len(ground.vectors)
    ]
    if not found:
        return np.zeros(ground.vectors.shape[1])
    rows = np.array([row for row, _ in found])
    rarity = np.log(ground.documents / ground.spread[rows])
    weights = np.array([weight for _, weight in found]) * rarity * ground.scale[rows]
    direction: NDArray[np.float64] = weights @ ground.vectors[rows].astype(np.float64)
    length = float(np.sqrt(direction @ direction))
    return direction / length - ground.centre if length else direction
