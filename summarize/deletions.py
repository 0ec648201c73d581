"""What grammar can spare inside a Chinese clause, found by rules over tagged words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from summarize.lexicon import words

Word: TypeAlias = tuple[str, str]
"""A word and its part of speech."""

KINDS = ("aside", "time", "place", "office")
"""Parentheses; dates; 在北京; 国家主席 before a name."""


class Deletion(NamedTuple):
    """Words `start` up to, not including, `end` can go."""

    start: int
    end: int
    kind: str


# The look-behind keeps a long run of digits linear: only its first digit can begin a time.
_TIME = re.compile(
    r"(?:(?:当地|北京)时间|(?<!\d)\d+(?:年|月|日|号|时|分|点)|[今去明前昨]年|[今昨明]天|本月|上月|年初|年底|年末|目前|当前|日前|近日|近期|近来|连日来"
    r"|同日|当天|当日|今日|昨日|凌晨|早晨|上午|中午|下午|傍晚|晚上|晚|深夜|[一二三四]季度|[上下]半年|星期[一二三四五六日天]|以来|前夕|之际)+"
)
_BEFORE_TIME = frozenset(("自", "从", "到", "至", "截至", "截止", "在", "于", "自从", "早在", "—", "-"))
_PARENTHESES = {"（": "）", "(": ")", "[": "]", "【": "】"}


def deletions(tagged: Sequence[Word]) -> Iterator[Deletion]:
    """What can be left out of `tagged`."""
    yield from _asides(tagged)
    yield from _times(tagged)
    yield from _places(tagged)
    yield from _people(tagged)


def _asides(tagged: Sequence[Word]) -> Iterator[Deletion]:
    start, closer = 0, ""
    for place, (word, _) in enumerate(tagged):
        if not closer and word in _PARENTHESES:
            start, closer = place, _PARENTHESES[word]
        elif closer and word == closer:
            yield Deletion(start, place + 1, "aside")
            closer = ""


def _times(tagged: Sequence[Word]) -> Iterator[Deletion]:
    said = [word for word, _ in tagged]
    times = list(_TIME.finditer("".join(said)))
    starts = {at: place for place, at in enumerate(accumulate(map(len, said), initial=0))} if times else {}
    for match in times:
        start, end = starts.get(match.start()), starts.get(match.end())
        if start is None or end is None:
            continue
        if start and tagged[start - 1][0] in _BEFORE_TIME:
            continue
        if end < len(tagged) and tagged[end][0] in ("的", "至", "到", "—", "-"):
            continue
        if end < len(tagged) and tagged[end][0] in "，,":
            end += 1
        yield Deletion(start, end, "time")


def _places(tagged: Sequence[Word]) -> Iterator[Deletion]:
    """在北京, 于人民大会堂 before a verb."""
    for place, (word, tag) in enumerate(tagged):
        if word not in ("在", "于") or tag[0] not in "pv":
            continue
        end = place + 1
        while end < len(tagged) and tagged[end][1][0] in "nsjfzb" and end - place < 6:
            end += 1
        if place + 1 < end < len(tagged) and tagged[end][1][0] in "vpd":
            yield Deletion(place, end, "place")


def _people(tagged: Sequence[Word]) -> Iterator[Deletion]:
    """国家主席 in 国家主席习近平."""
    offices = words("office")
    for place, (_, tag) in enumerate(tagged):
        if not tag.startswith("nr") or not place or tagged[place - 1][0] not in offices:
            continue
        start = place
        while start and (tagged[start - 1][1][0] in "njbsz" or tagged[start - 1][0] == "、"):
            start -= 1
        while start < place and tagged[start][0] == "、":
            start += 1
        yield Deletion(start, place, "office")
