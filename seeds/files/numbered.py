"""Section heads that only their numbers tell, where nothing sets them apart: 一、…, above the text of each section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.files.document import Item
from seeds.files.lineforms import FINAL
from seeds.files.roles import SHORT
from seeds.language.variants import simplified
from seeds.layout.numbers import number_of
from seeds.metadata import meta_line

_LOWEST = 6
_LEAST = 2
_NO_HEAD = re.compile("。|[，,、；;：:…]$")
"""What heads of sections do not have; they may ask."""
_SET = ("", "strong")
"""How heads are set that no style tells."""


def numbered_heads(items: Sequence[Item]) -> list[Item]:
    """The items, where lines counted from 1 are the heads of sections: short, no statement, and text below each.

    Where an article has headings of its own, or counts in one form more than its heads, numbers tell nothing.
    """
    chains: dict[str, list[tuple[int, int]]] = {}
    for at, item in enumerate(items):
        if item.mark in _SET and (told := number_of(simplified(item.text))) is not None:
            chains.setdefault(told[0], []).append((at, told[1]))
    heads = {
        at
        for chain in chains.values()
        if len(chain) >= _LEAST and [value for _, value in chain] == [*range(1, len(chain) + 1)]
        if all(_heads(items, at) for at, _ in chain)
        for at, _ in chain
    }
    if any(item.level for item in items):
        return list(items)
    return [replace(item, level=_LOWEST) if at in heads else item for at, item in enumerate(items)]


def _heads(items: Sequence[Item], at: int) -> bool:
    """Whether a line may be a head, and what is below it its text."""
    text, below = items[at].text, items[at + 1 : at + 2]
    if len(text) > SHORT or _NO_HEAD.search(text) or meta_line(text):
        return False
    return any(item.mark in _SET and len(item.text) > len(text) and FINAL.search(item.text) for item in below)
