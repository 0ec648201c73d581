"""How good summaries are, by character ROUGE with intervals, beside a baseline and a bound.

    python -m benchmarks.quality.summaries [--engine NAME ...] [--json]

Development splits and corpora that nothing was trained on. Exits with 1 if the default engine is below a floor or,
on a corpus of transfer, below `lead`. Without the data the script says so and ends well.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import NamedTuple

from benchmarks.quality.corpora import data_folder
from summarize import engines
from summarize.evaluate import Evaluation, SystemScores, Task, evaluate
from summarize.rankers import DEFAULT


class Measure(NamedTuple):
    """One line of the table: a file, the task, its budget, and the floors for ROUGE-1, 2 and L."""

    corpus: str
    task: Task
    chars: int
    title: bool
    floors: tuple[float, float, float] | None


MEASURES = (
    Measure("xwlb_lead.dev", "paragraph", 110, False, (43, 24, 28)),
    Measure("xwlb_lead.dev", "paragraph", 110, True, (45, 26, 29)),
    Measure("lctt_dek.dev", "paragraph", 44, True, (33, 17, 26)),
    Measure("xwlb_title.dev", "headline", 24, False, (42, 31, 38)),
    Measure("vcsum.train", "paragraph", 140, False, None),
    Measure("lcsts_part3.dev", "headline", 24, False, None),
)
"""Floors were set before anything was measured; None stands for those of `lead`."""


def scores_of(system: SystemScores) -> tuple[float, float, float]:
    return system.one.mean, system.two.mean, system.longest.mean


def misses(measure: Measure, evaluation: Evaluation) -> list[str]:
    """The scores of the first system that lie below their floors."""
    systems = {system.name: system for system in evaluation.systems}
    floors = measure.floors or scores_of(systems["lead"])
    pairs = zip(("ROUGE-1", "ROUGE-2", "ROUGE-L"), scores_of(evaluation.systems[0]), floors, strict=True)
    return [f"{name} {value:.2f} < {floor:.2f}" for name, value, floor in pairs if value < floor]


def line(measure: Measure, system: SystemScores) -> str:
    title = "title" if measure.title else "no title"
    cells = "  ".join(
        f"{i.mean:5.1f} ({i.low:.1f}-{i.high:.1f})" for i in (system.one, system.two, system.longest)
    )
    return f"{measure.corpus:16} {measure.task:10} {measure.chars:4} {title:9} {system.name:14} {cells}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [info.name for info in engines()]
    parser.add_argument("--engine", action="append", choices=names, help="default: learned and graph")
    parser.add_argument("--json", action="store_true", help="one object a line instead of the table")
    arguments = parser.parse_args()
    failures = []
    for measure in MEASURES:
        path = data_folder() / "eval" / f"{measure.corpus}.jsonl"
        if not path.exists():
            print(f"skipped: no {measure.corpus} in {path.parent}", file=sys.stderr)
            continue
        shown: set[str] = set()
        for engine in arguments.engine or (DEFAULT, "graph"):
            done = evaluate(path, engine=engine, task=measure.task, chars=measure.chars, title=measure.title)
            if arguments.json:
                print(json.dumps(done.to_dict(), ensure_ascii=False))
            else:
                for system in done.systems:
                    if system.name not in shown:
                        print(line(measure, system), flush=True)
                        shown.add(system.name)
            if engine == DEFAULT:
                failures += [f"{measure.corpus} {measure.task}: {miss}" for miss in misses(measure, done)]
    for failure in failures:
        print(f"below its floor: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
