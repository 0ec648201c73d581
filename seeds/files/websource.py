"""Where the articles of a web page are from: what the page shows, its masthead, the name of its site."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from seeds.files.document import FileArticle, Item
from seeds.files.lineforms import bare
from seeds.files.sites import TITLE_BREAK, TITLE_END
from seeds.files.titleline import author_before
from seeds.files.weblines import WebLine
from seeds.files.webtitle import is_of_paper, paper_in
from seeds.language.characters import HAN
from seeds.metadata import Fields, MetaLine, find_date, meta_line
from seeds.metadata.dates import day_alone
from seeds.metadata.metaline import LONGEST
from seeds.names import may_be_pen_name
from seeds.papers import is_paper

_DIGITAL = re.compile(
    "([^-_|｜—–]{2,10}[报刊])(?:[全融多]媒体)?(?:数字报(?:刊?平台)?|电子报|电子版|数字版)[ \u3000]*(?:[-_|｜—–]|$)"
)
"""The paper whose page of the web is called so: 江城日报数字报-书屋亮了."""
_RIGHTS = (
    "//body//text()[contains(., '©') or contains(., 'Copyright')"
    " or contains(., '版权所有') or contains(., '版權所有') or contains(., '版权声明')]"
)
"""Where a page says whose its rights are."""
_BLOGS = re.compile("(?i)(?:博客|部落格|blog)[园网频道]{0,2}$")
_WHOSE = re.compile("(?i)([^ \u3000|｜]{2,16})[的の] ?(?:博客|部落格|blog|空间|专栏)")
_RESERVED, _LONGEST_SITE = 300, 20
_EDITED = "(?:编辑|责编|編輯|責編)[:：丨︱|/ ]*(?:[" + HAN + "]{{2,4}}[ 、]+){{0,3}}{}"
_COLON = re.compile("[:：] *")
_LABELLED = re.compile(f"[{HAN}]{{2,6}}[:：]|(?:发[布表]|编辑|更新)[于於]|(?i:posted by)")
_LONGEST_NAMES, _BELOW = 24, 6
_PAGE = re.compile("(?:^|[ \u3000])第 ?[0-9A-Z]{1,4} ?版(?:$|[:： \u3000])")
_MASTHEAD = 40
"""Lines at the beginning of a page among which its masthead is."""


def masthead(lines: Sequence[WebLine], title: str) -> Fields:
    """The paper and the day at the head of a page of an e-paper, which may be called by its `title`.

    A day alone is today's on other pages.
    """
    digital = _DIGITAL.match(title)
    paged = any(_PAGE.search(line.text) for line in lines[:_MASTHEAD])
    of_paper = is_of_paper(title) or digital is not None or paged
    heads = list(filter(None, map(_told, lines[:_MASTHEAD])))
    said = next((head.fields for head in heads if head.scope == "page" and head.fields.date), Fields())
    day = next((head.fields.date for head in heads if of_paper and head.kind == "date_line"), None)
    named = digital[1] if digital else paper_in(title) or (title if said and is_paper(title) else None)
    day = day or (find_date(title) if of_paper else None)
    first = TITLE_BREAK.split(title)[0]
    named = named or (first if paged and is_paper(first) else None)
    return Fields(source=said.source or named, date=said.date or day)


def owner(root: Any, title: str) -> Fields:
    """The site that a page's own `title` names last, if the page says that its rights are that site's."""
    named = TITLE_BREAK.split(title)[1:]
    site = bare(named[-1]) if named else ""
    if not 1 < len(site) <= _LONGEST_SITE:
        return Fields()
    said = (text.getparent().text_content()[:_RESERVED] for text in root.xpath(_RIGHTS))
    return Fields(source=named[-1].strip() if any(site in bare(text) for text in said) else None)


def blogger(lines: Sequence[WebLine], title: str) -> Fields:
    """Who has the blog that a page is of, named in its own `title` before the platform: 书屋亮了_木铎_江城博客.

    The head of the page has to say so too, if the name does not: 木铎的博客.
    """
    *titles, named, platform = ("", *TITLE_BREAK.split(title.strip()))
    if len(titles) < 2 or not _BLOGS.search(platform):
        return Fields()
    if whose := _WHOSE.fullmatch(named):
        return Fields(authors=(whose[1],))
    heads = (_WHOSE.match(line.text) for line in lines[:_MASTHEAD])
    said = any(head is not None and head[1] == named for head in heads)
    return Fields(authors=(named,) if said else ())


def _told(line: WebLine) -> MetaLine | None:
    """What a line says, or what stands on it before its links: 2024年3月1日 星期五 返回首页."""
    shown = " ".join(part for part, element in line.parts if element.tag != "a").strip()
    return meta_line(line.text) or (meta_line(shown) if shown else None)


def with_sources(
    articles: tuple[FileArticle, ...], said: Fields, lines: Sequence[WebLine]
) -> tuple[FileArticle, ...]:
    """The articles of a page, where what its head says of all of them is right, and not what a place makes likely.

    Some sites name as the author where the article is from. What a name without a label beside a moment is, the head
    knows: of a page that is of a paper it is no paper, but who wrote the article.
    """
    sources = {article.fields.source for article in articles if article.fields.source}
    if not said.source or any(map(is_paper, sources)) or _are_labelled(sources, lines):
        return articles
    if sources.issubset(said.authors):
        return tuple(replace(x, fields=replace(x.fields, source=said.source)) for x in articles)
    return tuple(
        replace(x, fields=replace(x.fields, source=said.source, authors=(x.fields.source,)))
        if x.fields.source and not x.fields.authors and may_be_pen_name(x.fields.source)
        else x
        for x in articles
    )


def with_author(articles: tuple[FileArticle, ...], said: str, title: str) -> tuple[FileArticle, ...]:
    """The only article of a page, with who stands before its title where the page shows it, or in what its head says
    (`said`) or it is called by (`title`).
    """
    if len(articles) != 1 or not (shown := articles[0].fields.title):
        return articles
    fields = articles[0].fields
    for other in (said, title, TITLE_END.sub("", title)):
        if name := author_before(other, shown, fields.authors):
            return (replace(articles[0], fields=replace(fields, authors=fields.authors or (name,))),)
        if name := author_before(shown, other, fields.authors):
            named = replace(fields, title=other, authors=fields.authors or (name,))
            return (replace(articles[0], fields=named),)
    return articles


def _are_labelled(names: Collection[str], lines: Sequence[WebLine]) -> bool:
    """Whether any of some names stands behind a label."""
    sizes = {len(name) for name in names}
    labels = ((line.text, found.end()) for line in lines for found in _COLON.finditer(line.text))
    return any(text[at : at + size] in names for text, at in labels for size in sizes)


def without_editors(authors: Sequence[str], lines: Sequence[WebLine]) -> tuple[str, ...]:
    """Authors whom a page names in its head but not as the editors who put it online."""
    text = "\n".join(line.text for line in lines if len(line.text) <= LONGEST)
    return tuple(name for name in authors if not re.search(_EDITED.format(re.escape(name)), text))


def facts_below(lines: Sequence[WebLine], last: int) -> list[Item]:
    """What the lines below the `last` of a text say of it: each behind a label who wrote it, when, where it is from;
    and, right below the text, the day on which that was written.
    """
    below = lines[last + 1 : last + 1 + 2 * _BELOW]
    dated = bool(below) and not below[0].link and day_alone(below[0].text) is not None
    shown = islice((line.text for line in below if not line.link), _BELOW)
    written = [Item(below[0].text)] if dated else []
    return written + [Item(part) for text in shown for part in _facts(text)]


def _facts(text: str) -> list[str]:
    """The parts of a line below the text that say, each behind a label, who wrote it, when, and where it is from."""
    short = len(text) <= _LONGEST_NAMES and meta_line(text) is not None
    parts = [text] if short else re.split(f" (?={_LABELLED.pattern})", text) if len(text) <= LONGEST else []
    told = ((part, meta_line(part)) for part in parts if _LABELLED.match(part))
    return [
        part for part, line in told if line and line.fields and (line.kind != "editor" or line.fields.date)
    ]
