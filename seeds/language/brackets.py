"""Quotation marks and brackets: which pair up, and which stretches they keep together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

CLOSERS = {
    "”": "“",
    "’": "‘",
    "」": "「",
    "』": "『",
    "》": "《",
    "〉": "〈",
    "）": "（",
    ")": "(",
    "】": "【",
    "]": "[",
}
"""Closing marks and what opens them; the straight `"` is either."""
OPENERS = {opener: closer for closer, opener in CLOSERS.items()}
TITLES = frozenset("》〉")
"""Brackets of titles: an end mark inside is part of a name, as in 《怎么办？》."""

_BRACKET = re.compile("[" + re.escape("".join([*CLOSERS, *OPENERS, '"'])) + "]")


def partners(text: str) -> dict[int, int]:
    """The offset of each closing mark that has an opening one, and the offset of that. Linear.

    What opens inside a pair and does not close is unbalanced and has no partner.
    """
    found: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    open_now: dict[str, int] = dict.fromkeys([*OPENERS, '"'], 0)
    for match in _BRACKET.finditer(text):
        mark, at = match.group(), match.start()
        opener = '"' if mark == '"' and open_now['"'] else CLOSERS.get(mark)
        if opener is None:
            waiting.append((mark, at))
            open_now[mark] += 1
        elif open_now[opener]:
            # What opened later and never closed is dropped, which keeps this linear.
            while True:
                last, start = waiting.pop()
                open_now[last] -= 1
                if last == opener:
                    break
            found[at] = start
    return found


class Kept:
    """The stretches that brackets of at most `limit` characters keep together, the outermost ones."""

    def __init__(self, pairs: Mapping[int, int], limit: int) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((a, b) for b, a in pairs.items() if b - a - 1 <= limit):
            if not self._ends or start > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, cut: int) -> bool:
        """Whether a cut before character `cut` would fall inside one of them."""
        place = bisect_right(self._starts, cut - 1) - 1
        return place >= 0 and cut <= self._ends[place]


def whole(text: str) -> bool:
    """Whether every mark of a text that opens also closes."""
    return all(text.count(closer) == text.count(opener) for closer, opener in CLOSERS.items())


def paired(text: str) -> str:
    """A text without marks at its ends that have no partner in it."""
    while text and (text[0] in CLOSERS or (text[0] in OPENERS and OPENERS[text[0]] not in text)):
        text = text[1:]
    while text and (text[-1] in OPENERS or (text[-1] in CLOSERS and CLOSERS[text[-1]] not in text)):
        text = text[:-1]
    return text


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved by one where a mark of `text[start:end]` lacks a partner that stands right outside."""
    for opener, closer in OPENERS.items():
        inside = text.count(opener, start, end) - text.count(closer, start, end)
        if inside == 1 and text[end : end + 1] == closer:
            end += 1
        elif inside == -1 and text[start - 1 : start] == opener:
            start -= 1
    return start, end
