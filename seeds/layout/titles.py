"""What is set around titles: the number of a piece in a collection, book marks, the column, the author.

All of it belongs to the page, not to the title, so it is judged on all titles of a page together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.layout.numbers import number_of
from seeds.names import all_names, split_names

_FRAME = re.compile("《([^《》]+)》|【([^【】]+)】")
_LONGEST = 300
_SHORT = 5
"""Characters in brackets that may be a label as well as a title."""
_NAME = "[^《》【】“”，。：:|｜丨！？（）() \u3000]{2,8}"
_BEFORE = re.compile(f"(?:({_NAME})[ ]?[|｜丨：:][ ]?|[【［\\[（(]({_NAME})[】］\\]）)][ ]?)(?=\\S)")
_BEHIND = re.compile(r"[（(]([^（）()]{2,8})[）)]$")
_ORNAMENT = (
    r"[^\w\s“”‘’「」『』《》〈〉【】〖〗〔〕（）()\[\]［］！？!?。…，,；;：:、.%％‰+—―\-－#@&$￥\"'/]+"
)
_ADORNED = re.compile(f"({_ORNAMENT})\\s*(\\S.*?)(\\s*{_ORNAMENT})?")
"""A title behind a bullet, ● 标题, or between ornaments, ◆ 标题 ◆."""
_DATELINE = re.compile(f"^[^，。：]{{2,8}}[{HAN}]{{2,6}}[0-9]{{1,2}}月[0-9]{{1,2}}日电[ \u3000]*[题題][:：]")
_SIGNED = re.compile(
    "[ \u3000\t]*([（(【]?作者[:：]|[/／|｜丨□■◎●◆○]|—{1,2}|文[/／:：]|by |[^\\w《》“”‘’，。、！？…）)】\\]])"
    "[ \u3000\t]*(?:文[/／:：])?"
)
_SIGNS = re.compile("(.{2,20}?)[ ]?([：:|｜丨▪·])(?=.)|[（(【]([^（()）【】]{2,20})([）)】])(?=.)")
_SURE = frozenset("/／|｜丨□■◎●◆○") | {
    "作者：",
    "作者:",
    "（作者：",
    "(作者:",
    "【作者：",
    "文/",
    "文／",
    "文：",
    "文:",
}
"""What stands between a title and names alone; any other mark has to do so on half of the titles of the page."""
_WORD = re.compile(f"[{HAN}]{{2,4}}")


_COUNTED = re.compile(
    r"(\W{0,2}(?:第|No\.?)?)(\d{1,3}(?![.．:：/]?\d|[%％‰℃°])|[一二三四五六七八九十]{1,3})([篇章则节]?[^\w“”《》（(，。]{0,3})(?=.)"
)
_GLUED = re.compile(r"\W{0,2}(?:第|No\.?)?(?:arabic|chinese)?\s*")
"""The forms of numbers that nothing but a space parts from what follows."""
_NAMED = re.compile(f"[{HAN}]{{2}}")
_AROUND = " \u3000|｜丨▍·•【】〖〗［］[]（）():：—-"
_SHARED = re.compile(r".*[^\w“”《》，。、！？]")


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
    bare = [_DATELINE.sub("", _unadorned(title)) or title for title in without_numbers(titles)]
    bare, columns = _without_columns(bare)
    signed = _without_authors(bare)
    heads = [_BEFORE.match(title) for title, _ in signed]
    before = Counter(head[1] or head[2] for head in heads if head)
    tagged = sum(head is not None and head[2] is not None for head in heads)
    frames = sum(title.startswith("【") and title.endswith("】") for title, _ in signed)
    found: list[Title] = []
    for (title, authors), head in zip(signed, heads, strict=True):
        name = (head[1] or head[2]) if head else None
        known = name is not None and cues.form("column").search(simplified(name)) is not None
        shared = before[name] > 1 or (
            head is not None and head[2] is not None and tagged >= _enough_tags(titles)
        )
        if head and name and (shared or (known and title[len(name)] not in ":：")):
            title = title[head.end() :]
        elif known:
            pass
        else:
            behind = _BEHIND.search(title)
            name = behind[1] if behind and cues.form("column").search(simplified(behind[1])) else None
        number = number_of(simplified(title))
        framed = _FRAME.fullmatch(title) or _FRAME.fullmatch(title[number[2] if number else 0 :])
        if framed and framed[2] and len(framed[2]) < _SHORT and frames < 2:
            framed = None
        found.append(
            Title((framed[1] or framed[2]) if framed else title, name or columns[len(found)], authors)
        )
    return found


def _unadorned(title: str) -> str:
    """Without a bullet, or without the ornaments on both sides."""
    found = _ADORNED.fullmatch(title)
    return found[2] if found else title


def _enough_tags(titles: Sequence[str]) -> float:
    """How many titles of a page have to begin with a word in brackets for all such words to be names of columns."""
    return max(2, len(titles) / 2)


def _without_columns(titles: Sequence[str]) -> tuple[list[str], list[str | None]]:
    """Without what all titles of a page have before or behind them, up to a mark: the name of a column."""
    before = _SHARED.match(_beginning(titles)) if len(titles) > 1 else None
    behind = _SHARED.match(_beginning([title[::-1] for title in titles])) if len(titles) > 1 else None
    start, end = before.end() if before else 0, behind.end() if behind else 0
    head, tail = titles[0][:start] if titles else "", titles[0][len(titles[0]) - end :] if end else ""
    start = start if _NAMED.search(head) and not _open(head) else 0
    end = end if _NAMED.search(tail) and tail[-1] not in "）)】" else 0
    if not start and not end:
        return list(titles), [None] * len(titles)
    name = (head if start else tail).strip(_AROUND)
    return [title[start : len(title) - end].strip() for title in titles], [name] * len(titles)


def _open(text: str) -> bool:
    """Whether a bracket is opened and not closed: 给队员的信（之三）, 给队员的信（之四）."""
    return any(text.count(first) > text.count(last) for first, last in ("（）", "()", "《》", "“”"))


def _beginning(titles: Sequence[str]) -> str:
    """What all titles begin with."""
    first, last = min(titles), max(titles)
    return next((first[:at] for at in range(len(first)) if first[at] != last[at]), first)


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
    return 1 if split.form[1] in _SURE else max(2, titles / 2)


def _splits(title: str) -> list[_Signed]:
    """The ways to part a title from names; none for a line that is no title but a text."""
    found: list[_Signed] = []
    if len(title) > _LONGEST:
        return found
    for mark in _SIGNED.finditer(title):
        names = title[mark.end() :].rstrip("）)】] ")
        if mark.start() >= 1 and names:
            found.append(_Signed((False, mark[1].replace("\u3000", " ")), title[: mark.start()], names))
    before = _SIGNS.match(title)
    names = (before[1] or before[3]) if before else ""
    if before and all_names(names):
        found.append(_Signed((True, before[2] or before[4]), title[before.end() :].lstrip(), names))
    return found


def without_numbers(titles: Sequence[str]) -> list[str]:
    """Without the numbers of one form that count up from title to title.

    Those written together with their titles (10元早餐) have to do so one by one.
    """
    numbers = [number_of(simplified(title)) or _counted(title) for title in titles]
    values: dict[str, list[int]] = {}
    for number in filter(None, numbers):
        values.setdefault(number[0], []).append(number[1])
    counted = {
        form
        for form, counts in values.items()
        if len(counts) > 1
        and counts == sorted(set(counts))
        and (not _GLUED.fullmatch(form) or counts[-1] - counts[0] == len(counts) - 1)
    }
    return [
        (title[number[2] :].strip() or title) if number and number[0] in counted else title
        for title, number in zip(titles, numbers, strict=True)
    ]


def _counted(title: str) -> tuple[str, int, int] | None:
    """A number in a form of the page's own: §1, 【第1篇】, 「一」."""
    found = _COUNTED.match(title)
    number = number_of(f"（{found[2]}）") if found else None
    return (f"{found[1]}{found[3]}", number[1], found.end()) if found and number else None
