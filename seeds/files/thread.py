"""Threads of forums as plain text: the article that one wrote, and below it what others answered."""

from __future__ import annotations

import re

from seeds.files.document import Wrapped
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
