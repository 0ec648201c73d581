"""What the learned ranker sees of a document: one row of numbers a sentence, one a term.

Everything is cheap, linear in the length of the text and made from the document alone. Trained weights name
the features they are for, so that weights for other features fail instead of being misread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from summarize.document import Document, once
from summarize.lexicon import DIGIT, words
from summarize.vectors import Flags, Floats, TermIndex, standardised, totals

CUES = (
    *("says", "says_early", "asks", "exclaims", "unended", "quotes", "names_title", "colon"),
    *("i", "we", "you", "commas", "list_marks", "digits", "head_time", "head_noun", "head_place"),
    *("head_person", "head_preposition", "head_verb", "head_number"),
)
"""What the marks and words of a sentence tell, in the order of `_cues`."""

STANDARDISED = (
    *("centrality", "centroid", "mean_count", "mean_spread", "title_covered", "title_weight", "log_length"),
)
"""Sentence features that also count relative to the other sentences of the document."""

WORD_KINDS = ("noun", "verb", "name", "number", "pronoun", "adjective", "adverb", "function", "mark", "latin")


class _Kinds(dict[str, int]):
    def __missing__(self, tag: str) -> int:
        return self.get(tag[:1], 8)


KIND_OF_TAG = _Kinds(
    {
        **dict.fromkeys(("nr", "ns", "nt", "nz", "nrt", "nrfg"), 2),
        **dict.fromkeys("njliszbh", 0),
        **dict.fromkeys("v", 1),
        **dict.fromkeys("mtq", 3),
        **dict.fromkeys("r", 4),
        **dict.fromkeys("a", 5),
        **dict.fromkeys("d", 6),
        **dict.fromkeys("upcyofekg", 7),
        **dict.fromkeys("xw", 8),
        "eng": 9,
    }
)
"""The place in `WORD_KINDS` of a word with this part of speech."""


class TaggedCharacters:
    """The words of a document spread over the characters of its joined sentences."""

    def __init__(self, document: Document) -> None:
        tagged = [pair for sentence in document.tagged for pair in sentence]
        lengths = np.array([len(word) for word, _ in tagged], dtype=np.int64)
        kinds = np.array([KIND_OF_TAG[tag] for _, tag in tagged], dtype=np.int64)
        self.word = np.repeat(np.arange(len(tagged)), lengths)
        self.kind = np.repeat(kinds, lengths)
        owners = np.repeat(np.arange(len(document.tagged)), [len(sentence) for sentence in document.tagged])
        size = len(document.tagged)
        table = np.bincount(owners * len(WORD_KINDS) + kinds, minlength=size * len(WORD_KINDS))
        self.shares = table.reshape(size, -1) / np.maximum(np.bincount(owners, minlength=size), 1)[:, None]
        """Of each sentence, the share of its words that is of each kind."""


_tagged_characters = once(TaggedCharacters)


def term_features(document: Document, sentence_scores: Floats) -> dict[str, Floats]:
    """Columns of numbers, one a term of `document.terms`; `sentence_scores` are of all sentences."""
    index = document.terms
    best = np.full(len(index.terms), -np.inf)
    np.maximum.at(best, index.columns, sentence_scores[index.rows])
    spread = np.maximum(index.spread, 1)
    return _of_terms(document) | {
        "sentence_score": totals(index.columns, sentence_scores[index.rows], len(spread)) / spread,
        "sentence_score_max": best,
        "top_sentence_score": sentence_scores.max(initial=0.0),
    }


@once
def _of_terms(document: Document) -> dict[str, Floats]:
    index = document.terms
    size, width = index.size, len(index.terms)
    rows, columns = index.rows, index.columns
    count = np.bincount(index.numbers, minlength=width).astype(np.float64)
    spread = np.maximum(index.spread, 1).astype(np.float64)
    first, last = np.zeros(width, np.int64), np.zeros(width, np.int64)
    first[columns[::-1]] = rows[::-1]  # of several values for one place the last one stays
    last[columns] = rows
    paragraphs = document.paragraphs
    # Asked for counts, numpy does not load its masked arrays.
    cells, _ = np.unique(paragraphs[rows] * max(width, 1) + columns, return_counts=True)
    cells %= max(width, 1)
    in_title = index.holds(document.title).astype(np.float64)
    characters = _tagged_characters(document)
    word_start = characters.word[index.places]
    kind = characters.kind
    starts = np.cumsum(index.lengths) - index.lengths
    relative = (index.places - starts[index.owners]) / index.lengths[index.owners]

    def mean_over_occurrences(values: Floats) -> Floats:
        return totals(index.numbers, values, width) / count

    def mean_over_sentences(values: Floats) -> Floats:
        return totals(columns, values[rows], width) / spread

    kinds = np.bincount(
        index.numbers * len(WORD_KINDS) + kind[index.places], minlength=width * len(WORD_KINDS)
    )
    kinds += np.bincount(
        index.numbers * len(WORD_KINDS) + kind[index.places + 1], minlength=width * len(WORD_KINDS)
    )
    shares = dict(zip(WORD_KINDS, kinds.reshape(width, len(WORD_KINDS)).T / (2 * count), strict=True))
    best_rank = np.zeros(width)
    np.maximum.at(best_rank, columns, document.centrality[rows])
    title_share = _share(index, in_title > 0)
    total = np.log(max(int(index.lengths.sum()), 1))
    return {
        "log_count": np.log(count),
        "log_spread": np.log(spread),
        "log_paragraphs": np.log(np.bincount(cells, minlength=width)),
        "once": (count == 1).astype(np.float64),
        "first": first / size,
        "log_first": np.log1p(first),
        "in_sentence_0": (first == 0).astype(np.float64),
        "in_sentence_1": (first == 1).astype(np.float64),
        "in_paragraph_0": (paragraphs[first] == 0).astype(np.float64),
        "last": last / size,
        "reach": (last - first) / size,
        "in_title": in_title,
        "in_title_log_count": in_title * np.log(count),
        "inside_word": mean_over_occurrences((word_start == characters.word[index.places + 1]) * 1.0),
        "noun": shares["noun"],
        "verb": shares["verb"],
        "name": shares["name"],
        "number": shares["number"],
        "function": shares["function"] + shares["pronoun"] + shares["adverb"] + shares["mark"],
        "in_sentence_at": mean_over_occurrences(relative),
        "centrality": mean_over_sentences(document.centrality),
        "centrality_max": best_rank,
        "title_near": mean_over_sentences(title_share),
        "share": spread / size,
        "log_total": total,
        "log_count_log_total": np.log(count) * total,
        "log_sentences": np.log(size),
    }


def sentence_features(document: Document, chars: int) -> dict[str, Floats]:
    """Columns of numbers, one a sentence, for a summary of `chars` characters; needs a sentence at least."""
    lengths = document.terms.lengths.astype(np.float64)
    return _of_sentences(document) | {
        "of_budget": lengths / chars,
        "budget_share": chars / lengths.sum(),
        "log_budget": np.log(chars),
    }


@once
def _of_sentences(document: Document) -> dict[str, Floats]:
    index, size = document.terms, len(document.texts)
    matrix = index.matrix
    count = np.bincount(index.numbers, minlength=len(index.terms))
    held = np.maximum(np.bincount(index.rows, minlength=size), 1)
    lengths = index.lengths.astype(np.float64)
    total = lengths.sum()
    at = np.arange(size)

    def mean(values: Floats) -> Floats:
        return totals(index.rows, values[index.columns], size) / held

    centroid = matrix.transposed_times(np.ones(size))
    centroid /= max(float(np.linalg.norm(centroid)), 1e-9)
    paragraphs = document.paragraphs
    opens = np.concatenate(([True], paragraphs[1:] > paragraphs[:-1]))
    closes = np.concatenate((opens[1:], [True]))
    in_title = index.holds(document.title)
    spread_share = index.spread / size
    columns: dict[str, Any] = {
        "at": at / size,
        "log_at": np.log1p(at),
        "start": (np.cumsum(lengths) - lengths) / total,
        "paragraph_at": paragraphs / (paragraphs[-1] + 1),
        "log_paragraph": np.log1p(paragraphs),
        "paragraph_last": paragraphs == paragraphs[-1],
        "opens": opens,
        "closes": closes,
        "paragraph_size": np.bincount(paragraphs)[paragraphs],
        "log_length": np.log(lengths),
        "density": held / lengths,
        "centrality": document.centrality,
        "centroid": matrix.times(centroid),
        "mean_count": mean(np.log(count)),
        "mean_spread": mean(spread_share),
        "only_here": mean((index.spread == 1).astype(np.float64)),
        "title_covered": totals(index.rows, in_title[index.columns], size) / max(int(in_title.sum()), 1),
        "title_share": _share(index, in_title),
        "title_weight": matrix.times(in_title.astype(np.float64)),
        **_likeness(document),
        "log_sentences": np.log(size),
        "log_total": np.log(total),
        "titled": float(bool(document.title)),
    }
    columns |= dict(zip(WORD_KINDS, _tagged_characters(document).shares.T, strict=True))
    columns |= _cues(document)
    wide = np.array([columns[name] for name in STANDARDISED])
    columns |= {f"{name}_standard": row for name, row in zip(STANDARDISED, standardised(wide), strict=True)}
    return columns


def table(columns: dict[str, Floats], names: Sequence[str]) -> Floats:
    """The columns with these names, a row each; a number stands for a column of it."""
    size = next(len(column) for column in columns.values() if np.ndim(column))
    found = np.empty((len(names), size))
    for row, name in zip(found, names, strict=True):
        row[:] = columns[name]
    return found


def _cues(document: Document) -> dict[str, Floats]:
    speech = words("speech")
    rows = []
    for text, tagged in zip(document.texts, document.tagged, strict=True):
        tag = next((tag for word, tag in tagged if word[0].isalnum()), "x")
        said = [word for word, _ in tagged]
        rows.append(
            (
                not speech.isdisjoint(said),
                not speech.isdisjoint(said[:8]),
                text[-1] in "？?",
                text[-1] in "！!",
                text[-1] not in "。！？…”!?.",
                "“" in text,
                "《" in text,
                "：" in text or ":" in text,
                "我" in text,
                "我们" in text,
                "你" in text,
                text.count("，") + text.count(","),
                text.count("、"),
                len(DIGIT.findall(text)) / len(text),
                tag[0] == "t",
                tag[0] == "n",
                tag == "ns",
                tag == "nr",
                tag[0] == "p",
                tag[0] == "v",
                tag[0] == "m",
            )
        )
    return dict(zip(CUES, np.array(rows, np.float64).T, strict=True))


def _share(index: TermIndex, wanted: Flags) -> Floats:
    """Of each text, the share of its terms that is wanted."""
    held = np.maximum(np.bincount(index.rows, minlength=index.size), 1)
    return totals(index.rows, wanted[index.columns], index.size) / held


def _likeness(document: Document) -> dict[str, Floats]:
    """The cosines of each sentence with the first, second and last, and their sums before and after it."""
    matrix = document.terms.matrix
    size = matrix.shape[0]
    products = document.cosines
    rows = {"like_first": 0, "like_second": min(1, size - 1), "like_last": size - 1}
    if products is None:
        earlier, later = _like_others(document)
        named = {
            name: matrix.times(matrix.transposed_times(np.eye(1, size, row)[0])) for name, row in rows.items()
        }
    else:
        earlier, later = np.tril(products, -1).sum(axis=1), np.triu(products, 1).sum(axis=1)
        named = {name: products[row] for name, row in rows.items()}
    return {**named, "like_earlier": earlier / size, "like_later": later / size}


def _like_others(document: Document) -> tuple[Floats, Floats]:
    """The sums of the cosines of each sentence with those before it and those after it."""
    matrix = document.terms.matrix
    order = np.lexsort((matrix.rows, matrix.columns))
    values, columns = matrix.values[order], matrix.columns[order]
    sums = matrix.transposed_times(np.ones(matrix.shape[0]))
    until = np.cumsum(values) - values
    earlier = until - (np.cumsum(sums) - sums)[columns]
    later = sums[columns] - values - earlier
    rows = matrix.rows[order]
    size = matrix.shape[0]
    return totals(rows, values * earlier, size), totals(rows, values * later, size)
