"""成语 and 四字格: idioms from a list, and clauses of just four characters, the measure idioms set.

The list is THUOCL's (Han et al. 2016, MIT licence beside it in `compare/data`). The four-character form as
a figure of prose: Lü Shuxiang (吕叔湘, 现代汉语单双音节问题初探, 1963).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from compare.rhetoric.device import Found

if TYPE_CHECKING:
    from seeds.language.analysis import AnalysedParagraph

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LENGTHS = range(4, 10)
FOUR = 4


@cache
def idiom_list() -> frozenset[str]:
    """The idioms, read once."""
    return frozenset((files("compare") / "data" / "idioms.txt").read_text("utf-8").split())


def idioms(paragraph: AnalysedParagraph) -> list[Found]:
    """The idioms of a paragraph, and phrases in pairs or more of four characters each; in text order."""
    known = idiom_list()
    text = paragraph.text
    starts = {word.start for word in paragraph.words}
    ends = {word.end for word in paragraph.words}
    found = []
    for run in _HAN.finditer(text):
        at = run.start()
        while at + FOUR <= run.end():
            length = next(
                (
                    n
                    for n in _LENGTHS
                    if at in starts and at + n in ends and at + n <= run.end() and text[at : at + n] in known
                ),
                0,
            )
            if length:
                found.append(Found("idiom", "idiom", at, at + length))
            at += length or 1
    found.extend(_fours(paragraph, {item.start for item in found}))
    return sorted(found, key=lambda item: item.start)


def _fours(paragraph: AnalysedParagraph, idioms_at: set[int]) -> list[Found]:
    """Neighbouring phrases of four characters, those that are idioms left out."""
    four = [p.end - p.start == FOUR and bool(_HAN.fullmatch(p.text)) for p in paragraph.phrases]
    found = []
    for index, phrase in enumerate(paragraph.phrases):
        beside = (index and four[index - 1]) or (index + 1 < len(four) and four[index + 1])
        if four[index] and beside and phrase.start not in idioms_at:
            found.append(Found("idiom", "four characters", phrase.start, phrase.end))
    return found
