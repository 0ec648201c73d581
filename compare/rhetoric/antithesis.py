"""对偶: two neighbouring lines of equal length and matching build that set off two sides of a thing.

The wide sense (宽对) of prose: words may recur and tones are not weighed (Chen Wangdao 1932; Wang Li 王力,
汉语诗律学, 1958, for the strict one of verse). A logistic model over how well the lines align
decides, fitted on opinion pieces that were read for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.rhetoric.alignment import characters, frame_text, similarity, tags, texts, width
from compare.rhetoric.found import Found, apart
from compare.rhetoric.model import shipped
from seeds.language.analysis import AnalysedParagraph
from seeds.language.subsequence import common_subsequence
from seeds.language.words import LIST, SEMICOLON, STOP, Segment, Word

Line = tuple[Word, ...]

SHORTEST, LONGEST = 3, 20
"""Characters of a line."""
LISTED = 5
"""Lines divided by 、 have at least this many characters; shorter ones are items of a list."""
_CLOSE = frozenset("。；！？”")


class Couplet(NamedTuple):
    """Two neighbouring lines.

    `between` is the strength of the mark that divides them; `closes` says that a sentence, a part before ；, or a
    quotation ends with the second.
    """

    first: Line
    second: Line
    between: int
    closes: bool

    @property
    def start(self) -> int:
        """Offset of the first line."""
        return self.first[0].start

    @property
    def end(self) -> int:
        """Offset behind the second line."""
        return self.second[-1].end


def antitheses(paragraph: AnalysedParagraph) -> list[Found]:
    """The couplets of a paragraph, the better one where two overlap; in text order."""
    model = shipped().models["antithesis"]
    scored = ((model.probability(features(couplet)), couplet) for couplet in couplets(paragraph))
    told = [one for one in scored if one[0] >= model.threshold]
    return [_found(score, couplet) for score, couplet in apart(told, len(paragraph.text))]


def couplets(paragraph: AnalysedParagraph) -> Iterator[Couplet]:
    """All neighbouring lines of `SHORTEST` to `LONGEST` characters whose lengths differ by one at most.

    A line is a segment, or two segments of a part that ends with ； or a stronger mark. Lines divided by 、 that are
    short are a list and no couplet, and so are two of a longer series, or the ends of two lists; nor is the end of a
    sentence with the beginning of the next.
    """
    yield from _couplets(paragraph.text, [(segment,) for segment in paragraph.segments], LONGEST)
    pairs: list[tuple[Segment, ...]] = []
    for group in paragraph.divided(SEMICOLON):
        if len(group) == 2:
            pairs.append(group)
        else:
            yield from _couplets(paragraph.text, pairs, 2 * LONGEST)
            pairs = []
    yield from _couplets(paragraph.text, pairs, 2 * LONGEST)


def _couplets(text: str, units: Sequence[tuple[Segment, ...]], longest: int) -> Iterator[Couplet]:
    lines = [tuple(word for segment in unit for word in segment.words) for unit in units]
    widths = [width(line) for line in lines]
    for i in range(len(units) - 1):
        short, long = sorted(widths[i : i + 2])
        if not SHORTEST <= short <= long <= longest or long - short > 1:
            continue
        before, between, behind = (units[j][-1].strength if j >= 0 else STOP for j in (i - 1, i, i + 1))
        listed = LIST in (before, behind) or (between == LIST and short < LISTED)
        torn = between >= STOP and before < STOP
        series = any(_alike(lines[j], *lines[i : i + 2]) for j in (i - 1, i + 2) if 0 <= j < len(lines))
        if not (listed or torn or series) and texts(lines[i]) != texts(lines[i + 1]):
            end = units[i + 1][-1].end
            yield Couplet(lines[i], lines[i + 1], between, text[end : end + 1] in _CLOSE)


def _alike(other: Line, first: Line, second: Line) -> bool:
    """Whether a neighbouring line is the third of a series: it opens or ends as both lines do, or has their frame."""
    if any(other[at].text == first[at].text == second[at].text for at in (0, -1)):
        return True
    frame = common_subsequence(texts(first), texts(second))
    told = len(frame) > 1 or any(word.text in frame and word.pos == "v" for word in first)
    return told and bool(re.search(".*".join(map(re.escape, frame)), characters(other)))


def features(couplet: Couplet) -> dict[str, float]:
    """What the model looks at, each between 0 and 1.

    same: share of places with the same character in both lines; common: common subsequence of the characters;
    grammar: that of the parts of speech; places: share of places with the same part of speech; breaks: how far the
    words end at the same places (same, places and breaks are 0 for lines of different length); opening: whether both
    open with the same part of speech; listed: whether 、 divides them; closes: whether a sentence or its part ends
    behind them; digits: whether there is a figure in digits.
    """
    first, second = couplet.first, couplet.second
    one, other = characters(first), characters(second)
    size = len(one) if len(one) == len(other) else 0
    ends = {word.end - first[0].start for word in first}, {word.end - second[0].start for word in second}
    return {
        "same": _agreement(one, other) / size if size else 0.0,
        "common": similarity(one, other),
        "grammar": similarity(tags(first), tags(second)),
        "places": _agreement(_spread(first), _spread(second)) / size if size else 0.0,
        "breaks": len(ends[0] & ends[1]) / len(ends[0] | ends[1]) if size else 0.0,
        "opening": float(first[0].pos == second[0].pos),
        "listed": float(couplet.between == LIST),
        "closes": float(couplet.closes),
        "digits": float(any(word.pos == "m" and word.text[0].isdigit() for word in first + second)),
    }


def _agreement(left: Sequence[str], right: Sequence[str]) -> int:
    return sum(a == b for a, b in zip(left, right, strict=True))


def _spread(line: Line) -> str:
    """The part of speech of the word that each character is in."""
    return "".join(word.pos * len(word.text) for word in line)


def _found(score: float, couplet: Couplet) -> Found:
    lines = (couplet.first, couplet.second)
    return Found(
        "antithesis",
        "clauses",
        couplet.start,
        couplet.end,
        tuple((line[0].start, line[-1].end) for line in lines),
        frame=frame_text(lines, common_subsequence(*map(texts, lines))),
        score=score,
    )
