"""Measure what unrelated texts share by chance, for texts of several lengths."""

from __future__ import annotations

import operator
from itertools import combinations, combinations_with_replacement, starmap
from typing import TYPE_CHECKING

import numpy as np

from compare.reference.calibration import Apart, Calibration, Figures, middle
from compare.results import EXPECT
from compare.reuse.find import Pairs
from compare.reuse.score import reuse
from compare.reuse.text import Text
from compare.themes.candidates import words
from compare.themes.overlap import scores
from compare.themes.percentile import key_of
from compare.themes.profile import profile
from seeds.language.tokens import default_tokenizer
from seeds.read import article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.reference.corpus import ReferenceCorpus

SIZES = (250, 500, 1000, 2000)
"""Characters of the texts that shares of reuse are calibrated on."""

LEVELS = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100)
"""Quantiles of the shares of reuse above 0 that are kept, in per cent."""

THEME_SIZES = (25, 50, 100, 200, 400)
"""Words of the texts that theme scores are calibrated on, about."""

THEME_LEVELS: list[float] = [*range(0, 99, 2), *(100 - np.geomspace(1, 0.01, 21)).tolist(), 100]

MOST = 150
"""Texts of each size, at most."""


def calibrate(
    docs: Sequence[str], reference: ReferenceCorpus, apart: Apart | None = None
) -> Calibration | None:
    """The shares of reuse of pairs of some texts, cut or put together to the lengths; None where there are too few.

    `apart(i, j)` tells whether two texts may be a pair: of different authors and days, say.
    """
    made = [(rank, number, text) for rank, size in enumerate(SIZES) for number, text in _cut(docs, size)]
    found: dict[tuple[int, int], list[float]] = {}
    texts = [Text.of(text) for _, _, text in made]
    pairs = Pairs(texts, reference, EXPECT)
    shared = {(i, j): findings for _, i, j, findings in pairs.told()}
    for i, j in combinations(range(len(texts)), 2):
        (rank, one, _), (other_rank, other, _) = made[i], made[j]
        if one & other or (apart and not all(apart(a, b) for a in one for b in other)):
            continue
        matches = [(f.kind.class_, pairs.quoted.equal(i, j, f)) for f in shared.get((i, j), ())]
        sizes = texts[i].size, texts[j].size
        found.setdefault((rank, other_rank), []).append(reuse(matches, sizes)["reuse"])
    return Calibration.fitted(SIZES, LEVELS, found, none=True)


def _cut(docs: Sequence[str], size: int) -> list[tuple[frozenset[int], str]]:
    """Texts of `size` characters, and the numbers of the documents that they are made of."""
    found, text, numbers = [], "", []
    for number in range(0, len(docs), max(1, len(docs) // (MOST * max(1, size // 1000)))):
        text += docs[number]
        numbers.append(number)
        if len(text) >= size:
            found.append((frozenset(numbers), text[:size]))
            text, numbers = "", []
    return found[:MOST]


def calibrate_themes(
    pieces: Sequence[tuple[str, str]], kinds: Sequence[str] = (), apart: Apart = operator.ne
) -> dict[str, Calibration]:
    """The scores of pairs of some pieces, titles and texts, cut to the sizes, by the kinds of writing of both.

    `kinds` are those of the pieces, all one when left out; `apart(i, j)` tells whether two pieces may be a pair. A
    combination with too few pairs is left out.
    """
    kinds = kinds or [""] * len(pieces)
    names = sorted(set(starmap(key_of, combinations_with_replacement(sorted(set(kinds)), 2))))
    numbers = range(len(pieces))
    may = {
        name: np.array(
            [[apart(i, j) and key_of(kinds[i], kinds[j]) == name for j in numbers] for i in numbers]
        )
        for name in names
    }
    samples = []
    for size in THEME_SIZES:
        cut = [profile(article(_beginning(text, size), title=title)) for title, text in pieces]
        samples.append([(at, found) for at, found in enumerate(cut) if size / 1.5 <= found.size])
    found: dict[str, dict[tuple[int, int], Figures]] = {name: {} for name in names}
    for (i, left), (j, right) in combinations_with_replacement(enumerate(samples), 2):
        matrix = scores([p for _, p in (*left, *right)])[: len(left), len(left) :]
        rows, columns = [at for at, _ in left], [at for at, _ in right]
        for name in names:
            found[name][i, j] = matrix[may[name][np.ix_(rows, columns)]]
    sizes = [middle([p.size for _, p in sample]) for sample in samples]
    made = {name: Calibration.fitted(sizes, THEME_LEVELS, found[name], none=False) for name in names}
    return {name: calibration for name, calibration in made.items() if calibration}


def _beginning(text: str, size: int) -> str:
    """The beginning of a text, whole sentences of together about `size` words."""
    kept: list[str] = []
    left = size
    for sentence in text.replace("\n", "。\n").split("。"):
        left -= sum(1 for _ in words(default_tokenizer().tag(sentence)))
        if left < 0 and kept:
            break
        kept.append(sentence)
    return "。".join(kept) + "。"
