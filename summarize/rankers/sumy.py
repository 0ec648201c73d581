"""The rankers of sumy, on our sentences and words; needs the extra `sumy`.

Its summarizers rate sentences and pick the best ones in one method each; only the picking is replaced.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import Any

from summarize.document import Document
from summarize.rankers import Engine
from summarize.ranking import ForeignRanker

_CLASSES = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
}


class _Words:
    """What a sentence of sumy asks for its words."""

    def __init__(self, document: Document) -> None:
        self._words = {
            text: tuple(word for word, _ in tagged if any(map(str.isalnum, word)))
            for text, tagged in zip(document.texts, document.tagged, strict=True)
        }

    def to_words(self, text: str) -> tuple[str, ...]:
        return self._words[text]


def _ratings(sentences: Any, _: Any, rating: Any, *given: Any, **named: Any) -> list[float]:
    """In the place of `_get_best_sentences`: what each sentence is rated, without picking."""
    if isinstance(rating, dict):
        return [float(rating[sentence]) for sentence in sentences]
    return [float(rating(sentence, *given, **named)) for sentence in sentences]


class Sumy(ForeignRanker):
    """One of the summarizers of sumy."""

    def __init__(self, variant: str) -> None:
        self.name = f"sumy-{variant}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._dom: Any = import_module("sumy.models.dom")
            module, name = _CLASSES[variant]
            summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)
        rater = type(name, (summarizer,), {"_get_best_sentences": staticmethod(_ratings)})
        self._rater: Any = rater()

    def foreign_scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`. Sentences without a word score 0."""
        words = _Words(document)
        spoken = [place for place, text in enumerate(document.texts) if words.to_words(text)]
        scores = [0.0] * len(document.texts)
        if spoken:
            sentences = [self._dom.Sentence(document.texts[place], words) for place in spoken]
            model = self._dom.ObjectDocumentModel([self._dom.Paragraph(sentences)])
            with warnings.catch_warnings():  # about few words, for one
                warnings.simplefilter("ignore")
                ratings = self._rater(model, len(sentences))
            for place, rating in zip(spoken, ratings, strict=True):
                scores[place] = round(rating, 12)  # its sets have no fixed order, nor have its sums
        return scores


def engine(variant: str) -> Engine:
    """The engine, for the registry."""
    return Sumy(variant)
