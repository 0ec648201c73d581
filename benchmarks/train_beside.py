"""Train the model of lines beside a text: seeds/metadata/beside.json.

    python -m benchmarks.train_beside [--check]

Lines: benchmarks/beside.jsonl, invented for this, by where they come from; texts: paragraphs, sentences and titles of
opinion/articles of the data folder. Prints what is found of lines of a source that was left out. --check only says
whether training gives the weights that are there.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.quality.corpora import ROOT, data_folder
from seeds.metadata.beside import Place, is_asked, signs, sure

LINES = Path(__file__).with_name("beside.jsonl")
WEIGHTS = ROOT / "seeds" / "metadata" / "beside.json"
SEEN, STRENGTH, LEAST = 10, 1.0, 0.1
"""A sign of fewer lines is not weighed, C of the regression, and what weighs less weighs nothing."""
PLACES: tuple[Place, ...] = ("above", "within", "below")
SENTENCES = 3
"""Sentences of each opinion piece that stand as short paragraphs."""


class Line(NamedTuple):
    """A line: its source, where it stands, and whether it is none of the text."""

    source: str
    text: str
    place: Place
    beside: bool


def invented() -> list[Line]:
    rows = map(json.loads, LINES.read_text("utf-8").splitlines())
    return [Line(row["source"], row["line"], row["place"], row["beside"]) for row in rows]


def printed() -> Iterator[Line]:
    """Paragraphs, sentences and titles of opinion pieces: text wherever they stand."""
    drawn = random.Random(0)
    rows = (data_folder() / "opinion" / "articles.jsonl").read_text("utf-8").splitlines()
    for number, row in enumerate(map(json.loads, rows)):
        source = f"printed {number % 2}"
        paragraphs = [line.strip() for line in row["text"].split("\n") if line.strip()]
        ended = [line for line in paragraphs if line.endswith(("。", "！", "？", "”"))]
        if len(ended) < len(PLACES):
            continue
        for place, text in zip(PLACES, (ended[0], drawn.choice(ended), ended[-1]), strict=True):
            yield Line(source, text, place, beside=False)
        yield Line(source, row["title"], "within", beside=False)
        for text in ended[:SENTENCES]:
            sentences = re.findall("[^。！？]+[。！？]", text)
            if sentences:
                yield Line(source, drawn.choice(sentences), drawn.choice(PLACES), beside=False)


def fitted(lines: Sequence[Line]) -> dict[str, float]:
    """The weights by the names of signs; "" is what is added to all."""
    found = [signs(line.text, line.place) for line in lines]
    seen = Counter(name for names in found for name in names)
    columns = DictVectorizer()
    rows = columns.fit_transform(
        [dict.fromkeys(sorted(n for n in names if seen[n] >= SEEN), 1.0) for names in found]
    )
    model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="lbfgs")
    model.fit(rows, np.array([line.beside for line in lines]))
    weights = zip(columns.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 2) for name, weight in weights if abs(weight) >= LEAST}
    return {"": round(float(model.intercept_[0]), 2), **dict(sorted(kept.items()))}


def chances(weights: dict[str, float], lines: Sequence[Line]) -> np.ndarray:
    totals = [sum(weights.get(name, 0.0) for name in ("", *signs(line.text, line.place))) for line in lines]
    return np.asarray(1 / (1 + np.exp(-np.array(totals))))


def report(lines: Sequence[Line]) -> None:
    """For each source, what a model finds of it that was trained on the others."""
    for source in sorted({line.source for line in lines}):
        weights = fitted([line for line in lines if line.source != source])
        asked = [line for line in lines if line.source == source]
        told = chances(weights, asked) >= np.array([sure(line.text, line.place) for line in asked])
        told &= np.array([is_asked(line.text, line.place) for line in asked])
        beside = np.array([line.beside for line in asked])
        found = f"{told[beside].mean():.3f} found" if beside.any() else ""
        print(f"{source:>10}: {found:12} {told[~beside].mean():.4f} of text taken for lines beside it")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only compare with the weights that are there")
    checked = parser.parse_args().check
    lines = [*invented(), *printed()]
    weights = fitted(lines)
    if checked:
        same = json.loads(WEIGHTS.read_text("utf-8")) == weights
        sys.exit(0 if same else f"{WEIGHTS.name} is not what training gives: run it without --check")
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{len(lines)} lines, {len(weights)} weights")
    report(lines)


if __name__ == "__main__":
    main()
