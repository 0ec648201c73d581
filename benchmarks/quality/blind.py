"""Blind readings: which summary an editor would print who does not know whose it is.

    python -m benchmarks.quality.blind draw SEED PIECES SHEET KEY
    python -m benchmarks.quality.blind count KEY VERDICTS

SHEET has opinion pieces of which no sentence or line was learned, each with four unnamed paragraphs of 120 characters
in random order (ours, textrank4zh and snownlp as their packages run, the first sentences) and our line, which ends in …
where we show the beginning of a sentence for want of one; KEY tells whose is whose.
VERDICTS are the reader's, a JSON line a piece: {"n": 1, "first": "B", "complete": {"A": true, ...}, "line": "yes"},
the first choice, whether every sentence stands alone, and whether the line can be printed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.judged import judged
from benchmarks.quality.corpora import data_folder
from seeds import article, sentences
from summarize import summarize
from summarize.marks import CHARS

FITTED = ("marks.train", "marks.dev", "opinion_deck.train", "opinion_deck.dev")
LABELS = "ABCD"


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def unseen() -> list[dict[str, Any]]:
    """The opinion pieces of the data that are in no set with marks or standfirsts, nor judged sentence by sentence."""
    folder = data_folder() / "opinion"
    seen = {row["title"] for name in FITTED for row in rows(folder / f"{name}.jsonl")}
    return [
        row
        for row in rows(folder / "articles.jsonl")
        if row["title"] not in seen and row["id"] not in judged()
    ]


def paragraphs(row: dict[str, Any]) -> tuple[dict[str, str], str]:
    """The paragraph of each system, and our line."""
    piece = article(row["text"], title=row["title"])
    ours = summarize(piece, chars=CHARS)
    found = {"oped": ours.paragraph.text}
    for engine in ("textrank4zh", "snownlp"):
        found[engine] = summarize(piece, engine=engine, chars=CHARS, plain=True).paragraph.text
    first = ""
    for sentence in map(str, sentences(piece)):
        if first and len(first) + len(sentence) > CHARS:
            break
        first += sentence
    line = ours.headline
    return {**found, "first sentences": first}, line.text if line.complete else f"{line.text}…"


def draw(seed: int, pieces: int, sheet: Path, key: Path) -> None:
    chance = random.Random(seed)
    shown, names = [], []
    for number, row in enumerate(chance.sample(unseen(), pieces), start=1):
        found, line = paragraphs(row)
        order = chance.sample(sorted(found), len(found))
        told = "\n\n".join(f"{label}: {found[name]}" for label, name in zip(LABELS, order, strict=True))
        shown.append(f"## {number}. {row['title']}\n\n{row['text']}\n\n{told}\n\nLINE: {line}\n")
        names.append(json.dumps({"n": number, "order": order}))
    sheet.write_text("\n---\n\n".join(shown), "utf-8")
    key.write_text("\n".join(names) + "\n", "utf-8")


def count(key: Path, verdicts: Path) -> dict[str, dict[str, int]]:
    """How often each system came first and had only complete sentences, and how often our line was usable."""
    orders = {row["n"]: dict(zip(LABELS, row["order"], strict=True)) for row in rows(key)}
    found = {"first choice": Counter[str](), "complete": Counter[str](), "line": Counter[str]()}
    for row in rows(verdicts):
        order = orders[row["n"]]
        found["first choice"][order[row["first"]]] += 1
        found["complete"].update(order[label] for label, complete in row["complete"].items() if complete)
        found["line"][row["line"]] += 1
    return {name: dict(sorted(counted.items())) for name, counted in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    drawn = commands.add_parser("draw")
    drawn.add_argument("seed", type=int)
    drawn.add_argument("pieces", type=int)
    drawn.add_argument("sheet", type=Path)
    drawn.add_argument("key", type=Path)
    counted = commands.add_parser("count")
    counted.add_argument("key", type=Path)
    counted.add_argument("verdicts", type=Path)
    given = parser.parse_args()
    if given.command == "draw":
        draw(given.seed, given.pieces, given.sheet, given.key)
    else:
        print(json.dumps(count(given.key, given.verdicts)))


if __name__ == "__main__":
    main()
