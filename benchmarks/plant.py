"""Draw documents with planted shared passages: what `oped corpus` has to find, in texts of any collection.

    python benchmarks/plant.py ARTICLES.jsonl FOLDER [--documents 200] [--seed 1]

Writes docs.jsonl {"id", "text"} and truth.jsonl {"a", "b", "sa", "ea", "sb", "eb", "kind"} to FOLDER: passages word
for word, with 5, 10 and 20 per cent of the characters changed, and with two clauses exchanged, two for each document.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path

KINDS = ("verb_12_20", "verb_21_40", "verb_41_80", "near5", "near10", "near20", "reorder")
LENGTHS = {"verb_12_20": (12, 20), "verb_21_40": (21, 40), "verb_41_80": (41, 80)}
EDITS = {"near5": 0.05, "near10": 0.1, "near20": 0.2}


def edited(passage: str, share: float, letters: str, draw: random.Random) -> str:
    """The passage with a share of its characters exchanged, left out or put in."""
    signs = list(passage)
    for at in draw.sample(range(len(signs)), max(1, round(share * len(signs)))):
        kind = draw.randrange(3)
        sign = draw.choice(letters)
        signs[at] = sign if kind == 0 else "" if kind == 1 else signs[at] + sign
    return "".join(signs)


def reordered(passage: str, draw: random.Random) -> str | None:
    """The passage with two of its clauses exchanged; None when it has too few."""
    parts = re.split("(?<=[，；。！？])", passage)
    whole = [at for at, part in enumerate(parts) if len(part) > 5]
    if len(whole) < 3:
        return None
    one, other = sorted(draw.sample(whole[:-1], 2))
    parts[one], parts[other] = parts[other], parts[one]
    return "".join(parts)


def passage_of(text: str, kind: str, draw: random.Random) -> tuple[int, int] | None:
    """A stretch of a text to plant, whole clauses for exchanged ones."""
    low, high = LENGTHS.get(kind, (60, 110))
    size = draw.randint(low, high)
    if len(text) < 3 * size:
        return None
    start = draw.randrange(len(text) - size)
    if kind == "reorder":
        marks = [m.end() for m in re.finditer("[，；。！？]", text)]
        inside = [at for at in marks if start <= at <= start + size]
        return (inside[0], inside[-1]) if len(inside) > 3 else None
    return start, start + size


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    rows = [json.loads(line)["text"].replace("\n", "") for line in asked.articles.open(encoding="utf-8")]
    rows = [text for text in rows if len(text) > 400]
    texts = draw.sample(rows, min(asked.documents, len(rows)))
    letters = "".join(sorted(set("".join(texts))))
    plants: list[list[tuple[int, str, int, int]]] = [[] for _ in texts]  # place, passage, number, side
    kinds: list[str] = []
    while len(kinds) < 2 * len(texts):
        kind = KINDS[len(kinds) % len(KINDS)]
        a, b = draw.sample(range(len(texts)), 2)
        found = passage_of(texts[a], kind, draw)
        if found is None:
            continue
        place = found
        passage = texts[a][slice(*place)]
        copy = edited(passage, EDITS[kind], letters, draw) if kind in EDITS else passage
        if kind == "reorder" and (copy := reordered(passage, draw) or "") in ("", passage):
            continue
        at = draw.randrange(len(texts[b]))
        taken = [(p, p + len(s)) for p, s, _, side in plants[a] if not side]
        if any(low < place[1] and place[0] < high for low, high in taken):
            continue
        inside = [p for p, _, _, side in plants[b] if side]
        own = [(p, p + len(s)) for p, s, _, side in plants[b] if not side]
        split = any(low < at < high for low, high in own) or any(p == at for p in inside)
        if split or any(place[0] < p < place[1] for p, _, _, side in plants[a] if side):
            continue
        plants[a].append((place[0], passage, len(kinds), 0))
        plants[b].append((at, copy, len(kinds), 1))
        kinds.append(kind)
    asked.folder.mkdir(parents=True, exist_ok=True)
    spans: dict[tuple[int, int], tuple[int, int, int]] = {}
    with (asked.folder / "docs.jsonl").open("w", encoding="utf-8") as docs:
        for number, text in enumerate(texts):
            shift = 0
            for where, passage, plant, side in sorted(plants[number], key=lambda p: (p[0], -p[3])):
                start = where + shift
                if side:
                    text = text[:start] + passage + text[start:]
                    shift += len(passage)
                spans[plant, side] = (number, start, start + len(passage))
            docs.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    with (asked.folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for plant, kind in enumerate(kinds):
            (a, sa, ea), (b, sb, eb) = spans[plant, 0], spans[plant, 1]
            row = {"a": a, "b": b, "sa": sa, "ea": ea, "sb": sb, "eb": eb, "kind": kind}
            truth.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
