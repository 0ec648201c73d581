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
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from seeds.language.characters import HAN
from summarize.compress import BREAKS, balanced
from summarize.document import Document, once
from summarize.lexicon import DIGIT, Wording, predicates, words
from summarize.vectors import Floats, standardised, totals

Named: TypeAlias = dict[str, float]
"""Signs with a name that are not 0."""


class Signs(NamedTuple):
    """The signs of a sentence or a line: those with a name, and its words but nouns and numbers."""

    named: Named
    words: Sequence[str]


_IDEOGRAPH = "[\u4e00-\u9fff]"
GAP = re.compile(f"(?<!——)(?<!—){_IDEOGRAPH}[”》）]?[ \u3000]+[“《]?{_IDEOGRAPH}")
"""A space between two Chinese words: a heading, a name or a standfirst that ran into the sentence."""
_SPEAKER = re.compile("我(?![们国省市军党])|笔者|记者|本报|编者|作者|本期|本刊|网友|读者")
_SPEAKER_ALONE = re.compile(
    "[^，。：“”]{2,16}(?:表示|[说称]|说道|指出|认为|强调|介绍|坦言|补充道?|告诉(?:本报|本刊|本网)?记者)。"
)
"""Who said the quotation before it: 李明表示."""
_COUNTED = re.compile(
    "[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十甲乙丙丁]{1,2})(?:[）)]|、(?![0-9一二三四五六七八九十百千万甲乙丙丁])|[.．](?![0-9]))"
    "|“?[这那]?(?:[两三四五六七八九十几]|[0-9]{1,2})(?:个|位|支|名|家|种|项|大|份|场|方面|地|者|类|次|所|座|部|则|组|起|年间|年来)"
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
_FURNITURE_OPENS = re.compile(
    "[（(—]*(?:作者|责编|责任编辑|编辑|来源|原标题|文章来源|本文来源|记者|通讯员|摄影|供图|制图|校对|监制|统筹|策划|执笔)："
    "|[（(](?:本文)?作者(?:为|系|是|单位)|编者按|【[^】]*】|本报评论员|(?:著作|著)有《"
    "|本系列评论|相关阅读|延伸阅读|[\\[［(（【]?注 ?[0-9]|[(（]?本[文栏](?:原|首)[载发刊]"
)
_FURNITURE = re.compile(
    "（[^）]*(?:到此结束|待续|完)）$|版权所有|未经授权|欢迎转载|请勿转载|禁止转载|谢绝转载|如需转载|转载(?:请|须|自)|扫描[^，]{0,4}二维码"
    "|点击(?:上方|下方|阅读原文|链接)|关注[^，。]{0,12}公众号|搜索[^，。]{0,12}公众号|投稿邮箱|来稿请|所有订户|欢迎订阅|捐款支持"
    "|请[^，。]{0,16}(?:订户|订阅|赞助|会员)|成为[^，。]{0,16}(?:订户|订阅|赞助|会员)|欢迎[^，。]{0,16}(?:订户|订阅|赞助|会员)|稿件是否采|人民.评：.*人民.评："
)
"""Alternatives that begin with a letter each: then Python looks at other letters of a text hardly at all."""
_WORDS = re.compile(f"[{HAN}]|[A-Za-z]+")
_WORDY = re.compile(f"[{HAN}]{{3}}")
_ASKS = ("？", "?")
_LOOSE = "，,、；;：:。！？!?"
_ENDS = tuple("。！？!?….")
_VERB = re.compile("(?<!D)v")
_CLAUSE_END = frozenset("，,；;：:")
_NEXT = ("其次", "再次", "然后", "第二", "最后")
_QUOTE_ENDS = "”’」』"


@once
def signs(document: Document) -> list[Signs]:
    """The signs of each of `document.texts` but those that `places` has."""
    texts, _, title = document.in_one_script
    found = []
    before = ""
    told = zip(texts, document.wordings, forms(document), strict=True)
    for number, (text, wording, form) in enumerate(told):
        own = tags_at_edges(wording)
        if wording.solid:
            own[f"1:{wording.said[wording.solid[0]]}"] = own[f"-1:{wording.said[wording.solid[-1]]}"] = 1.0
        own[f"ends {text[-1]}"] = 1.0
        if not text[0].isalnum():
            own[f"opens {text[0]}"] = 1.0
        own |= classes(text, wording, title)
        if "adds" in own and _adds_to_topic(wording.said, wording.tags):
            own["adds to topic"] = 1.0
        own |= _subject(texts, number, wording, title)
        own |= form
        own |= _marks(text, before)
        found.append(Signs(own, words_said(wording)))
        before = text
    return found


def words_said(wording: Wording) -> Sequence[str]:
    """The words but nouns and numbers."""
    said, tags = wording.said, wording.tags
    return [said[place] for place in wording.solid if tags[place] not in "nm"]


def tags_at_edges(wording: Wording) -> Named:
    """The parts of speech of the first three words and the last one, marks aside."""
    flags, solid = wording.flags, wording.solid
    own = {_at_edge(number, flags[place]): 1.0 for number, place in enumerate(solid[:3], start=1)}
    if solid:
        own[_at_edge(-1, flags[solid[-1]])] = 1.0
    return own


@cache
def _at_edge(number: int, flag: str) -> str:
    return f"{number}t:{flag[:2]}"


def taken_up(wording: Wording, title: str) -> Named:
    """What the words of closed classes tell: 这, 其, 该; also 也, 还 without 不仅; verbs of saying."""
    said, tags, own, paired = wording.said, wording.tags, Named(), False
    end = _predicate_end(said, tags) if wording.roles else 0
    for place, role in wording.roles:
        if role == "points":
            first = max(place - 1, 0)
            near = said[first : place + 4], tags[first : place + 4]
            own |= _points(*near, min(place, 1), title, place < end)
        elif role == "pairs":
            paired = True
        elif role == "speaks":
            own["speaks"] = 1.0
        elif not paired and "adds" not in own:
            own["adds"] = own["adds at once" if place < end else "adds later"] = 1.0
    return own


def classes(text: str, wording: Wording, title: str) -> Named:
    """Words that take up what was said before: those of closed classes and others, 往深层看."""
    said, tags = wording.said, wording.tags
    head = said[wording.solid[0]] if wording.solid else ""
    own = taken_up(wording, title)
    if _hangs(text, tags, head) and not (head[:1] in "这此该" and "points to title" in own):
        own["hangs"] = 1.0
    if head in words("speech"):
        own["speaks at once"] = 1.0
    if tags[0] in "acd" and "，" in said[1:2]:
        own["apart"] = 1.0
    if not predicates(said, tags):
        own["no predicate"] = 1.0
    if _leading_on().match(text):
        own["leads on"] = 1.0
    if _SPEAKER.search(text):
        own["speaker"] = 1.0
    if _COUNTED.match(text):
        own["counted"] = 1.0
    if _THEN.search(text, 0, 12):
        own["then"] = 1.0
    if short_named(text, title):
        own["short name"] = 1.0
    return own


def _predicate_end(said: Sequence[str], tags: str) -> int:
    """Where the first clause with a verb ends, as a number of words: a topic before it belongs to it."""
    verb = _VERB.search(tags)
    after = range(verb.end(), len(said)) if verb else ()
    return next((place for place in after if said[place] in _CLAUSE_END), len(said))


def _hangs(text: str, tags: str, head: str) -> bool:
    """Whether the first word rests on what stood before it; 更严格的要求 compares with nothing that was said."""
    if head == "更" and len(tags) > 1:
        return tags[1] not in "ad"
    return head in words("hanging") or text.startswith(("这", "此", "它", "她"))


def _adds_to_topic(said: Sequence[str], tags: str) -> bool:
    """Whether 也 or 还 follows a first clause that only names a deed: 满足融资需求，也需要分清缓急."""
    end = next((place for place, word in enumerate(said[:-1]) if word in BREAKS), None)
    if end is None or tags[0] not in "vp":
        return False
    return said[end + 1][0] in "也还" and words("predicate").isdisjoint(said[1:end])


def _subject(texts: Sequence[str], number: int, wording: Wording, title: str) -> Named:
    """What a sentence speaks of: named by the title, taken up from the two before it, or a bare 会议 or 项目."""
    nouns, modified = [], False
    for word, tag in zip(wording.said, wording.tags, strict=True):
        if word in BREAKS or tag in "vp":
            break
        if tag in "nNljs":
            nouns.append(word)
        elif tag in "D" or (tag in "arm" and not nouns):
            modified = True
    if not nouns:
        return {}
    if any(noun in title for noun in nouns):
        return {"subject in title": 1.0}
    head = nouns[-1]
    own = {"subject bare": 1.0} if nouns == [head] and not modified and head in words("bare") else {}
    if any(head in text for text in texts[max(number - 2, 0) : number]):
        own |= {"subject taken up": 1.0} if sum(head in text for text in texts) <= SELDOM else {}
    return own


def _points(near: Sequence[str], tags: str, at: int, title: str, first_clause: bool) -> Named:
    """What the pointing word at place `at` tells: where it stands, and whether the title names what it points to.

    天津这座城市 names it itself.
    """
    word = near[at]
    if word[0] == "这" and at and (tags[0] == "n" or near[0] == "”"):
        return {}
    own = {"points" if first_clause else "points later": 1.0}
    if word[0] == "该" and len(word) > 1 and "《" in title:
        own["points to title"] = 1.0  # 该剧, 该片
    elif word == "上述":
        own["points elsewhere at once"] = 1.0
    elif word[0] in "这此该本":
        after = takewhile(lambda pair: pair[1] not in "vdx", zip(near[at + 1 :], tags[at + 1 :], strict=True))
        named = "".join(word for word, _ in after)
        known = any(named[place : place + 2] in title for place in range(len(named) - 1))
        own["points to title" if known else "points elsewhere"] = 1.0
        if first_clause and not known:
            own["points elsewhere at once"] = 1.0
    return own


@cache
def _leading_on() -> re.Pattern[str]:
    return re.compile(
        "“?(?:以[^，]{1,20}为例|看[^，]{1,8}，|[^，。]{0,6}[更最][^，。]{1,6}的是|其[一二三四五六]|第[一二三四五六](?:，|是|层|点|类|种|重)"
        "|[^，。：]{0,6}第[一二三四五六七八九十][^，。：]{0,2}："
        "|(?!如果|若|一旦|只要|假如|倘若|要是)[^，。]{1,24}，则|"
        + "|".join(sorted(words("leading_on"), reverse=True))
        + ")"
    )


def short_named(text: str, title: str) -> bool:
    """Whether a sentence speaks of 《意见》 or the like, whose full name neither it nor the title has."""
    short = _SHORT_NAME.search(text) if "《" in text else None
    return short is not None and short.group() not in title and "以下简称" not in text


@once
def forms(document: Document) -> list[Named]:
    """Of each of `document.texts`, what makes it unfit wherever it stands."""
    return list(map(form, document.in_one_script[0]))


def form(text: str) -> Named:
    """What makes a sentence unfit in a text of any kind, by its marks alone; see `summarize.standing`.

    In a meeting nearly every sentence takes up the one before; other rules are for opinion pieces.
    """
    told = {
        "furniture": len(text) < _FURNITURE_AT_MOST
        and (_FURNITURE_OPENS.match(text) or _FURNITURE.search(text)),
        "wordless": not _WORDY.search(text) and len(_WORDS.findall(text)) < 3,
        "gap": (" " in text or "\u3000" in text) and GAP.search(text),
        "unended": not text.rstrip("”").endswith(_ENDS),
        "unbegun": text[0] in _LOOSE,
        "trails": "…" in text[-3:],
        "asks": text.rstrip(_QUOTE_ENDS).endswith(_ASKS),
        "all quoted": text[0] == "“" and "”" in text[-2:] and text[:-1].find("”") in (-1, len(text) - 2),
        "unpaired": not balanced(text),
        "speaker alone": _SPEAKER_ALONE.fullmatch(text),
    }
    return dict.fromkeys((name for name, holds in told.items() if holds), 1.0)


def _marks(text: str, previous: str) -> Named:
    own: Named = {}
    if "首先" in text and not any(word in text for word in _NEXT):
        own["first of several"] = 1.0
    if "？" in text and "？" in text[:-1]:
        own["asks inside"] = 1.0
    if previous.rstrip(_QUOTE_ENDS).endswith(_ASKS):
        own["after question"] = 1.0
    if "…" in previous[-3:]:
        own["after trailing"] = 1.0
    if DIGIT.search(previous):
        own["after numbers"] = 1.0
    if previous[-1:] == "：":
        own["after colon"] = 1.0
    if "《" in text:
        own["names a work"] = 1.0
    if len(text) < 12:
        own["short"] = 1.0
    return own


def places(document: Document) -> dict[str, Floats]:
    """Columns of numbers: where each sentence stands, its length, how central it is, alone and beside the others."""
    size = len(document.texts)
    if not size:
        return {}
    paragraphs = document.paragraphs
    opens = np.concatenate(([True], paragraphs[1:] > paragraphs[:-1]))
    closes = np.concatenate((opens[1:], [True]))
    at = np.arange(size)
    own: dict[str, Any] = {
        "opens": opens,
        "closes": closes,
        "alone in paragraph": opens & closes,
        "first": at == 0,
        "last": at == size - 1,
        "first paragraph": paragraphs == 0,
        "last paragraph": paragraphs == paragraphs[-1],
        "length": np.log(document.terms.lengths) / 5,
        "quotes": [min(text.count("“"), 3) / 3 for text in document.in_one_script[0]],
    }
    return {name: np.asarray(column, np.float64) for name, column in (own | _central(document)).items()}


def _central(document: Document) -> dict[str, Floats]:
    """Columns of numbers: likeness to the other sentences and to the title, and how these compare in the piece."""
    index, size = document.terms, len(document.texts)
    matrix = index.matrix
    held = np.maximum(np.bincount(index.rows, minlength=size), 1)
    centroid = matrix.transposed_times(np.ones(size))
    centroid /= max(float(np.linalg.norm(centroid)), 1e-9)
    in_title = index.holds(document.title).astype(np.float64)
    columns = {
        "centrality": document.centrality,
        "centroid": matrix.times(centroid),
        "spread": totals(index.rows, index.spread[index.columns] / size, size) / held,
        "covers title": totals(index.rows, in_title[index.columns], size) / max(in_title.sum(), 1),
        "title weight": matrix.times(in_title),
        "log length": np.log(index.lengths.astype(np.float64)),
    }
    wide = np.array(list(columns.values()))
    standard = standardised(wide)
    compared = {f"{name} beside others": row for name, row in zip(columns, standard / 2, strict=True)}
    once = totals(index.rows, (index.spread == 1)[index.columns], size) / held
    return {**columns, **compared, "said once": once, "sentences": np.full(size, log(size) / 4)}
