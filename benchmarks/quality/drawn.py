"""Reading pages that were drawn anew, with seeds that trained nothing.

    python -m benchmarks.quality.drawn [--seed N] [--pages N] [--json]

Articles of real papers set in random habits, as `benchmarks.rerender` draws them: all families together, and each
by itself. The habits are those of training, the pages are not; `python -m benchmarks.train_layout --without FAMILY`
fits weights for a family that was held out.
"""

from __future__ import annotations

import argparse
import json

from benchmarks.habits import FAMILIES
from benchmarks.quality.corpora import data_folder
from benchmarks.quality.pages import mean, score
from benchmarks.rerender import articles, pages


def measure(seed: int, count: int) -> dict[str, dict[str, float | None]]:
    pool = articles(data_folder())
    found = {"all": mean([score(text, truth) for text, truth in pages(pool, count, seed)])._asdict()}
    for family in FAMILIES:
        drawn = pages(pool, max(4, count // len(FAMILIES)), seed, family)
        found[family] = mean([score(text, truth) for text, truth in drawn])._asdict()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=2027)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = measure(options.seed, options.pages)
    if options.json:
        print(json.dumps(found))
        return
    for name, figures in found.items():
        print(
            f"{name:12}",
            "  ".join(f"{key} {value:.3f}" for key, value in figures.items() if value is not None),
        )


if __name__ == "__main__":
    main()
