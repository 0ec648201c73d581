"""`oped summarize`: a headline and a paragraph for each piece."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import click
from click.core import ParameterSource

from oped.cli.options import (
    NumberOption,
    Reader,
    number,
    pages_argument,
    quiet_option,
    reading_options,
    summary_options,
)
from oped.cli.output import Output, out_options
from oped.cli.progress import Progress
from seeds.page import Piece
from summarize.budget import CHARS
from summarize.summary import Summary


@click.command(
    "summarize",
    short_help="A headline and a paragraph for each piece.",
    epilog="\b\nExamples:\n  oped summarize page.txt --engine lead --chars 200\n  oped summarize page.txt -o page.docx",
)
@pages_argument()
@click.option(
    "--plain", is_flag=True, help="Run textrank4zh or snownlp as their packages do, without our rules."
)
@click.option(
    "--ratio",
    cls=NumberOption,
    type=click.FloatRange(0, 1, min_open=True),
    metavar="R",
    help="Length of a paragraph as a share of the piece, as 0.1, instead of --chars.",
)
@number("--sentences", what="Most sentences of a paragraph, instead of --chars.")
@summary_options(CHARS)
@out_options()
@quiet_option
@reading_options
def command(
    pages: tuple[str, ...],
    engine: str,
    chars: int,
    headline_chars: int,
    sentences: int | None,
    ratio: float | None,
    plain: bool,
    out: Output,
    quiet: bool,
    reader: Reader,
) -> None:
    """Summarise every piece of each PAGE: a headline and a paragraph, in the words of the piece.

    JSON is one oped/summaries/1 object for all pages; JSON Lines have a piece a line, written as they are made.
    """
    from summarize import summarize

    source = click.get_current_context().get_parameter_source("chars")
    given = chars if source is not ParameterSource.DEFAULT or sentences is ratio is None else None
    made = partial(
        summarize,
        engine=engine,
        chars=given,
        sentences=sentences,
        ratio=ratio,
        headline_chars=headline_chars,
        plain=plain,
    )
    if out.form == "jsonl":
        placed = ((page.name, piece) for page in reader.pages(pages) for piece in page.pieces)
        out.stream(reader.each(partial(_object, made), placed))
        return
    from oped.reports.views.summaries import summaries_document
    from summarize.summary import summaries_to_dict

    read = list(reader.pages(pages))
    pieces = [piece for page in read for piece in page.pieces]
    summaries = [*Progress(out.label, quiet=quiet, each=reader.each)("summary", made, pieces)]
    bare = [summary.title or str(summary.piece_id) for summary in summaries if not summary.paragraph.text]
    if bare:
        reader.say(out.label("no_sentence", n=len(bare), title=bare[0]))
    if out.form == "json":
        out.stream([summaries_to_dict(read, summaries)])
    else:
        names = [page.name for page in read for _ in page.pieces]
        out.document(summaries_document(summaries, names, out.label))


def _object(made: Callable[[Piece], Summary], placed: tuple[str, Piece]) -> dict[str, Any]:
    page, piece = placed
    return {"page": page, **made(piece).to_dict()}
