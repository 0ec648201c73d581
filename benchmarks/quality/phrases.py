"""How well shared passages are found: planted corpora, and the labelled matches of the seed page.

    python -m benchmarks.quality.phrases [FOLDER ...] [--expect X] [--json]

A FOLDER holds docs.jsonl {"id", "text"} and truth.jsonl {"a", "b", "sa", "ea", "sb", "eb", "kind"}; without one,
reuse/200 and reuse/1000 of the evaluation data are measured. A plant is found when half of both its spans is covered; a
match is right when half of it lies in a plant, so that wording which news repeats by itself counts as wrong.
The settings were fitted on reuse/200; the floors hold for both. Exit code 1 under a floor.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.quality.corpora import ROOT, data_folder
from compare import compare_all
from compare.corpus import Row, find_reuse
from seeds import seed_page

FLOORS = {
    "200": {
        "F1": 0.93,
        "verb_12_20": 0.88,
        "verb_21_40": 0.99,
        "verb_41_80": 0.99,
        "near20": 0.94,
        "reorder": 0.88,
    },
    "1000": {
        "F1": 0.92,
        "verb_12_20": 0.87,
        "verb_21_40": 0.99,
        "verb_41_80": 0.99,
        "near20": 0.95,
        "reorder": 0.88,
    },
    "seed": {"precision": 0.95, "recall": 0.8},
}
"""The least of each figure, by the name of the folder."""


def rows_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scored(truth: list[dict[str, Any]], found: list[Row]) -> dict[str, float]:
    """Precision, recall and F1 of matches, and the recall of each kind of plant."""
    plants = defaultdict(list)
    for at, plant in enumerate(truth):
        a, b, left, right = (
            str(plant["a"]),
            str(plant["b"]),
            range(plant["sa"], plant["ea"]),
            range(plant["sb"], plant["eb"]),
        )
        plants[a, b].append((at, left, right))
        plants[b, a].append((at, right, left))
    covered: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    right_ones = 0
    for row in found:
        hit = 0
        for at, left, right in plants[row.a, row.b]:
            one = range(max(row.sa, left.start), min(row.ea, left.stop))
            other = range(max(row.sb, right.start), min(row.eb, right.stop))
            if one and other:
                turned = str(truth[at]["a"]) != row.a
                covered[at][turned].update(one)
                covered[at][not turned].update(other)
                hit += len(one)
        right_ones += 2 * hit >= row.ea - row.sa
    kinds = defaultdict(list)
    for at, plant in enumerate(truth):
        left, right = covered[at]
        ok = 2 * len(left) >= plant["ea"] - plant["sa"] and 2 * len(right) >= plant["eb"] - plant["sb"]
        kinds[plant["kind"]].append(ok)
    precision = right_ones / max(1, len(found))
    recall = sum(map(sum, kinds.values())) / max(1, len(truth))
    figures = {
        "matches": float(len(found)),
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(1e-9, precision + recall),
    }
    return figures | {kind: sum(oks) / len(oks) for kind, oks in sorted(kinds.items())}


def planted(folder: Path, expect: float) -> dict[str, float]:
    docs = [(str(doc["id"]), doc["text"]) for doc in rows_of(folder / "docs.jsonl")]
    start = time.perf_counter()
    found = list(find_reuse(docs, expect=expect))
    seconds = time.perf_counter() - start
    return scored(rows_of(folder / "truth.jsonl"), found) | {"seconds": seconds}


def seed() -> dict[str, float]:
    """The seed page against what a reader finds on it."""
    cases = json.loads((ROOT / "tests" / "cases" / "seed_matches.json").read_text("utf-8"))["matches"]
    total = right = 0
    found = set()
    for pair in compare_all(seed_page()):
        for match in pair.matches:
            hits = {
                at
                for at, case in enumerate(cases)
                if case["pair"] == [pair.left.id, pair.right.id]
                and (case["kind"], case.get("class", match.class_)) == (match.kind, match.class_)
                and all(part in match.left.text and part in match.right.text for part in case["text"].split())
            }
            total, right, found = total + 1, right + bool(hits), found | hits
    return {"matches": float(total), "precision": right / total, "recall": len(found) / len(cases)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--expect", type=float, default=0.01)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    folders = args.folders or [data_folder() / "reuse" / name for name in ("200", "1000")]
    results = {"seed": seed()}
    for folder in folders:
        if (folder / "docs.jsonl").exists():
            results[folder.name] = planted(folder, args.expect)
        else:
            print(f"skipped: no {folder}", file=sys.stderr)
    if args.json:
        print(json.dumps({name: {k: round(v, 3) for k, v in row.items()} for name, row in results.items()}))
    else:
        for name, row in results.items():
            print(
                name, *(f"{key} {value:.3f}".rstrip("0").rstrip(".") for key, value in row.items()), sep="  "
            )
    under = [
        f"{name}: {key} {results[name][key]:.3f} < {least}"
        for name, floors in FLOORS.items()
        if name in results
        for key, least in floors.items()
        if results[name][key] < least
    ]
    print(*under, sep="\n", file=sys.stderr)
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
