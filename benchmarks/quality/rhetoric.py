"""How well the devices are found, against people's labels, beside simple rules.

python -m benchmarks.quality.rhetoric [--shipped] [--json]

排比 on sentences of Paibi-Student-Essays (three branches or more inside the sentence); 排比, 对偶,
引语 and 问语 on fragments of ConFiguRe (Zhu et al. 2022) and on the paragraphs of our own pages, where the question
is whether a text holds the figure. The baseline is a simple rule.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality import figures, gate
from benchmarks.quality.corpora import OWN, data_folder
from benchmarks.quality.figures import Beside, Figure
from benchmarks.quality.truths import load
from compare.rhetoric.antithesis import antitheses
from compare.rhetoric.parallelism import parallelisms
from compare.rhetoric.profile import devices
from compare.rhetoric.questions import questions
from compare.rhetoric.quotation import quotations
from seeds.language.analysis import AnalysedParagraph, analysis_of, paragraph_of

OPINION = Path(__file__).with_name("opinion_rhetoric.json")


class Text(NamedTuple):
    """A labelled text of an essay or a book (`group`).

    `marks` are the spans of each figure, None where only `label`, whether it holds a 排比, is known.
    """

    corpus: str
    group: str
    text: str
    label: bool
    marks: dict[str, list[tuple[int, int]]] | None


def pse(path: Path) -> list[Text]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Text("pse", str(r["essay"]), r["text"], r["branches_in_sentence"] >= 3, None) for r in rows]


def configure(path: Path) -> list[Text]:
    texts = []
    for name, row in sorted(json.loads(path.read_text("utf-8")).items()):
        marks: dict[str, list[tuple[int, int]]] = {}
        for unit in row["units"]:
            marks.setdefault(unit["fos"], []).append((unit["begin"], unit["end"]))
        group = name.rsplit("_", 1)[0]
        texts.append(Text("configure", group, row["fragment"], "排比" in marks, marks))
    return texts


class Marked(NamedTuple):
    """A paragraph of an opinion piece read for a figure: the stretches that are one, and the unclear ones."""

    piece: str
    text: str
    devices: list[tuple[int, int]]
    unclear: list[tuple[int, int]]


def opinion(figure: str, part: str) -> list[Marked]:
    """The paragraphs of the pieces read for 排比 or 对偶: `train` or `held`."""
    marks = json.loads(OPINION.read_text("utf-8"))[figure]
    articles = (data_folder() / "opinion" / "articles.jsonl").read_text("utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, articles)}
    found = []
    for piece in marks[part]:
        for paragraph in analysis_of(texts[piece]).paragraphs:
            rows = [row for row in marks["marks"].get(piece, []) if row[0] == paragraph.index]
            devices, unclear = (
                [(a, b) for _, a, b, label in rows if label == wanted] for wanted in (1, None)
            )
            found.append(Marked(piece, paragraph.text, devices, unclear))
    return found


def cover(left: tuple[int, int], right: tuple[int, int]) -> float:
    """Overlap of two stretches over their union."""
    shared = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    return shared / (max(left[1], right[1]) - min(left[0], right[0]))


def measure_opinion() -> list[Figure]:
    """F1 of 排比 and 对偶 in opinion pieces that the models were not fitted on; one is found if half of it is."""
    measured = []
    for figure, kind in (("排比", "parallelism"), ("对偶", "antithesis")):
        found = []
        for marked in opinion(figure, "held"):
            said = [
                (item.start, item.end) for item in devices(paragraph_of(marked.text)) if item.kind == kind
            ]
            right = sum(any(cover(one, span) >= 0.5 for span in marked.devices) for one in said)
            unclear = sum(any(a < one[1] and one[0] < b for a, b in marked.unclear) for one in said)
            found.append((right, max(right, len(said) - unclear), len(marked.devices)))
        measured.append(Figure("rhetoric", "opinion", figure, *figures.measured(found, figures.f1)))
    return measured


def own() -> list[Text]:
    """The paragraphs of our own pages, in which figures are known but not their place."""
    texts = []
    for path in sorted(OWN.glob("*.txt")):
        for piece in load(path)[1]["pieces"]:
            for part in piece["body"]:
                if part["type"] == "para":
                    marks = {figure: [(0, len(part["text"]))] for figure in part["figures"]}
                    texts.append(Text("own", path.stem, part["text"], "排比" in marks, marks))
    return texts


def parallel_rule(read: AnalysedParagraph) -> bool:
    """Three clauses in a row that open with the same word."""
    openings = [group[0].words[0].text for group in read.divided(2)]
    return any(a == b == c for a, b, c in zip(openings, openings[1:], openings[2:], strict=False))


def couplet_rule(read: AnalysedParagraph) -> bool:
    """Two clauses of the same four characters or more."""
    sizes = [group[-1].end - group[0].start for group in read.divided(2)]
    return any(a == b >= 4 for a, b in itertools.pairwise(sizes))


def quote_rule(read: AnalysedParagraph) -> bool:
    """Quotation marks."""
    return "“" in read.text


def question_rule(read: AnalysedParagraph) -> bool:
    """A question mark."""
    return bool(re.search("[？?]", read.text))


class Task(NamedTuple):
    """A figure: what we say, and what a simple rule says."""

    figure: str
    ours: Callable[[AnalysedParagraph], bool]
    rule: Callable[[AnalysedParagraph], bool]


TASKS = (
    Task("排比", lambda read: bool(parallelisms(read)), parallel_rule),
    Task("对偶", lambda read: bool(antitheses(read)), couplet_rule),
    Task("引语", lambda read: any(d.form == "saying" for d in quotations(read)), quote_rule),
    Task("问语", lambda read: bool(questions(read)), question_rule),
)


def counts(truth: Sequence[bool], said: Sequence[bool]) -> list[tuple[int, int, int]]:
    """For each text: rightly said to hold the figure, said to, holding it."""
    return [(int(t and s), int(s), int(t)) for t, s in zip(truth, said, strict=True)]


def measure(texts: Sequence[Text]) -> list[Figure]:
    """F1 of every figure that the texts of one corpus tell of."""
    found = []
    read = [paragraph_of(text.text) for text in texts]
    for task in TASKS:
        if any(text.marks is None for text in texts):
            if task.figure != "排比":
                continue
            truth = [text.label for text in texts]
        else:
            truth = [task.figure in (text.marks or {}) for text in texts]
        if not any(truth):
            continue
        ours = counts(truth, [task.ours(paragraph) for paragraph in read])
        rule = figures.measured(counts(truth, [task.rule(paragraph) for paragraph in read]), figures.f1)
        beside = Beside("simple rule", rule.value)
        name = texts[0].corpus
        found.append(Figure("rhetoric", name, task.figure, *figures.measured(ours, figures.f1), beside))
    return found


MEASURES = (
    gate.Measure("opinion", ("opinion_rhetoric",), measure_opinion),
    gate.Measure("own", ("own",), lambda: measure(own())),
    gate.Measure("pse", ("pse",), lambda: measure(pse(data_folder() / "rhetoric" / "pse_dev.jsonl"))),
    gate.Measure(
        "configure",
        ("configure",),
        lambda: measure(configure(data_folder() / "rhetoric" / "ConFiguRe_valid.json")),
    ),
)


if __name__ == "__main__":
    sys.exit(gate.run("rhetoric"))
