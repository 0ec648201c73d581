"""What a page says twice: pull quotes repeat the body that follows, section heads may repeat the title."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from seeds.layout.lines import Run

SHORTEST, LONGEST = 12, 120
"""Characters of a line that is asked for repetition."""
_GRAM = 5
_HEAD_GRAM = 4
_REACH = 400
_MOST, _NEAREST = 0.6, 8


def repeated_later(runs: Sequence[Run]) -> list[float]:
    """For each line the share of its character n-grams that stand in one of the next lines; 0 for long lines.

    One index of n-grams over the whole page, so the time is linear in its length.
    """
    texts = ["".join(run.text.split()) for run in runs]
    asked = [SHORTEST <= run.size <= LONGEST for run in runs]
    wanted: set[str] = set()
    for text, ask in zip(texts, asked, strict=True):
        if ask:
            wanted.update(_grams(text, _GRAM))
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        for gram in wanted.intersection(_grams(text, _GRAM)):
            places.setdefault(gram, []).append(index)
    shares = []
    for index, (text, ask) in enumerate(zip(texts, asked, strict=True)):
        grams = _grams(text, _GRAM) if ask else []
        hits = 0
        for gram in grams:
            found = places[gram]
            if found[-1] > index:
                hits += found[bisect_right(found, index)] - index <= _REACH
        shares.append(hits / len(grams) if grams else 0.0)
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
