"""`oped corpus phrases`: all phrases that recur in a corpus."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from oped.cli.corpus.output import (
    FORMATS,
    lines_of,
    most_rows,
    out_option,
    write_listing,
    write_rows,
)
from oped.cli.corpus.pairs import articles
from oped.cli.options import MOST, Reader, label_option, output_options, pages_argument, reading_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.mining.phrases import Phrase, Sort
    from compare.mining.setphrases import PhraseKind
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
@click.option(
    "--formulas", "kind", flag_value="formula", default=None,
    help="Set phrases (提法) only, the surest first, each with its other forms.",
)  # fmt: skip
@click.option("--names", "kind", flag_value="name", help="Names of people, places and bodies only.")
@click.option("--terms", "kind", flag_value="term", help="Plain terms only.")
@click.option(
    "--list", "listed", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
    help="Only the phrases of FILE, one a line, wherever they stand.",
)  # fmt: skip
@click.option(
    "--stopwords", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
    help="Leave out the phrases of FILE, one a line.",
)  # fmt: skip
@click.option(
    "--sort", type=click.Choice(["saved", "bits", "df", "times", "length"]),
    help="Highest first: rarity times articles, rarity, articles, places, characters.  [default: saved; of set "
    "phrases the surest and most frequent first]",
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
    kind: PhraseKind | None,
    listed: str | None,
    stopwords: str | None,
    sort: Sort | None,
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
    different neighbours it has, and where it stands first. JSON is one object a line. With --formulas, --names or
    --terms they are told apart, and set phrases stand in their fullest form.
    """
    from compare.mining.formulas import set_phrases
    from compare.mining.phrases import corpus_phrases
    from compare.reference.corpus import load_reference

    left_out = frozenset(lines_of(stopwords))
    docs = ((article.id, article.content) for article in articles(reader.pages(pages)))
    most = most_rows(top, format_)
    found: Iterable[Phrase]
    if kind is not None:
        found = set_phrases(
            docs,
            kinds=(kind,),
            least_docs=least_docs,
            stopwords=left_out,
            background=load_reference(background),
        )
        if sort:
            found = sorted(found, key=lambda phrase: (-getattr(phrase, sort), phrase.text))
        found = [phrase for phrase in found if phrase.length >= least_chars]
    else:
        wanted = frozenset(lines_of(listed))
        found = (
            phrase
            for phrase in corpus_phrases(
                docs,
                least_docs=1 if listed else least_docs,
                least_length=min(map(len, wanted), default=1) if listed else least_chars,
                sort=sort or "saved",
                background=load_reference(background),
            )
            if phrase.text not in left_out and (not listed or phrase.text in wanted)
        )
    found = islice(found, most)
    if format_ == "json":
        write_rows((phrase.to_dict() for phrase in found), output)
        return
    from oped.reports.corpus import phrases_listing

    write_listing(phrases_listing(found, label), format_, output, label, width)
