"""A quotation in its surroundings: the words of the paragraph before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oped.reports.runs import MarkedText
from seeds.page import Piece, Span


@dataclass(frozen=True, slots=True)
class Context:
    """Text around a quotation; `marks` are the ranges of `text` that the quotation covers.

    `open_left` and `open_right` say that the paragraph goes on there.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    open_left: bool
    open_right: bool


def in_context(piece: Piece, spans: Sequence[Span], around: int) -> Context | None:
    """The part of a paragraph of `piece` that holds the page spans, with `around` characters on either side.

    None when no paragraph holds the first span. Spans in later paragraphs are left out.
    """
    found = sorted({place for span in spans for place in MarkedText(piece).places(span)})
    if not found:
        return None
    index = found[0][0]
    marks = [(start, end) for at, start, end in found if at == index]
    text = piece.paragraphs[index].text
    start, end = max(0, marks[0][0] - around), min(len(text), marks[-1][1] + around)
    shown = tuple(_merged([(a - start, b - start) for a, b in marks]))
    return Context(text[start:end], shown, start > 0, end < len(text))


def _merged(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
