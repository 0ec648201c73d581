"""What a page says twice: pull quotes repeat the body that follows, section heads may repeat the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from seeds.layout.lines import Run

SHORTEST, LONGEST = 12, 120
"""Characters of a line that is asked for repetition."""
_GRAM = 5
_HEAD_GRAM = 4
_REACH = 400
_MOST, _NEAREST = 0.6, 8


def repeated_later(runs: Sequence[Run], aside: Collection[int] = ()) -> list[float]:
    """For each line the share of its character n-grams that stand in one of the next lines; 0 for long lines.

    Lines that are `aside`, as 原标题：…, are no text that could repeat another. The n-grams of the lines behind are
    kept for `_REACH` lines, at most twice as many.
    """
    shares = [0.0] * len(runs)
    near: set[str] = set()
    far: set[str] = set()
    for index in range(len(runs) - 1, -1, -1):
        text = "".join(runs[index].text.split())
        grams = {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
        if SHORTEST <= runs[index].size <= LONGEST:
            shares[index] = 1 - len(grams - near - far) / len(grams)
        if index not in aside:
            near |= grams
        if index % _REACH == 0:
            near, far = set(), near
    return shares


def said_before(runs: Sequence[Run], short: int) -> list[bool]:
    """For each line of up to `short` characters whether earlier lines of that kind contain it."""
    seen: set[str] = set()
    found = []
    tail = ""
    for run in runs:
        text = "".join(run.text.split())
        if not 4 <= len(text) <= short:
            found.append(False)
            tail = ""
            continue
        grams = _grams(text, _HEAD_GRAM)
        found.append(all(gram in seen for gram in grams))
        # A title over two lines counts as one.
        seen.update(_grams(tail + text, _HEAD_GRAM))
        tail = text[-_HEAD_GRAM + 1 :]
    return found


def said_again(words: Sequence[str]) -> list[bool]:
    """For each line, given by its words, whether most of it stands in one later line."""
    places: dict[str, list[int]] = {}
    found = []
    for index in range(len(words) - 1, -1, -1):
        grams = _grams(words[index], _HEAD_GRAM)
        later = Counter(at for gram in grams for at in places.get(gram, ())[-_NEAREST:])
        found.append(max(later.values(), default=0) > _MOST * len(grams))
        for gram in grams:
            places.setdefault(gram, []).append(index)
    return found[::-1]


def _grams(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(len(text) - size + 1)]
