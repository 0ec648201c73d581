"""How surely a half of an article finds its other half, as a part of the gate.

    python -m benchmarks.quality.halves [--shipped] [--quick] [--json]

Each article is cut in two at the sentence end nearest to its middle, and each half looks for its other one among all:
the mean reciprocal rank, a unit being an article. `benchmarks.quality.themes` measures the same more widely, with
other systems and other figures. The baseline is the cosine of TF-IDF vectors of the very set.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality import figures, gate
from benchmarks.quality.corpora import OWN, rows_of
from benchmarks.quality.figures import Beside, Figure
from benchmarks.quality.pages import seed_page
from benchmarks.quality.themes import cut, page_articles, tfidf
from benchmarks.quality.truths import load
from compare.themes import profile, scores
from compare.themes.reference import default_reference
from compare.themes.theme_maps import affinities, within

if TYPE_CHECKING:
    from numpy.typing import NDArray


def reciprocal_ranks(likeness: NDArray[np.float64]) -> list[float]:
    """For each article the mean of 1 / rank over its halves, rows 2i and 2i + 1; ties share their rank."""
    matrix = likeness.copy()
    np.fill_diagonal(matrix, -np.inf)
    number = len(matrix)
    right = matrix[np.arange(number), np.arange(number) ^ 1][:, None]
    ranks = 1 + (matrix > right).sum(1) + ((matrix == right).sum(1) - 1) / 2
    means: list[float] = (1 / ranks).reshape(-1, 2).mean(axis=1).tolist()
    return means


def measure(name: str, texts: Sequence[str]) -> list[Figure]:
    """The figure of some articles."""
    halves = [half for text in texts for half in cut(text, 2)]
    likeness = affinities(scores(within([profile(half) for half in halves], default_reference())))
    beside = Beside("TF-IDF cosine", figures.mean(reciprocal_ranks(tfidf(halves))).value)
    found = figures.mean(reciprocal_ranks(likeness))
    return [Figure("halves", name, "MRR", *found, beside, Beside("all first", 100.0))]


def shipped() -> list[str]:
    """The articles of the seed page and of our own pages."""
    truths = [seed_page()[1], *(load(path)[1] for path in sorted(OWN.glob("*.txt")))]
    return [
        "\n".join(part["text"] for part in piece["body"]) for truth in truths for piece in truth["pieces"]
    ]


MEASURES = (
    gate.Measure("shipped", ("seed", "own"), lambda: measure("shipped", shipped())),
    gate.Measure("papers", ("pages", "pages_real", "seed truth"), lambda: measure("papers", page_articles())),
    gate.Measure(
        "technical",
        ("lctt_dek.dev",),
        lambda: measure("technical", [row["text"] for row in rows_of("lctt_dek.dev")]),
    ),
)


if __name__ == "__main__":
    sys.exit(gate.run("halves"))
