"""Lines that agencies and papers begin or close a report with, alone on their line: 新华社江城5月3日电　记者周明."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from seeds.language.characters import HAN
from seeds.language.tokens import default_tokenizer
from seeds.language.variants import simplified
from seeds.metadata.dates import day_of_writing, find_date
from seeds.metadata.fields import Fields
from seeds.metadata.metaline import MetaLine
from seeds.names import is_name, signature_of
from seeds.page import Role
from seeds.papers import is_paper

_LONGEST = 80
_NUMERALS = "[0-9〇○零一二三四五六七八九十]"
_WIRE = re.compile(
    f"[（(【\\[]?(?P<press>(?!据)[{HAN}]{{1,8}}?[报社网]|(?<=【)[{HAN}]{{2,8}}(?=[12][0-9]{{3}}年))"
    f"(?:(?!记者)[{HAN}]{{2,6}}?)??[ \u3000]?"
    f"(?P<day>(?:{_NUMERALS}{{1,4}}年)?{_NUMERALS}{{1,3}}月{_NUMERALS}{{1,3}}日)?"
    "[ \u3000]?(?P<sent>专?(?:电|(?<!通)讯)|消息|报道)[ \u3000]?[）)】\\]]?"
    "(?:[ \u3000]{0,4}题[:：][ \u3000]?(?P<title>[^。：:]{2,40}?))?"
    "(?P<who>[ \u3000（(](?:.{0,10}(?:记者|作者|通讯员).{0,60}|[^。：:，]{2,20}))?"
)
"""An agency, a place, a day, perhaps the title, and who reports."""
_OWN = ("本报", "本刊", "本社")
_PAPER = "[^，。：《》 \u3000]{2,12}?|《[^》]{2,12}》"
_GIVEN = re.compile(
    f"[（(](?:据|来源|转自|摘自|原载|刊于|来源于)[:：]?(?P<from>{_PAPER})(?:[电讯]|消息|报道|供稿)?[）)]"
    f"|[（(]?(?P<by>{_PAPER})(?:杂志社?)?(?:供稿|供本报专稿|特供稿)[）)]?"
)
"""Whose report it is: （据新华社）, 《江城》杂志供稿."""
_DAY = "(?P<day>[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)"
_PRINTED = re.compile(f"[^，。]{{2,40}}?{_DAY}印发")
_PASSED = re.compile(f"[（(]{_DAY}[^（）()。]{{4,60}}(?:通过|修正|修订|公布|批准)[）)]")
_WRITTEN = re.compile(
    f"[（(]?(?P<names>[{HAN}·]{{1,6}}(?:[、 \u3000][{HAN}·]{{1,4}}){{0,4}})[，, \u3000]{{1,4}}"
    "(?P<day>[写作记]于.{4,30}?)[）)]?"
)
"""Who wrote it and when: （周明　写于二〇二四年三月一日）."""

_PAGE = re.compile(
    f"[（(]?本版(?:采写|撰文|文字?)[ \u3000]?[/／|｜:：]?[ \u3000]?(?P<press>[{HAN}]{{2,8}}[报网社])?"
    f"(?:见习|实习|特约|首席|高级|资深)?(?:记者|通讯员)[ \u3000]*(?P<names>[{HAN}、 \u3000]{{2,24}})"
)
"""Who wrote what stands on a page: 本版采写/江城报记者周明李静."""
_POSTED = re.compile(
    f"(?P<from>(?!发[布表]|更新|编辑|来源|首发|.{{0,4}}时间)[{HAN}]{{4,8}})[ \u3000\t]*"
    "[01][0-9]-[0-3][0-9][ \u3000]?[0-2][0-9]:[0-5][0-9]"
)
"""The account and the moment that portals show, without the year: 江城科技 07-26 17:11."""
_REPORTER = re.compile(
    f"(?:本[报刊网台社]|(?<![{HAN}])[{HAN}]{{2,4}}[报网社])?(?:见习|实习|特约|首席|高级|资深)?(?:记者|通讯员)[ \u3000]*"
)
"""What stands before each reporter where nothing parts them: 本报见习记者周明本报记者李静."""


def wire_line(text: str) -> MetaLine | None:
    """What the line of an agency, or of whose report, law or print it is, says; None for any other."""
    if len(text) > _LONGEST:
        return None
    said = simplified(text)
    if (given := _GIVEN.fullmatch(said)) is not None:
        at = given.span("from" if given["from"] else "by")
        name = text[slice(*at)]
        if is_paper(name) or name.startswith("《"):
            return MetaLine("source", fields=Fields(source=name.strip("《》")))
    if dated := _PRINTED.fullmatch(said) or _PASSED.fullmatch(said):
        return MetaLine("furniture", "notice", Fields(date=find_date(dated["day"])), written=True)
    if (posted := _POSTED.fullmatch(said)) is not None:
        return MetaLine("source", fields=Fields(source=text[slice(*posted.span("from"))]))
    if (wrote := _PAGE.fullmatch(said)) is not None and (named := _names_of(text[wrote.start("names") :])):
        paper = text[slice(*wrote.span("press"))] if wrote["press"] else None
        return MetaLine("byline", fields=Fields(authors=named, source=paper))
    if written := _WRITTEN.fullmatch(text):
        day, names = day_of_writing(written["day"]), signature_of(written["names"])
        return MetaLine("byline", fields=Fields(authors=names, date=day[0])) if day and names else None
    if names := _in_a_row(text, said):
        return MetaLine("byline", fields=Fields(authors=names))
    return _wire(text, said)


def _names_of(text: str) -> tuple[str, ...]:
    """The names in a text that is nothing else, though nothing parts them: 王晓燕李静."""
    tagged = default_tokenizer().tag(simplified(text)) if " " not in text else []
    if len(tagged) > 1 and all(part.startswith("nr") and is_name(name) for name, part in tagged):
        ends = list(accumulate(len(name) for name, _ in tagged))
        return tuple(text[start:end] for start, end in pairwise([0, *ends]))
    return signature_of(text) or ()


def _in_a_row(text: str, said: str) -> tuple[str, ...]:
    """The reporters of a line that is nothing but several, each behind an office: 本报记者周明本报通讯员李静."""
    offices = list(_REPORTER.finditer(said))
    if len(offices) < 2 or offices[0].start():
        return ()
    starts = [*(office.start() for office in offices[1:]), len(text)]
    names = [text[office.end() : end].strip() for office, end in zip(offices, starts, strict=True)]
    return tuple(names) if all(map(is_name, names)) else ()


def _wire(text: str, said: str) -> MetaLine | None:
    wire = _WIRE.fullmatch(said)
    if wire is None:
        return None
    # A place and a day without a year may as well begin the text.
    day, sent = wire["day"] or "", wire["sent"]
    dated = find_date(day) is not None or (day and sent == "报道")
    if not (dated or wire["who"] or sent in ("专电", "讯", "专讯") or text[0] in "（([【"):
        return None
    press = text[slice(*wire.span("press"))]
    who = text[slice(*wire.span("who"))].strip() if wire["who"] else ""
    names = signature_of(who) if who else ()
    # In 【】 any word before a day with its year is who sent it.
    if names is None or not (wire["press"] in _OWN or is_paper(press) or text[0] == "【"):
        return None
    source = None if wire["press"] in _OWN else press
    title = text[slice(*wire.span("title"))] if wire["title"] else None
    fields = Fields(title, names, source, date=find_date(text))
    role: Role = "byline" if names else "source" if source else "furniture"
    return MetaLine(role, "dateline" if role == "furniture" else "notice", fields)
