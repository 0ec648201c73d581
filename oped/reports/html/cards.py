"""A card for each piece: what it says, and its text with what the summary took from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oped.reports.figures import piece_facts
from oped.reports.html.pairs import anchor
from oped.reports.runs import MarkedParagraph, MarkedText
from oped.reports.views import parts
from oped.reports.views.rhetoric import GATHERED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from compare.results import Member, Pair
    from compare.rhetoric import Device, RhetoricalProfile
    from oped.reports.report import Report
    from oped.words import Labels
    from seeds.page import Piece
    from summarize.summary import Summary

MOST_TEXT = 400_000
"""Characters of page text that are shown; 300 pieces of the usual length are more."""
MOST_DEVICES = 40


@dataclass(frozen=True, slots=True)
class Card:
    """One piece: its summary, and its text with what the summary took from it marked 1, the headline 0.

    `closest` is the strongest pair it is in, `anchor` the view of that pair if there is one.
    """

    member: Member
    piece: Piece
    summary: Summary
    paragraphs: tuple[MarkedParagraph, ...]
    closest: Pair | None
    anchor: str | None
    profile: RhetoricalProfile | None
    facts: str

    @property
    def devices(self) -> tuple[Device, ...]:
        """The devices that are worth a line each."""
        devices = self.profile.devices if self.profile else ()
        return tuple(device for device in devices if device.kind not in GATHERED)[:MOST_DEVICES]


def cards(
    report: Report,
    texts: Sequence[MarkedText],
    anchors: Collection[str],
    label: Labels,
) -> Iterator[Card]:
    """The cards by date where dates are known; texts as long as they fit.

    `anchors` are the pair views there are.
    """
    closest = parts.nearest(report.comparison.pairs)
    left = MOST_TEXT
    for member in parts.in_order(report.comparison.pieces):
        at = member.id - 1
        piece, summary = report.pieces[at], report.summaries[at]
        left -= len(piece)
        line = summary.headline.spans if summary.headline else ()
        spans = [span for sentence in summary.paragraph.sentences for span in sentence.spans]
        best = closest.get(member.id)
        yield Card(
            member,
            piece,
            summary,
            texts[at].mark([(0, line), (1, spans)]) if left >= 0 else (),
            best,
            anchor(best) if best and anchor(best) in anchors else None,
            report.profiles[at] if report.profiles else None,
            " · ".join(piece_facts(report, member.id, label)),
        )
