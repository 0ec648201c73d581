"""Build compare/data/themes.npz: term counts over the background corpus. Only derived figures leave it.

python -m benchmarks.build_themes [--out FILE]
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from compare.themes.candidates import joined, phrases, words
from seeds.tokens import default_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "compare" / "data" / "themes.npz"
WORD_FLOOR, PHRASE_FLOOR = 5, 10


def data_folder() -> Path:
    return Path(os.environ.get("OPED_DATA") or ROOT.parent / "shared" / "data")


def documents() -> Iterator[str]:
    with lzma.open(data_folder() / "background" / "xwlb-2018-2023.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def counts() -> tuple[Counter[str], Counter[str], int, int]:
    """Occurrences and document frequencies of the terms that pass the floors, tokens, documents."""
    tag = default_tokenizer().tag
    word_count: Counter[str] = Counter()
    phrase_count: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    number = 0
    for text in documents():
        number += 1
        tagged = tag(text)
        here = Counter(word for word, _ in words(tagged))
        there: Counter[str] = Counter()
        for parts, times in phrases(tagged).items():
            there[joined(parts)] += times
        word_count.update(here)
        phrase_count.update(there)
        spread.update(here.keys() | there.keys())
    tokens = word_count.total()
    kept = {w: c for w, c in word_count.items() if c >= WORD_FLOOR}
    for phrase, times in phrase_count.items():
        if times >= PHRASE_FLOOR and phrase not in kept:
            kept[phrase] = times
    return Counter(kept), spread, tokens, number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    out = parser.parse_args().out
    count, spread, tokens, number = counts()
    terms = sorted(count)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        out,
        terms=np.frombuffer("\n".join(terms).encode(), dtype=np.uint8),
        count=np.array([count[t] for t in terms], dtype=np.int32),
        spread=np.array([spread[t] for t in terms], dtype=np.int32),
        totals=np.array([tokens, number], dtype=np.int64),
    )
    print(f"{out}: {len(terms)} terms, {tokens} tokens, {number} documents, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
