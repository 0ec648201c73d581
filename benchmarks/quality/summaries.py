"""How good summaries are, by character ROUGE with intervals, beside a baseline and a bound.

    python -m benchmarks.quality.summaries [--json]
    python -m benchmarks.quality.summaries --engine NAME ...      the full table of some engines

Development splits and corpora that nothing was trained on: on those, of transfer, the floor is that of `lead`. The
baseline is the first sentences, the limit what choosing greedily with the reference in hand gets.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import NamedTuple

from benchmarks.quality import gate
from benchmarks.quality.corpora import data_folder
from benchmarks.quality.figures import Beside, Figure
from summarize.evaluate import Evaluation, Task, evaluate
from summarize.rankers import DEFAULT
from summarize.scores import Interval, SystemScores


class Corpus(NamedTuple):
    """A file, what is asked of it, and the budget."""

    name: str
    file: str
    task: Task
    chars: int
    title: bool


CORPORA = (
    Corpus("leads", "xwlb_lead.dev", "paragraph", 110, False),
    Corpus("leads, title", "xwlb_lead.dev", "paragraph", 110, True),
    Corpus("standfirsts", "lctt_dek.dev", "paragraph", 44, True),
    Corpus("headlines", "xwlb_title.dev", "headline", 24, False),
    Corpus("meetings", "vcsum.train", "paragraph", 140, False),
    Corpus("messages", "lcsts_part3.dev", "headline", 24, False),
)


def parts(system: SystemScores) -> tuple[tuple[str, Interval], ...]:
    return ("ROUGE-1", system.one), ("ROUGE-2", system.two), ("ROUGE-L", system.longest)


def evaluated(corpus: Corpus, engine: str = DEFAULT) -> Evaluation:
    path = data_folder() / "eval" / f"{corpus.file}.jsonl"
    return evaluate(path, engine=engine, task=corpus.task, chars=corpus.chars, title=corpus.title)


def figures_of(
    suite: str, name: str, documents: int, ours: SystemScores, lead: SystemScores, oracle: SystemScores
) -> list[Figure]:
    """A figure for each kind of ROUGE."""
    rows = zip(parts(ours), parts(lead), parts(oracle), strict=True)
    return [
        Figure(
            suite,
            name,
            metric,
            score.mean,
            score.low,
            score.high,
            documents,
            Beside("first sentences", low.mean),
            Beside("greedy oracle", high.mean),
        )
        for (metric, score), (_, low), (_, high) in rows
    ]


def measure(corpus: Corpus) -> list[Figure]:
    done = evaluated(corpus)
    systems = {system.name: system for system in done.systems}
    return figures_of(
        "summaries", corpus.name, done.documents, systems[DEFAULT], systems["lead"], systems["oracle"]
    )


MEASURES = tuple(gate.Measure(corpus.name, (corpus.file,), partial(measure, corpus)) for corpus in CORPORA)


def line(corpus: Corpus, system: SystemScores) -> str:
    cells = "  ".join(f"{i.mean:5.1f} ({i.low:.1f}-{i.high:.1f})" for _, i in parts(system))
    return f"{corpus.name:28} {corpus.chars:4} {system.name:14} {cells}"


def main() -> int:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--engine", action="append")
    options, rest = parser.parse_known_args()
    if not options.engine:
        return gate.run("summaries", rest)
    for corpus in CORPORA:
        missing, changed = gate.state_of(corpus.file)
        if missing or changed:
            print(f"skipped: {missing or changed}", file=sys.stderr)
            continue
        shown: set[str] = set()
        for engine in options.engine:
            for system in evaluated(corpus, engine).systems:
                if system.name not in shown:
                    print(line(corpus, system), flush=True)
                    shown.add(system.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
