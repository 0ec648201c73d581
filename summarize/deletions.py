"""What grammar can spare inside a Chinese clause, found by rules over tagged words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from summarize.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

Word: TypeAlias = tuple[str, str]
"""A word and its part of speech."""

KINDS = ("aside", "attribution", "time", "place", "office", "name", "light")
"""Parentheses; 他指出; dates; 在北京; 国家主席 before a name; the name after it; 了, 也, 但是."""


_TOLD = frozenset(["我们", "人们", "大家", "你们", "咱们", "他们"])


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


def deletions(tagged: Sequence[Word], heads: Collection[int]) -> Iterator[Deletion]:
    """What can be left out of `tagged`; `heads` are the places where a clause begins."""
    yield from _asides(tagged)
    for head in sorted(heads):
        yield from _attribution(tagged, head)
    yield from _times(tagged)
    yield from _places(tagged)
    yield from _people(tagged)
    yield from _light(tagged, heads)


def _asides(tagged: Sequence[Word]) -> Iterator[Deletion]:
    start, closer = 0, ""
    for place, (word, _) in enumerate(tagged):
        if not closer and word in _PARENTHESES:
            start, closer = place, _PARENTHESES[word]
        elif closer and word == closer:
            yield Deletion(start, place + 1, "aside")
            closer = ""


def _attribution(tagged: Sequence[Word], head: int) -> Iterator[Deletion]:
    """习近平强调，... or 会议指出 ...: up to the verb of saying, if it comes early and nothing is negated."""
    speech = words("speech")
    for place in range(head, min(head + 10, len(tagged))):
        word, tag = tagged[place]
        if word in speech and tag[0] in "vn":
            # 历史告诉我们: those who are told go with the verb.
            end = place + 1 + (place + 1 < len(tagged) and tagged[place + 1][0] in _TOLD)
            while end < len(tagged) and tagged[end][0] in "，,：:":
                end += 1
            if place > head and end < len(tagged):
                yield Deletion(head, end, "attribution")
            return
        if word in "，,；;：:的":
            return


def _times(tagged: Sequence[Word]) -> Iterator[Deletion]:
    starts = {}
    at = 0
    for place, (word, _) in enumerate(tagged):
        starts[at] = place
        at += len(word)
    starts[at] = len(tagged)
    for match in _TIME.finditer("".join(word for word, _ in tagged)):
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
    """国家主席 in 国家主席习近平, and the name after it when it is the object of a verb."""
    offices = words("office")
    for place, (word, tag) in enumerate(tagged):
        if not tag.startswith("nr") or not place or tagged[place - 1][0] not in offices:
            continue
        start = place
        while start and (tagged[start - 1][1][0] in "njbsz" or tagged[start - 1][0] == "、"):
            start -= 1
        while start < place and tagged[start][0] == "、":
            start += 1
        yield Deletion(start, place, "office")
        end = place
        while end < len(tagged) and (tagged[end][1].startswith("nr") or tagged[end][0] == "·"):
            end += 1
        closed = end == len(tagged) or (tagged[end][1][0] == "x" and tagged[end][0] != "、")
        if closed and start and tagged[start - 1][1][0] == "v" and len(word) > 1:
            yield Deletion(place, end, "name")


def _light(tagged: Sequence[Word], heads: Collection[int]) -> Iterator[Deletion]:
    spare, openings = words("spare"), words("opening")
    for place, (word, tag) in enumerate(tagged):
        if word in spare and tag[0] in "du":
            yield Deletion(place, place + 1, "light")
        elif place in heads and word in openings:
            end = place + 1
            while end < len(tagged) and tagged[end][0] in "，,":
                end += 1
            yield Deletion(place, end, "light")
