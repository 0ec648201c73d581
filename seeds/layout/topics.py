"""Whether the topic changes at a line, by the words that the text before it and the text after it share.

The comparison of neighbouring windows follows TextTiling (Hearst 1997), with pairs of characters for words and
weights that count what is rare on the page. One index over the page and windows of constant size: linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from math import fsum, log
from operator import add

from seeds.layout.lines import Run

LONG = 45
"""A line of at least so many characters is running text."""
_HAN = re.compile("[\u3400-\u9fff]{2,}")
_WINDOW = 350
_LINES = 10
_EDGE = 500
"""Characters of the beginning and of the end of a line that count."""
_USUAL = 0.055
"""The likeness of neighbouring paragraphs of one article, as a share of the greatest weight of a word."""
_UNKNOWN = 3.0
"""The weight of a word that stands in no running text."""


def bigrams(text: str) -> set[str]:
    """The pairs of neighbouring Chinese characters of a text."""
    found: set[str] = set()
    for word in _HAN.findall(text):
        found.update(map(add, word, word[1:]))
    return found


class Topics:
    """The running text before and after every line of a page."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._rank: list[int] = []
        """For every line, how many lines of running text stand before it."""
        self._texts: list[set[str]] = []
        self._sizes: list[int] = []
        for run in runs:
            self._rank.append(len(self._texts))
            if run.size >= LONG:
                text = run.text if len(run.text) <= 2 * _EDGE else f"{run.text[:_EDGE]} {run.text[-_EDGE:]}"
                self._sizes.append(len(text))
                self._texts.append(bigrams(text))
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, pairs in enumerate(self._texts):
            for pair in pairs:
                places[pair].append(number)
        self._places: dict[str, list[int]] = dict(places)
        count = len(self._texts)
        self._weights = [_UNKNOWN, *(log((1 + count) / lines) for lines in range(1, count + 1))]
        self._likeness: dict[int, float] = {}
        self._usual = _USUAL * log(1 + count)

    def change(self, index: int) -> float | None:
        """How alike the text before and after a line are, as a multiple of what is usual within an article.

        None if there is no running text on one side.
        """
        at = self._rank[index]
        return self._alike(at) / self._usual if 0 < at < len(self._texts) else None

    def knows(self, pair: str) -> bool:
        """Whether two characters stand together somewhere in the running text."""
        return pair in self._places

    def own(self, text: str, index: int) -> tuple[float, float]:
        """The shares of a line's own words that the running text before it and the text after it use."""
        before, after, all_of = [], [], []
        at = self._rank[index]
        for pair in bigrams(text):
            places = self._places.get(pair, ())
            weight = self._weights[len(places)]
            all_of.append(weight)
            following = bisect_left(places, at)
            if following < len(places) and places[following] < at + _LINES:
                after.append(weight)
            if following > 0 and places[following - 1] >= at - _LINES:
                before.append(weight)
        # fsum does not depend on the order of a set.
        total = fsum(all_of)
        return (fsum(before) / total, fsum(after) / total) if total else (0.0, 0.0)

    def _alike(self, at: int) -> float:
        """The weight of the words that the windows before and after a place share, for each word of the lesser one."""
        if at not in self._likeness:
            before = self._window(range(at - 1, max(-1, at - 1 - _LINES), -1))
            after = self._window(range(at, min(len(self._texts), at + _LINES)))
            lesser = min(len(before), len(after))
            self._likeness[at] = fsum(map(self._rarity, before & after)) / lesser if lesser else 0.0
        return self._likeness[at]

    def _rarity(self, pair: str) -> float:
        return self._weights[len(self._places[pair])]

    def _window(self, lines: range) -> set[str]:
        pairs: set[str] = set()
        room = _WINDOW
        for line in lines:
            if room <= 0:
                break
            pairs |= self._texts[line]
            room -= self._sizes[line]
        return pairs
