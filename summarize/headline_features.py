"""What the learned ranker sees of the candidates for a headline: one row of numbers a candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.deletions import KINDS
from summarize.features import KIND_OF_TAG, WORD_KINDS
from summarize.lexicon import DIGIT, letters, predicates, words
from summarize.vectors import Floats, totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.compress import Candidate
    from summarize.document import Document

_SIZE = len(WORD_KINDS)


def candidate_features(
    document: Document, lines: Sequence[Candidate], sentence_scores: Floats, term_chances: Floats, chars: int
) -> dict[str, Floats]:
    """Columns of numbers, one a line, for a headline of `chars` characters.

    `term_chances` are the chances of each term of the document to stand in its headline.
    """
    index = document.terms
    chance_at = np.zeros(int(index.lengths.sum()) + 1)
    chance_at[index.places + 1] = term_chances[index.numbers]
    chances_until = np.cumsum(chance_at)
    starts = np.cumsum(index.lengths) - index.lengths
    order = np.argsort(np.argsort(-sentence_scores, kind="stable"), kind="stable")
    numbers = np.array([line.sentence for line in lines])
    lengths = np.array([len(line.text) for line in lines], np.float64)
    owners, begins, ends = np.array(
        [
            (number, starts[line.sentence] + start, starts[line.sentence] + end - 1)
            for number, line in enumerate(lines)
            for start, end in line.stretches
        ],
        np.int64,
    ).T
    expected = totals(owners, chances_until[ends] - chances_until[begins], len(lines))
    columns: dict[str, Any] = {
        "log_sentence": np.log1p(numbers),
        "sentence_0": numbers == 0,
        "sentence_share": numbers / index.size,
        "length": lengths,
        "of_budget": lengths / chars,
        "budget": np.full(len(lines), float(chars)),
        "expected": expected,
        "expected_share": expected / lengths,
        "expected_f": 2 * expected / (lengths + 0.8 * chars),
        "sentence_score": sentence_scores[numbers],
        "sentence_score_short": sentence_scores.max() - sentence_scores[numbers],
        "sentence_rank": np.log1p(order[numbers]),
        "sentence_centrality": document.centrality[numbers],
        "log_sentences": np.full(len(lines), np.log(index.size)),
    }
    cues = np.array([_cues(line) for line in lines], np.float64).T
    columns |= dict(zip(CUES, cues, strict=True)) | _kinds(lines)
    return {name: np.asarray(column, np.float64) for name, column in columns.items()}


CUES = (
    *("clause", "clause_0", "clauses", "ends"),
    *(f"without_{kind}" for kind in KINDS),
    *("hangs", "says", "we", "you", "asks", "digits", "quotes", "names_work", "lists", "of", "parts"),
    "fragment",
)
"""What the form of a line tells, in the order of `_cues`."""


def _cues(line: Candidate) -> list[float]:
    text = line.text
    said, flags = zip(*line.words, strict=True)
    return [
        line.clause,
        line.clause == 0,
        line.clauses,
        line.ends,
        *(kind in line.deleted for kind in KINDS),
        said[0] in words("hanging"),
        not words("speech").isdisjoint(said),
        "我" in text,
        "你" in text,
        text[-1] in "？?",
        len(DIGIT.findall(text)) / len(text),
        "“" in text,
        "《" in text,
        text.count("、"),
        text.count("的"),
        text.count(" "),
        not predicates(said, letters(flags)),
    ]


def _kinds(lines: Sequence[Candidate]) -> dict[str, Floats]:
    """Of each line the kind of its first word and of its last, and the share of each kind among its words."""
    kinds = np.array([KIND_OF_TAG[tag] for line in lines for _, tag in line.words], np.int64)
    sizes = np.array([len(line.words) for line in lines], np.int64)
    ends = np.cumsum(sizes)
    places = np.repeat(np.arange(len(lines)) * _SIZE, sizes) + kinds
    shares = (np.bincount(places, minlength=len(lines) * _SIZE).reshape(-1, _SIZE) / sizes[:, None]).T
    every = np.arange(_SIZE)[:, None]
    columns = {"first": kinds[ends - sizes] == every, "last": kinds[ends - 1] == every, "share": shares}
    named = {
        f"{where}_{kind}": row
        for where, rows in columns.items()
        for kind, row in zip(WORD_KINDS, rows, strict=True)
    }
    return named | {"verbless": shares[WORD_KINDS.index("verb")] == 0}
