"""A page as it was read, for the proof at the end of the report: its text with what each part was taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from compare.results import Member
    from seeds.page import Page


_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line with its end; only a line feed ends one, as on the page."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line with its end; `anchor` is the id that links to it lead to, empty where none does."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ProofStretch:
    """Neighbouring regions of one role and piece; `member` is None for what belongs to no piece.

    `continued` says that it begins in mid-paragraph, as at the head of a column.
    """

    role: str
    member: Member | None
    lines: tuple[SheetLine, ...]
    continued: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it was read."""

    page: Page
    stretches: tuple[ProofStretch, ...]


def stretches(
    page: Page, members: Sequence[Member], wanted: Container[int] = (), name: str = "page"
) -> Iterator[ProofStretch]:
    """The text of a page in its order; `members` are the pieces of the page in the comparison.

    The lines that are `wanted`, counted from 1, get an anchor that begins with the page's `name`.
    """
    by_piece = {member.piece: member for member in members}
    continued = {
        span.start for piece in page.pieces for paragraph in piece.paragraphs for span in paragraph.spans[1:]
    }
    for (piece, role), regions in groupby(page.layout, key=lambda region: (region.piece, region.role)):
        group = list(regions)
        member = None if piece is None else by_piece.get(piece)
        text = page.text[group[0].start : group[-1].end]
        first = page.text.count("\n", 0, group[0].start) + 1
        lines = tuple(
            SheetLine(line, f"{name}-line-{number}" if number in wanted else "")
            for number, line in enumerate(_LINE.findall(text), first)
        )
        yield ProofStretch(role, member, lines, group[0].start in continued)
