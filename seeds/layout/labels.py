"""The best joint labelling of a page: every line gets a place in a piece, given all the others.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), decoded exactly by dynamic programming
(Viterbi 1967): the score of a labelling is the sum of what the observations say for each place and of how well each
place in a piece follows the one before. The numbers are in `weights.json`, which `benchmarks/train_layout.py` writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from seeds.layout.evidence import Evidence
from seeds.metadata import MetaLine
from seeds.page import Role

START, END, FURNITURE = "start", "end", "furniture"

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
}
"""Which places may follow which; furniture may stand anywhere."""
_TOLD: Mapping[str, frozenset[str]] = {
    "title": frozenset({"title", "bare title"}),
    "byline": frozenset({"lead byline", "end byline", "lead note", "note", FURNITURE}),
    "source": frozenset({"lead source", "source", FURNITURE}),
    FURNITURE: frozenset({FURNITURE}),
}
NEVER = -1e4
UNFINISHED = -6.0
"""What it costs a page to end before the body of its last piece."""
_IMPOSSIBLE = float("-inf")


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
                total = [have + strength * weight for have, weight in zip(total, row, strict=True)]
        return total

    def label(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[str]:
        """The place of each line: a key of `ROLE_OF`, or "furniture"; `told` are the lines whose form decides it."""
        scores = [self.scores(observed) for observed in evidence]
        for index, line in enumerate(told):
            if line is not None:
                allowed = allowed_places(line)
                scores[index] = [
                    score if place in allowed else NEVER
                    for score, place in zip(scores[index], self.places, strict=True)
                ]
        return self.decode(scores)

    def decode(self, scores: Sequence[Sequence[float]]) -> list[str]:
        """The places with the highest total, from the scores of each line.

        Furniture is transparent: it may stand anywhere, at a price that depends on what came before it, and what
        comes after it follows on that.
        """
        # The state is the last place that was not furniture; the trace also keeps whether the line itself was.
        column = {place: at for at, place in enumerate(self.places)}
        state: dict[str, float] = {START: 0.0}
        trace: list[dict[str, tuple[str, bool]]] = []
        for line in scores:
            aside = line[-1]
            reached = {
                place: score + aside + self.follows[place].get(FURNITURE, 0.0)
                for place, score in state.items()
            }
            came = {place: (place, True) for place in state}
            best: dict[str, tuple[float, str]] = {}
            for before, score in state.items():
                for place, cost in self.follows[before].items():
                    if score + cost > best.get(place, (_IMPOSSIBLE, ""))[0]:
                        best[place] = (score + cost, before)
            for place, (score, before) in best.items():
                if place in (END, FURNITURE):
                    continue
                total = score + line[column[place]]
                if total > reached.get(place, _IMPOSSIBLE):
                    reached[place] = total
                    came[place] = (before, False)
            state = reached
            trace.append(came)
        place = max(state, key=lambda last: state[last] + self.follows[last].get(END, UNFINISHED))
        places: list[str] = []
        for came in reversed(trace):
            before, furniture = came[place]
            places.append(FURNITURE if furniture else place)
            place = before
        return places[::-1]


def allowed_places(line: MetaLine) -> frozenset[str]:
    """The places that the form of a line leaves it."""
    if line.kind == "date_line" and line.scope == "piece":
        return _TOLD["source"]
    return _TOLD.get(line.role, _TOLD[FURNITURE])


@cache
def shipped_model() -> Model:
    """The model that comes with the package."""
    tables = json.loads((resources.files("seeds.layout") / "weights.json").read_text("utf-8"))
    return Model(tables["evidence"], tables["follows"])
