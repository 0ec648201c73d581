"""What a web page says of its article beside the text: <meta>, JSON-LD, and the fields of e-paper systems."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from seeds.files.sites import TITLE_BREAK, paper_behind
from seeds.language.characters import HAN, han_in
from seeds.metadata import Fields, iso_date, meta_line
from seeds.metadata.columns import role_of
from seeds.names import is_name
from seeds.papers import is_paper

_LEAST_TITLE, _LONGEST = 4, 300
_PEN_NAME = re.compile(f"^(?:[{HAN}]{{2,4}}|[A-Za-z0-9](?=.*[A-Za-z])[A-Za-z0-9 .]{{2,24}})$|评论员")
"""Who may have written a page that names an author who has no surname: not the site itself."""
_SITE = re.compile(
    f"(?!我的|个人|网站|首页|博客|测试)(?:[{HAN}]{{2,10}}|(?=.{{0,16}}[{HAN}]{{2}})[A-Za-z][{HAN}A-Za-z`'’ ]{{2,20}})"
)
"""The name of a site that is no paper's."""
_BUILDER = re.compile("(?i)www[.]|[.](?:com|cn|net)(?![a-z])")
"""Who made the site, and not its pages, has an address with the name."""
_SLOGAN = re.compile("[ \u3000]*[|｜]| [-–—] ")
_GREENWICH = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?Z")
_SHOWN_DAY = re.compile("[> ]([0-9]{4}-[0-9]{2}-[0-9]{2})\\s*<")
_EPAPER = re.compile(
    r"<(date|author|title|subtitle|introtitle|nodename|sitename|sourcename|paper|pagename)>([^<]*)</\1>",
    re.IGNORECASE,
)

_CLIENT = re.compile("(?:desktop|mobile|web|mail|evernote)[.][a-z.]{3,20}")
"""The program that a note was made with, which Evernote calls its source: desktop.mac."""
_TEMPLATE, _PARTS = "founder-", 8
_SHOWN = ("authors", "date", "source")
"""What elements of a template tell of what the page shows elsewhere as well, where it can be read wrong."""


def web_fields(root: Any, source: str) -> tuple[Fields, str, str]:
    """The fields of a page's article, its <title>, and the name of its site, which is where it is from if a paper's."""
    template = [*_epaper(root, source)]
    found = [*template, *_linked_data(root), *_meta(root, source), *_message(source)]
    title = " ".join("".join(element.itertext()) for element in root.iter("title"))[:_LONGEST]
    title = " ".join(title.split())
    by_role: dict[str, Any] = {}
    for role, value in found:
        if value and str(value).strip():
            by_role.setdefault(role, value)
    shown = " ".join(str(by_role.get("title") or "").split()) or None
    if shown is not None:
        shown = TITLE_BREAK.split(shown)[0] if TITLE_BREAK.split(title)[0] != shown else shown
    if shown is not None and ("首页" in shown or sum(map(str.isalnum, shown)) < _LEAST_TITLE):
        shown = None
    named = paper_behind(title)
    origin, site = (_SLOGAN.split(str(by_role.get(role, "")))[0] for role in ("source", "site"))
    origin = origin or (site if is_paper(site) or _SITE.fullmatch(site) else "")
    # Of a page in Chinese its own title says so in Chinese.
    origin = named if named and not han_in(origin) else origin
    fields = Fields.of({**by_role, "title": shown, "source": origin})
    if title and title in (fields.source, site):
        # What all pages of a site are called.
        title, fields = "", replace(fields, title=None)
    named = f"{title}{fields.source}{site}"
    # Who wrote, by the field of an e-paper's template, needs no surname.
    by_template = [value for role, value in template if role == "authors"][:_PARTS]
    signed = Fields.of({"authors": [value for value in by_template if not meta_line(value)]}).authors
    people = tuple(
        name
        for name in fields.authors * (_BUILDER.search(" ".join(fields.authors)) is None)
        if (is_name(name) and not name.isascii())
        or ((_PEN_NAME.search(name) or name in signed) and name not in named)
        if not (name.islower() and f"{name}." in source)
    )
    return replace(fields, authors=people, column=None), title, site


def _meta(root: Any, source: str) -> Iterator[tuple[str, str]]:
    shown = frozenset(_SHOWN_DAY.findall(source))
    changed = iso_date(root.xpath("string(//meta[@property='article:modified_time']/@content)"))
    # When a file was made, and by whom, as programs say that keep or convert texts of others.
    kept = bool(root.xpath("boolean(//meta[@name='created'])"))
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        role = role_of(name)
        said = element.get("content")
        if (kept and role in ("authors", "date")) or _CLIENT.fullmatch(said or ""):
            continue
        if role == "date" and changed and (iso_date(said) or "") > changed:
            # When a program put the site together anew.
            continue
        role = "site" if role == "source" and "site" in name.lower() else role
        if role in ("title", "authors", "date", "source", "site", "url") and said:
            yield role, _local(said, shown) if role == "date" else said
    named = root.xpath("string(//*[contains(@class, 'site-title') or contains(@class, 'site-name')])")
    if named.strip():
        yield "site", " ".join(named.split())
    times = {_local(element.get("datetime", ""), shown)[:10] for element in root.iter("time")} - {""}
    if len(times) == 1:
        yield "date", times.pop()
    for element in root.iter("link"):
        if element.get("rel") == "canonical" and re.match("https?://[^/]+/.", element.get("href", "")):
            yield "url", element.get("href")


def _local(moment: str, shown: Set[str]) -> str:
    """The moment that a program writes as of Greenwich, in Beijing; as it stands where the page shows only that day."""
    if not _GREENWICH.fullmatch(moment):
        return moment
    try:
        local = str(datetime.fromisoformat(moment[:19]) + timedelta(hours=8))
    except (ValueError, OverflowError):
        return moment
    return moment if moment[:10] in shown and local[:10] not in shown else local


def _linked_data(root: Any) -> Iterator[tuple[str, Any]]:
    """schema.org's NewsArticle and its kin, from JSON-LD."""
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        try:
            held = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        nodes = (
            held if isinstance(held, list) else held.get("@graph", [held]) if isinstance(held, dict) else []
        )
        for node in nodes:
            if isinstance(node, dict) and "headline" in node:
                publisher = node.get("publisher")
                yield "title", node["headline"]
                yield "date", node.get("datePublished")
                yield "authors", node.get("author")
                yield "source", publisher.get("name") if isinstance(publisher, dict) else publisher


def _message(source: str) -> Iterator[tuple[str, str]]:
    """The account and the time of a message of WeChat, which its page holds as variables."""
    for role, name in (("date", "ct"), ("source", "nickname")):
        found = re.search(rf'var {name} = (?:htmlDecode\()?"([^"]{{2,40}})"', source)
        if found is not None:
            yield role, found[1]


def _epaper(root: Any, source: str) -> Iterator[tuple[str, str]]:
    """The fields that the e-paper systems of Chinese papers leave in a comment (enpproperty) or in elements of their
    own (<founder-author>).
    """
    found = re.search(r"<!--\s*<?enpproperty(.*?)enpproperty", source, re.IGNORECASE | re.DOTALL)
    for name, value in _EPAPER.findall(found[1]) if found else ():
        if (role := role_of(name)) is not None:
            yield role, value
    for element in root.iter("{*}*"):
        if (role := template_role(element)) in _SHOWN:
            yield role, " ".join(islice(element.itertext(), _PARTS))[:_LONGEST]


def template_role(element: Any) -> str:
    """What an element of its own is for in the template of an e-paper, one of the roles of fields; "" for any other."""
    tag = element.tag if isinstance(element.tag, str) and element.tag.startswith(_TEMPLATE) else ""
    return role_of(tag.removeprefix(_TEMPLATE)) or "" if tag else ""
