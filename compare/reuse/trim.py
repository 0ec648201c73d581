"""A shared stretch cut back to a phrase: whole words, whole brackets, no loose marks or dangling words at the ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.reuse.align import Alignment
from compare.reuse.finding import within
from compare.reuse.index import SharedRun
from seeds.language.brackets import CLOSERS
from seeds.lexicon import words

if TYPE_CHECKING:
    from compare.reuse.text import Text, Worded

    Part = tuple[int, int]

_OPENERS = frozenset(CLOSERS.values())
_STRAIGHT = frozenset("\"'")
_STOPS = frozenset("。！？.!?…")
_BRACKETS = re.compile("[" + re.escape("".join(sorted(_OPENERS.union(CLOSERS, _STRAIGHT)))) + "]")
PHRASE = 40
"""Longer stretches are passages, in which a bracket may stand without its other half."""

SENTENCE = 16
"""Stretches from this length on may end with the mark of a sentence."""

SCRAP, SHARE, HALF = 6, 6, 2
"""Characters of a clause at an end that only begins or ends there, and the part of the stretch (one in so many), at
most, that is left out: 改革, of 改革，出台试点办法; of a sentence up to the half."""

_CLAUSES = frozenset("，。；：！？,;:!?")


def is_wordy(char: str) -> bool:
    """Whether a character belongs to a word: a letter, a Han character or a digit, in any script."""
    return char.isalnum()


def phrase_of(text: Worded, stretch: Part) -> Part | None:
    """The part of a stretch of a text that is a phrase: None when nothing remains.

    It begins and ends where words do and with a character of a word, or a bracket whose other half it holds too.
    """
    a, length = stretch[0], stretch[1] - stretch[0]
    ends = text.edges[a : a + length + 1].nonzero()[0].tolist()
    if len(ends) < 2:
        return stretch if length > PHRASE else None
    opening, closing = _clause_begins(text, a), _clause_ends(text, a + length)
    partner = _brackets(text, a, length)
    low, high = 0, len(ends) - 1
    moved = True
    while moved and low < high:
        moved = False
        start, end = ends[low], ends[high]
        if not _may_start(text, a, (start, ends[low + 1], end), partner, opening):
            low, moved = low + 1, True
        elif not _may_end(text, a, (start, ends[high - 1], end), partner, closing and end == length):
            high, moved = high - 1, True
        else:
            loose = _loose(start, end, partner) if length <= PHRASE else None
            if loose is not None:
                # Keep the longer side of a bracket without its other half.
                if loose - start >= end - loose - 1:
                    while high > low and ends[high] > loose:
                        high -= 1
                else:
                    while low < high and ends[low] <= loose:
                        low += 1
                moved = True
    return (a + ends[low], a + ends[high]) if low < high else None


def widened(left: Text, right: Text, run: SharedRun) -> SharedRun:
    """A named wording with what both texts have beside it in the clause, as far as that makes a phrase:
    治理能力现代化 for 能力现代化.
    """
    a, b, length = run
    ours, theirs = left.line, right.line
    low, high = 0, length
    may_grow = False
    while low < min(a, b) and ours[a - low - 1] == theirs[b - low - 1] and is_wordy(ours[a - low - 1]):
        low += 1
        may_grow = may_grow or (left.edges[a - low] and right.edges[b - low])
    most = min(len(ours) - a, len(theirs) - b)
    while high < most and ours[a + high] == theirs[b + high] and is_wordy(ours[a + high]):
        high += 1
        may_grow = may_grow or (left.edges[a + high] and right.edges[b + high])
    if not may_grow:
        return run
    ends = trim_ends(left, right, Alignment((SharedRun(a - low, b - low, low + high),), 0.0))
    if ends is None or ends[0][0] > a or ends[0][1] < a + length:
        return run
    first, last = ends[0][0] - a + low, ends[0][1] - a + low
    if ours[a - low + first : a].startswith(tuple(words("phrase_edges", "leaning"))):
        first = low
    behind = {
        text.line[place : place + 1] for text, place in ((left, a - low + last), (right, b - low + last))
    }
    if all(char.isalnum() and char not in "的和与及等中" for char in behind):
        last = low + length  # 改革激发 goes on in both
    return SharedRun(a - low + first, b - low + first, last - first)


def trim_ends(left: Worded, right: Worded, alignment: Alignment) -> tuple[Part, Part] | None:
    """The stretches of an alignment cut back at both ends; None when no word remains.

    The first and the last run are cut as phrases, by as much on either side.
    """
    ours, theirs = _without_scraps(left, right, alignment)
    one, other = phrase_of(left, ours), phrase_of(right, theirs)
    runs = list(within(alignment, one, other)) if one and other else []
    if not (one and other and runs):
        return None
    first, last = alignment.runs[0], alignment.runs[-1]
    if first.b == alignment.right[0]:  # the same wording begins both
        start = _common(left, right, runs[0], 1)
        one, other = (start[0], one[1]), (start[1], other[1])
    if last.b + last.length == alignment.right[1]:  # and ends them
        end = _common(left, right, runs[-1], -1)
        one, other = (one[0], end[0]), (other[0], end[1])
    return (one, other) if one[0] < one[1] and other[0] < other[1] else None


def _common(left: Worded, right: Worded, run: SharedRun, step: int) -> Part:
    """The first places in a run, or with `step` -1 the last, where words of both texts end; else where it does."""
    places = [(run.a + n, run.b + n) for n in range(run.length + 1)][::step]
    return next((at for at in places if left.edges[at[0]] and right.edges[at[1]]), places[0])


def _without_scraps(left: Worded, right: Worded, alignment: Alignment) -> tuple[Part, Part]:
    """The stretches of an alignment without scraps of clauses at their ends."""
    sides = (left, alignment.left), (right, alignment.right)
    cut = []
    for text, (start, end) in sides:
        first, last = (
            text.chars[start : start + SCRAP + 1],
            text.chars[max(start, end - SCRAP - 1) : end][::-1],
        )
        head = _scrap(first, end - start)
        tail = _scrap(last, end - start)
        cut.append((head + (head >= 0), max(0, tail)))
    begins = [not _clause_begins(text, part[0]) for text, part in sides]
    stops = [not _clause_ends(text, part[1]) for text, part in sides]
    first, last = alignment.runs[0], alignment.runs[-1]
    if first.b == alignment.right[0]:  # the same wording begins both: all or nothing
        begins = [any(begins) and all(head for head, _ in cut)] * 2
    if last.b + last.length == alignment.right[1]:
        stops = [any(stops) and all(tail for _, tail in cut)] * 2
    one, other = (
        (part[0] + begin * head, part[1] - stop * tail)
        for (_, part), (head, tail), begin, stop in zip(sides, cut, begins, stops, strict=True)
    )
    return one, other


def _scrap(chars: str, length: int) -> int:
    """Where the mark stands that parts a scrap from the rest of a stretch of some length, from its end; -1 for none."""
    return next(
        (
            at
            for at, char in enumerate(chars)
            if char in _CLAUSES and at * (HALF if char in _STOPS else SHARE) <= length
        ),
        -1,
    )


def _clause_begins(text: Worded, place: int) -> bool:
    return place == 0 or not is_wordy(text.chars[place - 1]) or "\n" in text.string(place - 1, place + 1)


def _clause_ends(text: Worded, place: int) -> bool:
    return place == len(text) or not is_wordy(text.chars[place]) or "\n" in text.string(place - 1, place + 1)


def _brackets(text: Worded, a: int, length: int) -> dict[int, int | None]:
    """For each bracket in the run its partner in the run, or None."""
    partner: dict[int, int | None] = {}
    stack: list[tuple[int, str]] = []
    straight: dict[str, int] = {}
    for bracket in _BRACKETS.finditer(text.chars, a, a + length):
        i, char = bracket.start() - a, bracket.group()
        if char in _OPENERS:
            stack.append((i, char))
            partner[i] = None
        elif char in CLOSERS:
            partner[i] = None
            if stack and stack[-1][1] == CLOSERS[char]:
                opened, _ = stack.pop()
                partner[opened], partner[i] = i, opened
        elif char in _STRAIGHT:
            partner[i] = None
            if char in straight:
                opened = straight.pop(char)
                partner[opened], partner[i] = i, opened
            else:
                straight[char] = i
    return partner


def _may_start(
    text: Worded, a: int, ends: tuple[int, int, int], partner: dict[int, int | None], opening: bool
) -> bool:
    start, behind, end = ends
    if start in partner:
        other = partner[start]
        return other is not None and start < other < end
    word = text.string(a + start, a + behind)
    if not is_wordy(text.chars[a + start]) or word in words("phrase_edges", "clinging"):
        return False
    return (
        word not in words("phrase_edges", "leaning")
        or (start == 0 and opening)
        or not is_wordy(text.chars[a + max(start, 1) - 1])
    )


def _may_end(
    text: Worded, a: int, ends: tuple[int, int, int], partner: dict[int, int | None], closing: bool
) -> bool:
    start, before, end = ends
    last = end - 1
    if text.chars[a + last] in _STOPS and end - start >= SENTENCE:
        return True
    if last in partner:
        other = partner[last]
        return other is not None and start <= other < last
    word = text.string(a + before, a + end)
    ends_clause = closing or text.chars[a + end : a + end + 1] in _CLAUSES
    return is_wordy(text.chars[a + last]) and (ends_clause or word not in words("phrase_edges", "dangling"))


def _loose(start: int, end: int, partner: dict[int, int | None]) -> int | None:
    """The first bracket inside whose other half is not."""
    for place in sorted(partner):
        other = partner[place]
        if start <= place < end and (other is None or not start <= other < end):
            return place
    return None
