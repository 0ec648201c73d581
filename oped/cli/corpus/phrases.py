"""`oped corpus phrases`: all phrases that recur in a corpus."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from oped.cli.corpus.pairs import articles
from oped.cli.options import Reader, background_option, number, pages_argument, reading_options
from oped.cli.output import Output, out_options
from oped.cli.own_words import OwnWords, lines_of, own_words_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.mining.phrases import Phrase, Sort
    from compare.mining.setphrases import PhraseKind
    from seeds.page import Piece

SHOWN = 50


@click.command(
    "phrases",
    short_help="Phrases that recur in a corpus, and in which articles.",
    epilog="\b\nExamples:\n  oped corpus phrases articles.jsonl --formulas\n"
    "  oped corpus phrases articles.jsonl --format json --out phrases.jsonl",
)
@pages_argument()
@number("--least-docs", default=2, what="Fewest articles that hold a phrase.")
@number("--least-chars", default=4, what="Fewest characters of a phrase.")
@click.option(
    "--formulas", "kind", flag_value="formula", default=None,
    help="Set phrases (提法) only, the surest first, each with its other forms."
)  # fmt: skip
@click.option("--names", "kind", flag_value="name", help="Names of people, places and bodies only.")
@click.option("--terms", "kind", flag_value="term", help="Plain terms only.")
@click.option(
    "--list", "listed", metavar="FILE", help="Only the phrases of FILE, one a line, wherever they stand."
)
@click.option(
    "--sort", type=click.Choice(["saved", "bits", "df", "times", "length"]),
    help="Highest first: rarity times articles, rarity, articles, places, characters.  [default: saved; of set "
    "phrases the surest and most frequent first]"
)  # fmt: skip
@number("--top", what="Phrases to list.  [default: 50; json and csv: all]")
@background_option
@own_words_options
@out_options()
@reading_options
def command(
    pages: tuple[str, ...],
    least_docs: int,
    least_chars: int,
    kind: PhraseKind | None,
    listed: str | None,
    sort: Sort | None,
    top: int | None,
    background: str | None,
    own_words: OwnWords,
    out: Output,
    reader: Reader,
) -> None:
    """Find the phrases that recur in a corpus, each in its longest form.

    Such phrases are maximal repeats. Of each: the number of articles (df) and places, its rarity in bits, and an
    article with it; readers are told of several that say nearly the same the foremost, and what stands in nearly all
    articles by itself. JSON is one object a line, with all. With --formulas, --names or
    --terms they are told apart, and set phrases stand in their fullest form. All articles are held in memory: divide
    what is larger, by year or paper.
    """
    from compare.mining.formulas import set_phrases
    from compare.mining.listed import listed_phrases
    from compare.mining.phrases import corpus_phrases, distinct
    from compare.reference.corpus import load_reference
    from oped.reports.views.corpus import named, phrases_document, told_apart_document

    names: dict[str, str] = {}

    def told() -> Iterator[tuple[str, Piece | str]]:
        for article in articles(reader.pages(pages)):
            names[article.id] = named(article.id, article.date, article.title)
            yield article.id, article.content

    docs = told()
    found: Iterable[Phrase]
    if kind is not None:
        found = set_phrases(
            docs,
            kinds=(kind,),
            least_docs=least_docs,
            stopwords=own_words.stopwords,
            reference=load_reference(background),
            tokenizer=own_words.tokenizer,
        )
        if sort:
            found = sorted(found, key=lambda phrase: (-getattr(phrase, sort), phrase.text))
        found = [phrase for phrase in found if phrase.length >= least_chars]
    elif listed:
        wanted = [line for line in lines_of(listed) if line not in own_words.stopwords]
        found = listed_phrases(docs, wanted, load_reference(background))
        found = sorted(found, key=lambda phrase: (-getattr(phrase, sort or "saved"), phrase.text))
    else:
        found = corpus_phrases(
            docs,
            least_docs=least_docs,
            least_length=least_chars,
            sort=sort or "saved",
            reference=load_reference(background),
        )
        found = (phrase for phrase in found if phrase.text not in own_words.stopwords)
        if out.for_people:
            found = distinct(found, least_chars)
    found = islice(found, out.most(top, SHOWN))
    if out.is_json:
        out.stream(phrase.to_dict() for phrase in found)
        return
    if kind:
        out.document(told_apart_document(found, names, out.label(f"corpus_{kind}s"), out.label))
    else:
        out.document(phrases_document(found, names, out.label))
