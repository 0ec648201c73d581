"""Reading pages that were drawn anew, with seeds that trained nothing.

    python -m benchmarks.quality.drawn [--seed N] [--pages N] [--left-out] [--json]

Articles of real papers set in random habits, as `benchmarks.rerender` draws them: all families together, and each
by itself. The habits are those of training, the pages are not. With --left-out each family is read by weights that
were fitted without it and without the articles of its pages: what carries over to habits never seen.
"""

from __future__ import annotations

import argparse
import json

from benchmarks.habits import FAMILIES
from benchmarks.quality.corpora import data_folder
from benchmarks.quality.pages import Score, mean, score, unseen
from benchmarks.rerender import articles, pages


def measure(seed: int, count: int) -> dict[str, Score]:
    """The mean figures of pages of all families and of each."""
    pool = articles(data_folder())
    found = {"all": mean([score(text, truth) for text, truth in pages(pool, count, seed)])}
    for family in FAMILIES:
        drawn = pages(pool, max(4, count // len(FAMILIES)), seed, [family])
        found[family] = mean([score(text, truth) for text, truth in drawn])
    return found


def left_out() -> dict[str, Score]:
    """The mean figures of each family by weights that have not seen it, of all, and the least of any family."""
    found = {
        family: mean([score(text, truth, model) for text, truth in drawn])
        for family, (drawn, model) in unseen().items()
    }
    least = Score(
        *(min(value for value in column if value is not None) for column in zip(*found.values(), strict=True))
    )
    return {"all": mean(list(found.values())), "least": least, **found}


def main() -> None:
    """Print the figures, a family a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=2027)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = left_out() if options.left_out else measure(options.seed, options.pages)
    if options.json:
        print(json.dumps({name: figures._asdict() for name, figures in found.items()}))
        return
    for name, figures in found.items():
        known = {key: value for key, value in figures._asdict().items() if value is not None}
        print(f"{name:12}", *(f" {key} {value:.3f}" for key, value in known.items()))


if __name__ == "__main__":
    main()
