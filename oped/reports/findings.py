"""What of a piece an editor may want to change: wording it shares, set phrases, devices, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from compare.reference.corpus import load_reference
from compare.reuse.kinds import classify, quotations
from compare.reuse.named import names
from compare.reuse.text import Text
from compare.rhetoric.stock import stock
from oped.reports.marks import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.reference.corpus import ReferenceCorpus
    from compare.results import Match, Member
    from compare.rhetoric import Device
    from oped.reports.report import Report
    from seeds.page import Piece, Span

PASSAGES = ("free", "quotation", "document")
"""Classes of what one piece may have from another; the rest is common to all."""
WHOLE = "，。；：！？、,;:!?.…—“”‘’（）()\n"
"""Marks that a set phrase of the news stands between, when it is no scrap of a sentence."""


NO_START = "的了着过某到"
"""Characters with which a scrap begins."""


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
    piece = report.piece(member.id)
    phrases = list(_phrases(report, member, piece, shared, reference))
    profile = report.profiles[member.id - 1] if report.profiles else None
    devices = tuple((report.line(member.id, d.spans) or 0, d) for d in profile.devices) if profile else ()
    share = sum(len(phrase.text) for phrase in phrases) / max(1, len(piece))
    return Findings(
        tuple(one for one in shared if one.match.class_ in PASSAGES and one.match.kind != "skeleton"),
        tuple(phrases),
        devices,
        share,
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
    report: Report, member: Member, piece: Piece, shared: Sequence[SharedPassage], reference: ReferenceCorpus
) -> Iterator[SetPhrase]:
    """Set phrases by name, and what the news repeats between two marks; the longest of those that overlap.

    Those of a quotation are left out: nobody may change them.
    """
    text = Text.of(piece)
    places = {
        (at, at + len(name.wording))
        for name, starts in names(text, reference).items()
        if name.class_ == "formula" and not name.wording.startswith('"')
        for at in starts
    }
    places |= set(_stock(text, reference))
    quoted = quotations(text)
    places = {
        (start, end) for start, end in places if not any(low < end and start < high for low, high in quoted)
    }
    others: dict[str, set[int]] = {}
    for one in shared:
        if one.match.class_ == "formula" and one.match.kind == "verbatim":
            others.setdefault(getattr(one.match, one.side).text, set()).add(one.other.id)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        if all(end <= low or start >= high for low, high in kept):
            kept.append((start, end))
    for start, end in sorted(kept):
        found = text.side(start, end)
        if found.text[0] in NO_START or any(map(str.isdigit, found.text)) or not whole(found.text):
            continue
        held = {
            other
            for words, ids in others.items()
            if found.text in words or words in found.text
            for other in ids
        }
        line = report.line(member.id, found.spans) or 0
        items = reference.items_with(text.codes[start:end])
        yield SetPhrase(line, found.text, found.spans, items, tuple(sorted(held)))


def _stock(text: Text, reference: ReferenceCorpus) -> Iterator[tuple[int, int]]:
    for start, end in stock(text.raw, reference):
        while start < end and text.raw[start] in WHOLE:
            start += 1
        while end > start and text.raw[end - 1] in WHOLE:
            end -= 1
        whole = (start == 0 or text.raw[start - 1] in WHOLE) and text.raw[end : end + 1] in WHOLE
        low, high = (int(at) for at in text.origin.searchsorted((start, end)))
        if whole and high > low and classify(text, low, high, known=True).class_ == "formula":
            yield low, high
