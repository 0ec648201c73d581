"""Fit compare/rhetoric/weights.json: logistic models for 排比 and 对偶, and bits of common words.

python -m benchmarks.train_rhetoric [--out FILE]

Only derived figures leave the corpora. Opinion pieces were read for both devices (`opinion_rhetoric.json`, offsets
without text). For 排比 essays and fragments of books count as well: there a label says that a text (a sentence of
PSE, a fragment of ConFiguRe) holds the device; where the corpus marks the span, candidates that cover it are the
positives, elsewhere the best candidate of the text is, chosen anew in each round (multiple-instance learning, Andrews
et al. 2003).
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.quality.corpora import data_folder
from benchmarks.quality.rhetoric import Marked, Text, configure, cover, opinion, pse
from compare.rhetoric.antithesis import couplets
from compare.rhetoric.antithesis import features as couplet_features
from compare.rhetoric.branches import measured, runs
from compare.rhetoric.model import DeviceModels
from compare.rhetoric.parallelism import features as run_features
from compare.rhetoric.parallelism import parallelisms
from seeds.language.analysis import paragraph_of
from seeds.language.tokens import default_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "compare" / "rhetoric" / "weights.json"
COMMON = 500
"""Words whose frequency is kept; all others count as equally rare."""
RIDGE = 5.0
DOUBT = -2.0
"""Log odds above which a negative of a corpus without marks is left out: most such sentences of PSE do hold a
parallelism that its annotators passed over."""
COVER = 0.5
"""Overlap over union from which a candidate counts as the marked span."""


class Example(NamedTuple):
    """The candidates of one text, and whether each covers a marked span (None: the text has no marks)."""

    group: str
    rows: list[dict[str, float]]
    label: bool
    covers: list[bool] | None


def word_bits() -> tuple[dict[str, float], float]:
    """Bits of the commonest words: the mean of their share in broadcast news and in other prose."""
    cut = default_tokenizer().cut
    with lzma.open(data_folder() / "background" / "xwlb-2018-2023.jsonl.xz", "rt", encoding="utf-8") as lines:
        news = [json.loads(line)["text"] for index, line in enumerate(lines) if index % 8 == 0]
    other = [
        json.loads(line)["text"][:20000]
        for name in ("lctt_dek.train", "lctt_title.train", "vcsum.train")
        for line in (data_folder() / "eval" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    counts = [Counter(w for text in texts for w in cut(text) if w[0].isalnum()) for texts in (news, other)]
    share: dict[str, float] = {}
    for count in counts:
        total = count.total() * len(counts)
        for word, times in count.items():
            share[word] = share.get(word, 0.0) + times / total
    commonest = sorted(share, key=lambda word: (-share[word], word))[:COMMON]
    bits = {word: round(-math.log2(share[word]), 1) for word in commonest}
    return dict(sorted(bits.items(), key=lambda item: (item[1], item[0]))), max(bits.values()) + 2


def parallelism_examples(texts: Iterable[Text], models: DeviceModels) -> list[Example]:
    examples = []
    for text in texts:
        found = [
            (run.start, run.end, run_features(run, text.text, models))
            for run in runs(paragraph_of(text.text))
        ]
        marks = text.label if text.marks is None else text.marks.get("排比", [])
        examples.append(_example(text.group, marks, found))
    return examples


def opinion_parallelisms(texts: Iterable[Marked], models: DeviceModels) -> list[Example]:
    """The candidates of paragraphs read for 排比; those that overlap a mark by half or less are left out."""
    examples = []
    for text in texts:
        found = [
            ([(run.start, run.end), (cut.start, cut.end)], run_features(run, text.text, models))
            for run in runs(paragraph_of(text.text))
            for cut in [measured(run)]
        ]
        examples.append(_marked(text, found))
    return examples


def opinion_couplets(texts: Iterable[Marked]) -> list[Example]:
    """The same for 对偶, what stands in a 排比 left out."""
    examples = []
    for text in texts:
        paragraph = paragraph_of(text.text)
        inside = bytearray(len(text.text))
        for item in parallelisms(paragraph):
            inside[item.start : item.end] = b"\1" * (item.end - item.start)
        found = [
            ([(pair.start, pair.end)], couplet_features(pair))
            for pair in couplets(paragraph)
            if not any(inside[pair.start : pair.end])
        ]
        examples.append(_marked(text, found))
    return examples


def _marked(text: Marked, found: Sequence[tuple[list[tuple[int, int]], dict[str, float]]]) -> Example:
    rows, covers = [], []
    for stretches, row in found:
        right = any(cover(stretch, span) >= COVER for stretch in stretches for span in text.devices)
        start, end = stretches[0]
        if right or not any(a < end and start < b for a, b in [*text.devices, *text.unclear]):
            rows.append(row)
            covers.append(right)
    return Example(text.piece, rows, any(covers), covers)


def _example(
    group: str, marks: bool | list[tuple[int, int]], found: Sequence[tuple[int, int, dict[str, float]]]
) -> Example:
    rows = [row for _, _, row in found]
    if isinstance(marks, bool):
        return Example(group, rows, marks, None)
    covers = [any(cover((a, b), span) >= COVER for span in marks) for a, b, _ in found]
    return Example(group, rows, bool(marks), covers)


def fit(examples: Sequence[Example], rounds: int = 3) -> tuple[float, dict[str, float]]:
    """Bias and weights (of the features as they are) of the model."""
    names = list(next(e.rows[0] for e in examples if e.rows))
    owner = np.array([i for i, e in enumerate(examples) for _ in e.rows])
    x = np.array([[row[name] for name in names] for e in examples for row in e.rows])
    label = np.array([c for e in examples for c in (e.covers or [e.label] * len(e.rows))], float)
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / scale])
    unmarked = np.array([e.covers is None for e in examples])[owner]
    free = np.array([e.label and e.covers is None for e in examples])[owner]
    weight = _newton(z, label, np.ones(len(x)))
    for _ in range(rounds):
        chosen = np.ones(len(x))
        score = z @ weight
        for text in np.unique(owner[free]):
            mine = np.flatnonzero(owner == text)
            chosen[mine] = 0
            chosen[mine[score[mine].argmax()]] = 1
        chosen[unmarked & (label == 0) & (score > DOUBT)] = 0
        weight = _newton(z, label, chosen)
    raw = weight[1:] / scale
    return float(weight[0] - raw @ mean), dict(zip(names, map(float, raw), strict=True))


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], w: NDArray[np.float64]) -> NDArray[np.float64]:
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 0.01
    weight = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ weight, -30, 30)))
        step = np.linalg.solve(
            (x * (w * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (w * (p - y)) + ridge @ weight
        )
        weight -= step
        if np.abs(step).max() < 1e-9:
            break
    return weight


def margins(examples: Sequence[Example], bias: float, weights: dict[str, float]) -> NDArray[np.float64]:
    """The best candidate's log odds of every text, -30 where there is none."""
    return np.array(
        [
            max((bias + sum(weights[n] * r[n] for n in weights) for r in e.rows), default=-30.0)
            for e in examples
        ]
    )


def cross_margins(examples: Sequence[Example], seed: int, folds: int = 5) -> NDArray[np.float64]:
    """`margins` of models that never saw the essay or book of the text."""
    groups = sorted({e.group for e in examples})
    order = np.random.default_rng(seed).permutation(len(groups))
    fold_of = {groups[g]: place % folds for place, g in enumerate(order)}
    fold = np.array([fold_of[e.group] for e in examples])
    found = np.empty(len(examples))
    for part in range(folds):
        bias, weights = fit([e for e, f in zip(examples, fold, strict=True) if f != part])
        found[fold == part] = margins(
            [e for e, f in zip(examples, fold, strict=True) if f == part], bias, weights
        )
    return found


def f1(margin: NDArray[np.float64], label: NDArray[np.bool_], cut: float) -> float:
    said = margin >= cut
    return float(2 * (said & label).sum() / (said.sum() + label.sum()))


OPINION_WEIGHT = 6
"""How often the marked opinion pieces count beside essays and fragments: they are what oped reads."""
SURE = {"parallelism": 0.55, "antithesis": 0.45}
"""Probability from which a device is told; on the pieces marked for training it is right seven times of eight."""
SEEDS = range(3)


def train(name: str, examples: Sequence[Example], corpus: Sequence[str]) -> dict[str, object]:
    """The model of one device; printed figures, of texts that hold it, are cross-validated by essay, book and piece."""
    label = np.array([e.label for e in examples])
    cut = math.log(SURE[name] / (1 - SURE[name]))
    found = [cross_margins(examples, seed) for seed in SEEDS]
    for known in sorted(set(corpus)):
        mask = np.array([c == known for c in corpus])
        values = [f1(margin[mask], label[mask], cut) for margin in found]
        print(f"{name} {known}: F1 {np.mean(values):.3f} ({min(values):.3f} to {max(values):.3f})")
    bias, weights = fit(examples)
    return {
        "bias": round(bias, 4),
        "weights": {feature: round(weight, 4) for feature, weight in weights.items()},
        "threshold": SURE[name],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    folder = data_folder() / "rhetoric"
    bits, rare = word_bits()
    models = DeviceModels({}, bits, rare)
    essays, fragments = pse(folder / "pse_dev.jsonl"), configure(folder / "ConFiguRe_valid.json")
    texts = [*essays, *fragments]
    pieces = opinion_parallelisms(opinion("排比", "train"), models) * OPINION_WEIGHT
    examples = [*parallelism_examples(texts, models), *pieces]
    corpus = [*(text.corpus for text in texts), *("opinion" for _ in pieces)]
    couplet_rows = opinion_couplets(opinion("对偶", "train"))
    fitted = {
        "parallelism": train("parallelism", examples, corpus),
        "antithesis": train("antithesis", couplet_rows, ["opinion" for _ in couplet_rows]),
    }
    text = json.dumps({"models": fitted, "rare": rare, "bits": bits}, ensure_ascii=False, indent=0)
    given.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
