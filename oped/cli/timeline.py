"""`oped timeline`: formulas over time."""

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
    "timeline",
    short_help="First use, rise and fall of formulas over dated articles.",
    epilog="\b\nExample:\n  oped timeline articles.jsonl --formula 高质量发展 --formula 获得感",
)
@pages_argument()
@click.option("--formula", "formulas", multiple=True, metavar="WORDS", help="Follow WORDS; may be repeated.")
@click.option(
    "--top", type=click.IntRange(min=1), default=30, show_default=True, metavar="N", help="Formulas to show."
)
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    metavar="N",
    help="Articles that must hold a formula for it to be found.",
)
@output_options("terminal", "json")
@label_option
@reading_options
def command(
    pages: tuple[str, ...],
    formulas: tuple[str, ...],
    top: int,
    least: int,
    format_: str,
    width: int | None,
    label: Labels,
    reader: Reader,
) -> None:
    """Follow formulas (提法) over dated articles: JSON Lines with "text" and "date".

    Without --formula those with the strongest rise or fall are found. JSON is one oped/timeline/1 object.
    """
    from compare.rhetoric import timeline

    pieces = (piece for page in reader.pages(pages) for piece in page.pieces)
    found = timeline(pieces, formulas or None, least=least, top=top)
    if format_ == "json":
        write_json(found.to_dict())
    else:
        from oped.reports.rhetoric import timeline_report

        show(timeline_report(found, label), width)
