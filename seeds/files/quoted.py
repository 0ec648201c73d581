"""Text that is quoted as mails quote: a mark > before every line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seeds.page import Span

_MARKS = re.compile("[ \t]*[>＞](?:[>＞ \t]*[>＞])?")
_LEAST, _MOST = 3, 0.9
"""Quoted lines of a quoted text at least, and their share of all."""


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A line that is not blank without its marks: `start` is where it stands with them, `marked` where they end.

    `gap` tells that a blank line, or nothing but a mark, stands before it.
    """

    start: int
    marked: int
    end: int
    text: str
    gap: bool

    @property
    def quoted(self) -> bool:
        """Whether a mark stands before it."""
        return self.marked > self.start


def quoted_lines(text: str) -> Iterator[QuotedLine]:
    """The lines of a text that hold more than marks."""
    at, gap = 0, False
    for raw in text.split("\n"):
        found = _MARKS.match(raw)
        marked = found.end() if found else 0
        if shown := raw[marked:].strip():
            yield QuotedLine(at, at + marked, at + len(raw), shown, gap)
        gap = not shown
        at += len(raw) + 1


def are_quoted(lines: Sequence[QuotedLine]) -> bool:
    """Whether nearly all of some lines are quoted."""
    quoted = sum(line.quoted for line in lines)
    return quoted >= _LEAST and quoted >= _MOST * len(lines)


def marks_of(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Where the marks stand from `start` to `end`, before blank lines too; `start` is the beginning of a line."""
    spans, at = [], start
    for raw in text[start:end].split("\n"):
        if found := _MARKS.match(raw):
            spans.append(Span(at, at + found.end()))
        at += len(raw) + 1
    return tuple(spans)
