"""A page as it was read, for the proof at the end of the report: its text with what each part was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.results import Member
    from seeds.page import Page


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring regions of one role and piece; `member` is None for what belongs to no piece.

    `continued` says that it begins in mid-paragraph, as at the head of a column.
    """

    role: str
    member: Member | None
    text: str
    continued: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was read."""

    page: Page
    stretches: tuple[Stretch, ...]


def stretches(page: Page, members: Sequence[Member]) -> Iterator[Stretch]:
    """The text of a page in its order; `members` are the pieces of the page in the comparison."""
    by_piece = {member.piece: member for member in members}
    continued = {
        span.start for piece in page.pieces for paragraph in piece.paragraphs for span in paragraph.spans[1:]
    }
    for (piece, role), regions in groupby(page.layout, key=lambda region: (region.piece, region.role)):
        group = list(regions)
        member = None if piece is None else by_piece.get(piece)
        text = page.text[group[0].start : group[-1].end]
        yield Stretch(role, member, text, group[0].start in continued)
