"""Build compare/data/themes*.npz from the background corpus. Only derived figures leave it.

    python -m benchmarks.build_themes                  counts, vectors, then percentiles: about four minutes
    python -m benchmarks.build_themes --percentiles    percentiles alone, for the counts that are there

The even items of the corpus calibrate the percentiles; benchmarks/quality/themes.py checks them on odd ones.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
from bisect import bisect
from collections import Counter
from itertools import pairwise
from math import log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.whole_terms import whole_terms
from compare.themes import percentile as percentiles
from compare.themes import space as spaces
from compare.themes.candidates import joined, nominal_uses, phrases, words
from compare.themes.overlap import scores
from compare.themes.profile import pair_codes, profile
from seeds.language.tokens import default_tokenizer, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from compare.themes.profile import Profile
    from seeds.language.tokens import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "compare" / "data"
WORD_FLOOR, PHRASE_FLOOR, PAIR_FLOOR = 10, 10, 20  # occurrences, occurrences, documents
VECTOR_FLOOR, DIMENSIONS, ROUNDS = 10, 32, 8  # documents, latent directions, rounds of iteration
SIZES = (25, 50, 100, 200, 400, 800, 1600)  # words of the texts the percentiles are calibrated on
TEXTS = 600  # at most so many texts of each size
SHORTEST = 18  # words
BLOCK = 1024  # documents made dense at a time


def data_folder() -> Path:
    return Path(os.environ.get("OPED_DATA") or ROOT.parent / "shared" / "data")


def background() -> Iterator[str]:
    with lzma.open(data_folder() / "background" / "xwlb-2018-2023.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield fold(json.loads(line)["text"])


def count_words(texts: Sequence[str], tokenizer: Tokenizer) -> tuple[list[Counter[str]], dict[str, int]]:
    """The words of every document, and how often, in 1/255, the background uses a verb as a noun."""
    documents, uses, noun = [], Counter[str](), Counter[str]()
    for text in texts:
        tagged = tokenizer.tag(text)
        documents.append(Counter(word for word, _ in words(tagged)))
        for verb, as_noun in nominal_uses(tagged):
            uses[verb] += 1
            noun[verb] += as_noun
    return documents, {verb: round(255 * noun[verb] / times) for verb, times in uses.items()}


def count_phrases(
    texts: Sequence[str], tokenizer: Tokenizer, nominal: dict[str, int]
) -> tuple[Counter[str], ...]:
    """Occurrences and documents of every multi-word term."""
    count, spread = Counter[str](), Counter[str]()
    for text in texts:
        here = Counter[str]()
        for parts, times in phrases(
            tokenizer.tag(text), lambda verb: nominal.get(verb, 0) >= spaces.NOMINAL * 255
        ).items():
            here[joined(parts)] += times
        count.update(here)
        spread.update(here.keys())
    return count, spread


def count_pairs(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The character pairs of enough documents, ascending, and the number of those documents."""
    codes, spread = np.unique(np.concatenate([np.unique(pair_codes(t)) for t in texts]), return_counts=True)
    kept = spread >= PAIR_FLOOR
    return codes[kept], spread[kept]


def latent(
    documents: Sequence[Counter[str]], rows: dict[str, int], rare: NDArray[np.float64]
) -> NDArray[np.float32]:
    """The leading right singular vectors of the weighted documents (Deerwester et al. 1990), by subspace iteration.

    Shape `(len(rows), DIMENSIONS)`, each direction scaled by the square root of its singular value.
    """
    basis = np.linalg.qr(np.random.default_rng(0).standard_normal((len(rows), DIMENSIONS + 8)))[0].astype(
        np.float32
    )
    values = np.ones(basis.shape[1])
    for _ in range(ROUNDS):
        image = np.zeros_like(basis)
        for start in range(0, len(documents), BLOCK):
            block = dense(documents[start : start + BLOCK], rows, rare)
            image += block.T @ (block @ basis)
        basis, upper = np.linalg.qr(image)
        values = np.sqrt(np.abs(np.diag(upper)))
    return basis[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS]).astype(np.float32)


def dense(
    documents: Sequence[Counter[str]], rows: dict[str, int], rare: NDArray[np.float64]
) -> NDArray[np.float32]:
    block = np.zeros((len(documents), len(rows)), dtype=np.float32)
    for index, counts in enumerate(documents):
        for word, times in counts.items():
            if word in rows:
                block[index, rows[word]] = (1 + log(times)) * rare[rows[word]]
    lengths = np.sqrt((block * block).sum(1, keepdims=True))
    block /= np.where(lengths, lengths, 1)
    return block


def mean_direction(
    documents: Sequence[Counter[str]],
    rows: dict[str, int],
    rare: NDArray[np.float64],
    vectors: NDArray[np.floating[Any]],
) -> NDArray[np.float32]:
    total = np.zeros(vectors.shape[1])
    for start in range(0, len(documents), BLOCK):
        placed = dense(documents[start : start + BLOCK], rows, rare) @ vectors
        lengths = np.sqrt((placed * placed).sum(1, keepdims=True))
        total += (placed / np.where(lengths, lengths, 1)).sum(0)
    return (total / len(documents)).astype(np.float32)


def build_space(texts: Sequence[str]) -> None:
    tokenizer = default_tokenizer()
    documents, nominal = count_words(texts, tokenizer)
    count, spread = Counter[str](), Counter[str]()
    for counts in documents:
        count.update(counts)
        spread.update(counts.keys())
    phrase_count, phrase_spread = count_phrases(texts, tokenizer, nominal)
    placed = sorted(word for word, number in spread.items() if number >= VECTOR_FLOOR)
    rest = sorted(word for word in spread if count[word] >= WORD_FLOOR and spread[word] < VECTOR_FLOOR)
    runs = sorted(p for p, number in phrase_count.items() if number >= PHRASE_FLOOR and p not in spread)
    terms = [*placed, *rest, *runs]
    count.update(phrase_count)
    spread.update(phrase_spread)
    rows = {word: row for row, word in enumerate(placed)}
    rare = np.log(len(texts) / np.array([spread[word] for word in placed]))
    vectors = latent(documents, rows, rare)
    scale = np.abs(vectors).max(1, keepdims=True) / 127
    whole = np.round(vectors / scale).astype(np.int8)
    pairs, pair_spread = count_pairs(texts)
    wholes = whole_terms(texts, tokenizer, rows)
    np.savez_compressed(
        DATA / spaces.DATA,
        terms=np.frombuffer("\n".join(terms).encode(), dtype=np.uint8),
        wholes=np.frombuffer("\n".join(map("\t".join, wholes.items())).encode(), dtype=np.uint8),
        count=np.array([count[term] for term in terms], dtype=np.int32),
        spread=np.array([spread[term] for term in terms], dtype=np.int32),
        nominal=np.array([nominal.get(term, 0) for term in terms], dtype=np.uint8),
        vectors=whole,
        scale=scale[:, 0].astype(np.float32),
        centre=mean_direction(documents, rows, rare, whole * scale),
        pairs=pairs,
        pair_spread=pair_spread.astype(np.int32),
        totals=np.array([sum(map(Counter.total, documents)), len(texts)], dtype=np.int64),
    )
    print(
        f"{len(terms)} terms, {len(placed)} with vectors, {len(pairs)} character pairs, {len(wholes)} wholes"
    )


def build_percentiles(texts: Sequence[str]) -> None:
    """Scores of pairs of whole items, by their lengths: items cut to length would be all lead and no story."""
    order = np.random.default_rng(1).permutation(len(texts) // 2) * 2
    samples: list[list[Profile]] = [[] for _ in SIZES]
    edges = [sqrt(a * b) for a, b in pairwise(SIZES)]
    for index in order:
        found = profile(texts[index])
        sample = samples[bisect(edges, found.size)]
        if len(sample) < TEXTS and found.size >= SHORTEST:
            sample.append(found)
    levels = np.concatenate([np.linspace(0, 98, 50), 100 - np.geomspace(1, 0.01, 21), [100]])
    table = np.zeros((len(SIZES), len(SIZES), len(levels)), dtype=np.float32)
    for i, left in enumerate(samples):
        for j, right in enumerate(samples[: i + 1]):
            matrix = scores([*left, *right])
            drawn = (
                matrix[np.triu_indices(len(left), 1)] if i == j else matrix[: len(left), len(left) :].ravel()
            )
            table[i, j] = table[j, i] = np.percentile(drawn, levels)
    np.savez_compressed(
        DATA / percentiles.DATA,
        sizes=np.array([middle(sample) for sample in samples], dtype=np.float32),
        levels=levels.astype(np.float32),
        scores=table,
    )
    print(f"texts per size: {[len(sample) for sample in samples]}")


def middle(sample: Sequence[Profile]) -> int:
    """The geometric mean of the lengths: few items reach the nominal length of the last class."""
    return round(float(np.exp(np.mean([log(found.size) for found in sample]))))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--percentiles", action="store_true", help="leave the counts and vectors as they are")
    only_percentiles = parser.parse_args().percentiles
    texts = list(background())
    DATA.mkdir(parents=True, exist_ok=True)
    if not only_percentiles:
        build_space(texts)
    build_percentiles(texts)
    for file in sorted(DATA.glob("themes*.npz")):
        print(file.name, file.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
