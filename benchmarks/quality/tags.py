"""Whether opinion pieces that their editors gave the same tags find each other by the theme score.

    python -m benchmarks.quality.tags [--json]

Two pieces of a Hong Kong paper belong together when they share two tags. Each piece looks for its own among all
others; mean over the pieces of 1 / rank of the first. Words of half of the pieces are counted in the reference and
the other half is asked (`fresh`, eight divisions at random), so that nothing asked has been counted; `shipped` asks
all with the reference as it ships, which has counted them; `without Hong Kong words` asks
with the mainland's words alone.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.build_themes import data_folder, opinion, vocabulary
from benchmarks.quality.figures import asked_as_json
from compare.themes import profile, scores
from compare.themes.profile import weighed
from compare.themes.reference import default_reference
from compare.themes.theme_maps import affinities, within
from seeds import article

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from compare.themes import TermProfile
    from compare.themes.reference import TermReference

DIVISIONS = 8


def reciprocal_rank(matrix: NDArray[np.float64], related: NDArray[np.bool_]) -> float:
    """Mean of 1 / rank of the first related other piece, over the pieces that have one."""
    ranks = []
    for at in np.flatnonzero(related.any(axis=1)):
        order = np.argsort(-matrix[at], kind="stable")
        ranks.append(1 + np.flatnonzero(related[at][order[order != at]])[0])
    return float(np.mean(1 / np.array(ranks)))


def against(profiles: Sequence[TermProfile], share: Callable[[str], float]) -> list[TermProfile]:
    return [weighed(p, share) for p in profiles]


def knowing(reference: TermReference, documents: Sequence[set[str]]) -> Callable[[str], float]:
    """The shares of a reference that has counted the words of some more documents."""
    spread = Counter(word for words in documents for word in words)
    return lambda word: max(reference.share(word), (spread[word] + 0.5) / (len(documents) + 1))


def measure() -> dict[str, float]:
    pieces = opinion("tags/tags.dev.jsonl")
    with (data_folder() / "tags" / "tags.dev.jsonl").open(encoding="utf-8") as lines:
        tags = [set(json.loads(line)["tags"]) for line in lines]
    related = np.array([[a is not b and len(a & b) >= 2 for b in tags] for a in tags])
    profiles = [profile(article(piece.text, title=piece.title)) for piece in pieces]
    shipped = default_reference()
    kept = [at for at, name in enumerate(shipped.registers) if name != "hongkong"]
    names = tuple(shipped.registers[at] for at in kept)
    plain = replace(shipped, registers=names, spread=shipped.spread[kept], documents=shipped.documents[kept])
    found = {
        "shipped": reciprocal_rank(scores(profiles), related),
        "shipped, affinities": reciprocal_rank(affinities(scores(within(profiles, shipped))), related),
        "without Hong Kong words": reciprocal_rank(scores(against(profiles, plain.share)), related),
    }
    chooser = np.random.default_rng(0)
    words = [vocabulary(piece) for piece in pieces]
    fresh: dict[str, list[float]] = {"fresh halves": [], "the same halves, without Hong Kong words": []}
    for _ in range(DIVISIONS):
        order = chooser.permutation(len(pieces))
        counted, asked = order[::2], order[1::2]
        rest = [profiles[at] for at in asked]
        known = knowing(plain, [words[at] for at in counted])
        for name, share in zip(fresh, (known, plain.share), strict=True):
            fresh[name].append(reciprocal_rank(scores(against(rest, share)), related[np.ix_(asked, asked)]))
    return found | {name: float(np.mean(values)) for name, values in fresh.items()}


def main() -> None:
    as_json, found = asked_as_json(__doc__), measure()
    if as_json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:45} MRR {value:.3f}")


if __name__ == "__main__":
    main()
