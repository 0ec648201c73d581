"""What may be a theme term: content words, and the runs of them that form a multi-word term."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Kind = Literal["theme", "person", "place", "body"]
"""A theme, or a name: of a person, a place, a body such as an office or a firm."""

LONGEST = 4  # words in a multi-word term: 政务 服务 便民 热线
WIDEST = 10  # characters in a multi-word term

_WORDLIKE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[a-z]{2}|[a-z][0-9+#]|[0-9][a-z]")
_NUMERAL = re.compile(r"^[0-9.,:%〇零一二两三四五六七八九十百千万亿年月日时分秒个多约近余后前第几数半]+$")
_CONTENT = frozenset(
    {"n", "nz", "vn", "v", "a", "an", "b", "j", "l", "i", "eng", "nr", "ns", "nt", "nrt", "nrfg"}
)
_HEADS = frozenset({"n", "nz", "vn", "an", "j", "l", "i", "eng", "nr", "nt", "v"})
_STARTS = frozenset({"n", "nz", "vn", "a", "an", "b", "j", "l", "eng", "nr", "ns", "nt"})
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
    "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶"
    "解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑"
)


def wordlike(word: str) -> bool:
    """Whether `word`, in lower case, says more than a number, a mark or a single letter."""
    return bool(_WORDLIKE.search(word)) and not _NUMERAL.match(word)


def kind_of(word: str, tag: str) -> Kind:
    """What a word names. The tagger calls many unknown words a person: a surname must stand in front."""
    if tag == "ns" and len(word) > 1:
        return "place"
    if tag == "nt":
        return "body"
    if tag in {"nrfg", "nrt"} or (tag == "nr" and 2 <= len(word) <= 3 and word[0] in _SURNAMES):
        return "person"
    return "theme"


def words(tagged: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words that stand in the term space, in lower case, with their tags."""
    for word, tag in tagged:
        word = word.lower()
        if wordlike(word):
            yield word, tag


def runs(tagged: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Maximal runs of content words with nothing between them."""
    run: list[tuple[str, str]] = []
    for word, tag in tagged:
        word = word.lower()
        if tag in _CONTENT and wordlike(word) and kind_of(word, tag) != "person":
            run.append((word, tag))
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def joined(parts: Iterable[str]) -> str:
    """Words as one term: Chinese without a space, Latin letters with one between."""
    term = ""
    for part in parts:
        term += f" {part}" if term and term[-1].isascii() and part[0].isascii() else part
    return term


def phrases(tagged: Iterable[tuple[str, str]]) -> Counter[tuple[str, ...]]:
    """How often each multi-word term stands in a text: adjectives and nouns, the last of them a head.

    The patterns are those of Justeson and Katz (1995), with verbs inside and at the end, because the tagger
    has no noun for 治理 and 监管.
    """
    found: Counter[tuple[str, ...]] = Counter()
    for run in runs(tagged):
        found.update(_inside(run))
    return found


def _inside(run: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    for start, (_, first) in enumerate(run):
        if first not in _STARTS:
            continue
        width = len(run[start][0])
        for end in range(start + 1, min(start + LONGEST, len(run))):
            word, tag = run[end]
            width += len(word)
            if width > WIDEST:
                break
            if tag in _HEADS and len(word) > 1:
                yield tuple(part for part, _ in run[start : end + 1])
