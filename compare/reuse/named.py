"""Wording with a name of its own: set phrases, idioms, titles, what is put in quotation marks.

It is shared because it is known, not because one text has it from the other. Whether it is worth telling is not a
matter of its letters but of how many texts hold it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from compare.reuse.classes import TITLE, Class
from seeds.language.characters import HAN
from seeds.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from compare.reuse.text import Text
    from seeds.language.tokens import Tokenizer

    Part = tuple[int, int]

_QUOTED = range(3, 13)
"""Characters of a name in quotation marks."""

_HAN_NAME = re.compile(rf"[{HAN}、·]+")

_PAPERS = ("报", "刊", "杂志")
"""Ends of the names of papers, which say where something stood and not what was said."""

_WITH_LATIN = re.compile(f"[{HAN}·]{{2,16}}\\([a-z. ]+\\)?")

_PERIOD = re.compile("[一二三四五六七八九十]+五")
"""A five-year plan by its number, “十四五”: a name of the time."""

_FRAMES = re.compile(
    "党的[一二三四五六七八九十]+(?:届[一二三四五六七八九]中全会|大(?:以来|报告|精神))"
    f"|中央[{HAN}]{{2,4}}工作会议"
    f"|以[{HAN}]{{2,4}}同志为(?:核心|总书记)的党中央"
    f"|以[{HAN}]{{2,8}}?为(?:中心|核心|主线|导向|主体|本|纲|抓手|引领|牵引)(?!的党中央)"
)
"""Set phrases with a place for a number or a word: meetings of the Party, who leads it, what is taken for what."""

_YEAR = re.compile("[12][0-9]{3}")

_PROPER, _NOMINAL = ("nr", "ns", "nt"), "njmqtfbs"
"""Parts of speech (ICTCLAS): proper names, and what names are made of."""

AGAIN = 2
"""Times that a text names what it is about, at least."""

_HEAD = 4
"""Characters by which listed wording is looked up: the shortest idiom."""


class Name(NamedTuple):
    """Wording with a name of its own, in its folded form."""

    class_: Class
    wording: str


@dataclass(frozen=True)
class Listed:
    """A list of wordings, to be found in texts."""

    wordings: Collection[str]

    @cached_property
    def _by_head(self) -> Mapping[str, list[str]]:
        found = {wording: [wording] for wording in self.wordings if len(wording) == _HEAD}
        for wording in sorted(wording for wording in self.wordings if len(wording) > _HEAD):
            found.setdefault(wording[:_HEAD], []).append(wording)
        return found

    def within(self, line: str) -> Iterator[tuple[int, str]]:
        """Where each listed wording stands in a text; they may overlap."""
        by_head = self._by_head
        for at in range(len(line) - _HEAD + 1):
            if (head := line[at : at + _HEAD]) in by_head:
                for wording in by_head[head]:
                    if line.startswith(wording, at):
                        yield at, wording


@cache
def _idioms() -> Listed:
    return Listed(words("idioms", "rare"))


def names(text: Text, listed: Listed) -> dict[Name, list[int]]:
    """The named wordings of a text, of set phrases those `listed`, and where they stand, in folded places."""
    found: dict[Name, list[int]] = {}
    for at, wording in listed.within(text.line):
        found.setdefault(Name("formula", wording), []).append(at)
    for at, wording in _idioms().within(text.line):
        found.setdefault(Name("idiom", wording), []).append(at)
    for framed in _FRAMES.finditer(text.line):
        found.setdefault(Name("formula", framed.group()), []).append(framed.start())
    marked: list[tuple[Class, Part]] = [("document", title.span()) for title in TITLE.finditer(text.raw)]
    marked += [("formula", span) for span in text.quotations if span[1] - span[0] - 2 in _QUOTED]
    for class_, (low, high) in marked:
        start, end = np.searchsorted(text.origin, (low, high)).tolist()
        if _is_name(class_, text.line[start + 1 : end - 1]):
            found.setdefault(Name(class_, text.line[start:end]), []).append(start)
    return found


def places_of(texts: Iterable[Text], wanted: Iterable[Name]) -> list[dict[Name, list[int]]]:
    """Where some wordings stand in each of several texts, in folded places."""
    by_wording = {name.wording: name for name in wanted if len(name.wording) >= _HEAD}
    listed = Listed(by_wording)
    every: list[dict[Name, list[int]]] = []
    for text in texts:
        found: dict[Name, list[int]] = {}
        for at, wording in listed.within(text.line):
            found.setdefault(by_wording[wording], []).append(at)
        every.append(found)
    return every


def _is_name(class_: Class, inner: str) -> bool:
    if class_ == "document":
        return inner not in words("phrase_edges", "generic_titles") and not inner.endswith(_PAPERS)
    return bool(_HAN_NAME.fullmatch(inner)) and not _PERIOD.fullmatch(inner)


def is_name(wording: str, tokenizer: Tokenizer) -> bool:
    """Whether wording of a passage names and says nothing: nouns, numbers and times, a body by its head, a thing by its
    year.

    北京大学外国语学院, 国家企业信用信息公示系统, 2024年度十大考古发现, with a verb of saying too. All other words
    tell that something is said, and so does a list. `tokenizer` tags the words.
    """
    if _WITH_LATIN.fullmatch(wording):
        return True
    if "、" in wording:
        return False
    tags = [
        tag
        for word, tag in tokenizer.tag(wording)
        if word[0].isalnum() and word not in words("saying", "reporting", "nominal", "marked")
    ]
    named = any(tag[:2] in _PROPER or tag == "eng" for tag in tags)
    if all(tag[0] in _NOMINAL + "rl" * named or tag in ("vn", "eng") for tag in tags):
        return True
    if wording.endswith(tuple(words("phrase_edges", "bodies"))):
        return tags[0][0] in _NOMINAL and all(tag[0] in _NOMINAL + "vc" for tag in tags)
    return bool(_YEAR.match(wording)) and all(tag[0] in _NOMINAL + "a" or tag == "vn" for tag in tags[:-1])


def is_state_paper(title: str) -> bool:
    """Whether a title is that of a law or a paper of state."""
    return title.endswith(("法", *words("phrase_edges", "generic_titles")))


def is_subject(name: Name, text: Text, *, known: bool) -> bool:
    """Whether what a text quotes or cites is what it is about, and no turn of phrase.

    Of words in quotation marks nouns alone are a term unless they are `known` (“数字鸿沟”), and nouns and verbs when
    they come back again and again (“群体性事件”). Titles of laws and papers of state are cited for what they say,
    others only where they are named once.
    """
    inner = name.wording.strip('"《》')
    times = text.line.count(inner)
    if name.class_ == "document":
        return times >= AGAIN and not is_state_paper(inner)
    tags = [tag for _, tag in text.cutter.tag(inner)]
    if not known and all(tag[0] in _NOMINAL and tag != "nz" for tag in tags):
        return True
    return times > AGAIN and all(tag[0] in _NOMINAL + "vx" for tag in tags)


def chance_in(rate: float, size: int) -> float:
    """How often chance would bring a wording into a text of `size` characters; into both of two, the product."""
    return min(1.0, rate * size / 1e6)
