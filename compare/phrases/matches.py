"""From findings in folded texts to matches that quote the pages."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from compare.comparison import Difference, Match
from compare.phrases.candidates import Run
from compare.phrases.kinds import Kind, classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.background import Background
    from compare.phrases.find import Finding
    from compare.phrases.text import Text

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
        _frame(finding) if skeleton else None,
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


def _frame(finding: Finding) -> str:
    """The words of a skeleton with its slots as `…`."""
    return "".join(f"{a.word if len(a.word) <= len(b.word) else b.word}…" for a, b in finding.marks)


def _differences(left: Text, right: Text, finding: Finding) -> Iterator[Difference]:
    """The places where the sides differ, as ranges of characters of their quotations."""
    runs = sorted(finding.runs)
    if finding.kind == "enumeration":
        order = sorted(range(len(runs)), key=lambda at: runs[at].b)
        moved = [runs[at] for at, rank in enumerate(order) if at != rank]
        for run in moved:
            yield _difference("moved", left, right, finding, run, run)
        return
    what: Literal["slot", "exchanged"] = "slot" if finding.kind == "skeleton" else "exchanged"
    end = Run(finding.left[1], finding.right[1], 0)
    for run, after in pairwise([*runs, end]):
        gap_a, gap_b = after.a - run.a - run.length, after.b - run.b - run.length
        if gap_b < 0 and after is not end:
            yield _difference("moved", left, right, finding, after, after)
        elif (gap_a or gap_b) and gap_b >= 0:
            one = Run(run.a + run.length, 0, gap_a)
            other = Run(0, run.b + run.length, gap_b)
            yield _difference(what, left, right, finding, one, other)


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
