"""What a passage is: a cited title, a quotation, the frame of one, a set phrase, an idiom, or free wording."""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from seeds import lexicon

if TYPE_CHECKING:
    from compare.reuse.text import Text

Class = Literal["document", "quotation", "attribution", "formula", "idiom", "free"]
"""What a match is: a cited title, a quotation, its frame, a set phrase of politics, an idiom, free
wording."""

PRECEDENCE: tuple[Class, ...] = ("document", "quotation", "attribution", "idiom", "formula", "free")
"""When the sides differ, what one of them shows counts: a title that one names and the other cites is a title."""

TITLE = re.compile(r"《[^《》\n]{2,80}》")
QUOTED = range(6, 301)
"""Characters of a quotation that makes wording quoted: what is shorter is a word in marks."""
_LINK = re.compile(r"[，,、；;和与及]\s*$")
_STOPS = re.compile("[。！？\n]")
_LEAD = re.compile(r"^(?:正如|据|对此|其中|近日|日前|今天|昨天)")


@cache
def _frames() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The frame of a quotation at the end of what stands before it, and such a frame alone."""
    saying = lexicon.pattern("saying", "reporting", "marked")
    subject = r"[^，,。；;！？!?：:、“”\"\s]{2,24}?"
    adverb = "(?:曾|还|也|又|常|总|深刻|多次|再次|反复)?"
    return (
        re.compile(rf"({subject}){adverb}(?:{saying})[：:，,]?\s*$"),
        re.compile(rf"[^，,。；;！？!?：:、]{{2,24}}(?:{saying})的?[：:]?"),
    )


FRAME = 320
"""Characters before a quotation in which its frame is looked for."""


@cache
def _reported() -> re.Pattern[str]:
    """What leads to words of a leader without quotation marks, to the end of their sentence: 总书记强调."""
    return re.compile(
        r"([^，,。；;！？!?：:、“”\"\s]{0,12}(?:总书记|主席|总理|委员长))[^，,。；;：:“”\"\s]{0,16}?"
        rf"(?<!的)(?:{lexicon.pattern('saying', 'reporting')})[^“”「」\"]*$"
    )


class Kind(NamedTuple):
    """A class, and who or what is quoted where the text says so."""

    class_: Class
    source: str | None = None


def classify(text: Text, start: int, end: int, *, known: bool = False) -> Kind:
    """The class of `codes[start:end]` in its text, by the marks around it first; `known` tells that the reference has
    it often enough for a set phrase.
    """
    low, high = text.range(start, end)
    phrase = text.raw[low:high]
    around_low, around_high = max(0, low - 320), min(len(text.raw), high + 320)
    around = text.raw[around_low:around_high]
    inner = range(low - around_low, high - around_low)
    for title in TITLE.finditer(around):
        if 2 * _shared(title.span(), inner) > len(inner):
            return Kind("document", title.group())
    for at in range(max(0, bisect(text.quotations, (low, low)) - 1), bisect(text.quotations, (high, 0))):
        opens, closes = text.quotations[at]
        if closes - opens - 2 in QUOTED and 2 * _shared((opens, closes), range(low, high)) > high - low:
            return Kind("quotation", _speaker(text, at))
    if _frames()[1].fullmatch(phrase):
        return Kind("attribution")
    if all(part in lexicon.words("idioms") for part in re.split("[、，,]", phrase)):
        return Kind("idiom")
    if known:
        return Kind("formula")
    before = _STOPS.split(text.raw[max(0, low - FRAME) : low])[-1]
    if not _STOPS.search(phrase, 0, len(phrase) - 1) and (spoken := _reported().search(before)):
        return Kind("quotation", _LEAD.sub("", spoken.group(1)))
    return Kind("free")


def quotations(text: Text) -> list[tuple[int, int]]:
    """The stretches of a folded text that stand in quotation marks, the marks left out."""
    return [
        (int(start), int(end))
        for opens, closes in text.quotations
        if closes - opens - 2 in QUOTED
        for start, end in [text.origin.searchsorted((opens + 1, closes - 1)).tolist()]
    ]


def class_of(left: Kind, right: Kind) -> Kind:
    """The class of a match by those of its sides."""
    best = min((left, right), key=lambda kind: PRECEDENCE.index(kind.class_))
    sources = [kind.source for kind in (left, right) if kind.class_ == best.class_ and kind.source]
    return Kind(best.class_, sources[0] if sources else None)


def _shared(span: tuple[int, int], inner: range) -> int:
    return min(span[1], inner.stop) - max(span[0], inner.start)


def _speaker(text: Text, at: int) -> str | None:
    """Who speaks a quotation of a text: the subject of a verb of saying before it, or before one linked to it."""
    while True:
        opens = text.quotations[at][0]
        before = text.raw[max(0, opens - FRAME) : opens]
        if frame := _frames()[0].search(before):
            return _LEAD.sub("", frame.group(1)) or None
        at -= 1
        linked, closed = text.quotations[at] if at >= 0 else (0, -1)
        if closed != opens - len(before) + len(_LINK.sub("", before)) or closed - linked - 2 not in QUOTED:
            return None
