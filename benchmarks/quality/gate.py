"""The gate: every figure of quality against its floor, every set against its checksum.

    python -m benchmarks.quality.gate [--suite NAME ...] [--shipped] [--quick] [--json]

`floors.json` holds both. A set that is not there is reported as skipped, which is not passed; one that is there with
other contents stops its figures, with the name of the file. Exit code 1 for a figure under its floor, a figure that
has a floor and was not measured on a set that is there, or a changed file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.corpora import ROOT, data_folder
from benchmarks.quality.figures import Figure

FLOORS = Path(__file__).with_name("floors.json")
SUITES = ("pages", "summaries", "opinion", "phrases", "rhetoric", "halves")
SHIPPED = ("seed", "own")
"""The sets that are part of the project."""


class Measure(NamedTuple):
    """Figures that are made in one go, and the sets they need; `slow` ones take minutes."""

    name: str
    needs: tuple[str, ...]
    run: Callable[[], list[Figure]]
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a measure: its figures, or why there are none."""

    suite: str
    name: str
    figures: tuple[Figure, ...] = ()
    skipped: str = ""
    error: str = ""


@cache
def recorded() -> Mapping[str, Any]:
    """The record of sets and floors."""
    record: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
    return record


def floor_of(key: str) -> float | None:
    """The floor of a figure in per cent, None if there is none."""
    floor: float | None = recorded()["floors"].get(key)
    return floor


def folder_of(name: str) -> Path:
    """What the names of the files of a set are relative to."""
    return ROOT if name in SHIPPED else data_folder()


def state_of(name: str) -> tuple[str, str]:
    """Why a set cannot be used: that it is missing, that it was changed; empty for one that is as recorded."""
    for file, sha256 in recorded()["sets"][name].items():
        path = folder_of(name) / file
        if not path.is_file():
            return f"no {file}", ""
        if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            return "", f"{file} of set '{name}' is not the file that the floors were measured on"
    return "", ""


def measures(suites: Sequence[str] = SUITES) -> Iterator[tuple[str, Measure]]:
    """The suites with their measures."""
    for suite in suites:
        for measure in import_module(f"benchmarks.quality.{suite}").MEASURES:
            yield suite, measure


def outcome(suite: str, name: str) -> Outcome:
    """Run one measure, if its sets are there and unchanged."""
    measure = next(measure for _, measure in measures([suite]) if measure.name == name)
    states = [state_of(needed) for needed in measure.needs]
    skipped, error = ("; ".join(filter(None, column)) for column in zip(*states, strict=True))
    figures = () if skipped or error else tuple(measure.run())
    return Outcome(suite, name, figures, skipped, error)


def chosen(
    suites: Sequence[str] = SUITES, *, slow: bool = True, shipped: bool = False
) -> list[tuple[str, str]]:
    """The names of the measures, those that take long first so that two processes end together."""
    found = [
        (suite, measure)
        for suite, measure in measures(suites)
        if (slow or not measure.slow) and (not shipped or set(measure.needs) <= set(SHIPPED))
    ]
    found.sort(key=lambda row: not row[1].slow)
    return [(suite, measure.name) for suite, measure in found]


def failures(outcomes: Iterable[Outcome]) -> list[str]:
    """What keeps the gate shut, a line each."""
    found = []
    for done in outcomes:
        if done.error:
            found.append(done.error)
        for figure in done.figures:
            floor = floor_of(figure.key)
            if floor is None:
                found.append(f"{figure.key}: no floor is recorded")
            elif figure.value < floor:
                found.append(f"{figure.key}: {figure.value:.2f} is under its floor of {floor:g}")
    return found


def run(suite: str | None = None, arguments: Sequence[str] | None = None) -> int:
    """The command, for one suite or for those asked for."""
    parser = argparse.ArgumentParser(
        description=import_module(f"benchmarks.quality.{suite}").__doc__ if suite else __doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if not suite:
        parser.add_argument("--suite", action="append", choices=SUITES, help="default: all")
    parser.add_argument("--shipped", action="store_true", help="only the sets that come with the project")
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--json", action="store_true", help="one object instead of the table")
    options = parser.parse_args(arguments)
    suites = [suite] if suite else options.suite or SUITES
    names = chosen(suites, slow=not options.quick, shipped=options.shipped)
    done = [outcome(*name) for name in names]
    if options.json:
        print(json.dumps(to_dict(done), ensure_ascii=False, indent=1))
    else:
        for figure in (figure for each in done for figure in each.figures):
            print(f"{figure.value:6.1f}  {figure.low:5.1f}-{figure.high:.1f}  {figure.key}")
        for line in (
            *(f"SKIPPED {each.suite}: {each.skipped}" for each in done if each.skipped),
            *failures(done),
        ):
            print(line)
    return 1 if failures(done) else 0


def to_dict(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The outcomes as JSON."""
    return {
        "figures": [
            figure.to_dict() | {"floor": floor_of(figure.key)} for done in outcomes for figure in done.figures
        ],
        "skipped": {f"{done.suite} / {done.name}": done.skipped for done in outcomes if done.skipped},
        "failures": failures(outcomes),
    }


if __name__ == "__main__":
    sys.exit(run())
