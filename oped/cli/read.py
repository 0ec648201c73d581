"""`oped read`: what stands on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oped.cli.options import (
    Reader,
    label_option,
    output_options,
    pages_argument,
    reading_options,
    show,
    write_json,
)

if TYPE_CHECKING:
    from oped.words import Labels


@click.command(
    "read",
    short_help="Find the pieces of a page.",
    epilog="\b\nExample:\n  oped read page.txt --format json | jq '.pieces[].title'",
)
@pages_argument()
@output_options("terminal", "json")
@label_option
@reading_options
def command(
    pages: tuple[str, ...],
    format_: str,
    width: int | None,
    label: Labels,
    reader: Reader,
) -> None:
    """Find the pieces of each PAGE, with title, authors, decks and whole paragraphs.

    JSON is one oped/page/1 object a line, one line a page.
    """
    for page in reader.pages(pages):
        if format_ == "json":
            write_json(page.to_dict())
        else:
            from oped.reports.page import page_report

            show(page_report(page, label), width)
