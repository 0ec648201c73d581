"""What a paper or a book has besides its articles: headings that name its parts, and a table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from seeds.files.document import Item
from seeds.files.lineforms import bare

_PART = re.compile(
    "第 ?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}) ?[版辑輯](?:[:：·、 \u3000]+[^。！？]{1,24})?"
)
"""A page of a paper, a part of a collection: 第二版, 第2版：评论, 第一辑 乡野."""

CONTENTS = ("目录", "目次")
_ENTRY, _ENTRIES = re.compile("\\S.{1,60}?[.…· \u3000\t]*([0-9]{1,3})"), 2
"""A line of a table of contents, with its page, and how many there are at least."""


def contents_aside(items: Sequence[Item]) -> list[Item]:
    """The items, where a table of contents stands aside: lines below its name that end with pages, in order."""
    found = list(items)
    for at, item in enumerate(items):
        if bare(item.text) not in CONTENTS:
            continue
        told = takewhile(bool, (_ENTRY.fullmatch(below.text.strip()) for below in items[at + 1 :]))
        pages = [int(entry[1]) for entry in told if entry]
        if len(pages) >= _ENTRIES and all(one <= two for one, two in pairwise(pages)):
            end = at + 1 + len(pages)
            found[at:end] = [replace(x, level=0, mark="aside") for x in items[at:end]]
    return found


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
