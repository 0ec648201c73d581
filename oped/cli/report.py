"""`oped report`: the main job."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click

from oped.cli.options import (
    Progress,
    Reader,
    as_json,
    comparing_options,
    label_option,
    output_options,
    pages_argument,
    quiet_option,
    reading_options,
    show,
    summary_options,
    write_to,
)

if TYPE_CHECKING:
    from oped.reports import Report
    from oped.words import Labels


@click.command(
    "report",
    short_help="All of it on one screen, or as one HTML file.",
    epilog="\b\nExamples:\n  oped report page.txt\n  oped report page.txt --format html --output page.html",
)
@pages_argument(required=False)
@summary_options
@comparing_options
@output_options("terminal", "json", "html", "markdown", "csv")
@click.option(
    "--output", "-o", default="-", metavar="FILE", help="Write to FILE.  [default: standard output]"
)
@click.option("--pager", is_flag=True, help="Show the terminal report in a pager.")
@quiet_option
@label_option
@reading_options
def command(
    pages: tuple[str, ...],
    engine: str,
    chars: int,
    headline_chars: int,
    expect: float,
    background: str | None,
    format_: str,
    width: int | None,
    output: str,
    pager: bool,
    quiet: bool,
    label: Labels,
    reader: Reader,
) -> None:
    """Show what each PAGE says and what its pieces share: summaries, the pair matrix, the strongest pairs.

    Without a PAGE the one that comes with oped is reported.
    """
    from compare.background import load_background
    from oped.reports import make_report

    if pages:
        read = list(reader.pages(pages))
    else:
        from seeds import seed_page

        read = [seed_page()]
    if not any(page.pieces for page in read):
        return
    report = make_report(
        read,
        engine=engine,
        chars=chars,
        headline_chars=headline_chars,
        background=load_background(background),
        expect=expect,
        watch=Progress(label, quiet=quiet),
    )
    if format_ == "terminal" and output == "-":
        from oped.reports import terminal

        show(terminal.report(report, label), width, pager=pager)
    else:
        write_to(output, [_drawn(report, format_, label, width)])


def _drawn(report: Report, format_: str, label: Labels, width: int | None) -> str:
    if format_ == "html":
        from oped.reports.html import html

        return html(report, label)
    if format_ == "markdown":
        from oped.reports.markdown import markdown

        return markdown(report, label)
    if format_ == "csv":
        from oped.reports.csv_table import csv

        return csv(report, label)
    if format_ == "json":
        return as_json(report.to_dict())
    from rich.console import Console

    from oped.reports import terminal

    plain = io.StringIO()
    Console(file=plain, width=width or 80, no_color=True).print(terminal.report(report, label))
    return plain.getvalue()
