"""What two texts share, in terms of their folded forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare.reuse.index import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.results import Kind as Likeness
    from compare.reuse.align import Alignment
    from compare.reuse.classes import Kind

    Part = tuple[int, int]


class Finding(NamedTuple):
    """A match in terms of folded texts: stretches of both, the equal runs in them, bits and chance."""

    likeness: Likeness
    kind: Kind
    left: Part
    right: Part
    runs: tuple[SharedRun, ...]
    bits: float
    expect: float

    @property
    def turned(self) -> Finding:
        """The same with the sides exchanged."""
        runs = tuple(sorted(SharedRun(run.b, run.a, run.length) for run in self.runs))
        return Finding(self.likeness, self.kind, self.right, self.left, runs, self.bits, self.expect)


def within(alignment: Alignment, left: Part, right: Part) -> Iterator[SharedRun]:
    """The runs of an alignment inside trimmed stretches."""
    for run in alignment.runs:
        low = max(0, left[0] - run.a, right[0] - run.b)
        high = min(run.length, left[1] - run.a, right[1] - run.b)
        if low < high:
            yield SharedRun(run.a + low, run.b + low, high - low)


def is_told(sides: tuple[Part, Part], found: Iterable[Finding]) -> bool:
    """Whether two stretches tell nothing beside a match: one lies within a longer one, or both are the same."""
    left, right = sides
    for by in found:
        if left == by.left:
            if right == by.right:
                return True
        elif by.left[0] <= left[0] and left[1] <= by.left[1]:
            return True
        if right != by.right and by.right[0] <= right[0] and right[1] <= by.right[1]:
            return True
    return False
