"""From findings in folded texts to matches that quote the pages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from compare.results import Difference, Match
from compare.reuse.index import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.reuse.find import Pairs
    from compare.reuse.finding import Finding
    from compare.reuse.text import Text

    Part = tuple[int, int]


def match_of(pairs: Pairs, i: int, j: int, finding: Finding) -> Match:
    """A match of the texts `i` and `j` with its quotations and what differs in them."""
    left, right = pairs.texts[i], pairs.texts[j]
    template = finding.likeness == "skeleton"
    return Match(
        finding.likeness,
        finding.kind.class_,
        pairs.side(i, finding.left),
        pairs.side(j, finding.right),
        finding.bits,
        finding.expect,
        None if template else max(pairs.items(left, finding.left), pairs.items(right, finding.right)),
        tuple(_differences(left, right, finding)),
        _frame(left, finding) if template else None,
        finding.kind.source,
        (
            tuple(_counted(left, run.a, run.length) for run in finding.runs),
            tuple(_counted(right, run.b, run.length) for run in finding.runs),
        ),
    )


def _counted(text: Text, start: int, length: int) -> Part:
    return int(text.counted[start]), int(text.counted[start + length])


def _frame(left: Text, finding: Finding) -> str:
    """The words of a template with its slots as `…`."""
    words = ""
    for run, after in pairwise([*finding.runs, SharedRun(finding.left[1], 0, 0)]):
        words += left.string(run.a, run.a + run.length)
        if after.a > run.a + run.length:
            words += "…"
    return words


def _differences(left: Text, right: Text, finding: Finding) -> Iterator[Difference]:
    """The places where the sides differ, as ranges of characters of their quotations."""
    if finding.runs[0].length == finding.left[1] - finding.left[0] == finding.right[1] - finding.right[0]:
        return
    runs = sorted(finding.runs)
    staying = _in_order(runs)
    for run in runs:
        if run not in staying:
            yield _difference("moved", left, right, finding, run, run)
    if finding.likeness == "enumeration" or len(staying) < len(runs):
        return
    what: Literal["slot", "exchanged"] = "slot" if finding.likeness == "skeleton" else "exchanged"
    for run, after in pairwise([*runs, SharedRun(finding.left[1], finding.right[1], 0)]):
        one = SharedRun(run.a + run.length, run.b + run.length, after.a - run.a - run.length)
        other = one._replace(length=after.b - one.b)
        if one.length or other.length:
            yield _difference(what, left, right, finding, one, other)


def _in_order(runs: list[SharedRun]) -> set[SharedRun]:
    """The runs that stand in the same order in both texts, as many characters as can."""
    if all(one.b < other.b for one, other in pairwise(runs)):
        return set(runs)
    best: list[tuple[int, int]] = []
    for at, run in enumerate(runs):
        before = [(best[p][0], p) for p in range(at) if runs[p].b < run.b]
        most, last = max(before, default=(0, -1))
        best.append((most + run.length, last))
    at = max(range(len(runs)), key=lambda at: best[at][0], default=-1)
    kept = set()
    while at >= 0:
        kept.add(runs[at])
        at = best[at][1]
    return kept


def _difference(
    what: Literal["exchanged", "moved", "slot"],
    left: Text,
    right: Text,
    finding: Finding,
    one: SharedRun,
    other: SharedRun,
) -> Difference:
    ours = _characters(left, finding.left, one.a, one.a + one.length)
    return Difference(what, ours, _characters(right, finding.right, other.b, other.b + other.length))


def _characters(text: Text, part: Part, start: int, end: int) -> Part:
    """`codes[start:end]` as a range of the characters of the quotation of `part`."""
    first, last = text.range(*part)
    low = int(text.origin[start]) - first if start < part[1] else last - first
    return (low, int(text.origin[end - 1]) + 1 - first) if end > start else (low, low)
