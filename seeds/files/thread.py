"""Threads of forums: the article that one wrote, and below it what others answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seeds.files.document import Item, Wrapped
from seeds.files.lineforms import FINAL
from seeds.language.characters import HAN
from seeds.metadata import Fields
from seeds.page import Span

_OWNER = re.compile("(?:楼主|樓主)[:：][ \u3000]*(?P<name>[^\\s:：]{1,20})(?=\\s|$)")
"""Who opened a thread, near its top."""
_FLOOR = re.compile(
    f"^[ \t\u3000]*#?[0-9]{{1,5}}[ \u3000]*[楼樓#](?![{HAN}])"
    "(?=[^\n]*(?:作者|回[复復覆]|网友|[时時][间間]|(?:19|20)[0-9]{2}[-年]))[^\n]{0,80}$",
    re.MULTILINE,
)
"""The line above an answer, or above what the first author goes on with."""
_AUTHOR = re.compile("(?:作者|网友|用户|回复人)[:：][ \u3000]*([^\\s:：]{1,20})")
_POSTED = re.compile(
    "#?(?P<number>[0-9]{1,4}) ?[楼樓#][^。！？]{0,16}发表于[ \u3000]?(?:19|20)[0-9]{2}[^。！？]{6,40}"
)
"""The line above each post of a much used program, below who posted and a motto: 2楼 大 中 小 发表于 2024-3-1 08:30."""
_MOTTO, _NAME = 40, 16
"""Characters of a motto, and of the name above it, at most."""
_ABOVE = 3
"""Lines above the first post that are not of it, at most."""
_TOP = 600
"""Characters at the beginning of a thread that tell who opened it."""


def thread_in(text: str) -> Wrapped | None:
    """The thread that a text is, without the answers of others; None for any other text."""
    owner = _OWNER.search(text, 0, _TOP)
    floors = list(_FLOOR.finditer(text, owner.end())) if owner else []
    if owner is None or not floors:
        return None
    aside = []
    for floor, end in zip(floors, [*(floor.start() for floor in floors[1:]), len(text)], strict=True):
        who = _AUTHOR.search(floor.group())
        same = "楼主" in floor.group() or (who is not None and who[1] == owner["name"])
        aside.append(Span(floor.start(), floor.end() if same else end))
    return Wrapped(tuple(aside), Fields())


def answers_aside(items: Sequence[Item], titled: bool) -> list[Item]:
    """The items, where of a thread whose posts are counted all but the first post stands aside, and so does who
    posted that, below a title that stands above (`titled`).
    """
    found = [(at, form) for at, item in enumerate(items) if (form := _POSTED.fullmatch(item.text))]
    numbers = [int(form["number"]) for _, form in found]
    if len(found) < 2 or numbers[0] != 1 or any(one >= two for one, two in pairwise(numbers)):
        return list(items)
    first, end = found[0][0], found[1][0]
    start = 0 if titled and first <= _ABOVE else first
    for longest in (_MOTTO, _NAME):
        above = items[end - 1]
        if (
            end - 1 > first
            and not above.level
            and len(above.text) <= longest
            and not FINAL.search(above.text)
        ):
            end -= 1
    aside = {*range(start, first + 1), *range(end, len(items))}
    return [replace(x, level=0, mark="aside") if at in aside else x for at, x in enumerate(items)]
