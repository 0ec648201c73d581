"""Lines of a day with or without a paper, a name, a page: 2024-03-01 08:15 江城日报 周明."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import words
from seeds.metadata.dates import DATE, TIME, find_date
from seeds.metadata.fields import Fields
from seeds.metadata.furniture import furniture_form
from seeds.metadata.metaline import MetaLine
from seeds.names import is_word, people_among, split_names
from seeds.papers import is_paper, paper_of

SPACE = "[ \u3000\t]"
SEPARATORS = " \u3000\t|｜丨︱/／;；,，·•-—–>"
BULLETS = "□■◎●○◆◇▲△★☆※"
WEEKDAY = re.compile("(?:星期|[周週]|[礼禮]拜)[一二三四五六日天]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*")
PAGE = re.compile(
    f"[（(]?(?:第{SPACE}*)?[A-Z]?[0-9一二三四五六七八九十]{{1,3}}{SPACE}*版[)）]?|头版(?:头条)?|(?<![0-9A-Z])[A-Z][0-9]{{1,3}}(?![0-9])|总?第{SPACE}*[0-9]+{SPACE}*期"
)
_ASIDE = re.compile(
    f"(?<![布表])(?:作|写|草|记|改|完稿|定稿|修订)?于[ \u3000]*[{HAN}]{{2,8}}$|农历.{{2,12}}|官方账号$"
    "|(?:字数|阅读|浏览|评论|喜欢)[ \u3000]*[0-9][0-9,]*"
    "|[0-9][0-9,]*[ \u3000]*[人条次](?:参与|评论|跟[贴帖]|阅读|浏览)+"
    f"|(?<![{HAN}])(?:编辑|发布|发表|更新|写)于?|[{HAN}]{{5,8}}于(?=[ \u3000]*\t)|原创|(?<![{HAN}])转载▼|我有话说"
    "|(?<![A-Za-z])(?:[Pp]ublished|[Pp]osted|[Uu]pdated)(?: on)?(?![A-Za-z])"
    "|(?<=\t)[|｜· \u3000]*原文$"
    "|(?:^[(（]?|(?<=[\t，,]))(?:原[载刊]|载于?|据|[摘选]自|转载?自)(?=《)"
    "|(?<=》)(?:社论|短评|专论|评论员(?:文章)?)(?=[ \t）)]|$)|[\\[（(【](?:整理|综合|编译|转载)[\\]）)】]"
)
_PUBLISHED = re.compile("^(?:出版|刊出|刊登|上[线線]|[见見][报報])[:：] *(?=[12][0-9]{3})")
_FROM_PLACE = "(?:发[表布]于|来自)[ \u3000]*(?:{})(?:[省市]|(?:[" + HAN + "]{{2,3}})?自治区)?"
_DATING = re.compile("[0-9月]|^原[创創]")
"""What stands in every date, or before the line of a message."""
_WECHAT = re.compile(f"^(?:原创|Original(?= )){SPACE}*[:：]?{SPACE}*")
_RANGE = re.compile(f"(?:{DATE.pattern})(?:[—–~～至到-]{{1,2}}(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}[日号])?")
_ACCOUNT = re.compile("[^0-9].{0,11}")
"""What a single word behind a day and an hour may be: the name of an account."""
_DESK = re.compile("^本[报刊网社](?:特约)?(?:评论员|编辑部|评论部)$")
_CITED = re.compile("《[^《》]{2,14}》")
"""The name of any paper, where it stands with a day and a page."""
MARK = re.compile("[。！？!?；]")
_BARS = re.compile("(?:[|｜丨]| [·•] ).*(?:[|｜丨]| [·•] )")
_BETWEEN = re.compile("(?:(?! (?<=[A-Za-z.] )[A-Z])[ \u3000\t|｜丨/／])+")
"""What stands between names, papers and dates; a space within a foreign name does not."""
OTHER_LABEL = re.compile(f"[{HAN}A-Za-z]{{2}}[:：]")
LINK = re.compile(r"https?://[^\s，。；）)]+|www\.[^\s，。；）)]+")


@cache
def _from_place() -> re.Pattern[str]:
    """Where a message was written, as social sites tell it: 发布于北京."""
    return re.compile(_FROM_PLACE.format("|".join(sorted(words("places", ""), key=len, reverse=True))))


def dated_line(text: str) -> MetaLine | None:
    """A line of a date with or without a paper, a name, a page: all that it holds has to be told."""
    text = _PUBLISHED.sub("", LINK.sub(" ", text).strip())
    original = _WECHAT.match(simplified(text))
    labelled = OTHER_LABEL.search(text, original.end() if original else 0)
    if len(text) > 80 or not _DATING.search(text) or MARK.search(text) or labelled:
        return None
    day = find_date(text)
    if day is None and (original is None or re.search("[，,]", text) or not original.group().strip("原创創")):
        return None
    found = DATE.search(text)
    timed = found is not None and TIME.match(text, found.end()) is not None
    rest = _RANGE.sub("\t", text[original.end() :] if original else text)
    rest = TIME.sub("\t", rest) if timed else rest
    weekday, page = WEEKDAY.search(rest), PAGE.search(rest)
    rest = _ASIDE.sub("\t", PAGE.sub("\t", WEEKDAY.sub("\t", _from_place().sub("\t", rest))))
    rest = re.sub("今天|昨天|前天", "\t", rest) if original else rest
    rest = re.sub(
        "[()（）\\[\\]【】,，:：.。]|(?<=《) +| +(?=》)", " ", rest.replace("《 ", "《").replace(" 》", "》")
    )
    parts = [_tokens(part, timed) for part in rest.split("\t")]
    tokens = [token for part in parts for token in part]
    # Behind a day alone, a word may as well say what the weather was like, or what was done; not beside a paper.
    papers = [token for token in tokens if is_paper(token) or (page and _CITED.fullmatch(token))]
    alone = not papers and not rest.partition("\t")[0].strip(SEPARATORS + BULLETS)
    bare = found is not None and not (timed or original or page or weekday) and alone
    headed = weekday is not None and not (timed or original)
    authors = [x for part in parts for x in _writers(part, headed) if not bare and x not in papers]
    others = [token for token in tokens if token not in authors and token not in papers]
    if found is not None and len(others) == 1 and bool(papers) != bool(authors) and _BARS.search(text):
        # Between bars, a word beside a paper and a day is a pen name; one beside a name may be anything.
        pen = bool(papers) and re.fullmatch(f"[{HAN}]{{2,4}}", others[0]) and not is_word(others[0])
        authors, others = (others, []) if pen else (authors, others if papers else [])
    headed = headed and bool(papers or others)
    if original and len(tokens) <= 4:
        authors = authors or [token for token in tokens[:1] if token not in papers]
        papers = [token for token in tokens if token not in authors][:1]
        others = []
    elif timed and not papers and len(others) == 1 and _ACCOUNT.fullmatch(others[0]):
        papers, others = others, []
    elif (page or headed) and len(others) <= 3 and all(len(other) <= 8 for other in others):
        others = []
    if others or (not original and len(papers) > 2):
        return None
    source = paper_of(papers[0]) if papers else None
    names = tuple(name for token in authors for name in split_names(token))
    fields = Fields(authors=names, source=source, date=day)
    if (page or headed) and not authors and "》" not in text:
        return MetaLine("furniture", "page_header", fields, scope="page")
    if names:
        return MetaLine("byline", fields=fields)
    return MetaLine("source", fields=fields) if source else MetaLine("furniture", "date_line", fields)


def _writers(tokens: Sequence[str], headed: bool) -> list[str]:
    """Who wrote an article, among words; beside a day of the week (`headed`) sure names, or a desk, alone."""
    people = people_among(tokens)
    if not headed:
        return people
    sure = [name for name in people if simplified(name)[0] in words("surnames", "common")]
    return sure or [token for token in tokens if _DESK.search(simplified(token))]


def _tokens(text: str, timed: bool) -> list[str]:
    """The words between spaces and bars but places and numbers, and what follows a time."""
    tokens = (token.strip(SEPARATORS + BULLETS) for token in _BETWEEN.split(text))
    return [
        token
        for token in tokens
        if re.search("\\w", token)
        and token != "等"
        and not (token.isdecimal() or token in words("places", "") or furniture_form(token))
        and not (timed and re.fullmatch("[0-9]+[a-z]+", token))
    ]
