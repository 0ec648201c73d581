"""Titles that stand at the margin where all paragraphs are indented, with nothing else to tell them from headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seeds.layout.evidence import Evidence, usual_indent
from seeds.layout.lines import Run
from seeds.layout.numbers import number_of
from seeds.layout.topic_shift import bigrams

_INDENT, _LEAST, _PARAGRAPHS = 2, 3, 2
"""Columns that paragraphs are indented by at least; lines at the margin; paragraphs below each of them."""
_OWN, _FEW = 0.25, 0.5
"""The share of the first title's words that its own text has at least, and of this what all other texts may have."""
_LINES = {"bare title", "heading", "body"}


def titles_at_margin(runs: Sequence[Run], places: Sequence[str], evidence: Sequence[Evidence]) -> list[int]:
    """The lines that are titles of as many articles though some were taken for headings; none where that is not so.

    An article in sections speaks of what its title says in all of them, and its topic stays.
    """
    shown = [at for at, place in enumerate(places) if place != "furniture"]
    heads = [at for at in shown if places[at] in ("bare title", "heading")]
    if {places[at] for at in shown} != _LINES or len(heads) < _LEAST or heads[0] != shown[0]:
        return []
    indent = usual_indent(runs)
    alike = {runs[at].first.indent for at in heads} == {runs[heads[0]].first.indent}
    apart = runs[heads[0]].first.indent <= indent - _INDENT
    bodies = [
        [at for at in range(first + 1, last) if places[at] == "body"]
        for first, last in pairwise((*heads, len(runs)))
    ]
    set_so = all(runs[at].first.indent >= indent for body in bodies for at in body)
    if not (alike and apart and set_so) or min(map(len, bodies)) < _PARAGRAPHS:
        return []
    surely = any(number_of(runs[at].text) or "told heading" in evidence[at] for at in heads)
    if surely or not evidence[heads[-1]].get("kin change topic"):
        return []
    title = bigrams(runs[heads[0]].text)
    own, *others = (set().union(*(bigrams(runs[at].text) for at in body)) for body in bodies)
    held, elsewhere = len(title & own), len(title.intersection(set().union(*others)))
    return heads if held >= max(1.0, _OWN * len(title)) and elsewhere <= _FEW * held else []
