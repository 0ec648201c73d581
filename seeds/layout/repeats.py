"""What a page says twice: pull quotes repeat the body that follows, section heads may repeat the title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from seeds.layout.lines import Run

SHORTEST, LONGEST = 12, 240
"""Characters of a line that is asked for repetition."""
_GRAM = 5
_HEAD_GRAM = 4
_REACH = 400


def repeated_later(runs: Sequence[Run]) -> list[float]:
    """For each line the share of its character n-grams that stand in one of the next lines; 0 for long lines.

    One index of n-grams over the whole page, so the time is linear in its length.
    """
    texts = ["".join(run.text.split()) for run in runs]
    asked = [SHORTEST <= run.size <= LONGEST for run in runs]
    places: dict[str, list[int]] = {}
    for text, wanted in zip(texts, asked, strict=True):
        if wanted:
            places.update((gram, []) for gram in _grams(text, _GRAM))
    for index, text in enumerate(texts):
        for gram in _grams(text, _GRAM):
            found = places.get(gram)
            if found is not None and (not found or found[-1] != index):
                found.append(index)
    shares = []
    for index, (text, wanted) in enumerate(zip(texts, asked, strict=True)):
        hits = total = 0
        for gram in _grams(text, _GRAM) if wanted else ():
            found = places[gram]
            following = bisect_right(found, index)
            hits += following < len(found) and found[following] - index <= _REACH
            total += 1
        shares.append(hits / total if total else 0.0)
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
        grams = list(_grams(text, _HEAD_GRAM))
        found.append(all(gram in seen for gram in grams))
        # A title over two lines counts as one.
        seen.update(_grams(tail + text, _HEAD_GRAM))
        tail = text[-_HEAD_GRAM + 1 :]
    return found


def _grams(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))
