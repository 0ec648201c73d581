"""The pairs of a comparison as columns: each is made when it is looked at, since of many pieces most never are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.lazy_sequence import LazySequence
from compare.results import Member, Pair
from compare.reuse.matches import match_of
from compare.reuse.score import BORROWED
from compare.themes.overlap import CommonTerms
from seeds.garbage import collected_later

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.reuse.finding import Finding
    from compare.reuse.matches import Equal, Quoted
    from compare.themes.profile import TermProfile

KEPT = 1 << 17
"""Pairs of a comparison, at most, of which all stay once they are made, as reports look at them several times; of more
those with matches stay."""


@dataclass(frozen=True, eq=False, repr=False)
class PairTable(LazySequence[Pair]):
    """The pairs (1, 2), (1, 3) ... (2, 3) ... of `members`.

    `scores` has a row a pair and a column for each of `names`, NaN where there is none; `findings` are what pairs
    share, by their number, of those that share something, each with its equal characters; `sizes` the characters of
    words of each member.
    """

    members: tuple[Member, ...]
    profiles: Sequence[TermProfile]
    sizes: Sequence[int]
    quoted: Quoted
    findings: Mapping[int, Sequence[tuple[Finding, Equal]]]
    names: Sequence[str]
    scores: NDArray[np.float64]
    _made: dict[int, Pair] = field(default_factory=dict)

    @cached_property
    def _has_gaps(self) -> bool:
        return bool(np.isnan(self.scores).any())

    def __len__(self) -> int:
        return len(self.members) * (len(self.members) - 1) // 2

    def __iter__(self) -> Iterator[Pair]:
        numbers = count()
        for i in range(len(self.members)):
            with collected_later():
                row = [self._pair(next(numbers), i, j) for j in range(i + 1, len(self.members))]
            yield from row

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(self[k] for k in range(*at.indices(len(self))))
        at = range(len(self))[at]
        i, left = 0, at
        while left >= len(self.members) - 1 - i:
            left -= len(self.members) - 1 - i
            i += 1
        return self._pair(at, i, i + 1 + left)

    def _pair(self, at: int, i: int, j: int) -> Pair:
        if at in self._made:
            return self._made[at]
        matches = [match_of(self.quoted, i, j, *finding) for finding in self.findings.get(at, ())]
        if len(matches) > 1:
            matches.sort(key=lambda match: (match.expect, match.left.spans, match.right.spans))
        copied = [m for m in matches if m.class_ in BORROWED and m.kind in ("verbatim", "near")]
        parts = ([m.left.text for m in copied], [m.right.text for m in copied]) if copied else ((), ())
        scores = dict(zip(self.names, self.scores[at].tolist(), strict=True))
        if self._has_gaps:
            scores = {name: score for name, score in scores.items() if not isnan(score)}
        pair = Pair(
            self.members[i],
            self.members[j],
            scores,
            CommonTerms(self.profiles[i], self.profiles[j], parts),
            tuple(matches),
            (self.sizes[i], self.sizes[j]),
        )
        if matches or len(self) <= KEPT:
            self._made[at] = pair
        return pair
