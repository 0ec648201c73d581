"""Enumerations: lists such as 获得感、幸福感、安全感 that come back in another order or in part."""

from __future__ import annotations

import re
from math import lgamma, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.reuse.text import Text

LEAST_ITEMS = 3
LONGEST_ITEM = 14

_PART = re.compile(r"[^，,。.；;：:！？!?…—\-“”\"《》()（）\x01\n]+")
_JOINT = re.compile("、|以及|和|与|及")


class Item(NamedTuple):
    """One item of a list: a stretch of the text that may be cut back where a word begins or ends.

    `open_` tells the side on which the list may begin or end inside the stretch: in 提升群众安全感、获得感
    the first item is 安全感, which only the other text can tell.
    """

    start: int
    end: int
    open_: str


class SharedList(NamedTuple):
    """Two lists with the same items: the stretches, and pairs of stretches of the items."""

    left: tuple[int, int]
    right: tuple[int, int]
    items: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def lists(text: Text) -> Iterator[list[Item]]:
    """The lists of a text: three or more stretches joined by 、 or, next to one, by 和, 与, 及, 以及."""
    line = "".join(map(chr, text.codes.tolist()))
    for part in _PART.finditer(line):
        if "、" not in part.group():
            continue
        marks = [m for m in _JOINT.finditer(line, *part.span()) if text.edges[m.start()] or m.group() == "、"]
        cuts = [part.start(), *(place for mark in marks for place in mark.span()), part.end()]
        items = []
        stretches = list(zip(cuts[::2], cuts[1::2], strict=True))
        for at, (start, end) in enumerate(stretches):
            side = "start" if at == 0 else "end" if at == len(stretches) - 1 else ""
            if side == "start":
                start = max(start, end - LONGEST_ITEM)
            elif side == "end":
                end = min(end, start + LONGEST_ITEM)
            items.append(Item(start, end, side))
        if len(items) >= LEAST_ITEMS and all(0 < item.end - item.start <= LONGEST_ITEM for item in items):
            yield items


class Form(NamedTuple):
    """A stretch that an item may be; `whole` when words begin and end there."""

    start: int
    end: int
    whole: bool


Forms = dict[tuple[int, ...], Form]


def forms(text: Text, item: Item) -> Forms:
    """What an item may be: itself, or cut anywhere on its open side, by the characters."""
    found = {}
    for start in range(item.start, item.end - 1) if item.open_ == "start" else (item.start,):
        for end in range(start + 2, item.end + 1) if item.open_ == "end" else (item.end,):
            closed = (start, end) == (item.start, item.end)
            whole = closed or bool(text.edges[start] and text.edges[end])
            found[tuple(text.codes[start:end].tolist())] = Form(start, end, whole)
    return found


def shared_lists(left: Text, right: Text) -> Iterator[SharedList]:
    """Pairs of lists with at least three items in common, in another order or with others between them."""
    theirs = [[forms(right, item) for item in items] for items in lists(right)]
    for items in lists(left):
        ours = [forms(left, item) for item in items]
        for others in theirs:
            pairs = _pairs(ours, others)
            if len(pairs) < LEAST_ITEMS:
                continue
            shared = SharedList(
                (pairs[0][0].start, pairs[-1][0].end),
                (min(other.start for _, other in pairs), max(other.end for _, other in pairs)),
                tuple(((a.start, a.end), (b.start, b.end)) for a, b in pairs),
            )
            if not _same(left, right, shared):
                yield shared


def _pairs(ours: list[Forms], theirs: list[Forms]) -> list[tuple[Form, Form]]:
    """The places of the items that two lists share, each used once, the longest form first."""
    pairs = []
    free = list(range(len(theirs)))
    for one in ours:
        shared = [
            (len(key), -at, key)
            for at in free
            for key in one
            if key in theirs[at] and (one[key].whole or theirs[at][key].whole)
        ]
        if shared:
            _, at, key = max(shared)
            free.remove(-at)
            pairs.append((one[key], theirs[-at][key]))
    return pairs


def _same(left: Text, right: Text, shared: SharedList) -> bool:
    """Whether both stretches are the same wording, which is a verbatim match and no more."""
    one, other = left.codes[slice(*shared.left)], right.codes[slice(*shared.right)]
    return bool(one.tolist() == other.tolist())


def order_bits(shared: SharedList) -> float:
    """Bits for the freedom of the order: log2 of the number of orders of the items."""
    return lgamma(len(shared.items) + 1) / log(2)
