"""Whether the topic changes at a line, by the words of the text around it.

The comparison of neighbouring windows follows TextTiling (Hearst, 1997), with pairs of characters for words and
weights that count what is rare on the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log

from seeds.layout.lines import Run

LONG = 45
"""A line of at least so many characters is running text."""
_WINDOW = 700
_LINES = 12
_ENOUGH = 60
_SAMPLES = 40


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    return frozenset(
        a + b for a, b in pairwise(text) if a > "\u2fff" and b > "\u2fff" and a.isalnum() and b.isalnum()
    )


class Topics:
    """The running text before and after every line of a page."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._long = [run.size >= LONG for run in runs]
        self._bigrams: dict[int, frozenset[str]] = {}
        self._windows: dict[tuple[int | None, bool], frozenset[str]] = {}
        self._before = _nearest(self._long)
        count = len(runs) - 1
        self._after = [None if at is None else count - at for at in _nearest(self._long[::-1])][::-1]
        spread = Counter(pair for index, long in enumerate(self._long) if long for pair in self._of(index))
        texts = sum(self._long)
        self._weight = {pair: log((1 + texts) / lines) for pair, lines in spread.items()}
        self._usual = self._usual_overlap()

    def change(self, index: int) -> float | None:
        """How alike the text before and after a line are, as a multiple of what is usual inside running text.

        None if there is too little text on one side.
        """
        before, after = self._window(self._before[index], False), self._window(self._after[index], True)
        if min(len(before), len(after)) < _ENOUGH:
            return None
        return self._overlap(before, after) / self._usual

    def own(self, index: int) -> tuple[float, float]:
        """The shares of the line's own words that the text before and the text after it use."""
        own = bigrams(self._runs[index].text)
        if not own:
            return 0.0, 0.0
        before, after = self._window(self._before[index], False), self._window(self._after[index], True)
        return len(own & before) / len(own), len(own & after) / len(own)

    def _of(self, index: int) -> frozenset[str]:
        if index not in self._bigrams:
            self._bigrams[index] = bigrams(self._runs[index].text)
        return self._bigrams[index]

    def _window(self, nearest: int | None, forward: bool) -> frozenset[str]:
        key = (nearest, forward)
        if key not in self._windows:
            pairs: set[str] = set()
            room, at, step = _WINDOW, nearest, 1 if forward else -1
            while (
                at is not None
                and 0 <= at < len(self._runs)
                and room > 0
                and abs(at - (nearest or 0)) < _LINES
            ):
                if self._long[at]:
                    text = self._runs[at].text
                    cut = text if len(text) <= room else text[:room] if forward else text[-room:]
                    pairs |= self._of(at) if cut is text else bigrams(cut)
                    room -= len(cut)
                at += step
            self._windows[key] = frozenset(pairs)
        return self._windows[key]

    def _overlap(self, left: frozenset[str], right: frozenset[str]) -> float:
        # Sorted, so that the sum does not depend on the order of a set.
        shared, low, high = (
            sum(sorted(self._weight.get(pair, 0.0) for pair in pairs))
            for pairs in (left & right, left, right)
        )
        smaller = min(low, high)
        return shared / smaller if smaller > 0 else 0.0

    def _usual_overlap(self) -> float:
        inside = [at for at in range(1, len(self._long)) if self._long[at] and self._long[at - 1]]
        step = max(1, len(inside) // _SAMPLES)
        found = sorted(
            overlap
            for at in inside[::step]
            if (overlap := self._overlap(self._window(at - 1, False), self._window(at, True))) > 0
        )
        return max(0.01, found[len(found) // 2]) if found else 0.05


def _nearest(marked: Sequence[bool]) -> list[int | None]:
    """For each place the last marked one before it."""
    last: int | None = None
    found: list[int | None] = []
    for index, mark in enumerate(marked):
        found.append(last)
        if mark:
            last = index
    return found
