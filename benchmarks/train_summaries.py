"""Train the weights of the engine for news, or cross-validate them.

python -m benchmarks.train_summaries [--check]

Reads the training files of the evaluation data, prints ROUGE by cross-validation and writes paragraph.json and
headline.json of summarize/data; with --check it writes nothing. Needs scikit-learn. Only weights
leave this script, no text.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression, RidgeCV

from benchmarks.quality.corpora import ROOT, document_of, rows_of
from summarize.budget import Budget
from summarize.compress import Candidate
from summarize.document import Document
from summarize.features import sentence_features, table, term_features
from summarize.headline_features import candidate_features
from summarize.model import chance
from summarize.rankers.news import headline_candidates
from summarize.ranking import Ranking
from summarize.rouge import rouge
from summarize.select import select

FOLDS = 5


class Corpus(NamedTuple):
    """A file, the budget in characters, how many of its rows are used, and how many characters of each."""

    name: str
    chars: int
    rows: int | None = None
    text: int | None = None


PARAGRAPHS = (Corpus("xwlb_lead.train", 110), Corpus("lctt_dek.train", 44, 400))
HEADLINES = (
    Corpus("xwlb_title.train", 24, 1300),
    Corpus("xwlb_title.train", 18, 400),
    Corpus("xwlb_title.train", 22, 700, 130),
    Corpus("lctt_title.train", 24),
    Corpus("lctt_title.train", 22, 300, 130),
)
SEED = 20


@dataclass(slots=True)
class Example:
    """A document with its reference; what the steps of training add is filled in as they go."""

    document: Document
    reference: str
    corpus: str
    chars: int
    fold: int
    sentences: dict[str, Any]
    sentence_labels: Any
    term_labels: Any
    scores: Any = None
    terms: Any = None
    chances: Any = None
    lines: Sequence[Candidate] = ()
    columns: Any = None
    line_labels: Any = None
    worth: Any = None


def likeness(text: str, reference: str) -> float:
    """What the models learn to predict: the mean of ROUGE-1, 2 and L."""
    return sum(rouge(text, reference)) / 3


def examples(corpora: Sequence[Corpus], titles: Sequence[bool]) -> list[Example]:
    found = []
    for name, chars, limit, length in corpora:
        rows = rows_of(name)
        random.Random(f"{SEED}{chars}").shuffle(rows)
        for row in rows[:limit]:
            if length is not None:
                row["text"] = beginning(row["text"], length)
            for title in titles:
                document = document_of(row, title=title)
                if not document.texts:
                    continue
                labels = np.array([likeness(text, row["summary"]) for text in document.texts])
                columns = sentence_features(document, chars)
                wanted = document.terms.holds(row["summary"])
                fold = zlib.crc32(str(row["id"]).encode()) % FOLDS
                found.append(Example(document, row["summary"], name, chars, fold, columns, labels, wanted))
    return found


def beginning(text: str, length: int) -> str:
    """The first `length` characters, up to the end of a sentence if there is one: a short notice."""
    cut = text[:length]
    end = cut.rfind("。")
    return cut[: end + 1] if end > length // 3 else cut


def significant(value: float) -> float:
    return float(f"{value:.4g}")


def balance(training: Sequence[Example], rows: Sequence[int]) -> Any:
    """A weight for each row, the examples having so many: corpora count alike, whatever their size."""
    of_corpus: dict[str, int] = {}
    for example, count in zip(training, rows, strict=True):
        of_corpus[example.corpus] = of_corpus.get(example.corpus, 0) + count
    weights = [1 / of_corpus[example.corpus] for example in training]
    return np.repeat(weights, rows) * sum(rows) / len(of_corpus)


def train_sentences(training: Sequence[Example]) -> dict[str, Any]:
    names = list(training[0].sentences)
    model = HistGradientBoostingRegressor(
        max_iter=120,
        learning_rate=0.08,
        max_leaf_nodes=12,
        max_depth=6,
        min_samples_leaf=40,
        l2_regularization=5,
        early_stopping=False,
        random_state=SEED,
    )
    model.fit(
        np.concatenate([table(example.sentences, names).T for example in training]),
        np.concatenate([example.sentence_labels for example in training]),
        balance(training, [len(example.sentence_labels) for example in training]),
    )
    trees = [breadth_first(stage[0].nodes) for stage in model._predictors]
    return {
        "features": names,
        "start": significant(model._baseline_prediction.item()),
        "depth": max(depth_of(tree) for tree in trees),
        "trees": trees,
    }


def breadth_first(nodes: Any) -> list[list[float]]:
    """The nodes of a tree, the two children of a node side by side."""
    order, place = [0], {0: 0}
    for node in order:
        if not nodes[node]["is_leaf"]:
            for child in (int(nodes[node]["left"]), int(nodes[node]["right"])):
                place[child] = len(order)
                order.append(child)
    return [
        [significant(nodes[node]["value"])]
        if nodes[node]["is_leaf"]
        else [
            int(nodes[node]["feature_idx"]),
            float(f"{nodes[node]['num_threshold']:.6g}"),
            place[int(nodes[node]["left"])],
        ]
        for node in order
    ]


def depth_of(tree: list[list[float]]) -> int:
    deepest, level = 0, {0: 0}
    for place, node in enumerate(tree):
        if len(node) > 1:
            for child in (int(node[2]), int(node[2]) + 1):
                level[child] = level[place] + 1
                deepest = max(deepest, level[child])
    return deepest


def contexts(example: Example, count: int) -> Any:
    return np.array([1.0, np.log(example.chars), float(bool(example.document.title))])[:count]


def train_linear(
    training: Sequence[Example],
    columns: Callable[[Example], dict[str, Any]],
    labels: Callable[[Example], Any],
    model: Any,
    count: int,
) -> dict[str, Any]:
    """A linear model of the features times the context, its weights as of the raw features."""
    names = list(columns(training[0]))
    rows = []
    for example in training:
        raw = table(columns(example), names).T
        raw = np.concatenate([np.ones((len(raw), 1)), raw], axis=1)
        raw = raw[:, :, None] * contexts(example, count)
        rows.append(raw.reshape(len(raw), -1).astype(np.float32))
    matrix = np.concatenate(rows)
    middle, spread = matrix.mean(axis=0), matrix.std(axis=0)
    constant = spread < 1e-9
    spread[constant] = 1.0
    matrix = (matrix - middle) / spread
    model.fit(
        matrix,
        np.concatenate([labels(example) for example in training]),
        sample_weight=balance(training, [len(labels(example)) for example in training]),
    )
    weights = np.where(constant, 0.0, np.ravel(model.coef_) / spread)
    start = float(np.ravel(model.intercept_)[0] - weights @ middle)
    shaped = weights.reshape(len(names) + 1, count)
    shaped[0, 0] += start
    return {
        "start": [significant(value) for value in shaped[0]],
        "weights": {
            name: [significant(value) for value in row] for name, row in zip(names, shaped[1:], strict=True)
        },
    }


def train_terms(training: Sequence[Example]) -> dict[str, Any]:
    model = LogisticRegression(C=0.05, max_iter=300)
    return train_linear(training, lambda e: e.terms, lambda e: e.term_labels, model, 3)


def train_lines(training: Sequence[Example]) -> dict[str, Any]:
    model = RidgeCV(np.logspace(0, 4, 9))
    return train_linear(training, lambda e: e.columns, lambda e: e.line_labels, model, 1)


def folded(
    data: Sequence[Example], fit: Callable[[Sequence[Example]], Any], apply: Callable[..., None]
) -> Any:
    """Apply to each fold what the other folds taught, then return what all teach."""
    for fold in range(FOLDS):
        model = fit([example for example in data if example.fold != fold])
        for example in data:
            if example.fold == fold:
                apply(example, model)
    return fit(data)


def score_sentences(example: Example, data: dict[str, Any]) -> None:
    from summarize.model import Forest

    example.scores = Forest.from_dict(data).predict(example.sentences)
    example.terms = term_features(example.document, example.scores)


def score_terms(example: Example, data: dict[str, Any]) -> None:
    from summarize.model import Linear

    titled = bool(example.document.title)
    example.chances = chance(Linear.from_dict(data).predict(example.terms, example.chars, titled))


def score_lines(example: Example, data: dict[str, Any]) -> None:
    from summarize.model import Linear

    example.worth = Linear.from_dict(data).predict(example.columns, example.chars, False)


def report(name: str, pairs: Sequence[tuple[str, str]]) -> None:
    means = 100 * np.mean([rouge(*pair) for pair in pairs], axis=0)
    print(f"{name:40} {means[0]:5.1f} {means[1]:5.1f} {means[2]:5.1f}  n={len(pairs)}", flush=True)


def paragraph_weights() -> dict[str, Any]:
    data = examples(PARAGRAPHS, (False, True))
    sentences = folded(data, train_sentences, score_sentences)
    terms = folded(data, train_terms, score_terms)
    for corpus in sorted({example.corpus for example in data}):
        for titled in (False, True):
            pairs = [
                (select(e.document, Ranking(e.scores.tolist(), e.chances), Budget(e.chars)).text, e.reference)
                for e in data
                if e.corpus == corpus and bool(e.document.title) == titled
            ]
            report(f"{corpus} {'with' if titled else 'without'} title", pairs)
    return {"sentences": sentences, "terms": terms}


def line_weights(corpora: Sequence[Corpus], *, title: bool) -> dict[str, Any]:
    data = examples(corpora, (title,))
    sentences = folded(data, train_sentences, score_sentences)
    terms = folded(data, train_terms, score_terms)
    for example in data:
        example.lines = headline_candidates(example.document, example.scores, example.chars)
        if example.lines:
            example.columns = candidate_features(
                example.document, example.lines, example.scores, example.chances, example.chars
            )
            example.line_labels = np.array([likeness(line.text, example.reference) for line in example.lines])
    data = [example for example in data if example.lines]
    lines = folded(data, train_lines, score_lines)
    for corpus, chars in sorted({(example.corpus, example.chars) for example in data}):
        chosen = [e for e in data if e.corpus == corpus and e.chars == chars]
        pairs = [(e.lines[int(np.argmax(e.worth))].text, e.reference) for e in chosen]
        report(f"{corpus} {chars} characters", pairs)
    return {"sentences": sentences, "terms": terms, "lines": lines}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="cross-validate only")
    parser.add_argument("--task", choices=("paragraph", "headline"), help="one of the two only")
    arguments = parser.parse_args()
    tasks: dict[str, Callable[[], dict[str, Any]]] = {
        "paragraph": paragraph_weights,
        "headline": partial(line_weights, HEADLINES, title=False),
    }
    for name, train in tasks.items():
        if arguments.task not in (None, name):
            continue
        weights = train()
        if not arguments.check:
            path = ROOT / "summarize" / "data" / f"{name}.json"
            path.write_text(json.dumps(weights, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
