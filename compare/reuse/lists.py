"""Enumerations: lists such as 获得感、幸福感、安全感 that come back in another order or in part."""

from __future__ import annotations

import re
from collections import defaultdict
from math import lgamma, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from compare.reuse.text import Text

LEAST_ITEMS = 3
LONGEST_ITEM = 14

_PART = re.compile(r"[^，,。.；;：:！？!?…—\-“”\"《》()（）\n]+")
_KEY = 6
"""Characters of an item by which lists are brought together, at most."""

_LOOSE = frozenset("的地在和与及或等之了是有")
"""Characters that no item begins or ends with."""

_JOINT = re.compile("、|(?<=..)(?:以及|和|与|及)(?=..)")


class ListItem(NamedTuple):
    """One item of a list: a stretch of the text that may be cut back where a word begins or ends.

    `open_` tells the side on which the list may begin or end inside the stretch: in 提升群众安全感、获得感
    the first item is 安全感, which only the other text can tell.
    """

    start: int
    end: int
    open_: str

    def keys(self, line: str) -> set[str]:
        """What the item may be, in short: two lists that share an item share a key."""
        whole = line[self.start : self.end]
        if self.open_ == "start":
            return {whole[-size:] for size in range(2, _KEY + 1)}
        return {whole[:size] for size in range(2, _KEY + 1)} if self.open_ else {whole[:_KEY], whole[-_KEY:]}


class SharedList(NamedTuple):
    """Two lists with the same items: the stretches, and pairs of stretches of the items."""

    left: tuple[int, int]
    right: tuple[int, int]
    items: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def lists(text: Text) -> list[list[ListItem]]:
    """The lists of a text, each once: three or more stretches joined by 、 or, next to one, by 和, 与, 及, 以及."""
    found = []
    seen: set[str] = set()
    for part in _PART.finditer(text.line):
        if "、" not in part.group() or part.group() in seen:
            continue
        seen.add(part.group())
        cuts = [part.start()]
        for mark in _JOINT.finditer(text.line, *part.span()):
            cuts += mark.span()
        cuts.append(part.end())
        stretches = list(zip(cuts[::2], cuts[1::2], strict=True))
        items = []
        for at, (start, end) in enumerate(stretches):
            side = "start" if at == 0 else "end" if at == len(stretches) - 1 else ""
            if side == "start":
                start = max(start, end - LONGEST_ITEM)
            elif side == "end":
                end = min(end, start + LONGEST_ITEM)
            items.append(ListItem(start, end, side))
        if len(items) >= LEAST_ITEMS and all(0 < item.end - item.start <= LONGEST_ITEM for item in items):
            found.append(items)
    return found


class ListForm(NamedTuple):
    """A stretch that an item may be; `whole` when words begin and end there."""

    start: int
    end: int
    whole: bool


Forms = dict[str, ListForm]


def forms(text: Text, item: ListItem) -> Forms:
    """What an item may be: itself, or cut anywhere on its open side, by its wording."""
    found = {}
    for start in range(item.start, item.end - 1) if item.open_ == "start" else (item.start,):
        for end in range(start + 2, item.end + 1) if item.open_ == "end" else (item.end,):
            closed = (start, end) == (item.start, item.end)
            if text.line[start] in _LOOSE or text.line[end - 1] in _LOOSE:
                continue
            whole = closed or bool(text.edges[start] and text.edges[end])
            found[text.line[start:end]] = ListForm(start, end, whole)
    return found


def shared_list(ours: list[Forms], theirs: list[Forms]) -> SharedList | None:
    """What a list of each of two texts, as the forms of its items, share when it is three items or more."""
    pairs = _pairs(ours, theirs)
    if len(pairs) < LEAST_ITEMS:
        return None
    return SharedList(
        (pairs[0][0].start, pairs[-1][0].end),
        (min(other.start for _, other in pairs), max(other.end for _, other in pairs)),
        tuple(((a.start, a.end), (b.start, b.end)) for a, b in pairs),
    )


def is_figure(text: Text, shared: SharedList) -> bool:
    """Whether the items rhyme: all begin or all end with one character, as 获得感、幸福感、安全感."""
    items = [text.line[start:end] for (start, end), _ in shared.items]
    return len({item[0] for item in items}) == 1 or len({item[-1] for item in items}) == 1


def _pairs(ours: list[Forms], theirs: list[Forms]) -> list[tuple[ListForm, ListForm]]:
    """The places of the items that two lists share, each used once, the longest form first."""
    # Where each form stands, the last place first; and where it stands whole.
    places: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at in reversed(range(len(theirs))):
        for key, form in theirs[at].items():
            places[key, False].append(at)
            if form.whole:
                places[key, True].append(at)
    pairs = []
    used: set[int] = set()
    for one in ours:
        shared = []
        for key, form in one.items():
            left = places.get((key, not form.whole), [])
            while left and left[-1] in used:
                left.pop()
            if left:
                shared.append((len(key), -left[-1], key))
        if shared:
            _, at, key = max(shared)
            used.add(-at)
            pairs.append((one[key], theirs[-at][key]))
    return pairs


def order_bits(shared: SharedList) -> float:
    """Bits for the freedom of the order: log2 of the number of orders of the items."""
    return lgamma(len(shared.items) + 1) / log(2)
