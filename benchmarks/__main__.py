"""All benchmarks in one command and on one page.

    python -m benchmarks [all | speed | quality | check] [--quick] [--full] [--json FILE] [--history]

`all`, the default, takes less than ten minutes on two cores; `check` (a minute) is for machines that watch: it
compares a few ratios with the last line of the history. `pip install -e '.[bench]'` has all that is asked for; peers
that are missing are named and left out. Exit code 1 if the gate of quality or the check fails.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.text import Text

from benchmarks import card, history
from benchmarks.quality import gate
from benchmarks.speed import results, texts
from seeds import __version__

NEEDED = ("pytest", "pytest_benchmark")
PEERS = ("datasketch", "jiagu", "rapidfuzz", "scipy", "sklearn", "sumy")


def missing(modules: Sequence[str]) -> list[str]:
    """Those of some modules that are not installed."""
    return [name for name in modules if find_spec(name) is None]


def quality(*, slow: bool) -> list[gate.Outcome]:
    """All measures, on two cores if they are there."""
    names = gate.chosen(slow=slow)
    workers = min(2, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(gate.outcome, *zip(*names, strict=True)))


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="?", choices=("all", "speed", "quality", "check"), default="all")
    parser.add_argument("--quick", action="store_true", help="leave out reading by models trained anew")
    parser.add_argument("--full", action="store_true", help="every figure and every peer, not one of each")
    parser.add_argument(
        "--json", metavar="FILE", help="write all figures to FILE, or to standard output for -"
    )
    parser.add_argument("--history", action="store_true", help="keep this run as that of this version")
    options = parser.parse_args()
    if options.history and (options.what != "all" or options.quick):
        parser.error("--history keeps a whole run: leave out --quick, and ask for all")
    if options.what != "quality" and (lacking := missing(NEEDED)):
        parser.error(f"not installed: {', '.join(lacking)}; run: pip install -e '.[bench]'")
    console = Console(stderr=options.json == "-")
    if lacking := missing(PEERS):
        console.print(f"not installed, left out: {', '.join(lacking)}; pip install -e '.[bench]' has them")
    if options.what == "check":
        found = history.check()
        console.print(*[Text(f"SLOWER {line}", style=card.BAD) for line in found], sep="\n")
        console.print(f"{len(history.CHECKED) - len(found)} of {len(history.CHECKED)} ratios hold")
        return 1 if found else 0
    start = time.monotonic()
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    done = quality(slow=not options.quick) if options.what != "speed" else []
    speed = results.run() if options.what != "quality" else []
    took = time.monotonic() - start
    console.print(
        f"[bold]oped {__version__}[/bold] · Python {platform.python_version()} · {platform.machine()}, "
        f"{os.cpu_count()} cores · {texts.source()} · {took:.0f} s"
    )
    brief = options.what == "all" and not options.full
    if speed:
        console.print(card.speed_table(speed, console.width, brief=brief))
        console.print(card.growth_table(speed))
        console.print(card.memory_table(speed, console.width))
    if done:
        console.print(card.quality_table(done, console.width, brief=brief))
        console.print(*card.quality_notes(done), sep="\n")
    console.print(*card.verdict(speed, done), sep="\n")
    if options.json:
        whole = {"version": __version__, "seconds": round(took), "texts": texts.source()}
        whole |= {"speed": results.to_dict(speed), "quality": gate.to_dict(done)}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        if options.json == "-":
            print(text)
        else:
            Path(options.json).write_text(text, encoding="utf-8")
    if options.history:
        history.record(history.line(speed, done))
    return 1 if gate.failures(done) else 0


if __name__ == "__main__":
    sys.exit(main())
