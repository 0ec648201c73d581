"""`oped compare corpora`: words typical of one corpus, compared with another."""

from __future__ import annotations

import click

from oped.cli.corpus.pairs import articles
from oped.cli.options import Reader, number, reading_options
from oped.cli.output import Output, out_options, write_to
from oped.cli.own_words import lines_of

SHOWN = 25
"""Terms of each side shown to people unless they ask for more; programs get all."""


@click.command(
    "compare corpora",
    short_help="Words and set phrases typical of one corpus, compared with another.",
    epilog="\b\nExample:\n  oped compare corpora 2024.jsonl 2025.jsonl --svg plot.svg",
)
@click.argument("here", metavar="A")
@click.argument("there", metavar="B")
@number("--least", default=5, what="Fewest uses of a term, both corpora together.")
@number("--top", what="Terms of each side.  [default: 25]")
@click.option("--stopwords", metavar="FILE", help="Leave out the words of FILE, one a line.")
@click.option("--svg", "chart", metavar="FILE", help="Write a plot of both sides to FILE.")
@out_options()
@reading_options
def command(
    here: str,
    there: str,
    least: int,
    top: int | None,
    stopwords: str | None,
    chart: str | None,
    out: Output,
    reader: Reader,
) -> None:
    """List the words and set phrases that are typical of corpus A, and those typical of B.

    Terms are ranked by the z-score of their log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn
    2008); G2 stands beside it. A and B are files or folders as for `oped corpus`. JSON is one oped/keyness/1 object.
    """
    from compare.mining import contrast

    texts = ((article.content for article in articles(reader.pages([source]))) for source in (here, there))
    found = contrast(*texts, least=least, stopwords=frozenset(lines_of(stopwords)))
    if chart:
        from oped.reports.chart import contrast_svg

        write_to(chart, [contrast_svg(found, (here, there), out.label)], "--svg")
    if out.form == "json":
        out.stream([found.to_dict()])
    elif out.form == "jsonl":
        out.stream(term.to_dict() for term in found.terms)
    else:
        from oped.reports.views.contrast import contrast_document

        out.document(contrast_document(found, (here, there), out.label, top or SHOWN))
