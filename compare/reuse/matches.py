"""From findings in folded texts to matches that quote the pages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from compare.comparison import Difference, Match
from compare.reuse.candidates import Run
from compare.reuse.kinds import Kind, classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.background import Background
    from compare.reuse.find import Finding
    from compare.reuse.text import Text

_PRECEDENCE = ("document", "quotation", "attribution", "idiom", "formula", "free")


def match_of(left: Text, right: Text, finding: Finding, background: Background) -> Match:
    """The match with its class, its quotations and what differs in them."""
    kind = _kind(left, right, finding, background)
    counts = (
        background.items_with(left.codes[slice(*finding.left)]),
        background.items_with(right.codes[slice(*finding.right)]),
    )
    skeleton = finding.kind == "skeleton"
    return Match(
        finding.kind,
        kind.class_,
        left.side(*finding.left),
        right.side(*finding.right),
        finding.bits,
        finding.expect,
        None if skeleton else max(counts),
        tuple(_differences(left, right, finding)),
        _frame(left, finding) if skeleton else None,
        kind.source,
    )


def _kind(left: Text, right: Text, finding: Finding, background: Background) -> Kind:
    """The class that either side has: a title that one text names and the other cites is a title."""
    if finding.kind == "skeleton":
        return Kind("free")
    kinds = [classify(left, *finding.left, background), classify(right, *finding.right, background)]
    best = min(kinds, key=lambda kind: _PRECEDENCE.index(kind.class_))
    sources = [kind.source for kind in kinds if kind.class_ == best.class_ and kind.source]
    return Kind(best.class_, sources[0] if sources else None)


def _frame(left: Text, finding: Finding) -> str:
    """The words of a skeleton with its slots as `…`."""
    return "".join(f"{left.string(run.a, run.a + run.length)}…" for run in finding.runs)


def _differences(left: Text, right: Text, finding: Finding) -> Iterator[Difference]:
    """The places where the sides differ, as ranges of characters of their quotations."""
    runs = sorted(finding.runs)
    staying = _in_order(runs)
    for run in runs:
        if run not in staying:
            yield _difference("moved", left, right, finding, run, run)
    if finding.kind == "enumeration" or len(staying) < len(runs):
        return
    what: Literal["slot", "exchanged"] = "slot" if finding.kind == "skeleton" else "exchanged"
    for run, after in pairwise([*runs, Run(finding.left[1], finding.right[1], 0)]):
        one = Run(run.a + run.length, run.b + run.length, after.a - run.a - run.length)
        other = one._replace(length=after.b - one.b)
        if one.length or other.length:
            yield _difference(what, left, right, finding, one, other)


def _in_order(runs: list[Run]) -> set[Run]:
    """The runs that stand in the same order in both texts, as many characters as can."""
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
    one: Run,
    other: Run,
) -> Difference:
    ours = _characters(left, finding.left, one.a, one.a + one.length)
    return Difference(what, ours, _characters(right, finding.right, other.b, other.b + other.length))


def _characters(text: Text, part: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """`codes[start:end]` as a range of the characters of the quotation of `part`."""
    first, last = text.range(*part)
    low = int(text.origin[start]) - first if start < part[1] else last - first
    return (low, int(text.origin[end - 1]) + 1 - first) if end > start else (low, low)
