"""What others do with a corpus, also as a process of its own that imports nothing more than it needs.

python -m benchmarks.speed.alone (minhash | difflib | sorted) FILE.jsonl
"""

from __future__ import annotations

import difflib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any


def hashes_sorted(given: Sequence[str], size: int = 8) -> int:
    """The hashes of all runs of `size` characters, sorted: how a shared run is found at the least."""
    import numpy as np

    codes = np.frombuffer("\n".join(given).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    found = np.zeros(len(codes) - size + 1, dtype=np.uint64)
    for at in range(size):
        found = found * np.uint64(1_000_003) + codes[at : len(codes) - size + 1 + at]
    return len(np.argsort(found, kind="stable"))


def matched(one: str, other: str) -> Any:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()


def all_pairs(work: Callable[[str, str], Any], given: Sequence[str]) -> list[Any]:
    return [work(*pair) for pair in combinations(given, 2)]


def seeded(one: str, other: str, seed: int = 4, least: int = 10, alike: float = 0.8, most: int = 100) -> Any:
    """Places and lengths of shared passages: from shared runs of `seed` characters on, as long as the last `most`
    characters of both sides are `alike` (Vierthaler and Gelein 2019, with the figures of chinesetextreuse).
    """
    from rapidfuzz.distance import Indel

    seeds = defaultdict(list)
    for at in range(len(other) - seed + 1):
        seeds[other[at : at + seed]].append(at)
    found, inside, until = [], range(0), 0
    for a in range(len(one) - least + 1):
        for b in seeds.get(one[a : a + seed], ()):
            if a in inside and b < until:
                continue
            size = least - 1
            while size < min(len(one) - a, len(other) - b):
                first = max(0, size + 1 - most)
                ours, theirs = one[a + first : a + size + 1], other[b + first : b + size + 1]
                if Indel.normalized_similarity(ours, theirs) < alike:
                    break
                size += 1
            if size >= least:
                found.append((a, b, size))
                inside, until = inside if a in inside else range(a, a + size), b + size
    return found


def minhash(given: Sequence[str]) -> list[tuple[int, int]]:
    """Which whole documents are alike (Broder 1997): no passages, but the usual way at scale."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.3, num_perm=128)
    found = []
    for number, text in enumerate(given):
        sketch = MinHash(128)
        sketch.update_batch([text[at : at + 4].encode() for at in range(len(text) - 3)])
        found += [(other, number) for other in index.query(sketch)]
        index.insert(number, sketch)
    return found


def main(what: str, path: str) -> None:
    """Do one of them on the texts of a file of JSON Lines."""
    given = [json.loads(line)["text"] for line in Path(path).read_text("utf-8").splitlines()]
    if what == "minhash":
        minhash(given)
    elif what == "difflib":
        all_pairs(matched, given)
    else:
        hashes_sorted(given)


if __name__ == "__main__":
    main(*sys.argv[1:])
