"""Stretches of a text that belong to no article: left out where it is read, put back among the furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.page import Furniture, Page, Region, Span

_SHOWN = re.compile("\\S[^\n]*")
_SIGN = re.compile("[^\n]")


def without(text: str, aside: Sequence[Span]) -> str:
    """A text with spaces where it is aside: what stands beside keeps its place."""
    parts, at = [], 0
    for start, end in aside:
        parts += [text[at:start], _SIGN.sub(" ", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def put_back(page: Page, text: str, aside: Sequence[Span]) -> Page:
    """The page of what was read of a text, with all of it: a line of what is aside is furniture."""
    found = [
        Span(shown.start(), shown.start() + len(shown.group().rstrip()))
        for span in aside
        for shown in _SHOWN.finditer(text, *span)
    ]
    # A mark of quotation before a line says nothing.
    told = [span for span in found if any(map(str.isalnum, text[slice(*span)]))]
    furniture = [*page.furniture, *(Furniture("notice", text[slice(*span)], span) for span in told)]
    furniture.sort(key=lambda item: item.span)
    layout = sorted((*page.layout, *(Region(*span, None, "furniture") for span in found)))
    return replace(page, text=text, layout=tuple(layout), furniture=tuple(furniture))
