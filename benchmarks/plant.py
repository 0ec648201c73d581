"""How well planted passages are found in articles drawn afresh, in sets of several sizes.

    python -m benchmarks.plant [--documents 200 1000 5000] [--seed 4] [--json]

Broadcast news of OPED_DATA are drawn at random, and for each document two passages of others are planted: word for
word, with 5, 10 and 20 per cent of the characters changed, and with two clauses exchanged. A plant is found when half
of both its spans is covered, a match is right when half of it lies in a plant. News repeats itself: a match outside
the plants whose sides have `NATURAL` characters in a row in common, or four of five in all, is a repeat that was there
before, neither right nor wrong. `strict` counts these as wrong too.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from difflib import SequenceMatcher
from typing import Any

from benchmarks.build_themes import background
from benchmarks.quality.phrases import EXPECT, Run, scored
from compare.corpus import find_reuse

KINDS = ("verb_12_20", "verb_21_40", "verb_41_80", "near5", "near10", "near20", "reorder")
LENGTHS = {"verb_12_20": (12, 20), "verb_21_40": (21, 40), "verb_41_80": (41, 80)}
EDITS = {"near5": 0.05, "near10": 0.1, "near20": 0.2}
NATURAL = 12
"""Characters of the shortest plants."""
ALIKE = 0.8
"""Share of characters that the most edited plants keep."""


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


def planted(rows: list[str], documents: int, seed: int) -> tuple[list[tuple[str, str]], list[dict[str, Any]]]:
    """Documents with ids, and the places of the passages planted in them."""
    draw = random.Random(seed)
    texts = draw.sample(rows, min(documents, len(rows)))
    letters = "".join(sorted(set("".join(texts))))
    plants: list[list[tuple[int, str, int, int]]] = [[] for _ in texts]  # place, passage, number, side
    kinds: list[str] = []
    while len(kinds) < 2 * len(texts):
        kind = KINDS[len(kinds) % len(KINDS)]
        a, b = draw.sample(range(len(texts)), 2)
        place = passage_of(texts[a], kind, draw)
        if place is None:
            continue
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
    spans: dict[tuple[int, int], tuple[int, int, int]] = {}
    for number, text in enumerate(texts):
        shift = 0
        for where, passage, plant, side in sorted(plants[number], key=lambda p: (p[0], -p[3])):
            start = where + shift
            if side:
                text = text[:start] + passage + text[start:]
                shift += len(passage)
            spans[plant, side] = (number, start, start + len(passage))
        texts[number] = text
    truth = []
    for plant, kind in enumerate(kinds):
        (a, sa, ea), (b, sb, eb) = spans[plant, 0], spans[plant, 1]
        truth.append({"a": a, "b": b, "sa": sa, "ea": ea, "sb": sb, "eb": eb, "kind": kind})
    return [(str(number), text) for number, text in enumerate(texts)], truth


def natural(match: Run, texts: dict[str, str]) -> bool:
    """Whether the sides of a match have enough in common that it tells what is there."""
    a, b, sa, ea, sb, eb = match
    alike = SequenceMatcher(None, texts[a][sa:ea], texts[b][sb:eb], autojunk=False)
    return alike.find_longest_match().size >= NATURAL or alike.ratio() >= ALIKE


def measure(rows: list[str], documents: int, seed: int) -> dict[str, float]:
    docs, truth = planted(rows, documents, seed)
    found = [(row.a, row.b, row.sa, row.ea, row.sb, row.eb) for row in find_reuse(docs, expect=EXPECT)]
    texts = dict(docs)
    _, kinds, right = scored(truth, found)
    counted = [good or not natural(match, texts) for good, match in zip(right, found, strict=True)]
    reached = [one for some in kinds.values() for one in some]
    recall = sum(reached) / len(reached)
    fair, strict = sum(right) / sum(counted), sum(right) / len(right)
    return {
        "F1": 2 * fair * recall / (fair + recall),
        "precision": fair,
        "recall": recall,
        "strict": 2 * strict * recall / (strict + recall),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 1000, 5000])
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    rows = [text.replace("\n", "") for text in background()]
    rows = [text for text in rows if len(text) > 400]
    found = {str(documents): measure(rows, documents, asked.seed) for documents in asked.documents}
    if asked.json:
        print(json.dumps(found))
        return
    for documents, figures in found.items():
        print(f"{documents:>5} documents", *(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
