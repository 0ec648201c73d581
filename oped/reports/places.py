"""A quotation in its surroundings: the words of the paragraph before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seeds.page import Excerpt, Piece, Span


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
    for paragraph in piece.paragraphs:
        marks = sorted({mark for span in spans for mark in _offsets(paragraph, span)})
        if not marks:
            continue
        start = max(0, marks[0][0] - around)
        end = min(len(paragraph.text), marks[-1][1] + around)
        return Context(
            paragraph.text[start:end],
            tuple(_merged([(a - start, b - start) for a, b in marks])),
            start > 0,
            end < len(paragraph.text),
        )
    return None


def _offsets(excerpt: Excerpt, wanted: Span) -> list[tuple[int, int]]:
    found, at = [], 0
    for span in excerpt.spans:
        start, end = max(span.start, wanted.start), min(span.end, wanted.end)
        if start < end:
            found.append((at + start - span.start, at + end - span.start))
        at += span.end - span.start
    return found


def _merged(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
