"""Summaries of opinion pieces against what their own page says of them.

    python -m benchmarks.quality.opinion

A headline that has not seen the title is scored against the title, a paragraph as long as the deck (and without the
title) against the deck. Nothing was trained on these pages. The page that comes with oped is always there; the pages
of the evaluation data are added where they are. A deck repeats the body, so that high figures are possible there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from benchmarks.quality.corpora import data_folder
from seeds import Piece, read_pages, seed_page
from summarize import headline, summarize
from summarize.evaluate import score

HEADLINE_CHARS = 20
ENGINES = ("learned", "graph", "lead")


def pieces() -> list[Piece]:
    """The pieces of all pages at hand."""
    found = list(seed_page())
    folders = [folder for name in ("pages", "pages_real") if (folder := data_folder() / name).is_dir()]
    found += [piece for page in read_pages(folders) for piece in page]
    return [piece for piece in found if len(piece) > 100]


def report(name: str, rows: Iterable[tuple[Piece, str]], made: Callable[[Piece, str, str], str]) -> None:
    """A line an engine: ROUGE-1, 2 and L with 95 % intervals."""
    rows = list(rows)
    for engine in ENGINES:
        summaries = [made(piece, reference, engine) for piece, reference in rows]
        found = score(engine, summaries, [reference for _, reference in rows])
        cells = "  ".join(
            f"{part.mean:5.1f} ({part.low:.1f}-{part.high:.1f})"
            for part in (found.one, found.two, found.longest)
        )
        print(f"{name:22} {len(rows):4} {engine:8} {cells}")


def main() -> None:
    found = pieces()
    titled = [(piece, piece.title) for piece in found if piece.title]
    report(
        "title, unseen",
        titled,
        lambda piece, _, engine: headline(piece, engine=engine, title=False, chars=HEADLINE_CHARS).text,
    )
    decked = [(piece, deck) for piece in found for deck in piece.decks]
    report(
        "deck, title unseen",
        decked,
        lambda piece, deck, engine: str(
            summarize(without_decks(piece), engine=engine, title=False, chars=len(deck)).paragraph
        ),
    )


def without_decks(piece: Piece) -> Piece:
    """The piece as it would be without its decks, which are evidence to an engine."""
    return replace(piece, decks=())


if __name__ == "__main__":
    main()
