"""Whether the topic changes at a line, by the words that the text before it and the text after it share.

The comparison of neighbouring windows follows TextTiling (Hearst 1997), with pairs of characters for words and
weights that count what is rare on the page. One index over the page and windows of constant size: linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum, log
from operator import add

from seeds.language.characters import HAN
from seeds.layout.lines import Run

LONG = 45
"""A line of at least so many characters is running text."""
_HAN = re.compile(f"[{HAN}]{{2,}}")
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
        self._lines: Counter[str] = Counter()
        """In how many lines of running text each pair of characters stands."""
        for pairs in self._texts:
            self._lines.update(pairs)
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
        return pair in self._lines

    def own(self, text: str, index: int) -> tuple[float, float]:
        """The shares of a line's own words that the running text before it and the text after it use."""
        pairs, at = bigrams(text), self._rank[index]
        total = self._weight(pairs)
        if not total:
            return 0.0, 0.0
        before = map(pairs.intersection, self._texts[max(0, at - _LINES) : at])
        after = map(pairs.intersection, self._texts[at : at + _LINES])
        return self._weight(set().union(*before)) / total, self._weight(set().union(*after)) / total

    def _alike(self, at: int) -> float:
        """The weight of the words that the windows before and after a place share, for each word of the lesser one."""
        if at not in self._likeness:
            before = self._window(range(at - 1, max(-1, at - 1 - _LINES), -1))
            after = self._window(range(at, min(len(self._texts), at + _LINES)))
            lesser = min(len(before), len(after))
            self._likeness[at] = self._weight(before & after) / lesser if lesser else 0.0
        return self._likeness[at]

    def _weight(self, pairs: Iterable[str]) -> float:
        """The sum of the weights of some words, which does not depend on their order."""
        return fsum(self._weights[self._lines[pair]] for pair in pairs)

    def _window(self, lines: range) -> set[str]:
        pairs: set[str] = set()
        room = _WINDOW
        for line in lines:
            if room <= 0:
                break
            pairs |= self._texts[line]
            room -= self._sizes[line]
        return pairs
