"""`oped timeline`: formulas over time."""

from __future__ import annotations

import click

from compare.mining.periods import PERIODS, Period
from oped.cli.options import Reader, number, pages_argument, reading_options
from oped.cli.output import Output, out_options, write_to
from oped.cli.own_words import lines_of


@click.command(
    "timeline",
    short_help="When set phrases came up, rose and faded.",
    epilog="\b\nExample:\n  oped timeline articles.jsonl --formula 高质量发展 --formula 获得感",
)
@pages_argument()
@click.option("--formula", "formulas", multiple=True, metavar="WORDS", help="Follow WORDS; may be repeated.")
@click.option("--formulas", "listed", metavar="FILE", help="Follow the formulas of FILE, one a line.")
@click.option(
    "--period", type=click.Choice(PERIODS), help="Unit of time.  [default: by the time that is covered]"
)
@click.option("--svg", "chart", metavar="FILE", help="Write a chart of what is shown to FILE.")
@number("--top", what="Formulas to show.  [default: 30; json, jsonl, csv and xlsx: all]")
@number("--least", default=2, what="Fewest articles that hold a formula for it to be found.")
@out_options()
@reading_options
def command(
    pages: tuple[str, ...],
    formulas: tuple[str, ...],
    listed: str | None,
    period: Period | None,
    chart: str | None,
    top: int | None,
    least: int,
    out: Output,
    reader: Reader,
) -> None:
    """Follow set phrases (提法) over dated articles: when they came up, rose and faded.

    Without --formula those with the strongest rise and those with the strongest fall are found, half each. Counts are
    uses in a period, rates uses in a million characters with 95 % intervals. JSON is one oped/timeline/1 object, JSON
    Lines a formula a line, CSV a row a formula and period.
    """
    from compare.mining import timeline

    wanted = [*formulas, *lines_of(listed)]
    pieces = (piece for page in reader.pages(pages) for piece in page.pieces)
    found = timeline(pieces, wanted or None, period=period, least=least, top=out.most(top, 30))
    if chart:
        from oped.reports.chart import timeline_svg

        write_to(chart, [timeline_svg(found, out.label)], "--svg")
    if out.form == "json":
        out.stream([found.to_dict()])
    elif out.form == "jsonl":
        out.stream(usage.to_dict() for usage in found.usages)
    else:
        from oped.reports.views.timeline import timeline_document

        out.document(timeline_document(found, out.label))
