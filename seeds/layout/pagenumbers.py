"""Numbers of pages that were copied with a wrapped text, between the two halves of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.layout.lines import Line
from seeds.layout.wrap import NARROWEST, WIDEST
from seeds.page import Span

_NUMBER = re.compile("[-—–－·~ \u3000]{0,4}[0-9]{1,4}[-—–－·~ \u3000]{0,4}|第 ?[0-9]{1,4} ?页")
_BROKEN = re.compile("[^。！？!?…：:；;.”’」』）)】》—-]$")
_SLACK, _LEAST = 6, 3
"""How many columns shorter than the widest a full line may be; full lines of a wrapped text at least."""


def without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[Span]]:
    """The lines without the numbers of pages that stand amid a sentence, as if it went on; and where these stand.

    The line above such a number fills the width and breaks off; the one below stands at the margin, fills it too or
    ends a sentence: it is no running head.
    """
    widest = max((line.columns for line in lines), default=0)
    full = {line.number for line in lines if line.columns >= widest - _SLACK}
    if len(full) < _LEAST or not NARROWEST <= widest <= WIDEST:
        return list(lines), []
    margin = min(line.indent for line in lines)
    kept, numbers = list(lines[:1]), list[Span]()
    for line, below in zip(lines[1:], [*lines[2:], None], strict=True):
        if (
            below is not None
            and _NUMBER.fullmatch(line.text)
            and kept[-1].number in full
            and _BROKEN.search(kept[-1].text)
            and below.indent == margin
            and not below.text[0].isdigit()
            and (below.number in full or not _BROKEN.search(below.text))
        ):
            numbers.append(Span(line.start, line.end))
            continue
        after_number = bool(numbers) and numbers[-1].start > kept[-1].start
        kept.append(replace(line, gap=0) if after_number else line)
    return kept, numbers
