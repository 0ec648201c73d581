"""The best joint labelling of a page: every line gets a place in a piece, given all the others.

A linear-chain model decoded exactly by dynamic programming (Viterbi, 1967): the score of a labelling is the sum of
what the observations say for each role and of how well each place in a piece follows the place before.
"""

from __future__ import annotations

from collections.abc import Sequence

from seeds.evidence import Evidence
from seeds.weights import EVIDENCE, FOLLOWS, IMPOSSIBLE, ROLE_OF

FURNITURE = "furniture"
_PLACES = tuple(ROLE_OF)
_BEFORE = {
    place: tuple(
        (before, after[place]) for before, after in FOLLOWS.items() if place in after and before != "start"
    )
    for place in _PLACES
}


def label(evidence: Sequence[Evidence]) -> list[str]:
    """The place of each line (a key of `ROLE_OF`, or "furniture") in the labelling with the highest total score.

    Furniture is transparent: it may stand anywhere, and what comes after it follows on what came before it.
    """
    # A state is the last place that was not furniture; whether the line itself is furniture is kept in the trace.
    state: dict[str, float] = {"start": 0.0}
    trace: list[dict[str, tuple[str, bool]]] = []
    for observed in evidence:
        scores = role_scores(observed)
        aside = scores.get(FURNITURE, 0.0)
        reached: dict[str, float] = {}
        came: dict[str, tuple[str, bool]] = {}
        for place, score in state.items():
            reached[place] = score + aside
            came[place] = (place, True)
        for place in _PLACES:
            best, origin = IMPOSSIBLE, ""
            for before, cost in _BEFORE[place]:
                if before in state and state[before] + cost > best:
                    best, origin = state[before] + cost, before
            if (
                "start" in state
                and place in FOLLOWS["start"]
                and state["start"] + FOLLOWS["start"][place] > best
            ):
                best, origin = state["start"] + FOLLOWS["start"][place], "start"
            best += scores.get(ROLE_OF[place], 0.0)
            if origin and best > reached.get(place, IMPOSSIBLE):
                reached[place] = best
                came[place] = (origin, False)
        state = reached
        trace.append(came)
    place = max(state, key=lambda last: state[last] + FOLLOWS.get(last, {}).get("end", _UNFINISHED))
    places: list[str] = []
    for came in reversed(trace):
        origin, furniture = came[place]
        places.append(FURNITURE if furniture else place)
        place = origin
    return places[::-1]


_UNFINISHED = -6.0
"""What it costs a page to end before the body of its last piece."""


def role_scores(evidence: Evidence) -> dict[str, float]:
    """What the observations about one line say for each role."""
    scores: dict[str, float] = {}
    for name, strength in evidence.items():
        for role, weight in EVIDENCE.get(name, {}).items():
            scores[role] = scores.get(role, 0.0) + weight * strength
    return scores
