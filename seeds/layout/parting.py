"""Lines that hold several: a title, an agency or an editor before the text, facts behind it, lost indents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from seeds.language.characters import HAN
from seeds.layout.lines import STOPS, Line, columns
from seeds.metadata.lines import title_within, told_behind

JOINED = re.compile("(?<=[。！？…”」）])[ \u3000\t]*\u3000[ \u3000\t]*(?=\\S)")
"""Where a text that was put on one line had a new paragraph: the indent is still there."""
INDENT = re.compile(f"{JOINED.pattern}|(?<=\\S)(?: {{4,}}|\u3000{{2,}})(?=\\S)")
"""The same in a line of more than one paragraph's length."""
LONG = 120
_DATELINE = (
    "^[^。]{6,40}?(?<![，据自从由合引的在])(?=(?:新华社|新华网|中新社|中新网|中新经纬|人民网|央视网|央广网|光明网|环球网|国际在线)"
    f"[{HAN}／/、]{{0,12}}[0-9０-９]{{1,2}}月[0-9０-９]{{1,2}}日(?:电|讯|消息)[ \u3000（(])"
)
"""Where a title runs into the place and the day of an agency."""
_PICTURE = "^[（(](?:图片来源|图源|供图|题图)[^（）()，。]{0,16}[)）](?=[^。]{20})"
"""Whose the picture above a text is."""
_PICTURED = re.compile(_PICTURE)
_INLINE, _INLINES = re.compile("【[^【】]{3,24}】(?=[^【】]{20})"), 3
"""A title at the beginning of its text, and how many a page has at least where half of its lines begin so."""
_ABOVE = re.compile(f"{_PICTURE}|{_DATELINE}")


def parted(lines: Iterable[Line], title: str = "", indented: bool = False) -> Iterator[Line]:
    """The lines, where crawlers put the `title` that a page is called by, or the editor, on one with the text.

    So are the facts behind a title on the first line and, if asked for, paragraphs whose indents are left.
    """
    # Only the first line can have the title and the agency's dateline on it; others speak of agencies.
    glued = _ABOVE
    lines = list(lines)
    inline = [_INLINE.match(line.text) for line in lines]
    several = len(lines) <= 2 * sum(map(bool, inline)) >= 2 * _INLINES
    for number, line in enumerate(lines):
        if title and line.text.startswith("原标题"):
            glued = _original(title)
        bounds = {0, *(found.end() for found in glued.finditer(line.text)), len(line.text)}
        bounds.update(end for _, end in told_behind(line.text, last=number == len(lines) - 1))
        if several and (found := inline[number]):
            bounds.add(found.end())
        if indented and len("".join(line.text.split())) > LONG:
            indents = list(INDENT.finditer(line.text))
            # Names in a list and cells of a table have wide gaps, too.
            if any(line.text[found.start() - 1] in STOPS for found in indents):
                bounds.update(found.end() for found in indents)
        if not number and (within := title_within(line.text[: sorted(bounds)[1]].rstrip())):
            bounds.update(within[:2])
        glued = _PICTURED
        if len(bounds) == 2:
            yield line
            continue
        for first, last in pairwise(sorted(bounds)):
            part = line.text[first:last].strip()
            start = line.start + line.text.index(part, first)
            indent, gap = (0, 0) if first else (line.indent, line.gap)
            wide = indent + columns(part)
            yield Line(line.number, start, start + len(part), line.feed, part, indent, gap, wide)


def _original(title: str) -> re.Pattern[str]:
    """Where text begins behind 原标题 and the title."""
    letters = "\\W*".join(map(re.escape, filter(str.isalnum, title))) or "(?!)"
    return re.compile(f"{_ABOVE.pattern}|(?<=^原标题[:：])\\W*{letters}[”’》」）)！？]*(?=.{{20}})")
