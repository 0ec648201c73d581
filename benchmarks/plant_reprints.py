"""Draw a corpus with planted reprints, or measure what was found in one.

    python -m benchmarks.plant_reprints draw ARTICLES.jsonl FOLDER [--articles 5000] [--seed 1]
    python -m benchmarks.plant_reprints score FOLDER/truth.jsonl FOUND.jsonl

ARTICLES has "id" and "text", of which as many as asked for are drawn (paragraphs of all make up what is missing). Some
are printed again by one to eight papers, some days later: whole, under the credit of an agency, cut to 60-90 %, with
3-15 % of the characters changed, or with a paragraph of another article put in. Figures are F1 of the pairs of
articles in one cluster, and of the first printings told.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

PAPERS = [f"{place}{kind}" for place in "甲乙丙丁戊己" for kind in ("日报", "晚报", "时报")]


def drawn(texts: list[str], count: int, draw: random.Random) -> list[str]:
    """So many texts; when there are too few, others are put together from paragraphs of all."""
    found = draw.sample(texts, min(count, len(texts)))
    paragraphs = sorted({p for text in texts for p in text.split("\n") if len(p) > 60})
    while len(found) < count:
        found.append("\n".join(draw.sample(paragraphs, draw.randint(3, 8))))
    return found


def changed(text: str, others: list[str], draw: random.Random) -> str:
    kind = draw.randrange(5)
    if kind == 1:
        return f"新华社{draw.choice('京沪穗')}{draw.randint(1, 12)}月{draw.randint(1, 28)}日电　{text}"
    if kind == 2:
        return text[: int(len(text) * draw.uniform(0.6, 0.9))]
    if kind == 3:
        signs = list(text)
        for at in draw.sample(range(len(signs)), int(len(signs) * draw.uniform(0.03, 0.15))):
            signs[at] = draw.choice((draw.choice(text), "", signs[at] + draw.choice(text)))
        return "".join(signs)
    if kind == 4:
        return f"{text}\n{draw.choice(draw.choice(others).splitlines())}"
    return text


def draw(articles: Path, folder: Path, count: int, seed: int) -> None:
    at_random = random.Random(seed)
    texts = [json.loads(line)["text"] for line in articles.read_text("utf-8").splitlines() if line.strip()]
    texts = sorted({text for text in texts if len(text) >= 150})
    base = drawn(texts, count * 3 // 4, at_random)
    rows: list[dict[str, str]] = []
    clusters: list[dict[str, object]] = []
    start = date(2020, 1, 1)
    for number, text in enumerate(base):
        day = start + timedelta(at_random.randrange(1500))
        rows.append({"id": f"a{number}", "date": str(day), "source": at_random.choice(PAPERS), "text": text})
    number = len(base)
    for at in at_random.sample(range(len(base)), len(base)):
        if len(rows) >= count:
            break
        first = rows[at]
        members = [first["id"]]
        for paper in at_random.sample(PAPERS, at_random.randint(1, 8)):
            day = date.fromisoformat(first["date"]) + timedelta(at_random.randint(1, 20))
            text = changed(first["text"], base, at_random)
            rows.append({"id": f"a{number}", "date": str(day), "source": paper, "text": text})
            members.append(f"a{number}")
            number += 1
        clusters.append({"articles": members, "first": first["id"]})
    at_random.shuffle(rows)
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in (("docs", rows), ("truth", clusters)):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(text, "utf-8")


def score(truth: Path, found: Path) -> dict[str, float]:
    def pairs(rows: list[list[str]]) -> set[tuple[str, str]]:
        return {pair for row in rows for pair in combinations(sorted(row), 2)}

    true = [json.loads(line) for line in truth.read_text("utf-8").splitlines()]
    told = [json.loads(line) for line in found.read_text("utf-8").splitlines()]
    wanted = pairs([row["articles"] for row in true])
    got = pairs([[article["id"] for article in row["articles"]] for row in told])
    firsts, named = {row["first"] for row in true}, {row["first"] for row in told}
    return {
        "pairs": _f1(wanted, got),
        "first": _f1(firsts, named),
        "clusters": len(told),
        "planted": len(true),
    }


def _f1(wanted: set, got: set) -> float:  # type: ignore[type-arg]
    return round(2 * len(wanted & got) / max(1, len(wanted) + len(got)), 4)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("draw", "score"))
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.what == "draw":
        draw(asked.one, asked.other, asked.articles, asked.seed)
    else:
        print(json.dumps(score(asked.one, asked.other)))


if __name__ == "__main__":
    main()
