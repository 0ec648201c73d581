"""`oped report`: the main job."""

from __future__ import annotations

import click

from compare.cli.options import (
    Reader,
    exits,
    label_option,
    output_options,
    pages_argument,
    reading_options,
    show,
    summary_options,
    write_json,
)
from compare.report.labels import Labels


@click.command(
    "report",
    short_help="All of it on one screen.",
    epilog="\b\nExamples:\n  oped report page.txt\n  oped report            (the page that comes with oped)",
)
@pages_argument(required=False)
@summary_options
@output_options("terminal", "json")
@label_option
@reading_options
@exits
def command(
    pages: tuple[str, ...],
    engine: str,
    chars: int,
    headline_chars: int,
    format_: str,
    width: int | None,
    label: Labels,
    encoding: str | None,
    max_bytes: int | None,
) -> int:
    """Show what each PAGE says and what its pieces share: summaries, the pair matrix, the strongest pairs.

    Without a PAGE the one that comes with oped is reported.
    """
    from compare.report import make_report

    reader = Reader(encoding, max_bytes)
    if pages:
        read = list(reader.pages(pages))
    else:
        from seeds import seed_page

        read = [seed_page()]
    if not read:
        return reader.exit_code
    report = make_report(read, engine=engine, chars=chars, headline_chars=headline_chars)
    if format_ == "json":
        write_json(report.to_dict())
    else:
        from compare.report import terminal

        show(terminal.report(report, label), width)
    return reader.exit_code
