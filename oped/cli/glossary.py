"""`oped glossary`: what the figures of the reports mean."""

from __future__ import annotations

import click

from oped.cli.output import Output, out_options


@click.command(
    "glossary",
    short_help="What the figures of the reports mean.",
    epilog="\b\nExample:\n  oped glossary --lang zh",
)
@out_options(without=("csv", "xlsx"))
def command(out: Output) -> None:
    """Explain the figures and terms of the reports."""
    from oped.reports.views.glossary import entries, glossary

    if out.is_json:
        out.stream({"term": term, "meaning": meaning} for term, meaning in entries(out.label))
    else:
        out.document(glossary(out.label))
