"""`oped themes`: what many pieces are about."""

from __future__ import annotations

import click

from oped.cli.options import Reader, pages_argument, reading_options
from oped.cli.output import Output, out_options
from oped.cli.own_words import OwnWords, own_words_options


@click.command(
    "themes",
    short_help="Groups of pieces by theme, and what sets each apart.",
    epilog="\b\nExample:\n  oped themes page.txt --lang zh",
)
@pages_argument()
@out_options()
@own_words_options
@reading_options
def command(pages: tuple[str, ...], out: Output, own_words: OwnWords, reader: Reader) -> None:
    """Group the pieces of all PAGEs by what they are about.

    Each group lists the terms its pieces share, each piece the terms that set it apart. JSON is one oped/themes/1
    object, JSON Lines a piece a line.
    """
    from compare.themes import theme_map

    pieces = [piece for page in reader.pages(pages) for piece in page.pieces]
    if not pieces:
        return
    found = theme_map(pieces, tokenizer=own_words.tokenizer, stopwords=own_words.stopwords)
    if out.form == "json":
        out.stream([{"schema": "oped/themes/1", **found.to_dict()}])
    elif out.form == "jsonl":
        out.stream(found.piece_rows())
    else:
        from oped.reports.views.themes import themes_document

        many = len({piece.page for piece in pieces}) > 1
        facts = [
            " · ".join(filter(None, ("、".join(piece.authors), piece.date, piece.page if many else "")))
            for piece in pieces
        ]
        out.document(themes_document(found, out.label, facts))
