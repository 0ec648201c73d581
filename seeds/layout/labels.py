"""The best joint labelling of a page: every line gets a place in a piece, given all the others.

A linear-chain model decoded exactly by dynamic programming (Viterbi, 1967): the score of a labelling is the
sum of what the observations say for each role and of how well each place in a piece follows the one before.
The numbers are in `weights.json`, which `benchmarks/train_layout.py` writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from seeds.layout.evidence import Evidence
from seeds.metadata import MetaLine
from seeds.page import Role

START, END, FURNITURE = "start", "end", "furniture"

ROLE_OF: Mapping[str, Role] = {
    "above": "kicker",
    "title": "title",
    "bare title": "title",
    "kicker": "kicker",
    "lead byline": "byline",
    "lead note": "author_note",
    "deck": "deck",
    "body": "body",
    "heading": "heading",
    "pull": "deck",
    "note": "author_note",
    "source": "source",
    "end byline": "byline",
}
"""The role of each place in a piece. A bare title is one with nothing between it and the body; "above", "lead"
and "deck" stand with the title, "pull", "note" and "end" after the beginning of the body."""

UNFINISHED = -6.0
"""What it costs a page to end before the body of its last piece."""
_IMPOSSIBLE = float("-inf")
_SURE = 20.0


@dataclass(frozen=True, slots=True)
class Model:
    """Additive scores, like log odds: the labelling with the highest sum wins.

    `evidence[observation][role]` is what an observation speaks for; `follows[place][next place]` how well one
    place follows another, an order that is not listed being impossible.
    """

    evidence: Mapping[str, Mapping[str, float]]
    follows: Mapping[str, Mapping[str, float]]

    def role_scores(self, evidence: Evidence) -> dict[str, float]:
        """What the observations about one line say for each role."""
        scores: dict[str, float] = {}
        for name, strength in evidence.items():
            for role, weight in self.evidence.get(name, {}).items():
                scores[role] = scores.get(role, 0.0) + weight * strength
        return scores

    def label(self, evidence: Sequence[Evidence], told: Sequence[MetaLine | None] = ()) -> list[str]:
        """The place of each line: a key of `ROLE_OF`, or "furniture"; `told` are the lines whose form decides it."""
        scores = [self.role_scores(observed) for observed in evidence]
        for index, line in enumerate(told):
            if line is not None:
                scores[index] = _given(line)
        return self.decode(scores)

    def decode(self, scores: Sequence[Mapping[str, float]]) -> list[str]:
        """The places with the highest total, from the scores of the roles of each line.

        Furniture is transparent: it may stand anywhere, at a price that depends on what came before it, and what
        comes after it follows on that.
        """
        # The state is the last place that was not furniture; the trace also keeps whether the line itself was.
        state: dict[str, float] = {START: 0.0}
        trace: list[dict[str, tuple[str, bool]]] = []
        for line in scores:
            aside = line.get(FURNITURE, 0.0)
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
                total = score + line.get(ROLE_OF[place], 0.0)
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


def _given(line: MetaLine) -> dict[str, float]:
    """Scores that leave a line no other role than its form allows; what stands below a title says there is one."""
    below = line.role in ("byline", "source") or (line.kind == "date_line" and line.scope == "piece")
    sure = {"title": _SURE} if line.role == "title" else {FURNITURE: _SURE - below}
    return dict.fromkeys(ROLE_OF.values(), -_SURE) | sure | ({"byline": _SURE} if below else {})


@cache
def shipped_model() -> Model:
    """The model that comes with the package."""
    tables = json.loads((resources.files("seeds.layout") / "weights.json").read_text("utf-8"))
    return Model(tables["evidence"], tables["follows"])
