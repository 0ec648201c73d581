"""How long all phrases of a corpus take, and how much memory: `python -m benchmarks.repeats [CHARACTERS]`.

There is no open corpus of 50 million characters of newspaper Chinese, so one is made: the texts of background/,
eval/ and reuse/ as they are (about half of it), then articles of the background put together anew, each from
sentences of one month drawn by chance, with one sign in sixty exchanged for another. Sentences thus recur as
they do where papers print the same dispatch, and break off as they do where editors touch them.
"""

from __future__ import annotations

import json
import lzma
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.quality.corpora import data_folder
from compare.mining.maximal import maximal_repeats
from compare.mining.symbols import Lettered

SIZE = 50_000_000
SENTENCES = 12
EXCHANGED = 60


def texts(size: int) -> Iterator[tuple[str, str]]:
    """Texts of `size` characters in all, each with an id."""
    folder = data_folder()
    with lzma.open(folder / "background" / "xwlb-2018-2023.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    months: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        months[row["date"][:7]] += [s + "。" for s in row["text"].split("。") if s.strip()]
    found = [row["text"] for row in rows]
    for path in sorted([*(folder / "eval").glob("*.jsonl"), *(folder / "reuse").rglob("*.jsonl")]):
        with path.open(encoding="utf-8") as lines:
            found += [row["text"] for row in map(json.loads, lines) if isinstance(row.get("text"), str)]
    number = taken = 0
    for text in found:
        if taken < size:
            taken += len(text)
            number += 1
            yield f"as-is-{number}", text
    print(f"{min(taken, size):,} characters as they are", file=sys.stderr)
    chance = random.Random(0)
    names = sorted(months)
    while taken < size:
        signs = list("".join(chance.choices(months[chance.choice(names)], k=SENTENCES)))
        for _ in range(len(signs) // EXCHANGED):
            signs[chance.randrange(len(signs))] = chance.choice(signs)
        taken += len(signs)
        number += 1
        yield f"anew-{number}", "".join(signs)


def main() -> None:
    """Print seconds and megabytes."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    if not (data_folder() / "background").is_dir():
        print(f"skipped: no background in {data_folder()}; set OPED_DATA", file=sys.stderr)
        return
    docs = list(texts(size))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    corpus = Lettered.of(docs)
    repeats = maximal_repeats(corpus)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{len(corpus.letters):,} characters, {len(corpus):,} texts: {len(repeats.low):,} maximal repeats; "
        f"{wall:.1f} s, {cpu:.1f} s of CPU, {most / 1000:,.0f} MB at most ({held / 1000:,.0f} MB of them the texts)"
    )


if __name__ == "__main__":
    main()
