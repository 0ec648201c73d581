"""A corpus of any size with reprints planted in it, drawn anew for each seed.

Articles are walks through the background, from word to word: behind two words stands what stands behind them at some
place of the background (a Markov chain of the second order), so that wording recurs as it does in news. One in four
articles is another printed again, one to eight times, some days later: whole, under the credit of an agency, cut to
40-90 %, with 3-15 % of the characters changed, with a paragraph of another article put in, or its end put first.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.build_themes import background
from seeds.language.tokens import default_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAPERS = [f"{place}{kind}" for place in "甲乙丙丁戊己" for kind in ("日报", "晚报", "时报")]
SHORTEST, LONGEST = 300, 900
"""Characters of an article."""
AT_ONCE = 5000
"""Articles that are walked together."""


def walks(count: int, seed: int) -> Iterator[str]:
    """So many articles without reprints."""
    numbers: dict[str, int] = {}
    cut = default_tokenizer().cut
    places = np.array(
        [numbers.setdefault(w, len(numbers)) for text in background() for w in (*cut(text), "\n")]
    )
    words, size = list(numbers), np.array([len(word) for word in numbers])
    pairs = places[:-2] * len(words) + places[1:-1]
    order = np.argsort(pairs, kind="stable")
    _, group, times = np.unique(pairs, return_inverse=True, return_counts=True)
    first = np.cumsum(times) - times
    chance = np.random.default_rng(seed)
    for begin in range(0, count, AT_ONCE):
        length = chance.integers(SHORTEST, LONGEST, min(AT_ONCE, count - begin))
        at, held = chance.integers(0, len(pairs), len(length)), np.zeros(len(length), dtype=np.int64)
        steps = []
        while (held < length).any():
            of = group[at]
            at = np.minimum(order[first[of] + chance.integers(0, times[of])] + 1, len(pairs) - 1)
            steps.append(places[at])
            held += size[steps[-1]]
        for walk, chars in zip(np.stack(steps, axis=1).tolist(), length.tolist(), strict=True):
            yield "".join(words[number] for number in walk)[:chars].strip()


def draw(folder: Path, count: int, seed: int) -> None:
    """Write docs.jsonl, and truth.jsonl with the clusters of reprints and their first printings, into a folder."""
    chance = random.Random(seed)
    start = date(2016, 1, 1)
    rows: list[dict[str, str]] = []
    for number, text in enumerate(walks(count - count // 4, seed)):
        day = start + timedelta(chance.randrange(3650))
        rows.append({"id": f"a{number}", "date": str(day), "source": chance.choice(PAPERS), "text": text})
    clusters: list[dict[str, Any]] = []
    base = len(rows)
    for first in chance.sample(rows, base):
        if len(rows) >= count:
            break
        members = [first["id"]]
        for paper in chance.sample(PAPERS, chance.randint(1, 8)):
            day = date.fromisoformat(first["date"]) + timedelta(chance.randint(1, 20))
            text = _printed_again(first["text"], rows[chance.randrange(base)]["text"], chance)
            members.append(f"a{len(rows)}")
            rows.append({"id": members[-1], "date": str(day), "source": paper, "text": text})
        clusters.append({"articles": members, "first": first["id"]})
    chance.shuffle(rows)
    for name, lines in (("docs", rows), ("truth", clusters)):
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _printed_again(text: str, other: str, chance: random.Random) -> str:
    kind = chance.randrange(6)
    if kind == 1:
        day = f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
        return f"新华社{chance.choice(('北京', '上海', '广州'))}{day}电　{text}"
    if kind == 2:
        return text[: int(len(text) * chance.uniform(0.4, 0.9))]
    if kind == 3:
        signs = list(text)
        for at in chance.sample(range(len(signs)), int(len(signs) * chance.uniform(0.03, 0.15))):
            signs[at] = chance.choice((chance.choice(text), "", signs[at] + chance.choice(text)))
        return "".join(signs)
    if kind == 4:
        text = f"{text}\n{chance.choice(other.splitlines())}"
    half = len(text) // 2
    return f"{text[half:]}\n{text[:half]}" if kind == 5 else text


def score(truth: Path, found: Path) -> dict[str, float]:
    """F1 of the pairs of articles in one cluster, and of the first printings."""
    true, told = (
        [json.loads(line) for line in path.read_text("utf-8").splitlines()] for path in (truth, found)
    )
    wanted = _pairs(row["articles"] for row in true)
    got = _pairs([article["id"] for article in row["articles"]] for row in told)
    return {
        "pairs": _f1(wanted, got),
        "first": _f1({row["first"] for row in true}, {row["first"] for row in told}),
    }


def _pairs(groups: Iterable[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _f1(wanted: set, got: set) -> float:  # type: ignore[type-arg]
    return 2 * len(wanted & got) / max(1, len(wanted) + len(got))
