"""`oped timeline`: formulas over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oped.cli.options import MOST, Reader, pages_argument, reading_options
from oped.cli.output import out_options

if TYPE_CHECKING:
    from oped.cli.output import Output


@click.command(
    "timeline",
    short_help="First use, rise and fall of formulas over dated articles.",
    epilog="\b\nExample:\n  oped timeline articles.jsonl --formula 高质量发展 --formula 获得感",
)
@pages_argument()
@click.option("--formula", "formulas", multiple=True, metavar="WORDS", help="Follow WORDS; may be repeated.")
@click.option(
    "--top",
    type=click.IntRange(1, MOST),
    default=30,
    show_default=True,
    metavar="N",
    help="Formulas to show.",
)
@click.option(
    "--least",
    type=click.IntRange(1, MOST),
    default=5,
    show_default=True,
    metavar="N",
    help="Articles that must hold a formula for it to be found.",
)
@out_options()
@reading_options
def command(
    pages: tuple[str, ...],
    formulas: tuple[str, ...],
    top: int,
    least: int,
    out: Output,
    reader: Reader,
) -> None:
    """Follow formulas (提法) over dated articles: JSON Lines with "text" and "date".

    Without --formula those with the strongest rise or fall are found. JSON is one oped/timeline/1 object, JSON Lines a
    formula a line.
    """
    from compare.rhetoric import timeline

    pieces = (piece for page in reader.pages(pages) for piece in page.pieces)
    found = timeline(pieces, formulas or None, least=least, top=top)
    if out.form == "json":
        out.stream([found.to_dict()])
    elif out.form == "jsonl":
        out.stream(usage.to_dict() for usage in found.usages)
    else:
        from oped.reports.views.rhetoric import timeline_document

        out.document(timeline_document(found, out.label))
