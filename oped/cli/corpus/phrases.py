"""`oped corpus phrases`: all phrases that recur in a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oped.cli.corpus.output import (
    FORMATS,
    most_rows,
    out_option,
    write_listing,
    write_rows,
)
from oped.cli.corpus.pairs import articles
from oped.cli.options import MOST, Reader, label_option, output_options, pages_argument, reading_options

if TYPE_CHECKING:
    from compare.corpus.phrases import Sort
    from oped.words import Labels


@click.command(
    "phrases",
    short_help="All phrases that recur in a corpus, with the articles that hold them.",
    epilog="\b\nExamples:\n  oped corpus phrases articles.jsonl --formulas\n"
    "  oped corpus phrases articles.jsonl --format json --out phrases.jsonl",
)
@pages_argument()
@click.option(
    "--least-docs", type=click.IntRange(1, MOST), default=2, show_default=True, metavar="N",
    help="Articles that hold a phrase at least.",
)  # fmt: skip
@click.option(
    "--least-chars", type=click.IntRange(1, MOST), default=4, show_default=True, metavar="N",
    help="Characters of a phrase at least.",
)  # fmt: skip
@click.option("--formulas", is_flag=True, help="Only wholes (提法): whole words with varied neighbours.")
@click.option(
    "--sort", type=click.Choice(["saved", "bits", "df", "times", "length"]), default="saved", show_default=True,
    help="Highest first: rarity times articles, rarity, articles, places, characters.",
)  # fmt: skip
@click.option(
    "--top",
    type=click.IntRange(1, MOST),
    metavar="N",
    help="Phrases to list.  [default: 50; json and csv: all]",
)
@click.option("--background", metavar="FILE", help="Background made by `oped background build`.")
@output_options(*FORMATS)
@out_option
@label_option
@reading_options
def command(
    pages: tuple[str, ...],
    least_docs: int,
    least_chars: int,
    formulas: bool,
    sort: Sort,
    top: int | None,
    background: str | None,
    format_: str,
    width: int | None,
    output: str,
    label: Labels,
    reader: Reader,
) -> None:
    """Find every phrase that recurs in a corpus and could not be longer without being rarer.

    Such phrases are maximal repeats. Of each: the number of articles (df) and places, its rarity in bits, how many
    different neighbours it has, and where it stands first. JSON is one object a line.
    """
    from compare.corpus.phrases import corpus_phrases
    from compare.reference.corpus import load_reference

    found = corpus_phrases(
        ((article.id, article.content) for article in articles(reader.pages(pages))),
        least_docs=least_docs,
        least_length=least_chars,
        formulas=formulas,
        sort=sort,
        top=most_rows(top, format_),
        background=load_reference(background),
    )
    if format_ == "json":
        write_rows((phrase.to_dict() for phrase in found), output)
        return
    from oped.reports.corpus import phrases_listing

    write_listing(phrases_listing(found, label), format_, output, label, width)
