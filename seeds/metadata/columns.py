"""The usual names of fields: of the columns of tables, the tags of XML, front matter, `<meta>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from seeds import lexicon
from seeds.language.variants import simplified

ROLES = ("text", "title", "authors", "date", "source", "column", "url", "id", "kicker", "deck")
"""What a column of a table can be."""


_BEFORE = re.compile(
    "^(?:article|news|post|doc|document|page|entry|essay|story|blog|raw|full|main|content|html|media|og|dc|dcterms|twitter|citation|parsely"
    "|sailthru|文章|新闻|文献|稿件|报道|报导|帖子|原文|博文|作品)[.:]?(?=.{2})"
    "|^[a-z]+(?=[\u3400-\u9fff]{2})|^[\u3400-\u9fff]{2}(?=(?:标题|内容|正文)$)"
)
_BEHIND = re.compile(
    "(?<=.)(?:names?|list|text|txt|html|str|raw|clean|cleaned|zh|cn|段落|列表|名称|姓名|名)$"
)
"""What names say beside the field, of the thing and of the form: articleTitle, og:title, content_list, 媒体名称."""
_PUBLISHED = re.compile(
    "^(?:pub|publish|published|publication|post|posted|release|released|issue|issued|iso)(?:time|date|datetime|at|on)$"
    "|^datepublished$|^(?:发布|发表|刊发|刊登|出版|见报|报纸|发文|发稿)(?:时间|日期|日)$"
)
_CREATED = re.compile(
    "^(?:add|input|create|created)(?:time|date|datetime|at|on)$|^datecreated$|^(?:上传|录入|创建|写作|成文)(?:时间|日期|日)$"
)
"""The many names of the day of publication, and of the day when a text was written or put online."""
_INNER = re.compile("(?<=.)[(（]([^()（）]*)[)）]$")


def folded(name: object) -> str:
    """A name without what its writers do not agree on: case, spaces, - and _, simplified or traditional characters."""
    kept = "".join(str(name).lstrip("\ufeff").lower().split()).replace("_", "").replace("-", "")
    return simplified(kept).strip("：:【】[]<>\"'")


@lru_cache(1024)
def known(name: object) -> str:
    """A name folded, without what it says beside the field if the rest is a usual name."""
    bare, inner = _INNER.sub("", folded(name)), _INNER.search(folded(name))
    short = _BEHIND.sub("", bare)
    once = _BEFORE.sub("", bare)
    twice = _BEFORE.sub("", once)
    for rest in (bare, short, once, twice, _BEFORE.sub("", short), inner[1] if inner else bare):
        for form, usual in ((_PUBLISHED, "published"), (_CREATED, "created")):
            rest = form.sub(usual, rest)
        if rest in _roles():
            return rest
    return bare


def role_of(name: object) -> str | None:
    """The role that a name stands for, one of `ROLES`, or None."""
    return _roles().get(known(name))


def roles_of(names: Iterable[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Role to the name that has it, among the names of a table; `given` are the caller's own and come first."""
    chosen = dict(given or {})
    free = [name for name in reversed(list(names)) if name not in chosen.values()]
    left = {form(name): name for form in (known, folded) for name in free}
    for role, usual in lexicon.listed("field_names").items():
        if role not in chosen and (key := next((key for key in map(folded, usual) if key in left), None)):
            chosen[role] = left.pop(key)
    return chosen


@cache
def _roles() -> Mapping[str, str]:
    return {folded(name): role for role, names in lexicon.listed("field_names").items() for name in names}
