"""`oped evaluate`: how good summaries are, ours and others'."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from oped.cli.options import MOST, NARROWEST, WIDEST
from oped.cli.output import show, write_json
from summarize.rankers import DEFAULT

if TYPE_CHECKING:
    from summarize.evaluate import Evaluation
    from summarize.marked import MarkedEvaluation
    from summarize.scores import Scores

Function = TypeVar("Function", bound=Callable[..., Any])


def _engines(function: Function) -> Function:
    return click.option(
        "--engine",
        "engines",
        multiple=True,
        metavar="NAME",
        help=f"Summary engine, may be given again to compare.  [default: {DEFAULT}]",
    )(function)


def _shown(function: Function) -> Function:
    width = click.option(
        "--width", type=click.IntRange(NARROWEST, WIDEST), metavar="N", help="Columns of the table."
    )
    form = click.option(
        "--format", "format_", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True
    )
    return form(width(function))


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
@click.option(
    "--chars", type=click.IntRange(1, MOST), metavar="N", help="Length at most. [default: 120, headline 20]"
)
@click.option(
    "--title/--no-title", default=True, help="Whether a paragraph may use the title.  [default: it may]"
)
@click.option("--predictions", metavar="OUT.jsonl", help="Write the summaries as rows of id and summary.")
@_shown
def summaries(
    reference: str,
    engines: tuple[str, ...],
    task: str,
    chars: int | None,
    title: bool,
    predictions: str | None,
    format_: str,
    width: int | None,
) -> None:
    """Summarise the rows of a JSONL file ("id", "text", "summary", "title") and score them by character ROUGE.

    The headline task never sees the title, which would be the answer. With several engines each is compared with
    the first one by a paired bootstrap. Beside them stand the first sentences and what a greedy choice with the
    reference in hand would reach; intervals are 95 % bootstrap.
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
    _show(found, format_, width)


@command.command("scores", epilog="\b\nExample:\n  oped evaluate scores theirs.jsonl references.jsonl")
@click.argument("predictions", metavar="PREDICTIONS.jsonl")
@click.argument("references", metavar="REFERENCES.jsonl")
@_shown
def scores(predictions: str, references: str, format_: str, width: int | None) -> None:
    """Score summaries that any program made, by character ROUGE with its signature.

    Rows of both files hold "id" and "summary". A reference without a prediction scores nothing.
    """
    from summarize.scores import score_file

    _show(score_file(predictions, references), format_, width)


@command.command(
    "marks", epilog="\b\nExample:\n  oped evaluate marks marked.jsonl --engine learned --engine textrank4zh"
)
@click.argument("marked", metavar="MARKED.jsonl")
@_engines
@_shown
def marks(marked: str, engines: tuple[str, ...], format_: str, width: int | None) -> None:
    """Look summaries up in pieces that readers marked sentence by sentence.

    Tells how many paragraphs of 120 characters could be printed, hold the thesis and how much of the best worth they
    hold, how many lines of 20 characters were marked as good, bad or never judged, and what the models of standing
    and worth get right.
    """
    from summarize.marked import evaluate_marks

    _show(evaluate_marks(marked, engines or (DEFAULT,)), format_, width)


def _show(found: Evaluation | Scores | MarkedEvaluation, format_: str, width: int | None) -> None:
    if format_ == "json":
        write_json(found.to_dict())
    else:
        show(found, width)
