"""Trained weights: read from small JSON files, applied with numpy. There is no training code here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.features import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.signs import Signs
    from summarize.vectors import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Boosted regression trees (Friedman 2001), the nodes of all in one table.

    At node `k` a sample goes to node `left[k]` if its feature `feature[k]` is at most `threshold[k]`, else to
    `left[k] + 1`; a leaf leads to itself by an infinite threshold. `roots` are the first nodes of the trees.
    """

    names: tuple[str, ...]
    roots: Integers
    feature: Integers
    threshold: Floats
    left: Integers
    value: Floats
    start: float
    depth: int

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Forest:
        """From lists of nodes `[feature, threshold, left]` or `[value]`, one list a tree."""
        roots: list[int] = []
        rows: list[tuple[float, ...]] = []
        for tree in data["trees"]:
            roots.append(len(rows))
            for place, node in enumerate(tree, start=len(rows)):
                inner = len(node) > 1
                rows.append((*node[:2], roots[-1] + node[2], 0.0) if inner else (0, np.inf, place, node[0]))
        feature, threshold, left, value = np.array(rows, np.float64).T
        feature, left = feature.astype(np.int64), left.astype(np.int64)
        names, start, depth = tuple(data["features"]), data["start"], data["depth"]
        return cls(names, np.array(roots), feature, threshold, left, value, start, depth)

    def predict(self, columns: dict[str, Floats]) -> Floats:
        """The sum of what all trees say, one number a row."""
        samples = table(columns, self.names)
        size = samples.shape[1]
        flat, row = samples.ravel(), np.arange(size)
        node = np.repeat(self.roots[:, None], size, axis=1)
        for _ in range(self.depth):
            values = flat.take(self.feature.take(node) * size + row)
            node = self.left.take(node) + (values > self.threshold.take(node))
        return np.asarray(self.start + self.value.take(node).sum(axis=0), np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A linear model whose weights depend on the task: for each feature a weight a `context` number.

    The context is 1, the logarithm of the budget in characters, and 1 if the piece has a title, else 0.
    """

    names: tuple[str, ...]
    weights: Floats
    start: Floats

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Linear:
        """From the weights of each feature by name."""
        rows = np.array(list(data["weights"].values()), np.float64)
        return cls(tuple(data["weights"]), rows, np.array(data["start"], np.float64))

    def predict(self, columns: dict[str, Floats], chars: int, titled: bool) -> Floats:
        """One number a row."""
        context = np.array([1.0, np.log(chars), float(titled)])[: self.weights.shape[1]]
        values = (self.weights @ context) @ table(columns, self.names) + self.start @ context
        return np.asarray(values, np.float64)


_NO_COLUMNS: Mapping[str, Floats] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """Logistic regressions over signs, side by side: a row of `weights` a sign, a column a regression.

    `rows` tells the row of each sign, `words` that of each word; the last row is of all others and weighs nothing.
    """

    names: tuple[str, ...]
    starts: Floats
    weights: Floats
    rows: dict[str, int]
    words: dict[str, int]

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Weighing:
        """From the names and starts of regressions and, for each sign and each word, a weight a regression."""
        size = len(data["names"])
        rows = {sign: row for row, sign in enumerate(data["signs"])}
        words = {word: row for row, word in enumerate(data["words"], start=len(rows))}
        weights = [*data["signs"].values(), *data["words"].values(), [0.0] * size]
        return cls(tuple(data["names"]), np.array(data["starts"]), np.array(weights), rows, words)

    def odds(
        self, samples: Sequence[Signs], columns: Mapping[str, Floats] = _NO_COLUMNS
    ) -> dict[str, Floats]:
        """The log odds of each sample, by regression; `columns` are signs that all have, one number a sample."""
        get, known, none = self.rows.get, self.words, len(self.weights) - 1
        places, values, starts = [none], [0.0], []
        for sample in samples:
            starts.append(len(places))
            places += map(get, sample.named, repeat(none))
            values += sample.named.values()
            said = dict.fromkeys([known[word] for word in sample.words if word in known])
            places += said
            values += [1.0] * len(said)
            places.append(none)  # so that a sample without signs has a part of its own
            values.append(0.0)
        if not starts:
            return {name: np.zeros(0) for name in self.names}
        rows = np.fromiter(places, np.intp, len(places))
        weighed = self.weights.take(rows, axis=0) * np.fromiter(values, np.float64, len(values))[:, None]
        sums = np.add.reduceat(weighed, starts, axis=0) + self.starts
        if columns:
            sums += np.array(list(columns.values())).T @ self.weights[[get(name, none) for name in columns]]
        return dict(zip(self.names, sums.T, strict=True))


@cache
def weighing(name: str) -> Weighing:
    """The regressions of `data/opinion.json` for `sentences` or for `lines`."""
    return Weighing.from_dict(weights("opinion")[name])


def chance(values: Floats) -> Floats:
    """The logistic function: from log odds to probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -40, 40))), np.float64)


@cache
def weights(name: str) -> dict[str, Any]:
    """The content of one weights file of the package."""
    data: dict[str, Any] = json.loads((Path(__file__).parent / "data" / f"{name}.json").read_text("utf-8"))
    return data
