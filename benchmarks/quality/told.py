"""What comparisons of real opinion pieces tell, against a reader's labels.

    python -m benchmarks.quality.told [--json]

24 sets of six pieces; a reader has labelled what earlier versions told of them: worth telling, trivial or broken.
Precision is the share of labelled matches that are worth telling, recall the share of those worth telling that are told
again; `unlabelled` counts what no reader has seen. The labels were looked at while the rules were written.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

from benchmarks.quality.corpora import data_folder
from benchmarks.quality.figures import asked_as_json
from compare import compare_all
from seeds import article


def alike(one: str, other: str) -> bool:
    """Whether two quotations are the same place by half."""
    if one in other or other in one:
        return 2 * min(len(one), len(other)) >= max(len(one), len(other))
    ours, theirs = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return 2 * len(ours & theirs) >= max(len(ours | theirs), 1)


def measure() -> dict[str, float]:
    labels = json.loads((data_folder() / "phrases" / "pairs.dev.json").read_text("utf-8"))
    with (data_folder() / "opinion" / "articles.jsonl").open(encoding="utf-8") as lines:
        texts = {row["id"]: row for row in map(json.loads, lines)}
    known: dict[tuple[int, int, int], list[dict[str, Any]]] = defaultdict(list)
    for match in labels["matches"]:
        known[match["set"], match["a"], match["b"]].append(match)
    told, again, unlabelled = Counter[str](), set[int](), 0
    for number, ids in enumerate(labels["sets"]):
        pieces = [article(texts[name]["text"], title=texts[name]["title"]) for name in ids]
        for pair in compare_all(pieces).pairs:
            for match in pair.matches:
                same = [
                    label
                    for label in known[number, pair.left.id, pair.right.id]
                    if (label["kind"] == "skeleton") == (match.kind == "skeleton")
                    and alike(label["left"], match.left.text)
                    and alike(label["right"], match.right.text)
                ]
                if same:
                    best = min(same, key=lambda label: (id(label) in again, label["left"] != match.left.text))
                    told[best["label"]] += 1
                    again.add(id(best))
                else:
                    unlabelled += 1
    good = [match for match in labels["matches"] if match["label"] == "G"]
    return {
        "precision": told["G"] / max(1, told.total()),
        "recall": sum(id(match) in again for match in good) / len(good),
        "told": told.total(),
        "unlabelled": unlabelled,
    }


def main() -> None:
    as_json, found = asked_as_json(__doc__), measure()
    print(json.dumps(found) if as_json else "  ".join(f"{name} {value:.3g}" for name, value in found.items()))


if __name__ == "__main__":
    main()
