"""Titles as sites put them: what stands behind the title in the name of a page, its section and its site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from seeds.files.lineforms import bare
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.papers import is_newspaper, is_paper

TITLE_END = re.compile("[ \u3000]*(?:[-_|｜–—·]+|>>|<<)[ \u3000]*(?=[^-_|｜–—·]{0,24}$).*$")
"""What stands behind a title in <title>: the site's sections and its name, after a mark."""
TITLE_BREAK = re.compile("[ \u3000]*(?:[-_|｜–·•]+|--+|>>|<<)[ \u3000]*")
_MARK = re.compile("[-_|｜–](?=[^，。]{2,40}$)")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)")
_HOME = re.compile(f"[{HAN}]{{2,10}}首页")
"""The first page of a site, or of a part of one: 金融频道首页."""
_SECTION, _LONGEST = 4, 300


def without_site(title: str, known: Collection[str] = ()) -> str:
    """A title without the name of its site, one that is `known` if any is, and of a section as pages have them."""
    end = TITLE_END.search(title) if len(title) <= _LONGEST else None
    site = _site(end)
    if end is None or not site:
        return title
    if (
        known
        and not site.endswith(("频道", "首页"))
        and not any(site in name or name in site for name in known)
    ):
        return title
    title = without_site(title[: end.start()], known)
    section = TITLE_END.search(title)
    return title[: section.start()] if section and len(section.group().strip(" -_|")) <= _SECTION else title


def paper_behind(title: str) -> str | None:
    """The paper that a page's own <title> names behind the title, perhaps before a section: 书屋亮了_评论_江城网."""
    return next((part for part in reversed(TITLE_BREAK.split(title)[1:]) if _is_site(part)), None)


def _is_site(part: str) -> bool:
    return is_paper(part) and is_newspaper(part)


def site_of(titles: Sequence[str]) -> str:
    """The site that more than half of the titles of a table name behind them; nothing without such a one."""
    sites = Counter(_site(TITLE_END.search(title)) for title in titles if len(title) <= _LONGEST)
    site, count = max(sites.items(), key=lambda item: item[1], default=("", 0))
    return site if len(titles) > 2 and 2 * count > len(titles) else ""


def is_sited(title: str, shown: str) -> bool:
    """Whether a title is what a text or the name of a file shows as one, with the name of a site behind a mark."""
    marks = list(_MARK.finditer(title)) if shown else []
    return bool(marks) and bare(shown) in (bare(title[: mark.start()]) for mark in marks)


def _site(end: re.Match[str] | None) -> str:
    name = end.group().strip(" -_|｜–—·<>") if end else ""
    name = simplified(name)
    return name if is_paper(name) or _DOMAIN.fullmatch(name) or _HOME.fullmatch(name) else ""
