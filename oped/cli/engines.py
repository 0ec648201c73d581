"""`oped engines`: what can summarise here."""

from __future__ import annotations

import click

from oped.cli.options import label_option, output_options, show, write_json
from oped.words import Labels


@click.command("engines", short_help="List the summary engines.", epilog="\b\nExample:\n  oped engines")
@output_options("terminal", "json")
@label_option
def command(format_: str, width: int | None, label: Labels) -> None:
    """List the summary engines, which are installed, and how to get the rest."""
    from oped.reports.engines import engines_report
    from summarize import engines

    if format_ == "json":
        write_json({"schema": "oped/engines/1", "engines": [engine.to_dict() for engine in engines()]})
    else:
        show(engines_report(engines(), label), width)
