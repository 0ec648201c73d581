"""`oped evaluate`: how good the summaries are."""

from __future__ import annotations

import click

from oped.cli.options import MOST, NARROWEST, WIDEST
from oped.cli.output import show, write_json
from summarize.rankers import DEFAULT


@click.group(
    "evaluate",
    short_help="Score summaries against references.",
    epilog="\b\nExample:\n  oped evaluate summaries articles.jsonl --chars 110",
)
def command() -> None:
    """Measure results against references."""


@command.command(
    "summaries",
    epilog="\b\nExample:\n  oped evaluate summaries articles.jsonl --task headline --chars 24 --predictions out.jsonl",
)
@click.argument("reference", metavar="REFERENCE.jsonl")
@click.option("--engine", default=DEFAULT, show_default=True, metavar="NAME", help="Summary engine.")
@click.option(
    "--task",
    type=click.Choice(["paragraph", "headline"]),
    default="paragraph",
    show_default=True,
    help="What to make.",
)
@click.option(
    "--chars", type=click.IntRange(1, MOST), metavar="N", help="Length at most. [default: 120, headline 20]"
)
@click.option(
    "--title/--no-title", default=True, help="Whether a paragraph may use the title.  [default: it may]"
)
@click.option("--predictions", metavar="OUT.jsonl", help="Write the summaries as rows of id and summary.")
@click.option(
    "--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True
)
@click.option("--width", type=click.IntRange(NARROWEST, WIDEST), metavar="N", help="Columns of the table.")
def summaries(
    reference: str,
    engine: str,
    task: str,
    chars: int | None,
    title: bool,
    predictions: str | None,
    format_: str,
    width: int | None,
) -> None:
    """Summarise the rows of a JSONL file ("id", "text", "summary", "title") and score them by character ROUGE.

    The headline task never sees the title, which would be the answer. Beside the engine stand the first
    sentences and what a greedy choice with the reference in hand would reach; intervals are 95 % bootstrap.
    """
    from summarize.evaluate import evaluate

    found = evaluate(
        reference,
        engine=engine,
        task="headline" if task == "headline" else "paragraph",
        chars=chars,
        title=title,
        predictions=predictions,
    )
    if format_ == "json":
        write_json(found.to_dict())
    else:
        show(found, width)
