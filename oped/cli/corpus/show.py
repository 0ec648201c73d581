"""`oped corpus show`: looking at what was found in a corpus."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from oped.cli.corpus.output import (
    FORMATS,
    most_rows,
    out_option,
    taken,
    write_listing,
    write_rows,
)
from oped.cli.corpus.pairs import articles
from oped.cli.options import MOST, Reader, label_option, output_options, reading_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from compare.corpus.rows import Row
    from oped.reports.model import Listing
    from oped.words import Labels
    from seeds.errors import InputError

STRONGEST = 20


@click.command(
    "show",
    short_help="Look at it: the strongest passages, one article, one phrase, one formula over time.",
    epilog="\b\nExamples:\n  oped corpus show shared.jsonl\n  oped corpus show shared.jsonl --article 2021-11-24-3\n"
    "  oped corpus show --phrase 获得感 --texts articles.jsonl",
)
@click.argument("rows", metavar="[ROWS]", required=False)
@click.option(
    "--strongest", type=click.IntRange(1, MOST), metavar="N", help="The N rarest passages.  [default: 20]"
)
@click.option("--article", metavar="ID", help="All that this article shares, and with whom.")
@click.option("--phrase", metavar="WORDS", help="Concordance: WORDS in --texts, in their surroundings.")
@click.option(
    "--over-time", multiple=True, metavar="WORDS", help="Use of WORDS over dated --texts; may be repeated."
)
@click.option("--texts", multiple=True, metavar="INPUT", help="The corpus, for --phrase and --over-time.")
@click.option(
    "--top", type=click.IntRange(1, MOST), metavar="N", help="Rows to list.  [default: 50; json and csv: all]"
)
@output_options(*FORMATS)
@out_option
@label_option
@reading_options
def command(
    rows: str | None,
    strongest: int | None,
    article: str | None,
    phrase: str | None,
    over_time: tuple[str, ...],
    texts: tuple[str, ...],
    top: int | None,
    format_: str,
    width: int | None,
    output: str,
    label: Labels,
    reader: Reader,
) -> None:
    """Show what ROWS, written by `oped corpus INPUT --out ROWS`, says of a corpus.

    ROWS is JSON Lines, - for those of standard input, or Parquet (.parquet). By itself: the rarest passages, variants
    of one counted together. JSON is one object a line, for --over-time one oped/timeline/1 object.
    """
    asked = [
        option for option in (strongest, article, phrase, over_time) if option is not None and option != ()
    ]
    if len(asked) > 1:
        raise click.UsageError("choose one of --strongest, --article, --phrase and --over-time")
    most = most_rows(top, format_)
    if phrase is not None or over_time:
        if not texts:
            raise click.UsageError("--phrase and --over-time look into texts: give the corpus by --texts")
        view = (
            _over_time(over_time, texts, reader)
            if phrase is None
            else _concordance(phrase, texts, most, reader)
        )
    else:
        if rows is None:
            raise click.UsageError("name the file that `oped corpus INPUT --out ROWS` wrote")
        from compare.corpus.saved import rereadable
        from seeds import MAX_BYTES

        file = click.get_current_context().with_resource(rereadable(rows, reader.max_bytes or MAX_BYTES))
        view = (
            _strongest(file, strongest or top or STRONGEST, reader)
            if article is None
            else _article(file, article, most, reader)
        )
    if format_ == "json":
        write_rows(view.objects(), output)
    else:
        write_listing(view.listing(label), format_, output, label, width)


class RowView(NamedTuple):
    """What is shown: objects for programs, a list for people; whichever is asked for is made."""

    objects: Callable[[], Iterable[dict[str, Any]]]
    listing: Callable[[Labels], Listing]


def _strongest(path: Path, top: int, reader: Reader) -> RowView:
    from compare.corpus.saved import read_rows
    from compare.corpus.show import strongest

    counted, said = 0, False

    def rows() -> Iterator[Row]:
        # The file is read twice, but what is wrong with it is said once.
        nonlocal counted, said
        say, said = _passed_over if said else reader.report, True
        counted = 0
        for row in read_rows(path, on_error=say):
            counted += 1
            yield row

    found = strongest(rows, top)

    def listing(label: Labels) -> Listing:
        from oped.reports.corpus import formulas_listing

        return formulas_listing(found, label, (label("n_rows", n=f"{counted:,}"),))

    return RowView(lambda: (formula.to_dict() for formula in found), listing)


def _passed_over(problem: InputError) -> None:
    pass


def _article(path: Path, article: str, most: int | None, reader: Reader) -> RowView:
    from compare.corpus.saved import read_rows
    from compare.corpus.show import sharings

    found = sharings(read_rows(path, on_error=reader.report), article)
    others = len({sharing.other for sharing in found})

    def listing(label: Labels) -> Listing:
        from oped.reports.corpus import sharing_listing

        facts = (
            label("n_passages", n=f"{len(found):,}"),
            label("with_n_articles", n=f"{others:,}"),
        )
        more = max(0, len(found) - (most or len(found)))
        return sharing_listing(article, found[:most], label, facts, more)

    return RowView(lambda: ({"article": article, **sharing.to_dict()} for sharing in found[:most]), listing)


def _concordance(words: str, texts: Sequence[str], most: int | None, reader: Reader) -> RowView:
    from compare.mining.kwic import concordance

    lines = concordance(articles(reader.pages(texts)), words)

    def listing(label: Labels) -> Listing:
        from oped.reports.corpus import concordance_listing

        shown, more = taken(lines, most)
        facts = (label("n_occurrences", n=f"{len(shown) + more:,}"),)
        return concordance_listing(words, shown, label, facts, more)

    return RowView(lambda: (line.to_dict() for line in islice(lines, most)), listing)


def _over_time(words: Sequence[str], texts: Sequence[str], reader: Reader) -> RowView:
    from compare.mining.kwic import over_time

    found = over_time(articles(reader.pages(texts)), words)

    def listing(label: Labels) -> Listing:
        from oped.reports.corpus import timeline_listing

        return timeline_listing(found, label)

    return RowView(lambda: [found.to_dict()], listing)
