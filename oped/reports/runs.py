"""Text with marks on it: paragraphs cut into runs that lie under the same marks.

Marks of different matches may overlap; HTML elements may not. So a paragraph is cut wherever a mark begins or
ends, and every run names the marks that cover it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from seeds.page import Paragraph, Piece, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` up to, not including, `end` of a text that belong to the mark `number`."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A stretch of text under the same marks, `marks` rising; `begins` are those that start with this run."""

    text: str
    marks: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph as runs; their texts joined are the paragraph."""

    kind: str
    runs: tuple[MarkedRun, ...]

    @property
    def marked(self) -> bool:
        """Whether any mark lies on it."""
        return any(run.marks for run in self.runs)


def cut_runs(text: str, marks: Iterable[Mark]) -> tuple[MarkedRun, ...]:
    """`text` as runs, in order; empty marks count for nothing, marks beyond the text are cut off."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for mark in marks:
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            opening.setdefault(start, []).append(mark.number)
            closing.setdefault(end, []).append(mark.number)
    edges = sorted({0, len(text), *opening, *closing})
    # A match may lie on a run twice, through two of its spans: counted, so that one end does not close both.
    covering: dict[int, int] = {}
    seen: set[int] = set()
    runs: list[MarkedRun] = []
    for start, end in pairwise(edges):
        for number in closing.get(start, ()):
            covering[number] -= 1
        for number in opening.get(start, ()):
            covering[number] = covering.get(number, 0) + 1
        numbers = tuple(sorted(number for number, depth in covering.items() if depth))
        covering = {number: covering[number] for number in numbers}
        begins = tuple(number for number in numbers if number not in seen)
        seen.update(numbers)
        if runs and not begins and numbers == runs[-1].marks:
            # Two spans of one match that meet, as at the foot of a column, are one stretch to a reader.
            runs[-1] = MarkedRun(runs[-1].text + text[start:end], numbers, runs[-1].begins)
        else:
            runs.append(MarkedRun(text[start:end], numbers, begins))
    return tuple(runs)


class MarkedText:
    """Finds the paragraphs of a piece that page spans fall into."""

    def __init__(self, piece: Piece) -> None:
        self.paragraphs: tuple[Paragraph, ...] = piece.paragraphs
        places = sorted(
            (span.start, span.end, index, offset)
            for index, paragraph in enumerate(piece.paragraphs)
            for span, offset in zip(paragraph.spans, _offsets(paragraph.spans), strict=True)
        )
        self._all = places
        self._starts = [place[0] for place in places]

    def mark(self, spans_by_number: Iterable[tuple[int, Sequence[Span]]]) -> tuple[MarkedParagraph, ...]:
        """The paragraphs with a mark on all that stands at the page spans of each number."""
        marks: dict[int, list[Mark]] = {}
        for number, spans in spans_by_number:
            for span in spans:
                for index, start, end in self.places(span):
                    marks.setdefault(index, []).append(Mark(number, start, end))
        marked = []
        begun: set[int] = set()
        for index, paragraph in enumerate(self.paragraphs):
            runs = cut_runs(paragraph.text, marks.get(index, ()))
            # An anchor must be unique: only the first paragraph that a match stands in holds its beginning.
            runs = tuple(replace(run, begins=tuple(n for n in run.begins if n not in begun)) for run in runs)
            begun.update(n for run in runs for n in run.begins)
            marked.append(MarkedParagraph(paragraph.kind, runs))
        return tuple(marked)

    def places(self, wanted: Span) -> list[tuple[int, int, int]]:
        """Paragraphs and ranges of their characters that a page span covers."""
        found = []
        for at in range(max(bisect_right(self._starts, wanted.start) - 1, 0), len(self._all)):
            start, end, index, offset = self._all[at]
            if start >= wanted.end:
                break
            low, high = max(start, wanted.start), min(end, wanted.end)
            if low < high:
                found.append((index, offset + low - start, offset + high - start))
        return found


def abridge(paragraph: MarkedParagraph, keep: int) -> MarkedParagraph:
    """The paragraph with unmarked runs longer than two `keep` cut to their ends around ` …… `."""
    runs = tuple(
        MarkedRun(f"{run.text[:keep]} …… {run.text[-keep:]}")
        if not run.marks and len(run.text) > 2 * keep
        else run
        for run in paragraph.runs
    )
    return MarkedParagraph(paragraph.kind, runs)


def _offsets(spans: Sequence[Span]) -> list[int]:
    offsets, at = [], 0
    for span in spans:
        offsets.append(at)
        at += span.end - span.start
    return offsets


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
