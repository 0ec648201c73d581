"""How well the devices are found, against people's labels, beside simple rules.

python -m benchmarks.quality.rhetoric [--configure FILE] [--pse FILE] [--json]

排比 on sentences of Paibi-Student-Essays (three branches or more inside the sentence); 排比, 对偶, 反复,
引语 and 问语 on fragments of ConFiguRe (Zhu et al. 2022), where the question is whether a fragment holds
the figure. Ends with 1 below a floor; without the data it says so and ends well.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from compare.rhetoric.antithesis import antitheses
from compare.rhetoric.parallelism import parallelisms
from compare.rhetoric.passage import Passage, passage
from compare.rhetoric.questions import questions
from compare.rhetoric.quotation import quotations
from compare.rhetoric.repetition import repetitions
from seeds.tokens import default_tokenizer

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = {"pse 排比": 0.55, "configure 排比": 0.68}
"""Set before anything was measured."""


class Text(NamedTuple):
    """A labelled text of an essay or a book (`group`).

    `marks` are the spans of each figure, None where only `label`, whether it holds a 排比, is known.
    """

    corpus: str
    group: str
    text: str
    label: bool
    marks: dict[str, list[tuple[int, int]]] | None


class Score(NamedTuple):
    """Precision, recall and F1 of a yes-or-no decision, with the number of texts that hold the figure."""

    precision: float
    recall: float
    f1: float
    positives: int


def data_folder() -> Path:
    return Path(os.environ.get("OPED_DATA") or ROOT.parent / "shared" / "data")


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


def score(truth: Sequence[bool], said: Sequence[bool]) -> Score:
    both = sum(t and s for t, s in zip(truth, said, strict=True))
    precision = both / sum(said) if sum(said) else 0.0
    recall = both / sum(truth) if sum(truth) else 0.0
    f1 = 2 * both / (sum(said) + sum(truth)) if sum(said) + sum(truth) else 0.0
    return Score(precision, recall, f1, sum(truth))


def parallel_rule(read: Passage) -> bool:
    """Three clauses in a row that open with the same word."""
    openings = [group[0].words[0].text for group in read.divided(2)]
    return any(a == b == c for a, b, c in zip(openings, openings[1:], openings[2:], strict=False))


def couplet_rule(read: Passage) -> bool:
    """Two clauses of the same four characters or more."""
    sizes = [group[-1].end - group[0].start for group in read.divided(2)]
    return any(a == b >= 4 for a, b in itertools.pairwise(sizes))


def repeat_rule(read: Passage) -> bool:
    """Two clauses in a row that are the same."""
    return any(a.text == b.text for a, b in zip(read.phrases, read.phrases[1:], strict=False))


def quote_rule(read: Passage) -> bool:
    """Quotation marks."""
    return "“" in read.text


def question_rule(read: Passage) -> bool:
    """A question mark."""
    return bool(re.search("[？?]", read.text))


class Task(NamedTuple):
    """A figure: what we say, and what a simple rule says."""

    figure: str
    ours: Callable[[Passage], bool]
    rule: Callable[[Passage], bool]


TASKS = (
    Task("排比", lambda read: bool(parallelisms(read)), parallel_rule),
    Task("对偶", lambda read: bool(antitheses(read)), couplet_rule),
    Task("反复", lambda read: any(d.form == "immediate" for d in repetitions(read)), repeat_rule),
    Task("引语", lambda read: any(d.form == "saying" for d in quotations(read)), quote_rule),
    Task("问语", lambda read: any(d.form != "open" for d in questions(read)), question_rule),
)


def measure(texts: Iterable[Text]) -> dict[str, dict[str, Score]]:
    """For every corpus and figure the scores of ours and of the rule."""
    results: dict[str, dict[str, Score]] = {}
    by_corpus: dict[str, list[tuple[Text, Passage]]] = {}
    for text in texts:
        by_corpus.setdefault(text.corpus, []).append((text, passage(text.text, default_tokenizer())))
    for corpus, rows in by_corpus.items():
        for task in TASKS:
            if any(text.marks is None for text, _ in rows):
                if task.figure != "排比":
                    continue
                truth = [text.label for text, _ in rows]
            else:
                truth = [task.figure in (text.marks or {}) for text, _ in rows]
            results[f"{corpus} {task.figure}"] = {
                "ours": score(truth, [task.ours(read) for _, read in rows]),
                "rule": score(truth, [task.rule(read) for _, read in rows]),
            }
    return results


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    folder = data_folder() / "rhetoric"
    parser.add_argument("--pse", type=Path, default=folder / "pse_dev.jsonl")
    parser.add_argument("--configure", type=Path, default=folder / "ConFiguRe_valid.json")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    texts: list[Text] = []
    for path, read in ((given.pse, pse), (given.configure, configure)):
        if path.exists():
            texts += read(path)
        else:
            print(f"skipped: no {path}", file=sys.stderr)
    results = measure(texts)
    low = {name for name, row in results.items() if row["ours"].f1 < FLOORS.get(name, 0.0)}
    if given.json:
        plain: dict[str, Any] = {
            name: {who: s._asdict() for who, s in row.items()} for name, row in results.items()
        }
        print(json.dumps(plain, ensure_ascii=False, indent=1))
        return 1 if low else 0
    print(f"{'':<18}{'positives':>9}{'P':>7}{'R':>7}{'F1':>7}{'rule F1':>9}{'floor':>7}")
    for name, row in results.items():
        ours = row["ours"]
        figures = f"{ours.positives:>9}{ours.precision:>7.3f}{ours.recall:>7.3f}{ours.f1:>7.3f}"
        floor = f"{FLOORS[name]:>7.2f}" if name in FLOORS else ""
        print(f"{name:<16}{figures}{row['rule'].f1:>9.3f}{floor}{'  under floor' if name in low else ''}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
