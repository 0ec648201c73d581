"""`oped timeline`: formulas over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from compare.mining.periods import PERIODS
from oped.cli.corpus.output import OPTION, as_plain, lines_of, out_option
from oped.cli.options import (
    MOST,
    Reader,
    as_json,
    label_option,
    output_options,
    pages_argument,
    reading_options,
    show,
    write_to,
)

if TYPE_CHECKING:
    from compare.mining.periods import Period
    from oped.words import Labels


@click.command(
    "timeline",
    short_help="First use, rise and fall of formulas over dated articles.",
    epilog="\b\nExample:\n  oped timeline articles.jsonl --formula 高质量发展 --formula 获得感",
)
@pages_argument()
@click.option("--formula", "formulas", multiple=True, metavar="WORDS", help="Follow WORDS; may be repeated.")
@click.option(
    "--formulas", "listed", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
    help="Follow the formulas of FILE, one a line.",
)  # fmt: skip
@click.option(
    "--period", type=click.Choice(PERIODS), help="Unit of time.  [default: by the time that is covered]"
)
@click.option(
    "--top",
    type=click.IntRange(1, MOST),
    metavar="N",
    help="Formulas to show.  [default: 30; json and csv: all]",
)
@click.option(
    "--least",
    type=click.IntRange(1, MOST),
    default=2,
    show_default=True,
    metavar="N",
    help="Articles that must hold a formula for it to be found.",
)
@output_options("terminal", "json", "csv", "html", "svg")
@out_option
@label_option
@reading_options
def command(
    pages: tuple[str, ...],
    formulas: tuple[str, ...],
    listed: str | None,
    period: Period | None,
    top: int | None,
    least: int,
    format_: str,
    width: int | None,
    output: str,
    label: Labels,
    reader: Reader,
) -> None:
    """Follow set phrases (提法) over dated articles: JSON Lines with "text" and "date", or pages with dates.

    Without --formula those with the strongest rise or fall are found. Counts are uses in a period, rates uses in a
    million characters with 95 % intervals. JSON is one oped/timeline/1 object, CSV a row a formula and period.
    """
    from compare.mining import timeline
    from oped.reports import timeline as view

    wanted = [*formulas, *lines_of(listed)]
    pieces = (piece for page in reader.pages(pages) for piece in page.pieces)
    most = top if top or format_ in ("json", "csv") else 30
    found = timeline(pieces, wanted or None, period=period, least=least, top=most)
    if format_ == "terminal" and output == "-":
        show(view.terminal(found, label), width)
        return
    if format_ == "json":
        text = as_json(found.to_dict())
    elif format_ == "csv":
        text = view.csv(found)
    elif format_ == "terminal":
        text = as_plain(view.terminal(found, label), width)
    else:
        text = (view.svg if format_ == "svg" else view.html)(found, label)
    write_to(output, [text], OPTION)
