"""Summaries of opinion pieces: against their own titles and decks, and against sentences we wrote on them.

    python -m benchmarks.quality.opinion [--shipped] [--json]

A headline that has not seen the title is scored against the title, a paragraph as long as the deck (and without the
title) against the deck, one of 60 characters against our sentence. Nothing was trained on these pages. A deck repeats
the body, so that high figures are possible there; our sentences are in words of their own, so that they are not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.quality import gate
from benchmarks.quality.corpora import OWN, data_folder
from benchmarks.quality.figures import Figure
from benchmarks.quality.summaries import figures_of
from seeds import Piece, read_pages, seed_page
from summarize import headline, summarize
from summarize.document import Document
from summarize.evaluate import Task, oracle
from summarize.rankers import DEFAULT
from summarize.scores import score

HEADLINE_CHARS = 20
SUMMARY_CHARS = 60


def pieces_of(folders: Iterable[Path]) -> list[Piece]:
    """The pieces of the seed page and of the pages in some folders, as oped reads them, but for very short ones."""
    read = read_pages([path for folder in folders for path in sorted(folder.glob("*.txt"))])
    return [piece for page in (seed_page(), *read) for piece in page if len(piece) > 100]


def measured(name: str, task: Task, rows: Sequence[tuple[Piece, str, int]]) -> list[Figure]:
    """The figures of summaries of pieces against references, each within a budget."""

    def made(piece: Piece, chars: int, engine: str) -> str:
        if task == "headline":
            return headline(piece, engine=engine, title=False, chars=chars).text
        return str(summarize(piece, engine=engine, title=False, chars=chars).paragraph)

    references = [reference for _, reference, _ in rows]
    summaries = {
        engine: [made(piece, chars, engine) for piece, _, chars in rows] for engine in (DEFAULT, "lead")
    }
    best = [oracle(Document(piece, title=False), reference, task, chars) for piece, reference, chars in rows]
    ours, lead = (score(engine, texts, references) for engine, texts in summaries.items())
    return figures_of("opinion", name, len(rows), ours, lead, score("oracle", best, references))


def titles(name: str, folders: Iterable[Path]) -> list[Figure]:
    rows = [(piece, piece.title, HEADLINE_CHARS) for piece in pieces_of(folders) if piece.title]
    return measured(f"titles, {name}", "headline", rows)


def decks(name: str, folders: Iterable[Path]) -> list[Figure]:
    """The pieces as they would be without their decks, which are evidence to an engine."""
    rows = [
        (replace(piece, decks=()), deck, len(deck)) for piece in pieces_of(folders) for deck in piece.decks
    ]
    return measured(f"decks, {name}", "paragraph", rows)


def sentences() -> list[Figure]:
    """Our own pages against what we say of each of their pieces."""
    rows = []
    for path in sorted(OWN.glob("*.txt")):
        truth = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))["pieces"]
        summaries = {piece["title"]: piece["summary"] for piece in truth}
        page = next(iter(read_pages([path])))
        rows += [(piece, summaries[piece.title], SUMMARY_CHARS) for piece in page if piece.title in summaries]
    return measured("sentences, own", "paragraph", rows)


def data_folders() -> list[Path]:
    return [data_folder() / "pages", data_folder() / "pages_real"]


MEASURES = (
    gate.Measure("titles, shipped", ("seed", "own"), partial(titles, "shipped", [OWN])),
    gate.Measure("sentences, own", ("own",), sentences),
    gate.Measure("titles, papers", ("seed", "pages", "pages_real"), lambda: titles("papers", data_folders())),
    gate.Measure("decks, papers", ("seed", "pages", "pages_real"), lambda: decks("papers", data_folders())),
)


if __name__ == "__main__":
    sys.exit(gate.run("opinion"))
