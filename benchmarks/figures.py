"""The figures of the documents: measured by commands, kept in one file, written into the pages by key.

    python -m benchmarks.figures measure [GROUP ...]   run the commands of these groups (all) and keep what they say
    python -m benchmarks.figures fill                  write the kept figures into README and docs

A page has a figure as `<!--=KEY-->.574<!--/-->`; a test compares every one with benchmarks/figures.json, exactly. A
figure knows its command, the data, whether these were used in tuning, the day, the commit and the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shlex
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent
KEPT = Path(__file__).with_name("figures.json")
ASKED = Path(__file__).with_name("figures_asked.json")
PAGES = (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
MARK = re.compile(r"<!--=([\w./-]+)-->(.*?)<!--/-->")

Status = Literal["fresh", "tuned"]
"""Whether rules or weights were made with these very data before us (tuned) or not (fresh)."""


@dataclass(frozen=True)
class Asked:
    """A figure to measure: the value at `path` in the JSON that `command` prints, times `scale`.

    A path is keys joined by /; rows of lists are chosen by NAME=VALUE&NAME=VALUE.
    """

    key: str
    command: str
    path: str
    form: str
    data: str
    status: Status
    scale: float = 1.0

    @property
    def group(self) -> str:
        """What stands before the first dot of the key."""
        return self.key.partition(".")[0]


def asked() -> list[Asked]:
    return [Asked(**row) for row in json.loads(ASKED.read_text("utf-8"))]


def value_of(printed: str, question: Asked) -> str:
    """The figure as the pages show it. Raises KeyError where the command does not say it."""
    found: Any = json.loads(printed)
    for step in question.path.split("/"):
        found = _picked(found, step) if isinstance(found, list) else found[step]
    shown = format(found * question.scale, question.form)
    return shown.removeprefix("0") if shown.startswith("0.") else shown


def _picked(rows: list[Any], step: str) -> Any:
    """The row of a list at a number, or the first in which every NAME=VALUE of `step` holds."""
    if step.isdigit():
        return rows[int(step)]
    wanted = [each.split("=", 1) for each in step.split("&")]
    for row in rows:
        if all(str(row[name]) == value for name, value in wanted):
            return row
    raise KeyError(step)


def measure(groups: set[str]) -> None:
    known = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT)
    where = {
        "date": date.today().isoformat(),
        "commit": commit.stdout.strip(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
    }
    said: dict[str, str] = {}
    for question in asked():
        if groups and question.group not in groups:
            continue
        if question.command not in said:
            words = shlex.split(question.command)
            words = [sys.executable, *words[1:]] if words[0] == "python" else [sys.executable, "-m", *words]
            done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT)
            said[question.command] = done.stdout
            if not done.stdout:
                print(f"{question.command}: {done.stderr.strip()[-300:]}", file=sys.stderr)
        try:
            value = value_of(said[question.command], question)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            print(f"{question.key}: not measured ({type(error).__name__}: {error})", file=sys.stderr)
            continue
        told = {
            name: text for name, text in asdict(question).items() if name in ("command", "data", "status")
        }
        known[question.key] = {"value": value, **told, **where}
        print(question.key, value)
    KEPT.write_text(json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=1) + "\n", "utf-8")


def fill() -> None:
    known = json.loads(KEPT.read_text("utf-8"))
    for page in PAGES:
        text = page.read_text("utf-8")
        filled = MARK.sub(lambda found: f"<!--={found[1]}-->{known[found[1]]['value']}<!--/-->", text)
        if filled != text:
            page.write_text(filled, "utf-8")
            print(page.relative_to(ROOT))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("measure", "fill"))
    parser.add_argument("groups", nargs="*", metavar="GROUP")
    options = parser.parse_args()
    if options.what == "measure":
        measure(set(options.groups))
    else:
        fill()


if __name__ == "__main__":
    main()
