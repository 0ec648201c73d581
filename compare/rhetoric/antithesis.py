"""对偶: two neighbouring lines of equal length and matching build that set off two sides of a thing.

The wide sense (宽对) of prose: words may recur and tones are not weighed (Chen Wangdao 1932; Wang Li 王力,
汉语诗律学, 1958, for the strict one of verse). A logistic model over length, grammar and place
decides, fitted on ConFiguRe (Zhu et al. 2022).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare.rhetoric.alignment import common_subsequence, frame_text, similarity, tags, texts, width
from compare.rhetoric.device import Found
from compare.rhetoric.model import shipped
from seeds.language.words import LIST, SEMICOLON, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seeds.language.analysis import AnalysedParagraph
    from seeds.language.words import Phrase, Word

    Line = tuple[Word, ...]

SHORTEST, LONGEST = 3, 20
"""Characters of a line."""
LISTED = 5
"""Lines divided by 、 have at least this many characters; shorter ones are items of a list."""
_FRESH = frozenset("。！？!?…；;“‘「：:\n")


class Couplet(NamedTuple):
    """Two neighbouring lines.

    `between` is the strength of the mark that divides them; `fresh` says that a sentence, a part after ；
    or a quotation begins with the first.
    """

    first: Line
    second: Line
    between: int
    fresh: bool

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
    scored = [(model.probability(features(c)), c) for c in couplets(paragraph)]
    taken = bytearray(len(paragraph.text))
    kept = []
    for score, couplet in sorted(scored, key=lambda item: (-item[0], item[1].start, item[1].end)):
        if score >= model.threshold and not any(taken[couplet.start : couplet.end]):
            taken[couplet.start : couplet.end] = b"\1" * (couplet.end - couplet.start)
            kept.append(_found(score, couplet))
    return sorted(kept, key=lambda found: found.start)


def couplets(paragraph: AnalysedParagraph) -> Iterator[Couplet]:
    """All neighbouring lines of `SHORTEST` to `LONGEST` characters whose lengths differ by one at most.

    A line is a phrase, or two phrases of a part that ends with ； or a stronger mark. Lines divided by
    、 that are short or stand in a longer series are a list and no couplet.
    """
    yield from _couplets(paragraph.text, [(phrase,) for phrase in paragraph.phrases], LONGEST)
    pairs: list[tuple[Phrase, ...]] = []
    for group in paragraph.divided(SEMICOLON):
        if len(group) == 2:
            pairs.append(group)
        else:
            yield from _couplets(paragraph.text, pairs, 2 * LONGEST)
            pairs = []
    yield from _couplets(paragraph.text, pairs, 2 * LONGEST)


def _couplets(text: str, units: Sequence[tuple[Phrase, ...]], longest: int) -> Iterator[Couplet]:
    lines = [tuple(word for phrase in unit for word in phrase.words) for unit in units]
    widths = [width(line) for line in lines]
    for i in range(len(units) - 1):
        short, long = sorted(widths[i : i + 2])
        if not SHORTEST <= short <= long <= longest or long - short > 1:
            continue
        beside = {widths[j] for j in (i - 1, i + 2) if 0 <= j < len(units)}
        listed = units[i][-1].strength == LIST and (short < LISTED or bool(beside & {short, long}))
        if not listed and texts(lines[i]) != texts(lines[i + 1]):
            start = units[i][0].start
            fresh = not start or text[start - 1] in _FRESH
            yield Couplet(lines[i], lines[i + 1], units[i][-1].strength, fresh)


def features(couplet: Couplet) -> dict[str, float]:
    """What the model looks at, each between 0 and 1.

    balance: common subsequence of the parts of speech if the lines are equally long, else 0; fresh: as in
    `Couplet`; apart: whether the lines are sentences of their own; perfective: whether there is a 了;
    pronoun: whether a line opens with a pronoun; opening: whether both open with the same part of speech.
    """
    first, second = couplet.first, couplet.second
    equal = width(first) == width(second)
    return {
        "balance": similarity(tags(first), tags(second)) if equal else 0.0,
        "fresh": float(couplet.fresh),
        "apart": float(couplet.between >= STOP),
        "perfective": float(any(word.text == "了" for word in first + second)),
        "pronoun": float(first[0].pos == "r" or second[0].pos == "r"),
        "opening": float(first[0].pos == second[0].pos),
    }


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
