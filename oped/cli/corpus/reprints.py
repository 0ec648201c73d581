"""`oped corpus reprints`: articles that are one text, grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oped.cli.corpus.pairs import articles
from oped.cli.corpus.work import work_options
from oped.cli.options import Reader, number, pages_argument, reading_options
from oped.cli.output import Output, out_options, write_to

if TYPE_CHECKING:
    from compare.corpus import Settings

SHOWN = 20
"""Clusters shown to people unless they ask for more; programs get all."""


@click.command(
    "reprints",
    short_help="Reprints in groups: who was first, which papers followed, what each kept.",
    epilog="\b\nExamples:\n  oped corpus reprints articles.jsonl\n"
    "  oped corpus reprints articles.jsonl --format json --graph reprints.graphml",
)
@pages_argument()
@click.option(
    "--same", type=click.FloatRange(0, 1, min_open=True), default=0.82, show_default=True, metavar="SHARE",
    help="How much of the shorter article must be in the other to count as a reprint."
)  # fmt: skip
@number("--within", least=0, metavar="DAYS", what="Only articles at most DAYS days apart.")
@click.option("--paragraphs", is_flag=True, help="Group paragraphs instead of articles; their ids end in ¶N.")
@number("--top", what="Clusters.  [default: 20; json and csv: all]")
@click.option("--graph", metavar="FILE", help="Write a graph to FILE too: .graphml or .gexf.")
@work_options
@out_options()
@reading_options
def command(
    pages: tuple[str, ...],
    same: float,
    within: int | None,
    paragraphs: bool,
    top: int | None,
    graph: str | None,
    settings: Settings,
    out: Output,
    reader: Reader,
) -> None:
    """Find articles that were printed again: whole, cut or edited.

    A cluster is {"articles": [{"id", "date", "source", "title", "kept", "added"}], "first", "chars", "pairs"}, one a
    line: `kept` is the share of the first printing's characters that an article keeps, `first` is null where dates do
    not tell which was first. Credits of agencies at the head of an article do not count. What was cut to a third of an
    earlier article is one with it; an article made of two is none with either: see --paragraphs.
    """
    from compare.corpus.copies import paragraphs_of, reprints
    from compare.corpus.graphs import Graph, form_of

    form = form_of(graph) if graph else None
    held = list(articles(reader.pages(pages)))
    if paragraphs:
        held = list(paragraphs_of(held))
    found = reprints(held, same=same, within=within, settings=settings)
    if graph and form:
        write_to(graph, Graph.of_reprints(found).written(form), "--graph")
    if out.is_json:
        out.stream(cluster.to_dict() for cluster in found[:top])
        return
    from oped.reports.views.reprints import reprints_document

    out.document(reprints_document(found, held, out.label, out.most(top, SHOWN)))
