"""How a page shows itself in a terminal: its pieces, what belongs to none, and what was decided."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from oped.reports.prose import Prose
from oped.words import Labels
from seeds.page import Page, Piece
from seeds.safe import terminal_text

_HEADING_STYLE = "bold"
_ASIDE_STYLE = "dim"


def page_report(page: Page, label: Labels | None = None) -> RenderableType:
    """What `rich.print(page)` and `oped read` show; English if no language is given."""
    label = label or Labels("en")
    parts: list[RenderableType] = [
        Text(terminal_text(page.name) or label("unnamed_page"), style=_HEADING_STYLE),
        Text(_figures(page, label), style=_ASIDE_STYLE),
        _pieces_table(page.pieces, label),
    ]
    if page.furniture:
        parts.append(Text(label("furniture"), style=_HEADING_STYLE))
        parts += [_item(_kind(item.kind, label), item.text) for item in page.furniture]
    if page.notes:
        parts.append(Text(label("notes"), style=_HEADING_STYLE))
        parts += [
            _item("" if note.line is None else label("line", n=note.line), note.message)
            for note in page.notes
        ]
    return Group(*parts)


def _figures(page: Page, label: Labels) -> str:
    size = label("read_as", n=f"{len(page.text):,}", encoding=terminal_text(page.encoding))
    return f"{size} · {label.count(len(page.pieces), 'piece', 'pieces')}"


def _kind(kind: str, label: Labels) -> str:
    return label(kind) if kind in label else kind.replace("_", " ")


def _pieces_table(pieces: tuple[Piece, ...], label: Labels) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    table.add_column("", justify="right", style=_ASIDE_STYLE)
    table.add_column(label("title_heading"), ratio=1, overflow="fold")
    table.add_column(label("authors_heading"), overflow="fold")
    table.add_column(label("characters_heading"), justify="right")
    table.add_column(label("paragraphs"), justify="right")
    for piece in pieces:
        title = Text(terminal_text(piece.title) or label("no_title"))
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
