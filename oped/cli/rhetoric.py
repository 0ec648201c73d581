"""`oped rhetoric`: the devices of each piece."""

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
    "rhetoric",
    short_help="排比, 对偶, 引用 and other devices of each piece.",
    epilog="\b\nExample:\n  oped rhetoric page.txt --lang zh",
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
    """Find the rhetorical devices of every piece of each PAGE, and the profile they make.

    JSON is one oped/rhetoric/1 object a line, one line a piece, with the page and the piece it belongs to.
    """
    from compare.rhetoric import rhetoric
    from compare.rhetoric.stock import background_stock

    stock = background_stock()
    for page in reader.pages(pages):
        for piece in page.pieces:
            profile = rhetoric(piece, stock=stock)
            if format_ == "json":
                write_json({"page": page.name, "piece": piece.id, **profile.to_dict()})
            else:
                from oped.reports.rhetoric import profile_report

                show(profile_report(profile, label), width)
