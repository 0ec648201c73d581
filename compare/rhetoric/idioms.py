"""成语: idioms of a list, where they are words of their own.

The list is `seeds/lexicon/idioms.txt` (THUOCL, Han et al. 2016).
"""

from __future__ import annotations

from compare.rhetoric.found import Found
from seeds import lexicon
from seeds.language.analysis import AnalysedParagraph

_SHORTEST, _LONGEST = 4, 9


def idioms(paragraph: AnalysedParagraph) -> list[Found]:
    """The idioms of a paragraph, in text order; of two that begin at one place the shorter."""
    known, text = lexicon.words("idioms"), paragraph.text
    ends = {word.end for word in paragraph.words}
    found, reach = [], 0
    for word in paragraph.words:
        if word.start < reach:
            continue
        for end in range(word.start + _SHORTEST, min(word.start + _LONGEST, len(text)) + 1):
            if end in ends and text[word.start : end] in known:
                found.append(Found("idiom", "idiom", word.start, end))
                reach = end
                break
    return found
