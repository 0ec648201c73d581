"""Words that a text has only inside a longer run: 接诉 of 接诉即办.

A word that always stands beside the same word is no word by itself (accessor variety: Feng et al. 2004).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from compare.themes.candidates import FUNCTION
from seeds.language.characters import HAN

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compare.themes.candidates import Tagged

FEWEST = 3
"""Occurrences of a word that can show what it always stands beside."""
_MOSTLY = 0.75
"""Share of the occurrences of a word that have the same words behind it."""
LONGEST = 8
"""Characters of a run."""
_LOOSE = frozenset("多年月日号个次上下是为在有")
_VERBS = frozenset({"v", "vd", "vg"})


def bound_runs(tagged: Sequence[Tagged], known: Collection[str]) -> dict[str, str]:
    """The longer run of each word of `known` that stands in the same run wherever it stands."""
    found = {}
    for word, everywhere in _places(tagged, known).items():
        if len(everywhere) >= FEWEST:
            run = _run(tagged, everywhere)
            if run != word:
                found[word] = run
    return found


def mostly_bound(tagged: Sequence[Tagged], bound: Collection[str]) -> Counter[tuple[str, ...]]:
    """The runs that begin with a word of `bound` and that a single character in their middle mostly goes on to.

    接诉 即 stands before 办 three times of four: 接诉即办 is the term.
    """
    found = Counter[tuple[str, ...]]()
    for word, places in _places(tagged, bound).items():
        behind = (tagged[at + 1 : at + 3] for at in places)
        after = Counter(tuple(w for w, _ in pair) for pair in behind if not any(map(_is_loose, pair)))
        inner, times = max(after.items(), key=lambda item: (item[1], item[0]), default=((), 0))
        ideographs = re.fullmatch(f"[{HAN}]+", "".join(inner))
        if (
            ideographs
            and len(inner) == 2
            and len(inner[0]) == 1
            and max(FEWEST, _MOSTLY * len(places)) <= times
        ):
            found[(word, *inner)] = times
    return found


def _places(tagged: Sequence[Tagged], known: Collection[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, (word, _) in enumerate(tagged):
        if len(word) > 1 and word in known:
            places[word].append(at)
    return places


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
