"""引号喻对: quoted words set side by side as figures for each other (“金点子”…“金钥匙”).

Quotation marks show that a word is not meant literally; that two such words stand close, are as long and
share a character in the same place (or are single characters) shows that they are meant together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.rhetoric.device import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seeds.language.analysis import AnalysedParagraph

_TERM = re.compile(r"[“「]([\u3400-\u9fff]{1,6})[”」]")
_NUMBERED = re.compile(r"[一二两三四五六七八九十双]")
NEAR = 40
"""Characters between two terms of a pair at most."""


def metaphors(paragraph: AnalysedParagraph) -> list[Found]:
    """The groups of two or more matching quoted terms of a paragraph, in text order."""
    terms = [m for m in _TERM.finditer(paragraph.text) if not _NUMBERED.match(m.group(1))]
    found, begin = [], 0
    for index in range(1, len(terms) + 1):
        if index < len(terms) and _match(terms[index - 1], terms[index]):
            continue
        group = terms[begin:index]
        begin = index
        if len({term.group(1) for term in group}) > 1:
            parts = tuple(term.span(1) for term in group)
            found.append(
                Found("metaphor", "pair", group[0].start(), group[-1].end(), parts, frame=_shape(group))
            )
    return found


def _match(left: re.Match[str], right: re.Match[str]) -> bool:
    a, b = left.group(1), right.group(1)
    if len(a) != len(b) or right.start() - left.end() > NEAR:
        return False
    return len(a) == 1 or any(x == y for x, y in zip(a, b, strict=True))


def _shape(group: Sequence[re.Match[str]]) -> str | None:
    """The shared characters in their places, … for the others: 金…."""
    columns = zip(*(term.group(1) for term in group), strict=True)
    shape = "".join(column[0] if len(set(column)) == 1 else "…" for column in columns)
    return re.sub("…+", "…", shape) if shape.strip("…") else None
