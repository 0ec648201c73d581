"""Two pieces side by side: their texts with what they share marked, and the list of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oped.reports.runs import MarkedParagraph, MarkedText, abridge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.results import Match, Member, Pair
    from seeds.page import Span

MOST_MATCHES = 200
LONG_PIECE = 20_000
"""A piece with more characters is abridged."""
KEPT_AROUND = 200
"""Characters kept at either end of what is abridged."""


@dataclass(frozen=True, slots=True)
class MatchView:
    """A match with its number in the pair view; an anchored side is one that the text shows."""

    number: int
    match: Match
    anchored_left: bool
    anchored_right: bool


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


def anchor(pair: Pair) -> str:
    """The id of a pair's view in the page."""
    return f"pair-{pair.left.id}-{pair.right.id}"


def pair_view(texts: Sequence[MarkedText], pair: Pair, *, whole: bool) -> PairView:
    """The view of a pair; `texts` are those of all pieces, `whole` asks for more than the paragraphs that share."""
    matches = pair.matches[:MOST_MATCHES]
    left = _side(texts, pair.left, [(n, match.left.spans) for n, match in enumerate(matches, 1)], whole)
    right = _side(texts, pair.right, [(n, match.right.spans) for n, match in enumerate(matches, 1)], whole)
    shown = [_begun(side) for side in (left, right)]
    views = tuple(MatchView(n, match, n in shown[0], n in shown[1]) for n, match in enumerate(matches, 1))
    return PairView(anchor(pair), pair, views, left, right, len(pair.matches) - len(matches))


def _side(
    texts: Sequence[MarkedText], member: Member, spans: list[tuple[int, Sequence[Span]]], whole: bool
) -> TextView:
    text = texts[member.id - 1]
    paragraphs = text.mark(spans)
    if whole and sum(len(paragraph.text) for paragraph in text.paragraphs) <= LONG_PIECE:
        return TextView(member, paragraphs, abridged=False)
    kept = tuple(abridge(paragraph, KEPT_AROUND) for paragraph in paragraphs if paragraph.marked)
    return TextView(member, kept, abridged=True)


def _begun(side: TextView) -> frozenset[int]:
    return frozenset(n for paragraph in side.paragraphs for run in paragraph.runs for n in run.begins)
