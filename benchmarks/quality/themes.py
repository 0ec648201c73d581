"""How surely a half of an article finds its other half, and whether percentiles are what they say.

    python -m benchmarks.quality.themes [--json] [--plot FILE.svg] [--no-peers] [--tuning]

Halves: each article is cut in two at the sentence end nearest to its middle; every half looks for its other one
among all halves of the set. Mean reciprocal rank over the halves; AUC over all pairs of halves, the other half
against any other. Some pages hold articles that reprint each other, so that a half rightly finds the reprint
first: the rows `reprints aside` leave out, for each half, the halves of other articles that have
REPRINT characters in a row in common with it.

Quarters: each article is cut in four, and the groups of `theme_map` are held against the articles they came from
(adjusted Rand index, Hubert and Arabie 1985).

Percentiles: random pairs of opinion pieces of different authors and days, of mainland papers and of a Hong Kong paper,
which calibrated them; they should be uniform. `fresh` are the medians where one half of the pieces calibrates and the
other is asked. `benchmarks.quality.tags` tells
whether pieces that belong together find each other. Without the data the script says so and ends well.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from itertools import combinations
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from benchmarks.build_reference import apart
from benchmarks.build_themes import background, opinion, registers
from benchmarks.quality.corpora import data_folder, rows_of
from compare.reference.calibrating import calibrate_themes
from compare.themes import profile, scores
from compare.themes.percentile import default_calibrations, percentile
from compare.themes.reference import default_reference
from compare.themes.theme_maps import affinities, theme_map, within
from seeds import article
from seeds.language.tokens import default_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TARGET_MRR, TARGET_AUC = 0.97, 0.99
"""Set before anything was measured, for the affinity within a set."""
FLOORS = {"pages": (0.92, 0.99), "pages, reprints aside": (0.94, 0.99), "lctt_dek.dev": (0.95, 0.99)}
"""What no change may fall below."""
KS_CEILING = 0.05
REPRINT = 30  # characters
PAIRS = 20_000  # for the percentiles

_SENTENCE_END = re.compile(r"[。！？!?；\n]+")


class Found(NamedTuple):
    """How well halves find each other."""

    mrr: float
    auc: float


def page_articles() -> list[str]:
    """The articles of the made pages, of the seed page and of the real pages, one text each."""
    texts = []
    for path in [*sorted((data_folder() / "pages").glob("*.json")), *(data_folder() / "seed").glob("*.json")]:
        pieces = json.loads(path.read_text("utf-8"))["pieces"]
        texts += ["\n".join(paragraph["text"] for paragraph in piece["body"]) for piece in pieces]
    for path in sorted((data_folder() / "pages_real").glob("*.json")):
        texts += [piece["text"] for piece in json.loads(path.read_text("utf-8")) if len(piece["text"]) >= 300]
    return texts


def cut(text: str, parts: int) -> list[str]:
    """`text` in parts of about the same length, cut at sentence ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] or [len(text) // 2]
    marks = [min(ends, key=lambda end: abs(end - len(text) * part / parts)) for part in range(1, parts)]
    return [text[a:b] for a, b in zip([0, *marks], [*marks, len(text)], strict=True)]


def find_halves(matrix: NDArray[np.float64], aside: NDArray[np.bool_] | None = None) -> Found:
    """Rows 2i and 2i + 1 of `matrix` are the halves of article i; ties share their rank."""
    number = len(matrix)
    other = np.arange(number) ^ 1
    matrix = matrix.copy()
    matrix[np.diag_indices(number)] = -np.inf
    if aside is not None:
        matrix[aside] = -np.inf
    right = matrix[np.arange(number), other][:, None]
    ranks = 1 + (matrix > right).sum(1) + ((matrix == right).sum(1) - 1) / 2
    rows, columns = np.triu_indices(number, 1)
    values = np.sort(matrix[rows, columns][(rows ^ 1) != columns])
    same = matrix[np.arange(0, number, 2), other[::2]]
    below = np.searchsorted(values, same, "left") + np.searchsorted(values, same, "right")
    return Found(float((1 / ranks).mean()), float((below / 2 / len(values)).mean()))


def reprints(halves: Sequence[str]) -> NDArray[np.bool_]:
    """Which halves of different articles have `REPRINT` characters in a row in common."""
    bare = [re.sub(r"\W", "", half) for half in halves]
    grams = [{text[at : at + REPRINT] for at in range(len(text) - REPRINT + 1)} for text in bare]
    return np.array(
        [[a // 2 != b // 2 and not x.isdisjoint(y) for b, y in enumerate(grams)] for a, x in enumerate(grams)]
    )


def ceiling(aside: NDArray[np.bool_]) -> float:
    """Mean reciprocal rank of a judge who knows every article but cannot tell it from its reprints.

    Of the right half and the n halves that reprint it or the half that asks, the right one is at rank 1 to n + 1,
    each as likely.
    """
    rivals = (aside | aside[np.arange(len(aside)) ^ 1]).sum(1)
    return float(np.mean([sum(1 / rank for rank in range(1, n + 2)) / (n + 1) for n in rivals]))


def tfidf(halves: Sequence[str]) -> NDArray[np.float64]:
    """Cosine of words by (1 + ln n) ln(N / d), the document frequencies from the set itself."""
    counts = [Counter(word for word in default_tokenizer().cut(half) if word.strip()) for half in halves]
    spread = Counter(word for count in counts for word in count)
    number = {word: at for at, word in enumerate(spread)}
    rows = np.zeros((len(halves), len(number)))
    for row, count in zip(rows, counts, strict=True):
        for word, times in count.items():
            row[number[word]] = (1 + log(times)) * log(len(halves) / spread[word])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    result: NDArray[np.float64] = rows @ rows.T
    return result


def snownlp_sim(halves: Sequence[str]) -> NDArray[np.float64]:
    """SnowNLP's own `sim`, BM25, of the words it cuts itself."""
    from snownlp import SnowNLP

    words = [SnowNLP(half).words for half in halves]
    bm25 = SnowNLP(words)
    return np.array([bm25.sim(query) for query in words])


def halves_table(texts: Sequence[str], *, peers: bool) -> tuple[dict[str, Found], dict[str, Found], float]:
    """The results of every system, as found and with reprints set aside, and the ceiling of the former."""
    halves = [half for text in texts for half in cut(text, 2)]
    profiles = [profile(half) for half in halves]
    matrix = scores(within(profiles, default_reference()))
    systems = {"overlap, pair by pair": scores(profiles), "scores in the set": matrix}
    systems["affinities in the set"] = affinities(matrix)
    if peers:
        plain = tfidf(halves)
        systems |= {"TF-IDF cosine": plain, "TF-IDF, as affinities": affinities(plain)}
        systems["SnowNLP sim"] = snownlp_sim(halves)
    aside = reprints(halves)
    found = {name: find_halves(likeness) for name, likeness in systems.items()}
    without = (
        {name: find_halves(likeness, aside) for name, likeness in systems.items()} if aside.any() else {}
    )
    return found, without, ceiling(aside)


def rand_index(truth: Sequence[int], found: Sequence[int]) -> float:
    """Adjusted Rand index of two partitions."""

    def pairs(counts: Counter[Any]) -> float:
        return sum(number * (number - 1) / 2 for number in counts.values())

    both, left, right = (pairs(Counter(part)) for part in (zip(truth, found, strict=True), truth, found))
    expected = left * right / (len(truth) * (len(truth) - 1) / 2)
    return (both - expected) / ((left + right) / 2 - expected)


def quarters(texts: Sequence[str]) -> float:
    """How well the groups of quarters are the articles."""
    parts = [part for text in texts for part in cut(text, 4)]
    found = [0] * len(parts)
    for number, group in enumerate(theme_map(parts, limit=1).groups):
        for member in group.members:
            found[member] = number
    return rand_index([at // 4 for at in range(len(parts))], found)


def unrelated_percentiles(file: str) -> NDArray[np.float64]:
    """The percentiles of random pairs of opinion pieces of different authors and days, ascending."""
    chooser = np.random.default_rng(7)
    pieces = opinion(file)
    profiles = [profile(article(piece.text, title=piece.title)) for piece in pieces]
    matrix = scores(profiles)
    calibrations = default_calibrations()
    found = []
    for _ in range(PAIRS):
        a, b = chooser.choice(len(pieces), 2, replace=False)
        if pieces[a].author != pieces[b].author and pieces[a].date != pieces[b].date:
            found.append(percentile(float(matrix[a, b]), profiles[a], profiles[b], calibrations) or 0.0)
    return np.sort(found)


def fresh_medians() -> dict[str, float]:
    """The median percentiles of unrelated pairs of one half of the pieces, calibrated by those of the other half."""
    kinds = registers()
    pieces, names = (
        [p for some in kinds.values() for p in some],
        [k for k, some in kinds.items() for _ in some],
    )
    far, order = apart(pieces), np.random.default_rng(1).permutation(len(pieces)).tolist()
    half, asked = order[::2], order[1::2]
    calibrations = calibrate_themes(
        [(pieces[at].title, pieces[at].text) for at in half],
        [names[at] for at in half],
        lambda i, j: far(half[i], half[j]),
    )
    profiles = {at: profile(article(pieces[at].text, title=pieces[at].title)) for at in asked}
    matrix = scores([profiles[at] for at in asked])
    found: dict[str, list[float]] = {name: [] for name in kinds}
    for (i, one), (j, other) in combinations(enumerate(asked), 2):
        if names[one] == names[other] and far(one, other):
            rank = percentile(float(matrix[i, j]), profiles[one], profiles[other], calibrations)
            found[names[one]].append(rank or 0.0)
    return {name: float(np.median(values)) for name, values in found.items()}


def deviation(values: NDArray[np.float64]) -> float:
    """Greatest distance of the shares of `values`, ascending in 0..100, from uniform (Kolmogorov and Smirnov)."""
    steps = np.arange(len(values) + 1) / len(values)
    return float(max(np.abs(values / 100 - steps[1:]).max(), np.abs(values / 100 - steps[:-1]).max()))


def plot(values: NDArray[np.float64]) -> str:
    """An SVG of the share of unrelated pairs up to each percentile; the diagonal is what should be."""
    shares = np.searchsorted(values, np.arange(0, 101, 2), "right") / len(values) * 100
    points = " ".join(
        f"{40 + 3 * at:.0f},{320 - 3 * share:.1f}" for at, share in zip(range(0, 101, 2), shares, strict=True)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 360" font-family="sans-serif" font-size="11">'
        '<rect width="360" height="360" fill="#fff"/><path d="M40 20V320H340" fill="none" stroke="#444"/>'
        '<path d="M40 320L340 20" stroke="#aaa" stroke-dasharray="4"/>'
        f'<polyline points="{points}" fill="none" stroke="#06c" stroke-width="2"/>'
        '<text x="190" y="345" text-anchor="middle">percentile given</text>'
        '<text x="14" y="170" transform="rotate(-90 14 170)" text-anchor="middle">% of unrelated pairs</text></svg>\n'
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--tuning", action="store_true")
    options = parser.parse_args()
    if not (data_folder() / "eval").is_dir():
        print(f"skipped: no data in {data_folder()}", file=sys.stderr)
        return 0
    if options.tuning:
        long = [text for text in background() if 600 <= len(text) <= 3000]
        sets = {
            "lctt_dek.train": [row["text"] for row in rows_of("lctt_dek.train")][:250],
            "background": long[::20][:500],
        }
    else:
        sets = {"pages": page_articles(), "lctt_dek.dev": [row["text"] for row in rows_of("lctt_dek.dev")]}
    halves, groups, ceilings = {}, {}, {}
    for name, texts in sets.items():
        halves[name], aside, ceilings[name] = halves_table(texts, peers=not options.no_peers)
        if aside:
            halves[f"{name}, reprints aside"] = aside
        groups[name] = quarters(texts)
    percentiles = unrelated_percentiles("opinion/articles.jsonl")
    elsewhere = unrelated_percentiles("tags/tags.dev.jsonl")
    if options.plot:
        options.plot.write_text(plot(percentiles), encoding="utf-8")
    result = {
        "halves": {
            name: {system: found._asdict() for system, found in table.items()}
            for name, table in halves.items()
        },
        "ceilings": ceilings,
        "quarters": groups,
        "deviation": deviation(percentiles),
        "median": {"mainland": float(np.median(percentiles)), "hongkong": float(np.median(elsewhere))},
        "fresh": fresh_medians(),
        "above": {level: float((percentiles > level).mean() * 100) for level in (50, 75, 90, 95, 99, 99.9)},
    }
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        show(result)
    return failures(result)


def show(result: dict[str, Any]) -> None:
    for name, table in result["halves"].items():
        print(f"halves of {name} (target: MRR {TARGET_MRR}, AUC {TARGET_AUC})")
        for system, found in table.items():
            print(f"  {system:24} MRR {found['mrr']:.4f}  AUC {found['auc']:.4f}")
    for name, highest in result["ceilings"].items():
        print(f"halves of {name}: MRR {highest:.4f} for a judge who cannot tell a reprint from the original")
    for name, index in result["quarters"].items():
        print(f"quarters of {name}: adjusted Rand index {index:.3f}")
    print(f"percentiles of unrelated pairs: greatest deviation from uniform {result['deviation']:.4f}")
    print("  median " + ", ".join(f"{value:.1f} ({name})" for name, value in result["median"].items()))
    print("  " + "  ".join(f"above {level}: {share:.2f} %" for level, share in result["above"].items()))


def failures(result: dict[str, Any]) -> int:
    bad = 0
    for name, (mrr, auc) in FLOORS.items():
        found = result["halves"].get(name, {}).get("affinities in the set")
        if found and (found["mrr"] < mrr or found["auc"] < auc):
            print(f"below the floor: {name} {found}", file=sys.stderr)
            bad = 1
    if result["deviation"] > KS_CEILING:
        print(f"percentiles deviate from uniform by {result['deviation']:.4f}", file=sys.stderr)
        bad = 1
    return bad


if __name__ == "__main__":
    sys.exit(main())
