"""What a user waits for, in CPU seconds and MB, with the code of this tree and of an earlier commit in turn.

    python -m benchmarks.speed.targets [NAME ...] [--before COMMIT] [--json]

Best of three runs, each a process of its own with numpy on one thread; what takes more than three seconds runs once. On
a busy machine the ratio of two times in turn says more than either. "packages" is no work of ours, but what bounds it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.build_themes import background
from benchmarks.drawn_corpus import draw
from benchmarks.quality.corpora import ROOT, data_folder
from benchmarks.speed.child import Used, run

LENGTH = 1500
PAGE = str(ROOT / "seeds" / "pages" / "lvliang-2021.txt")

WARM = """
import sys
from seeds import read_page
from oped import report
for _ in range(int(sys.argv[2])):
    report([read_page(sys.argv[1])])
"""
PACKAGES = "import click, numpy, rich.console, rich.table, rjieba; rjieba.cut('')"
"""What a report cannot do without: the least that it takes."""
SUMMARIES = """
import json, sys
from summarize import summarize
for line in open(sys.argv[1], encoding="utf-8"):
    summarize(json.loads(line)["text"])
"""
PAIRS = """
import json, sys
from compare import compare_all
for pair in compare_all([json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]):
    pair.scores, pair.matches  # each pair is made when it is looked at
"""
REPEATS = """
import json, sys
from itertools import islice
from compare.mining import corpus_phrases
with open(sys.argv[1], encoding="utf-8") as lines:
    docs = [(row["id"], row["text"]) for row in map(json.loads, lines)]
list(islice(corpus_phrases(docs), 50))
"""


def articles() -> Iterator[str]:
    """The news in the order of its days, cut to articles of 1,500 characters."""
    held = ""
    for text in background():
        held += text.strip() + "\n"
        while len(held) >= LENGTH:
            yield held[:LENGTH]
            held = held[LENGTH:]


def opinion(path: Path, number: int) -> str:
    """So many opinion pieces as JSON Lines: those of the data, then articles of the news."""
    with (data_folder() / "opinion" / "articles.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, number)]
    texts += islice(articles(), number - len(texts))
    path.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts), "utf-8")
    return str(path)


def drawn(folder: Path, number: int) -> str:
    """So many drawn articles as JSON Lines, about 600 characters each."""
    draw(folder, number, seed=1)
    return str(folder / "docs.jsonl")


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


class Target(NamedTuple):
    """A command, and the seconds and MB that it should take at the most."""

    made: Callable[[Path], tuple[str, ...]]
    seconds: float
    mb: float | None = None


TARGETS = {
    "version": Target(lambda folder: ("-m", "oped", "--version"), 0.05),
    "packages": Target(lambda folder: ("-c", PACKAGES), 0.6),
    "report": Target(lambda folder: ("-m", "oped", "report", PAGE), 0.6),
    "long page": Target(
        lambda folder: ("-m", "oped", "report", page(folder / "page.txt", 121_000), "--format", "json"), 5
    ),
    "20 pages": Target(lambda folder: ("-c", WARM, PAGE, "20"), 0.6 + 19 * 0.15),
    "100 pages": Target(lambda folder: ("-c", WARM, PAGE, "100"), 0.6 + 99 * 0.15),
    "600 summaries": Target(lambda folder: ("-c", SUMMARIES, opinion(folder / "600.jsonl", 600)), 1.4),
    "1,000 pieces": Target(lambda folder: ("-c", PAIRS, opinion(folder / "1000.jsonl", 1000)), 20, 1000),
    "5,000 articles": Target(lambda folder: _corpus(folder, 5000), 9, 600),
    "phrases of 5,000": Target(lambda folder: _corpus(folder, 5000, "phrases", "--formulas"), 9, 600),
    "50 M characters": Target(lambda folder: ("-c", REPEATS, drawn(folder, 84_300)), 20),
}
ROUNDS, LONG = 3, 3.0


def _corpus(folder: Path, number: int, view: str = "pairs", *arguments: str) -> tuple[str, ...]:
    given = folder / f"{number}.jsonl"
    rows = ({"id": f"{at:07}", "text": text} for at, text in enumerate(islice(articles(), number)))
    given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return ("-m", "oped", "corpus", view, str(given), "--out", str(folder / "rows.jsonl"), *arguments)


def measured(arguments: tuple[str, ...], trees: Mapping[str, Path]) -> dict[str, Used]:
    """The least that the code of each tree took, run in turn."""
    found: dict[str, Used] = {}
    for number in range(ROUNDS):
        for label, tree in trees.items():
            if number and found[label].cpu > LONG:
                continue
            used = run(*arguments, path=tree)
            found[label] = min(used, found.get(label, used))
    return found


def checked_out(commit: str, folder: Path) -> Path:
    """The tree of a commit, written into a folder."""
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)
    return folder


def main() -> None:
    """Print a line a target, or one object."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {'; '.join(TARGETS)}")
    parser.add_argument("--before", metavar="COMMIT")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if not (data_folder() / "background").is_dir():
        print(f"skipped: no data in {data_folder()}; set OPED_DATA", file=sys.stderr)
        return
    os.environ["OMP_NUM_THREADS"] = "1"
    told: dict[str, dict[str, dict[str, float]]] = {}
    with TemporaryDirectory() as data, TemporaryDirectory() as tree:
        trees = {"now": ROOT}
        if asked.before:
            trees["before"] = checked_out(asked.before, Path(tree))
        for name in asked.names or TARGETS:
            target = TARGETS[name]
            found = measured(target.made(Path(data)), trees)
            told[name] = {label: used._asdict() for label, used in found.items()}
            told[name]["most"] = {"cpu": target.seconds, "peak_mb": target.mb or 0}
            line = "  ".join(
                f"{label} {used.cpu:.2f} s {used.peak_mb:,.0f} MB" for label, used in found.items()
            )
            met = found["now"].cpu <= target.seconds and found["now"].peak_mb <= (target.mb or inf)
            print(
                f"{name}: {line}" + "  missed" * (not met),
                file=sys.stderr if asked.json else sys.stdout,
                flush=True,
            )
    if asked.json:
        print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
