"""`oped themes`: what many pieces are about."""

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
    "themes",
    short_help="Groups of pieces by theme, and what sets each apart.",
    epilog="\b\nExample:\n  oped themes page.txt --lang zh",
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
    """Group the pieces of all PAGEs by what they are about.

    A group shows the terms its pieces share, a piece the terms that set it apart. JSON is one oped/themes/1 object.
    """
    from compare.themes import theme_map

    pieces = [piece for page in reader.pages(pages) for piece in page.pieces]
    if not pieces:
        return
    found = theme_map(pieces)
    if format_ == "json":
        write_json({"schema": "oped/themes/1", **found.to_dict()})
    else:
        from oped.reports.themes import themes_report

        show(themes_report(found, label), width)
