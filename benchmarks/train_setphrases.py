"""Fit what tells set phrases from the other units of a corpus: `python -m benchmarks.train_setphrases`.

Labels: `benchmarks/setphrases.tsv` (corpus, phrase, label: G set phrase, N name or plain term, T trivial, B broken),
read one by one. The corpora lie under OPED_DATA. Prints the area under the curve, cross-validated, and for each corpus
by models fitted on the other; writes `compare/mining/setphrases.json`.
"""

from __future__ import annotations

import json
import lzma
import os
from itertools import islice
from pathlib import Path

import numpy as np

from compare.mining.maximal import maximal_repeats
from compare.mining.setphrases import Judge
from compare.mining.symbols import Lettered
from compare.mining.unithood import LexicalUnits, unmarked
from compare.reference.corpus import load_reference
from compare.reuse.fold import folded
from seeds.language.tokens import default_tokenizer

HERE = Path(__file__).parent
NEWS = 11
"""Of the news only each so-manyth item is taken."""


def main() -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import cross_val_predict

    data = Path(os.environ["OPED_DATA"])
    labels: dict[str, dict[str, str]] = {}
    for line in (HERE / "setphrases.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            corpus, text, label = line.split("\t")
            labels.setdefault(corpus, {})[text] = label
    judge = Judge(load_reference(), default_tokenizer())
    rows, label_of, source = [], [], []
    for corpus, wanted in labels.items():
        wanted = {folded(text): label for text, label in wanted.items()}
        for text, features in _features(data / corpus, wanted, judge):
            rows.append(features)
            label_of.append(wanted[text])
            source.append(corpus)
    names = list(rows[0])
    matrix = np.array([[float(row[name]) for name in names] for row in rows])
    scale = matrix.std(0) + 1e-9
    scaled = matrix / scale
    weights = {}
    for model, label in (("formula", "G"), ("fragment", "B")):
        truth = np.array(label_of) == label
        fitted = LogisticRegression(C=0.1, max_iter=2000)
        chance = cross_val_predict(fitted, scaled, truth, cv=10, method="predict_proba")[:, 1]
        print(model, f"{len(truth)} labels, {truth.sum()} {label}; AUC {roc_auc_score(truth, chance):.3f}")
        for corpus in labels:
            here = np.array(source) == corpus
            other = LogisticRegression(C=0.1, max_iter=2000).fit(scaled[~here], truth[~here])
            print(" ", corpus, f"{roc_auc_score(truth[here], other.predict_proba(scaled[here])[:, 1]):.3f}")
        fitted.fit(scaled, truth)
        given = {"": float(fitted.intercept_[0])} | dict(zip(names, fitted.coef_[0] / scale, strict=True))
        weights[model] = {name: round(float(weight), 3) for name, weight in given.items()}
    target = HERE.parent / "compare" / "mining" / "setphrases.json"
    target.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")


def _features(path: Path, wanted: dict[str, str], judge: Judge):  # type: ignore[no-untyped-def]
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = islice(map(json.loads, lines), 0, None, NEWS if path.suffix == ".xz" else 1)
        corpus = Lettered.of((str(number), row["text"]) for number, row in enumerate(rows))
    repeats = maximal_repeats(unmarked(corpus))
    units = LexicalUnits(corpus, repeats)
    fit = np.flatnonzero(units.may_be())
    start = repeats.order[repeats.low[fit]]
    for row, place in zip(fit, start, strict=True):
        signs = corpus.alphabet[corpus.letters[place : place + repeats.length[row]]]
        text = "".join(map(chr, signs))
        if text in wanted:
            yield text, judge.features(text, units.around(np.array([row]))[0])


if __name__ == "__main__":
    main()
