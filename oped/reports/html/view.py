"""What the HTML page shows, decided before any of it is written: the view model of the templates.

A report of hundreds of pieces has tens of thousands of pairs. What is left out here is counted, so that
the page can say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, get_args

from compare.results import Class, Kind
from compare.rhetoric import similarity
from oped.reports.figures import (
    REUSE_SHADES,
    THEME_SHADES,
    is_reprint,
    piece_facts,
    reuse_figure,
    reuse_level,
    theme_figure,
    theme_level,
)
from oped.reports.html.proof import Sheet, stretches
from oped.reports.html.runs import MarkedParagraph, MarkedText, abridge
from oped.reports.views import parts
from seeds.page import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.results import Comparison, Match, Member, Pair
    from compare.rhetoric import Device, RhetoricalOverlap, RhetoricalProfile, SharedDevice
    from oped.reports.report import Report, SharedPhrase
    from oped.words import Labels
    from seeds.page import Piece, Span
    from summarize.summary import Summary

MOST_IN_MATRIX = 40
MOST_PAIRS = 200
MOST_WHOLE = 12
"""Pair views with both texts whole; in the others stand only the paragraphs that share something."""
MOST_MATCHES = 200
MOST_SHARED = 60
MOST_TEXT = 400_000
"""Characters of page text that are shown; 300 pieces of the usual length are more."""
LONG_PIECE = 20_000
"""A piece with more characters is abridged in pair views."""
KEPT_AROUND = 200
"""Characters kept at either end of what is abridged."""

MOST_DEVICES = 40
MOST_SHARED_DEVICES = 4
GATHERED = ("idiom", "slogan")
"""Short and many: counted, not listed."""


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


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a page, and the id of its place in the text of the page."""

    line: int
    anchor: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell of the heat map; `anchor` is the id of the pair view it leads to, None when there is none."""

    kind: str
    figure: str
    level: int
    anchor: str | None
    other: Member


@dataclass(frozen=True, slots=True)
class MatchView:
    """A match with its number in the pair view; an anchored side is one that the text shows."""

    number: int
    match: Match
    anchored_left: bool
    anchored_right: bool

    @property
    def anchored(self) -> bool:
        """Whether either text shows it."""
        return self.anchored_left or self.anchored_right


@dataclass(frozen=True, slots=True)
class TextView:
    """One side of a pair view."""

    member: Member
    paragraphs: tuple[MarkedParagraph, ...]
    abridged: bool


@dataclass(frozen=True, slots=True)
class PairView:
    """Two pieces side by side; `more` counts the matches that are left out."""

    anchor: str
    pair: Pair
    matches: tuple[MatchView, ...]
    left: TextView
    right: TextView
    more: int
    alike: RhetoricalOverlap | None

    @property
    def devices(self) -> tuple[SharedDevice, ...]:
        """The shared devices that are worth showing in both pieces."""
        devices = self.alike.devices if self.alike else ()
        return tuple(device for device in devices if device.kind not in GATHERED)[:MOST_SHARED_DEVICES]


class ReportView:
    """A report with the limits of a page that a browser can hold."""

    most_shared = MOST_SHARED
    shades = (("theme", THEME_SHADES), ("reuse", REUSE_SHADES))

    def __init__(self, report: Report, label: Labels) -> None:
        self.report, self.label = report, label
        self.comparison: Comparison = report.comparison
        self._texts = [MarkedText(piece) for piece in report.pieces]
        self._by_ids = {(pair.left.id, pair.right.id): pair for pair in report.comparison.pairs}

    @property
    def characters(self) -> int:
        """Characters of all body text."""
        return sum(map(len, self.report.pieces))

    @cached_property
    def reprints(self) -> tuple[Pair, ...]:
        """The pairs that are one text, or nearly so."""
        return tuple(pair for pair in self.ranked[:MOST_PAIRS] if is_reprint(pair))

    @staticmethod
    def anchor(pair: Pair) -> str:
        """The id of a pair's view."""
        return anchor(pair)

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
    def groups(self) -> list[tuple[tuple[int, ...], str]]:
        """Pieces about the same: their numbers, and the terms they share."""
        return parts.theme_groups(self.report)

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
        """The pairs that have something to show, those that share most first."""
        return tuple(
            pair for pair in self.report.strongest(len(self.comparison.pairs)) if pair.matches or pair.themes
        )

    @cached_property
    def pairs(self) -> tuple[PairView, ...]:
        """The pair views, strongest first."""
        return tuple(self._pair(pair, at < MOST_WHOLE) for at, pair in enumerate(self.ranked[:MOST_PAIRS]))

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
        return max(0, len(self.ranked) - MOST_PAIRS)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The pieces of the heat map: all, or those of the strongest pairs when they are too many."""
        if len(self.comparison.pieces) <= MOST_IN_MATRIX:
            return self.comparison.pieces
        chosen: dict[int, None] = {}
        for pair in self.ranked:
            for member in (pair.left, pair.right):
                if len(chosen) < MOST_IN_MATRIX:
                    chosen[member.id] = None
        return tuple(member for member in self.comparison.pieces if member.id in chosen)

    def row(self, member: Member) -> Iterator[MatrixCell | None]:
        """The cells of a row: theme right of the diagonal, reuse left of it, None on it."""
        for other in self.members:
            if other.id == member.id:
                yield None
                continue
            pair = self._by_ids[min(member.id, other.id), max(member.id, other.id)]
            target = anchor(pair) if anchor(pair) in self.anchors else None
            if member.id < other.id:
                level = theme_level(pair)
                yield MatrixCell("theme", theme_figure(pair), level, target, other)
            else:
                level = reuse_level(pair)
                yield MatrixCell("reuse", reuse_figure(pair), level, target, other)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the matches shown, in the order of their definition."""
        present = {shown.match.kind for view in self.pairs for shown in view.matches}
        return tuple(kind for kind in get_args(Kind) if kind in present)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the matches shown, in the order of their definition."""
        present = {shown.match.class_ for view in self.pairs for shown in view.matches}
        return tuple(class_ for class_ in get_args(Class) if class_ in present)

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
        """A card a piece, in page order; texts as long as they fit."""
        left, cards = MOST_TEXT, []
        closest: dict[int, Pair] = {}
        for pair in self.ranked:
            for member in (pair.left, pair.right):
                closest.setdefault(member.id, pair)
        for member in parts.in_order(self.comparison.pieces):
            at = member.id - 1
            piece, summary, text = self.report.pieces[at], self.report.summaries[at], self._texts[at]
            left -= len(piece)
            spans = [span for sentence in summary.paragraph.sentences for span in sentence.spans]
            paragraphs = (
                text.mark([(0, summary.headline.spans if summary.headline else ()), (1, spans)])
                if left >= 0
                else ()
            )
            best = closest.get(member.id)
            home = anchor(best) if best and anchor(best) in self.anchors else None
            profile = self.report.profiles[member.id - 1] if self.report.profiles else None
            facts = " · ".join(piece_facts(self.report, member.id, self.label))
            cards.append(Card(member, piece, summary, paragraphs, best, home, profile, facts))
        return tuple(cards)

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

    def _pair(self, pair: Pair, whole: bool) -> PairView:
        matches = pair.matches[:MOST_MATCHES]
        left = self._side(pair.left, [(n, match.left.spans) for n, match in enumerate(matches, 1)], whole)
        right = self._side(pair.right, [(n, match.right.spans) for n, match in enumerate(matches, 1)], whole)
        shown = [_begun(side) for side in (left, right)]
        views = tuple(MatchView(n, match, n in shown[0], n in shown[1]) for n, match in enumerate(matches, 1))
        more = len(pair.matches) - len(matches)
        return PairView(anchor(pair), pair, views, left, right, more, self._alike(pair))

    def _alike(self, pair: Pair) -> RhetoricalOverlap | None:
        profiles = self.report.profiles
        return similarity(profiles[pair.left.id - 1], profiles[pair.right.id - 1]) if profiles else None

    def _side(self, member: Member, spans: list[tuple[int, Sequence[Span]]], whole: bool) -> TextView:
        text = self._texts[member.id - 1]
        paragraphs = text.mark(spans)
        if whole and sum(len(paragraph.text) for paragraph in text.paragraphs) <= LONG_PIECE:
            return TextView(member, paragraphs, abridged=False)
        kept = tuple(abridge(paragraph, KEPT_AROUND) for paragraph in paragraphs if paragraph.marked)
        return TextView(member, kept, abridged=True)


def anchor(pair: Pair) -> str:
    """The id of a pair's view in the page."""
    return f"pair-{pair.left.id}-{pair.right.id}"


def _begun(side: TextView) -> frozenset[int]:
    return frozenset(n for paragraph in side.paragraphs for run in paragraph.runs for n in run.begins)
