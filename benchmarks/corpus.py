"""What a corpus costs: time, memory and disk of its views at several sizes, a line each.

    python -m benchmarks.corpus [ARTICLES ...] [--views pairs reprints phrases] [--memory 512MB] [--engine spark]
        [--json]

Articles are drawn by `benchmarks.drawn_corpus`; each view of each size is a process of its own, with numpy on one
thread. Memory is the most that the process held, of which `--memory` bounds the tables only, and disk the most that it
had written. Milliseconds are those of CPU time an article, which stay level where work grows with the articles; pairs
grow faster, for the more articles the more rows each is in, so that microseconds are those of CPU time a row. The last
columns are of reprints F1 of the pairs in one cluster and of the first printings.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

from benchmarks.drawn_corpus import draw, score
from benchmarks.quality.corpora import data_folder
from benchmarks.speed.child import run

if TYPE_CHECKING:
    from benchmarks.speed.child import Used

SIZES = (1000, 10_000, 100_000)
VIEWS = {
    "pairs": ("--quiet",),
    "reprints": ("--format", "json"),
    "phrases": ("--formulas", "--format", "json"),
}
LINE = (
    "{view:8} {articles:9,} {wall:9.1f} {cpu:9.1f} {mb:10,.0f} {disk_mb:9,.0f} {found:9,} "
    "{ms_each:8.2f} {us_a_row:9,.0f}"
)
F1 = ("pairs", "first")
EVERY = 0.5
"""Seconds between two looks at the disk."""


class Disk:
    """The most bytes that lie in a folder while something is at work."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.most, self._done = folder, 0, Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> Disk:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(EVERY):
            with suppress(FileNotFoundError):
                self.most = max(self.most, sum(file.lstat().st_size for file in self.folder.rglob("*")))


def measured(view: str, docs: Path, folder: Path, arguments: list[str]) -> tuple[Used, Path, int]:
    """What a view of some articles takes, the file of what it found, and the bytes it had on disk."""
    folder.mkdir()
    os.environ["TMPDIR"] = str(folder)
    out = folder / "found.jsonl"
    with Disk(folder) as disk:
        used = run("-m", "oped", "corpus", view, str(docs), "--out", str(out), *VIEWS[view], *arguments)
    return used, out, disk.most


def main() -> None:
    """Print a line a view and size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--views", nargs="+", choices=VIEWS, default=list(VIEWS))
    parser.add_argument("--engine", default="duckdb")
    parser.add_argument("--memory", default="512MB")
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if not (data_folder() / "background").is_dir():
        print(f"skipped: no background in {data_folder()}; set OPED_DATA", file=sys.stderr)
        return
    os.environ["OMP_NUM_THREADS"] = "1"
    shown = sys.stderr if asked.json else sys.stdout
    works = ["--engine", asked.engine, "--memory", asked.memory, "--jobs", asked.jobs]
    rows: list[dict[str, float | str]] = []
    print(
        "view      articles    wall s     CPU s  memory MB   disk MB     found  ms each  us a row  F1",
        file=shown,
    )
    for size in asked.sizes:
        with TemporaryDirectory() as name:
            folder = Path(name)
            draw(folder, size, asked.seed)
            for view in asked.views:
                arguments = works if view != "phrases" else []
                used, out, disk = measured(view, folder / "docs.jsonl", folder / view, arguments)
                with out.open("rb") as lines:
                    found = sum(1 for _ in lines)
                row = {
                    "view": view,
                    "articles": size,
                    "wall": used.wall,
                    "cpu": used.cpu,
                    "mb": used.peak_mb,
                    "disk_mb": disk / 1e6,
                    "found": found,
                    "ms_each": 1e3 * used.cpu / size,
                    "us_a_row": 1e6 * used.cpu / max(1, found),
                }
                if view == "reprints":
                    row |= score(folder / "truth.jsonl", out)
                rows.append(row)
                print(
                    LINE.format(**row),
                    *(f"{row[name]:.3f}" for name in F1 if name in row),
                    file=shown,
                    flush=True,
                )
    if asked.json:
        print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
