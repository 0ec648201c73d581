"""Lines of labels and values: 作者：周明;李强  时间：2016-06-01 / 【来源】江城网 / 文/周明."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from seeds import lexicon
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.metadata.dated import LINK, MARK, OTHER_LABEL, PAGE, SEPARATORS, SPACE, WEEKDAY, dated_line
from seeds.metadata.dates import DATE, TIME, find_date, iso_date
from seeds.metadata.fields import Fields
from seeds.metadata.metaline import LONGEST, MetaLine
from seeds.metadata.segments import asides
from seeds.names import all_names, authors_of, is_name, signature_of, split_names
from seeds.offices import is_unit
from seeds.papers import is_newspaper, is_paper

_SPACES = str.maketrans("\u3000\t", "  ")
"""All spaces as one: a hundred labels with a set of spaces between their characters take long to compile."""
_LABEL_END = frozenset("】]〗:：丨︱｜|/／")
"""What a label ends with."""
_BETWEEN_FACTS = re.compile("[ \u3000\t|｜丨/／，,]+")
_NO_VALUE = re.compile("我们|一[个种场条]|如何|什么|为什么|为何|谁|怎[样么]|只有")
"""How a heading goes on that begins as a label: 来源：我们从哪里来."""
_NOWHERE = re.compile("(?:本站|本网|网络|互联网|原创|转载|综合|整理|未知|不详|佚名|其他)+|翻摄自?.*|.*截图")
"""What programs write where nobody said where an article is from."""
_BUTTONS = re.compile(
    "(?<![ \u3000])(?:[ \u3000]+(?:我要)?(?:举报|收藏|打印|分享|字号|关注|纠错|评论|原创稿?|阅读|浏览).*)$"
    "|字[号体][:： \u3000]*[大中小](?:[ \u3000|]*[大中小])+$"
)
_BARS_OF_LABELS = re.compile("[|｜]|[^\\S\n][/／][^\\S\n]")
_BARRED = re.compile(f"(?:(?<=[|｜/／])|^)[ \u3000]*(作者|来源)[ \u3000]*(?=[{HAN}A-Za-z])")
"""Labels that bars alone set off: 2024-03-01 | 来源江城网 | 作者周明."""
_BY = re.compile(f"(?<=[|｜])[ \u3000]*[Bb]y[ \u3000]+(?=[{HAN}])")
_IN_BARS = re.compile("(?:[^|｜。，！？：:]{1,8}[|｜] ?){2,6}")
"""Words between bars before a label, as databases have them: 報章 | A23 | 論壇 |."""
_GLUED = re.compile(f"(?<=[{HAN}])(?=(?:作者|来源|(?:责任)?编辑|责编|记者)[|｜][^|｜ ])")
"""Where a label with a bar follows the value before it at once: 来源|江城网作者|周明编辑|李静."""
TAKEN = re.compile(
    "(?:(?:[本原]文|以下文章)(?:转载自|转自|首发于|原载于|(?:原刊|原发|刊)于(?![0-9])|来源于|来自)"
    "|转载?自(?!.?(?:网络|互联网|朋友圈|微信群|他人)))(?:微信)?(?:公众号|订阅号)?[:：“]?[ \u3000]*"
    "(?P<source>[^ \u3000，。：:（(“”]{2,16})”?[ \u3000]*(?:[（(](?:微信)?ID[^）)]*[)）])?"
    "(?P<rest>[ \u3000].*|[，,]作者.*|[:：][ \u3000]*https?://\\S+)?$"
)
"""Where an article itself says that it is from, perhaps with a day behind: 本文转自江城网, 转载自江城网."""
_OF_PAPER = re.compile("[^，。：:《》]{0,8}《([^》]{2,12})》[ \u3000]*$")
"""Whose author a label names: 江城新闻《观察》作者 | 周明."""
_BEHIND = re.compile(
    f"(?P<names>[{HAN}·、 \u3000]{{2,40}}?)[ \u3000]*[|｜丨][ \u3000]*(?P<label>[{HAN}]{{2,6}})"
)
"""A label behind its names: 周明 李静|撰稿."""
_OF_ACCOUNT = re.compile('^(?:微信)?公众[号號平台]{1,2}[:：]? ?[“「《"]([^”」》"]+)[”」》"]$')
"""An account by its name: 微信公众号“江城观察”."""
_UNKNOWN = re.compile(
    f"[ \u3000\t]+[{HAN}A-Za-z]{{2,8}}[:：]|[，,；;]?(?:联系)?(?:电话|手机|邮箱|地址|微信|方式)号?[:：]"
)
"""A label that is none of ours ends the value before it."""
_UNKNOWN_FIELD = re.compile(
    f"(?:^|(?<=[|｜] )|(?<=[|｜]))[{HAN}]{{2,4}}[:：][^:：。，！？；“|｜]{{1,12}}(?:[|｜]|[ \u3000]+$)"
)
"""The same before the first label that is ours: 发布：软件工程专业 原作者：陈宇."""
_NO_FIELDS, _LONGEST_VALUE = frozenset({"text", "retrieved", "editor", "other", "page"}), 80
"""Roles whose values say nothing of an article but perhaps its day; when it was fetched says not even that."""


@cache
def label_roles() -> Mapping[str, str]:
    """What each label stands for, in lower case."""
    listed = lexicon.listed("field_labels")
    return {label.lower(): role for role, labels in listed.items() for label in labels}


@cache
def _label() -> re.Pattern[str]:
    """A label of a field: 作者：, 【作者】, 作 者：, 文/, in a text with plain spaces only: see `_SPACES`."""
    words = "|".join(" *".join(label) for label in sorted(label_roles(), key=len, reverse=True))
    days = "|".join(label for label, role in label_roles().items() if role == "date" and not label.isascii())
    return re.compile(
        f"(?:([【\\[〖]) *|(?<![{HAN}A-Za-z_])|(?P<glued>(?<=[网报社刊日])))(?:本文)?(?P<name>{words})"
        " *(?:（[^（）]{1,8}）)?"
        "(?(1)[】\\]〗] *[:：]?|(?(glued)[:：]|[:：丨︱｜|]))|"
        f"(?<![{HAN}])(?P<slashed>{days}|作者|撰文|执笔|采写|文"
        "|(?:(?<= )|^)(?:图|摄影|插画|漫画|数据支持|审核|编辑|校对|制图|视频|排版)) *[/／|]",
        re.IGNORECASE | re.ASCII,  # only letters that `str.lower` takes back to the label
    )


def labelled_line(text: str) -> MetaLine | None:
    """A line of labels and values, perhaps with a date before them."""
    if _LABEL_END.isdisjoint(text):
        return None
    text = (
        _BARRED.sub("\\1：", _BY.sub(" 作者：", _GLUED.sub(" ", text)))
        if _BARS_OF_LABELS.search(text)
        else text
    )
    if (
        (turned := _BEHIND.fullmatch(text))
        and turned["label"] in label_roles()
        and all_names(turned["names"])
    ):
        text = f"{turned['label']}：{turned['names']}"
    labels = list(_label().finditer(simplified(text).translate(_SPACES)))
    if not labels:
        return None
    above = _UNKNOWN_FIELD.sub("", text[: labels[0].start()])
    before = _before_label(above, text[labels[0].end() :].strip()) if above else None
    beside = above.strip(SEPARATORS + "原创（(")
    if before is None and beside and beside not in label_roles() and not _IN_BARS.fullmatch(above):
        return None
    fields, seen = Fields(), set()
    for match, following in zip(labels, [*labels[1:], None], strict=True):
        name, role = match["name"] or match["slashed"], _role_of(match)
        value = text[match.end() : following.start() if following else None]
        value, *others = _UNKNOWN.split(_alone_of(value))
        value = _BUTTONS.sub("", asides().sub("", value).strip(SEPARATORS))
        if (role == "authors" and is_paper(value)) or (
            name == "供稿" and (is_paper(value) or is_unit(value))
        ):
            role = "source"
        read = _value(role, value)
        if read is None or (role == "authors" and _speaks(name, value)) or _NO_VALUE.match(value):
            return None
        seen.add(role)
        read |= Fields(date=next(filter(None, map(find_date, others)), None))
        if role == "authors" and _tells_of(value):
            seen.add("note")
            read = Fields(authors=tuple(filter(is_name, read.authors)), date=read.date)
        fields = _together(fields, read, later=role == "date" and "written" in seen)
    if before is not None:
        fields |= before.fields
    fields = replace(fields, authors=tuple(name for name in fields.authors if name != fields.source))
    return replace(_line_of(fields, seen), written="written" in seen and "date" not in seen)


def _together(fields: Fields, read: Fields, *, later: bool) -> Fields:
    """What labels say one after the other; an article is of the `later` day, on which it was published."""
    fields = replace(fields, date=None) if later and read.date else fields
    return replace(fields | read, authors=tuple(dict.fromkeys((*fields.authors, *read.authors))))


@cache
def _label_behind() -> re.Pattern[str]:
    """A label, and one that follows a value at once: 李斌字体：大 中 小."""
    labels = "|".join(sorted((label for label in label_roles() if len(label) > 1), key=len, reverse=True))
    return re.compile(f"(?<![{HAN}])(?:{labels})[:：]|(?P<behind>{labels})[:：]")


def _alone_of(value: str) -> str:
    """A value without labels that follow it at once."""
    behind = (found.start() for found in _label_behind().finditer(simplified(value)) if found["behind"])
    return value[: next(behind, None)]


def _role_of(label: re.Match[str]) -> str:
    return label_roles()[(label["name"] or label["slashed"]).replace(" ", "").lower()]


def _before_label(text: str, value: str) -> MetaLine | None:
    """What stands before the first label: a day, names, or the paper whose author follows as the `value`."""
    if (dated := dated_line(text.strip(SEPARATORS))) is not None:
        return dated
    if (signed := signature_of(text)) is not None:
        return MetaLine("byline", fields=Fields(authors=signed))
    bare = text.strip(SEPARATORS)
    paper = _OF_PAPER.match(text) or TAKEN.fullmatch(bare)
    named = paper[1] if paper else bare if is_paper(bare) else None
    return MetaLine("source", fields=Fields(source=named)) if named and value else None


def _speaks(label: str, value: str) -> bool:
    """Whether a label names who speaks in a talk: 记者：您怎么看这件事."""
    asked = label.endswith(("记者", "员", "人", "采访"))
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
        link = LINK.search(value)
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
    rest = PAGE.sub(" ", WEEKDAY.sub(" ", TIME.sub(" ", DATE.sub("  ", value)))) if day else value
    rest = rest.strip(SEPARATORS) if re.search("[^\\W_]", rest) else ""  # ____ is a place to write in.
    rest = (
        rest
        if rest.count("(") + rest.count("（") == rest.count(")") + rest.count("）")
        else rest.strip("（）()")
    )
    if len(rest) > (LONGEST if role == "office" else 50) or MARK.search(rest):
        return None
    if role in ("date", "written"):
        return Fields(date=day) if day or not re.search(f"[{HAN}]", rest) else None
    if role == "column":
        return Fields(column=rest or None, date=day)
    if role == "source":
        rest = _OF_ACCOUNT.sub("\\1", re.sub("^[（(] *(.*?)(?: *供稿)? *[)）]$", "\\1", rest))
        rest = _BUTTONS.sub("", re.split("[|｜]", rest)[0].strip())
        name = re.sub(
            "^《([^》]*)》(?:[0-9年第期版A-D./ ]*|收藏|打印|.{0,10}[，,].{0,20}出版社.{0,10})$",
            "\\1",
            re.sub(f"{SPACE}+", " ", rest),
        ).strip()
        name, names = _alone("" if _NOWHERE.fullmatch(name) else name)
        return Fields(source=name or None, authors=names, date=day)
    if role == "office":
        return Fields(authors=tuple(re.split("[;、，, \u3000]+", rest)) if rest else (), date=day)
    # 周明，江城日报，2024-03-01
    parts = list(filter(None, map(str.strip, _BETWEEN_FACTS.split(rest))))
    named = len(parts) > 1 and is_newspaper(parts[0]) and all(map(is_name, parts[1:]))
    papers = [part for part in parts if is_paper(part)] if day or named else []
    for paper in papers:
        rest = rest.replace(paper, " ")
    return Fields(authors=authors_of(rest) if rest else (), source=next(iter(papers), None), date=day)


def _alone(source: str) -> tuple[str, tuple[str, ...]]:
    """The first name of a source, and the people behind it: 江城新闻网 周明; 江城日报 北京 选稿：李静."""
    source = OTHER_LABEL.split(source)[0].strip()
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
