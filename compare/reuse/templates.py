"""Templates: figures that both texts are built on, with other words in them.

Ordinary correlatives (既…也…, 不仅…更…, 如果…就…) are grammar and stand in every piece; what is told is a figure that
one piece in ten or fewer has: a rare frame, a word that opens three clauses in a row, an antithesis that turns on a
word, a stock image with its verb. A figure is found in either text for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from seeds import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from compare.reuse.text import Text

    Part = tuple[int, int]

PIECE = 1029
"""Characters of an opinion piece, on average, in which the shares below are counted (426 pieces of 2018 to 2025)."""

_OPTIONAL = ("为", "给")
"""Words in front of an image that need not be there: 为乡村振兴打下坚实基础."""

_REPEATED = 0.03
"""Share of the pieces in which three clauses in a row begin with one and the same opener, at most."""

_CLAUSE, _SENTENCE = '[^,.;:!?"]', "[^.!?]"
_MARKS = re.compile(r"[,.;:!?…]|--|\"(?=\")")

_UNEVEN = 3
"""How many times as long as the shortest of three clauses that begin alike the longest may be."""


class Frame(NamedTuple):
    """A figure of a text: its name, the places of its fixed words, and the stretch it spans."""

    name: str
    words: tuple[Part, ...]
    span: Part
    share: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A rare frame: the groups of the pattern are its fixed words, `share` the part of the pieces that have it."""

    pattern: re.Pattern[str]
    share: float
    is_whole: bool = False
    """Whether the figure ends with its last word, not with the clause."""

    def within(self, line: str) -> Iterator[Frame]:
        """Where the figure stands in a folded text."""
        for found in self.pattern.finditer(line):
            words = tuple(
                found.span(group) for group in range(1, self.pattern.groups + 1) if found.group(group)
            )
            name = "…".join(line[low:high] for low, high in words if line[low:high] not in _OPTIONAL)
            end = found.end() if self.is_whole else _clause_end(line, words[0][0], found.end())
            yield Frame(name, words, (words[0][0], end), self.share)


def _figures() -> Iterator[Figure]:
    c, s = _CLAUSE, _SENTENCE
    for share, frame in (
        (0.13, rf"(从)(?!而|来|此|容|小){s}{{2,60}}?[,、](到){s}{{2,60}}?[,、](再到)"),
        (0.02, rf"(与其)(?!说){s}{{2,30}}?(不如)"),
        (0.01, rf"(宁可|宁愿|宁肯){s}{{2,25}}?(也不|也要|不可)"),
        (0.05, rf"(越是){c}{{1,16}},{s}{{0,8}}?(越是|越要|越需要|越能|越会)"),
        (0.02, rf"(越)(?!来越){c}{{1,16}}[,、]{c}{{0,4}}(越)(?!来越){c}{{1,20}}[,、]{c}{{0,4}}(越)(?!来越)"),
        (0.02, rf"(没有){c}{{2,16}},?(就没有)"),
        (0.01, rf"(哪里){c}{{2,16}},(哪里)"),
        (0.01, rf"(少一[些点份分]){c}{{1,12}},?(多一[些点份分])"),
        (0.01, rf"(多一[些点份分]){c}{{1,12}},?(少一[些点份分])"),
        (0.01, rf"(一头)(?:是|连|担|牵){c}{{1,14}},(一头)(?=是|连|担|牵)"),
        (0.01, rf"(一手抓){s}{{1,14}}?(一手抓)"),
        (0.01, rf"(有多){c}{{1,8}},?(就有多)"),
        (0.01, rf"(不在于){c}{{1,14}},?(而在于)"),
        (0.01, rf"(既是){s}{{2,40}}?(也是|又是){s}{{2,40}}?(更是)"),
        (0.01, rf"(不能){c}{{2,20}},(更不能)"),
        (0.03, rf"(让){c}{{2,20}}?(更){c}{{1,6}}、(更){c}{{1,6}}"),
    ):
        yield Figure(re.compile(frame), share)
    for image in _images():
        yield Figure(re.compile(image), 0.04, is_whole=True)


def _images() -> Iterator[str]:
    """Patterns of stock images: a verb and its noun with a word between, without one they are a word themselves."""
    for image in sorted(lexicon.words("phrase_edges", "images")):
        verbs, nouns = image.split("…")
        yield rf"(?:(为|给){_CLAUSE}{{2,30}}?)?({verbs}){_CLAUSE}{{2,9}}?({nouns})"


def _repeated(text: Text) -> Iterator[Frame]:
    """Words that open three clauses of a sentence, or more, in a row, of about one length."""
    line = text.line
    for sentence in re.finditer(rf"{_SENTENCE}+", line):
        clauses = [m.span() for m in re.finditer(r"[^,;:、.!?]+", line[: sentence.end()][sentence.start() :])]
        clauses = [(start + sentence.start(), end + sentence.start()) for start, end in clauses]
        row: list[Part] = []
        word = ""
        for start, end in [*clauses, (0, 0)]:
            start += line[start : start + 1] == '"'
            found = _openers().match(line, start, end)
            opener = found.group() if found and text.edges[found.end()] else ""
            if opener and opener == word:
                row.append((start, end))
                continue
            sizes = [b - a for a, b in row[:3]]
            if len(row) >= 3 and max(sizes) <= _UNEVEN * min(sizes):
                words = tuple((a, a + len(word)) for a, _ in row[:3])
                yield Frame("…".join([word] * 3), words, (row[0][0], row[2][1]), _REPEATED)
            word, row = opener, [(start, end)] if opener else []


@cache
def _openers() -> re.Pattern[str]:
    # 有的…有的…有的… lists cases, it makes no figure.
    return re.compile(f"(?!有的)(?:{lexicon.pattern('phrase_edges', 'openers')})")


def _antitheses(line: str) -> Iterator[Frame]:
    """不是…而是… between two expressions of one build that end or begin alike: 不是选答题，而是必答题."""
    for found in re.finditer(
        rf"(不是|并非)(\"?{_CLAUSE}{{2,8}}?\"?),?(而是)(\"?{_CLAUSE}{{2,8}}\"?)(?=[,.;:!?])", line
    ):
        one, other = found.group(2).strip('"'), found.group(4).strip('"')
        if len(one) == len(other) and one != other and (one[-1] == other[-1] or one[0] == other[0]):
            end = found.end() - (found.group().endswith('"') and found.group().count('"') % 2)
            yield Frame("不是…而是", (found.span(1), found.span(3)), (found.start(), end), 0.03)


@cache
def _all() -> tuple[Figure, ...]:
    return tuple(_figures())


def frames(text: Text) -> Mapping[str, Frame]:
    """The figures of a text by name, each where it stands first."""
    found: dict[str, Frame] = {}
    line = text.line
    for figure in _all():
        for frame in figure.within(line):
            found.setdefault(frame.name, frame)
    for frame in (*_repeated(text), *_antitheses(line)):
        found.setdefault(frame.name, frame)
    return found


def paired(one: Frame, other: Frame) -> tuple[tuple[Frame, Frame], tuple[tuple[Part, Part], ...]]:
    """Two frames of one name without what only one of them has, and the places of the words of both."""
    size = min(len(one.words), len(other.words))
    ours, theirs = (
        frame._replace(words=frame.words[-size:], span=(frame.words[-size][0], frame.span[1]))
        for frame in (one, other)
    )
    return (ours, theirs), tuple(zip(ours.words, theirs.words, strict=True))


def expected(frame: Frame, sizes: tuple[int, int]) -> float:
    """How often chance would bring this figure into both of two unrelated texts of these sizes."""
    return frame.share**2 * sizes[0] * sizes[1] / PIECE**2


def _clause_end(line: str, start: int, place: int) -> int:
    """Where the clause of a figure ends that begins at `start`; not behind a quotation in which it stands."""
    mark = _MARKS.search(line, place)
    end = mark.start() if mark else len(line)
    return line.rfind('"', place, end) if line.count('"', start, end) % 2 and '"' in line[place:end] else end
