"""What the name of a file and those of its folders say: 20180710-题目-作者.txt, 2024-05-17/05/题目.txt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from seeds.language.characters import HAN, han_in
from seeds.language.variants import simplified
from seeds.metadata.dates import DATE, TIME, compact_date, find_date, iso_date
from seeds.metadata.fields import Fields

_BREAK = re.compile(
    f"[ \u3000]*(?:(?<![—―－-])[-_＿~|｜@](?![—―－-])|\\+(?=[{HAN}]{{2,4}}(?:[-_+.]|$))|(?<=^[{HAN}]{{3}})\\+"
    "|[ \u3000](?=[0-9])|(?<=[0-9])[ \u3000])+[ \u3000]*"
)
_LATIN = re.compile("[A-Za-z0-9]")
_SITE = re.compile("(?:大学|学院|政府|之家|频道|平台|文汇|[a-z]{2}Paper|The Paper)$")
_NUMERAL = "[0-9一二三四五六七八九十]"
_CHAPTER = re.compile(f"^(?:[\\[(（【]?第?{_NUMERAL}+(?!{_NUMERAL})[篇章期]?[\\])）】]?[.、．]?)+$")
_NUMBERED = re.compile("^[\\[(（【]?[0-9]{1,4}[\\])）】.、．]+ ?(?=\\D)")
_NO_TITLE = re.compile(
    "(?i)^(?:(?:新建)?(?:文本文档|文档|文本|文章|正文|新闻|评论|时评|社论|未命名|无标题|副本|素材|申论|高分|优秀|满分|范文|合集|全文|下载|测试|输入|样本)+[\\W\\d]*"
    "|[^，：、？！]*(?:日报|晚报|时报|周报|[网刊社]|网站|官网|门户|新闻|客户端|公众号|政务|文汇)|.{0,6}[版页期]|[\\W\\d_]+)$"
)
_QUOTED_PAPER = re.compile("[ \u3000]*《([^》]{2,10}[报刊网])》[ \u3000：:]*(?=.{4})")
_TAG = re.compile("^[【\\[]([^】\\]0-9]{2,8})[】\\]]")
_SIGNED = re.compile(f"^([{HAN}]{{2,4}})[：:]")
_CLOSING = re.compile(f"(?<=.)[（(](?:作者[:：]?|文[/／:：])?([{HAN}]{{2,4}})[）)]$")
_BOOK = re.compile(f"《([^》]{{2,20}})》[ \u3000_-]*([{HAN}]{{2,4}})")
"""A book and its author: 《夜读》周明."""
_COPY = re.compile(
    "(?<=.{2})(?:[ \u3000]?[(（][1-9][)）]|[ \u3000]?[-_—]?[ \u3000]?[(（]?副本[)）]?[ \u3000]?[0-9]{0,2})$"
)
"""What a browser or a system adds to the name of a second file."""
_OF_AUTHOR = re.compile(f"([{HAN}]{{2,4}}?)(?:_|的?(?:文集|全集|选集|杂文|散文|随笔|作品|专栏|评论))")
"""A folder of what one author wrote: 周明文集."""
_MONTH = re.compile("((?:19|20)[0-9]{2})-?(0[1-9]|1[0-2])(?=[A-Za-z]|[-_][^0-9])")
_PAGE = re.compile(
    f"(?<![{HAN}])第? ?[0-9A-Z]{{1,4}} ?版[ \u3000:：_-]+(?:[{HAN}]{{2,4}}[ \u3000:：_-]+(?=[^ \u3000_-]{{4,}}$))?"
)
"""The page of a paper, and perhaps what it is called, before a title: 第02版 时评 题目."""
_OF_PAGE = re.compile("(?:第 ?)?[0-9A-Z]{1,4} ?版")
_SCANNED = re.compile(
    "(?i)(?:扫描|截图|截屏|拍照|照片|录音|复制|导出|img|scan|screenshot|photo|export|download|backup)"
)
"""What a machine calls a file by the day on which it made it."""
_LEAST = 3
_PAPER = re.compile(
    f"《?[{HAN}]{{2,10}}(?:(?<![剪简年月海情通举电公预喜捷墙战学])(?<!(?<!文)汇)报|周刊|杂志|(?<=[{HAN}]{{2}})(?<![官联上全外内局])网|(?<=新华|中新|通讯)社)》?"
)
"""A part of the name of a file that is a paper: 江城日报-20180710-题目.txt, 江城晚报/题目.txt."""


def fields_of_path(name: str) -> Fields:
    """Title, authors, source and date as a file and its folders are named; None where they tell nothing.

    A title is of three Chinese characters at least and no name; authors are names behind or before it.
    """
    from seeds.names import is_name, is_word, split_names

    path = PurePath(name.replace("\\", "/"))
    stem = path.name
    while (suffix := PurePath(stem).suffix) and re.fullmatch(r"\.(?=.*[A-Za-z])[A-Za-z0-9]{1,8}", suffix):
        stem = stem[: -len(suffix)]
    stem = _COPY.sub("", stem)
    if is_alone(stem):
        stem = path.parent.name
    day = (None if _SCANNED.match(stem) else _date(stem)) or _folder_date(path) or _month(stem)
    bare = re.sub(f"(?:{DATE.pattern})(?:{TIME.pattern})?", " ", stem)
    if (compact := compact_date(bare)) is not None:
        bare = bare[: compact[1]] + " " + bare[compact[2] :]
    bare = _PAGE.sub("", bare).strip(" \u3000-_")
    authors: tuple[str, ...] = ()
    column = None
    if (tag := _TAG.match(bare)) is not None:
        signs = is_name(tag[1]) and not is_word(tag[1])
        authors, column = ((tag[1],), None) if signs else ((), tag[1])
        bare = bare[tag.end() :].strip()
    if (book := _BOOK.fullmatch(bare)) is not None and is_name(book[2]) and not is_word(book[2]):
        return Fields(book[1], (book[2],), date=day)
    signers, bare = _signed(bare)
    authors = signers or authors
    papers, bare = _quoted_paper(bare)
    rest: list[str] = []
    parts = [part.strip(" \u3000") for part in _BREAK.split(bare) if part.strip(" \u3000")]
    papers += [part for part in (*parts, column or "") if _PAPER.fullmatch(simplified(part))]
    titles = set(filter(_may_be_title, parts))
    for part in parts:
        names = split_names(part)
        titled = titles - {part}
        if (
            titled
            and not (authors or _NO_TITLE.match(part))
            and names
            and all(map(is_name, names))
            and not all(map(is_word, names))
        ):
            authors = tuple(names)
        elif not _CHAPTER.match(part) and part not in papers:
            rest.append(_NUMBERED.sub("", part))
    candidates = [part for part in rest if _may_be_title(part) and (is_word(part) or not is_name(part[:4]))]
    candidates = [part for part in candidates if not _SITE.search(part)] or candidates
    candidates, authors = (candidates, authors) if candidates else _short_title(parts)
    title = max(candidates, key=len, default=None)
    papers += filter(lambda folder: _PAPER.fullmatch(simplified(folder)), reversed(path.parts[:-1]))
    source = papers[0].strip("《》") if papers else None
    named = next(filter(None, map(_author_of, reversed(path.parts[:-1]))), None)
    authors = authors or ((named,) if named else ())
    return Fields(
        title, authors if title else (), source, column if title and column not in papers else None, day
    )


def _short_title(parts: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """A title of two characters, and the name of its author beside it: 旧物_周明; else nothing."""
    from seeds.names import is_name, is_word

    titles = [part for part in parts if re.fullmatch(f"[{HAN}]{{2}}", part) and is_word(part)]
    names = tuple(part for part in parts if part not in titles and is_name(part))
    return (titles, names) if len(parts) == 2 and titles and names else ([], ())


def _signed(stem: str) -> tuple[tuple[str, ...], str]:
    """Whom brackets behind a title or a colon before it name, and the rest: 题目（周明）, 周明：题目."""
    from seeds.names import is_name

    for form in (_SIGNED, _CLOSING):
        if (found := form.search(stem)) is not None and is_name(found[1]):
            return (found[1],), stem[: found.start()] + stem[found.end() :]
    return (), stem


def _quoted_paper(stem: str) -> tuple[list[str], str]:
    """The paper that a name begins with, if any, and the rest: 《江城日报》：题目."""
    quoted = _QUOTED_PAPER.match(stem)
    return ([quoted[1]], stem[quoted.end() :]) if quoted else ([], stem)


def word_of_path(name: str) -> str | None:
    """The one or two characters that a file is called by, if they are a word: 匆匆.txt; too little for more pieces."""
    from seeds.names import is_word

    stem = PurePath(name.replace("\\", "/")).stem
    told = re.fullmatch(f"[{HAN}]{{1,2}}", stem) and not _NO_TITLE.match(stem) and is_word(stem)
    return stem if told else None


def is_alone(stem: str) -> bool:
    """Whether a name without its suffix is that of the one text in a folder, whose name tells of it: 题目/index.md."""
    return re.fullmatch("(?i)_?index|content|article|post|正文|全文", stem) is not None


def is_day(folder: str) -> bool:
    """Whether a folder is called by a day or a month: 20240517, 2024-05."""
    return (
        re.fullmatch(f"20[0-9]{{6}}|{DATE.pattern}|20[0-9]{{2}}(?:-|年)[0-9]{{1,2}}月?", folder) is not None
    )


def tells_of_files(folder: str) -> bool:
    """Whether a folder is called by the day, the paper or its page, or the author of what is in it."""
    if is_day(folder) or _OF_PAGE.match(folder) or _author_of(folder) is not None:
        return True
    paper = re.sub(f"(?:{DATE.pattern})|[0-9]{{8}}$|第? ?[0-9A-Z]{{1,4}} ?版$", "", folder).strip(" _-")
    return _PAPER.fullmatch(simplified(paper)) is not None


def _author_of(folder: str) -> str | None:
    """Whose works a folder holds: 周明文集."""
    from seeds.names import is_name, is_word

    found = _OF_AUTHOR.match(folder)
    return found[1] if found and is_name(found[1]) and not is_word(found[1]) else None


def _may_be_title(part: str) -> bool:
    han = han_in(part)
    worded = han + len(re.findall("[A-Za-z]{2,}", part)) >= 3 if han == 1 else han > 1
    return worded and han + len(_LATIN.findall(part)) >= _LEAST and not _NO_TITLE.match(part)


def _date(text: str) -> str | None:
    if (found := find_date(text.replace("_", "-"))) is not None:
        return found
    compact = compact_date(text)
    return compact[0] if compact else None


def _month(stem: str) -> str | None:
    """The month that the name of a file begins with: 202403weekly, 2024-03_观察."""
    found = _MONTH.match(stem)
    return f"{found[1]}-{found[2]}" if found else None


def _folder_date(path: PurePath) -> str | None:
    """The date of the folders: 2024-05-17/05, 20240517, 2024/05/17, 2024-05/17."""
    folders = [part for part in path.parts[:-1] if part not in ("/", ".", "..")]
    for part in reversed(folders):
        if (found := _date(part)) is not None:
            return found
    return _date("-".join(folders)) or (iso_date(folders[-1]) if folders and is_day(folders[-1]) else None)
