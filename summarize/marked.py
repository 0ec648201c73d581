"""Engines on marked pieces: how many summaries could be printed, and what standing and worth get right.

See `summarize.marks` for the sets and the figures of a summary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from seeds import article
from seeds.display import Displayed
from seeds.errors import InputError
from summarize.api import summarize
from summarize.document import Document
from summarize.marks import CHARS, LINE, Mark, marks_of, mean, scored
from summarize.rankers import DEFAULT
from summarize.standing import SURE, standing


@dataclass(frozen=True, slots=True)
class MarkedEvaluation(Displayed):
    """Of each engine, the figures of `summarize.marks.scored` in percent; of the sentences, what the models tell.

    `standing` holds `sure`, the share of sentences held to stand alone, `right`, the share of those that readers
    marked so, and `found`, the share of what readers marked so that is among them. `worth` holds `order`, the chance
    that of two sentences of a piece the one marked higher is put higher, and `thesis first`, the share of pieces
    whose sentence put highest is marked as thesis or call. All in percent.
    """

    marks: str
    pieces: int
    systems: dict[str, dict[str, float]]
    standing: dict[str, float]
    worth: dict[str, float]

    def to_dict(self) -> dict[str, Any]:
        """The `oped/marked/1` schema."""

        def rounded(figures: dict[str, float]) -> dict[str, float]:
            return {name: round(value, 1) for name, value in figures.items()}

        return {
            "schema": "oped/marked/1",
            "marks": self.marks,
            "pieces": self.pieces,
            "systems": [{"name": name, **rounded(figures)} for name, figures in self.systems.items()],
            "standing": rounded(self.standing),
            "worth": rounded(self.worth),
        }


def evaluate_marks(path: Path | str, engines: Sequence[str] = (DEFAULT,)) -> MarkedEvaluation:
    """Summarise marked pieces in 120 characters and a line of 20 by each engine, and look their sentences up.

    Raises `InputError` for a file that cannot be read or a row without its fields, and errors as `summarize` does.
    """
    marks = marks_of(Path(path))
    if not marks:
        raise InputError(f"{path} holds no rows: give a file with one JSON object a line")
    pieces = [article(mark["text"], title=mark["title"]) for mark in marks]
    systems = {}
    for engine in dict.fromkeys(engines):
        figures = []
        for mark, piece in zip(marks, pieces, strict=True):
            made = summarize(piece, engine=engine, chars=CHARS, headline_chars=LINE)
            printed = [sentence.text for sentence in made.paragraph.sentences]
            figures.append(scored(mark, made.headline.text if made.headline.complete else "", printed))
        systems[engine] = mean(figures)
    documents = [Document(piece) for piece in pieces]
    return MarkedEvaluation(
        Path(path).name, len(marks), systems, _standing(documents, marks), _worth(documents, marks)
    )


def _standing(documents: Sequence[Document], marks: Sequence[Mark]) -> dict[str, float]:
    sure = right = alone = found = total = 0
    for document, mark in zip(documents, marks, strict=True):
        stands = standing(document)
        good = [text for number, text in enumerate(mark["sentences"]) if number not in mark["not_alone"]]
        held = {
            text
            for text, chance, rule in zip(document.texts, stands.chances, stands.ruled_out, strict=True)
            if chance >= SURE and not rule
        }
        total += len(mark["sentences"])
        sure += len(held)
        alone += len(good)
        right += sum(text in good for text in held)
        found += sum(text in held for text in good)
    return {
        "sure": 100 * sure / max(total, 1),
        "right": 100 * right / max(sure, 1),
        "found": 100 * found / max(alone, 1),
    }


def _worth(documents: Sequence[Document], marks: Sequence[Mark]) -> dict[str, float]:
    from summarize.worth import worth

    first, orders = 0, []
    for document, mark in zip(documents, marks, strict=True):
        marked = dict(zip(mark["sentences"], mark["worth"], strict=True))
        labels = np.array([marked.get(text, 0) for text in document.texts])
        values = worth(document)
        first += int(len(labels) > 0 and labels[int(np.argmax(values))] == 3)
        higher = labels[:, None] > labels[None, :]
        if higher.any():
            orders.append(float((values[:, None] > values[None, :])[higher].mean()))
    return {
        "order": 100 * float(np.mean(orders)) if orders else 0.0,
        "thesis first": 100 * first / len(marks),
    }
