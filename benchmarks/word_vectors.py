"""Vectors of words, by what stands beside them: words of like use are near each other.

Positive pointwise mutual information within a window, factored by singular values (Levy, Goldberg and Dagan 2015),
over the broadcasts and the training sets of opinion pieces. Training smooths weights of words with them: 必不可少
weighs like 离不开 though readers marked too few sentences that hold it. Only such weights are shipped.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import svds

from benchmarks.quality.corpora import data_folder
from seeds.language.tokens import default_tokenizer

SIZE = 100
"""Numbers in a vector."""
WINDOW = 4
"""Words on either side that count, the nearer the more: 1, 1/2, 1/3, 1/4."""
MOST = 20_000
"""So many of the most frequent words are known."""
SMOOTHED = 0.75
"""The power of a neighbour's frequency: rare neighbours tell less than they seem to."""
OPINION = 3
"""How often an opinion piece counts; there are few of them."""


@cache
def word_vectors() -> dict[str, Any]:
    """A vector of length 1 of each known word that is no noun or number: those tell what a piece is about."""
    tokenizer = default_tokenizer()
    texts = [tokenizer.cut(text) for text in _texts()]
    counts = Counter(word for text in texts for word in text)
    known = [word for word, _ in counts.most_common(MOST)]
    place = {word: number for number, word in enumerate(known)}
    gap = [-1] * WINDOW
    running = np.concatenate([[*(place.get(word, -1) for word in text), *gap] for text in texts])
    beside = sum(_pairs(running, distance, len(known)) for distance in range(1, WINDOW + 1))
    beside = (beside + beside.T).tocoo()
    held = np.asarray(beside.sum(axis=1)).ravel()
    near = held**SMOOTHED / (held**SMOOTHED).sum()
    information = np.log(beside.data / (held[beside.row] * near[beside.col]))
    told = information > 0
    matrix = coo_matrix((information[told], (beside.row[told], beside.col[told])), beside.shape)
    left, values, _ = svds(matrix.tocsr(), k=SIZE, random_state=0)
    vectors = left * np.sqrt(values)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {
        word: vector
        for word, vector in zip(known, vectors, strict=True)
        if word[0].isalnum() and tokenizer.tag(word)[0][1][0] not in "nm"
    }


def _texts() -> Iterator[str]:
    folder = data_folder()
    with lzma.open(folder / "background" / "xwlb-2018-2023.jsonl.xz", "rt", encoding="utf-8") as broadcasts:
        yield from (json.loads(line)["text"] for line in broadcasts)
    for name in ("marks.train", "opinion_deck.train"):
        with (folder / "opinion" / f"{name}.jsonl").open(encoding="utf-8") as pieces:
            yield from [json.loads(line)["text"] for line in pieces] * OPINION


def _pairs(running: Any, distance: int, size: int) -> Any:
    first, second = running[:-distance], running[distance:]
    both = (first >= 0) & (second >= 0)
    count = np.full(both.sum(), 1 / distance)
    return coo_matrix((count, (first[both], second[both])), shape=(size, size)).tocsr()
