"""One paper, one manner: what a first labelling of a page says of the lines that look like those it has labelled.

If four pieces begin with a line in brackets under a rule, so does the fifth. For each kind of line the traits of those
that a first labelling found are counted; a line is then asked how much more its traits are theirs than the others'
(naive Bayes, the line itself left out).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from seeds.layout.evidence import Evidence

_TRAITS = frozenset(
    {
        "flush among indented", "indented as text", "deep indent", "wide gap", "wide gap after", "set close",
        "after rule",
        "after label", "after credit", "after tail", "before byline", "before text", "before date", "before dateline",
        "book marks", "column tag", "enumerated", "bracketed", "dash", "series", "after signature", "same again",
        "asks",
        "no mark", "names", "names at an end", "box byline", "label byline", "reporter", "page_label", "first",
    }
)  # fmt: skip
_KINDS = {
    "title": "title", "bare title": "title", "heading": "heading", "lead byline": "byline", "end byline": "byline",
    "over byline": "name above", "above": "kicker", "kicker": "kicker", "furniture": "furniture",
}  # fmt: skip
_PRIOR = 2.0
_SCALE = 8.0


def manner(evidence: Sequence[Evidence], places: Sequence[str]) -> list[Evidence]:
    """For each line, how much it is like the lines of each kind, given a first labelling; nothing for running text."""
    lines = [at for at, seen in enumerate(evidence) if "could head" in seen]
    traits = {at: _TRAITS & evidence[at].keys() for at in lines}
    kinds = {at: _KINDS.get(places[at], "") for at in lines}
    every = Counter(trait for at in lines for trait in traits[at])
    order = sorted(every)
    counts = Counter(kinds.values())
    found: list[Evidence] = [{"seen before": 1.0} if "could head" in seen else {} for seen in evidence]
    for kind in sorted(filter(None, counts)):
        have = Counter(trait for at in lines if kinds[at] == kind for trait in traits[at])
        sums: dict[tuple[frozenset[str], bool], float] = {}
        for at in lines:
            own = kinds[at] == kind
            if counts[kind] == own:
                continue
            key = (frozenset(traits[at]), own)
            if key not in sums:
                sums[key] = _odds(order, key, every, have, (len(lines), counts[kind]))
            score = max(-1.0, min(1.0, sums[key] / _SCALE))
            found[at][f"like a {kind}" if score > 0 else f"unlike a {kind}"] = abs(score)
    return found


def _odds(
    order: Sequence[str],
    line: tuple[frozenset[str], bool],
    every: Counter[str],
    have: Counter[str],
    sizes: tuple[int, int],
) -> float:
    """The log odds of the traits of a line, among those of its kind and the others, itself left out."""
    (traits, own), (total, count) = line, sizes
    members, others = count - own, total - count - (not own)
    score = 0.0
    for trait in order:
        has = trait in traits
        rate = (every[trait] + 1) / (total + 2)
        yes = (have[trait] - (own and has) + _PRIOR * rate) / (members + _PRIOR)
        no = (every[trait] - have[trait] - (not own and has) + _PRIOR * rate) / (others + _PRIOR)
        score += log(yes / no) if has else log((1 - yes) / (1 - no))
    return score
