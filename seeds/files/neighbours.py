"""What lines of an article tell of each other: facts listed above it, days of a diary, titles said again, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby, pairwise, takewhile

from seeds.files.document import QUOTE, Item
from seeds.files.lineforms import FINAL, IN_PAPER, LEAST_PART, bare, has_letters, is_called, names_someone
from seeds.files.roles import SHORT
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import words
from seeds.metadata import Fields, meta_line
from seeds.metadata.dates import DATE, TIME
from seeds.names import is_name
from seeds.offices import is_unit
from seeds.speeches import speaker_of

_OF_DAY = re.compile(
    f"[(（]?{DATE.pattern}[^。）)]{{0,12}}[)）]|[^，。]{{2,12}}[0-9]{{1,2}}月[0-9]{{1,2}}日电"
)
"""The day of a speech and its place, or of the agency's dispatch that has it."""
_LABELLED = re.compile(
    f"^(?:(?:[{HAN}A-Za-z]{{2,12}}|[A-Z][a-z]+ [A-Z][A-Za-z]+)[ \u3000]*[:：]|【[{HAN}]{{2,6}}】)[ \u3000]*"
    "(?:[^。！？，]{0,40}|[ -~]{0,160})$|^[A-Z][A-Za-z]{2,20}(?: [A-Z][A-Za-z]{2,20})?: [^。！？]{0,80}$"
    "|^(?:Summary|摘要|简介|内容提要)[:：]"
)
_DASHES = re.compile("—+|－{2}")
_LABEL = re.compile(f"^[{HAN}]{{2,4}}[:：]")
ACCOUNT = re.compile(f"([{HAN}]{{2,8}}(?<![于稿]))[ \u3000|｜·]+(?:{DATE.pattern})(?:{TIME.pattern})?")
"""A word and a day, close below a title: where an article was published, though no form of a name says so."""
NEAR_TOP = 2
_EXCERPT = 15
_OF_WORK = re.compile(f"[{HAN}]{{0,4}}(?:标题|题目|书名|片名)[ \u3000]*[:：][ \u3000]*(.*)")
"""What names the work that the facts are about."""
_CARD = re.compile(
    f"[{HAN}A-Za-z ]{{0,8}}(?:档案|资料|信息)卡片?[:：]?|(?:文章|基本|稿件|作品|文档|原文)?信息[:：]?|元数据[:：]?"
)
"""What heads a list of facts."""
_LABEL_OF_FACT = re.compile(f"[{HAN}A-Za-z]{{2,12}}[:：]")
_BESIDE = ("aside", "fact", "deck", "byline", "author_note")
_KEYED = re.compile("[\\w -]{2,24}[:：](?![^ ]*[。！？])[^。！？]{1,160}")
_OFFICE = 30
_OF_SITE = re.compile(
    "(?:欢迎|点击|搜索|更多(?:优质|精彩)?(?:内容|文章|译文|信息|资讯)).{0,12}(?:关注|订阅|访问|投稿|反馈)|公众号"
    "|(?:译文|文中).{0,8}(?:错误|问题)|(?:授权|转载)[^。]{0,6}(?:请|须)"
)
"""What sites ask for in a quotation below a text."""
_PLEAS = 3
"""Times that a text is longer than what closes it, at least."""
_FACTS = 3
"""Labelled lines, one more if one is known as a field, that are facts above a text."""
_DAYS = 3
_DEEPEST = 6
"""Days alone on a line that a diary has at least; the level of the lowest heading."""
HEAD_LINES = 8
_CLOCK = "(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9]"
_FRACTION = "(?:[.,][0-9]{1,3})?"
_STAMP = re.compile(
    "(?:(?:说话人|发言人|[Ss]peaker)[ \u3000]?[0-9A-Z]{1,2}[ \u3000]{0,4})?[\\[(（【]?"
    f"(?P<begin>{_CLOCK}){_FRACTION}(?: ?(?:-{{1,2}}>?|[–—~～至到]) ?{_CLOCK}{_FRACTION})?[\\])）】]?"
)
"""When in a recording something is said, and by whom if nobody knows: 00:05:12, 发言人 1 00:05."""
_STAMPS, _MINUTE = 3, 60
"""Such lines that a transcript has at least; seconds."""
_BARRED = re.compile(f"[{HAN}]{{2,6}} ?[|｜丨] ?([^|｜丨]{{2,16}})")
"""A column, and who wrote in it: 博客 | 周明."""
_OF_AUTHOR = re.compile("(?:【[^【】]{2,24}】)?(?:本文)?(?:[作笔]者)?(?:是|为|系|现[任为]|曾[任为]|简介|，)")
"""How a paragraph goes on, behind the name or not, that tells who the author above it is."""


def spoken(items: Sequence[Item], known: Fields) -> list[Item]:
    """The items, where lines above a speech whose title names the speaker tell the day, its own title, the speaker."""
    names, title = known.authors or speaker_of(known.title or ""), bare(known.title or "")
    head = list(takewhile(lambda item: not FINAL.search(item.text), items[:HEAD_LINES]))

    def mark(item: Item) -> str:
        own = _DASHES.split(item.text)[-1]
        if own != item.text and len(own) >= LEAST_PART and bare(own) in title:
            return "deck"
        signed = len(item.text) <= SHORT and item.text.split()[-1] in names
        return "byline" if signed else "aside" if _OF_DAY.fullmatch(item.text) else item.mark

    marked = (
        replace(item, level=0, mark=found) if (found := mark(item)) != item.mark else item for item in head
    )
    return [*(marked if names and len(head) > 1 else head), *items[len(head) :]]


def stamps_aside(items: Sequence[Item]) -> list[Item]:
    """The items, where lines of a transcript that say when in a recording they are stand aside, from its first minute
    on, one later than the other: no times of a day.
    """
    found = {at: said["begin"] for at, item in enumerate(items) if (said := _STAMP.fullmatch(item.text))}
    times = list(map(_seconds, found.values()))
    if len(times) < _STAMPS or times != sorted(times) or times[0] >= _MINUTE:
        return list(items)
    return [replace(item, level=0, mark="aside") if at in found else item for at, item in enumerate(items)]


def _seconds(time: str) -> int:
    """The seconds of a recording until a time: 05:12, 1:05:12."""
    return reduce(lambda told, part: _MINUTE * told + int(part), time.split(":"), 0)


def named_again(items: Sequence[Item], authors: Sequence[str]) -> list[Item]:
    """The items, where a column and an author who is known, on a line, stand aside; so does who that is, below them, or
    in the last paragraph, by name: nobody speaks so of himself.
    """
    found = list(items)
    for at, item in enumerate(items):
        named = _BARRED.fullmatch(item.text) if len(item.text) <= SHORT else None
        if named is None or named[1] not in authors:
            continue
        found[at] = replace(item, level=0, mark="fact")
        for below in items[at + 1 : at + 2]:
            who = simplified(below.text).removeprefix(simplified(named[1]))
            if 2 * at > len(items) and not below.level and _OF_AUTHOR.match(who):
                found[at + 1] = replace(below, mark="author_note")
    last = max((at for at, item in enumerate(items) if FINAL.search(item.text)), default=0)
    for name in authors if last > NEAR_TOP and not items[last].level else ():
        rest = items[last].text.removeprefix(name)
        if rest != items[last].text and is_name(name) and _OF_AUTHOR.match(simplified(rest)):
            found[last] = replace(items[last], mark="author_note")
    return found


def without_emphasis(items: Sequence[Item]) -> list[Item]:
    """The items, where three lines or more that are set bold one below the other, or marks alone, are no headings."""
    runs = [list(run) for _, run in groupby(items, key=lambda item: item.mark == "strong")]
    kept = (
        (item, item.mark != "strong" or (len(run) < 3 and has_letters(item.text)))
        for run in runs
        for item in run
    )
    return [item if whole else replace(item, mark="") for item, whole in kept]


def facts_aside(items: Sequence[Item], title: str | None) -> Sequence[Item]:
    """The items, where several labelled lines above the text, perhaps a list with headings of its own, are facts.

    Those on another work tell nothing of this one.
    """
    start = _first_fact(items)
    head, items = items[:start], items[start:]
    facts = list(takewhile(_may_be_fact, items))
    while facts and facts[-1].level:
        facts.pop()
    labelled = [item for item in facts if not item.level]
    if _in_turn(labelled):
        return [*head, *items]
    told = [item for item in labelled if meta_line(item.text)]
    headed = any(item.level for item in items[len(facts) : len(facts) + 1])
    if not told or len(labelled) + 1 < _FACTS or (len(labelled) < len(facts) and not headed):
        return [*head, *items]
    works = {bare(found[1]) for item in facts if (found := _OF_WORK.match(item.text))}
    own = not title and any((line := meta_line(item.text)) and line.fields.title for item in told)
    whole = bare(title or "")
    # A title may have a column before it, here or there.
    of_this = own or all(whole.endswith(work) or (whole and work.endswith(whole)) for work in works)
    kept = told if of_this else []
    aside = (item if item in kept else replace(item, level=0, mark="fact") for item in facts)
    # Among facts an account is no invitation to follow it.
    named = (replace(item, mark="source") if item.text.startswith("公众号") else item for item in aside)
    card = [replace(i, level=0, mark="fact") if _CARD.fullmatch(i.text) else i for i in head[-1:]]
    return [*head[:-1], *card, *named, *items[len(facts) :]]


def _first_fact(items: Sequence[Item]) -> int:
    """Where labelled lines begin, with nothing but other facts and the name of their card above them."""
    above = takewhile(
        lambda item: (
            not (item.level or _may_be_fact(item))
            and (meta_line(item.text) or item.mark in _BESIDE or _CARD.fullmatch(item.text))
        ),
        items[:HEAD_LINES],
    )
    return sum(1 for _ in above)


def _may_be_fact(item: Item) -> bool:
    """Whether a line may stand in a list of facts: it has a label, or heads others."""
    if item.level or item.mark == "cell":
        return item.level > 0
    told = _LABEL_OF_FACT.match(item.text) and meta_line(item.text) is not None
    return bool(told) or _LABELLED.match(item.text) is not None


def quoted_facts(items: Sequence[Item]) -> list[Item]:
    """The items, where a quotation in the head of which one line is a fact of the file is nothing but facts."""
    found = list(items)
    begin = next((at for at, item in enumerate(items[:NEAR_TOP]) if item.mark == QUOTE), len(items))
    quoted = list(takewhile(lambda item: item.mark == QUOTE, items[begin:]))
    lines = [meta_line(item.text) for item in quoted]
    keyed = [bool(line) or _KEYED.fullmatch(item.text) for item, line in zip(quoted, lines, strict=True)]
    if any(lines) and all(keyed) and not _in_turn(quoted):
        for at, line in enumerate(lines, begin):
            found[at] = replace(items[at], mark="" if line else "fact")
    return found


def offices(items: Sequence[Item]) -> list[Item]:
    """The items, where a line below the names of the authors that says where they work is so marked."""
    found = list(items)
    for at, (above, item) in enumerate(pairwise(items[: HEAD_LINES + 1]), 1):
        named = (line := meta_line(above.text)) is not None and line.role == "byline"
        if named and not item.level and item.mark in ("", "em", "strong") and len(item.text) <= _OFFICE:
            found[at] = replace(item, mark="author_note") if _works_at(item.text) else item
    return found


def _works_at(text: str) -> bool:
    """Whether a line says where somebody works, and is no fact of another kind."""
    return (
        meta_line(text) is None and not FINAL.search(text) and is_unit(text) and not IN_PAPER.fullmatch(text)
    )


def _in_turn(items: Sequence[Item]) -> bool:
    """Whether labelled lines are what people say in turn: labels come again."""
    return len({re.split(" *[:：】]", item.text)[0] for item in items}) < len(items)


def pleas_aside(items: Sequence[Item]) -> Sequence[Item]:
    """The items, where the last headings ask to follow, to share or to get a present: little below them is no text.

    Nor are last quotations that speak of the site.
    """
    items = list(items)
    quoted = len(list(takewhile(lambda item: item.mark in (QUOTE, "rule"), reversed(items))))
    closing = [item for item in items[len(items) - quoted :] if item.text]
    if closing and all(_OF_SITE.search(item.text) for item in closing):
        items[len(items) - quoted :] = [replace(item, mark="aside") for item in closing]
    pleas = [(line := meta_line(i.text)) is not None and line.kind == "share" for i in items]
    last = max((at for at, item in enumerate(items) if item.level and not pleas[at]), default=-1)
    begin = next((at for at in range(last + 1, len(items)) if items[at].level), len(items))
    above, below = (sum(len(item.text) for item in part) for part in (items[:begin], items[begin:]))
    if _PLEAS * below >= above:
        return items
    return [*items[:begin], *(replace(item, level=0, mark="aside") for item in items[begin:])]


def days_as_heads(items: Sequence[Item]) -> Sequence[Item]:
    """The items: several lines that are days alone head a diary's parts; one alone, below the title, no heading."""
    days = [not item.level and DATE.fullmatch(item.text) is not None for item in items]
    if sum(days) >= _DAYS:
        return [replace(item, level=_DEEPEST) if day else item for item, day in zip(items, days, strict=True)]
    lines = (meta_line(item.text) if item.level or item.mark == "strong" else None for item in items)
    lone = [at for at, line in enumerate(lines) if line and line.kind == "date_line"] == [0]
    return [replace(items[0], level=0, mark=""), *items[1:]] if lone else items


def said_again(items: Sequence[Item], title: str) -> list[Item]:
    """The items, where a line that only begins the text, as programs cut it, or a title once more, stands aside."""
    found = list(items)
    for at, item in enumerate(items[:HEAD_LINES]):
        # A line of a song that is sung again is no shorter.
        whole = FINAL.search(item.text) and not item.text.endswith("…")
        begun = "" if whole and not _LABEL.match(item.text) else bare(_LABEL.sub("", item.text))
        cut = len(begun) >= _EXCERPT
        rest = bare("".join(other.text for other in items[at + 1 : at + 4])) if cut else ""
        cut = cut and (rest.startswith(begun) or (item.text.endswith(("…", "...")) and begun in rest))
        if cut or (title and (item.level or item.mark == "strong") and is_called(item.text, title)):
            found[at] = replace(item, level=0, mark="aside")
    return found


def facts_below(items: Sequence[Item]) -> Sequence[Item]:
    """The items, where labelled lines at the end beside one that names people are facts: 采访：…, 主编：…."""
    last = list(takewhile(lambda item: not item.level and _LABELLED.match(item.text), reversed(items)))
    told = filter(None, (meta_line(item.text) for item in last))
    named = any(line.kind == "editor" or line.fields.authors for line in told)
    if not named or _in_turn(last):
        return items
    facts = (item if meta_line(item.text) else replace(item, mark="fact") for item in reversed(last))
    return [*items[: -len(last)], *facts]


def named_by_day(items: Sequence[Item]) -> list[Item]:
    """The items, where a name set as a heading, or beside a line that tells a day or a paper though it may be a word,
    and the name of a paper, are who wrote it, and where.
    """
    head = list(takewhile(lambda item: len(item.text) <= SHORT and not FINAL.search(item.text), items))
    lines = [meta_line(item.text) for item in head]
    accounts = [
        at < NEAR_TOP
        and line is None
        and (said := ACCOUNT.fullmatch(item.text))
        and not (is_unit(said[1]) or meta_line(said[1]))
        for at, (item, line) in enumerate(zip(head, lines, strict=True))
    ]
    dated = any(accounts) or any(line and line.fields.date for line in lines)
    told = [
        bool(account) or (line is not None and not line.fields.authors and bool(line.fields))
        for account, line in zip(accounts, lines, strict=True)
    ]
    found: list[Item] = []
    for at, item in enumerate(head if any(told) else ()):
        beside = any(told[max(0, at - 1) : at + 2]) and item.mark in ("", "strong") and is_name(item.text)
        named = (dated and item.level > 1 and names_someone(item.text)) or (
            beside and simplified(item.text)[0] in words("surnames", "common")
        )
        # An office right above the day put the article online.
        office = told[at + 1 : at + 2] == [True] and is_unit(item.text)
        shown = lines[at] is None and item.mark in ("", "web")
        paper = accounts[at] or (dated and shown and (office or IN_PAPER.fullmatch(item.text)))
        mark = "byline" if named else "source" if paper else ""
        found.append(replace(item, level=0, mark=mark) if mark else item)
    return [*found, *items[len(found) :]]
