"""What is set around titles: the number of a piece in a collection, book marks, the name of a column.

A number or a frame belongs to the page, not to the title, so it is judged on all titles of a page together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from seeds.language.variants import simplified
from seeds.layout.numbers import number_of

_FRAME = re.compile("《([^《》]+)》|【([^【】]{5,})】")
_BEFORE = re.compile(
    r"(?:([^《》【】“”，。：:|｜丨！？ \u3000]{2,8})[ ]?[|｜丨：:][ ]?|【([^【】]{2,8})】[ ]?)(?=\S{4})"
)
_BEHIND = re.compile(r"[（(]([^（）()]{2,8})[）)]$")
_BULLET = re.compile("^[●▍■◆▶★☆□◎○◇△▲▪•·◉※➤✦✪]+[ \u3000]*(?=\\S)")
_COLUMN = re.compile(
    "(?:时评|评论|短评|快评|锐评|微评|锐评|评论员|社评|观察|论坛|论语|杂谈|笔谈|漫谈|纵横谈|大家谈|今日谈|今日话题|之声|"
    "民声|观点|视点|来论|随笔|漫笔|走笔|茶座|专栏|纵横|之言|锐言|快语|新语|思享|青年说)$"
)


class Title(NamedTuple):
    """A title without what is set around it, and the column that it names."""

    text: str
    column: str | None


def plain_titles(titles: Sequence[str]) -> list[Title]:
    """The titles of the pieces of a page, in order, as they are said.

    Numbers go if the page counts its pieces, book marks if they hold a whole title, a column's name before the title
    if it stands before several titles or is set off by more than a colon. Behind a title it stays: papers quote it so.
    """
    bare = [_BULLET.sub("", title) or title for title in _without_numbers(titles)]
    before = Counter(name for title in bare if (name := _column_before(title)))
    found = []
    for title in bare:
        name = _column_before(title)
        known = name is not None and _COLUMN.search(simplified(name)) is not None
        if name is not None and (before[name] > 1 or (known and title[len(name)] not in ":：")):
            title = title[_end_of_column(title) :]
        elif known:
            pass
        else:
            behind = _BEHIND.search(title)
            name = behind[1] if behind and _COLUMN.search(simplified(behind[1])) else None
        number = number_of(simplified(title))
        framed = _FRAME.fullmatch(title) or _FRAME.fullmatch(title[number[2] if number else 0 :])
        found.append(Title((framed[1] or framed[2]) if framed else title, name))
    return found


def _end_of_column(title: str) -> int:
    found = _BEFORE.match(title)
    return found.end() if found else 0


def _column_before(title: str) -> str | None:
    found = _BEFORE.match(title)
    return None if found is None else found[1] or found[2]


def _without_numbers(titles: Sequence[str]) -> list[str]:
    """Without the numbers that count up from title to title."""
    numbers = [number_of(simplified(title)) for title in titles]
    counted = set()
    for at, (number, following) in enumerate(pairwise(numbers)):
        if number and following and number[0] == following[0] and following[1] == number[1] + 1:
            counted |= {at, at + 1}
    return [
        (title[number[2] :].strip() or title) if number and at in counted else title
        for at, (title, number) in enumerate(zip(titles, numbers, strict=True))
    ]
