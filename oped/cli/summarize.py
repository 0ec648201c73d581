"""`oped summarize`: a headline and a paragraph for each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oped.cli.options import Progress, Reader, pages_argument, quiet_option, reading_options, summary_options
from oped.cli.output import out_options

if TYPE_CHECKING:
    from oped.cli.output import Output


@click.command(
    "summarize",
    short_help="A headline and a paragraph for each piece.",
    epilog="\b\nExamples:\n  oped summarize page.txt --engine lead --chars 200\n  oped summarize page.txt -o page.docx",
)
@pages_argument()
@summary_options
@out_options()
@quiet_option
@reading_options
def command(
    pages: tuple[str, ...],
    engine: str,
    chars: int,
    headline_chars: int,
    out: Output,
    quiet: bool,
    reader: Reader,
) -> None:
    """Give every piece of each PAGE a headline and a paragraph in its own words.

    JSON is one oped/summaries/1 object for all pages; JSON Lines have a piece a line, written as they are made.
    """
    from summarize import summarize

    if out.form == "jsonl":
        out.stream(
            {
                "page": page.name,
                **summarize(piece, engine=engine, chars=chars, headline_chars=headline_chars).to_dict(),
            }
            for page in reader.pages(pages)
            for piece in page.pieces
        )
        return
    from oped.reports.report import summaries_to_dict
    from oped.reports.views.summaries import summaries_document

    read = list(reader.pages(pages))
    pieces = [piece for page in read for piece in page.pieces]
    watched = Progress(out.label, quiet=quiet)("summary", pieces)
    summaries = [
        summarize(piece, engine=engine, chars=chars, headline_chars=headline_chars) for piece in watched
    ]
    if out.form == "json":
        out.stream([summaries_to_dict(read, summaries)])
    else:
        names = [page.name for page in read for _ in page.pieces]
        out.document(summaries_document(summaries, names, out.label))
