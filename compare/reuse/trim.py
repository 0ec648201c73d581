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
    from compare.reuse.text import Text

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

_CLAUSES = re.compile("[，。；：！？,;:!?]")


def is_wordy(char: str) -> bool:
    """Whether a character belongs to a word: a letter, a Han character or a digit, in any script."""
    return char.isalnum()


def phrase_of(text: Text, stretch: Part) -> Part | None:
    """The part of a stretch of a text that is a phrase: None when nothing remains.

    It begins and ends where words do and with a character of a word, or a bracket whose other half it holds too.
    """
    if stretch not in text.phrases:
        text.phrases[stretch] = _phrase_of(text, stretch)
    return text.phrases[stretch]


def _phrase_of(text: Text, stretch: Part) -> Part | None:
    a, b = stretch
    ends = (text.edges[a : b + 1].nonzero()[0] + a).tolist()
    if len(ends) < 2:
        return stretch if b - a > PHRASE else None
    partner = _brackets(text, a, b)
    low, high = 0, len(ends) - 1
    while low < high:
        start, end = ends[low], ends[high]
        if not _may_start(text, (start, ends[low + 1], end), partner, first=start == a):
            low += 1
        elif not _may_end(text, (start, ends[high - 1], end), partner, last=end == b):
            high -= 1
        else:
            loose = _loose(start, end, partner) if partner and b - a <= PHRASE else None
            if loose is None:
                return start, end
            # Keep the longer side of a bracket without its other half.
            if loose - start >= end - loose - 1:
                while high > low and ends[high] > loose:
                    high -= 1
            else:
                while low < high and ends[low] <= loose:
                    low += 1
    return None


def widened(left: Text, right: Text, run: SharedRun) -> SharedRun:
    """A named wording with what both texts have beside it in the clause, as far as that makes a phrase:
    治理能力现代化 for 能力现代化.
    """
    a, b, length = run
    ours, theirs = left.line, right.line
    if (
        ours[a - 1 : a] != theirs[b - 1 : b]
        and ours[a + length : a + length + 1] != theirs[b + length : b + length + 1]
    ):
        return run
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
    grown = Alignment((SharedRun(a - low, b - low, low + high),), 0.0)
    ends = _cut(left, right, grown, (grown.left, grown.right))
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


def trim_ends(left: Text, right: Text, alignment: Alignment) -> tuple[Part, Part] | None:
    """The stretches of an alignment cut back at both ends; None when no word remains.

    The first and the last run are cut as phrases, by as much on either side.
    """
    return _cut(left, right, alignment, _without_scraps(left, right, alignment))


def _cut(
    left: Text, right: Text, alignment: Alignment, stretches: tuple[Part, Part]
) -> tuple[Part, Part] | None:
    ours, theirs = stretches
    one, other = phrase_of(left, ours), phrase_of(right, theirs)
    runs = list(within(alignment, one, other)) if one and other else []
    if not (one and other and runs):
        return None
    if len(alignment.runs) == 1:
        begin, stop = _common(left, right, runs[0], 1), _common(left, right, runs[0], -1)
        return ((begin[0], stop[0]), (begin[1], stop[1])) if begin < stop else None
    first, last = alignment.runs[0], alignment.runs[-1]
    if first.b == alignment.right[0]:  # the same wording begins both
        start = _common(left, right, runs[0], 1)
        one, other = (start[0], one[1]), (start[1], other[1])
    if last.b + last.length == alignment.right[1]:  # and ends them
        end = _common(left, right, runs[-1], -1)
        one, other = (one[0], end[0]), (other[0], end[1])
    return (one, other) if one[0] < one[1] and other[0] < other[1] else None


def _common(left: Text, right: Text, run: SharedRun, step: int) -> Part:
    """The first places in a run, or with `step` -1 the last, where words of both texts end; else where it does."""
    for n in range(run.length + 1)[::step]:
        if left.edges[run.a + n] and right.edges[run.b + n]:
            return run.a + n, run.b + n
    return (run.a, run.b) if step > 0 else (run.a + run.length, run.b + run.length)


def _without_scraps(left: Text, right: Text, alignment: Alignment) -> tuple[Part, Part]:
    """The stretches of an alignment without scraps of clauses at their ends."""
    ours, theirs = alignment.left, alignment.right
    heads, tails = _scraps(left, ours), _scraps(left, ours, -1)
    their_heads, their_tails = _scraps(right, theirs), _scraps(right, theirs, -1)
    if not (heads or tails or their_heads or their_tails):
        return ours, theirs
    begins = [not _clause_begins(left, ours[0]), not _clause_begins(right, theirs[0])]
    stops = [not _clause_ends(left, ours[1]), not _clause_ends(right, theirs[1])]
    first, last = alignment.runs[0], alignment.runs[-1]
    if first.b == theirs[0]:  # the same wording begins both: all or nothing
        begins = [any(begins) and bool(heads and their_heads)] * 2
    if last.b + last.length == theirs[1]:
        stops = [any(stops) and bool(tails and their_tails)] * 2
    return (
        (ours[0] + begins[0] * heads, ours[1] - stops[0] * tails),
        (theirs[0] + begins[1] * their_heads, theirs[1] - stops[1] * their_tails),
    )


def _scraps(text: Text, part: Part, step: int = 1) -> int:
    """Characters of a clause that only ends where a stretch begins, its mark too; with `step` -1 of one that only
    begins where it ends, without.
    """
    length = part[1] - part[0]
    most = min(SCRAP, length // HALF) + 1
    bounds = (part[0], part[0] + most) if step > 0 else (part[1] - most, part[1])
    for mark in list(_CLAUSES.finditer(text.chars, *bounds))[::step]:
        scrap = mark.start() - part[0] if step > 0 else part[1] - mark.end()
        if scrap * (HALF if mark.group() in _STOPS else SHARE) <= length:
            return scrap + (step > 0)
    return 0


def _clause_begins(text: Text, place: int) -> bool:
    return place == 0 or not is_wordy(text.chars[place - 1]) or "\n" in text.string(place - 1, place + 1)


def _clause_ends(text: Text, place: int) -> bool:
    return place == len(text) or not is_wordy(text.chars[place]) or "\n" in text.string(place - 1, place + 1)


def _brackets(text: Text, a: int, b: int) -> dict[int, int | None]:
    """For each bracket in a stretch its partner in the stretch, or None."""
    partner: dict[int, int | None] = {}
    stack: list[tuple[int, str]] = []
    straight: dict[str, int] = {}
    for bracket in _BRACKETS.finditer(text.chars, a, b):
        i, char = bracket.start(), bracket.group()
        partner[i] = None
        if char in _OPENERS:
            stack.append((i, char))
        elif char in CLOSERS:
            if stack and stack[-1][1] == CLOSERS[char]:
                opened, _ = stack.pop()
                partner[opened], partner[i] = i, opened
        elif char in straight:
            opened = straight.pop(char)
            partner[opened], partner[i] = i, opened
        else:
            straight[char] = i
    return partner


def _may_start(
    text: Text, ends: tuple[int, int, int], partner: dict[int, int | None], *, first: bool
) -> bool:
    start, behind, end = ends
    if start in partner:
        other = partner[start]
        return other is not None and start < other < end
    word = text.string(start, behind)
    if not is_wordy(text.chars[start]) or word in words("phrase_edges", "clinging"):
        return False
    if word not in words("phrase_edges", "leaning"):
        return True
    return _clause_begins(text, start) if first else not is_wordy(text.chars[start - 1])


def _may_end(text: Text, ends: tuple[int, int, int], partner: dict[int, int | None], *, last: bool) -> bool:
    start, before, end = ends
    if text.chars[end - 1] in _STOPS and end - start >= SENTENCE:
        return True
    if end - 1 in partner:
        other = partner[end - 1]
        return other is not None and start <= other < end - 1
    return is_wordy(text.chars[end - 1]) and (
        (last and _clause_ends(text, end))
        or _CLAUSES.match(text.chars, end) is not None
        or text.string(before, end) not in words("phrase_edges", "dangling")
    )


def _loose(start: int, end: int, partner: dict[int, int | None]) -> int | None:
    """The first bracket inside whose other half is not."""
    for place in sorted(partner):
        other = partner[place]
        if start <= place < end and (other is None or not start <= other < end):
            return place
    return None
