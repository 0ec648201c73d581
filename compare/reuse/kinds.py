"""What a passage is: a cited title, a quotation, the frame of one, a set phrase, an idiom, or free wording."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from seeds import lexicon

if TYPE_CHECKING:
    from compare.results import Class
    from compare.reuse.text import Text

PRECEDENCE: tuple[Class, ...] = ("document", "quotation", "attribution", "idiom", "formula", "free")
"""When the sides differ, what one of them shows counts: a title that one names and the other cites is a title."""

TITLE = re.compile(r"《[^《》\n]{2,80}》")
_QUOTATION = re.compile(r"[“「]([^“”「」\n]{6,300})[”」]|\"([^\"\n]{6,300})\"")
_LINK = re.compile(r"[，,、；;和与及]\s*$")
_LEAD = re.compile(r"^(?:正如|据|对此|其中|近日|日前|今天|昨天)")


@cache
def _frames() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The frame of a quotation at the end of what stands before it, and such a frame alone."""
    saying = lexicon.pattern("saying", "reporting", "marked")
    subject = r"[^，,。；;！？!?：:、“”\"\s]{2,24}?"
    adverb = "(?:曾|还|也|又|常|总|深刻|多次|再次|反复)?"
    return (
        re.compile(rf"({subject}){adverb}(?:{saying})[：:，,]?\s*$"),
        re.compile(rf"[^，,。；;！？!?：:、]{{2,24}}(?:{saying})[：:]?"),
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
    for quotation in _QUOTATION.finditer(around):
        if 2 * _shared(quotation.span(), inner) > len(inner):
            return Kind("quotation", _speaker(around[: quotation.start()]))
    if _frames()[1].fullmatch(phrase):
        return Kind("attribution")
    if all(part in lexicon.words("idioms") for part in re.split("[、，,]", phrase)):
        return Kind("idiom")
    if known:
        return Kind("formula")
    return Kind("free")


def quotations(text: Text) -> list[tuple[int, int]]:
    """The stretches of a folded text that stand in quotation marks, the marks left out."""
    return [
        (int(start), int(end))
        for found in _QUOTATION.finditer(text.raw)
        for start, end in [text.origin.searchsorted((found.start() + 1, found.end() - 1)).tolist()]
    ]


def class_of(left: Kind, right: Kind) -> Kind:
    """The class of a match by those of its sides."""
    best = min((left, right), key=lambda kind: PRECEDENCE.index(kind.class_))
    sources = [kind.source for kind in (left, right) if kind.class_ == best.class_ and kind.source]
    return Kind(best.class_, sources[0] if sources else None)


def _shared(span: tuple[int, int], inner: range) -> int:
    return min(span[1], inner.stop) - max(span[0], inner.start)


def _speaker(before: str) -> str | None:
    """Who speaks the quotation that follows: the subject of a verb of saying, of this or of a quotation
    linked to it.
    """
    while True:
        frame = _frames()[0].search(before)
        if frame:
            return _LEAD.sub("", frame.group(1)) or None
        link = _LINK.sub("", before)
        if not link.endswith(("”", "」", '"')):
            return None
        quotations = list(_QUOTATION.finditer(link))
        if not quotations or quotations[-1].end() != len(link):
            return None
        before = link[: quotations[-1].start()]
