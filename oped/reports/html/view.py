"""What the HTML page shows, decided before any of it is written: the view model of the templates.

A report of hundreds of pieces has tens of thousands of pairs. What is left out here is counted, so that
the page can say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, get_args

from oped.reports.figures import REUSE_SHADES, THEME_SHADES, is_reprint, is_telling
from oped.reports.html.cards import MOST_TEXT, Card, cards
from oped.reports.html.pairs import PairView, anchor, pair_view
from oped.reports.html.proof import Sheet, stretches
from oped.reports.runs import MarkedText
from oped.reports.views import parts
from oped.reports.views.glance import masthead
from seeds.page import Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.results import Comparison, Match, Member, Pair
    from oped.reports.model import Matrix
    from oped.reports.report import Report, SharedPhrase
    from oped.words import Labels

MOST_IN_MATRIX = 40
MOST_PAIRS = 100
MOST_WHOLE = 12
"""Pair views with both texts whole; in the others stand only the paragraphs that share something."""
MOST_SHARED = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a page, and the id of its place in the text of the page."""

    line: int
    anchor: str


class ReportView:
    """A report with the limits of a page that a browser can hold."""

    most_shared = MOST_SHARED
    shades = (("theme", THEME_SHADES), ("reuse", REUSE_SHADES))

    def __init__(self, report: Report, label: Labels) -> None:
        self.report, self.label = report, label
        self.comparison: Comparison = report.comparison
        self._texts = [MarkedText(piece) for piece in report.pieces]

    @cached_property
    def reprints(self) -> tuple[Pair, ...]:
        """The pairs that are one text, or nearly so."""
        return tuple(pair for pair in self.ranked[:MOST_PAIRS] if is_reprint(pair))

    anchor = staticmethod(anchor)

    @property
    def page_names(self) -> str:
        """The files the pages came from, the first of them by name."""
        return masthead(self.report, self.label)

    def place(self, member: Member, spans: Sequence[Span]) -> Place | None:
        """Where a link to the page leads; None when the text of the page is left out."""
        sheet, line = self._sheet_of[member.id], self.report.line(member.id, spans)
        return (
            None
            if line is None or sheet >= self._sheets_shown
            else Place(line, f"page-{sheet + 1}-line-{line}")
        )

    @cached_property
    def _sheet_of(self) -> dict[int, int]:
        numbers = (at for at, page in enumerate(self.report.pages) for _ in page.pieces)
        return dict(enumerate(numbers, 1))

    @cached_property
    def _sheets_shown(self) -> int:
        """Pages whose text fits."""
        sizes = accumulate(len(page.text) for page in self.report.pages)
        return sum(size <= MOST_TEXT for size in sizes)

    @cached_property
    def set_phrases(self) -> tuple[SharedPhrase, ...]:
        """Set phrases, citations and quotations, each once."""
        return tuple(parts.set_phrases(self.report))

    @cached_property
    def other_wording(self) -> tuple[SharedPhrase, ...]:
        """All other wording of two pieces or more."""
        told = {phrase.text for phrase in self.set_phrases}
        return tuple(phrase for phrase in self.shared if phrase.text not in told)

    @cached_property
    def ranked(self) -> tuple[Pair, ...]:
        """The pairs worth showing, those that share most first, then those that are only about the same."""
        shown = parts.worth_showing(self._sharing, len(self.comparison.pieces))
        first = {(pair.left.id, pair.right.id) for pair in shown}
        rest = (pair for pair in self._sharing if (pair.left.id, pair.right.id) not in first)
        return (*shown, *filter(is_telling, rest))

    @property
    def best(self) -> Pair | None:
        """The pair that shares most, where it is worth reading, as at a glance."""
        return next((pair for pair in self.ranked[:1] if is_reprint(pair) or is_telling(pair)), None)

    @cached_property
    def _sharing(self) -> list[Pair]:
        return parts.ranked(self.comparison.pairs)

    @cached_property
    def pairs(self) -> tuple[PairView, ...]:
        """The pair views, strongest first."""
        return tuple(
            pair_view(self._texts, pair, whole=at < MOST_WHOLE)
            for at, pair in enumerate(self.ranked[:MOST_PAIRS])
        )

    @property
    def opening(self) -> PairView:
        """The pair that is shown first: the strongest that shares words, not themes alone."""
        return next((view for view in self.pairs if view.matches), self.pairs[0])

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The ids of all pair views."""
        return frozenset(anchor(pair) for pair in self.ranked[:MOST_PAIRS])

    @property
    def pairs_left_out(self) -> int:
        """Pairs that share something but have no view."""
        return len(self._sharing) - len(self.pairs)

    @cached_property
    def matrix(self) -> Matrix:
        """Every two pieces."""
        return parts.matrix(self.comparison, self.label)

    @property
    def in_matrix(self) -> tuple[int, ...]:
        """The rows of the matrix that are shown: all, or those of the strongest pairs when they are too many."""
        return self.matrix.kept(MOST_IN_MATRIX)

    def between(self, row: int, column: int) -> str | None:
        """The view of the pair that a cell is about, None when there is none."""
        low, high = sorted((row + 1, column + 1))
        name = f"pair-{low}-{high}"
        return name if name in self.anchors else None

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that stand on the sheets, in the order of their definition."""
        present = {stretch.role for sheet in self.sheets for stretch in sheet.stretches}
        return tuple(role for role in get_args(Role) if role in present)

    @cached_property
    def shared(self) -> tuple[SharedPhrase, ...]:
        """The wording that several pieces have in common."""
        return self.report.shared_phrases()

    def anchor_of(self, match: Match) -> str | None:
        """The pair view that shows a match, None when none does."""
        return self._homes.get(id(match))

    @cached_property
    def _homes(self) -> dict[int, str]:
        return {id(shown.match): view.anchor for view in self.pairs for shown in view.matches}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """A card a piece, in the order of reports."""
        return tuple(cards(self.report, self._texts, self.anchors, self.label))

    @property
    def texts_left_out(self) -> int:
        """Pieces whose full text did not fit."""
        return sum(not card.paragraphs and bool(card.piece.paragraphs) for card in self.cards)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages with the roles of their text, as many as fit."""
        sheets, first = [], 0
        for number, page in enumerate(self.report.pages[: self._sheets_shown], 1):
            members = self.comparison.pieces[first : first + len(page.pieces)]
            first += len(page.pieces)
            wanted = self._linked[number - 1]
            sheets.append(Sheet(page, tuple(stretches(page, members, wanted, f"page-{number}"))))
        return tuple(sheets)

    @cached_property
    def _linked(self) -> list[set[int]]:
        """The lines of each page that a link leads to."""
        lines: list[set[int]] = [set() for _ in self.report.pages]
        sides = [
            (member, side.spans)
            for view in self.pairs
            for shown in view.matches
            for member, side in ((view.pair.left, shown.match.left), (view.pair.right, shown.match.right))
        ]
        devices = [(card.member, device.spans) for card in self.cards for device in card.devices]
        for member, spans in [*sides, *devices]:
            line = self.report.line(member.id, spans)
            if line is not None:
                lines[self._sheet_of[member.id]].add(line)
        return lines
