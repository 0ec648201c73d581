"""Trained weights: read from small JSON files, applied with numpy. There is no training code here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.features import table

if TYPE_CHECKING:
    from summarize.vectors import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Boosted regression trees (Friedman 2001) as tables, a row a tree.

    At node `k` of tree `t` a sample goes to node `left[t, k]` if its feature `feature[t, k]` is at most
    `threshold[t, k]`, else to `left[t, k] + 1`; a leaf leads to itself by an infinite threshold.
    """

    names: tuple[str, ...]
    feature: Integers
    threshold: Floats
    left: Integers
    value: Floats
    start: float
    depth: int

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Forest:
        """From lists of nodes `[feature, threshold, left]` or `[value]`, one list a tree."""
        trees = data["trees"]
        shape = (len(trees), max(map(len, trees)))
        feature, left = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        threshold, value = np.full(shape, np.inf), np.zeros(shape)
        for number, tree in enumerate(trees):
            for place, node in enumerate(tree):
                if len(node) == 1:
                    left[number, place], value[number, place] = place, node[0]
                else:
                    feature[number, place], threshold[number, place], left[number, place] = node
        return cls(tuple(data["features"]), feature, threshold, left, value, data["start"], data["depth"])

    def predict(self, columns: dict[str, Floats]) -> Floats:
        """The sum of what all trees say, one number a row."""
        samples = table(columns, self.names)
        trees = np.arange(len(self.feature))[:, None]
        rows = np.arange(len(samples))[None, :]
        node = np.zeros((len(self.feature), len(samples)), np.int64)
        for _ in range(self.depth):
            right = samples[rows, self.feature[trees, node]] > self.threshold[trees, node]
            node = self.left[trees, node] + right
        return np.asarray(self.start + self.value[trees, node].sum(axis=0), np.float64)


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
        values = table(columns, self.names) @ (self.weights @ context) + self.start @ context
        return np.asarray(values, np.float64)


def chance(values: Floats) -> Floats:
    """The logistic function: from log odds to probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -40, 40))), np.float64)


@cache
def weights(name: str) -> dict[str, Any]:
    """The content of one weights file of the package."""
    data: dict[str, Any] = json.loads(files("summarize").joinpath(f"data/{name}.json").read_text("utf-8"))
    return data
