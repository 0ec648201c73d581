"""Many pieces at once: how alike they are among themselves, which groups they form, what is peculiar to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.themes.groups import average_linkage
from compare.themes.overlap import overlap, scores
from compare.themes.percentile import default_calibrations, key_of
from compare.themes.profile import TermProfile, profile, weighed
from compare.themes.reference import TermReference, default_reference
from compare.themes.terms import Term, group_terms, peculiar_terms
from seeds import check
from seeds.display import Displayed
from seeds.language.analysis import Analysis, Source, sources_of, tokenizer_of
from seeds.language.tokens import Tokenizer
from seeds.page import Piece
from seeds.plain import Plain
from seeds.signature import signature

NEAREST = 5
"""Nearest other pieces that an affinity is measured by."""
FAINT = 1e-6
"""Score that counts for pieces with nothing in common, where a logarithm is taken."""
NEIGHBOURS = 10
"""Nearest other pieces that a group is measured by: with as few as for an affinity no group would outgrow them."""
ORDINARY, ALIKE = 90.0, 95.0
"""Percentiles of pairs of pieces: what is beyond the first counts for one group, what is below the second against."""


@dataclass(frozen=True, slots=True)
class Group(Plain):
    """Pieces about the same, by position in the set, and the terms that they share."""

    members: tuple[int, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ThemeMap(Displayed):
    """The themes of a set of pieces; positions count from 0 in the order of the set.

    `scores` and `affinities` are symmetric, shape `(n, n)`. A score is that of `overlap`, but with the set itself as
    part of the background, so that what all pieces are about tells none of them apart. An affinity is the score with
    regard to how alike either piece is to its nearest others: 0 is as alike as those, a third twice as alike, -1
    nothing shared. `groups` has every piece in one group, the largest first; `peculiar` has the terms that set each
    piece apart from the others. `signature` names what the figures depend on besides the pieces.
    """

    titles: tuple[str, ...]
    profiles: tuple[TermProfile, ...]
    scores: NDArray[np.float64]
    affinities: NDArray[np.float64]
    groups: tuple[Group, ...]
    peculiar: tuple[tuple[Term, ...], ...]
    signature: str = ""

    def to_rows(self) -> list[dict[str, Any]]:
        """Every pair as a flat row, for a data frame.

        Positions, titles, score, affinity, percentile, and the three terms that weigh most.
        """
        rows = []
        for left in range(len(self.titles)):
            for right in range(left + 1, len(self.titles)):
                pair = overlap(self.profiles[left], self.profiles[right], limit=3)
                rows.append(
                    {
                        "left": left,
                        "right": right,
                        "left_title": self.titles[left],
                        "right_title": self.titles[right],
                        "score": round(float(self.scores[left, right]), 6),
                        "affinity": round(float(self.affinities[left, right]), 6),
                        "percentile": None if pair.percentile is None else round(pair.percentile, 6),
                        "terms": " ".join(theme.term for theme in pair.terms),
                    }
                )
        return rows

    def piece_rows(self) -> list[dict[str, Any]]:
        """Every piece as a flat row: position, title, group (from 0), what is peculiar to it."""
        group_of = {member: number for number, group in enumerate(self.groups) for member in group.members}
        return [
            {
                "piece": at,
                "title": title,
                "group": group_of[at],
                "peculiar": " ".join(map(str, self.peculiar[at])),
            }
            for at, title in enumerate(self.titles)
        ]

    def __repr__(self) -> str:
        return f"<ThemeMap of {len(self.titles)} pieces in {len(self.groups)} groups>"

    def to_dict(self) -> dict[str, Any]:
        """`{"signature", "pieces", "pairs", "groups"}`."""
        return {
            "signature": self.signature,
            "pieces": self.piece_rows(),
            "pairs": self.to_rows(),
            "groups": [group.to_dict() for group in self.groups],
        }


def theme_map(
    pieces: Iterable[Source | TermProfile],
    *,
    limit: int = 8,
    tokenizer: Tokenizer | None = None,
    stopwords: Collection[str] = (),
) -> ThemeMap:
    """The themes of many pieces as one set, with at most `limit` terms for each group and piece.

    `tokenizer` and `stopwords` are those of `profile`. Memory and time grow with the square of the number of pieces:
    meant for up to a few thousand.
    """
    check.count("limit", limit, least=0)
    items = sources_of(pieces, TermProfile)
    titles = tuple(_title(item) for item in items)
    profiles = tuple(
        item if isinstance(item, TermProfile) else profile(item, tokenizer=tokenizer, stopwords=stopwords)
        for item in items
    )
    matrix = scores(within(profiles, default_reference()))
    groups = [
        Group(members, group_terms([profiles[m] for m in members], limit=limit))
        for members in average_linkage(likeness(profiles, matrix), 0.0)
    ]
    return ThemeMap(
        titles,
        profiles,
        matrix,
        affinities(matrix),
        tuple(groups),
        tuple(peculiar_terms(profiles, limit=limit)),
        signature(
            tokenizer_of(items, tokenizer),
            reference="+".join(default_reference().registers),
            stopwords=stopwords,
            limit=limit,
        ),
    )


def _title(item: Source | TermProfile) -> str:
    if isinstance(item, Analysis):
        item = item.piece
    return item.title if isinstance(item, Piece) else ""


def within(profiles: Sequence[TermProfile], reference: TermReference) -> list[TermProfile]:
    """The profiles weighed against reference and set together.

    A pair must not pay for what only these two share, so two pieces are left out of every count of the set.
    """
    others = len(profiles) - 2
    if others < 1:
        return list(profiles)
    spread = Counter(word for p in profiles for word in p.mass)

    def share(word: str) -> float:
        among = (max(spread[word] - 2, 0) + 0.5) / (others + 1)
        return max(reference.share(word), among)

    return [weighed(p, share) for p in profiles]


def affinities(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores with regard to the nearest others of either side: `(score - e) / (score + e)`, from -1 to 1.

    `e` is the geometric mean of the scores of either piece with its `NEAREST` nearest others: the local scaling of
    Zelnik-Manor and Perona (2004), which frees a piece of neighbours that are near to all. The geometric mean keeps
    one reprint among the nearest from hiding the others. With fewer than three pieces the scores stand as they are.
    """
    nearest = _nearest(matrix, NEAREST)
    if not nearest.size:
        return np.array(matrix)
    crowded = np.log(np.maximum(nearest, FAINT)).mean(axis=1)
    expected = np.exp((crowded[:, None] + crowded[None, :]) / 2)
    result: NDArray[np.float64] = (matrix - expected) / (matrix + expected)
    return result


def likeness(profiles: Sequence[TermProfile], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """What groups are made by, for set scores `matrix`: above 0 for pieces that belong together.

    They are more alike than either is to its `NEIGHBOURS` nearest others on average (CSLS: Conneau et al. 2018), and
    than most pairs of opinion pieces are.
    """
    usual, least = (_usual(profiles, percentile) for percentile in (ORDINARY, ALIKE))
    own = scores(profiles)
    nearest = _nearest(matrix, NEIGHBOURS)
    beyond = matrix
    if nearest.size:
        crowded = nearest.mean(axis=1)
        expected = np.minimum((crowded[:, None] + crowded[None, :]) / 2, 0.99)
        beyond = (matrix - expected) / (1 - expected)
    return np.minimum(beyond, np.where(own >= least, own - usual, own - least))


def _usual(profiles: Sequence[TermProfile], percentile: float) -> NDArray[np.float64]:
    """The score that so many per cent of pairs of pieces of such kinds and lengths do not reach."""
    usual, kinds = np.zeros((len(profiles), len(profiles))), [p.register for p in profiles]
    for name, calibration in default_calibrations().items():
        these = np.array([[key_of(a, b) == name for b in kinds] for a in kinds], dtype=bool)
        usual[these] = calibration.scores_at(percentile, [p.size for p in profiles])[these]
    return np.maximum(usual, FAINT)


def _nearest(matrix: NDArray[np.float64], number: int) -> NDArray[np.float64]:
    """The scores of each piece with its `number` nearest others, one fewer than there are others at most."""
    near = max(0, min(number, len(matrix) - 2))
    others = matrix - np.diag(np.full(len(matrix), np.inf))
    return np.sort(others, axis=1)[:, len(matrix) - near :]
