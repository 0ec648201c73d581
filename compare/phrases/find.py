"""All the ways two texts share wording, found and ordered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from compare.comparison import Match
from compare.phrases.seeds import Collection, shared_runs
from compare.phrases.trim import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.phrases.text import Text

SHORTEST = 4
"""Characters of the shortest shared run that is looked at."""


def find(texts: Sequence[Text], *, expect: float) -> dict[tuple[int, int], list[Match]]:
    """The matches of each pair of texts, by their indices, the least expected first."""
    collection = Collection.of(texts)
    runs = shared_runs(collection, SHORTEST, 1000)
    first, second = collection.text_of(runs.a), collection.text_of(runs.b)
    found: dict[tuple[int, int], dict[tuple[int, int, int, int], None]] = defaultdict(dict)
    for i, j, a, b, length in zip(first, second, runs.a, runs.b, runs.length, strict=True):
        a, b = int(a - collection.start[i]), int(b - collection.start[j])
        part = trim(texts[i], texts[j], a, b, int(length))
        if part is not None and part[1] - part[0] >= SHORTEST:
            low, high = part
            found[int(i), int(j)][a + low, a + high, b + low, b + high] = None
    matches = {}
    for (i, j), places in found.items():
        room = len(texts[i]) * len(texts[j])
        rows = []
        for a, a_end, b, b_end in _outermost(list(places)):
            bits = 7.0 * (a_end - a)
            if room * 2**-bits <= expect:
                left, right = texts[i].side(a, a_end), texts[j].side(b, b_end)
                rows.append(Match("verbatim", "free", left, right, bits, room * 2**-bits))
        matches[i, j] = sorted(rows, key=lambda m: (m.expect, m.left.spans, m.right.spans))
    return matches


def _outermost(places: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Without those that lie in a longer one on both sides."""
    places = sorted(places, key=lambda p: (p[0] - p[1], p))
    kept: list[tuple[int, int, int, int]] = []
    for p in places:
        if not any(q[0] <= p[0] and p[1] <= q[1] and q[2] <= p[2] and p[3] <= q[3] for q in kept):
            kept.append(p)
    return kept
