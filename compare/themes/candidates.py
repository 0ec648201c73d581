"""What may be a theme term: content words, and the runs of them that form a multi-word term."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal

from seeds import lexicon
from seeds.language.characters import HAN

Kind = Literal["theme", "hint", "wording", "person", "place", "body"]
"""What a piece is about, how it says it (verbs, adjectives), or a name: of a person, a place, a body such as a firm. A
hint makes pieces alike but is not told of them: a rare verb, a word of the title or a heading that the text has not."""
NAMES = frozenset({"person", "place", "body"})

Tagged = tuple[str, str]
"""A word and its part of speech, in the ICTCLAS tag set as jieba uses it."""

KNOWN = 1 << 15
"""Words of which it is known for some time what they are: most occur again."""
LONGEST = 6  # words in a multi-word term: 新 时代 中国 特色 社会主义
WIDEST = 12  # characters in a multi-word term

_WORDLIKE = re.compile(rf"[{HAN}\U00020000-\U0003ffff]|[a-z]{{2}}|[a-z][0-9+#]|[0-9][a-z]")
_NUMERAL = re.compile(r"^[0-9.,:%〇零一二两三四五六七八九十百千万亿年月日时分秒个多约近余后前第几数半]+$")
_NOUNS, _VERBS = {"n", "nz", "ng", "vn", "an", "j", "l", "i", "eng", "s"}, {"v", "vd", "vg"}
_NAMES, _OTHERS = {"nr", "ns", "nt", "nrt", "nrfg"}, {"a", "ad", "b", "z"}
_CONTENT = frozenset(_NOUNS | _VERBS | _NAMES | _OTHERS)
FUNCTION = frozenset(["p", "c", "r", "d", "u", "uj", "ul", "uz", "ud", "ug", "uv", "y", "e", "o"])
_IN_PHRASE = frozenset(["n", "nz", "vn", "v", "a", "an", "b", "j", "l", "eng", "ns", "nt"])
_WORDING = frozenset({"v", "vd", "vg", "a", "ad", "b", "z", "i"})
_SELF = "自我"  # a pronoun to the tagger, and the first word of 自我革命, 自我管理
_HEADS = frozenset(["n", "nz", "vn", "v", "an", "j", "l", "eng", "nt"])
_NO_PLACES = {"城市", "治国"}  # places to the tagger's dictionary
_SUFFIXES = frozenset("感性化率度者图点款式型类法")


@lru_cache(KNOWN)
def wordlike(word: str) -> bool:
    """Whether `word`, in lower case, says more than a number, a mark or a single letter."""
    return bool(_WORDLIKE.search(word)) and not _NUMERAL.match(word)


@lru_cache(KNOWN)
def kind_of(word: str, tag: str) -> Kind:
    """What a word names.

    Single characters and numbers tell texts apart but name nothing by themselves. The tagger takes many words it
    does not know for persons: a surname must stand in front, and no suffix that makes common nouns at the end (安全感).
    """
    if len(word) == 1 or not wordlike(word):
        return "wording"
    if tag == "ns" and len(word) > 1 and word not in _NO_PLACES:
        return "place"
    if tag == "nt":
        return "body"
    if tag in {"nrfg", "nrt"} or (
        tag == "nr"
        and 2 <= len(word) <= 3
        and word[0] in lexicon.words("surnames", "common")
        and word[-1] not in _SUFFIXES
    ):
        return "person"
    return "theme" if tag in _CONTENT and tag not in _WORDING else "wording"


def words(tagged: Iterable[Tagged]) -> Iterator[Tagged]:
    """All words and numbers but function words, in lower case, with their tags."""
    for word, tag in tagged:
        if tag not in FUNCTION and word[:1].isalnum():
            yield word.lower(), tag


def joined(parts: Iterable[str]) -> str:
    """Words as one term: Chinese without a space, Latin letters with one between."""
    term = ""
    for part in parts:
        term += f" {part}" if term and term[-1].isascii() and part[0].isascii() else part
    return term


def inner_terms(parts: Sequence[str]) -> Iterator[str]:
    """The words and shorter multi-word terms inside a multi-word term."""
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if end - start < len(parts):
                yield joined(parts[start:end])


def phrases(tagged: Iterable[Tagged], nominal: Callable[[str], bool]) -> Counter[tuple[str, ...]]:
    """How often each multi-word term stands in a text: a run of adjectives and nouns, a noun at its end.

    The patterns are those of Justeson and Katz (1995). The tagger knows 治理 and 监管 as verbs only, so a verb
    counts as a noun where `nominal` says that it is mostly used as one: 数字治理, but not 推动经济.
    """
    return Counter(term for run in _runs(tagged, nominal) for term in _inside(run))


def _runs(tagged: Iterable[Tagged], nominal: Callable[[str], bool]) -> Iterator[list[Tagged]]:
    lower = [(word.lower(), tag) for word, tag in tagged]
    fits = {}
    for word, tag in set(lower):
        named = tag in _IN_PHRASE or (tag == "nr" and kind_of(word, tag) == "theme") or word == _SELF
        fits[word, tag] = named and (tag != "v" or nominal(word)) and wordlike(word)
    for is_run, some in groupby(lower, fits.__getitem__):
        if is_run and len(run := list(some)) > 1:
            yield run


def _inside(run: Sequence[Tagged]) -> Iterator[tuple[str, ...]]:
    for start in range(len(run) - 1):
        width = len(run[start][0])
        for end in range(start + 1, min(start + LONGEST, len(run))):
            word, tag = run[end]
            width += len(word)
            if width > WIDEST and not word.isascii():
                break
            if tag in _HEADS and len(word) > 1:
                yield tuple(part for part, _ in run[start : end + 1])
