"""Summaries of marked opinion pieces beside the packages as they run by themselves.

    python -m benchmarks.quality.marked [--json]

Paragraphs of 120 characters of the 40 pieces of opinion/marks.dev, which fitted no weight: the per cent of pieces
whose sentences all stand alone, and that hold the thesis; worth, as a share of the best that would fit. textrank4zh
and snownlp choose for themselves here, by their own sentences; `lead` takes the first sentences that fit. Of the
models: of the sentences held to stand alone the share that readers marked so (`right`), and of those the share that is
among them (`found`); the chance that of two sentences the one marked higher is put higher (`order`), and the share of
pieces whose sentence put highest is marked as thesis (`first`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np

from benchmarks.marks import CHARS, LINE, Mark, marks_of, mean, scored
from benchmarks.quality.corpora import data_folder
from benchmarks.quality.figures import asked_as_json
from seeds import article
from summarize import summarize
from summarize.document import Document
from summarize.standing import SURE
from summarize.worth import worth

SYSTEMS = {"learned": False, "textrank4zh": True, "snownlp": True, "lead": False}
"""Of each engine, whether it runs as its package does."""


def measure() -> dict[str, dict[str, float]]:
    marks = marks_of(data_folder() / "opinion" / "marks.dev.jsonl")
    found = {}
    for engine, plain in SYSTEMS.items():
        figures = []
        for mark in marks:
            made = summarize(
                article(mark["text"], title=mark["title"]),
                engine=engine,
                chars=CHARS,
                headline_chars=LINE,
                plain=plain,
            )
            line = made.headline.text if made.headline.complete else ""
            figures.append(scored(mark, line, [sentence.text for sentence in made.paragraph.sentences]))
        found[engine] = mean(figures)
    documents = [Document(article(mark["text"], title=mark["title"])) for mark in marks]
    return found | {"standing": standing(documents, marks), "worth": worth_told(documents, marks)}


def standing(documents: Sequence[Document], marks: Sequence[Mark]) -> dict[str, float]:
    sure = right = alone = found = total = 0
    for document, mark in zip(documents, marks, strict=True):
        stands = document.standing
        good = [text for number, text in enumerate(mark["sentences"]) if number not in mark["not_alone"]]
        held = {
            text
            for text, chance, rule in zip(document.texts, stands.chances, stands.ruled_out, strict=True)
            if chance >= SURE and not rule
        }
        total += len(mark["sentences"])
        sure += len(held)
        alone += len(good)
        right += sum(text in good for text in held)
        found += sum(text in held for text in good)
    return {
        "sure": 100 * sure / max(total, 1),
        "right": 100 * right / max(sure, 1),
        "found": 100 * found / max(alone, 1),
    }


def worth_told(documents: Sequence[Document], marks: Sequence[Mark]) -> dict[str, float]:
    first, orders = 0, []
    for document, mark in zip(documents, marks, strict=True):
        marked = dict(zip(mark["sentences"], mark["worth"], strict=True))
        labels = np.array([marked.get(text, 0) for text in document.texts])
        values = worth(document)
        first += int(len(labels) > 0 and labels[int(np.argmax(values))] == 3)
        higher = labels[:, None] > labels[None, :]
        if higher.any():
            orders.append(float((values[:, None] > values[None, :])[higher].mean()))
    return {
        "order": 100 * float(np.mean(orders)) if orders else 0.0,
        "first": 100 * first / len(marks),
    }


def main() -> None:
    as_json, found = asked_as_json(__doc__), measure()
    if as_json:
        print(json.dumps(found))
        return
    for engine, figures in found.items():
        print(f"{engine:12}", "  ".join(f"{name} {value:.1f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
