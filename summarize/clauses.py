"""The clauses of a sentence, and what the rules of a line say of each.

Rules that never yield name what leans on what stands beside it in the sentence: 才 without its 只有, a topic without
its comment, 不仅 without 而且, 这 without what it points to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, dropwhile, pairwise

from summarize.compress import clause_ends, is_edge
from summarize.lexicon import words
from summarize.signs import classes

KNOWN = 0.7
"""What has a larger share of its character pairs in the title says the title again."""
SHORT = 8
"""A clause of at most so many characters that ends with a verb of saying only leads to what is said."""
_SOLID = re.compile("[^\\W_]+")
_OPENED = re.compile("(?:^|[^可所])(?:以|在|从|随着|通过|按照|对|用)")
_PLACE = re.compile("(?:^|是|意味着|让|使|但|而)在.*(?:[内中里上下间]|时代|时期)$|[年月天]来$|^从.*[看讲]$")
_PLACE_ENDS = frozenset("内中里上下间代期来看讲")
_SO = re.compile(
    "以[^ ]+为[^ ]{1,4}$"
    "|^(?:继续|始终|更|要)?以[^ ]+的[^ ]{0,4}(?:精神|决心|勇气|担当|情怀|标准|智慧|作风|干劲|热情|定力|行动)$"
)
_LIMITED = re.compile(
    "过去|曾经?|以往|一度|长期以来|起初|当时|那时|本来|原本|看似|似乎"
    "|近年|近段时间|近[日期来]|日前|最近|连日来|一段时间以来|这几年|[0-9一二三四五六七八九十两几多]年来|引发(?:热议|关注)"
    "|目前|眼下|以来[ ，,]|(?<![唯统之])一(?:则|来|方面)|其一|^据|笔者|^我们(?:要|必须|应|需|都)|^让我们"
)
"""What is said with it is over, or only seems so, is the news that the piece starts from, one of
several, or a call to all."""
_OPENER = re.compile("(?:[^ ]{2,6}的是|[^ ]{0,8}(?:知道|可以说|应该说|证明|看到|发现|相信|而言|来说|来看))")
"""The line is what comes after it."""
_BESIDE = frozenset(("以", "作为", "乘着"))
_LATER = frozenset("就便则却更也又还")
_MEETING = frozenset("才就方必定但却而也更还")


@dataclass(frozen=True, slots=True)
class Beside:
    """The title that a line stands under."""

    title: str
    pairs: frozenset[str]

    @classmethod
    def of(cls, title: str) -> Beside:
        """With its pairs of characters."""
        return cls(title, pairs_of(title))

    def shared(self, text: str) -> int:
        """How many of its pairs stand in a text."""
        return sum(map(text.__contains__, self.pairs))


@dataclass(frozen=True)
class Clause:
    """Words `first` up to, not including, `last` of a sentence, without the marks around, at `start` of its text.

    It `leads` to what comes after a colon.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    words: Sequence[tuple[str, str]]
    leads: bool
    beside: Beside

    @cached_property
    def solid(self) -> list[str]:
        """Its words but marks."""
        return [word for word, _ in self.words if word[0].isalnum()]

    @cached_property
    def opens_sentence(self) -> bool:
        """Whether a line may begin with it where it begins its sentence."""
        return (
            bool(self.solid)
            and self.solid[0] not in words("hanging")
            and self.solid[0] not in words("line_never_opens")
            and not (len(self.solid) == 1 and self.words[0][1][0] in "acdt")  # 显然，未来，
            and not _OPENER.fullmatch(self.text)
            and not (len(self.text) <= SHORT and self.text.endswith(_telling()))
        )

    @cached_property
    def opens(self) -> bool:
        """Whether a line may begin with it wherever it stands: no 就, and no 才 whose condition stands before."""
        return (
            self.opens_sentence
            and self.solid[0] not in words("line_opens_no_clause")
            and self.solid[0][0] not in _LATER
            and words("given").isdisjoint(self.solid[:6])
        )

    @cached_property
    def closes(self) -> bool:
        """Whether a line may end with it where its sentence goes on."""
        told = self.leads or "要想" in self.text or self.text.endswith(_telling())
        return not (told or adverbial(self.text) or unmet(self.words))

    @cached_property
    def waits(self) -> bool:
        """Whether it is a condition or the like."""
        subordinate = words("subordinate")
        return any(word in subordinate or word in ("唯有", "惟有", "只有", "谁", "凡") for word in self.solid)

    def meets(self, start: int = 0) -> bool:
        """Whether it is what follows from a condition or the like, its first `start` words aside."""
        solid = [pair for pair in self.words if pair[0][0].isalnum()]
        given = words("given")
        return any(word in given or (word[0] in _MEETING and tag[0] in "dcv") for word, tag in solid[start:])

    @cached_property
    def points_away(self) -> bool:
        """Whether 这, 其, 他 or the like stands for something that neither the clause nor the title names."""
        said = [word for word, _ in self.words]
        if not words("away").isdisjoint(said):
            return True
        pointing = words("pointing")
        points = any(word in pointing or word[0] == "这" for word in said)
        return points and "points elsewhere" in classes("", self.words, self.beside.title)

    @cached_property
    def known(self) -> bool:
        """Whether it, or what stands between two 、 of it, says most of the title again."""
        least = 0.85 * len(self.beside.pairs)
        return any(
            self.beside.shared(part) > KNOWN * max(len(part) - 1, least) for part in self.text.split("、")
        )


def clauses_of(text: str, tagged: Sequence[tuple[str, str]], beside: Beside) -> Iterator[Clause]:
    """The clauses of a sentence."""
    said = [word for word, _ in tagged]
    starts = [0, *accumulate(map(len, said))]
    begin = 0
    for end in clause_ends(said):
        first, last = begin, end
        begin = end
        while first < last and is_edge(said[first]):
            first += 1
        while first < last and is_edge(said[last - 1]):
            last -= 1
        start, stop = starts[first], starts[last]
        leads = "：" in said[last:begin]
        yield Clause(text[start:stop], start, stop, first, last, tagged[first:last], leads, beside)


def limit(text: str) -> int:
    """Where a sentence tells what is over or only the news: a line of it ends before."""
    found = _LIMITED.search(text)
    return found.end() - 1 if found else len(text)


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters, digits or ideographs."""
    runs: list[str] = _SOLID.findall(text)
    return frozenset(left + right for run in runs for left, right in pairwise(run))


def adverbial(clause: str) -> bool:
    """Whether a clause ends with how, where or when something is done: what it is comes in the next clause."""
    if clause.endswith(_ends("times")) or (clause[-1:] in _PLACE_ENDS and _PLACE.search(clause)):
        return True
    if clause.endswith(_ends("manners")) and _OPENED.search(clause):
        return True
    return "以" in clause and _SO.search(clause) is not None


@cache
def _ends(group: str) -> tuple[str, ...]:
    return tuple(sorted(words(group)))


@cache
def _telling() -> tuple[str, ...]:
    """How a clause ends if what is told comes in the next one."""
    return tuple(verb + hearer for verb in _ends("tells") for hearer in ("", "我们", "人们", "大家"))


def unmet(clause: Sequence[tuple[str, str]]) -> bool:
    """Whether a clause says as what or by what something is done, and not yet that it is done.

    A last word that 的 describes is no verb, whatever its tag: 以更务实的政策举措.
    """
    rest = list(dropwhile(lambda pair: pair[0] not in _BESIDE, clause))
    if not rest or any(word in "把将" for word, _ in clause):
        return False
    if "的" in (word for word, _ in rest):
        rest[-1] = ("", "n")
    pairs = pairwise([*rest[1:], ("", "")])
    return not any(word == "为" or (tag[0] in "vail" and after != "的") for (word, tag), (after, _) in pairs)
