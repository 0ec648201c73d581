"""How well shared passages are found: planted corpora, pages of our own, and the labelled matches of the seed page.

    python -m benchmarks.quality.phrases [--shipped] [--json]
    python -m benchmarks.quality.phrases FOLDER ...               the same figures of other planted corpora

A FOLDER holds docs.jsonl {"id", "text"} and truth.jsonl {"a", "b", "sa", "ea", "sb", "eb", "kind"}. A plant is found
when half of both its spans is covered; a match is right when half of it lies in a plant, so that wording which news
repeats by itself counts as wrong. The settings were fitted on reuse/200. The baseline takes every shared run of
characters for a match, with the least length that suits the very set best.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import figures, gate
from benchmarks.quality.corpora import OWN, ROOT, data_folder
from benchmarks.quality.figures import Beside, Figure
from benchmarks.quality.truths import load
from compare import compare_all
from compare.corpus import find_reuse
from seeds import seed_page

EXPECT = 0.01
LENGTHS = range(8, 33, 2)
"""The least lengths of a run that the baseline may choose from."""
Run = tuple[str, str, int, int, int, int]
"""A match: both ids, then start and end on either side."""
Counts = tuple[int, int, int, int]
"""Of one document as left side: right matches, matches, plants found, plants."""


def rows_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Scored(NamedTuple):
    """The counts of every document, for each kind of plant which ones were found, and for each match whether it is
    right.
    """

    counts: list[Counts]
    kinds: dict[str, list[bool]]
    right: list[bool]


def scored(truth: list[dict[str, Any]], found: Sequence[Run]) -> Scored:
    """Matches held against the plants."""
    plants = defaultdict(list)
    for at, plant in enumerate(truth):
        a, b = str(plant["a"]), str(plant["b"])
        left, right = range(plant["sa"], plant["ea"]), range(plant["sb"], plant["eb"])
        plants[a, b].append((at, left, right))
        plants[b, a].append((at, right, left))
    covered: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    is_right = []
    for a, b, sa, ea, sb, eb in found:
        hit = 0
        for at, left, right in plants[a, b]:
            one = range(max(sa, left.start), min(ea, left.stop))
            other = range(max(sb, right.start), min(eb, right.stop))
            if one and other:
                turned = str(truth[at]["a"]) != a
                covered[at][turned].update(one)
                covered[at][not turned].update(other)
                hit += len(one)
        is_right.append(2 * hit >= ea - sa)
        counts[a][0] += is_right[-1]
        counts[a][1] += 1
    kinds: dict[str, list[bool]] = defaultdict(list)
    for at, plant in enumerate(truth):
        one_side, other_side = covered[at]
        reached = 2 * len(one_side) >= plant["ea"] - plant["sa"]
        reached = reached and 2 * len(other_side) >= plant["eb"] - plant["sb"]
        kinds[plant["kind"]].append(reached)
        counts[str(plant["a"])][2] += reached
        counts[str(plant["a"])][3] += 1
    return Scored([(row[0], row[1], row[2], row[3]) for row in counts.values()], dict(kinds), is_right)


def shared_runs(docs: Sequence[tuple[str, str]]) -> list[Run]:
    """Every maximal run of characters that two documents share, of the least length of all: the baseline."""
    least = LENGTHS[0]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, text) in enumerate(docs):
        for at in range(len(text) - least + 1):
            places[text[at : at + least]].append((number, at))
    diagonals: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for found in places.values():
        for n, (one, at) in enumerate(found):
            for other, there in found[n + 1 :]:
                if other != one:
                    diagonals[one, other, there - at].append(at)
    rows: list[Run] = []
    for (one, other, shift), starts in diagonals.items():
        starts.sort()
        begin = last = starts[0]
        for at in (*starts[1:], -1):
            if at == last + 1:
                last = at
                continue
            end = last + least
            rows.append((docs[one][0], docs[other][0], begin, end, begin + shift, end + shift))
            begin = last = at
    return rows


def best_by_length(truth: list[dict[str, Any]], rows: Sequence[Run]) -> float:
    """The F1 of the baseline at the least length that suits the set best."""
    return max(
        figures.measured(
            scored(truth, [row for row in rows if row[3] - row[2] >= least]).counts,
            figures.precision_and_recall,
        ).value
        for least in LENGTHS
    )


def of_corpus(name: str, docs: Sequence[tuple[str, str]], truth: list[dict[str, Any]]) -> list[Figure]:
    """F1 of matches, and the share of each kind of plant that was found."""
    found = [(row.a, row.b, row.sa, row.ea, row.sb, row.eb) for row in find_reuse(docs, expect=EXPECT)]
    counts, kinds, _ = scored(truth, found)
    beside = Beside("runs by length", best_by_length(truth, shared_runs(docs)))
    whole = figures.measured(counts, figures.precision_and_recall)
    return [
        Figure("phrases", name, "F1", *whole, beside, Beside("all found", 100.0)),
        *(
            Figure("phrases", name, kind, *figures.mean(list(map(float, reached))))
            for kind, reached in sorted(kinds.items())
        ),
    ]


def of_folder(folder: Path) -> list[Figure]:
    """The figures of a planted corpus."""
    docs = [(str(doc["id"]), doc["text"]) for doc in rows_of(folder / "docs.jsonl")]
    return of_corpus(f"planted, {len(docs)}", docs, rows_of(folder / "truth.jsonl"))


def own() -> list[Figure]:
    """Our own pages, where every shared passage is known."""
    docs = []
    for path in sorted(OWN.glob("*.txt")):
        for number, piece in enumerate(load(path)[1]["pieces"], 1):
            paragraphs = [part["text"] for part in piece["body"] if part["type"] == "para"]
            docs.append((f"{path.stem}#{number}", "\n".join(paragraphs)))
    texts = dict(docs)
    truth = []
    for row in rows_of(OWN / "shared.jsonl"):
        sa, sb = texts[row["a"]].index(row["left"]), texts[row["b"]].index(row["right"])
        truth.append(row | {"sa": sa, "ea": sa + len(row["left"]), "sb": sb, "eb": sb + len(row["right"])})
    return of_corpus("own", docs, truth)


def seed() -> list[Figure]:
    """The seed page against what a reader finds on it; a unit is a pair of pieces."""
    cases = json.loads((ROOT / "tests" / "cases" / "seed_matches.json").read_text("utf-8"))["matches"]
    counts: list[Counts] = []
    for pair in compare_all(seed_page()):
        ours = [case for case in cases if case["pair"] == [pair.left.id, pair.right.id]]
        found: set[int] = set()
        right = 0
        for match in pair.matches:
            hits = {
                at
                for at, case in enumerate(ours)
                if (case["kind"], case.get("class", match.class_)) == (match.kind, match.class_)
                and all(part in match.left.text and part in match.right.text for part in case["text"].split())
            }
            right, found = right + bool(hits), found | hits
        counts.append((right, len(pair.matches), len(found), len(ours)))
    right, matches, reached, wanted = map(sum, zip(*counts, strict=True))
    whole = figures.measured(counts, figures.precision_and_recall)
    return [
        Figure("phrases", "seed", "F1", *whole, limit=Beside("all found", 100.0)),
        Figure("phrases", "seed", "precision", *figures.mean([1.0] * right + [0.0] * (matches - right))),
        Figure("phrases", "seed", "recall", *figures.mean([1.0] * reached + [0.0] * (wanted - reached))),
    ]


def planted(size: str) -> list[Figure]:
    """The figures of a planted corpus of the evaluation data."""
    return of_folder(data_folder() / "reuse" / size)


MEASURES = (
    gate.Measure("seed", ("seed",), seed),
    gate.Measure("own", ("own",), own),
    *(
        gate.Measure(f"planted, {size}", (f"reuse/{size}",), partial(planted, size))
        for size in ("200", "1000")
    ),
)


def main(arguments: Sequence[str]) -> int:
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    if not folders:
        return gate.run("phrases", arguments)
    for folder in folders:
        for figure in of_folder(folder):
            print(
                f"{folder.name}  {figure.metric:12} {figure.value:6.2f} ({figure.low:.2f}-{figure.high:.2f})"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
