"""textrank4zh's own words, similarities and ranking, on our sentences.

textrank4zh 0.3 calls `networkx.from_numpy_matrix`, which is gone since networkx 3, and needs scipy without
saying so. Only the PageRank behind it is replaced here, by one that gives the same scores; nothing of
textrank4zh or networkx is changed for anybody else.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from seeds.language.tokens import fold
from summarize.document import Document
from summarize.pagerank import pagerank
from summarize.rankers import Engine
from summarize.ranking import ForeignRanker, answering_for

SHORTEST = 6
"""Its `sentence_min_len`."""


@contextmanager
def _quiet_jieba() -> Iterator[None]:
    """No word from jieba, which says on standard error that it loads its dictionary."""
    log = logging.getLogger("jieba")
    level = log.level
    log.setLevel(logging.WARNING)
    try:
        yield
    finally:
        log.setLevel(level)


class TextRank4ZH(ForeignRanker):
    """The ranking of `TextRank4Sentence.analyze(text, lower=False, source="no_stop_words")`."""

    name = "textrank4zh"

    def __init__(self) -> None:
        with warnings.catch_warnings():  # about its escapes and a file it leaves open
            warnings.simplefilter("ignore")
            from textrank4zh import TextRank4Sentence, util

            segmentation = TextRank4Sentence().seg
        self._segmentation: Any = segmentation
        self._words = segmentation.ws
        self._similarity: Any = util.get_similarity

    def foreign_scores(self, document: Document) -> list[float]:
        """See `SentenceRanker.scores`. Time grows with the square of the sentences, as it does there."""
        with _quiet_jieba():
            texts = [fold(text) for text in document.texts]
            words = self._words.segment_sentences(
                sentences=texts, lower=False, use_stop_words=True, use_speech_tags_filter=False
            )
        return self._ranks(words)

    def as_run(self, text: str) -> list[str]:
        """See `summarize.plain`: `TextRank4Sentence.analyze(text)` and `get_key_sentences`, of six characters on."""
        with answering_for(self.name), _quiet_jieba():
            result = self._segmentation.segment(text=text, lower=False)
            scores = self._ranks(result.words_no_stop_words)
        order = sorted(range(len(scores)), key=lambda number: (-round(scores[number], 12), number))
        return [result.sentences[number] for number in order if len(result.sentences[number]) >= SHORTEST]

    def _ranks(self, words: Any) -> list[float]:
        graph = np.zeros((len(words), len(words)))
        for row, left in enumerate(words):
            for column in range(row, len(words)):
                graph[row, column] = graph[column, row] = self._similarity(left, words[column])
        return [float(score) for score in pagerank(graph)]


def engine() -> Engine:
    """The engine, for the registry."""
    return TextRank4ZH()
