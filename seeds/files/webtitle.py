"""The title of a web page: the line above its text that the page's own <title> begins with, or the nearest heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from seeds.files.document import Item
from seeds.files.lineforms import bare, names_someone
from seeds.files.sites import TITLE_BREAK, TITLE_END
from seeds.files.weblines import WebLine
from seeds.files.webmeta import template_role
from seeds.language.characters import HAN
from seeds.language.tokens import default_tokenizer
from seeds.language.variants import simplified
from seeds.layout import cues
from seeds.metadata import Fields, find_date, meta_line
from seeds.metadata.dates import DATE
from seeds.names import is_word
from seeds.offices import is_office, is_unit
from seeds.papers import is_paper, paper_of

_SAYS_NOTHING = re.compile(
    "(?i)(?:新闻|资讯|公告|通知|动态|详情|正文|文章|内容|首页|页面|标题|无标题|未命名|新建|microsoft|word|document|(?:un)?title(?:d)?|文档|[\\W\\d_])+"
)
"""What pages are called by that nobody has given a name."""
_PAGE = re.compile("第 ?[0-9A-Z]{1,3} ?版(?:$|[:： \u3000])")
"""The page of a paper: 第11版：时评."""
_PAGE_INSIDE = re.compile(
    f"(?:^|(?<=[-_|｜—– \u3000]))第 ?[0-9A-Z]{{1,3}} ?版(?:[:： \u3000]+[{HAN}·/、]{{2,8}}|[:：])?"
    "(?=[-_|｜—– \u3000]|$)"
)
_BESIDE_PAGE = re.compile("[-_|｜—– \u3000]+")
_IN_MARKS = re.compile(f"《([{HAN}]{{3,8}})》[ \u3000]?(?=[^《]{{6}})")
_ON_WORK = re.compile(
    "[的和与及、，：:—]|杂志|周刊|月刊|专?栏目?|节目|[创停出改复]刊|出版|改版|发表|刊[登发载]"
)
"""How what is said of a work, or of the journal or programme in book marks, goes on."""
_WAY = re.compile("[>＞›»/|｜·]")
"""What stands between the parts of the way to a page."""
_PEN_NAME = re.compile(f"[{HAN}]{{2,3}}")
_DATELINE = re.compile("[0-9]日(?:[电讯]|报[道导])$")
_LOGO = re.compile("(?i)(?:^| )(?:site[-_]?)?(?:logo|brand|site[-_]?(?:name|title))(?:$| )")
_NEAR = 3
_OPEN = ("：", "；", "，", "、", "……")
_LONGEST_SITE = 6
_LEAST_TITLE, _LEAST_HEADING, _ABOVE = 6, 4, 12
_LONGEST_DAY, _LONGEST_KICKER, _LONGEST_TITLE = 24, 40, 60


def title_at(
    lines: Sequence[WebLine], first: int, fields: Fields, site_title: str, site: str
) -> tuple[int | None, str]:
    """Where the title stands, or what it is if it stands nowhere."""
    fields = replace(fields, title=None) if fields.title and _says_nothing(fields.title) else fields
    site_title = "" if _says_nothing(site_title) else site_title
    named = bare(site_title)
    letters = {index: bare(lines[index].text) for index in range(first) if "首页" not in lines[index].text}
    shown = [
        index
        for index in letters
        if letters[index] not in ("", bare(fields.source or ""), bare(site)) and not _is_logo(lines[index])
    ]
    whole = {bare(fields.title or ""), bare(TITLE_END.sub("", site_title))}
    begun = [i for i in shown if _calls(named, lines[i]) or letters[i] in whole]
    begun = begun or [i for i in shown if extends(named, lines[i])]
    # Some sites name themselves first.
    least = min(_ABOVE, max(_LEAST_TITLE, (len(named) + 2) // 2))
    ended = [i for i in shown if named.endswith(letters[i]) and len(letters[i]) >= least]
    longest = bare(max(TITLE_BREAK.split(site_title)[:-1], key=len, default=""))
    if begun and [i for i in ended if i > max(begun)]:
        begun = []  # The name of the site stands above the title as it does before it.
    if candidates := begun or ended or [i for i in shown if letters[i] == longest]:
        return max(candidates, key=lambda index: (lines[index].level > 0, len(lines[index].text), index)), ""
    said = fields.title or TITLE_END.sub("", site_title)
    told = len(bare(said)) >= _LEAST_TITLE and not said.startswith("首页")
    headings = [index for index in shown if lines[index].level]
    # A day is what a leaf of a diary is called.
    days = [i for i in headings if letters[i][0].isdigit()]
    headings = [i for i in headings if _may_be_heading(lines[i].text)] or days
    headings = _close(headings, lines, first) or headings
    top = min((lines[index].level for index in headings), default=0)
    # Where the text has more such headings, they divide what only the page's name tells the title of.
    if headings and not (told and any(line.level == top for line in lines[first:])):
        return next(index for index in reversed(headings) if lines[index].level == top), ""
    # What stands above the day of an article is its title, if the page goes by the name of its site.
    dated = (i for i in shown if i + 1 < first and _dates(lines[i + 1].text) and _may_be_title(lines[i]))
    if told:
        return next(dated, None) if fields.title is None else None, said
    # A page whose own title says nothing: the nearest line above the text that could be one.
    above = range(first - 1, max(-1, first - _ABOVE), -1)
    near = [index for index in above if _may_be_title(lines[index])]
    nearest = next((index for index in near if lines[index].style == "strong"), next(iter(near), None))
    if nearest is None and _begins_with_title(lines[first : first + 2]):
        return first, ""
    return nearest, said if len(said) > 2 else ""


def _is_logo(line: WebLine) -> bool:
    """Whether its page calls a line, or what it stands in, the name of the site."""
    around = islice((line.element, *line.element.iterancestors()), _NEAR)
    return any(_LOGO.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in around)


def _begins_with_title(lines: Sequence[WebLine]) -> bool:
    """Whether the first line of a text, which a longer paragraph follows, may be its title."""
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_KICKER or not _may_be_title(lines[0]):
        return False
    return (
        lines[1].running and len(lines[1].text) > 2 * len(lines[0].text) and not lines[0].text.endswith(_OPEN)
    )


def _close(headings: Sequence[int], lines: Sequence[WebLine], first: int) -> list[int]:
    """The headings above a text with no links between it and them: others head what stands beside it."""
    found: list[int] = []
    below = first
    for index in reversed(headings):
        if any(line.link for line in lines[index + 1 : below]):
            break
        found.insert(0, index)
        below = index
    return found


def _says_nothing(title: str) -> bool:
    """Whether a page is called by nothing, or by the paper that it is of."""
    return _SAYS_NOTHING.fullmatch(title.strip()) is not None or is_of_paper(title)


def is_of_paper(title: str) -> bool:
    """Whether a page is called by nothing but its paper, its day, and its number there."""
    said = paper_of(title.strip())
    alone = is_paper(said) and len(said) <= _LONGEST_SITE
    return (
        _PAGE.match(said) is not None
        or alone
        or (_PAGE_INSIDE.search(said) is not None and not _others(said))
    )


def paper_in(title: str) -> str | None:
    """The paper that a page of it is called by: 江城日报-第05版:时评-2024年03月01日."""
    parts = _BESIDE_PAGE.split(_PAGE_INSIDE.sub(" ", DATE.sub(" ", title)))
    return next((paper_of(part) for part in parts if is_paper(part)), None) if is_of_paper(title) else None


def _others(title: str) -> list[str]:
    """What else a title says than paper, page and day."""
    parts = _BESIDE_PAGE.split(_PAGE_INSIDE.sub(" ", DATE.sub(" ", title)))
    return [part for part in parts if part and not is_paper(part)]


def whole_title(lines: Sequence[WebLine], start: int, named: str) -> tuple[list[Item], int]:
    """A title that may stand on several lines, as long as the page's own name goes on, with a column in book marks
    before it as its kicker; and the line below it.
    """
    title, below = lines[start].text, start + 1
    while (
        below < len(lines)
        and named.startswith(bare(f"{title}{lines[below].text}"))
        and lines[below].text.strip()
    ):
        title, below = f"{title}{lines[below].text}", below + 1
    level = lines[start].level or 1
    if found := _column_before(title, lines[:start]):
        return [Item(found[1], 0, "kicker"), Item(title[found.end() :], level)], below
    return [Item(title, level)], below


def _column_before(title: str, above: Sequence[WebLine]) -> re.Match[str] | None:
    """The column in book marks that a title begins with: called as columns are, or named above as a part of the site.

    What is a book goes on with what is said of it.
    """
    found = _IN_MARKS.match(title)
    if found is None or _ON_WORK.match(simplified(title[found.end() :])):
        return None
    ways = (part.strip() for line in above for part in _WAY.split(line.text))
    known = cues.is_column(found[1]) or found[1] in ways
    return found if known else None


def kickers(lines: Sequence[WebLine], title: int) -> list[Item]:
    """Headings directly above the title, in the same element, and what the template of an e-paper has there."""
    found: list[Item] = []
    parent = lines[title].element.getparent()
    for index in range(title - 1, max(-1, title - 3), -1):
        line = lines[index]
        near = line.element.getparent() is parent and parent is not None and line.level
        if not (
            (near or template_role(line.element) == "kicker")
            and len(line.text) <= _LONGEST_KICKER
            and meta_line(line.text) is None
        ):
            break
        found.insert(0, Item(line.text, 0, "kicker"))
    return found


def facts_above(lines: Sequence[WebLine], title: int, first: int) -> list[Item]:
    """The lines close above the title that say when its article was published, and where, if none below it does."""
    if any(_dates(line.text) for line in lines[title + 1 : first]):
        return []
    near = [line.text for line in lines[max(0, title - 3) : title] if not line.link]
    said = [text for text in near if _dates(text) or ((told := meta_line(text)) and told.role == "source")]
    return [Item(text, 0, "aside") for text in said] if any(map(_dates, said)) else []


def signed_below(lines: Sequence[WebLine], title: int | None, first: int) -> int | None:
    """Where a short name that is no word stands alone between a title and the text, set in the middle as the title is
    and the text is not, as pages of the 1990s have it; None without it.
    """
    if title is None or first != title + 2 or not lines[title].centred or lines[first].centred:
        return None
    line = lines[title + 1]
    fits = line.centred and not (line.linked or line.level) and _PEN_NAME.fullmatch(line.text)
    if not fits or is_unit(line.text) or meta_line(line.text):
        return None
    # Small places are what many are called by, and nothing else of them is known.
    placed = default_tokenizer().tag(simplified(line.text))[0] == (simplified(line.text), "ns")
    return title + 1 if placed or not is_word(line.text) else None


def _dates(text: str) -> bool:
    """Whether a line has little more in it than a day."""
    told = meta_line(text)
    return bool(told and told.fields.date) or (len(text) <= _LONGEST_DAY and find_date(text) is not None)


def _calls(named: str, line: WebLine) -> bool:
    """Whether the page's own name begins with a line; a heading may be short."""
    letters = bare(line.text)
    return named.startswith(letters) and len(letters) >= (1 if line.level else _LEAST_HEADING)


def extends(named: str, line: WebLine) -> bool:
    """Whether a line is the page's own name with more: a subtitle."""
    begins = len(named) >= _LEAST_TITLE and bare(line.text).startswith(named)
    return begins and len(line.text) <= _LONGEST_TITLE and not line.text.endswith(("。", "，", "；"))


def _may_be_title(line: WebLine) -> bool:
    text = line.text
    fits = _LEAST_TITLE <= len(text) <= _LONGEST_TITLE and not line.linked and not text.endswith("。")
    return (
        fits
        and _may_be_heading(text)
        and find_date(text) is None
        and not (names_someone(text) or is_office(text))
    )


def _may_be_heading(text: str) -> bool:
    said = "首页" in text or _DATELINE.search(text) or _PAGE.match(text) or meta_line(text)
    return len(text) >= _LEAST_HEADING and not said
