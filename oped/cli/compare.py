"""`oped compare`: what pieces share."""

from __future__ import annotations

import click

from oped.cli.options import (
    Reader,
    comparing_options,
    label_option,
    output_options,
    pages_argument,
    reading_options,
    show,
    write_json,
)
from oped.words import Labels


@click.command(
    "compare",
    short_help="What the pieces share.",
    epilog="\b\nExample:\n  oped compare monday.txt tuesday.txt --format json",
)
@pages_argument()
@comparing_options
@output_options("terminal", "json")
@label_option
@reading_options
def command(
    pages: tuple[str, ...],
    expect: float,
    background: str | None,
    format_: str,
    width: int | None,
    label: Labels,
    reader: Reader,
) -> None:
    """Compare every two pieces of all PAGEs: themes, shared phrases, scores.

    JSON is one oped/comparison/1 object; pieces of several pages are numbered on.
    """
    from compare import compare_all
    from compare.background import load_background

    pieces = [piece for page in reader.pages(pages) for piece in page.pieces]
    if not pieces:
        return
    comparison = compare_all(pieces, background=load_background(background), expect=expect)
    if format_ == "json":
        write_json(comparison.to_dict())
    else:
        from oped.reports.terminal import comparison_report

        show(comparison_report(comparison, label), width)
