"""`oped read`: what stands on a page."""

from __future__ import annotations

import click

from oped.cli.options import Reader, pages_argument, reading_options
from oped.cli.output import Output, out_options


@click.command(
    "read",
    short_help="Find the pieces of a page.",
    epilog="\b\nExamples:\n  oped read page.txt --format json\n  oped read issue/ -o pieces.xlsx",
)
@pages_argument()
@out_options()
@reading_options
def command(pages: tuple[str, ...], out: Output, reader: Reader) -> None:
    """Find the pieces of each PAGE, with title, authors, decks and whole paragraphs.

    JSON is one oped/page/1 object a line, one line a page, written as pages are read.
    """
    read = reader.pages(pages, bare=True)
    if out.is_json:
        out.stream(page.to_dict() for page in read)
        return
    from oped.reports.views.page import pages_document

    if kept := list(read):
        out.document(pages_document(kept, out.label))
