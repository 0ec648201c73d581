"""`oped corpus pairs`: shared phrases of all pairs of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from compare.cli.options import (
    Reader,
    as_json,
    comparing_options,
    pages_argument,
    reading_options,
    write_to,
)
from seeds.errors import EngineUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from seeds.piece import Page, Piece


@click.command(
    "pairs",
    short_help="Shared phrases of all pairs of articles (the default).",
    epilog="\b\nExample:\n  oped corpus articles.jsonl --out shared.jsonl",
)
@pages_argument()
@click.option(
    "--out", "-o", "output", default="-", metavar="FILE", help="Write to FILE.  [default: standard output]"
)
@click.option(
    "--engine",
    type=click.Choice(["memory", "duckdb", "spark"]),
    default="memory",
    show_default=True,
    help="What runs it; only memory is in this version.",
)
@comparing_options
@reading_options
def command(
    pages: tuple[str, ...],
    output: str,
    engine: str,
    expect: float,
    background: str | None,
    reader: Reader,
) -> None:
    """Find the passages, word for word or nearly so, that any two articles of a corpus share.

    The corpus is JSON Lines with "id" and "text", or files and folders of pages. A row is
    {"a", "b", "sa", "ea", "sb", "eb", "kind", "bits", "expect"}; offsets count in the "text" of an article, and in the
    text of the page for pieces of a page, whose ids are PAGE#PIECE.
    """
    from compare.background import load_background
    from compare.corpus import find_reuse

    if engine != "memory":
        raise EngineUnavailableError(
            f"the corpus engine '{engine}' is not in this version; leave --engine out"
        )
    rows = find_reuse(documents(reader.pages(pages)), background=load_background(background), expect=expect)
    write_to(output, "".join(as_json(row.to_dict()) for row in rows))


def documents(pages: Iterable[Page]) -> Iterator[tuple[str, Piece | str]]:
    """An id and a text for each article; a page that is nothing but one body is an article by itself."""
    for page in pages:
        if {region.role for region in page.layout} == {"body"} and len(page.pieces) == 1:
            yield page.name, page.text
        else:
            yield from ((f"{page.name}#{piece.id}", piece) for piece in page.pieces)
