"""Does every stage stay linear up to ten megabytes? CPU seconds at 1, 2.5, 5 and 10 MB, and the exponent between them.

    python benchmarks/limits/size.py [--shape pieces] [--stage read] [--megabytes 1 2.5]

The text is made here: words of two or three characters with the frequencies of a language (Zipf 1949), in sentences,
paragraphs and articles, so that pieces of any size share as little wording as unrelated ones do. An exponent of 1 is
linear; caches and garbage collection make it 1.1. Shapes:

- pieces: five articles, ever longer. Comparing keeps its ten pairs, so that the length alone grows.
- page: ever more articles of 1,200 characters, read and summarised; every two of them are not compared.
- line: one paragraph without a single mark, the worst case of anything that looks for the end of a sentence.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

ARTICLES = 5
ARTICLE = 1200
PARAGRAPH = 260
MEGABYTE = 1_000_000


def words(chance: random.Random) -> Iterator[str]:
    """Endless words of the first level of GB 2312, the frequent ones frequently."""
    signs = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
    lexicon = ["".join(chance.choices(signs, k=chance.choice((1, 2, 2, 2, 3)))) for _ in range(20_000)]
    weights = [1 / (rank + 3) for rank in range(len(lexicon))]
    while True:
        yield from chance.choices(lexicon, weights, k=4096)


def prose(characters: int, source: Iterator[str], chance: random.Random) -> str:
    """Paragraphs of sentences of clauses, about so many characters."""
    parts: list[str] = []
    size = since = 0
    while size < characters:
        clause = "".join(next(source) for _ in range(chance.randrange(2, 8)))
        since += len(clause) + 1
        mark = chance.choice("，，，、；：。。？")
        if since > PARAGRAPH:
            mark, since = "。\n　　", 0
        parts.append(clause + mark)
        size += len(clause) + len(mark)
    return "　　" + "".join(parts).rstrip("　\n，、；：") + "。"


def page_text(shape: str, characters: int) -> str:
    """A page of about so many characters."""
    chance = random.Random(7)
    source = words(chance)
    if shape == "line":
        found, size = [], 0
        while size < characters:
            found.append(next(source))
            size += len(found[-1])
        return "".join(found)
    count = ARTICLES if shape == "pieces" else max(2, characters // ARTICLE)
    names = ("王建国", "李晓燕", "张志强", "刘海涛", "陈玉兰")
    return "\n\n".join(
        f"{''.join(next(source) for _ in range(4))}\n\n□ {names[number % 5]}\n\n"
        f"{prose(characters // count, source, chance)}"
        for number in range(count)
    )


def stages(text: str, shape: str) -> dict[str, Callable[[], object]]:
    """What is measured; later stages are given what earlier ones made."""
    import seeds
    from compare import compare_all
    from compare.corpus import find_reuse
    from compare.reference.corpus import load_reference
    from compare.rhetoric import rhetoric
    from compare.themes import theme_map
    from oped.reports import make_report
    from oped.reports.html import html
    from oped.words import Labels
    from summarize import summarize

    data = text.encode()
    page = seeds.read_page(data)
    pieces = list(page)
    load_reference()
    summarize(pieces[0].body[:500] or "好")
    rhetoric("好。")
    every: dict[str, Callable[[], object]] = {
        "read": lambda: seeds.read_page(data),
        "sentences": lambda: [seeds.clauses(s) for piece in pieces for s in seeds.sentences(piece)],
        "summarize": lambda: [summarize(piece) for piece in pieces],
        "graph": lambda: [summarize(piece, engine="graph") for piece in pieces],
        "rhetoric": lambda: [rhetoric(piece) for piece in pieces],
        "themes": lambda: theme_map(pieces[:200]),
        "to_dict": lambda: page.to_dict(),
    }
    if shape != "page":
        every |= {
            "compare": lambda: compare_all(pieces),
            "corpus": lambda: list(find_reuse([(str(p.id), p) for p in pieces])),
            "report": lambda: html(make_report([page]), Labels("zh")),
        }
    return every


def measured(work: Callable[[], object]) -> float:
    """CPU seconds of this process, all threads."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print one line a stage."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shape", nargs="+", choices=("pieces", "page", "line"), default=["pieces"])
    parser.add_argument("--stage", nargs="+")
    parser.add_argument("--megabytes", nargs="+", type=float, default=[1, 2.5, 5, 10])
    chosen = parser.parse_args()
    for shape in chosen.shape:
        figures: dict[str, list[float]] = {}
        for megabytes in chosen.megabytes:
            text = page_text(shape, int(megabytes * MEGABYTE / 3))
            for name, work in stages(text, shape).items():
                if chosen.stage is None or name in chosen.stage:
                    figures.setdefault(name, []).append(measured(work))
                    print(
                        f"  {shape} {megabytes:g} MB {name}: {figures[name][-1]:.2f} s",
                        file=sys.stderr,
                        flush=True,
                    )
        print(f"{shape:10}" + "".join(f"{size:>9g} MB" for size in chosen.megabytes) + "   exponent")
        for name, seconds in figures.items():
            grown = math.log(chosen.megabytes[-1] / chosen.megabytes[0])
            exponent = math.log(max(seconds[-1], 1e-3) / max(seconds[0], 1e-3)) / grown if grown else math.nan
            print(f"{name:10}" + "".join(f"{s:>10.2f} s" for s in seconds) + f"   {exponent:.2f}", flush=True)


if __name__ == "__main__":
    main()
