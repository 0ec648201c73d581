"""Where a parallelism could stand: runs of neighbouring stretches that resemble each other in some way.

Candidates only: what they are worth is for the model in `parallelism` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.rhetoric.alignment import characters, similarity, tags, texts
from seeds.language.analysis import AnalysedParagraph
from seeds.language.subsequence import common_subsequence
from seeds.language.words import COMMA, LIST, SEMICOLON, STOP, Segment, Word

Branch = tuple[Word, ...]

LEAST = 3
"""A parallelism has three branches or more (Chen Wangdao 1932); two are a couplet."""
LONGEST = 60
"""Words of a branch that are looked at; alignment of longer ones says nothing more."""
ALIKE_TAGS, ALIKE_LENGTH = 0.6, 0.5
"""Share of common parts of speech, and ratio of lengths in words, that link neighbours."""
ALIKE_WORDS, ALIKE_CHARACTERS, ALIKE_WIDTH = 0.25, 0.3, 0.6
"""Share of common words, or of common characters at this ratio of lengths in characters, that link neighbours."""


MORE = 6
"""Units before and behind a run that are tried for a further branch; it bounds the work."""
LOOSE = 2
"""Words beyond the shared ones that the outer branches are measured by; with more the end is anyone's guess."""


class BranchRun(NamedTuple):
    """Neighbouring branches of one level (`LIST` to `STOP`); `paired` if each is two clauses long.

    They stand in `units[begin:stop]`, all units of that level.
    """

    level: int
    paired: bool
    branches: tuple[Branch, ...]
    units: Sequence[Branch]
    begin: int
    stop: int

    @property
    def start(self) -> int:
        """Offset of the first branch."""
        return self.branches[0][0].start

    @property
    def end(self) -> int:
        """Offset behind the last branch."""
        return self.branches[-1][-1].end


def runs(paragraph: AnalysedParagraph) -> Iterator[BranchRun]:
    """Every run of at least `LEAST` branches, each stretch of text once, on all levels of punctuation.

    Single words in a row (采摘、烹饪、品尝) are a list and no run.
    """
    seen: set[tuple[int, int, int]] = set()
    links = _Links({})
    for level in (LIST, COMMA, SEMICOLON, STOP):
        groups = list(paragraph.divided(level))
        units = [_words(group) for group in groups]
        yield from _runs(level, False, units, links, seen)
        if level == COMMA:
            for offset in (0, 1):
                for pairs in _pairs(units, [group[-1].strength for group in groups], offset):
                    yield from _runs(level, True, pairs, links, seen)


def _pairs(units: Sequence[Branch], strengths: Sequence[int], offset: int) -> Iterator[list[Branch]]:
    """Units two by two, in stretches in which only a comma stands inside a pair."""
    pairs: list[Branch] = []
    for at in range(offset, len(units) - 1, 2):
        if strengths[at] == COMMA:
            pairs.append((units[at] + units[at + 1])[:LONGEST])
        elif pairs:
            yield pairs
            pairs = []
    yield pairs


def _words(group: Sequence[Segment]) -> Branch:
    return tuple(word for segment in group for word in segment.words)[:LONGEST]


def _runs(
    level: int, paired: bool, units: Sequence[Branch], linked: _Links, seen: set[tuple[int, int, int]]
) -> Iterator[BranchRun]:
    links = [linked.of(left, right) for left, right in pairwise(units)]
    for kind in range(4):
        begin = 0
        for index in range(1, len(units) + 1):
            if index < len(units) and links[index - 1][kind]:
                continue
            branches, from_unit = tuple(units[begin:index]), begin
            if len(branches) < LEAST - 1:
                begin = index
                continue
            if begin and (first := _from_opening(units[begin - 1], branches[0])):
                branches, from_unit = (first, *branches), begin - 1
            begin = index
            key = (branches[0][0].start, branches[-1][-1].end, len(branches))
            listed = sum(len(branch) == 1 for branch in branches) >= len(branches) - 1
            if len(branches) >= LEAST and not listed and key not in seen:
                seen.add(key)
                yield BranchRun(level, paired, branches, units, from_unit, index)


class _Links(NamedTuple):
    """How neighbours are linked, kept: most are the same units on several levels."""

    known: dict[tuple[int, int, int, int], tuple[bool, bool, bool, bool]]

    def of(self, left: Branch, right: Branch) -> tuple[bool, bool, bool, bool]:
        place = left[0].start, left[-1].end, right[0].start, right[-1].end
        if place not in self.known:
            self.known[place] = _links(left, right)
        return self.known[place]


def _links(left: Branch, right: Branch) -> tuple[bool, bool, bool, bool]:
    """Whether two neighbours share their first word, their last word, their grammar, much of the wording.

    Wording is compared by words and by characters: 留在 and 用在 share one, whatever the segmenter makes of it.
    """
    ratio = min(len(left), len(right)) / max(len(left), len(right))
    short, long = sorted((characters(left), characters(right)), key=len)
    return (
        left[0].text == right[0].text,
        left[-1].text == right[-1].text,
        ratio >= ALIKE_LENGTH and similarity(tags(left), tags(right)) >= ALIKE_TAGS,
        not set(short).isdisjoint(long)
        and (
            similarity(texts(left), texts(right)) >= ALIKE_WORDS
            or (len(short) >= ALIKE_WIDTH * len(long) and similarity(short, long) >= ALIKE_CHARACTERS)
        ),
    )


def _from_opening(before: Branch, first: Branch) -> Branch | None:
    """The end of the unit before a run, from the run's opening word on: 时间【是历史】，是空间，是晚风."""
    starts = [index for index, word in enumerate(before) if word.text == first[0].text]
    if not starts:
        return None
    best = min(starts, key=lambda index: abs(len(before) - index - len(first)))
    return before[best:]


def shared_words(branches: Sequence[Branch]) -> list[str]:
    """The words that all branches share, in order."""
    shared = texts(branches[0])
    for branch in branches[1:]:
        if not shared:
            break
        shared = common_subsequence(shared, texts(branch))
    return shared


def measured(run: BranchRun) -> BranchRun:
    """The run with its outer branches cut to the measure of the others, by the words all of them share.

    A sentence seldom begins and ends with its parallelism: in 人人【坚持创新发展、坚持协调发展、坚持绿色发展】的方针
    other words stand before the first branch and behind the last. Neighbouring units that hold a branch of the
    same measure are taken in.
    """
    shared = shared_words(run.branches)
    if not any(_tells(word) for word in run.branches[1] if word.text in shared):
        return run
    branches = list(run.branches)
    longest = max(map(len, branches[1:-1]))
    if len(branches[0]) > longest:
        branches[0] = _cut_first(branches[0], branches[1:], shared) or branches[0]
    if len(branches[-1]) > longest:
        branches[-1] = _cut_last(branches[-1], branches[:-1], shared) or branches[-1]
    inner = branches[:2]
    ahead: list[Branch] = []
    place = run.begin
    # A branch that begins inside its unit is the first, one that ends inside it the last.
    while len(ahead) < MORE and place and (ahead[-1] if ahead else branches[0]) == run.units[place]:
        place -= 1
        first = _cut_first(run.units[place], inner, shared)
        if first is None or not _alike(first, branches[0]):
            break
        ahead.append(first)
    place = run.stop - 1
    last_place = min(place + MORE, len(run.units) - 1)
    while place < last_place and branches[-1] == run.units[place]:
        place += 1
        last = _cut_last(run.units[place], inner, shared)
        if last is None or not _alike(last, branches[-1]):
            break
        branches.append(last)
    return run._replace(branches=(*reversed(ahead), *branches))


def _tells(word: Word) -> bool:
    """Whether a shared word shows a frame by itself: 的 and 和 do not."""
    return word.pos not in "ucm"


def _alike(left: Branch, right: Branch) -> bool:
    return min(len(left), len(right)) >= ALIKE_LENGTH * max(len(left), len(right))


def _cut_first(branch: Branch, others: Sequence[Branch], shared: Sequence[str]) -> Branch | None:
    """The end of `branch` from as far before the shared words as they stand in any of `others`.

    Where the shared words allow several cuts, it is the one that comes nearest to the others in length.
    """
    lead = max(texts(other).index(shared[0]) for other in others)
    cuts = [
        branch[max(0, index - lead) :]
        for index, word in enumerate(branch)
        if word.text == shared[0] and _holds(branch[index:], shared)
    ]
    return _nearest(cuts, others) if lead <= LOOSE else None


def _cut_last(branch: Branch, others: Sequence[Branch], shared: Sequence[str]) -> Branch | None:
    """The beginning of `branch` to as far behind the shared words as others go; see `_cut_first`."""
    rest = max(texts(other)[::-1].index(shared[-1]) for other in others)
    cuts = [
        branch[: index + 1 + rest]
        for index, word in enumerate(branch)
        if word.text == shared[-1] and _holds(branch[: index + 1], shared)
    ]
    return _nearest(cuts, others) if rest <= LOOSE else None


def _nearest(cuts: Sequence[Branch], others: Sequence[Branch]) -> Branch | None:
    wanted = sum(map(len, others)) / len(others)
    return min(cuts, key=lambda cut: abs(len(cut) - wanted), default=None)


def _holds(branch: Branch, shared: Sequence[str]) -> bool:
    words = iter(texts(branch))
    return all(word in words for word in shared)
