"""What is set around titles: the number of a piece in a collection, book marks, the column, the author.

All of it belongs to the page, not to the title, so it is judged on all titles of a page together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.layout.numbers import number_of
from seeds.names import all_names, split_names

_FRAME = re.compile("《([^《》]+)》|【([^【】]+)】")
_SHORT = 5
"""Characters in brackets that may be a label as well as a title."""
_NAME = "[^《》【】“”，。：:|｜丨！？（）() \u3000]{2,8}"
_BEFORE = re.compile(f"(?:({_NAME})[ ]?[|｜丨：:][ ]?|[【［\\[（(]({_NAME})[】］\\]）)][ ]?)(?=\\S)")
_BEHIND = re.compile(r"[（(]([^（）()]{2,8})[）)]$")
_BULLET = re.compile("^[●▍■◆▶★☆□◎○◇△▲▪•·◉※➤✦✪]+[ \u3000]*(?=\\S)")
_DATELINE = re.compile("^[^，。：]{2,8}[\u3400-\u9fff]{2,6}[0-9]{1,2}月[0-9]{1,2}日电[ \u3000]*[题題][:：]")
_SIGNED = re.compile("[ \u3000\t]*(作者[:：]|[（(]作者[:：]|[/／|｜丨□■◎●◆○]|——|[（( \u3000\t])[ \u3000\t]*")
_SIGNS = re.compile("(.{2,20}?)[ ]?([：:|｜丨])(?=.)")
_WEAK = frozenset(" \t（(：:") | {"——"}
"""What a title may hold without an author behind or before it."""
_WORD = re.compile("[\u3400-\u9fff]{2,4}")


class Title(NamedTuple):
    """A title without what is set around it, the column and the authors that it names."""

    text: str
    column: str | None
    authors: tuple[str, ...] = ()


class _Signed(NamedTuple):
    form: tuple[bool, str]
    title: str
    names: str


def plain_titles(titles: Sequence[str]) -> list[Title]:
    """The titles of the pieces of a page, in order, as they are said.

    Numbers go if the page counts its pieces, book marks if they hold a whole title, authors if the titles of the page
    have them in one form, a column's name before the title if it stands before several titles or is set off by more
    than a colon. Behind a title it stays: papers quote it so.
    """
    bare = [_DATELINE.sub("", _BULLET.sub("", title)) or title for title in _without_numbers(titles)]
    signed = _without_authors(bare)
    before = Counter(name for title, _ in signed if (name := _column_before(title)))
    frames = sum(title.startswith("【") and title.endswith("】") for title, _ in signed)
    found = []
    for title, authors in signed:
        name = _column_before(title)
        known = name is not None and cues.form("column").search(simplified(name)) is not None
        if name is not None and (before[name] > 1 or (known and title[len(name)] not in ":：")):
            title = title[_end_of_column(title) :]
        elif known:
            pass
        else:
            behind = _BEHIND.search(title)
            name = behind[1] if behind and cues.form("column").search(simplified(behind[1])) else None
        number = number_of(simplified(title))
        framed = _FRAME.fullmatch(title) or _FRAME.fullmatch(title[number[2] if number else 0 :])
        if framed and framed[2] and len(framed[2]) < _SHORT and frames < 2:
            framed = None
        found.append(Title((framed[1] or framed[2]) if framed else title, name, authors))
    return found


def _end_of_column(title: str) -> int:
    found = _BEFORE.match(title)
    return found.end() if found else 0


def _column_before(title: str) -> str | None:
    found = _BEFORE.match(title)
    return None if found is None else found[1] or found[2]


def _without_authors(titles: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Titles and the authors on the same line: 标题 / 甲, 甲：标题, 标题（甲）.

    One slash or box before a name is enough, a space or bracket has to stand so in half of the titles of the page.
    """
    splits = [list(_splits(title)) for title in titles]
    forms = Counter(
        form for found in splits for form in {split.form for split in found if all_names(split.names)}
    )
    made = []
    for title, found in zip(titles, splits, strict=True):
        usual = [split for split in found if forms[split.form] >= _enough(split, len(titles))]
        named = [split for split in usual if all_names(split.names)] or [
            split for split in usual if all(map(_WORD.fullmatch, split_names(split.names)))
        ]
        split = next(iter(named), None)
        made.append((split.title, tuple(split_names(split.names))) if split else (title, ()))
    return made


def _enough(split: _Signed, titles: int) -> float:
    """How many titles of a page have to name authors in one form for all of them to do so."""
    return max(2, titles / 2) if split.form[1] in _WEAK else 1


def _splits(title: str) -> list[_Signed]:
    """The ways to part a title from names."""
    found = []
    for mark in _SIGNED.finditer(title):
        names = title[mark.end() :].rstrip("）) ")
        if mark.start() >= 1 and names:
            found.append(_Signed((False, mark[1].replace("\u3000", " ")), title[: mark.start()], names))
    before = _SIGNS.match(title)
    if before and all_names(before[1]):
        found.append(_Signed((True, before[2]), title[before.end() :].lstrip(), before[1]))
    return found


def _without_numbers(titles: Sequence[str]) -> list[str]:
    """Without the numbers of one form that count up from title to title."""
    numbers = [number_of(simplified(title)) for title in titles]
    values: dict[str, list[int]] = {}
    for number in filter(None, numbers):
        values.setdefault(number[0], []).append(number[1])
    counted = {form for form, counts in values.items() if len(counts) > 1 and counts == sorted(set(counts))}
    return [
        (title[number[2] :].strip() or title) if number and number[0] in counted else title
        for title, number in zip(titles, numbers, strict=True)
    ]
