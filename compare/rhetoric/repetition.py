"""反复: the same words again, at once (连续), or at the head of clauses (首语).

Chen Wangdao (1932) tells immediate from separated repetition; anaphora is the name for the latter at
the head of several clauses. Other separated repetition is not told: in opinion pieces four of five clauses that come
back name the topic again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.rhetoric.alignment import characters
from compare.rhetoric.device import Found
from seeds.language.words import COMMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seeds.language.analysis import AnalysedParagraph
    from seeds.language.words import Segment, Word

_PARTICLES = frozenset("啊呀吧呢吗嘛哦哟喽啦了的哪哇么")
ANAPHORA_CHARS, ANAPHORA_CLAUSES = 3, 3
"""An opening of this many characters, at the head of this many clauses in a row, is an anaphora."""
HEAD = 10
"""Words of a clause that are looked at."""
_PAIRED = frozenset("越愈")
"""One of these is enough: they come in pairs, and in threes for effect (越是…，越要…，越要…)."""


def repetitions(paragraph: AnalysedParagraph) -> list[Found]:
    """The repetitions of a paragraph in text order."""
    found = [*_immediate(paragraph.smallest), *_anaphora(paragraph)]
    return sorted(found, key=lambda item: (item.start, item.end))


def core(text: str) -> str:
    """A segment without the modal particles at its end: 是的呀 as 是."""
    end = len(text)
    while end > 1 and text[end - 1] in _PARTICLES:
        end -= 1
    return text[:end]


def _immediate(segments: Sequence[Segment]) -> Iterator[Found]:
    """Runs of neighbouring segments that are the same but for particles."""
    cores = [core(segment.text) for segment in segments]
    begin = 0
    for index in range(1, len(segments) + 1):
        if index < len(segments) and cores[index] == cores[begin]:
            continue
        if index - begin > 1:
            yield _found("immediate", segments[begin:index], cores[begin])
        begin = index


def _anaphora(paragraph: AnalysedParagraph) -> Iterator[Found]:
    """Clauses in a row that open with the same words."""
    clauses = [tuple(w for segment in group for w in segment.words) for group in paragraph.divided(COMMA)]
    begin, opening = 0, ""
    for index in range(1, len(clauses) + 1):
        if index < len(clauses) and (shared := _opening(clauses[begin], clauses[index], opening)):
            opening = shared
            continue
        run = clauses[begin:index]
        if len(run) >= ANAPHORA_CLAUSES and any(len(characters(c[:HEAD])) > len(opening) for c in run):
            parts = tuple((clause[0].start, _reach(clause, len(opening))) for clause in run)
            yield Found(
                "repetition", "anaphora", run[0][0].start, run[-1][-1].end, parts, frame=f"{opening}…"
            )
        begin, opening = index, ""


def _opening(first: Sequence[Word], clause: Sequence[Word], known: str) -> str:
    """The words both begin with, no more than those `known` of the clauses between; "" if too few to be noticed."""
    shared = ""
    for left, right in zip(first[:HEAD], clause, strict=False):
        if left.text != right.text or (known and len(shared + left.text) > len(known)):
            break
        shared += left.text
    if len(shared) >= ANAPHORA_CHARS:
        return shared
    heads = {first[0].text[0], clause[0].text[0]}
    return heads.pop() if len(heads) == 1 and heads <= _PAIRED else ""


def _reach(clause: Sequence[Word], length: int) -> int:
    """The offset behind the first `length` characters of a clause, marks between words not counted."""
    for word in clause:
        size = word.end - word.start
        if length <= size:
            return word.start + length
        length -= size
    return clause[-1].end


def _found(form: str, segments: Sequence[Segment], shared: str) -> Found:
    parts = tuple((segment.start, segment.end) for segment in segments)
    return Found("repetition", form, parts[0][0], parts[-1][1], parts, frame=shared)
