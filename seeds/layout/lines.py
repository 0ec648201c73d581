"""Lines of a page as they stand, and runs: lines that are one logical line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from seeds.layout import cues
from seeds.page import Excerpt, Span

_NARROW = re.compile("[\x00-\xb6\xb8-\u036f\uff61-\uffdc]")
_SPACE_NEEDED = re.compile("[A-Za-z0-9,.;:!?)]")
_LATIN = re.compile("[A-Za-z]")
TAB = 4
STOPS = "。！？!?…”"
LINK_SIZE, NAMES_SIZE = 40, 20
"""Characters of a link, and of a line of names, at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page that is not blank; `start` and `end` leave out the space around it.

    `number` counts from 1, `indent` is in columns, `gap` the number of blank lines before it, `feed` where its
    line feed stands.
    """

    number: int
    start: int
    end: int
    feed: int
    text: str
    indent: int
    gap: int
    columns: int

    @property
    def characters(self) -> int:
        """Length including the indent, counted in characters."""
        return len(self.text) + self.indent // 2


@dataclass(frozen=True)
class Run:
    """A logical line: one line, or several that are one wrapped line."""

    lines: tuple[Line, ...]
    wrapped: bool = False
    """Whether the page is hard-wrapped, so that a run is a whole paragraph or a fragment of one."""

    @cached_property
    def excerpt(self) -> Excerpt:
        """Text and place."""
        return join(self.lines)

    @cached_property
    def text(self) -> str:
        """The text, lines put together."""
        return self.excerpt.text

    @cached_property
    def size(self) -> int:
        """Characters without space."""
        return len(self.text) - sum(map(str.isspace, self.text))

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @cached_property
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        return cues.ends_sentence(self.text)


def is_paragraph(run: Run) -> bool:
    """Whether a line ends as a sentence, and has more characters than a title or a link."""
    return run.final and run.size > LINK_SIZE


def join(lines: Iterable[Line]) -> Excerpt:
    """Lines one after the other; between two Latin words the line break stays as a space."""
    texts: list[str] = []
    spans: list[Span] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _SPACE_NEEDED.match(before.text[-1]) and _LATIN.match(line.text):
            texts.append(" ")
            spans.append(Span(before.feed, before.feed + 1))
        texts.append(line.text)
        spans.append(Span(line.start, line.end))
        before = line
    return Excerpt("".join(texts), tuple(spans))


def columns(text: str) -> int:
    """The width of a text where Chinese characters and marks count two."""
    return 2 * len(text) - len(_NARROW.findall(text))


def split_lines(text: str) -> list[Line]:
    """The lines of a page that are not blank."""
    lines: list[Line] = []
    at = gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        content = raw.strip()
        if content:
            lead = len(raw) - len(raw.lstrip())
            indent = columns(raw[:lead].expandtabs(TAB))
            start = at + lead
            end, feed = start + len(content), at + len(raw)
            lines.append(Line(number, start, end, feed, content, indent, gap, indent + columns(content)))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return lines


def cut(line: Line, gaps: Sequence[tuple[int, int]]) -> list[Line]:
    """The parts of a line between gaps in it."""
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line.text)]
    parts = zip(starts, ends, strict=True) if gaps else ()
    return [
        replace(line, start=line.start + start, end=line.start + end, text=line.text[start:end], gap=0)
        for start, end in parts
        if start < end
    ] or [line]
