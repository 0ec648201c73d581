"""Two corpora against each other: which words and set phrases mark one of them.

Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008) rank by z-score, so that rare words do
not lead as ratios would have it and common ones do not as G2 would; G2 (Dunning 1993) stands beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from compare.mining.formulas import folded_forms, held_phrases, joined
from compare.mining.keyness import log_likelihood, log_odds
from compare.mining.symbols import Lettered
from compare.themes.reference import default_reference
from seeds import check
from seeds.errors import UsageError
from seeds.language.characters import HAN
from seeds.language.tokens import Tokenizer, default_tokenizer
from seeds.language.variants import simplified
from seeds.page import Piece
from seeds.plain import plain_fields

PRIOR, LEAST_PRIOR = 0.1, 1000.0
"""The prior weighs as much as this share of the words of both corpora, and as so many words at least. It is drawn half
from the news of the reference, half from the two corpora together: what is new to the news is not held against it."""
SPREAD = 2
"""Articles of its corpus that hold a term at least: what one article says again and again marks only that."""
_WORD = re.compile(rf"[{HAN}]{{2,}}|[A-Za-z]{{2,}}")
_SCHEMA = "oped/keyness/1"


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A word or set phrase with its uses in both corpora.

    `z` is the z-score of its log-odds ratio `log_odds`, above 0 where the first corpus has it more often; 1.96 is what
    chance passes once in forty times. `g2` is the log-likelihood ratio with the same sign.
    """

    term: str
    kind: Literal["word", "formula"]
    here: int
    there: int
    per_million_here: float
    per_million_there: float
    log_odds: float
    z: float
    g2: float

    def to_dict(self) -> dict[str, Any]:
        """All fields, figures to three places."""
        return plain_fields(self, 3)


@dataclass(frozen=True, slots=True, repr=False)
class Contrast:
    """The terms of two corpora, those that mark the first most strongly first; `articles` and `words` of both."""

    articles: tuple[int, int]
    words: tuple[int, int]
    terms: tuple[KeyTerm, ...]

    def __repr__(self) -> str:
        return f"<Contrast of {self.articles[0]} and {self.articles[1]} articles: {len(self.terms)} terms>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/keyness/1` schema."""
        return {"schema": _SCHEMA, **plain_fields(self)}


def contrast(
    here: Iterable[Piece | str],
    there: Iterable[Piece | str],
    *,
    least: int = 5,
    stopwords: Collection[str] = (),
    tokenizer: Tokenizer | None = None,
) -> Contrast:
    """The words and set phrases of two corpora with at least `least` uses in both together, by z-score.

    Words of one character do not count as terms, nor does what stands in one article of a corpus only; a word that is
    a set phrase is told as that, and traditional characters are taken for simplified ones. Raises `UsageError` for a
    corpus without words, and `least` below 1.
    """
    check.count("least", least)
    tokenizer = tokenizer or default_tokenizer()
    sides = [_Side.of(texts, tokenizer) for texts in map(partial(check.several, "a corpus"), (here, there))]
    sizes = tuple(side.words.total() for side in sides)
    if not all(sizes):
        raise UsageError("a corpus has no words: give two with articles")
    formulas = _formulas([text for side in sides for text in side.texts], len(sides[0].texts), tokenizer)
    reference = default_reference()
    whole = sum(sizes)
    weight = max(LEAST_PRIOR, PRIOR * whole)
    found = []
    for kind, counts in (("word", [side.words for side in sides]), ("formula", formulas[0])):
        spread = [side.spread for side in sides] if kind == "word" else formulas[1]
        for term in sorted(set(counts[0]) | set(counts[1])):
            one, other = counts[0][term], counts[1][term]
            wanted = one + other >= least and max(spread[0][term], spread[1][term]) >= SPREAD
            told = kind == "word" and (not _WORD.fullmatch(term) or any(term in uses for uses in formulas[0]))
            if not wanted or told or term in stopwords:
                continue
            prior = weight * (reference.occurrences(term) / reference.tokens + (one + other) / whole) / 2
            odds, z = log_odds(one, sizes[0], other, sizes[1], prior, weight)
            rates = 1e6 * one / sizes[0], 1e6 * other / sizes[1]
            g2 = log_likelihood(one, sizes[0], other, sizes[1])
            found.append(
                KeyTerm(term, "word" if kind == "word" else "formula", one, other, *rates, odds, z, g2)
            )
    found.sort(key=lambda term: (-term.z, term.term))
    return Contrast((len(sides[0].texts), len(sides[1].texts)), (sizes[0], sizes[1]), tuple(found))


@dataclass(frozen=True, slots=True)
class _Side:
    """A corpus: its texts, its words, and how many articles hold each."""

    texts: list[str]
    words: Counter[str]
    spread: Counter[str]

    @classmethod
    def of(cls, articles: Iterable[Piece | str], tokenizer: Tokenizer) -> _Side:
        texts, words, spread = [], Counter[str](), Counter[str]()
        for article in articles:
            text = simplified(article if isinstance(article, str) else article.body)
            cut = [word for word in tokenizer.cut(text) if word[0].isalnum()]
            texts.append(text)
            words.update(cut)
            spread.update(set(cut))
        return cls(texts, words, spread)


def _formulas(
    texts: Sequence[str], first: int, tokenizer: Tokenizer
) -> tuple[list[Counter[str]], list[Counter[str]]]:
    """The uses of the set phrases of both corpora in each, each in its fullest form, and the articles with them."""
    uses, spread = [Counter[str](), Counter[str]()], [Counter[str](), Counter[str]()]
    corpus = Lettered.of((str(number), text) for number, text in enumerate(texts))
    found = joined(held_phrases(corpus, tokenizer=tokenizer))
    fullest = {phrase.text for phrase in folded_forms([phrase for phrase, _, _ in found], tokenizer)}
    for phrase, held, times in found:
        if phrase.text not in fullest:
            continue
        for number, count in zip(held.tolist(), times.tolist(), strict=True):
            side = int(number >= first)
            uses[side][phrase.text] += count
            spread[side][phrase.text] += 1
    return uses, spread
