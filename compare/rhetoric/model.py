"""Small logistic models over features a reader can check; their weights lie in `weights.json`.

`benchmarks/train_rhetoric.py` made that file and says from what.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True, eq=False)
class DeviceModel:
    """Logistic regression: `weights` by name of feature; from `threshold` on the device is taken as there."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability of the device, between 0 and 1."""
        total = self.bias + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True, eq=False)
class DeviceModels:
    """All that was fitted: a model by kind of device, and how rare common words are, in bits."""

    models: Mapping[str, DeviceModel]
    bits: Mapping[str, float]
    rare: float
    """Bits of a word that is not among the common ones."""

    def information(self, words: list[str]) -> float:
        """Bits of the words together, as if they were drawn one by one."""
        return sum(self.bits.get(word, self.rare) for word in words)


@cache
def shipped() -> DeviceModels:
    """The models that come with the package, read once."""
    data = json.loads((files("compare.rhetoric") / "weights.json").read_text("utf-8"))
    return DeviceModels(
        models={
            kind: DeviceModel(given["bias"], given["weights"], given["threshold"])
            for kind, given in data["models"].items()
        },
        bits=data["bits"],
        rare=data["rare"],
    )
