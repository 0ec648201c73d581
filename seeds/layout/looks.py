"""Lines that look alike are alike: one paper sets its titles in one way.

Whether the topic changes at one short line is uncertain; over all lines of one look it adds up. A look is what can be
seen from across the room: indent, blank lines around, frame, number, what kind of line follows.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import fsum, log2

from seeds.layout.topic_shift import Topics

_EVEN = 0.75
"""The likeness, as a multiple of what is usual, at which a change of topic is as likely as none; at half of it and at
twice as much nothing more is to be learned."""


def change_of_topic(likenesses: Sequence[float]) -> float:
    """From 1, the topic changes at these places, to -1, it stays; 0 if nothing is known."""
    if not likenesses:
        return 0.0
    return fsum(map(_change, likenesses)) / len(likenesses)


def _change(likeness: float) -> float:
    """The log odds of a change, as a share of the most that a likeness can say."""
    return max(-1.0, min(1.0, log2(_EVEN / likeness))) if likeness else 1.0


def kinship(looks: Sequence[Hashable | None], topics: Topics) -> dict[int, dict[str, float]]:
    """What the lines that share its look say of each line; `looks` has None for lines that cannot head anything."""
    groups: dict[Hashable, list[int]] = {}
    for index, look in enumerate(looks):
        if look is not None:
            groups.setdefault(look, []).append(index)
    top = next((look for look in looks if look is not None), None)
    found: dict[int, dict[str, float]] = {}
    for look, members in groups.items():
        change = change_of_topic([like for at in members if (like := topics.change(at)) is not None])
        sure = 1 - 1 / len(members)
        evidence = {
            "kin change topic" if change > 0 else "kin keep topic": sure * abs(change),
            "kin" if len(members) > 1 else "no kin": 1.0,
        }
        if look == top:
            evidence["looks like the first"] = 1.0
        found.update(dict.fromkeys(members, evidence))
    return found
