"""What two texts share, in terms of their folded forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare.reuse.candidates import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.results import Kind as Likeness
    from compare.reuse.align import Alignment
    from compare.reuse.kinds import Kind

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
        return self._replace(left=self.right, right=self.left, runs=runs)


def within(alignment: Alignment, left: Part, right: Part) -> Iterator[SharedRun]:
    """The runs of an alignment inside trimmed stretches."""
    for run in alignment.runs:
        low = max(0, left[0] - run.a, right[0] - run.b)
        high = min(run.length, left[1] - run.a, right[1] - run.b)
        if low < high:
            yield SharedRun(run.a + low, run.b + low, high - low)


def is_told(finding: Finding, by: Finding) -> bool:
    """Whether a match tells nothing beside another: one side lies within a longer one, or both are the same."""
    sides = ((finding.left, by.left), (finding.right, by.right))
    if all(inner == outer for inner, outer in sides):
        return True
    return any(outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer for inner, outer in sides)
