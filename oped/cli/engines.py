"""`oped engines`: what can summarise here."""

from __future__ import annotations

import click

from oped.cli.output import Output, out_options


@click.command("engines", short_help="List the summary engines.", epilog="\b\nExample:\n  oped engines")
@out_options()
def command(out: Output) -> None:
    """List the summary engines: which are installed, how to get the others."""
    from summarize import engines

    if out.form == "json":
        out.stream([{"schema": "oped/engines/1", "engines": [engine.to_dict() for engine in engines()]}])
    elif out.form == "jsonl":
        out.stream(engine.to_dict() for engine in engines())
    else:
        from oped.reports.views.summaries import engines_document

        out.document(engines_document(engines(), out.label))
