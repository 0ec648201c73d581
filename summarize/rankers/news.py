"""What editors' summaries of news and of technical articles have in common, learned from them.

Two steps, after the supervised bigram weights of Li, Qian and Liu (2013). Boosted trees score the
sentences by position, form, centrality and likeness to the title; a linear model gives each term, a
pair of characters, its chance to stand in the summary, by where it occurs and how those sentences scored.
Headlines add a third step: a linear model over the candidates of compression.
`benchmarks/train_summaries.py` made the weights.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from summarize.compress import Candidate, candidates
from summarize.document import Document
from summarize.features import sentence_features, term_features
from summarize.genre import argues
from summarize.headline_features import candidate_features
from summarize.headlines import as_headline, beginning, of_headings
from summarize.line import line_of, lines
from summarize.model import Forest, Linear, chance, weights
from summarize.rankers import Engine
from summarize.ranking import Ranking
from summarize.summary import Headline
from summarize.vectors import Floats

FROM_THE_TOP = 3
"""So many sentences at the beginning are always compressed for a headline,"""
BEST = 5
"""and so many of the best ones."""


class TermModel(NamedTuple):
    """Scores sentences, then terms, for one task."""

    sentences: Forest
    terms: Linear

    @classmethod
    def from_file(cls, name: str) -> TermModel:
        """From one weights file of the package."""
        data = weights(name)
        return cls(Forest.from_dict(data["sentences"]), Linear.from_dict(data["terms"]))

    def predict(self, document: Document, chars: int) -> tuple[Floats, Floats]:
        """The scores of the sentences and the chances of the terms; needs a sentence at least."""
        scores = self.sentences.predict(sentence_features(document, chars))
        odds = self.terms.predict(term_features(document, scores), chars, bool(document.title))
        return scores, chance(odds)


class News:
    """The trained ranker.

    A headline for a piece whose title is not seen is what editors put above such a text, of an opinion piece in whole
    clauses. Where the title is seen there is no need to say it again: then the line is the first headings of a report,
    or the best one that reads as a headline beside the title.
    """

    def rank(self, document: Document, chars: int) -> Ranking:
        """See `Engine.rank`."""
        if not document.texts:
            return Ranking([])
        scores, chances = _model("paragraph").predict(document, chars)
        return Ranking(scores.tolist(), chances)

    def headline(self, document: Document, chars: int) -> Headline:
        """See `Engine.headline`."""
        if not document.texts:
            return Headline("", (), complete=False)
        scores, chances = _model("headline").predict(document, chars)
        if document.title:
            line = of_headings(document, chars) or line_of(document, chars)
            return line or beginning(document, scores.tolist(), chars)
        found = headline_candidates(document, scores, chars)
        if argues(document):
            asked = {line.sentence for line in found}
            whole = {(line.sentence, line.stretches) for line in lines(document, chars, asked)}
            found = [line for line in found if (line.sentence, line.stretches) in whole] or found
        if not found:
            return beginning(document, scores.tolist(), chars)
        columns = candidate_features(document, found, scores, chances, chars)
        worth = _lines().predict(columns, chars, False)
        best = int(np.argmax(worth))
        return as_headline(document, found[best], float(worth[best]))


@cache
def _model(name: str) -> TermModel:
    return TermModel.from_file(name)


@cache
def _lines() -> Linear:
    return Linear.from_dict(weights("headline")["lines"])


def headline_candidates(document: Document, scores: Floats, chars: int) -> list[Candidate]:
    """The lines that the first and the best sentences leave, in the order of the piece."""
    best = np.argsort(-scores, kind="stable")[:BEST].tolist()
    numbers = sorted({*range(min(FROM_THE_TOP, len(scores))), *best})
    lines = [line for number in numbers for line in candidates(document.tagged[number], number, chars)]
    if lines:
        return lines
    return next(
        filter(
            None, (list(candidates(tagged, number, chars)) for number, tagged in enumerate(document.tagged))
        ),
        [],
    )


def engine() -> Engine:
    """The engine, for the registry."""
    return News()
