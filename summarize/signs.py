"""What a sentence shows of itself: named numbers, mostly 0 or 1, that `standing` and `worth` weigh.

No parser is at hand, so these are words at the edges of the sentence, closed classes of words in it, its marks, what
it takes up from before, its place, and how central it is. Word signs are named by where the word stands: `1:` first,
`-1:` last, `w:` anywhere, and with `t` for the part of speech of those places. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from math import log
from typing import TypeAlias

import numpy as np

from seeds.language.characters import HAN
from summarize.compress import BREAKS, balanced
from summarize.document import Document
from summarize.lexicon import predicates, words
from summarize.vectors import Floats, totals

Signs: TypeAlias = dict[str, float]
"""The signs of a sentence that are not 0."""

_CLAUSE_END = frozenset("，,；;：:")
_IDEOGRAPH = "[\u4e00-\u9fff]"
GAP = re.compile(f"(?<!——)(?<!—){_IDEOGRAPH}[”》）]?[ \u3000]+[“《]?{_IDEOGRAPH}")
"""A space between two Chinese words: a heading, a name or a standfirst that ran into the sentence."""
_SPEAKER = re.compile("我(?![们国省市军党])|笔者|记者|本报|编者|作者|本期|本刊|网友|读者")
_COUNTED = re.compile(
    "“?[这那]?(?:[两三四五六七八九十几]|[0-9]{1,2})(?:个|位|支|名|家|种|项|大|份|场|方面|地|者|类|次|所|座|部|则|组|起|年间|年来)"
)
_THEN = re.compile("当天|当时|随后|此后|之后|后来|那时|那年|次日|同年|当年|不久|至此|至今|其间|期间")
_SHORT_NAME = re.compile(
    "《(?:(?:实施|指导|行动)?(?:意见|通知|办法|规定|规划|方案|纲要|决定|条例|报告|计划|公告|指南|建议|草案|倡议|目录|标准|指引|细则|通告|批复|公约"
    "|若干措施|若干举措|措施|举措|白皮书|蓝皮书)|解释[一二三四]?)》"
)
"""《意见》 and the like: what it is the short name of stood in an earlier sentence."""
SELDOM = 4
"""What no more sentences of a piece speak of is no subject of the piece."""
_FURNITURE_AT_MOST = 60
"""A note of the paper is no longer than that."""
_FURNITURE = re.compile(
    "^[（(—]*(?:作者|责编|责任编辑|编辑|来源|原标题|文章来源|本文来源|记者|通讯员|摄影|供图|制图|校对|监制|统筹|策划|执笔)："
    "|^[（(](?:本文)?作者(?:为|系|是|单位)|（[^）]*(?:到此结束|待续|完)）$|^编者按|^【[^】]*】|^本报评论员"
    "|版权所有|未经授权|(?:欢迎|请勿|禁止|谢绝|如需)转载|转载(?:请|须|自)|扫描[^，]{0,4}二维码|点击(?:上方|下方|阅读原文|链接)"
    "|(?:关注|搜索)[^，。]{0,12}公众号|投稿邮箱|来稿请|所有订户|欢迎订阅|捐款支持|(?:请|成为|欢迎)[^，。]{0,16}(?:订户|订阅|赞助|会员)|稿件是否采|^(?:著作|著)有《|人民.评：.*人民.评："
    "|^(?:本系列评论|相关阅读|延伸阅读)|^[\\[［(（【]?注 ?[0-9]|^[(（]?本[文栏](?:原|首)[载发刊]"
)
_WORDS = re.compile(f"[{HAN}]|[A-Za-z]+")
_ASKS = "？?"
_ENDS = tuple("。！？!?….")
_QUOTE_ENDS = "”’」』"


def signs(document: Document) -> list[Signs]:
    """The signs of each of `document.texts`."""
    places = _places(document)
    subjects = _subjects(document)
    found: list[Signs] = []
    texts, words_of, title = document.in_one_script
    for number, (text, tagged) in enumerate(zip(texts, words_of, strict=True)):
        solid = [pair for pair in tagged if pair[0][0].isalnum()]
        own = edges(text, solid)
        own |= classes(text, tagged, title, roles_of(tagged))
        own |= document.forms[number]
        own |= _marks(text, texts[number - 1] if number else "")
        own |= places[number]
        own |= subjects[number]
        found.append({name: value for name, value in own.items() if value})
    return found


def edges(text: str, solid: Sequence[tuple[str, str]]) -> Signs:
    """The words at both ends with their tags, the first and last mark, and all words but nouns and numbers."""
    own = {f"w:{word}": 1.0 for word, tag in solid if tag[0] not in "nm"}
    own |= {f"{place}t:{tag[:2]}": 1.0 for place, (_, tag) in enumerate(solid[:3], start=1)}
    if solid:
        own[f"1:{solid[0][0]}"] = own[f"-1:{solid[-1][0]}"] = own[f"-1t:{solid[-1][1][:2]}"] = 1.0
    own[f"ends {text[-1]}"] = 1.0
    if not text[0].isalnum():
        own[f"opens {text[0]}"] = 1.0
    return own


def opening(tagged: Sequence[tuple[str, str]]) -> str:
    """The first word of a sentence, marks aside."""
    return next((word for word, _ in tagged if word[0].isalnum()), "")


def roles_of(tagged: Sequence[tuple[str, str]]) -> list[tuple[int, str]]:
    """The words of closed classes that take up what was said before, by their places, and what they do."""
    known = _roles()
    found = []
    for place, (word, _) in enumerate(tagged):
        if word in known:
            found.append((place, known[word]))
        elif word == "更" and tagged[place + 1 : place + 2] and tagged[place + 1][1][0] in "vdp":
            found.append((place, "adds"))
        elif word[0] in "这该" and word != "这么":
            found.append((place, "points"))
    return found


def taken_up(tagged: Sequence[tuple[str, str]], title: str, roles: Sequence[tuple[int, str]]) -> Signs:
    """What `roles_of` some words tells: 这, 其, 该; also 也, 还 without 不仅; verbs of saying."""
    own: Signs = {}
    end = _predicate_end(tagged) if roles else 0
    paired = False
    for place, role in roles:
        if role == "points":
            own |= _points(tagged[max(place - 1, 0) : place + 4], min(place, 1), title, place < end)
        elif role == "pairs":
            paired = True
        elif role == "speaks":
            own["speaks"] = 1.0
        elif not paired and "adds" not in own:
            own["adds"] = own["adds at once" if place < end else "adds later"] = 1.0
    return own


def classes(
    text: str, tagged: Sequence[tuple[str, str]], title: str, roles: Sequence[tuple[int, str]]
) -> Signs:
    """Words that take up what was said before, as `roles_of` has them, and others: 往深层看, 当时."""
    own = taken_up(tagged, title, roles)
    head = opening(tagged)
    own["hangs"] = float(
        _hangs(text, tagged, head) and not (head[:1] in "这此该" and "points to title" in own)
    )
    own["adds to topic"] = float("adds" in own and _adds_to_topic(tagged))
    own["speaks at once"] = float(head in words("speech"))
    own["apart"] = float(_apart(tagged))
    own["no predicate"] = float(not predicates(tagged))
    own["leads on"] = float(_leading_on().match(text) is not None)
    own["speaker"] = float(_SPEAKER.search(text) is not None)
    own["counted"] = float(_COUNTED.match(text) is not None)
    own["then"] = float(_THEN.search(text[:12]) is not None)
    own["short name"] = float(short_named(text, title))
    return own


def _predicate_end(tagged: Sequence[tuple[str, str]]) -> int:
    """Where the first clause with a verb ends, as a number of words: a topic before it belongs to it."""
    verb, before = False, ""
    for place, (word, tag) in enumerate(tagged):
        if verb and word in _CLAUSE_END:
            return place
        verb |= tag[0] == "v" and tag != "vn" and before != "的"
        before = word
    return len(tagged)


def _hangs(text: str, tagged: Sequence[tuple[str, str]], head: str) -> bool:
    """Whether the first word rests on what stood before it; 更严格的要求 compares with nothing that was said."""
    if head == "更" and len(tagged) > 1:
        return tagged[1][1][0] not in "ad"
    return head in words("hanging") or text.startswith(("这", "此", "它", "她"))


def _apart(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether a comma stands after the first word, an adverb (显然) or the like."""
    return len(tagged) > 1 and tagged[0][1][0] in "acd" and tagged[1][0] == "，"


def _adds_to_topic(tagged: Sequence[tuple[str, str]]) -> bool:
    """Whether 也 or 还 follows a first clause that only names a deed: 满足融资需求，也需要分清缓急."""
    end = next((place for place, (word, _) in enumerate(tagged) if word in BREAKS), len(tagged))
    if not 0 < end < len(tagged) - 1 or tagged[end + 1][0][0] not in "也还" or tagged[0][1] not in ("v", "p"):
        return False
    return not any(word in words("predicate") for word, _ in tagged[1:end])


def _points(near: Sequence[tuple[str, str]], at: int, title: str, first_clause: bool) -> Signs:
    """What the pointing word at place `at` tells: where it stands, and whether the title names what it points to.

    天津这座城市 names it itself.
    """
    word = near[at][0]
    if word[0] == "这" and at and (near[0][1][0] == "n" or near[0][0] == "”"):
        return {}
    own = {"points" if first_clause else "points later": 1.0}
    if word[0] == "该" and len(word) > 1 and "《" in title:
        own["points to title"] = 1.0  # 该剧, 该片
    elif word[0] in "这此该本":
        named = "".join(after for after, _ in takewhile(lambda pair: pair[1][0] not in "vdx", near[at + 1 :]))
        known = any(named[place : place + 2] in title for place in range(len(named) - 1))
        own["points to title" if known else "points elsewhere"] = 1.0
        if first_clause and not known:
            own["points elsewhere at once"] = 1.0
    return own


@cache
def _roles() -> dict[str, str]:
    """What the words of closed classes do in a sentence; of two roles the later one here."""
    roles = dict.fromkeys(words("speech"), "speaks")
    roles |= dict.fromkeys(words("adding"), "adds") | dict.fromkeys((*words("pairing"), "不仅仅"), "pairs")
    return roles | dict.fromkeys(words("pointing"), "points")


@cache
def _leading_on() -> re.Pattern[str]:
    return re.compile(
        "“?(?:以[^，]{1,20}为例|看[^，]{1,8}，|[^，。]{0,6}[更最][^，。]{1,6}的是|其[一二三四五六]|第[一二三四五六](?:，|是|层|点|类|种|重)"
        "|(?!如果|若|一旦|只要|假如|倘若|要是)[^，。]{1,24}，则|"
        + "|".join(sorted(words("leading_on"), reverse=True))
        + ")"
    )


def short_named(text: str, title: str) -> bool:
    """Whether a sentence speaks of 《意见》 or the like, whose full name neither it nor the title has."""
    short = _SHORT_NAME.search(text) if "《" in text else None
    return short is not None and short.group() not in title and "以下简称" not in text


def form(text: str) -> Signs:
    """What makes a sentence unfit in a text of any kind, by its marks alone; see `summarize.standing`.

    In a meeting nearly every sentence takes up the one before; other rules are for opinion pieces.
    """
    found: Signs = {}
    if len(text) < _FURNITURE_AT_MOST and _FURNITURE.search(text):
        found["furniture"] = 1.0
    if len(_WORDS.findall(text, 0, 20)) < 3 and len(_WORDS.findall(text)) < 3:
        found["wordless"] = 1.0
    if (" " in text or "\u3000" in text) and GAP.search(text):
        found["gap"] = 1.0
    if not text.rstrip("”").endswith(_ENDS):
        found["unended"] = 1.0
    if "…" in text[-3:]:
        found["trails"] = 1.0
    if text.rstrip(_QUOTE_ENDS)[-1:] in _ASKS:
        found["asks"] = 1.0
    if text[0] == "“" and "”" in text[-2:] and text[:-1].find("”") in (-1, len(text) - 2):
        found["all quoted"] = 1.0
    if not balanced(text):
        found["unpaired"] = 1.0
    return found


def _marks(text: str, previous: str) -> Signs:
    return {
        "quotes": min(text.count("“"), 3) / 3,
        "asks inside": float("？" in text[:-1]),
        "after question": float(previous.rstrip(_QUOTE_ENDS)[-1:] in _ASKS and previous != ""),
        "after trailing": float("…" in previous[-3:]),
        "after numbers": float(any(map(str.isdigit, previous))),
        "after colon": float(previous[-1:] == "：" and previous != ""),
        "names a work": float("《" in text),
        "short": float(len(text) < 12),
        "length": log(len(text)) / 5,
    }


def _places(document: Document) -> list[Signs]:
    """Where each sentence stands and how central it is, alone and beside the others."""
    size = len(document.texts)
    paragraphs = document.paragraphs
    opens = (np.diff(paragraphs, prepend=-1) > 0).tolist()
    closes = (np.diff(paragraphs, append=paragraphs[-1] + 1) > 0).tolist() if size else []
    columns = _central(document)
    names, rows = list(columns), np.array(list(columns.values())).T.tolist()
    found = []
    for number in range(size):
        own = dict(zip(names, rows[number], strict=True))
        at = int(paragraphs[number])
        own |= {
            "opens": float(opens[number]),
            "closes": float(closes[number]),
            "alone in paragraph": float(opens[number] and closes[number]),
            "first": float(number == 0),
            "last": float(number == size - 1),
            "first paragraph": float(at == 0),
            "last paragraph": float(at == paragraphs[-1]),
        }
        found.append(own)
    return found


def _subjects(document: Document) -> list[Signs]:
    """What each sentence speaks of: named by the title, taken up from the two before it, or a bare 会议 or 项目."""
    texts, words_of, title = document.in_one_script
    found = []
    for number, tagged in enumerate(words_of):
        nouns, modified = _subject(tagged)
        own: Signs = {}
        if any(noun in title for noun in nouns):
            own["subject in title"] = 1.0
        elif nouns:
            head, before = nouns[-1], texts[max(number - 2, 0) : number]
            taken = any(head in text for text in before) and sum(head in text for text in texts) <= SELDOM
            own["subject taken up"] = float(taken)
            own["subject bare"] = float(len(nouns) == 1 and not modified and head in words("bare"))
        found.append(own)
    return found


def _subject(tagged: Sequence[tuple[str, str]]) -> tuple[list[str], bool]:
    """The nouns before the first verb, preposition or mark, and whether a word describes them."""
    nouns, modified = [], False
    for word, tag in tagged:
        if word in BREAKS or (tag[0] in "vp" and tag != "vn"):
            break
        if tag[0] in "nljs" or tag == "vn":
            nouns.append(word)
        elif word == "的" or (tag[0] in "arm" and not nouns):
            modified = True
    return nouns, modified


def _central(document: Document) -> dict[str, Floats]:
    """Columns of numbers: likeness to the other sentences and to the title, and how these compare in the piece."""
    index, size = document.terms, len(document.texts)
    if not size:
        return {}
    matrix = index.matrix
    held = np.maximum(np.bincount(index.rows, minlength=size), 1)
    centroid = matrix.transposed_times(np.ones(size))
    centroid /= max(float(np.linalg.norm(centroid)), 1e-9)
    in_title = index.holds([document.title]).astype(np.float64)
    columns = {
        "centrality": document.centrality,
        "centroid": matrix.times(centroid),
        "spread": totals(index.rows, index.spread[index.columns] / size, size) / held,
        "covers title": totals(index.rows, in_title[index.columns], size) / max(in_title.sum(), 1),
        "title weight": matrix.times(in_title),
        "log length": np.log(index.lengths.astype(np.float64)),
    }
    wide = np.array(list(columns.values()))
    deviations = wide.std(axis=1, keepdims=True)
    standard = (wide - wide.mean(axis=1, keepdims=True)) / np.where(deviations > 1e-9, deviations, np.inf)
    compared = {f"{name} beside others": row for name, row in zip(columns, standard / 2, strict=True)}
    once = totals(index.rows, (index.spread == 1)[index.columns], size) / held
    return {**columns, **compared, "said once": once, "sentences": np.full(size, log(size) / 4)}
