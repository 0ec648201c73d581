"""The line of an opinion piece: one or more neighbouring clauses of a sentence that read as a headline.

Nothing is left out inside a line, so grammar is what the writer's was; a mark between clauses becomes a space. Rules
that never yield drop lines that lean on what stands beside them in the sentence: 才 without its 只有, a topic without
its comment, 不仅 without 而且. A logistic regression tells of the rest the chance that an editor would print it under
the title: complete, telling the point, and more than the title. `benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

import numpy as np

from summarize.compress import BREAKS, QUOTES, Token, balanced, clause_ends, is_edge, joined, tokens_of
from summarize.document import Document
from summarize.lexicon import predicates, words
from summarize.model import chance, weighing
from summarize.signs import GAP, Signs, classes
from summarize.summary import Headline

SHORTEST = 6
"""A line of fewer characters says too little."""
NEW = 4
"""A line with fewer characters that the title has not says the title in other words."""
MOST_CLAUSES = 3
"""A line is made of at most so many clauses."""
PROMISING = 12
"""So many sentences may give the line."""
PRINTED = 0.45
"""A line with a smaller chance to be printed is none."""
KNOWN = 0.7
"""A line of which a larger share of the character pairs stands in the title says the title again."""
OPENING = 3
"""So many words at the beginning of a line tell what it speaks of."""
_TELLS = re.compile(
    "(?:启示|告诉|提醒|说明|证明|表明|显示|意味着|认为|指出|强调|表示|说|称|看到|发现|知道|坚信|相信|懂得|明白|认识到|意识到|感受到|体会到|期待|希望|要求|呼吁|提出|感慨)(?:我们|人们|大家)?$"
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
_MAKING = frozenset("让使把将令")


def adverbial(text: str) -> bool:
    """Whether a clause ends with how, where or when something is done: what it is comes in the next clause."""
    last = text[text.rfind(" ") + 1 :]
    if last.endswith(tuple(words("times"))) or _PLACE.search(last):
        return True
    if last.endswith(tuple(words("manners"))) and _OPENED.search(last):
        return True
    return "以" in last and _SO.search(text) is not None


class HeadlineRun(NamedTuple):
    """Clauses `first` up to, not including, `last` of sentence `sentence`; `following` is the word after them.

    Text and words are in the script that `Document.in_one_script` has.
    """

    text: str
    stretches: tuple[tuple[int, int], ...]
    sentence: int
    first: int
    last: int
    ends: bool
    words: tuple[tuple[str, str], ...]
    before: tuple[str, ...]
    following: str


def line_of(document: Document, chars: int, among: Collection[int] | None = None) -> Headline | None:
    """The best line of at most `chars` characters, or the beginning of a sentence if none is fit to print, or None.

    `among` are the numbers of the sentences it may come from, those that argue most if nothing is said.
    """
    if among is None:
        among = np.argsort(-document.odds["argument"], kind="stable")[:PROMISING].tolist()
    found = lines(document, chars, among)
    if not found:
        return None
    odds = weighing("lines").odds([signs_of(document, line) for line in found])["printed"]
    printed = chance(odds) >= PRINTED
    odds[~printed & np.array([line.first > 0 for line in found])] = -np.inf
    best = int(np.argmax(odds))
    if odds[best] == -np.inf:
        return None
    line = found[best]
    sentence = document.excerpts[line.sentence]
    spans = tuple(span for start, end in line.stretches for span in sentence.locate(start, end))
    text = " ".join(sentence.text[start:end] for start, end in line.stretches)
    return Headline(text, spans, float(odds[best]), complete=bool(printed[best]))


def lines(document: Document, chars: int, among: Collection[int]) -> list[HeadlineRun]:
    """The lines of some sentences that the rules leave, in the order of the piece."""
    ruled_out = document.standing.ruled_out
    texts, tagged, title = document.in_one_script
    granted = [_TURN.match(text) is not None for text in (*texts[1:], "")]  # 然而…: that is not the point
    return [
        line
        for number in sorted(among)
        if not document.forms[number] and not granted[number]
        for line in runs(tagged[number], number, chars)
        if stands(line, texts[number], ruled_out[number], title)
    ]


def known(text: str, title: str) -> bool:
    """Whether the line, or a clause of it that holds most of the title, only says the title again."""
    if not title:
        return False
    pairs, of_title = _pairs(text), _pairs(title)
    if len(set(filter(str.isalnum, text)) - set(title)) < NEW or len(pairs & of_title) > KNOWN * len(pairs):
        return True
    clauses = (_pairs(clause) for clause in re.split("[ 、]", text))
    return any(len(pairs & of_title) > KNOWN * max(len(pairs), 0.85 * len(of_title)) for pairs in clauses)


def _pairs(text: str) -> set[str]:
    return {left + right for left, right in pairwise(text) if (left + right).isalnum()}


def runs(tagged: Sequence[tuple[str, str]], sentence: int, chars: int) -> Iterator[HeadlineRun]:
    """All runs of neighbouring clauses of a sentence that have a fit length and paired quotation marks."""
    tokens = tokens_of(tagged)
    ends = [0, *clause_ends([token.word for token in tokens])]
    for first in range(len(ends) - 1):
        for last in range(first + 1, min(first + MOST_CLAUSES, len(ends) - 1) + 1):
            kept = _trimmed(tokens[ends[first] : ends[last]])
            if not kept:
                continue
            if kept[-1].end - kept[0].start > chars + 2 * MOST_CLAUSES:
                break
            breaks = {tokens[end - back].end for end in ends[first + 1 : last] for back in (1, 2)}
            text, stretches = joined(kept, breaks)
            if SHORTEST <= len(text) <= chars and balanced(text):
                following = next((t.word for t in tokens[ends[last] :] if t.word[0].isalnum()), "")
                before = tuple(t.word for t in tokens[: ends[first]])
                held = tuple((t.word, t.tag) for t in kept)
                yield HeadlineRun(
                    text, stretches, sentence, first, last, ends[last] == len(tokens), held, before, following
                )


def _trimmed(tokens: Sequence[Token]) -> Sequence[Token]:
    first, last = 0, len(tokens)
    while first < last and is_edge(tokens[first].word):
        first += 1
    while first < last and is_edge(tokens[last - 1].word):
        last -= 1
    kept = tokens[first:last]
    inside = [token.word for token in kept[1:-1]]
    if len(kept) > 2 and QUOTES.get(kept[0].word) == kept[-1].word and kept[0].word not in inside:
        return kept[1:-1]
    return kept


def stands(line: HeadlineRun, sentence: str, rule: str, title: str) -> bool:
    """Whether no rule is against the line."""
    solid = [word for word, _ in line.words if word[0].isalnum()]
    before = sentence[: line.stretches[0][0]]
    if not solid or GAP.search(before) or _LIMITED.search(before + line.text):
        return False
    if line.first == 0 and rule not in ("", "repeats title", "short name"):
        return False
    if solid[0] in words("hanging") or solid[0] in words("line_never_opens"):
        return False
    if line.first and (solid[0] in words("line_opens_no_clause") or solid[0][0] in "就便则却更也又还"):
        return False
    if line.first and any(word[0] in "才方" for word in solid[:6]):
        return False
    if not line.ends and (_TELLS.search(line.text) or adverbial(line.text)):
        return False
    if _OPENER.match(line.text) or (not line.ends and unmet(line.words)):
        return False
    waits = any(word in words("subordinate") or word in ("唯有", "只有", "谁", "凡") for word in solid)
    if waits and not any(word[0] in "才就方必定但却而也更还" for word in solid[1:]):
        return False
    return not points_away(line.words, title) and not known(line.text, title)


def says(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether the words say something of something; after 让舞台的灯光 what it shall do is still to come."""
    if len(tagged) > 1 and tagged[-2][0] == "的" and tagged[-1][1] == "v":  # 自上而下的推动
        tagged = tagged[:-2]
    told = any(tag[0] in "val" and tag != "vn" and word not in _MAKING for word, tag in tagged)
    return predicates(tagged) and (told or not any(word in _MAKING for word, _ in tagged))


def has_subject(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether something is named before the first verb, and not only how or how much."""
    tags = [tag for word, tag in tagged if word[0].isalnum()]
    verb = next((place for place, tag in enumerate(tags) if tag[0] == "v" and tag != "vn"), 0)
    return tags[0][0] not in "ad" and any(tag[0] in "nrlj" or tag == "vn" for tag in tags[:verb])


def unmet(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether the last clause says as what or by what something is done, and not yet that it is done.

    A last word that 的 describes is no verb, whatever its tag: 以更务实的政策举措.
    """
    start = max((place for place, (word, _) in enumerate(tagged, 1) if word in BREAKS), default=0)
    clause = tagged[start:]
    rest = list(dropwhile(lambda pair: pair[0] not in _BESIDE, clause))
    if not rest or any(word in "把将" for word, _ in clause):
        return False
    if "的" in (word for word, _ in rest):
        rest[-1] = ("", "n")
    pairs = pairwise([*rest[1:], ("", "")])
    return not any(word == "为" or (tag[0] in "vail" and after != "的") for (word, tag), (after, _) in pairs)


def points_away(tagged: Sequence[tuple[str, str]], title: str) -> bool:
    """Whether 这, 其, 他 or the like stands for something that neither the line nor the title names."""
    away, pointing = words("away"), words("pointing")
    if any(word in away for word, _ in tagged):
        return True
    points = any(word in pointing or word[0] == "这" for word, _ in tagged)
    return points and "points elsewhere" in classes("", tagged, title)


def signs_of(document: Document, line: HeadlineRun) -> Signs:
    """What a line shows: its words, the tags at its edges, what it takes up, its length, and its sentence's worth."""
    title = document.in_one_script[2]
    solid = [pair for pair in line.words if pair[0][0].isalnum()]
    opening = "".join(word for word, _ in line.words[:OPENING])
    length = len(line.text)
    own: Signs = {f"w:{word}": 1.0 for word, tag in solid if tag[0] not in "nm"}
    own |= {f"{place}t:{tag[:2]}": 1.0 for place, (_, tag) in enumerate(solid[:3], start=1)}
    own |= {f"-1t:{solid[-1][1][:2]}": 1.0, f"length {length // 2}": 1.0}
    own |= {f"has {name}": value for name, value in classes(line.text, line.words, title).items()}
    own |= {
        "length": length / 20,
        "length squared": (length / 20) ** 2,
        "of sentence": length / len(document.texts[line.sentence]),
        "from the start": float(line.first == 0),
        "to the end": float(line.ends),
        f"clauses {line.last - line.first}": 1.0,
        "place": line.sentence / len(document.texts),
        "says": float(says(line.words)),
        "subject": float(has_subject(line.words)),
        "completed": float(line.following in words("completing")),
        "opening in title": float(any(pair in title for pair in _pairs(opening))),
        "quotes": float("“" in line.text),
        "digits": float(any(map(str.isdigit, line.text))),
    }
    own |= {name: float(odds[line.sentence]) / 4 for name, odds in document.odds.items()}
    return {name: value for name, value in own.items() if value}
