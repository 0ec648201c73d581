"""Lines of facts that no form foresees, read part by part: each part tells by its own form what it is.

江城晚报 | 2022-12-01 | 本报特约评论员 / 周明、扎西顿珠　《江城日报》（2023年4月2日） / Posted by 周明 on 2019/08/21.
Two kinds of parts at least have to be sure, such as a day and a paper, and next to nothing may be left over.
"""

from __future__ import annotations

import re
from functools import cache

from seeds import lexicon
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import words
from seeds.metadata.dated import WEEKDAY
from seeds.metadata.dates import DATE, TIME, find_date
from seeds.metadata.fields import Fields
from seeds.metadata.metaline import MetaLine
from seeds.names import is_name, is_word, may_be_pen_name, signature_of, split_names
from seeds.offices import is_unit
from seeds.papers import is_newspaper, is_paper, paper_of

_LONGEST = 90
_SENTENCE = re.compile("[。！？!?；]")
_ISSUE = re.compile(
    "[A-Z]?[0-9]{1,3}[ \u3000]*版|第[ \u3000]*[0-9A-Z一二三四五六七八九十百]{1,4}[ \u3000]*版|[A-Z][0-9]{2}(?![0-9])"
    "|(?:(?:19|20)[0-9]{2}年)?[（(]?总?第[ \u3000]*[0-9一二三四五六七八九十百]{1,4}[ \u3000]*[期号卷][)）]?"
)
"""The page or the number of a paper."""
_BETWEEN = re.compile(
    "[ \u3000\t]*[|｜丨/／,，、][ \u3000\t]*|[ \u3000\t]+[·•][ \u3000\t]+|[ \u3000\t]+|[()（）\\[\\]【】<>〈〉]"
)
_FILLER = re.compile(
    "(?i)由|posted|published|written|by|on|at|in|(?:[原本]文)?(?:发[布表]|刊[载发登]|首发|更新)[于在]?|发于|编印?|撰|著|主办|原创|作者|[文讯]|特稿"
    f"|[{HAN}]{{2,6}}(?:报道|[報报][導导])"
)
"""Words between facts that say nothing themselves."""
_WHO = re.compile(f"(?<=[{HAN}])[（(][{HAN}、 ]{{2,24}}[人者员員家师師授生][）)]")
"""Who somebody is, behind the name: 周明（大学教授）."""
_CALLING = re.compile(
    f"(?P<name>[{HAN}]{{2,4}})[ \u3000]?[／/][ \u3000]?[{HAN}]{{2,10}}[ \u3000]?[（(](?P<place>[{HAN}]{{2,8}})[）)]"
)
"""The same as letters to a paper have it, with the place: 周明／出租车司机（江城市）."""
_AT_PAPER = re.compile(f"([{HAN}]{{2,4}})[ \u3000]?[/／｜|][ \u3000]?([{HAN}]{{3,10}})")
_WROTE = re.compile(f"(?<=[{HAN}]{{2}})(?:撰文?|撰写)$|(?<=[室部院会局办社])(?:编印?|主办)$")
_BARRED = re.compile("[ \u3000][·•|｜][ \u3000]")
_BY = re.compile("(?:^|[ \u3000])(?:由|by|By)[ \u3000]")
_EDITION = re.compile("(?P<paper>.+?[报刊社])(?:[^，。]{2,6}版|[^，。]{2,4}(?:周刊|专刊|副刊))")
"""A paper and the name of its page: 江城日报评论版."""
_OFFICE = re.compile(f"[{HAN}]{{2,20}}[部委院局厅署办室处校会]")
_HOLDER = re.compile(f"[{HAN}]{{3}}[员員长長授记記任师師]$")
"""Who holds an office, beside a name: 江城书法协会会长."""
_ACCOUNT = re.compile(f"[{HAN}A-Za-z0-9]{{3,8}}")
_PEN_NAME = re.compile(f"[{HAN}·]{{2,3}}")
_BESIDE_NAMES = re.compile(f"[{HAN}·]{{2,6}}")
"""What may be a name where nothing else is known: longer beside names, for else it may as well be a title."""


def facts_among(text: str) -> MetaLine | None:
    """What a line of facts says; None for a line that may be text."""
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    text = _without_calling(_WHO.sub("", text))
    day = find_date(text)
    rest = WEEKDAY.sub("\n", DATE.sub("\n", TIME.sub("\n", text))) if day else text
    rest, issues = _ISSUE.subn("\n", rest)
    rest, counts = asides().subn("\n", rest)
    parts = [
        _WROTE.sub("", x)
        for line in rest.split("\n")
        for x in _parts(line)
        if not _FILLER.fullmatch(simplified(x))
    ]
    papers = list(filter(None, map(_paper, parts)))
    others = [part for part in parts if not _paper(part)]
    names = [part for part in others if _is_signature(part)]
    others = [part for part in others if part not in names]
    if day and not papers and len(others) == 1 and names and all(map(_is_sure, names)):
        # What stands with a day and a sure name is an account, if it is no word: 2017-07-17 周明 知心屋.
        account = _ACCOUNT.fullmatch(others[0]) and not (is_word(others[0]) or is_unit(others[0]))
        papers, others = (others, []) if account else (papers, others)
    if day and papers:
        # Beside names a longer word may be one more; without any it may as well be a title.
        pen_name = _BESIDE_NAMES if names else _PEN_NAME
        beside = len(others) == 1 and names and pen_name.fullmatch(others[0]) and not is_unit(others[0])
        named = others if beside else [x for x in others if pen_name.fullmatch(x) and may_be_pen_name(x)]
        names = [part for part in parts if part in (*names, *named)]
        others = [part for part in others if part not in names]
    elif len(parts) == 1 and not names and day and _is_alone(parts[0], text):
        names, others = parts, []
    elif (
        names
        and not (counts or _BY.search(text) or any(map(_HOLDER.search, others)))
        and text.find(names[0]) > _first_digit(text)
    ):
        return None  # Behind a day alone, a word may as well say what the weather was like.
    if day and names:
        others = [part for part in others if not is_unit(part)]
    if issues and not names:
        others = [part for part in others if not _OFFICE.fullmatch(part)]
    sure = bool(day) + bool(papers) + bool(names) + bool(issues) + bool(counts)
    barred = len(parts) == 2 and _BARRED.search(text) and all(map(is_newspaper, papers))
    # A newspaper and a sure name behind it are enough: 江城日报 周明.
    paired = bool(papers) and bool(names) and parts[0] == papers[0] and is_newspaper(papers[0])
    barred = barred or (paired and all(map(_is_sure, names)))
    if others or sure < 2 or len(papers) > 1 or not (day or (papers and (issues or barred))):
        return None
    authors = dict.fromkeys(name for part in names for name in signature_of(part) or (part,))
    fields = Fields(authors=tuple(authors), source=papers[0] if papers else None, date=day)
    if issues and not names:
        return MetaLine("furniture", "page_header", _of_page(text, fields), scope="page")
    return MetaLine("byline" if names else "source", fields=fields)


def _of_page(text: str, fields: Fields) -> Fields:
    """The fields of a running head; behind the number of a page alone stands what that is called, if no newspaper."""
    named = fields.source
    if named is None or fields.date or not _ISSUE.match(text) or is_newspaper(named) or "《" in text:
        return fields
    return Fields(column=named)


def _is_sure(name: str) -> bool:
    return is_name(name) and not is_word(name) and simplified(name)[0] in words("surnames", "common")


def called_line(text: str) -> MetaLine | None:
    """A line of a name, and behind a stroke what somebody is, and where, or for which newspaper: 周明/江城日报."""
    name = _without_calling(text)
    if name != text and is_name(name):
        return MetaLine("byline", fields=Fields(authors=(name,)))
    of_paper = _AT_PAPER.fullmatch(text)
    if of_paper is None or not (is_paper(of_paper[2]) and is_newspaper(of_paper[2])):
        return None
    name = of_paper[1]
    signed = is_name(name) and signature_of(name) and simplified(name)[0] in words("surnames", "common")
    return MetaLine("byline", fields=Fields(authors=(name,), source=of_paper[2])) if signed else None


def _without_calling(text: str) -> str:
    called = _CALLING.match(text)
    told = called and _is_sure(called["name"]) and _is_place(called["place"])
    return called["name"] + text[called.end() :] if called and told else text


def _is_place(text: str) -> bool:
    return is_unit(text) or text in words("places", "")


def _is_alone(part: str, text: str) -> bool:
    """Whether the one word beside a day may be a pen name: it stands first, or behind what says so: Posted by 木铎."""
    return may_be_pen_name(part) and (text.startswith(part) or _BY.search(text) is not None)


def _paper(part: str) -> str | None:
    """The paper that a part of a line names, perhaps with one of its pages."""
    edition = _EDITION.fullmatch(part)
    named = edition["paper"] if edition else part
    return paper_of(named) if part.startswith("《") or is_paper(named) else None


def _is_signature(part: str) -> bool:
    """Whether a part names people or a desk: no word that may be a name, unless an office stands beside it."""
    signed = signature_of(part)
    return (not is_word(part) and (signed is not None or is_name(part))) or (
        signed is not None and not is_name(part)
    )


def _parts(text: str) -> list[str]:
    """The parts of a line, the name of a paper in its marks as one."""
    quoted = re.split("(《[^《》]{2,20}》)", text)
    return [
        part
        for piece in quoted
        for part in ([piece] if piece.startswith("《") else split_names(_BETWEEN.sub("、", piece)))
        if re.search("\\w", part)
    ]


def _first_digit(text: str) -> int:
    return next((at for at, sign in enumerate(text) if sign.isdecimal()), len(text))


@cache
def asides() -> re.Pattern[str]:
    """How often something was read, and the words of buttons: 阅读：2386, 3 条评论, [打印本页]."""
    counters = lexicon.pattern("web_lines", *_groups("counter"))
    buttons = lexicon.pattern("web_lines", *_groups("button"))
    space = "[ \u3000]*"
    return re.compile(
        f"(?:{counters}|阅读)?[量数次]*约?{space}[0-9]+{space}分钟(?:阅读|读完)?"
        f"|(?:{counters}|阅读)[量数次]*{space}[:：(（]?{space}[0-9][0-9.,]*万?[次人条)）]*"
        f"|[0-9][0-9.,]*万?{space}[次人条个]?(?:{counters}|阅读)|[\\[【（(](?:{buttons})[\\]】）)]"
    )


def _groups(named: str) -> list[str]:
    return [name for name in lexicon.groups("web_lines") if named in name.split(", ")]
