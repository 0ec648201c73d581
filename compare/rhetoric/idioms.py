"""成语: idioms of a list, where they are words of their own.

The list is `seeds/lexicon/idioms.txt` (THUOCL, Han et al. 2016).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.rhetoric.device import Found
from seeds import lexicon

if TYPE_CHECKING:
    from seeds.language.analysis import AnalysedParagraph

_HAN = re.compile(r"[\u3400-\u9fff]+")
_SHORTEST, _LONGEST = 4, 9


def idioms(paragraph: AnalysedParagraph) -> list[Found]:
    """The idioms of a paragraph, in text order; of two that begin at one place the shorter."""
    known = lexicon.words("idioms")
    text = paragraph.text
    starts = {word.start for word in paragraph.words}
    ends = {word.end for word in paragraph.words}
    found = []
    for run in _HAN.finditer(text):
        at = run.start()
        while at + _SHORTEST <= run.end():
            length = 0
            if at in starts:
                sizes = range(_SHORTEST, min(_LONGEST, run.end() - at) + 1)
                length = next((n for n in sizes if at + n in ends and text[at : at + n] in known), 0)
            if length:
                found.append(Found("idiom", "idiom", at, at + length))
            at += length or 1
    return found
