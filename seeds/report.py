"""How a page shows itself in a terminal: its pieces, what belongs to none, and what was decided."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from seeds.piece import Page, Piece
from seeds.prose import Prose
from seeds.safe import terminal_text

_HEADING_STYLE = "bold"
_ASIDE_STYLE = "dim"


def page_report(page: Page) -> RenderableType:
    """What `rich.print(page)` shows."""
    parts: list[RenderableType] = [
        Text(terminal_text(page.name or "page"), style=_HEADING_STYLE),
        Text(
            f"{len(page.text):,} characters, {page.encoding}, {len(page.pieces)} pieces", style=_ASIDE_STYLE
        ),
        _pieces_table(page.pieces),
    ]
    if page.furniture:
        parts.append(Text("Outside the pieces", style=_HEADING_STYLE))
        parts += [_item(item.kind.replace("_", " "), item.text) for item in page.furniture]
    if page.notes:
        parts.append(Text("Decisions to check", style=_HEADING_STYLE))
        parts += [
            _item("" if note.line is None else f"line {note.line}", note.message) for note in page.notes
        ]
    return Group(*parts)


def _pieces_table(pieces: tuple[Piece, ...]) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", justify="right", style=_ASIDE_STYLE)
    table.add_column("title", ratio=1, overflow="fold")
    table.add_column("authors", overflow="fold")
    table.add_column("characters", justify="right")
    table.add_column("paragraphs", justify="right")
    for piece in pieces:
        title = Text(terminal_text(piece.title) or "(no title)")
        if piece.kicker:
            title.append("\n" + terminal_text(piece.kicker), style=_ASIDE_STYLE)
        bodies = sum(paragraph.kind == "body" for paragraph in piece.paragraphs)
        authors = Text(terminal_text("、".join(piece.authors)))
        table.add_row(Text(str(piece.id)), Prose(title), authors, Text(f"{len(piece):,}"), Text(str(bodies)))
    return table


def _item(label: str, text: str) -> RenderableType:
    line = Text(f"{label}: " if label else "", style=_ASIDE_STYLE)
    line.append(terminal_text(text), style="default")
    return Padding(Prose(line), (0, 0, 0, 2))
