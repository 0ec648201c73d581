"""Summaries of marked opinion pieces beside the packages as they run by themselves.

    python -m benchmarks.quality.marked [--json]

Paragraphs of 120 characters of the 40 pieces of opinion/marks.dev, which fitted no weight: the per cent of pieces
whose sentences all stand alone, and that hold the thesis; worth, as a share of the best that would fit. textrank4zh
and snownlp choose for themselves here, by their own sentences; `lead` takes the first sentences that fit.
"""

from __future__ import annotations

import json

from benchmarks.quality.corpora import data_folder
from benchmarks.quality.figures import asked_as_json
from seeds import article
from summarize import summarize
from summarize.marks import CHARS, LINE, marks_of, mean, scored

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
    return found


def main() -> None:
    as_json, found = asked_as_json(__doc__), measure()
    if as_json:
        print(json.dumps(found))
        return
    for engine, figures in found.items():
        print(f"{engine:12}", "  ".join(f"{name} {value:.1f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
