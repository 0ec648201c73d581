"""What a run of `benchmarks/speed` found: times become ratios and exponents, which another machine can compare."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import groupby
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.corpora import ROOT

TESTS = "benchmarks/speed/test_speed.py"


class Result(NamedTuple):
    """The middle round of a contender, in CPU seconds, and the quartiles; `peak_mb` is known of processes only."""

    group: str
    name: str
    role: str
    size: int
    seconds: float
    low: float
    high: float
    peak_mb: float | None = None


class Ratio(NamedTuple):
    """How many times as fast as a peer ours is, by the middle rounds, and the same by the quartiles farthest apart."""

    group: str
    ours: str
    peer: str
    times: float
    low: float
    high: float
    seconds: float

    @property
    def key(self) -> str:
        """Its name in the history."""
        return f"{self.group}: {self.ours} / {self.peer}"


class Growth(NamedTuple):
    """The times at several sizes, and the exponent of the power that fits them best (least squares of logarithms)."""

    group: str
    name: str
    points: tuple[tuple[int, float], ...]
    exponent: float


def run(select: Sequence[str] = ()) -> list[Result]:
    """Run the benchmarks, all or those with the given ids, one after the other on one thread.

    Raises `CalledProcessError` when one of them fails; what pytest says goes to standard error.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "benchmarks.json")
        chosen = [f"{TESTS}::test_speed[{name}]" for name in select] or [TESTS]
        flags = ["-n", "0", "--benchmark-enable", "--benchmark-only", "-q", "-p", "no:cacheprovider"]
        subprocess.run(
            [sys.executable, "-m", "pytest", *chosen, *flags, f"--benchmark-json={path}"],
            cwd=ROOT,
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            stdout=subprocess.PIPE if sys.stderr.isatty() else sys.stderr,
            check=True,
        )
        return load(path)


def load(path: Path) -> list[Result]:
    """The results in a file of --benchmark-json."""
    return [
        Result(
            row["group"],
            row["extra_info"]["name"],
            row["extra_info"]["role"],
            row["extra_info"]["size"],
            row["stats"]["median"],
            row["stats"]["q1"],
            row["stats"]["q3"],
            row["extra_info"].get("peak_mb"),
        )
        for row in json.loads(path.read_text("utf-8"))["benchmarks"]
    ]


def stages(results: Sequence[Result]) -> list[list[Result]]:
    """The groups, growth left out; ours that is the default stands first."""
    whole = (row for row in results if not row.size)
    return [list(rows) for _, rows in groupby(whole, lambda row: row.group)]


def ratios(results: Sequence[Result], role: str = "peer") -> list[Ratio]:
    """The default of ours against every peer, or against every limit."""
    return [
        Ratio(
            ours.group,
            ours.name,
            other.name,
            other.seconds / ours.seconds,
            other.low / ours.high,
            other.high / ours.low,
            ours.seconds,
        )
        for ours, *others in stages(results)
        for other in others
        if other.role == role
    ]


def growths(results: Sequence[Result]) -> list[Growth]:
    """Every contender that was run in several sizes."""
    sized = [row for row in results if row.size]
    found = []
    for (group, name), rows in groupby(sized, lambda row: (row.group, row.name)):
        points = tuple((row.size, row.seconds) for row in rows)
        if len(points) > 1:
            found.append(Growth(group.removeprefix("growth: "), name, points, exponent(points)))
    return found


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of log time over log size."""
    xs, ys = [log(size) for size, _ in points], [log(seconds) for _, seconds in points]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - x_mean) ** 2 for x in xs)


def to_dict(results: Sequence[Result]) -> dict[str, Any]:
    """All of it, times included, as JSON."""
    return {
        "results": [row._asdict() for row in results],
        "ratios": [ratio._asdict() for ratio in ratios(results)],
        "limits": [ratio._asdict() for ratio in ratios(results, "limit")],
        "exponents": {f"{g.group}: {g.name}": round(g.exponent, 3) for g in growths(results)},
    }
