"""`oped corpus show`: looking at what was found in a corpus."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import click

from oped.cli.corpus.pairs import articles
from oped.cli.options import Reader, number, reading_options
from oped.cli.output import Output, out_options, write_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from compare.corpus.rows import Row
    from seeds.errors import InputError

STRONGEST, SHOWN = 20, 50
"""Rows shown to people unless they ask for more; programs get all but of the strongest."""


@click.command(
    "show",
    short_help="Look at the results: the strongest passages, one article, one phrase.",
    epilog="\b\nExamples:\n  oped corpus show shared.jsonl\n  oped corpus show shared.jsonl --article 2021-11-24-3\n"
    "  oped corpus show --phrase 获得感 --texts articles.jsonl",
)
@click.argument("rows", metavar="[ROWS]", required=False)
@number("--strongest", what="The N rarest passages.  [default: 20]")
@click.option("--article", metavar="ID", help="All that this article shares, and with whom.")
@click.option("--phrase", metavar="WORDS", help="Concordance: WORDS in --texts, in their surroundings.")
@click.option("--texts", multiple=True, metavar="INPUT", help="The corpus, for --phrase.")
@click.option("--graph", metavar="FILE", help="Write who shares with whom to FILE: .graphml or .gexf.")
@number("--top", what="Rows to list.  [default: 50; json and csv: all]")
@out_options()
@reading_options
def command(
    rows: str | None,
    strongest: int | None,
    article: str | None,
    phrase: str | None,
    texts: tuple[str, ...],
    graph: str | None,
    top: int | None,
    out: Output,
    reader: Reader,
) -> None:
    """Show what ROWS, written by `oped corpus INPUT --out ROWS`, says of a corpus.

    ROWS is JSON Lines, - for those of standard input, or Parquet (.parquet). By itself: the rarest passages, variants
    of one counted together. JSON is one object a line. For a phrase over time see `oped timeline --formula`.
    """
    if sum(option is not None for option in (strongest, article, phrase)) > 1:
        raise click.UsageError("choose one of --strongest, --article and --phrase")
    if phrase is not None:
        if not texts:
            raise click.UsageError("--phrase looks into texts: give the corpus by --texts")
        _concordance(phrase, texts, out.most(top, SHOWN), out, reader)
        return
    if rows is None:
        raise click.UsageError("name the file that `oped corpus INPUT --out ROWS` wrote")
    from compare.corpus.saved import rereadable
    from seeds import MAX_BYTES

    file = click.get_current_context().with_resource(rereadable(rows, reader.max_bytes or MAX_BYTES))
    saved = _Saved(file, reader)
    if graph:
        from compare.corpus.graphs import Graph, form_of

        form = form_of(graph)
        write_to(graph, Graph.of_rows(saved()).written(form), "--graph")
    if article is None:
        _strongest(saved, strongest or top or STRONGEST, out)
    else:
        _article(saved(), article, out.most(top, SHOWN), out)


@dataclass
class _Saved:
    """The rows of a file, which may be read again; what is wrong with it is said once."""

    path: Path
    reader: Reader
    count: int = 0
    said: bool = False

    def __call__(self) -> Iterator[Row]:
        from compare.corpus.saved import read_rows

        say, self.said = _passed_over if self.said else self.reader.report, True
        self.count = 0
        for row in read_rows(self.path, on_error=say):
            self.count += 1
            yield row
        self.reader.must_have(self.count > 0)


def _strongest(rows: _Saved, top: int, out: Output) -> None:
    from compare.corpus.show import strongest

    found = strongest(rows, top)
    if out.is_json:
        out.stream(formula.to_dict() for formula in found)
        return
    from oped.reports.views.corpus import strongest_document

    out.document(strongest_document(found, rows.count, out.label))


def _passed_over(problem: InputError) -> None:
    pass


def _article(rows: Iterable[Row], article: str, most: int | None, out: Output) -> None:
    from compare.corpus.show import sharings

    found = sharings(rows, article)
    if out.is_json:
        out.stream({"article": article, **sharing.to_dict()} for sharing in found[:most])
        return
    from oped.reports.views.corpus import sharing_document

    out.document(sharing_document(article, found, most, out.label))


def _concordance(words: str, texts: Sequence[str], most: int | None, out: Output, reader: Reader) -> None:
    from compare.mining.kwic import concordance

    lines = concordance(articles(reader.pages(texts)), words)
    if out.is_json:
        out.stream(line.to_dict() for line in islice(lines, most))
        return
    from oped.reports.views.corpus import concordance_document

    out.document(concordance_document(words, list(lines), most, out.label))
