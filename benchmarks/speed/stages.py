"""Where the time of the two longest works goes: CPU seconds a stage, and what no stage can do without.

    python -m benchmarks.speed.stages [PIECES ARTICLES] [--json]

Pairs in memory are worked through stage by stage as `compare_all` does it, a corpus as `oped corpus pairs` does it.
What bounds them: "floor" is cutting the same texts into words and nothing else, "runs" the part of wording that numpy
does in one pass over all texts, "objects" the part of looking that is Python making the objects from parts that are
there. "found" counts what the rest of the time goes into, matches or rows, at "us_each" microseconds of all time.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.speed.targets import articles, opinion
from compare import compare_all
from compare.corpus import shared_phrases
from compare.reference.corpus import load_reference
from compare.results import EXPECT, Match
from compare.reuse.find import Pairs
from compare.reuse.index import Collection, shared_runs
from compare.reuse.text import Text
from compare.themes.overlap import scores
from compare.themes.profile import profile
from oped.cli.corpus.pairs import articles as articles_of
from seeds import read_pages
from seeds.garbage import collected_later
from seeds.language.tokens import default_tokenizer


def took(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of some work, and what it gives."""
    start = time.process_time()
    given = work()
    return time.process_time() - start, given


def cutting(texts: Iterable[str]) -> float:
    """CPU seconds of cutting texts into words."""
    cut = default_tokenizer().cut
    return took(lambda: [len(cut(text)) for text in texts])[0]


def wording(texts: list[str]) -> Iterator[Any]:
    """What pairs of texts share."""
    return Pairs([Text.of(text) for text in texts], load_reference(), EXPECT).told()


def pairs(texts: list[str]) -> dict[str, float]:
    """The stages of every pair in memory."""
    found: dict[str, float] = {"floor": cutting(texts)}
    with collected_later():
        found["themes"] = took(lambda: scores([profile(text) for text in texts]))[0]
        found["wording"] = took(lambda: deque(wording(texts), maxlen=0))[0]
        found["runs"] = took(lambda: shared_runs(Collection.of([Text.of(text) for text in texts])))[0]
    whole, compared = took(lambda: compare_all(texts))
    found["scores"] = whole - found["themes"] - found["wording"]
    found["looking"] = took(lambda: [len(pair.matches) for pair in compared])[0]
    parts = [
        [getattr(match, each.name) for each in fields(Match)] for pair in compared for match in pair.matches
    ]
    with collected_later():
        found["objects"] = took(lambda: [Match(*part) for part in parts])[0]
    return _each(found, whole + found["looking"], len(parts))


def _each(found: dict[str, float], seconds: float, number: int) -> dict[str, float]:
    return found | {"found": number, "us_each": 1e6 * seconds / max(1, number)}


def corpus(number: int) -> dict[str, float]:
    """The stages of every pair of so many articles, on disk."""
    texts = list(islice(articles(), number))
    found: dict[str, float] = {"floor": cutting(texts)}
    spent = 0.0

    def progress(stage: str, items: Iterable[Any], total: int | None) -> Iterator[Any]:
        nonlocal spent
        start = time.process_time()
        yield from items
        found[stage] = time.process_time() - start
        spent += found[stage]

    with TemporaryDirectory() as folder:
        given = Path(folder) / "articles.jsonl"
        rows = ({"id": f"{at:07}", "text": text} for at, text in enumerate(texts))
        given.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        made = shared_phrases(articles_of(read_pages([given])), Path(folder) / "store", progress=progress)
        whole, number = took(lambda: sum(1 for _ in made))
    return _each(found | {"rows": whole - spent}, whole, number)


def main() -> None:
    """Print a line a stage, or one object."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 5000], metavar="NUMBER")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        lines = Path(opinion(Path(folder) / "pieces.jsonl", asked.sizes[0])).read_text("utf-8").splitlines()
    compare_all(["一个村子修水渠。", "一个村子修水闸。"])  # what is loaded once
    told = {
        "pairs": pairs([json.loads(line)["text"] for line in lines]),
        "corpus": corpus(asked.sizes[1]),
    }
    if asked.json:
        print(json.dumps(told, indent=1))
        return
    for work, stages in told.items():
        print(work, *(f"{stage} {seconds:.2f}" for stage, seconds in stages.items()), sep="  ")


if __name__ == "__main__":
    main()
