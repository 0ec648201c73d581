"""What of a piece an editor may want to change: wording it shares, set phrases, devices, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.reuse.text import Text
from compare.rhetoric.stock import set_phrases, share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.results import Match, Member
    from compare.rhetoric import Device
    from oped.reports.report import Report
    from seeds.page import Span

PASSAGES = ("free", "quotation", "document")
"""Classes of what one piece may have from another; the rest is common to all."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Wording of a piece that another has: the `side` of the `match` it is, and where the other stands."""

    line: int
    spans: Sequence[Span]
    match: Match
    side: Literal["left", "right"]
    other: Member
    other_line: int | None


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A set phrase of a piece, at most how many news items hold it, and the other pieces that have it."""

    line: int
    text: str
    spans: Sequence[Span]
    items: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one piece, each in the order of the page."""

    passages: tuple[SharedPassage, ...]
    phrases: tuple[SetPhrase, ...]
    devices: tuple[tuple[int, Device], ...]
    phrase_share: float

    def to_dicts(self) -> Iterator[dict[str, Any]]:
        """Each as a line of the `oped/finding/1` schema, in the order of the page."""
        passages = (
            (one.line, one.spans, getattr(one.match, one.side).text, one.match.class_, (one.other.id,),
             one.match.background)
            for one in self.passages
        )  # fmt: skip
        phrases = ((one.line, one.spans, one.text, "formula", one.others, one.items) for one in self.phrases)
        devices = ((line, one.spans, one.text, one.kind, (), None) for line, one in self.devices)
        keys = ("line", "spans", "text", "class", "pieces", "background")
        found = sorted(
            [*passages, *phrases, *devices], key=lambda row: (row[0], row[1][0].start if row[1] else 0)
        )
        for line, spans, *others in found:
            yield dict(zip(keys, (line, [list(span) for span in spans], *others), strict=True))


def findings(report: Report, member: Member, reference: ReferenceCorpus | None = None) -> Findings:
    """What may be changed in a piece of a report: see `Findings`."""
    reference = reference or load_reference()
    shared = sorted(_shared(report, member), key=lambda one: (one.spans[0].start, one.other.id))
    text = Text.of(report.piece(member.id))
    places = set_phrases(text, reference)
    phrases = tuple(_phrases(report, member, text, places, shared, reference))
    profile = report.profiles[member.id - 1] if report.profiles else None
    devices = tuple((report.line(member.id, d.spans) or 0, d) for d in profile.devices) if profile else ()
    return Findings(
        tuple(one for one in shared if one.match.class_ in PASSAGES and one.match.kind != "skeleton"),
        phrases,
        devices,
        share(text, places),
    )


def _shared(report: Report, member: Member) -> Iterator[SharedPassage]:
    for pair in report.comparison.pairs:
        if member.id not in (pair.left.id, pair.right.id):
            continue
        mine: Literal["left", "right"] = "left" if pair.left.id == member.id else "right"
        other = pair.right if mine == "left" else pair.left
        for match in pair.matches:
            here, there = (match.left, match.right) if mine == "left" else (match.right, match.left)
            if here.spans:
                line = report.line(member.id, here.spans) or 0
                yield SharedPassage(line, here.spans, match, mine, other, report.line(other.id, there.spans))


def _phrases(
    report: Report,
    member: Member,
    text: Text,
    places: Sequence[tuple[int, int]],
    shared: Sequence[SharedPassage],
    reference: ReferenceCorpus,
) -> Iterator[SetPhrase]:
    """Set phrases, each wording once a line, and not where a longer one on the line holds it."""
    others: dict[str, set[int]] = {}
    for one in shared:
        if one.match.class_ == "formula" and one.match.kind == "verbatim":
            others.setdefault(getattr(one.match, one.side).text, set()).add(one.other.id)
    sides = [(text.side(*place), place) for place in places]
    for line, some in groupby(sides, key=lambda one: report.line(member.id, one[0].spans) or 0):
        told = list(some)
        for at, (side, (start, end)) in enumerate(told):
            if any(
                side.text in other.text and (side.text != other.text or before < at)
                for before, (other, _) in enumerate(told)
                if before != at
            ):
                continue
            held = set().union(*(ids for words, ids in others.items() if side.text in words))
            items = reference.items_with(text.codes[start:end])
            yield SetPhrase(line, side.text, side.spans, items, tuple(sorted(held)))
