"""What a user waits for, in CPU seconds and MB, with the code of this tree and of an earlier one in turn.

    python -m benchmarks.speed.targets [NAME ...] [--before TREE] [--rounds N] [--json]

TREE is a checkout, as `git worktree add ../before e4f5884` makes it. Best of the rounds, each a process of its own.
The machine may be busy: the ratio of two times in turn says more than either.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import articles, write
from benchmarks.quality.corpora import ROOT, data_folder
from benchmarks.speed.child import Used, run

PAGE = str(ROOT / "seeds" / "pages" / "lvliang-2021.txt")

WARM = """
import sys
from seeds import read_page
from oped import report
for _ in range(int(sys.argv[2])):
    report(read_page(sys.argv[1]))
"""
PAIRS = """
import json, sys
from compare import compare_all
compare_all([json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")])
"""


def opinion(path: Path, number: int) -> str:
    """So many opinion pieces as JSON Lines: those of the data, then articles of the news."""
    with (data_folder() / "opinion" / "articles.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, number)]
    texts += islice(articles(), number - len(texts))
    path.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts), "utf-8")
    return str(path)


def page(path: Path, characters: int) -> str:
    """Opinion pieces on one page of so many characters."""
    made = ""
    with (data_folder() / "opinion" / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            made += f"{row['title']}\n\n□ 王建国\n\n{row['text']}\n\n\n"
            if len(made) > characters:
                break
    path.write_text(made, "utf-8")
    return str(path)


def corpus(path: Path, number: int) -> str:
    """So many articles of 1,500 characters as JSON Lines."""
    write(path, number)
    return str(path)


TARGETS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "version": lambda folder: ("-m", "oped", "--version"),
    "report": lambda folder: ("-m", "oped", "report", PAGE),
    "page of 121,000 characters": lambda folder: (
        "-m", "oped", "report", page(folder / "page.txt", 121_000), "--format", "json"
    ),
    "30 pages in one process": lambda folder: ("-c", WARM, PAGE, "30"),
    "300 pages in one process": lambda folder: ("-c", WARM, PAGE, "300"),
    "300 pieces, every pair": lambda folder: ("-c", PAIRS, opinion(folder / "300.jsonl", 300)),
    "1,000 pieces, every pair": lambda folder: ("-c", PAIRS, opinion(folder / "1000.jsonl", 1000)),
    "corpus of 1,000 articles": lambda folder: (
        "-m", "oped", "corpus", "pairs", corpus(folder / "c1000.jsonl", 1000), "--out", str(folder / "rows.jsonl")
    ),
    "corpus of 5,000 articles": lambda folder: (
        "-m", "oped", "corpus", "pairs", corpus(folder / "c5000.jsonl", 5000), "--out", str(folder / "rows.jsonl")
    ),
    "phrases of 50 million characters": lambda folder: ("-m", "benchmarks.repeats"),
}  # fmt: skip


def best(tree: Path, arguments: tuple[str, ...], so_far: Used | None) -> Used:
    """The less of a run of the code in `tree` and the best before it."""
    used = run(*arguments, path=tree)
    return used if so_far is None or used.cpu < so_far.cpu else so_far


def main() -> None:
    """Print a line a target, or one object."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(TARGETS)}")
    parser.add_argument("--before", type=Path, metavar="TREE")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if not (data_folder() / "background").is_dir():
        print(f"skipped: no data in {data_folder()}; set OPED_DATA", file=sys.stderr)
        return
    os.environ["OMP_NUM_THREADS"] = "1"
    trees = {"now": ROOT} | ({"before": asked.before.resolve()} if asked.before else {})
    found = {}
    with TemporaryDirectory() as folder:
        for name in asked.names or TARGETS:
            arguments = TARGETS[name](Path(folder))
            taken: dict[str, Used] = {}
            for _ in range(asked.rounds):
                for label, tree in trees.items():
                    taken[label] = best(tree, arguments, taken.get(label))
            found[name] = {label: used._asdict() for label, used in taken.items()}
            told = "  ".join(
                f"{label} {used.cpu:.2f} s {used.peak_mb:,.0f} MB" for label, used in taken.items()
            )
            print(f"{name}: {told}", file=sys.stderr if asked.json else sys.stdout, flush=True)
    if asked.json:
        print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
