"""数字略语: slogans that count what they abbreviate (“三零单位”, 两个维护), and frames of 一 (一月一调度).

On abbreviation by numeral see Ma Qingzhu (马庆株, 关于缩略语及其构成, 1988).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.rhetoric.device import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seeds.language.analysis import AnalysedParagraph

_NUMBER = "一二两三四五六七八九十百千双"
_HAN = "\u3400-\u9fff"
_MARKED = re.compile(
    rf"[“「]([{_NUMBER}]{{1,2}}[{_HAN}]{{1,6}}(?:[、，,][{_NUMBER}][{_HAN}]{{1,6}}){{0,3}}|(?!19|20)\d{{2,4}})[”」]"
)
_COUNT = re.compile(rf"[{_NUMBER}]{{1,2}}(?:[年月日天次岁里层楼号点步番句条口代家]|个[年月人字])[{_HAN}]?")
"""What only counts, though marked: “一次”, “三年”."""
_FRAME = re.compile(
    rf"一([{_HAN}])一(?!\1)[{_HAN}]{{1,2}}|一[{_HAN}](?:通办|统管|通享|受理|联办|直达|通行|办结|办成)"
)
_WHOLE = re.compile(rf"[{_NUMBER}]位一体")
_COUNTED = re.compile(rf"[{_NUMBER[1:]}]个")
_OPEN_CLASS = frozenset("vad")


def slogans(paragraph: AnalysedParagraph) -> list[Found]:
    """The slogans by numeral of a paragraph, in text order; a plain count such as 三年 is none."""
    text = paragraph.text
    starts = {word.start for word in paragraph.words}
    spans = {m.span(1) for m in _MARKED.finditer(text) if not _COUNT.fullmatch(m.group(1))}
    spans |= {m.span() for m in _WHOLE.finditer(text)}
    spans |= {m.span() for m in _FRAME.finditer(text) if m.start() in starts}
    spans |= set(_counted(paragraph))
    found, reach = [], 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reach:
            found.append(Found("slogan", "numeral", start, end))
            reach = end
    return found


def _counted(paragraph: AnalysedParagraph) -> Iterator[tuple[int, int]]:
    """两个维护: a count of something that is no thing, a verb or an adjective with nothing behind it."""
    words = paragraph.words
    for index in range(len(words) - 1):
        count, what = words[index], words[index + 1]
        if not _COUNTED.fullmatch(count.text) or what.pos not in _OPEN_CLASS or len(what.text) != 2:
            continue
        if index + 2 == len(words) or not any(c.isalnum() for c in words[index + 2].text):
            yield count.start, what.end
