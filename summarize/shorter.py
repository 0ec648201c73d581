"""A line that is a little too long, without what a list or an adverb adds.

Of a list whose last parts are built alike (坚守根脉、守护温情) the last go, and adverbs before verbs. What stays says
less and nothing else: no negation, condition or modifier of a noun is touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from summarize.compress import BREAKS
from summarize.lexicon import words as words_of

Words = Sequence[tuple[str, str]]

SHORTEST = 2
"""A part of a list has so many characters at least: 力、度、效 is one word."""
_JOINING = frozenset("的和与及或等是到")
_TOGETHER = frozenset("都均皆相互两二彼各缺")
"""What is said with these is said of all parts of a list."""
_NOT = frozenset("不没未别无莫")


def shorter(words: Words) -> Iterator[frozenset[int]]:
    """The numbers of words that can go, fewest first: last parts of lists, adverbs, both."""
    tails = accumulate(_tails(words), lambda gone, tail: gone | tail, initial=frozenset[int]())
    adverbs = _adverbs(words)
    for tail in tails:
        if tail:
            yield tail
        if adverbs - tail:
            yield adverbs | tail


def _adverbs(words: Words) -> frozenset[int]:
    """Adverbs before a verb, or before another that goes."""
    known = words_of("spared")
    gone: set[int] = set()
    for place in range(len(words) - 2, -1, -1):
        word, tag = words[place]
        spared = (word in known or tag == "ad") and (words[place + 1][1][0] == "v" or place + 1 in gone)
        if spared and not (place and words[place - 1][0][-1] in _NOT):
            gone.add(place)
    return frozenset(gone)


def _tails(words: Words) -> Iterator[frozenset[int]]:
    """The last part of each list that ends a clause with the 、 before it, the last one first."""
    ends = [*(place for place, (word, _) in enumerate(words) if word in BREAKS), len(words)]
    for start, end in reversed(list(pairwise([0, *ends]))):
        for place in range(end - 1, start, -1):
            if words[place][0] != "、":
                continue
            part, before = words[place + 1 : end], words[max(2 * place + 1 - end, start) : place]
            if (
                sum(len(word) for word, _ in part) < SHORTEST
                or list(map(_kind, part)) != list(map(_kind, before))
                or any(word in _JOINING for word, _ in part)
                or any(word[0] in _TOGETHER for word, _ in words[end:])
            ):
                break
            yield frozenset(range(place, end))
            end = place


def _kind(tagged: tuple[str, str]) -> str:
    kind = tagged[1][0]
    return "n" if kind in "ljiz" else kind
