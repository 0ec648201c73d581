"""`oped read`: what stands on a page, what belongs to no piece, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Block, Heading, Listing, ReportDocument, Role, TextBlock, TextRun
from oped.reports.naming import files
from oped.reports.rows import READ, read_rows
from oped.reports.views import parts
from oped.reports.views.glance import page_names
from oped.reports.views.tables import columns, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from oped.reports.rows import Row
    from oped.words import Labels
    from seeds.page import Page

FEW_PAGES = 3
"""Pages that are shown one by one."""


def pages_document(pages: Sequence[Page], label: Labels) -> ReportDocument:
    """Pages one below the other; many as one list of pieces, with what a person should look at."""
    title = page_names((page.name for page in pages), label)
    facts = [label("pieces", n=f"{sum(len(page.pieces) for page in pages):,}")]
    blocks: list[Block] = []
    if len(pages) == 1:
        [page] = pages
        title, blocks = page.name or label("unnamed_page"), _blocks(page, label)
        size = f"{sum(map(len, page.text.split())):,}"
        facts.insert(0, label("read_as", n=size, encoding=page.encoding))
    elif len(pages) > FEW_PAGES:
        blocks.append(_pieces(pages, label))
        notes = list(parts.decisions(pages, label))
        if notes:
            blocks.append(Heading(label("to_check"), 3))
        for name, text in notes:
            blocks.append(TextBlock((TextRun(f"{name}  ", "aside"), parts.of(text)), indent=1))
    else:
        for page in pages:
            blocks += [Heading(page.name or label("unnamed_page")), *_blocks(page, label)]
    rows = (row.values() for row in read_rows(pages))
    return ReportDocument(title, tuple(facts), tuple(blocks), (table("pieces_heading", READ, rows, label),))


def _numbered(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows with the numbers that a report gives the pieces of all pages."""
    return ({**row, "id": number} for number, row in enumerate(rows, 1))


def _pieces(pages: Sequence[Page], label: Labels) -> Listing:
    dated = any(piece.date for page in pages for piece in page.pieces)
    roles: dict[str, Role] = {
        "page": "name", "id": "figure", "title": "words", "authors": "name", "date": "name", "characters": "figure",
        "paragraphs": "figure",
    }  # fmt: skip
    if not dated:
        del roles["date"]
    if len(files(page.name for page in pages)) == 1:
        roles.pop("page", None)
    rows = [
        {**row, "title": _title(row, label), "authors": row["authors"] or label("no_author")}
        for row in _numbered(read_rows(pages))
    ]
    shown = [tuple(row[key] for key in roles) for row in rows]
    return Listing(columns(label, roles), shown, empty=label("nothing_found"))


def _blocks(page: Page, label: Labels) -> list[Block]:
    blocks: list[Block] = [_pieces([page], label)]
    if page.furniture:
        blocks.append(Heading(label("furniture"), 3))
    for item in page.furniture:
        kind = label(item.kind) if item.kind in label else label("other")
        blocks.append(TextBlock((TextRun(f"{kind}  ", "aside"), parts.of(item.text)), indent=1))
    if page.notes:
        blocks.append(Heading(label("notes"), 3))
    blocks += [TextBlock((parts.of(line),), indent=1) for line in parts.note_lines(page.notes, label)]
    return blocks


def _title(row: Row, label: Labels) -> str:
    title = str(row["title"] or label("no_title"))
    return f"{row['kicker']} {title}" if row["kicker"] else title
