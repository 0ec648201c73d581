"""Headings that name a part of a paper or a book, under which articles stand with their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.files.document import Item

_PART = re.compile(
    "第 ?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?[版辑輯](?:[:：·、 \u3000]+[^。！？]{1,24})?"
)
"""A page of a paper, a part of a collection: 第二版, 第2版：评论, 第一辑 乡野."""


def parts_aside(items: Sequence[Item]) -> list[Item]:
    """The items, where headings of one level that all name parts, with lower ones below each, stand beside the text."""
    found = list(items)
    for level in sorted({item.level for item in items if item.level}):
        heads = [at for at, item in enumerate(items) if item.level == level]
        ends = [*heads[1:], len(items)]
        if all(
            _PART.fullmatch(items[start].text) and any(item.level > level for item in items[start + 1 : end])
            for start, end in zip(heads, ends, strict=True)
        ):
            for at in heads:
                found[at] = replace(items[at], level=0, mark="aside")
    return found
