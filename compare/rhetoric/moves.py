"""How a piece opens and closes: the moves of the genre (Swales, Genre Analysis, 1990), told by their cues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.rhetoric.device import Device
    from seeds.page import Excerpt, Sentence, Span

Place = Literal["opening", "closing"]

MOVES: dict[str, str] = {
    "authority": "权威引语",
    "occasion": "由事入题",
    "question": "设问开篇",
    "thesis": "开门见山",
    "scene": "场景与事例",
    "prospect": "展望号召",
    "assurance": "必胜收束",
    "call": "要求与呼吁",
    "maxim": "警句收束",
    "statement": "陈述收束",
}
"""The Chinese term of each move."""

_AUTHORITY = re.compile(
    r"(?:总书记|主席|总理|毛泽东|邓小平|马克思|列宁|《[^《》]*》|[报公]告|会议).{0,30}(?:指出|强调|要求|提出|说)"
)
_OCCASION = re.compile(
    r"不久前|日前|近日|近期|近来|最近|前不久|今年以来|今天|昨天|\d{1,2}月\d{1,2}日|\d{4}年|召开|公布|发布|举行|印发|审议通过|开幕|启动|期间"
)
_THESIS = re.compile(
    r"是.{2,40}(?:标志|品格|优势|关键|根本|基础|灵魂|动力|本质|核心|要求|保证|特征|途径|道理|法宝|前提|之)"
)
_ASSURANCE = re.compile(r"(?:一定|定|必将|必定|必然|就|必)(?:能够?|会|可以?|将)|必将|定能|一定")
_PROSPECT = re.compile(r"新的?.{0,4}征程|新时代|面向未来|展望|迈向|未来|明天|前进道路|奋进|谱写|新篇章")
_CALL = re.compile(r"让我们|必须|要(?!求)|应当?|需要|不能|当[^时然前地今]|继续")


@dataclass(frozen=True, slots=True)
class Move:
    """The move of the first or the last sentence, that sentence as evidence; `cue` is what tells."""

    place: Place
    name: str
    cue: str
    text: str
    spans: tuple[Span, ...]

    @property
    def label(self) -> str:
        """The Chinese term of the move."""
        return MOVES[self.name]

    def to_dict(self) -> dict[str, Any]:
        """All fields and the label."""
        return {
            "place": self.place,
            "name": self.name,
            "label": self.label,
            "cue": self.cue,
            "text": self.text,
            "spans": [list(span) for span in self.spans],
        }


def moves(sentences: Sequence[Sentence], devices: Sequence[Device]) -> tuple[Move, ...]:
    """The opening and the closing move of a piece; none for a piece without sentences."""
    if not sentences:
        return ()
    asked = {span.start for device in devices if device.kind == "question" for span in device.spans}
    return (_opening(sentences[0], asked), _closing(sentences[-1]))


def _opening(sentence: Excerpt, asked: set[int]) -> Move:
    if any(span.start <= at < span.end for span in sentence.spans for at in asked):
        return _move("opening", "question", "？", sentence)
    for name, cue in (("authority", _AUTHORITY), ("thesis", _THESIS), ("occasion", _OCCASION)):
        if match := cue.search(sentence.text):
            return _move("opening", name, match.group(), sentence)
    return _move("opening", "scene", "", sentence)


def _closing(sentence: Excerpt) -> Move:
    for name, cue in (("assurance", _ASSURANCE), ("prospect", _PROSPECT), ("call", _CALL)):
        if match := cue.search(sentence.text):
            return _move("closing", name, match.group(), sentence)
    brief = len(sentence.text) <= 30
    return _move("closing", "maxim" if brief else "statement", "", sentence)


def _move(place: Place, name: str, cue: str, sentence: Excerpt) -> Move:
    return Move(place, name, cue, sentence.text.strip(), sentence.spans)
