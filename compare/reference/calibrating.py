"""Measure what unrelated texts share by chance, for texts of several lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.reference.calibration import Apart, Calibration
from compare.results import EXPECT
from compare.reuse.find import Pairs
from compare.reuse.matches import match_of
from compare.reuse.score import reuse
from compare.reuse.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.reference.corpus import ReferenceCorpus

SIZES = (250, 500, 1000, 2000)
"""Characters of the texts that shares of reuse are calibrated on."""

LEVELS = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 100)
"""Quantiles of the shares of reuse above 0 that are kept, in per cent."""

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
    for i, j, findings in pairs:
        (rank, one, _), (other_rank, other, _) = made[i], made[j]
        if one & other or (apart and not all(apart(a, b) for a in one for b in other)):
            continue
        matches = [match_of(pairs, i, j, finding) for finding in findings]
        sizes = int(texts[i].counted[-1]), int(texts[j].counted[-1])
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
