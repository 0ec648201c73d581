"""Train what `standing` and `worth` know, or cross-validate it.

    python -m benchmarks.train_standing [--check]

Reads pieces of the data folder whose sentences and lines readers judged (`benchmarks.judged`), writes the regressions
of summarize/data/opinion.json; with --check it writes nothing and prints what summaries of 120 characters look like in
cross-validation, all regressions trained on the other pieces. Needs scikit-learn. Only weights leave this script, no
text. `signs` tells what is counted.

A word weighs what the pieces say of it and what they say of words like it: each regression also has the sum of the
vectors of a text's words (`benchmarks.word_vectors`), and a linear model over sums of vectors is one over words.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.judged import OTHER_PAPER, TRAINED, Piece, pieces
from benchmarks.quality.corpora import ROOT, data_folder, document_of, rows_of
from benchmarks.word_vectors import word_vectors
from seeds import article
from summarize import model
from summarize.api import HEADLINE_CHARS
from summarize.document import Document
from summarize.line import Clauses, signs_of
from summarize.marks import LINE, bare, mean, scored
from summarize.signs import Named, Signs, places, signs
from summarize.standing import ruled_out

FOLDS = 8
SEEN = 9
"""A sign of fewer sentences is not weighed,"""
WORD_SEEN = 60
"""nor a word by itself that fewer hold."""
LINES_SEEN = 20
"""A sign of fewer lines is not weighed."""
NEAR = 0.3
"""How much the vectors of words count beside the words."""
LEAST = 0.02
"""A word that weighs less weighs nothing."""
MADE, REFUSED = 0.6, 0.3
"""What a line that a reader made counts, and one a reader refused; a judged one counts 1."""
OTHERS = 250
"""Documents of each set that are no opinion pieces."""


class Sample(NamedTuple):
    """A sentence or a line: its signs with a name that are not 0, its words, and what it counts."""

    named: Named
    words: Sequence[str]
    weight: float = 1.0


def train(judged: Sequence[Piece]) -> dict[str, Any]:
    """The regressions of sentences: whether one stands alone, is an argument at least, is the thesis."""
    samples = [sample for piece in judged for sample in samples_of(piece.document)]
    worth = np.array([value for piece in judged for value in piece.mark["worth"]])
    free, alone = zip(*chain.from_iterable(map(unruled, judged)), strict=True)
    return table(
        {
            "standing": regression(free, np.array(alone), SEEN, None, 0.3),
            "argument": regression(samples, worth >= 2, SEEN, WORD_SEEN, 0.1),
            "thesis": regression(samples, worth == 3, SEEN, WORD_SEEN, 0.2),
        }
    )


def samples_of(document: Document) -> list[Sample]:
    columns = places(document)
    placed = zip(*(column.tolist() for column in columns.values()), strict=True)
    return [
        Sample(present({**own.named, **dict(zip(columns, values, strict=True))}), own.words)
        for own, values in zip(signs(document), placed, strict=True)
    ]


def present(named: Named) -> Named:
    return {name: value for name, value in named.items() if value}


def unruled(piece: Piece) -> Iterator[tuple[Sample, bool]]:
    """The sentences that the rules leave, and whether they stand alone."""
    document, leaning = piece.document, set(piece.mark["not_alone"])
    told = zip(document.texts, signs(document), samples_of(document), strict=True)
    for number, (text, own, sample) in enumerate(told):
        if not ruled_out(text, own.named, document.title):
            yield sample, number not in leaning


def line_model(judged: Sequence[Piece]) -> dict[str, Any]:
    """Lines that an editor would print, among those judged.

    What `worth` and `standing` say of the sentences has to be trained before.
    """
    samples: list[Sample] = []
    labels: list[bool] = []
    for piece in judged:
        piece.document.kept.clear()  # what it says of sentences is that of other regressions
        for line, good, weight in judged_lines(piece):
            own: Signs = signs_of(piece.document, line)
            samples.append(Sample(present(own.named), own.words, weight))
            labels.append(good)
    return table({"printed": regression(samples, np.array(labels), LINES_SEEN, None, 0.2)})


def judged_lines(piece: Piece) -> Iterator[tuple[Any, bool, float]]:
    """Lines, whether they are good, and what that counts."""
    document, mark = piece.document, piece.mark
    verdicts = {tuple(place): bool(good) for *place, good in piece.lines}
    made = set(map(bare, mark["headlines"]))
    refused = set(map(bare, mark["bad_lines"])) - made
    for number, wording in enumerate(document.wordings):
        for line in Clauses(wording, number).runs(HEADLINE_CHARS):
            place, text = (number, line.first, line.last), bare(line.text)
            if place in verdicts:
                yield line, verdicts.pop(place), 1.0
            elif text in made:
                yield line, True, MADE
            elif text in refused:
                yield line, False, REFUSED
    if verdicts:
        raise ValueError(f"{mark['id']} is cut into other clauses than were judged")


def genre(judged: Sequence[Piece]) -> dict[str, Any]:
    """Opinion or not: an L1 penalty leaves few words; no Latin one, which would be the name of a site or a subject."""
    path = data_folder() / "opinion" / "articles.jsonl"
    own = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    tags = data_folder() / "tags" / "tags.dev.jsonl"
    own += [json.loads(line) for line in tags.read_text("utf-8").splitlines()][::2]
    opinion = [Document(article(row["text"]), title=False) for row in own]
    opinion += [piece.document for piece in judged if piece.own_marks]
    others = [
        document_of(row, title=False)
        for name in ("xwlb_title.train", "xwlb_lead.train", "lctt_dek.train", "vcsum.train")
        for row in rows_of(name)[:OTHERS]
    ]
    documents = [document for document in (*opinion, *others) if document.texts]
    labels = [True] * len(opinion) + [False] * (len(documents) - len(opinion))
    rows = [shares(document) for document in documents]
    counts = Counter(name for row in rows for name in row)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{name: value for name, value in row.items() if counts[name] >= 100} for row in rows]
    )
    fitted = logistic(matrix, np.array(labels), 2.0, lasso=True)
    found = dict(zip(vectorizer.get_feature_names_out(), fitted.coef_[0].tolist(), strict=True))
    kept = {name: round(weight, 3) for name, weight in sorted(found.items()) if abs(weight) >= 0.01}
    return {"start": round(float(fitted.intercept_[0]), 3), "weights": kept}


def shares(document: Document) -> dict[str, float]:
    """Of each Chinese word but nouns and numbers, the share of sentences that hold it."""
    held = (
        {word for word, tag in tagged if tag[0] not in "nmx" and not word.isascii()}
        for tagged in document.in_one_script[1]
    )
    return {word: count / len(document.texts) for word, count in Counter(chain.from_iterable(held)).items()}


class Regression(NamedTuple):
    """Weights of signs and of words."""

    start: float
    signs: dict[str, float]
    words: dict[str, float]


def regression(
    samples: Sequence[Sample], labels: Any, seen: int, word_seen: int | None, strength: float
) -> Regression:
    """A logistic regression over signs, frequent words (none if `word_seen` is None) and the vectors of all words."""
    signs_seen = frequent((sample.named for sample in samples), seen)
    words_seen = frequent((set(sample.words) for sample in samples), word_seen) if word_seen else set()
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(
        [
            {name: value for name, value in sample.named.items() if name in signs_seen}
            | {f"w:{word}": 1.0 for word in sample.words if word in words_seen}
            for sample in samples
        ]
    )
    vectors = word_vectors()
    size = len(next(iter(vectors.values())))
    near = np.array(
        [
            sum((vectors[word] for word in dict.fromkeys(sample.words) if word in vectors), np.zeros(size))
            for sample in samples
        ]
    )
    fitted = logistic(
        hstack([rows, NEAR * near]).tocsr(), labels, strength, [sample.weight for sample in samples]
    )
    weights = fitted.coef_[0]
    own = dict(zip(vectorizer.get_feature_names_out(), weights.tolist(), strict=False))
    direction = NEAR * weights[len(own) :]
    words = {word: float(vector @ direction) for word, vector in vectors.items()}
    for word in words_seen:
        words[word] = words.get(word, 0.0) + own.pop(f"w:{word}")
    return Regression(float(fitted.intercept_[0]), own, words)


def frequent(samples: Iterable[Iterable[str]], seen: int) -> set[str]:
    counts = Counter(chain.from_iterable(samples))
    return {name for name, count in counts.items() if count >= seen}


def logistic(matrix: Any, labels: Any, strength: float, weights: Any = None, lasso: bool = False) -> Any:
    matrix = csr_matrix(matrix)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    fitted = LogisticRegression(
        C=strength, l1_ratio=float(lasso), max_iter=2000, solver="liblinear", random_state=0
    )
    return fitted.fit(matrix, labels, sample_weight=weights)


def table(regressions: dict[str, Regression]) -> dict[str, Any]:
    """The regressions side by side: for each sign and each word a weight a regression; light words are left out."""

    def rows(found: Sequence[dict[str, float]], least: float, digits: int) -> dict[str, list[float]]:
        names = sorted(set().union(*found))
        weights = ([round(one.get(name, 0.0), digits) for one in found] for name in names)
        return {name: row for name, row in zip(names, weights, strict=True) if max(map(abs, row)) >= least}

    ordered = list(regressions.values())
    return {
        "names": list(regressions),
        "starts": [round(one.start, 3) for one in ordered],
        "signs": rows([one.signs for one in ordered], 0.01, 3),
        "words": rows([one.words for one in ordered], LEAST, 2),
    }


def learn(judged: Sequence[Piece], comment: dict[str, Any]) -> dict[str, Any]:
    """All regressions; the package uses them from now on."""
    learned = {"comment": comment, "sentences": train(judged)}
    use(learned)
    learned["lines"] = line_model(judged)
    use(learned)
    return learned


def use(learned: dict[str, Any]) -> None:
    model.weighing.cache_clear()
    model.weights = lambda _: learned  # type: ignore[assignment]


def check(judged: Sequence[Piece], comment: dict[str, Any]) -> None:
    from summarize import summarize

    scores: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    others = pieces([OTHER_PAPER])
    for fold in range(FOLDS):
        learn([piece for number, piece in enumerate(judged) if number % FOLDS != fold], comment)
        held = [("marked" if piece.own_marks else "judged", piece.mark) for piece in judged[fold::FOLDS]]
        for group, mark in (*held, *(("another paper's", piece.mark) for piece in others[fold::FOLDS])):
            made = summarize(
                article(mark["text"], title=mark["title"]), engine="opinion", headline_chars=LINE
            )
            line = made.headline.text if made.headline.complete else ""
            shown = [sentence.text for sentence in made.paragraph.sentences]
            scores[group].append(scored(mark, line, shown))
    for group, found in scores.items():
        told = " ".join(f"{name} {value:.1f}" for name, value in mean(found).items())
        print(f"{len(found)} {group} pieces: {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    arguments = parser.parse_args()
    judged = pieces(TRAINED)
    comment = genre(judged)
    if arguments.check:
        check(judged, comment)
        return
    learned = learn(judged, comment)
    for name in ("sentences", "lines"):
        print(name, {part: len(learned[name][part]) for part in ("names", "signs", "words")})
    path = ROOT / "summarize" / "data" / "opinion.json"
    path.write_text(
        json.dumps(learned, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
