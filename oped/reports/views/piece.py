"""`oped report --piece 2`: all wording that a piece shares with others, the lines that a person may want to change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from oped.reports import figures
from oped.reports.model import Column, Listing, ReportDocument, TextBlock, TextRun
from oped.reports.views import parts

if TYPE_CHECKING:
    from compare.results import Match, Member
    from oped.reports.report import Report
    from oped.words import Labels


def one_piece(report: Report, member: Member, label: Labels) -> ReportDocument:
    """Line by line what the piece shares, with which pieces, and how common it is."""
    size = report.comparison.background_size
    rows = [
        (
            shared.line,
            shared.text,
            figures.what(shared.match, label),
            parts.numbers(sorted(shared.others)),
            shared.match.background,
        )
        for shared in _shared(report, member)
    ]
    columns = (
        Column("line", label("column_line"), "figure"),
        Column("text", label("column_text"), "phrase"),
        Column("class", label("column_class"), "name"),
        Column("with", label("column_with"), "name"),
        Column("background", label("of_items_short"), "figure"),
    )
    listing = Listing("", (), columns, rows, 0, label("nothing_shared"))
    facts = " · ".join(figures.piece_facts(report, member.id, label))
    line = parts.line_of(report.summaries[member.id - 1], label)
    head = (
        TextBlock((parts.of(member.title or label("no_title"), "strong"),), number=str(member.id)),
        TextBlock((TextRun(facts, "aside"),), indent=1),
        TextBlock((TextRun("▸ ", "number"), line), indent=1),
        TextBlock(()),
    )
    note = TextBlock((TextRun(label("of_items_note", of=f"{size:,}"), "aside"),))
    title = label("piece_shares", n=member.id)
    return ReportDocument(title, (), (*head, listing, note), (replace(listing, title=title),))


def _shared(report: Report, member: Member) -> list[_Wording]:
    """Wordings by their place; one that stands in another, shared with the same pieces, is told by that."""
    found: dict[tuple[int, str], _Wording] = {}
    for pair in report.comparison.pairs:
        if member.id not in (pair.left.id, pair.right.id):
            continue
        other = pair.right if pair.left.id == member.id else pair.left
        for match in pair.matches:
            side = match.left if pair.left.id == member.id else match.right
            start = side.spans[0].start if side.spans else 0
            line = report.line(member.id, side.spans) or 0
            wording = found.setdefault((start, side.text), _Wording(start, line, side.text, match, set()))
            wording.others.add(other.id)
    wordings = [found[key] for key in sorted(found)]
    return [one for one in wordings if not any(one is not other and one.within(other) for other in wordings)]


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words of the piece at a place, in the order of the page, and the pieces that share them."""

    start: int
    line: int
    text: str
    match: Match
    others: set[int]

    def within(self, other: _Wording) -> bool:
        """Whether another wording at this place tells all of this one."""
        ends = self.start + len(self.text), other.start + len(other.text)
        return other.start <= self.start and ends[0] <= ends[1] and self.others <= other.others
