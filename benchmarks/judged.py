"""Opinion pieces judged by readers: what `train_standing` learns from.

judged.json holds no text, but numbers of sentences by the id of a piece: `not_alone` are those that cannot be printed
under the title alone, `thesis`, `argument` and `support` what they are worth to the piece; `lines` are parts of
sentences (sentence, first and last clause) with 1 if an editor would print them under the title: complete, telling the
point or an argument, more than the title. They were judged by reading, with a large language model, after
opinion/guide.md of the data folder. Of the pieces of opinion/marks.train, which have marks of their own, only lines.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.corpora import data_folder
from seeds import article
from summarize.api import HEADLINE_CHARS
from summarize.document import Document
from summarize.line import Clauses
from summarize.marks import Mark, marks_of

JUDGED = Path(__file__).with_name("judged.json")
MARKED, DECKS, PAPER, OTHER_PAPER = (
    "opinion/marks.train",
    "opinion/opinion_deck.train",
    "opinion/articles",
    "tags/tags.dev",
)
TRAINED = (MARKED, DECKS, PAPER)
"""The sets to train on; those of another paper, in traditional characters, only show what was learned."""
WORTH = ("support", "argument", "thesis")
"""What a sentence is worth, from 1 on."""


class Piece(NamedTuple):
    """A piece with its marks and its judged lines: `(sentence, first clause, last clause, good)`."""

    document: Document
    mark: Mark
    lines: Sequence[tuple[int, int, int, int]]
    own_marks: bool
    """Whether it is a piece of the marked set, with cuts and lines that a reader made."""


@cache
def judged() -> dict[str, dict[str, Any]]:
    """What was judged, by the id of the piece."""
    found: dict[str, dict[str, Any]] = json.loads(JUDGED.read_text("utf-8"))
    return found


def pieces(sources: Sequence[str]) -> list[Piece]:
    """The marked or judged pieces of some sets of the data folder."""
    found: dict[str, Piece] = {}
    for source in sources:
        path = data_folder() / f"{source}.jsonl"
        if source == MARKED:
            found |= {mark["id"]: _of_mark(mark) for mark in marks_of(path)}
            continue
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if row["id"] in judged() and row["id"] not in found:
                found[row["id"]] = _of_row(row)
    return list(found.values())


def _of_mark(mark: Mark) -> Piece:
    document = Document(article(mark["text"], title=mark["title"]))
    if len(document.texts) != len(mark["worth"]):
        raise ValueError(f"{mark['id']} is cut into other sentences than were marked")
    return Piece(document, mark, judged().get(mark["id"], {}).get("lines", ()), True)


def _of_row(row: dict[str, Any]) -> Piece:
    document, own = Document(article(row["text"], title=row["title"])), judged()[row["id"]]
    worth = [0] * own["sentences"]
    for value, name in enumerate(WORTH, start=1):
        for number in own[name]:
            worth[number] = value
    if len(document.texts) != len(worth):
        raise ValueError(f"{row['id']} is cut into other sentences than were judged")
    good, bad = _lines(document, own["lines"])
    mark = {
        "id": row["id"],
        "title": row["title"],
        "text": row["text"],
        "sentences": document.texts,
        "worth": worth,
        "not_alone": own["not_alone"],
        "good_cuts": (),
        "bad_cuts": (),
        "good_lines": good,
        "bad_lines": bad,
        "headlines": (),
    }
    return Piece(document, mark, own["lines"], False)


def _lines(document: Document, verdicts: Sequence[tuple[int, int, int, int]]) -> tuple[list[str], list[str]]:
    """The texts of the lines that were held to be good, and of those that were not."""
    texts = {
        (number, line.first, line.last): line.text
        for number, wording in enumerate(document.wordings)
        for line in Clauses(wording, number).runs(HEADLINE_CHARS)
    }
    told = [(texts[sentence, first, last], good) for sentence, first, last, good in verdicts]
    return [text for text, good in told if good], [text for text, good in told if not good]
