"""Where a web page names the column that its article is in, beside who wrote it: a link to more of that column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from seeds.files.weblines import WebLine
from seeds.metadata import meta_line
from seeds.papers import is_paper

_COLUMN = re.compile("(?i)catalog|categor|channel|lanmu|fenlei")
"""What pages call the element of a column."""
_STEP = re.compile("[ \u3000]*(?:>+|＞+|»|›|→|/)[ \u3000]*")
_LONGEST = 12


def without_columns(lines: Sequence[WebLine]) -> Iterator[WebLine]:
    """The lines, where facts above the text are without the column beside them."""
    path: set[str] = set()
    begun = False
    for line in lines:
        begun = begun or line.running
        told = meta_line(line.text) if not begun else None
        if told is not None and told.kind == "nav":
            path.update(_STEP.split(line.text))
        others = line.parts if begun else [part for part in line.parts if not _is_column(*part, path)]
        text = " ".join(part for part, _ in others)
        if len(others) < len(line.parts) and meta_line(text) is not None:
            line = replace(line, text=text, parts=others, element=others[0][1], linked=0)
        yield line


def _is_column(text: str, element: Any, path: set[str]) -> bool:
    """Whether a part of a line is a link to what its page calls a column, or has in the path to the article."""
    if is_paper(text) or not 1 < len(text) <= _LONGEST or not (element.tag == "a" or len(element)):
        return False
    links = [e for e in element.iter("a") if text in "".join(e.itertext())]
    named = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in (element, *links))
    return bool(links) and (text in path or _COLUMN.search(named) is not None)
