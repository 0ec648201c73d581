"""The record of versions, and the check that none became slower than the last by much.

`history.jsonl` has a line a version: ratios to what ran in the same process on the same texts, exponents, and scores.
No seconds: those of two machines do not compare. The check runs a few ratios whose other side is always installed. Two
machines or versions of Python shift such a ratio by a third or so, a lost fast path by much more; so only a factor of
TOLERANCE counts, and only if it shows in two runs out of two.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.gate import Outcome
from benchmarks.speed import results, texts
from benchmarks.speed.results import Result
from seeds import __version__

HISTORY = Path(__file__).with_name("history.jsonl")
TOLERANCE = 2.0
CHECKED = {
    "reading a page": ("oped", "jieba only cuts it"),
    "paragraph": ("learned", "words and tags"),
    "headline": ("learned", "words and tags"),
    "key terms": ("oped", "jieba extract_tags"),
    "phrases of a page": ("oped", "difflib"),
    "devices of a page": ("oped", "jieba only tags it"),
    "start of --version": ("oped", "python alone"),
}
"""By group what of ours is held against what."""


def costs(found: Sequence[Result]) -> dict[str, float]:
    """How many times the time of its yardstick each checked stage takes."""
    seconds = {(row.group, row.name): row.seconds for row in found}
    return {
        group: round(seconds[group, ours] / seconds[group, other], 3)
        for group, (ours, other) in CHECKED.items()
        if (group, ours) in seconds and (group, other) in seconds
    }


def line(speed: Sequence[Result], quality: Sequence[Outcome]) -> dict[str, Any]:
    """What is kept of a version."""
    found = results.to_dict(speed)
    return {
        "version": __version__,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "texts": texts.source(),
        "costs": costs(speed),
        "ratios": {ratio.key: round(ratio.times, 4) for ratio in results.ratios(speed)},
        "limits": {ratio.key: round(ratio.times, 4) for ratio in results.ratios(speed, "limit")},
        "exponents": found["exponents"],
        "scores": {figure.key: round(figure.value, 2) for done in quality for figure in done.figures},
    }


def entries() -> list[dict[str, Any]]:
    """All versions, the oldest first."""
    if not HISTORY.exists():
        return []
    return [json.loads(row) for row in HISTORY.read_text("utf-8").splitlines()]


def record(entry: Mapping[str, Any]) -> None:
    """Write the line of this version, in place of one that it has already."""
    kept = [row for row in entries() if row["version"] != entry["version"]]
    HISTORY.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (*kept, entry)), encoding="utf-8"
    )


def slower(before: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """The checked stages that take more than TOLERANCE times what they took."""
    return [group for group, cost in before.items() if group not in now or now[group] > TOLERANCE * cost]


def check(run: Callable[[Sequence[str]], list[Result]] = results.run) -> list[str]:
    """What became slower since the last line of the history: seen twice, or not said."""
    last = entries()[-1]
    wanted, now = list(CHECKED), dict[str, float]()
    for _ in range(2):
        now |= costs(run([f"{group}: {name}" for group in wanted for name in CHECKED[group]]))
        wanted = slower({group: last["costs"][group] for group in wanted}, now)
        if not wanted:
            return []
    return [
        f"{group}: {now.get(group, float('nan')):.2f} times {CHECKED[group][1]}, "
        f"{last['costs'][group]:.2f} times in {last['version']}"
        for group in wanted
    ]
