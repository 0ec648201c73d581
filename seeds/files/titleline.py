"""A first line that is the title of an article: as known, with more behind its dash, with the author before it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from seeds.files.document import Item
from seeds.files.lineforms import LEAST_PART, bare, is_called
from seeds.files.roles import SHORT
from seeds.files.sites import is_sited
from seeds.language.characters import HAN
from seeds.metadata import Fields
from seeds.metadata.lines import title_within
from seeds.names import is_name, is_word

_LEAST = 6
"""Letters of a part of a title that tells it."""
_SIGNED = re.compile(
    f"[\\[【(（]?(?P<name>[{HAN}A-Za-z·•][{HAN}A-Za-z·• ]{{1,14}}?)[\\]】)）]?"
    "(?:[ \u3000]?(?:[:：|｜丨]|[-－—]{1,2})[ \u3000]?|[ \u3000]{1,2})(?P<rest>\\S.*)"
)
_YEAR = re.compile("(?<=.)[(（](?:1[89]|20)[0-9]{2}年?[)）]$")
"""The year of an article behind its title."""


def told_by_title(item: Item, fields: Fields) -> Fields | None:
    """The `fields` of an article with what a first line that is its title says; None for any other line."""
    title = fields.title
    if not title:
        return None
    if name := author_before(item.text, title, fields.authors):
        return replace(fields, authors=fields.authors or (name,))
    if name := author_before(title, item.text, fields.authors):
        return replace(fields, title=item.text, authors=fields.authors or (name,))
    if _tells(item, title):
        return fields
    within = title_within(item.text)
    if within and is_called(item.text[slice(*within[:2])], bare(title)):
        return within[2] | fields
    return replace(fields, title=item.text) if _extends(item, title) else None


def _tells(item: Item, title: str) -> bool:
    """Whether a first line is the title, or enough of it."""
    line, named = bare(item.text), bare(title)
    if is_sited(title, item.text):
        return item.level > 0 or len(line) >= _LEAST
    rest = named.removesuffix(line)
    apart = rest.isascii() or title.removesuffix(item.text)[-1:] in " \u3000]】）)|｜:：_"
    return rest != named and (len(line) >= _LEAST or not rest or (item.level > 0 and apart))


def _extends(item: Item, title: str) -> bool:
    """Whether a first line is the title with what stands behind its dash: 书屋亮了——江城纪事."""
    head, dash, rest = item.text.partition("——")
    return bool(dash and rest) and is_called(head, bare(title)) and len(item.text) <= SHORT


def author_before(shown: str, title: str, authors: Collection[str] = ()) -> str | None:
    """Who stands before a `title` where it is shown: 周明：书屋亮了, 周明-《书屋亮了》; one of the `authors`, if known.

    Behind a known author the title may be longer than the name of a file: 周明：江城《书屋亮了》（2024）.
    """
    found = _SIGNED.fullmatch(shown) if title and len(shown) <= len(title) + SHORT else None
    if found is None:
        return None
    name, rest, named = found["name"].strip(), bare(_YEAR.sub("", found["rest"])), bare(title)
    if name in authors:
        return name if rest == named or (len(named) >= LEAST_PART and rest.endswith(named)) else None
    known = not authors and is_name(name) and not is_word(name)
    return name if known and rest == named else None
