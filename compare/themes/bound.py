"""Words that a text has only inside a longer run: 接诉 of 接诉即办.

A word that always stands beside the same word is no word by itself (accessor variety: Feng et al. 2004).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from compare.themes.candidates import FUNCTION
from seeds.language.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compare.themes.candidates import Tagged

FEWEST = 3
"""Occurrences of a word that can show what it always stands beside."""
LONGEST = 8
"""Characters of a run."""
_LOOSE = frozenset("多年月日号个次上下是为在有")
_VERBS = frozenset({"v", "vd", "vg"})


def bound_runs(tagged: Sequence[Tagged], known: Collection[str]) -> dict[str, str]:
    """The longer run of each word of `known` that stands in the same run wherever it stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, (word, _) in enumerate(tagged):
        if len(word) > 1 and word in known:
            places[word].append(at)
    found = {}
    for word, everywhere in places.items():
        if len(everywhere) >= FEWEST:
            run = _run(tagged, everywhere)
            if run != word:
                found[word] = run
    return found


def _run(tagged: Sequence[Tagged], places: Sequence[int]) -> str:
    """The words around all `places` that are the same everywhere, without loose ends; the word itself if they go on."""
    first = last = 0
    while (side := _same(tagged, places, first - 1)) and _width(
        tagged, places[0], first - 1, last
    ) <= LONGEST:
        if side[1] in _VERBS and tagged[places[0]][1] not in _VERBS:
            break  # 推动改革: the verb governs the term
        first -= 1
    while _same(tagged, places, last + 1) and _width(tagged, places[0], first, last + 1) <= LONGEST:
        last += 1
    if any(
        side not in (None, tagged[places[0]]) and _width(tagged, places[0], low, high) > LONGEST
        for side, low, high in (
            (_same(tagged, places, first - 1), first - 1, last),
            (_same(tagged, places, last + 1), first, last + 1),
        )
    ):
        first = last = 0
    while first < 0 and _is_loose(tagged[places[0] + first]):
        first += 1
    while last > 0 and _is_loose(tagged[places[0] + last]):
        last -= 1
    return "".join(word for word, _ in tagged[places[0] + first : places[0] + last + 1])


def _same(tagged: Sequence[Tagged], places: Sequence[int], offset: int) -> Tagged | None:
    """The word at one distance from all places, if it is the same ideographs everywhere."""
    if places[0] + offset < 0 or places[-1] + offset >= len(tagged):
        return None
    one = tagged[places[0] + offset]
    same = all(tagged[at + offset][0] == one[0] for at in places)
    return one if same and re.fullmatch(f"[{HAN}]+", one[0]) else None


def _width(tagged: Sequence[Tagged], at: int, first: int, last: int) -> int:
    return sum(len(word) for word, _ in tagged[at + first : at + last + 1])


def _is_loose(token: Tagged) -> bool:
    word, tag = token
    return tag in FUNCTION or tag in {"q", "m"} or word in _LOOSE
