"""The best joint labelling of a page: every line gets a place in a piece, given all the others.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), decoded exactly by dynamic programming
(Viterbi 1967): the score of a labelling is the sum of what the observations say for each place and of how well each
place in a piece follows the one before. The numbers are in `weights.json`, which `benchmarks/train_layout.py` writes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import add
from pathlib import Path
from typing import NamedTuple

from seeds.layout.evidence import Evidence
from seeds.layout.lattice import FURNITURE, START, Doubt, Lattice
from seeds.layout.manner import manner
from seeds.metadata import MetaLine
from seeds.page import Role

ROLE_OF: Mapping[str, Role] = {
    "above": "kicker",
    "over": "deck",
    "title": "title",
    "bare title": "title",
    "kicker": "kicker",
    "lead byline": "byline",
    "lead source": "source",
    "lead note": "author_note",
    "deck": "deck",
    "body": "body",
    "heading": "heading",
    "pull": "deck",
    "note": "author_note",
    "source": "source",
    "end byline": "byline",
}
"""The role of each place in a piece. A bare title is one with nothing between it and the body; "above" and "over"
stand over the title, "lead ..." and "deck" under it, "pull", "note", "source" and "end ..." in and after the body."""

OPENING = frozenset({"above", "over", "title", "bare title"})
"""Places that begin a piece where they do not follow one of `HEAD`."""
HEAD = OPENING | {"kicker", "lead byline", "lead source", "lead note", "deck"}
TAIL = frozenset({"note", "source", "end byline"})

_OVER = ("above", "over", "title", "bare title")
_UNDER = ("kicker", "lead byline", "lead source", "lead note", "deck")
_TEXT = ("body", "heading")
_AFTER = ("pull", "note", "source", "end byline")
FOLLOWS: Mapping[str, tuple[str, ...]] = {
    START: (*_OVER, *_TEXT),
    **dict.fromkeys(("above", "over"), _OVER),
    "title": ("title", *_UNDER),
    "bare title": ("bare title", *_TEXT),
    **dict.fromkeys(_UNDER, (*_UNDER, *_TEXT)),
    **dict.fromkeys((*_TEXT, *_AFTER), (*_TEXT, *_AFTER, *_OVER)),
    "end byline": ("note", "source", "end byline", *_OVER),
}
"""Which places may follow which; furniture may stand anywhere."""
_TOLD: Mapping[str, frozenset[str]] = {
    "title": frozenset({"title", "bare title"}),
    "byline": frozenset({"lead byline", "end byline", "lead note", "note", FURNITURE}),
    "author_note": frozenset({"lead note", "note", FURNITURE}),
    "source": frozenset({"lead source", "source", FURNITURE}),
    FURNITURE: frozenset({FURNITURE}),
}
NEVER = -1e4
DOUBT = 2.0
"""How close, in log odds, another reading has to be to be told."""


@dataclass(frozen=True)
class Model:
    """Additive scores, like log odds: the labelling with the highest sum wins.

    `evidence[observation][place]` is what an observation speaks for; `follows[place][next place]` how well one
    place follows another, an order that is not listed being impossible.
    """

    evidence: Mapping[str, Mapping[str, float]]
    follows: Mapping[str, Mapping[str, float]]

    @cached_property
    def places(self) -> tuple[str, ...]:
        """All places, in the order of the columns of `scores`; furniture is last."""
        return (*ROLE_OF, FURNITURE)

    @cached_property
    def _rows(self) -> dict[str, list[float]]:
        return {
            name: [columns.get(place, 0.0) for place in self.places]
            for name, columns in self.evidence.items()
        }

    def scores(self, evidence: Evidence) -> list[float]:
        """What the observations about one line say for each of `places`."""
        total = [0.0] * len(self.places)
        for name, strength in evidence.items():
            row = self._rows.get(name)
            if row is not None:
                if strength != 1.0:
                    row = [strength * weight for weight in row]
                total = list(map(add, total, row))
        return total

    @cached_property
    def lattice(self) -> Lattice:
        """The states and steps."""
        return Lattice(self.places, self.follows, OPENING, HEAD)

    def table(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[list[float]]:
        """The scores of each line; `told` are the lines whose form decides which places they can have."""
        known: dict[tuple[tuple[str, float], ...], list[float]] = {}
        scores = []
        for observed in evidence:
            # Lines of running text have much the same observations.
            key = tuple(observed.items())
            if key not in known:
                known[key] = self.scores(observed)
            scores.append(known[key])
        for index, line in enumerate(told):
            if line is not None:
                allowed = allowed_places(line)
                scores[index] = [
                    score if place in allowed else NEVER
                    for score, place in zip(scores[index], self.places, strict=True)
                ]
        return scores

    def label(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[str]:
        """The place of each line: a key of `ROLE_OF`, or "furniture"."""
        return self.lattice.best(self.table(evidence, told))


def allowed_places(line: MetaLine) -> frozenset[str]:
    """The places that the form of a line leaves it."""
    if line.kind == "date_line" and line.scope == "piece":
        return _TOLD["source"]
    return _TOLD.get(line.role, _TOLD[FURNITURE])


class Labelling(NamedTuple):
    """The place of each line, and the lines where another reading is nearly as likely."""

    places: list[str]
    doubts: list[Doubt]


@dataclass(frozen=True, slots=True)
class Labeller:
    """Two models: the second also knows how the lines look that the first has labelled (`manner`)."""

    first: Model
    second: Model

    def label(
        self,
        evidence: Sequence[Evidence],
        told: Sequence[MetaLine | None] = (),
        pieces: int | None = None,
        marks: Collection[int] = (),
    ) -> Labelling:
        """The places of the lines of a page, at each of `marks` a new piece; with exactly so many `pieces`.

        Where the owner of the page has said how many pieces there are, nothing is in doubt.
        """
        table = self.second.table(self.again(evidence, told), told)
        lattice = self.second.lattice
        if pieces is not None:
            return Labelling(lattice.best_with(table, pieces, marks) or lattice.best(table, marks), [])
        return Labelling(*lattice.best_and_doubts(table, DOUBT, marks))

    def again(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[Evidence]:
        """The evidence for the second model."""
        likeness = manner(evidence, self.first.label(evidence, told))
        return [seen | like if like else seen for seen, like in zip(evidence, likeness, strict=True)]


def read_labeller(text: str) -> Labeller:
    """The models in a JSON text: {"first": {"evidence": ..., "follows": ...}, "second": ...}."""
    tables = json.loads(text)
    return Labeller(
        *(Model(tables[name]["evidence"], tables[name]["follows"]) for name in ("first", "second"))
    )


@cache
def shipped_model() -> Labeller:
    """The models that come with the package."""
    return read_labeller((Path(__file__).parent / "weights.json").read_text("utf-8"))
