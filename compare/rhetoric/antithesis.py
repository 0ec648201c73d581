"""对偶: two neighbouring lines of equal length and matching build that set off two sides of a thing.

The wide sense (宽对) of prose: words may recur and tones are not weighed (Chen Wangdao 1932; Wang Li 王力,
汉语诗律学, 1958, for the strict one of verse). A logistic model over length, grammar and the repeated
words decides, fitted on ConFiguRe (Zhu et al. 2022).
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from compare.rhetoric.alignment import common_subsequence, frame_text, similarity, tags, texts, width
from compare.rhetoric.device import Found
from compare.rhetoric.model import shipped
from compare.rhetoric.passage import LIST, SEMICOLON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.rhetoric.model import Models
    from compare.rhetoric.passage import Passage, Phrase, Word

    Line = tuple[Word, ...]

SHORTEST, LONGEST = 3, 20
"""Characters of a line."""


class Couplet(NamedTuple):
    """Two neighbouring lines; `paired` if each is two clauses long.

    `closed` says that a mark stronger than the one between the lines follows; `more` that a neighbour is as
    long, as in a longer list.
    """

    first: Line
    second: Line
    paired: bool
    between: int
    closed: bool
    more: bool

    @property
    def start(self) -> int:
        """Offset of the first line."""
        return self.first[0].start

    @property
    def end(self) -> int:
        """Offset behind the second line."""
        return self.second[-1].end


def antitheses(passage: Passage) -> list[Found]:
    """The couplets of a passage, the better one where two overlap; in text order."""
    models = shipped()
    model = models.models["antithesis"]
    scored = [(model.probability(features(c, models)), c) for c in couplets(passage)]
    taken = bytearray(len(passage.text))
    kept = []
    for score, couplet in sorted(scored, key=lambda item: (-item[0], item[1].start, item[1].end)):
        if score >= model.threshold and not any(taken[couplet.start : couplet.end]):
            taken[couplet.start : couplet.end] = b"\1" * (couplet.end - couplet.start)
            kept.append(_found(score, couplet))
    return sorted(kept, key=lambda found: found.start)


def couplets(passage: Passage) -> Iterator[Couplet]:
    """All neighbouring lines of `SHORTEST` to `LONGEST` characters whose lengths differ by one at most."""
    singles = [(phrase,) for phrase in passage.phrases]
    yield from _couplets(singles, False)
    yield from _couplets([g for g in passage.divided(SEMICOLON) if len(g) == 2], True)


def _couplets(units: Sequence[tuple[Phrase, ...]], paired: bool) -> Iterator[Couplet]:
    lines = [tuple(word for phrase in unit for word in phrase.words) for unit in units]
    widths = [width(line) for line in lines]
    for i in range(len(units) - 1):
        short, long = sorted(widths[i : i + 2])
        if not SHORTEST <= short <= long <= LONGEST * (1 + paired) or long - short > 1:
            continue
        if [w.text for w in lines[i]] == [w.text for w in lines[i + 1]]:
            continue
        if paired and units[i][-1].end > units[i + 1][0].start:
            continue
        between, after = units[i][-1].strength, units[i + 1][-1].strength
        near = [widths[j] for j in (i - 1, i + 2) if 0 <= j < len(units)]
        yield Couplet(lines[i], lines[i + 1], paired, between, after > between, widths[i] in near)


def features(couplet: Couplet, models: Models) -> dict[str, float]:
    """What the model looks at.

    equal: same number of characters; cut: same word lengths in order; grammar: common subsequence of the
    parts of speech; shared, shared_bits: characters of the words both lines have over their length, and
    their bits in tens; brief, size: under four characters, and the logarithm of the length; list, strong:
    divided by 、, or by ；or stronger; closed, more, paired: as in `Couplet`; pronoun: whether a line opens
    with a pronoun; verbs: whether both lines have a verb or an adjective.
    """
    first, second = couplet.first, couplet.second
    shared = common_subsequence(texts(first), texts(second))
    mean = (width(first) + width(second)) / 2
    return {
        "equal": float(width(first) == width(second)),
        "cut": similarity([len(w.text) for w in first], [len(w.text) for w in second]),
        "grammar": similarity(tags(first), tags(second)),
        "shared": sum(map(len, shared)) / mean,
        "shared_bits": min(models.information(shared), 40.0) / 10,
        "brief": float(mean < 4),
        "size": log(mean),
        "list": float(couplet.between == LIST),
        "strong": float(couplet.between >= SEMICOLON),
        "closed": float(couplet.closed),
        "more": float(couplet.more),
        "paired": float(couplet.paired),
        "pronoun": float(first[0].tag == "r" or second[0].tag == "r"),
        "verbs": float(all(any(w.tag in "vai" for w in line) for line in (first, second))),
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
