"""The best joint labelling of a page: every line gets a place in a piece, given all the others.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), decoded exactly by dynamic programming
(Viterbi 1967): the score of a labelling is the sum of what the observations say for each place and of how well each
state of a piece follows the one before. It is done twice: the second time it is also known how the lines look that the
first has labelled. The numbers are in `weights.json`, which `benchmarks/train_layout.py` writes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest
from operator import add
from pathlib import Path
from typing import NamedTuple

from seeds.layout.evidence import Evidence
from seeds.layout.lattice import FURNITURE, START, Doubt, Lattice, LineScores
from seeds.layout.manner import manner
from seeds.metadata import MetaLine
from seeds.page import Role

ROLE_OF: Mapping[str, Role] = {
    "above": "kicker",
    "over": "deck",
    "over byline": "byline",
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
"""The role of each place in a piece. A bare title is one with nothing between it and the body; "above", "over" and
"over byline" stand over the title, "lead ..." and "deck" under it, "pull", "note", "source" and "end ..." in and after
the body."""

OPENING = frozenset({"above", "over", "over byline", "title", "bare title"})
"""Places that begin a piece where they do not follow one of `HEAD`."""
HEAD = OPENING | {"kicker", "lead byline", "lead source", "lead note", "deck"}
TAIL = frozenset({"note", "source", "end byline"})

PLACES = (*ROLE_OF, FURNITURE)
"""All places a line can have."""
_OVER = ("above", "over", "over byline")
_OPEN, _UNDER = (*_OVER, "title", "bare title"), ("kicker", "lead byline", "under", "deck")
_TEXT, _TAIL = ("text", "heading"), ("tail", "signed")
FOLLOWS: Mapping[str, tuple[str, ...]] = {
    START: (*_OPEN, *_TEXT),
    **dict.fromkeys(_OVER, _OPEN),
    "title": ("title", *_UNDER),
    "bare title": ("bare title", *_TEXT),
    **dict.fromkeys(_UNDER, (*_UNDER, *_TEXT)),
    **dict.fromkeys((*_TEXT, "tail"), (*_TEXT, *_TAIL, *_OPEN)),
    "signed": (*_TAIL, *_OPEN),
}
"""Which states of a piece may follow which; furniture may stand anywhere."""
STATE_OF: Mapping[str, str] = {
    **{place: place for place in (*_OVER, "title", "bare title", "kicker", "lead byline", "deck")},
    **dict.fromkeys(("lead source", "lead note"), "under"),
    **dict.fromkeys(("body", "pull"), "text"),
    "heading": "heading",
    **dict.fromkeys(("note", "source"), "tail"),
    "end byline": "signed",
}
"""The state that each place leaves a piece in: what may follow depends on nothing else."""
ENDS = frozenset({*_TEXT, *_TAIL})
"""States that a page may end in."""
_TOLD: Mapping[str, frozenset[str]] = {
    "title": frozenset({"title", "bare title"}),
    "byline": frozenset({"over byline", "lead byline", "end byline", "lead note", "note", FURNITURE}),
    "author_note": frozenset({"lead note", "note", FURNITURE}),
    "deck": frozenset({"deck"}),
    "source": frozenset({"lead source", "source", FURNITURE}),
    **{role: frozenset({role}) for role in ("heading", "body", FURNITURE)},
}
_ANY = frozenset(PLACES)
_UNSIGNED = _ANY - {place for place, role in ROLE_OF.items() if role == "byline"}
_UNTITLED = _ANY - {place for place, role in ROLE_OF.items() if role in ("title", "heading")}
_SENTENCES = frozenset({"stop", "marks inside"})
_NO_PULL, _REPEATED = _ANY - {"pull", "deck", "over"}, 0.9
_MAY_SIGN = frozenset({"size 2", "size 4", "size 6", "date"})
_GROUPS = tuple(
    [place for place, of in STATE_OF.items() if of == state] for state in FOLLOWS if state != START
)
NEVER = -1e4
DOUBT = 0.75
"""How close, in log odds, another reading has to be to be told."""


@dataclass(frozen=True)
class Model:
    """Additive scores, like log odds: the labelling with the highest sum wins.

    `evidence[observation][place]` is what an observation speaks for; `follows[state][next state]` how well one
    state follows another, an order that is not listed being impossible.
    """

    evidence: Mapping[str, Mapping[str, float]]
    follows: Mapping[str, Mapping[str, float]]

    @cached_property
    def _rows(self) -> dict[str, list[float]]:
        return {
            name: [columns.get(place, 0.0) for place in PLACES] for name, columns in self.evidence.items()
        }

    @cached_property
    def lattice(self) -> Lattice:
        """The states and steps."""
        return Lattice({state: self.follows[state] for state in FOLLOWS}, _OPEN, (*_OPEN, *_UNDER))

    def _line(self, evidence: Evidence, allowed: Collection[str]) -> LineScores:
        """What the observations about one line say for each place that it may have, by states."""
        total = [0.0] * len(PLACES)
        for name, strength in evidence.items():
            row = self._rows.get(name)
            if row is not None:
                if strength != 1.0:
                    row = [strength * weight for weight in row]
                total = list(map(add, total, row))
        scored = {
            place: score if place in allowed else NEVER for place, score in zip(PLACES, total, strict=True)
        }
        places = [max(group, key=scored.__getitem__) for group in _GROUPS]
        return LineScores(scored[FURNITURE], [scored[place] for place in places], places)

    def lines(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[LineScores]:
        """The scores of each line; `told` are the lines whose form decides which places they can have."""
        known: dict[tuple[object, ...], LineScores] = {}
        lines = []
        for observed, line in zip_longest(evidence, told):
            # Lines of running text have much the same observations.
            allowed = allowed_places(line, observed)
            key = (allowed, *observed.items())
            if key not in known:
                known[key] = self._line(observed, allowed)
            lines.append(known[key])
        return lines

    def label(
        self,
        evidence: Sequence[Evidence],
        told: Sequence[MetaLine | None] = (),
        pieces: int | None = None,
        marks: Collection[int] = (),
        closed: Collection[int] = (),
    ) -> Labelling:
        """The places of the lines of a page with so many `pieces`; at each of `marks` one begins, at none of `closed`.

        Where the owner of the page has said how many pieces there are, nothing is in doubt.
        """
        lines = self.lines(self.again(evidence, told), told)
        if pieces is not None:
            return Labelling(
                self.lattice.best_with(lines, pieces, marks) or self.lattice.best(lines, marks), []
            )
        if closed:
            return Labelling(self.lattice.best(lines, marks, closed), [])
        return Labelling(*self.lattice.best_and_doubts(lines, DOUBT, marks))

    def again(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[Evidence]:
        """The evidence with how the lines look that a first labelling has found (`manner`)."""
        likeness = manner(evidence, self.lattice.best(self.lines(evidence, told)))
        return [seen | like if like else seen for seen, like in zip(evidence, likeness, strict=True)]


class Labelling(NamedTuple):
    """The place of each line, and the lines where another reading is nearly as likely."""

    places: list[str]
    doubts: list[Doubt]


def beginnings(places: Sequence[str]) -> list[bool]:
    """At which lines a piece begins behind another."""
    found, before = [], START
    for place in places:
        found.append(place in OPENING and before not in HEAD and before != START)
        before = before if place == FURNITURE else place
    return found


def allowed_places(line: MetaLine | None, observed: Evidence) -> frozenset[str]:
    """The places that the form of a line leaves it.

    What has no name, no day and is no pen name signs nothing; sentences that end with a stop head nothing, and whole
    paragraphs said twice beside others that are are no pull quotes.
    """
    if line is None:
        nobody = "no byline form" in observed and observed.keys().isdisjoint(_MAY_SIGN)
        allowed = _UNSIGNED if nobody else _ANY
        if observed.keys() >= _SENTENCES:
            allowed &= _UNTITLED
        return allowed & _NO_PULL if observed.get("among repeats", 0.0) > _REPEATED else allowed
    if line.kind == "date_line" and line.scope == "piece":
        return _TOLD["source"]
    return _TOLD.get(line.role, _TOLD[FURNITURE])


def read_model(text: str) -> Model:
    """The model in a JSON text: {"evidence": ..., "follows": ...}."""
    return Model(**json.loads(text))


@cache
def shipped_model() -> Model:
    """The model that comes with the package."""
    return read_model((Path(__file__).parent / "weights.json").read_text("utf-8"))
