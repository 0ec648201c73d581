"""Where a parallelism could stand: runs of neighbouring stretches that resemble each other in some way.

Candidates only: what they are worth is for the model in `parallelism` to say.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from compare.rhetoric.alignment import similarity, tags, texts
from compare.rhetoric.passage import COMMA, LIST, SEMICOLON, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.rhetoric.passage import Passage, Phrase, Word

    Branch = tuple[Word, ...]

LEAST = 3
"""A parallelism has three branches or more (Chen Wangdao 1932); two are a couplet."""
LONGEST = 60
"""Words of a branch that are looked at; alignment of longer ones says nothing more."""
ALIKE_TAGS, ALIKE_WORDS, ALIKE_LENGTH = 0.6, 0.3, 0.5
"""Shares of common parts of speech and of common words, and ratio of lengths, that link neighbours."""


class Run(NamedTuple):
    """Neighbouring branches of one level (`LIST` to `STOP`); `paired` if each is two clauses long."""

    level: int
    paired: bool
    branches: tuple[Branch, ...]

    @property
    def start(self) -> int:
        """Offset of the first branch."""
        return self.branches[0][0].start

    @property
    def end(self) -> int:
        """Offset behind the last branch."""
        return self.branches[-1][-1].end


def runs(passage: Passage) -> Iterator[Run]:
    """Every run of at least `LEAST` branches, each stretch of text once, on all levels of punctuation."""
    seen: set[tuple[int, int, int]] = set()
    for level in (LIST, COMMA, SEMICOLON, STOP):
        units = [_words(group) for group in passage.divided(level)]
        yield from _runs(level, False, units, seen)
        if level == COMMA:
            for offset in (0, 1):
                pairs = [(units[i] + units[i + 1])[:LONGEST] for i in range(offset, len(units) - 1, 2)]
                yield from _runs(level, True, pairs, seen)


def _words(group: Sequence[Phrase]) -> Branch:
    return tuple(word for phrase in group for word in phrase.words)[:LONGEST]


def _runs(
    level: int, paired: bool, units: Sequence[Branch], seen: set[tuple[int, int, int]]
) -> Iterator[Run]:
    if len(units) < LEAST - 1:
        return
    links = [_links(left, right) for left, right in itertools.pairwise(units)]
    for kind in range(4):
        begin = 0
        for index in range(1, len(units) + 1):
            if index < len(units) and links[index - 1][kind]:
                continue
            branches = tuple(units[begin:index])
            if begin and len(branches) > 1 and (first := _tail(units[begin - 1], branches[0])):
                branches = (first, *branches)
            begin = index
            key = (branches[0][0].start, branches[-1][-1].end, len(branches))
            if len(branches) >= LEAST and key not in seen:
                seen.add(key)
                yield Run(level, paired, branches)


def _links(left: Branch, right: Branch) -> tuple[bool, bool, bool, bool]:
    """Whether two neighbours share their first word, their last word, their grammar, much of the wording."""
    ratio = min(len(left), len(right)) / max(len(left), len(right))
    return (
        left[0].text == right[0].text,
        left[-1].text == right[-1].text,
        ratio >= ALIKE_LENGTH and similarity(tags(left), tags(right)) >= ALIKE_TAGS,
        similarity(texts(left), texts(right)) >= ALIKE_WORDS,
    )


def _tail(before: Branch, first: Branch) -> Branch | None:
    """The end of the unit before a run from the run's opening word on: 时间【是历史】，是空间，是…."""
    starts = [index for index, word in enumerate(before) if word.text == first[0].text]
    if not starts:
        return None
    best = min(starts, key=lambda index: abs(len(before) - index - len(first)))
    return before[best:]
