"""`oped evaluate`: how good summaries are, ours and others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oped.cli.options import number
from oped.cli.output import Output, out_options
from summarize.rankers import DEFAULT

if TYPE_CHECKING:
    from summarize.evaluate import Evaluation
    from summarize.marked import MarkedEvaluation
    from summarize.scores import Scores

_engines = click.option(
    "--engine",
    "engines",
    multiple=True,
    metavar="NAME",
    help=f"Summary engine, may be given again to compare.  [default: {DEFAULT}]",
)


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
@_engines
@click.option(
    "--task",
    type=click.Choice(["paragraph", "headline"]),
    default="paragraph",
    show_default=True,
    help="What to make.",
)
@number("--chars", what="Most characters.  [default: 120, headline 30]")
@click.option(
    "--title/--no-title", default=True, help="Whether a paragraph may use the title.  [default: it may]"
)
@click.option("--predictions", metavar="OUT.jsonl", help="Write the summaries as rows of id and summary.")
@out_options()
def summaries(
    reference: str,
    engines: tuple[str, ...],
    task: str,
    chars: int | None,
    title: bool,
    predictions: str | None,
    out: Output,
) -> None:
    """Summarise the rows of a JSONL file ("id", "text", "summary", "title") and score them by character ROUGE.

    The headline task never sees the title, which would be the answer. Several engines are compared with the first by a
    paired bootstrap. For comparison: the first sentences, and a greedy choice that knows the reference (`oracle`).
    Intervals are 95 % bootstrap.
    """
    from summarize.evaluate import evaluate

    found = evaluate(
        reference,
        engine=engines or DEFAULT,
        task="headline" if task == "headline" else "paragraph",
        chars=chars,
        title=title,
        predictions=predictions,
    )
    _show(found, out)


@command.command("scores", epilog="\b\nExample:\n  oped evaluate scores theirs.jsonl references.jsonl")
@click.argument("made", metavar="PREDICTIONS.jsonl")
@click.argument("references", metavar="REFERENCES.jsonl")
@out_options()
def scores(made: str, references: str, out: Output) -> None:
    """Score summaries that any program made, by character ROUGE with its signature.

    Rows of both files hold "id" and "summary". A reference without a prediction scores nothing.
    """
    from summarize.scores import score_file

    _show(score_file(made, references), out)


@command.command(
    "marks", epilog="\b\nExample:\n  oped evaluate marks marked.jsonl --engine learned --engine textrank4zh"
)
@click.argument("marked", metavar="MARKED.jsonl")
@_engines
@out_options()
def marks(marked: str, engines: tuple[str, ...], out: Output) -> None:
    """Score summaries against pieces that readers marked sentence by sentence.

    Reports, for paragraphs of 120 characters, how many could be printed, how many hold the thesis and how much of the
    best content; for lines of 20 characters, how many were marked good, bad or not at all; and how often the models of
    standing and worth are right.
    """
    from summarize.marked import evaluate_marks

    _show(evaluate_marks(marked, engines or (DEFAULT,)), out)


def _show(found: Evaluation | Scores | MarkedEvaluation, out: Output) -> None:
    if out.is_json:
        out.stream([found.to_dict()])
        return
    from oped.reports.views.summaries import figures_document

    out.document(figures_document(found, out.label))
