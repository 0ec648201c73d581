"""`oped summarize`: a headline and a paragraph for each piece."""

from __future__ import annotations

import click

from oped.cli.options import (
    Reader,
    output_options,
    pages_argument,
    reading_options,
    show,
    summary_options,
    write_json,
)


@click.command(
    "summarize",
    short_help="A headline and a paragraph for each piece.",
    epilog="\b\nExample:\n  oped summarize page.txt --engine lead --chars 200",
)
@pages_argument()
@summary_options
@output_options("terminal", "json")
@reading_options
def command(
    pages: tuple[str, ...],
    engine: str,
    chars: int,
    headline_chars: int,
    format_: str,
    width: int | None,
    reader: Reader,
) -> None:
    """Give every piece of each PAGE a headline and a paragraph in its own words.

    JSON is one oped/summaries/1 object for all pages.
    """
    from oped.reports.report import summaries_to_dict
    from summarize import summarize

    read = list(reader.pages(pages))
    summaries = [
        summarize(piece, engine=engine, chars=chars, headline_chars=headline_chars)
        for page in read
        for piece in page.pieces
    ]
    if format_ == "json":
        write_json(summaries_to_dict(read, summaries))
    else:
        for summary in summaries:
            show(summary, width)
