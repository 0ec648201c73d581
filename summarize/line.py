"""The line of an opinion piece: one or more neighbouring clauses of a sentence that read as a headline.

Nothing is left out inside a line, so grammar is what the writer's was; a mark between clauses becomes a space. Rules
that never yield drop lines that lean on what stands beside them in the sentence: 才 without its 只有, a topic without
its comment, 不仅 without 而且. A logistic regression tells of the rest the chance that an editor would print it under
the title: complete, telling the point, and more than the title. `benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import accumulate, pairwise
from math import inf
from operator import add
from typing import NamedTuple

import numpy as np

from summarize.compress import BRACKET, BREAKS, QUOTES, balanced, clause_ends, is_edge
from summarize.document import Document, once
from summarize.lexicon import DIGIT, Wording, predicates, words
from summarize.model import chance, weighing
from summarize.odds import odds as sentence_odds
from summarize.signs import GAP, Named, Signs, classes, forms, tags_at_edges, taken_up, words_said
from summarize.standing import standing
from summarize.summary import Headline
from summarize.vectors import Floats

SHORTEST = 6
"""A line of fewer characters says too little."""
NEW = 4
"""A line with fewer characters that the title has not says the title in other words."""
MOST_CLAUSES = 3
"""A line is made of at most so many clauses."""
PROMISING = 12
"""So many sentences may give the line."""
PRINTED = 0.55
"""A line with a smaller chance to be printed is none."""
KNOWN = 0.7
"""A line of which a larger share of the character pairs stands in the title says the title again."""
OPENING = 3
"""So many words at the beginning of a line tell what it speaks of."""
_TELLS = re.compile(
    "(?:启示|告诉|提醒|说明|证明|表明|显示|意味着|认为|指出|强调|表示|说|称|看到|发现|知道|坚信|相信|懂得|明白|认识到|意识到|感受到|体会到|期待|希望|要求|呼吁|提出|感慨)(?:我们|人们|大家)?$"
    "|的是$|(?:^| )(?:接下来|相反|同时|其实|当然)$"
)
"""What is told comes in the next clause."""
_OPENED = re.compile("(?:^|[^可所])(?:以|在|从|随着|通过|按照|对|用)")
_PLACE = re.compile("(?:^|是|意味着|让|使|但|而)在.*(?:[内中里上下间]|时代|时期)$|[年月天]来$|^从.*[看讲]$")
_SO = re.compile(
    "以[^ ]+为[^ ]{1,4}$"
    "|^(?:继续|始终|更|要)?以[^ ]+的[^ ]{0,4}(?:精神|决心|勇气|担当|情怀|标准|智慧|作风|干劲|热情|定力|行动)$"
)
_TURN = re.compile("然而|但是?|不过|可是|只是|可(?=[^以能见谓])")
_LIMITED = re.compile(
    "过去|曾经?|以往|一度|长期以来|起初|当时|那时|本来|原本|看似|似乎"
    "|近年|近段时间|近[日期来]|日前|最近|连日来|一段时间以来|这几年|[0-9一二三四五六七八九十两几多]年来|引发(?:热议|关注)"
    "|目前|眼下|以来[ ，,]|^据|笔者|^我们(?:要|必须|应|需|都)|^让我们"
)
"""What is said with it is over, or only seems so, is the news that the piece starts from, or is a call to all."""
_OPENER = re.compile(
    "(?:[^ ]{2,6}的是|[^ ]{0,8}(?:知道|可以说|应该说|证明|看到|发现|相信|而言|来说|来看))(?: |$)"
)
"""The line is what comes after it."""
_BESIDE = frozenset(("以", "作为", "乘着"))
_ANSWERS = frozenset("才就方必定但却而也更还同")
_MAKING = frozenset("让使把将令")
_NAMED = re.compile("[nrljN]")
_DONE = re.compile("[vNail](?!D)")


def adverbial(text: str) -> bool:
    """Whether a clause ends with how, where or when something is done: what it is comes in the next clause."""
    last = text[text.rfind(" ") + 1 :]
    if last.endswith(_endings("times")) or _PLACE.search(last):
        return True
    if last.endswith(_endings("manners")) and _OPENED.search(last):
        return True
    return "以" in last and _SO.search(text) is not None


@cache
def _endings(group: str) -> tuple[str, ...]:
    return tuple(words(group))


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    """The words that rules of lines look for, with the names of what they are."""
    kinds = {
        "never opens": words("hanging") | words("line_never_opens"),
        "opens no clause": words("line_opens_no_clause"),
        "waits": words("subordinate") | {"唯有", "只有", "谁", "凡"},
        "away": words("away"),
        "points": words("pointing"),
        "beside": _BESIDE,
    }
    every = frozenset().union(*kinds.values())
    return {word: frozenset(kind for kind, held in kinds.items() if word in held) for word in every}


class Clauses:
    """A sentence in clauses, and what all lines made of it share."""

    def __init__(self, wording: Wording, sentence: int = 0) -> None:
        self.wording, self.sentence = wording, sentence
        self.text = "".join(wording.said)
        self.offsets = [0, *accumulate(map(len, wording.said))]
        self.ends = [0, *clause_ends(wording.said)]
        self.kinds = self._find_kinds()
        gap, limited = GAP.search(self.text), _LIMITED.search(self.text)
        self.begins_before = gap.end() if gap else inf
        self.ends_before = limited.end() if limited else inf
        self._waits: dict[str, bool] = {}

    def _find_kinds(self) -> Sequence[tuple[int, Set[str]]]:
        known, said = _kinds(), self.wording.said
        found = []
        for place in [at for at, word in enumerate(said) if word in known or word[0] in "这才方"]:
            word = said[place]
            by_letter = {"points"} if word[0] == "这" else {"late"} if word[0] in "才方" else set()
            found.append((place, by_letter | known.get(word, by_letter)))
        return found

    def opens(self, first: int, rule: str) -> bool:
        """Whether no rule is against a line that begins with clause `first`; `rule` is what rules the sentence out."""
        if first == 0 and rule not in ("", "repeats title", "short name"):
            return False
        solid = self.wording.solid
        place = bisect_left(solid, self.ends[first])
        if place == len(solid) or self.offsets[solid[place]] >= self.begins_before:
            return False
        opening = self.wording.said[solid[place]]
        kinds = _kinds().get(opening, ())
        if first and ("opens no clause" in kinds or opening[0] in "就便则却更也又还"):
            return False
        return "never opens" not in kinds

    def runs(self, chars: int, rule: str | None = None) -> Iterator[HeadlineRun]:
        """All runs of neighbouring clauses that have a fit length and paired quotation marks.

        With a `rule`, those that `opens`.
        """
        ends, offsets, whole = self.ends, self.offsets, self.text
        bracketed = BRACKET.search(whole) is not None
        for first in range(len(ends) - 1):
            if rule is not None and not self.opens(first, rule):
                continue
            for last in range(first + 1, min(first + MOST_CLAUSES, len(ends) - 1) + 1):
                start, end = self._trimmed(ends[first], ends[last])
                if start == end:
                    continue
                if offsets[end] - offsets[start] > chars + 2 * MOST_CLAUSES:
                    break
                stretches = self._stretches(start, end, ends[first + 1 : last])
                text = " ".join([whole[one:other] for one, other in stretches])
                if SHORTEST <= len(text) <= chars and not (bracketed and not balanced(text)):
                    yield HeadlineRun(
                        self, first, last, self.wording.part(start, end), text, stretches, start
                    )

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        said = self.wording.said
        while start < end and is_edge(said[start]):
            start += 1
        while start < end and is_edge(said[end - 1]):
            end -= 1
        if end - start > 2 and QUOTES.get(said[start]) == said[end - 1]:
            inside = said[start + 1 : end - 1]
            return (start, end) if said[start] in inside else (start + 1, end - 1)
        return start, end

    def _stretches(self, start: int, end: int, breaks: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """The offsets of the words without the marks between clauses, which end at `breaks`."""
        found, at = [], start
        for place in breaks:
            for mark in (place - 2, place - 1):
                if start <= mark < end - 1 and is_edge(self.wording.said[mark]):
                    if mark > at:
                        found.append((self.offsets[at], self.offsets[mark]))
                    at = mark + 1
        return (*found, (self.offsets[at], self.offsets[end]))

    def waits(self, line: str) -> bool:
        """Whether what the end of a line announces comes in the next clause; only its last part tells."""
        part = line[max(line.rfind(" "), 0) :]
        if part not in self._waits:
            self._waits[part] = _TELLS.search(part) is not None or adverbial(part)
        return self._waits[part]


class HeadlineRun(NamedTuple):
    """Clauses `first` up to, not including, `last` of a sentence; `stretches` are offsets in it, `start` counts words.

    Text and words are in the script that `Document.in_one_script` has.
    """

    clauses: Clauses
    first: int
    last: int
    words: Wording
    text: str
    stretches: tuple[tuple[int, int], ...]
    start: int

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.clauses.sentence

    @property
    def ends(self) -> bool:
        """Whether it runs to the end of its sentence."""
        return self.last == len(self.clauses.ends) - 1

    @property
    def following(self) -> str:
        """The word after it, marks aside."""
        wording = self.clauses.wording
        after = bisect_left(wording.solid, self.clauses.ends[self.last])
        return wording.said[wording.solid[after]] if after < len(wording.solid) else ""


def line_of(document: Document, chars: int, among: Collection[int] | None = None) -> Headline | None:
    """The best line of at most `chars` characters, or the beginning of a sentence if none is fit to print, or None.

    `among` are the numbers of the sentences it may come from, those that argue most if nothing is said.
    """
    if among is None:
        among = np.argsort(-sentence_odds(document)["argument"], kind="stable")[:PROMISING].tolist()
    found = lines(document, chars, among)
    odds = weighing("lines").odds([signs_of(document, line) for line in found])["printed"]
    printed = chance(odds) >= PRINTED
    title = document.in_one_script[2]
    for best in np.argsort(-odds, kind="stable").tolist():
        line = found[best]
        if (line.first and not printed[best]) or known(line.text, title):
            continue
        sentence = document.excerpt(line.sentence)
        spans = tuple(span for start, end in line.stretches for span in sentence.locate(start, end))
        text = " ".join(sentence.text[start:end] for start, end in line.stretches)
        return Headline(text, spans, float(odds[best]), complete=bool(printed[best]))
    return None


def lines(document: Document, chars: int, among: Collection[int]) -> list[HeadlineRun]:
    """The lines of some sentences that the rules leave, in the order of the piece; some may say the title again."""
    ruled_out, unfit = standing(document).ruled_out, forms(document)
    texts, _, title = document.in_one_script
    return [
        line
        for number in sorted(among)
        if not unfit[number]
        and not _TURN.match("".join(texts[number + 1 : number + 2]))  # 然而…: this is not the point
        for line in Clauses(document.wordings[number], number).runs(chars, ruled_out[number])
        if not leans(line, title)
    ]


def known(text: str, title: str) -> bool:
    """Whether the line, or a clause of it that holds most of the title, only says the title again."""
    if not title:
        return False
    pairs = _pairs(text)
    said = [pair for pair in pairs if pair in title]
    if len(said) > KNOWN * len(pairs) or len(set(filter(str.isalnum, text)) - set(title)) < NEW:
        return True
    enough = KNOWN * 0.85 * len(_pairs(title))
    if len(said) <= enough:
        return False
    clauses = (_pairs(clause) for clause in re.split("[ 、]", text))
    return any(sum(pair in title for pair in pairs) > max(KNOWN * len(pairs), enough) for pairs in clauses)


def _pairs(text: str) -> set[str]:
    return {left + right for left, right in pairwise(text) if (left + right).isalnum()}


def leans(line: HeadlineRun, title: str) -> bool:
    """Whether a line rests on what stands beside it in its sentence, or tells what is over or only seems so."""
    clauses, held = line.clauses, line.words
    said, solid = held.said, held.solid
    if not solid or line.stretches[-1][1] >= clauses.ends_before:
        return True
    inside = range(line.start, line.start + len(said))
    kinds = {kind for place, found in clauses.kinds if place in inside for kind in found}
    if line.first and "late" in kinds and any(said[place][0] in "才方" for place in solid[:6]):
        return True
    if "waits" in kinds:
        asked = max((place for place in solid if said[place] in words("answered")), default=solid[0])
        if not any(place > asked and said[place][0] in _ANSWERS for place in solid):
            return True
    if not line.ends and (clauses.waits(line.text) or ("beside" in kinds and unmet(said, held.tags))):
        return True
    if "away" in kinds or _OPENER.match(line.text):
        return True
    return "points" in kinds and "points elsewhere" in taken_up(held, title)


def says(words: Wording) -> bool:
    """Whether the words say something of something; after 让舞台的灯光 what it shall do is still to come."""
    if words.tags[-2:] == "Dv":  # 自上而下的推动
        words = words.part(0, len(words.tags) - 2)
    if not predicates(words.said, words.tags):
        return False
    return _MAKING.isdisjoint(words.said) or any(
        tag in "val" and word not in _MAKING for word, tag in zip(words.said, words.tags, strict=True)
    )


def has_subject(tags: str) -> bool:
    """Whether something is named before the first verb, and not only how or how much; `tags` are of words alone."""
    return tags[:1] not in ("a", "d") and _NAMED.search(tags, 0, max(tags.find("v"), 0)) is not None


def unmet(said: Sequence[str], tags: str) -> bool:
    """Whether the last clause says as what or by what something is done, and not yet that it is done.

    A last word that 的 describes is no verb, whatever its tag: 以更务实的政策举措.
    """
    start = max((place for place, word in enumerate(said, 1) if word in BREAKS), default=0)
    first = next((place for place in range(start, len(said)) if said[place] in _BESIDE), None)
    if first is None or any(word in "把将" for word in said[start:]):
        return False
    rest = tags[first:]
    if "D" in rest:
        rest = rest[:-1] + "n"
    return "为" not in said[first + 1 :] and not _DONE.search(rest, 1)


def signs_of(document: Document, line: HeadlineRun) -> Signs:
    """What a line shows: its words, the tags at its edges, what it takes up, its length, and its sentence's worth."""
    title = document.in_one_script[2]
    held, length = line.words, len(line.text)
    own = tags_at_edges(held) | _shared(document)[line.sentence]
    for name in classes(line.text, held, title):
        own["has " + name] = 1.0
    own[f"length {length // 2}"] = own[f"clauses {line.last - line.first}"] = 1.0
    own["length"] = length / 20
    own["length squared"] = (length / 20) ** 2
    own["of sentence"] = length / len(document.texts[line.sentence])
    opening = "".join(held.said[:OPENING])
    told = {
        "from the start": line.first == 0,
        "to the end": line.ends,
        "says": says(held),
        "subject": has_subject(held.tags[held.solid[0] :]),
        "completed": line.following in words("completing"),
        "opening in title": any(pair in title and pair.isalnum() for pair in map(add, opening, opening[1:])),
        "quotes": "“" in line.text,
        "digits": DIGIT.search(line.text),
    }
    own |= dict.fromkeys([name for name, holds in told.items() if holds], 1.0)
    return Signs(own | _central(document, line), words_said(held))


def _central(document: Document, line: HeadlineRun) -> Named:
    """How much of the piece and of its title is in the line, by pairs of characters."""
    pairs = _pairs_of(document)
    start = pairs.starts[line.sentence]
    first = bisect_left(pairs.places, start + line.stretches[0][0])
    last = bisect_left(pairs.places, start + line.stretches[-1][1] - 1, first)
    size = last - first
    if size <= 0:
        return {}
    in_title = pairs.titled[last] - pairs.titled[first]
    return {
        "spread": float(pairs.shares[first:last].sum()) / size,
        "said once": (pairs.once_only[last] - pairs.once_only[first]) / size,
        "in title": in_title / size,
        "of title": in_title / max(pairs.of_title, 1),
    }


class _Pairs(NamedTuple):
    """The pairs of characters of a piece by the `places` where a sentence first says each, and where sentences start.

    `shares` tells of each how much of the piece has it, `once_only` and `titled` how many of those before it are in
    one sentence only and in the title, `of_title` how many different ones the title has.
    """

    places: list[int]
    starts: list[int]
    shares: Floats
    once_only: list[int]
    titled: list[int]
    of_title: int


@once
def _pairs_of(document: Document) -> _Pairs:
    index = document.terms
    places, terms = index.arrivals
    titled = index.holds(document.title)
    once_only = index.spread == 1
    return _Pairs(
        places.tolist(),
        [0, *accumulate(map(len, document.texts))],
        (3 * index.spread / max(index.size, 1))[terms],
        [0, *accumulate(once_only[terms].tolist())],
        [0, *accumulate(titled[terms].tolist())],
        int(titled.sum()),
    )


@once
def _shared(document: Document) -> list[Named]:
    """What the lines of each sentence share: its place and its worth."""
    size = len(document.texts)
    columns = {name: (odds / 4).tolist() for name, odds in sentence_odds(document).items()}
    columns["place"] = [number / size for number in range(size)]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
