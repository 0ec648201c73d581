"""What a user waits for, in CPU seconds and MB, with the code of this tree and of an earlier commit in turn.

    python -m benchmarks.speed.targets [NAME ...] [--before COMMIT] [--json]

Best of three runs, each a process of its own with numpy on one thread; what takes more than ten seconds runs once. On a
busy machine the ratio of two times in turn says more than either.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.build_themes import background
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
PAIRS = """
import json, sys
from compare import compare_all
compare_all([json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")])
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


TARGETS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "version": lambda folder: ("-m", "oped", "--version"),
    "report": lambda folder: ("-m", "oped", "report", PAGE),
    "long page": lambda folder: (
        "-m",
        "oped",
        "report",
        page(folder / "page.txt", 121_000),
        "--format",
        "json",
    ),
    "30 pages": lambda folder: ("-c", WARM, PAGE, "30"),
    "300 pages": lambda folder: ("-c", WARM, PAGE, "300"),
    "1,000 pieces": lambda folder: ("-c", PAIRS, opinion(folder / "opinion.jsonl", 1000)),
    "1,000 articles": lambda folder: _corpus(folder, 1000),
    "5,000 articles": lambda folder: _corpus(folder, 5000),
    "phrases of 5,000": lambda folder: _corpus(folder, 5000, "phrases", "--formulas"),
}
ROUNDS, LONG = 3, 10.0


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
            found = measured(TARGETS[name](Path(data)), trees)
            told[name] = {label: used._asdict() for label, used in found.items()}
            line = "  ".join(
                f"{label} {used.cpu:.2f} s {used.peak_mb:,.0f} MB" for label, used in found.items()
            )
            print(f"{name}: {line}", file=sys.stderr if asked.json else sys.stdout, flush=True)
    if asked.json:
        print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
