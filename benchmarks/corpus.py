"""What a corpus costs: `python -m benchmarks.corpus [ARTICLES ...]`, with `--help` for more.

Articles of 1,500 characters are cut from the background in the order of its days; where more are asked for than it
has, those of `benchmarks.repeats` follow, put together anew from its sentences. Each size is a process of its own,
with a store; numpy has one thread. The times are the best of some rounds; the last column is how many times as long a
size takes as a quarter of it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from difflib import SequenceMatcher
from itertools import combinations, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.quality.corpora import data_folder
from benchmarks.repeats import texts
from benchmarks.speed.child import Used, run

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (1250, 2500, 5000, 10_000)
LENGTH = 1500
DIFFLIB = 40
"""Articles of which difflib compares every pair."""


def articles() -> Iterator[str]:
    """Articles of `LENGTH` characters, as many as are taken."""
    held = ""
    for _, text in texts(10**9):
        held += text.strip() + "\n"
        while len(held) >= LENGTH:
            yield held[:LENGTH]
            held = held[LENGTH:]


def write(path: Path, number: int) -> None:
    """So many articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for at, text in enumerate(islice(articles(), number)):
            file.write(json.dumps({"id": f"{at:07}", "text": text}, ensure_ascii=False) + "\n")


def measured(number: int, arguments: list[str], rounds: int) -> tuple[Used, int, int]:
    """What so many articles take, the rows there are, and the bytes of the store."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles.jsonl", number)
        best = None
        for at in range(rounds):
            out, store = folder / f"{at}.jsonl", folder / f"{at}.store"
            command = [
                "corpus",
                "pairs",
                str(folder / "articles.jsonl"),
                "--out",
                str(out),
                "--store",
                str(store),
            ]
            used = run("-m", "oped", *command, "--quiet", *arguments)
            best = used if best is None or used.cpu < best.cpu else best
        assert best is not None
        with out.open("rb") as rows:
            count = sum(1 for _ in rows)
        return best, count, sum(file.stat().st_size for file in store.rglob("*") if file.is_file())


def difflib_seconds() -> float:
    """CPU seconds that difflib takes for a pair of articles, the shared blocks of 8 characters and more."""
    some = list(islice(articles(), DIFFLIB))
    start = time.process_time()
    for one, other in combinations(some, 2):
        [b for b in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if b.size >= 8]
    return (time.process_time() - start) / (DIFFLIB * (DIFFLIB - 1) / 2)


def main() -> None:
    """Print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--engine", default="duckdb")
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--difflib", action="store_true")
    asked = parser.parse_args()
    if not (data_folder() / "background").is_dir():
        print(f"skipped: no background in {data_folder()}; set OPED_DATA", file=sys.stderr)
        return
    os.environ["OMP_NUM_THREADS"] = "1"
    seen: dict[int, float] = {}
    print("articles    wall s     CPU s    MB      rows  CPU ms/article  store KB/article  times a quarter")
    for number in asked.sizes:
        used, rows, size = measured(number, ["--engine", asked.engine, "--jobs", asked.jobs], asked.rounds)
        seen[number] = used.cpu
        growth = f"{used.cpu / seen[number // 4]:.2f}" if number // 4 in seen else ""
        print(
            f"{number:8,} {used.wall:9.1f} {used.cpu:9.1f} {used.peak_mb:5.0f} {rows:9,} "
            f"{1000 * used.cpu / number:15.2f} {size / number / 1000:17.1f}  {growth:>15}",
            flush=True,
        )
    if asked.difflib:
        each = difflib_seconds()
        for number in asked.sizes:
            whole = each * number * (number - 1) / 2
            print(
                f"difflib, every pair of {number:,}: {whole:,.0f} s of CPU, from {1000 * each:.1f} ms a pair"
            )


if __name__ == "__main__":
    main()
