"""Lines of a text that their form alone shows to be no text: field lines, lines of web pages and of messages.

作者：周明;李强  时间：2016-06-01 / 2018年07月10日08:15 | 来源：江城网 / 原创 周明 江城评论 2021-05-14 08:30 /
（责编：王平） / 分享到： / 首页 >> 观点. What only its place tells, a bare name or a title, is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, lru_cache, reduce
from operator import or_

from seeds import lexicon
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import words
from seeds.metadata.dates import DATE, TIME, find_date, iso_date
from seeds.metadata.fields import NOTHING, Fields
from seeds.metadata.filenames import fields_of_path
from seeds.metadata.furniture import DIVIDING, ENDING, furniture_form
from seeds.metadata.metaline import MetaLine
from seeds.metadata.papers import is_paper
from seeds.metadata.segments import facts_among
from seeds.names import (
    all_names,
    authors_of,
    is_name,
    is_unit,
    is_word,
    people_among,
    signature_of,
    split_names,
)

LONGEST = 160
"""A line of more characters is text; of Latin letters, twice as many."""
_SPACE = "[ \u3000\t]"
_SPACES = str.maketrans("\u3000\t", "  ")
"""All spaces as one: a hundred labels with a set of spaces between their characters take long to compile."""
_SEPARATORS = " \u3000\t|｜丨︱/／;；,，·•-—–>"
_BULLETS = "□■◎●○◆◇▲△★☆※"
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕", "<": ">"}
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*")
_PAGE = re.compile(
    f"[（(]?(?:第{_SPACE}*)?[A-Z]?[0-9一二三四五六七八九十]{{1,3}}{_SPACE}*版[)）]?|(?<![0-9A-Z])[A-Z][0-9]{{1,3}}(?![0-9])|总?第{_SPACE}*[0-9]+{_SPACE}*期"
)
_ASIDE = re.compile(
    f"(?<![布表])(?:作|写|草|记|改|完稿|定稿|修订)?于[ \u3000]*[{HAN}]{{2,8}}$|农历.{{2,12}}|官方账号$"
    "|(?:字数|阅读|浏览|评论|喜欢)[ \u3000]*[0-9][0-9,]*"
    "|[0-9][0-9,]*[ \u3000]*[人条次](?:参与|评论|跟[贴帖]|阅读|浏览)+"
    f"|(?<![{HAN}])(?:编辑|发布|发表|更新|写)于?|[{HAN}]{{5,8}}于(?=[ \u3000]*\t)|原创|(?<=\t)[|｜· \u3000]*原文$"
    "|^[(（]?(?:原载|载于?|据|摘自|转自)(?=《)"
    "|(?<=》)(?:社论|短评|专论|评论员(?:文章)?)(?=[ \t）)]|$)|[\\[（(【](?:整理|综合|编译|转载)[\\]）)】]"
)
_FROM_PLACE = "(?:发[表布]于|来自)[ \u3000]*(?:{})(?:[省市]|(?:[" + HAN + "]{{2,3}})?自治区)?"
_DATING = re.compile("[0-9月]|^原[创創]")
"""What stands in every date, or before the line of a message."""
_LABEL_END = frozenset("】]〗:：丨︱｜|/／")
"""What a label ends with."""
_WECHAT = re.compile(f"^(?:原创|Original(?= )){_SPACE}*[:：]?{_SPACE}*")
_RANGE = re.compile(f"(?:{DATE.pattern})(?:[—–~～至到-]{{1,2}}(?:[0-9]{{1,2}}月)?[0-9]{{1,2}}[日号])?")
_ACCOUNT = re.compile("[^0-9].{0,11}")
"""What a single word behind a day and an hour may be: the name of an account."""
_CITED = re.compile("《[^《》]{2,14}》")
"""The name of any paper, where it stands with a day and a page."""
_MARK = re.compile("[。！？!?；]")
_SENTENCE = re.compile("[。；]|[，：:]$")
_FINAL = re.compile("[。！？….!?，；、][”’」』）)]*$")
_BARS = re.compile("(?:[|｜丨]| [·•] ).*(?:[|｜丨]| [·•] )")
_BETWEEN_FACTS = re.compile("[ \u3000\t|｜丨/／，,]+")
_BETWEEN = re.compile("(?:(?! (?<=[A-Za-z.] )[A-Z])[ \u3000\t|｜丨/／])+")
"""What stands between names, papers and dates; a space within a foreign name does not."""
_OTHER_LABEL = re.compile(f"[{HAN}A-Za-z]{{2}}[:：]")
_NOWHERE = re.compile("(?:本站|本网|网络|互联网|原创|转载|综合|整理|未知|不详|佚名|其他)+")
"""What programs write where nobody said where an article is from."""
_BUTTONS = re.compile(
    "(?<![ \u3000])(?:[ \u3000]+(?:我要)?(?:举报|收藏|打印|分享|字号|关注|纠错|评论|原创稿?|阅读|浏览).*)$"
)
_FROM = re.compile(
    "(?:本文|原文|文章)?(?:原载|原刊|首发|刊载|发表|出自|来自|(?:转载?|摘|选|转摘|摘编|摘选|节选|选编)自)[于自]?"
    "[^。，：「“《]{0,8}[「“《]([^」”》]{2,20})[」”》][^。]{0,40}$"
)
"""Where an article is from, without a label: 原载于公众号“江城观察”."""
_CREDIT = re.compile(
    "(?:(?=《[^》]+》.*(?:出版社|[0-9]期|[0-9]页))|(?:本文|原文|文章)?(?:原载|原刊|据|来源|稿源|见"
    "|(?:转载?|摘|选|编|转摘|摘编|摘选|节选|选编|改编)自)[于自]?[:：]?)[^。，「“《]{0,16}《([^》]{2,20})》[^。]{0,60}$"
)
"""The same in brackets, where nothing else can be meant: （据5月6日《江城日报》，原题为《书屋亮了》）."""
_BARS_OF_LABELS = re.compile("[|｜]|[^\\S\n][/／][^\\S\n]")
_BARRED = re.compile(f"(?:(?<=[|｜/／])|^)[ \u3000]*(作者|来源)[ \u3000]*(?=[{HAN}A-Za-z])")
"""Labels that bars alone set off: 2024-03-01 | 来源江城网 | 作者周明."""
_GLUED = re.compile(f"(?<=[{HAN}])(?=(?:作者|来源|(?:责任)?编辑|责编|记者)[|｜][^|｜ ])")
"""Where a label with a bar follows the value before it at once: 来源|江城网作者|周明编辑|李静."""
_TAKEN = re.compile(
    "(?:[本原]文|以下文章)(?:转载自|转自|首发于|原载于|来源于|来自)[:：]?[ \u3000]*(?P<source>[^ \u3000，。：:]{2,16})"
    "(?P<rest>[ \u3000].*|[，,]作者.*|[:：][ \u3000]*https?://\\S+)?$"
)
"""The same of an article that says so of itself, perhaps with a day behind it."""
_AUTHOR_TOO = re.compile("作者[:： ]?([^，。：:]{1,12})")
"""Who wrote it, behind where it is from: 以下文章来源于江城观察，作者周明."""
_ABOUT = re.compile(f"(?:本文)?作者[:： ]?(?P<name>(?:[{HAN}]{{2,4}}?)?)(?:系|为|是)(?=.*[{HAN}]。?$)")
"""Who an author is, in brackets: （作者周明系江城大学教授）."""
_OF_PAPER = re.compile("[^，。：:《》]{0,8}《([^》]{2,12})》[ \u3000]*$")
"""Whose author a label names: 江城新闻《观察》作者 | 周明."""
_BEHIND = re.compile(
    f"(?P<names>[{HAN}·、 \u3000]{{2,40}}?)[ \u3000]*[|｜丨][ \u3000]*(?P<label>[{HAN}]{{2,6}})"
)
"""A label behind its names: 周明 李静|撰稿."""
_CREDITED = re.compile(
    f"[{HAN}]{{0,4}}(?:[核检]查|校[对订]?|审[核校读]|设计|制[图作]|剪辑|视觉|排版|运营|策划|监制|统筹|出品|美编|配[图音]|摄[影像])"
    f" *[|｜丨] *([{HAN}·、 \u3000]{{2,40}})"
)
"""Who else had a part in an article: 事实核查 | 周明."""
_UNKNOWN = re.compile(f"[ \u3000\t]+[{HAN}A-Za-z]{{2,8}}[:：]")
"""A label that is none of ours ends the value before it."""
_PART = re.compile(f"[{HAN}]{{2,8}}")
"""A section of a paper behind its name: 江城日报 书香周刊."""
_CLOSED = re.compile("(?<=[。！？…”’）)】\\]])[ \u3000]*(?=[^ \u3000。！？…”’）)》】\\]])")
"""Where a sentence may have ended."""
_TOLD = re.compile(
    f"{_CLOSED.pattern}"
    f"(?=(?:[（(【\\[]?[{HAN}]{{2,8}}[:：丨][^。！？，]{{0,60}}|[□■◆●][^。，！？]{{2,24}}|返回[^。，]{{1,8}}，查看更多)。?$)"
)
"""Where what is told of an article may stand behind its last sentence: 。（责编：周明）, 。□李静."""
_KEYED = re.compile("^([A-Za-z][A-Za-z_]{2,19})(?: = |\t+)[ \t]*(.*)$")
"""The name of a field as programs write it, and its value: pub_date = 2024-03-01."""
_HASH = re.compile("^[#+]+ *(?=[^#]*$)")
"""What marks a title or what stands below it, in a text of marks of its own."""
_UNKNOWN_FIELD = re.compile(
    f"(?:^|(?<=[|｜] )|(?<=[|｜]))[{HAN}]{{2,4}}[:：][^:：。，！？；“|｜]{{1,12}}(?:[|｜]|[ \u3000]+$)"
)
"""The same before the first label that is ours: 发布：软件工程专业 原作者：陈宇."""
_DAY_BEFORE = re.compile(f"[\\[【（(](?:{DATE.pattern})(?:{TIME.pattern})?[\\]】）)][ \u3000]*(?=\\S)")
"""The day in brackets before a title."""
_NO_FIELDS, _LONGEST_VALUE = frozenset({"text", "retrieved", "editor", "other", "page"}), 80
"""Roles whose values say nothing of an article but perhaps its day; when it was fetched says not even that."""
_IN_BRACKETS = re.compile("[（(][^（）()]{4,40}[)）]$")
_MOST_FACTS, _LEAST_TITLE, _TITLE = 6, 4, 60
_LINK = re.compile(r"https?://[^\s，。；）)]+|www\.[^\s，。；）)]+")


@lru_cache(256)
def meta_line(text: str) -> MetaLine | None:
    """What a line says as metadata, or None for a line that may be text."""
    text = text.replace("\xa0", " ").strip()
    text = _HASH.sub("", text)
    text = _KEYED.sub(_as_label, text)
    limit = LONGEST * (1 + text.isascii())
    if not text or (len(text) > limit and (len(text) > 8 * LONGEST or len(_LINK.sub("", text)) > limit)):
        return None
    inner = _unbracketed(text)
    bracketed = len(text) > 2 and _BRACKETS.get(text[0]) == text[-1]
    return next(filter(None, (reader(text, inner, bracketed) for reader in _readers())), None)


def _origin(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Where an article is from, in words: 原载于公众号“江城观察”, （据5月6日《江城日报》）, 本文转自江城网."""
    origin = _FROM.match(inner) or (_CREDIT.match(text, 1, len(text) - 1) if bracketed else None)
    if origin is not None:
        rest = DATE.sub("", origin.string[origin.end(1) : origin.end()]).strip("」”》）) \u3000")
        names = signature_of(rest) if rest and (find_date(text) or not is_word(rest)) else None
        return MetaLine("source", fields=Fields(source=origin[1], authors=names or (), date=find_date(text)))
    taken = _TAKEN.match(inner)
    if taken is None:
        return None
    rest = _LINK.sub("", taken["rest"] or "").strip(_SEPARATORS + ":：")
    named = _AUTHOR_TOO.fullmatch(rest)
    if named or not rest or _dated(rest) or (is_paper(taken["source"]) and _PART.fullmatch(rest)):
        names = authors_of(named[1]) if named else ()
        return MetaLine("source", fields=Fields(source=taken["source"], authors=names, date=find_date(text)))
    return None


def _around(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """What pages, messages and scripts leave around an article, by its form alone."""
    kind = furniture_form(simplified(text))
    if kind in ("notice", "share") and (told := _labelled(inner)) and told.fields:
        return told
    if kind is None:
        return None
    fields = fields_of_path(re.sub("^[^\\w]+|[^\\w]+$", "", text)) if kind == "file_name" else Fields()
    return MetaLine("furniture", kind, fields, divides=kind in DIVIDING, ends=kind in ENDING)


def _facts(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Labels and values, or a day with what may stand beside it."""
    several = _several(inner) if bracketed and "；" in inner else None
    return several or _labelled(inner) or _dated(inner) or (_labelled(text) if inner != text else None)


def _in_parts(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    return None if bracketed else facts_among(text)


def _author(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Who wrote the article, in brackets: （作者周明系江城大学教授）, （北京 赵一鸣）."""
    if bracketed and (about := _ABOUT.match(inner)):
        return MetaLine("author_note", fields=Fields(authors=tuple(filter(is_name, [about["name"]]))))
    names = _in_brackets(inner) if inner != text else ()
    return MetaLine("byline", fields=Fields(authors=names)) if names else None


def _others(text: str, inner: str, bracketed: bool) -> MetaLine | None:
    """Who else had a part in it; an address alone."""
    if (credit := _CREDITED.fullmatch(inner)) and all_names(credit[1]):
        return MetaLine("furniture", "editor")
    return MetaLine("furniture", "mailbox") if _LINK.fullmatch(inner) else None


def _readers() -> tuple[Callable[[str, str, bool], MetaLine | None], ...]:
    """What a line is tried as, in this order: each takes it as it stands, without its brackets, whether it has any."""
    return _origin, _around, _facts, _author, _in_parts, _others


def _as_label(keyed: re.Match[str]) -> str:
    """A field as programs write it, as a label and its value."""
    return f"{keyed[1]}：{keyed[2]}" if keyed[1].lower() in _roles() else keyed.group()


def told_behind(text: str, *, last: bool = False) -> list[tuple[int, int]]:
    """The gaps where, behind the last sentence of a line, who edited or wrote an article is told, or where it is from.

    Behind the `last` line of a text that needs no label: 。《江城日报》（2024年3月1日 05版）（责编：王平）.
    """
    cuts: list[tuple[int, int]] = []
    form, end = _CLOSED if last else _TOLD, len(text)
    while found := next(
        (cut for cut in form.finditer(text, max(0, end - LONGEST), end) if _tells(text[cut.end() : end])),
        None,
    ):
        cuts.insert(0, found.span())
        end = found.start()
    return cuts


def _tells(tail: str) -> bool:
    """Whether a text, but for a full stop behind brackets, is what is told of an article."""
    tail = tail[:-1] if re.search("[）)\\]】]。$", tail) else tail
    if _FINAL.search(tail):
        return False
    if tail[0] in f"（([【{_BULLETS}" and signature_of(tail) is not None:
        return True
    line = meta_line(tail)
    # A label with nothing behind it begins a text, but for one in brackets, or one of those who edit.
    return line is not None and (bool(line.fields) or line.kind != "notice" or tail[-1] in "）)]】")


def title_within(text: str) -> tuple[int, int, Fields] | None:
    """Where a title stands on a line with facts around it, and what these say; None without them.

    [2024-03-01] 书屋亮了 / 书屋亮了（江城日报，2024年3月1日） / 书屋亮了2024-03-01 08:30 来源：江城日报.
    """
    if meta_line(text) is not None:
        return None
    before = _DAY_BEFORE.match(text)
    start = before.end() if before else 0
    facts = Fields(date=find_date(before.group())) if before else NOTHING
    opens = [found.start() for form in (_IN_BRACKETS, DATE) for found in form.finditer(text, start)]
    for at in sorted(opens)[:_MOST_FACTS]:
        head = text[start:at].rstrip("（([【").rstrip(_SEPARATORS)
        line = meta_line(text[start + len(head) :].strip(_SEPARATORS)) if _may_be_title(head) else None
        if line is not None and (line.fields.date or (line.fields.source and line.fields.authors)):
            set_off = (
                start + len(head) < at or text[at] in "（([【" or line.fields.source or line.fields.authors
            )
            return (start, start + len(head), line.fields | facts) if set_off else None
    return (start, len(text), facts) if facts.date and _may_be_title(text[start:]) else None


def _may_be_title(text: str) -> bool:
    """Whether what stands before facts is no fact itself, nor a sentence."""
    if len(text) > _TITLE or len(re.findall(f"[{HAN}]", text)) < _LEAST_TITLE or _SENTENCE.search(text):
        return False
    return not (is_paper(text) or signature_of(text) or meta_line(text))


def _several(text: str) -> MetaLine | None:
    """Several things in the same brackets: （作者：周明，江城大学教授；本文原载《江城日报》）."""
    told = [line for part in text.split("；") if (line := meta_line(part)) and line.fields]
    if len(told) < 2 or len(told) <= text.count("；"):
        return None
    return replace(told[0], fields=reduce(or_, (line.fields for line in told)))


@cache
def _roles() -> Mapping[str, str]:
    return {label: role for role, labels in lexicon.listed("field_labels").items() for label in labels}


@cache
def _label() -> re.Pattern[str]:
    """A label of a field: 作者：, 【作者】, 作 者：, 文/, in a text with plain spaces only: see `_SPACES`."""
    words = "|".join(" *".join(label) for label in sorted(_roles(), key=len, reverse=True))
    days = "|".join(label for label, role in _roles().items() if role == "date" and not label.isascii())
    return re.compile(
        f"(?:([【\\[〖]) *|(?<![{HAN}A-Za-z_])|(?P<glued>(?<=[网报社刊日])))(?P<name>{words}) *(?:（[^（）]{{1,8}}）)?"
        "(?(1)[】\\]〗] *[:：]?|(?(glued)[:：]|[:：丨︱｜|]))|"
        f"(?<![{HAN}])(?P<slashed>{days}|作者|撰文|执笔|采写|文|(?<= )(?:图|摄影|插画|漫画)) *[/／|]",
        re.IGNORECASE,
    )


def _unbracketed(text: str) -> str:
    while len(text) > 2 and _BRACKETS.get(text[0]) == text[-1] and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    return text.strip()


def _in_brackets(text: str) -> tuple[str, ...]:
    """Names in brackets, with a place, an office or any one word before them: （北京 赵一鸣）, （江城在线 周明）."""
    signed = signature_of(text)
    tokens = text.split()
    if signed is None and len(tokens) > 1 and len(tokens[0]) <= 8 and all(map(is_name, tokens[1:])):
        return tuple(tokens[1:])
    return signed if signed and not is_word(text) else ()


def _labelled(text: str) -> MetaLine | None:
    """A line of labels and values, perhaps with a date before them."""
    if _LABEL_END.isdisjoint(text):
        return None
    text = _BARRED.sub("\\1：", _GLUED.sub(" ", text)) if _BARS_OF_LABELS.search(text) else text
    if (turned := _BEHIND.fullmatch(text)) and turned["label"] in _roles() and all_names(turned["names"]):
        text = f"{turned['label']}：{turned['names']}"
    labels = list(_label().finditer(simplified(text).translate(_SPACES)))
    if not labels:
        return None
    above = _UNKNOWN_FIELD.sub("", text[: labels[0].start()])
    before = _before_label(above, text[labels[0].end() :].strip()) if above else None
    if before is None and above.strip(_SEPARATORS + "原创（("):
        return None
    fields, seen = Fields(), set()
    for match, following in zip(labels, [*labels[1:], None], strict=True):
        name, role = match["name"] or match["slashed"], _role_of(match)
        value = text[match.end() : following.start() if following else None]
        value = _BUTTONS.sub("", _UNKNOWN.split(_alone_of(value))[0].strip(_SEPARATORS))
        if role == "authors" and is_paper(value):
            role = "source"
        read = _value(role, value)
        if read is None or (role == "authors" and _speaks(name, value)):
            return None
        seen.add(role)
        if role == "authors" and _tells_of(value):
            seen.add("note")
            read = Fields(authors=tuple(filter(is_name, read.authors)), date=read.date)
        fields = replace(fields | read, authors=tuple(dict.fromkeys((*fields.authors, *read.authors))))
    if before is not None:
        fields |= before.fields
    fields = replace(fields, authors=tuple(name for name in fields.authors if name != fields.source))
    return replace(_line_of(fields, seen), written="written" in seen and "date" not in seen)


@cache
def _label_behind() -> re.Pattern[str]:
    """A label, and one that follows a value at once: 李斌字体：大 中 小."""
    labels = "|".join(sorted((label for label in _roles() if len(label) > 1), key=len, reverse=True))
    return re.compile(f"(?<![{HAN}])(?:{labels})[:：]|(?P<behind>{labels})[:：]")


def _alone_of(value: str) -> str:
    """A value without labels that follow it at once."""
    behind = (found.start() for found in _label_behind().finditer(simplified(value)) if found["behind"])
    return value[: next(behind, None)]


def _role_of(label: re.Match[str]) -> str:
    return _roles()[(label["name"] or label["slashed"]).replace(" ", "").lower()]


def _before_label(text: str, value: str) -> MetaLine | None:
    """What stands before the first label: a day, names, or the paper whose author follows as the `value`."""
    if (dated := _dated(text.strip(_SEPARATORS))) is not None:
        return dated
    if (signed := signature_of(text)) is not None:
        return MetaLine("byline", fields=Fields(authors=signed))
    bare = text.strip(_SEPARATORS)
    paper = _OF_PAPER.match(text) or _TAKEN.fullmatch(bare)
    named = paper[1] if paper else bare if is_paper(bare) else None
    return MetaLine("source", fields=Fields(source=named)) if named and value else None


def _speaks(label: str, value: str) -> bool:
    """Whether a label names who speaks in a talk: 记者：您怎么看这件事."""
    asked = label.endswith(("记者", "员", "人"))
    return asked and not any(is_name(token) or is_unit(token) for token in split_names(value))


def _tells_of(value: str) -> bool:
    """Whether what stands behind 作者： tells where an author works: 周明，系江城大学教授."""
    tokens = split_names(re.sub("[(（)）]", " ", value))
    named = len(tokens) > 1 or (
        simplified(value[-1:]) in "员授记任长师士家人生" and signature_of(value) is None
    )
    return (
        named and bool(tokens) and is_unit(tokens[-1]) and not (is_name(tokens[-1]) or is_paper(tokens[-1]))
    )


def _value(role: str, value: str) -> Fields | None:
    """What a label's value says; None if it cannot be one."""
    if role == "title":
        return Fields(title=value or None)
    if role == "url" or (role == "source" and re.match("https?://", value)):
        link = _LINK.search(value)
        return Fields(url=link.group() if link else None) if link or not value else None
    if role in _NO_FIELDS:
        told = (
            not value
            if role == "text"
            else len(value) <= _LONGEST_VALUE and not re.search("[。！？!?]", value)
        )
        return Fields(date=None if role == "retrieved" else find_date(value)) if told else None
    value = value.replace("；", ";") if role == "office" else value
    day = find_date(value) or (iso_date(value) if role in ("date", "written") else None)
    rest = _PAGE.sub(" ", _WEEKDAY.sub(" ", TIME.sub(" ", DATE.sub("  ", value)))) if day else value
    rest = rest.strip(_SEPARATORS)
    rest = (
        rest
        if rest.count("(") + rest.count("（") == rest.count(")") + rest.count("）")
        else rest.strip("（）()")
    )
    if len(rest) > (LONGEST if role == "office" else 50) or _MARK.search(rest):
        return None
    if role in ("date", "written"):
        return Fields(date=day) if day or not re.search(f"[{HAN}]", rest) else None
    if role == "column":
        return Fields(column=rest or None, date=day)
    if role == "source":
        rest = re.sub("^[（(] *(.*?)(?: *供稿)? *[)）]$", "\\1", rest)
        rest = _BUTTONS.sub("", re.split("[|｜]", rest)[0].strip())
        name = re.sub(
            "^《([^》]*)》(?:[0-9年第期版A-D./ ]*|收藏|打印)$", "\\1", re.sub(f"{_SPACE}+", " ", rest)
        ).strip()
        name, names = _alone("" if _NOWHERE.fullmatch(name) else name)
        return Fields(source=name or None, authors=names, date=day)
    if role == "office":
        return Fields(authors=tuple(re.split("[;、，, \u3000]+", rest)) if rest else (), date=day)
    # 周明，江城日报，2024-03-01
    papers = [part for part in map(str.strip, _BETWEEN_FACTS.split(rest)) if is_paper(part)] if day else []
    for paper in papers:
        rest = rest.replace(paper, " ")
    return Fields(authors=authors_of(rest) if rest else (), source=next(iter(papers), None), date=day)


def _alone(source: str) -> tuple[str, tuple[str, ...]]:
    """The first name of a source, and the people behind it: 江城新闻网 周明; 江城日报 北京 选稿：李静."""
    source = _OTHER_LABEL.split(source)[0].strip()
    first, *others = source.split(" ")
    if len(first) < 3 or not re.search(f"[{HAN}]$", first) or not others:
        return source, ()
    return first, signature_of(" ".join(others)) or tuple(filter(is_name, others))


def _line_of(fields: Fields, seen: set[str]) -> MetaLine:
    if fields.title:
        return MetaLine("title", fields=fields)
    if fields.authors or "note" in seen:
        return MetaLine("author_note" if "note" in seen else "byline", fields=fields)
    if fields.source:
        return MetaLine("source", fields=fields)
    if "editor" in seen:
        return MetaLine("furniture", "editor", fields)
    if fields.column:
        return MetaLine("furniture", "page_label", fields)
    return MetaLine("furniture", "date_line" if fields.date else "notice", fields)


@cache
def _from_place() -> re.Pattern[str]:
    """Where a message was written, as social sites tell it: 发布于北京."""
    return re.compile(_FROM_PLACE.format("|".join(sorted(words("places", ""), key=len, reverse=True))))


def _dated(text: str) -> MetaLine | None:
    """A line of a date with or without a paper, a name, a page: all that it holds has to be told."""
    text = _LINK.sub(" ", text).strip()
    original = _WECHAT.match(simplified(text))
    labelled = _OTHER_LABEL.search(text, original.end() if original else 0)
    if len(text) > 80 or not _DATING.search(text) or _MARK.search(text) or labelled:
        return None
    day = find_date(text)
    if day is None and (original is None or re.search("[，,]", text) or not original.group().strip("原创創")):
        return None
    found = DATE.search(text)
    timed = found is not None and TIME.match(text, found.end()) is not None
    rest = _RANGE.sub("\t", text[original.end() :] if original else text)
    rest = TIME.sub("\t", rest) if timed else rest
    weekday, page = _WEEKDAY.search(rest), _PAGE.search(rest)
    rest = _ASIDE.sub("\t", _PAGE.sub("\t", _WEEKDAY.sub("\t", _from_place().sub("\t", rest))))
    rest = re.sub("今天|昨天|前天", "\t", rest) if original else rest
    rest = re.sub(
        "[()（）\\[\\]【】,，:：.。]|(?<=《) +| +(?=》)", " ", rest.replace("《 ", "《").replace(" 》", "》")
    )
    parts = [_tokens(part, timed) for part in rest.split("\t")]
    tokens = [token for part in parts for token in part]
    # Behind a day alone, a word may as well say what the weather was like, or what was done; not beside a paper.
    papers = [token for token in tokens if is_paper(token) or (page and _CITED.fullmatch(token))]
    alone = not papers and not rest.partition("\t")[0].strip(_SEPARATORS + _BULLETS)
    bare = found is not None and not (timed or original or page or weekday) and alone
    headed = weekday is not None and not (timed or original)
    authors = [
        token
        for part in parts
        for token in people_among(part)
        if token not in papers
        and not bare
        and not (headed and simplified(token)[0] not in words("surnames", "common"))
    ]
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
    source = re.sub("^《(.*)》$", "\\1", papers[0]) if papers else None
    names = tuple(name for token in authors for name in split_names(token))
    fields = Fields(authors=names, source=source, date=day)
    if (page or headed) and not authors and "》" not in text:
        return MetaLine("furniture", "page_header", fields, scope="page")
    if names:
        return MetaLine("byline", fields=fields)
    return MetaLine("source", fields=fields) if source else MetaLine("furniture", "date_line", fields)


def _tokens(text: str, timed: bool) -> list[str]:
    """The words between spaces and bars but places and numbers, and what follows a time."""
    tokens = (token.strip(_SEPARATORS + _BULLETS) for token in _BETWEEN.split(text))
    return [
        token
        for token in tokens
        if re.search("\\w", token)
        and not (token.isdecimal() or token in words("places", "") or furniture_form(token))
        and not (timed and re.fullmatch("[0-9]+[a-z]+", token))
    ]
