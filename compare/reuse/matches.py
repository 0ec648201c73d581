"""From findings in folded texts to matches that quote the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from compare.results import Difference, Match
from compare.reuse.index import SharedRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.reference.corpus import ReferenceCorpus
    from compare.reuse.finding import Finding
    from compare.reuse.text import Text
    from seeds.page import Excerpt

    Part = tuple[int, int]
    Equal = tuple[tuple[Part, ...], tuple[Part, ...]]


@dataclass(frozen=True)
class Quoted:
    """What matches quote: stretches of texts, with the items of the reference that hold them. Many have the same."""

    texts: Sequence[Text]
    reference: ReferenceCorpus
    counts: dict[str, int] = field(default_factory=dict)
    """The items of the reference that hold wordings, of those asked for so far."""
    sides: dict[tuple[int, Part], tuple[Excerpt, int]] = field(default_factory=dict)

    def items(self, text: Text, part: Part) -> int:
        """How many items of the reference hold a stretch of a text, at most."""
        wording = text.line[slice(*part)]
        if wording not in self.counts:
            self.counts[wording] = self.reference.items_with(text.codes[slice(*part)])
        return self.counts[wording]

    def side(self, i: int, part: Part) -> tuple[Excerpt, int]:
        """The quotation of a stretch of a text, and how many items of the reference hold it, at most."""
        found = self.sides.get((i, part))
        if found is None:
            text = self.texts[i]
            found = self.sides[i, part] = text.side(*part), self.items(text, part)
        return found

    def equal(self, i: int, j: int, finding: Finding) -> Equal:
        """The equal runs of a finding on either side, in characters of words."""
        # One number of an array at a time takes longer.
        ours, theirs = self.texts[i].counted.data, self.texts[j].counted.data
        if len(finding.runs) == 1:
            ((a, b, length),) = finding.runs
            return ((ours[a], ours[a + length]),), ((theirs[b], theirs[b + length]),)
        return (
            tuple((ours[a], ours[a + length]) for a, _, length in finding.runs),
            tuple((theirs[b], theirs[b + length]) for _, b, length in finding.runs),
        )


def match_of(quoted: Quoted, i: int, j: int, finding: Finding, equal: Equal) -> Match:
    """A match of the texts `i` and `j` with its quotations, what differs in them and its `equal` characters."""
    left, right = quoted.texts[i], quoted.texts[j]
    (one, known), (other, also) = quoted.side(i, finding.left), quoted.side(j, finding.right)
    template = finding.likeness == "skeleton"
    return Match(
        finding.likeness,
        finding.kind.class_,
        one,
        other,
        finding.bits,
        finding.expect,
        None if template else max(known, also),
        tuple(_differences(left, right, finding)),
        _frame(left, finding) if template else None,
        finding.kind.source,
        equal,
    )


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
