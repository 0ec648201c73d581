"""What a page looks like in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.safe import html_text

if TYPE_CHECKING:
    from seeds.page import Page


def page_fragment(page: Page) -> str:
    """A small piece of HTML: what stands on the page, and the decisions of reading it."""
    rows = "".join(
        f"<tr><td>{piece.id}</td><td lang='zh'>{html_text(piece.title)}</td>"
        f"<td lang='zh'>{html_text('、'.join(piece.authors))}</td><td>{len(piece):,}</td></tr>"
        for piece in page.pieces
    )
    notes = "".join(f"<li>{html_text(str(note))}</li>" for note in page.notes)
    return (
        f"<table><caption>{html_text(page.name or 'page')}: {len(page.text):,} characters, "
        f"{html_text(page.encoding)}</caption>"
        "<thead><tr><th>id</th><th>title</th><th>authors</th><th>characters</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>" + (f"<ul>{notes}</ul>" if notes else "")
    )
