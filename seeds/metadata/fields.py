"""The fields of an article, wherever they were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from seeds.metadata.dates import iso_date
from seeds.papers import is_paper

_TEXTS = ("title", "source", "column", "url")
_HOME = re.compile("^(?:https?:)?//[^/]+/?$")
"""The address of a whole site."""
_LABEL = re.compile("^[\u3400-\u9fff]{0,4}来源[:：] *")
_OTHERS = re.compile("(?i)edit(?:or|ed)|transl|photo|illustr|责?编|校|译|摄")
"""What the role of people is who have a part in an article but did not write it."""
_FILE = re.compile("(?i)\\.(?:md|html?|txt|docx?|pdf)$")
_ADDRESS = re.compile("://|^//|^www\\.|^[\\w-]+(?:\\.[\\w-]+)+/")


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of an article; None or nothing where it is not.

    `date` is an ISO date (2024-03-01), `column` the standing name it is printed under (人民时评), `url` its address.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    column: str | None = None
    date: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, said: Mapping[str, object]) -> Fields:
        """The fields that values by role say: `{"title": ..., "authors": "周明、李静", "date": "2024年3月1日"}`.

        Authors may be a list, of names or of objects with a name; a paper among them is the source.
        """
        texts = {role: " ".join(unescape(str(said.get(role) or "")).split()) or None for role in _TEXTS}
        texts["source"] = _LABEL.sub("", (texts["source"] or "").strip(" ()（）[]【】")) or None
        if _FILE.search(texts["source"] or ""):
            texts["source"] = None
        if "://" in (texts["source"] or ""):
            whole = _HOME.match(texts["source"] or "")
            texts |= {"source": None, "url": texts["url"] or (None if whole else texts["source"])}
        if not _ADDRESS.search(texts["url"] or "") or _HOME.match(texts["url"] or ""):
            texts["url"] = None
        names = tuple(_names(said.get("authors")))
        papers = [name for name in names if is_paper(name)]
        if papers and texts["source"] is None:
            texts["source"], names = papers[0], tuple(name for name in names if name not in papers)
        people = tuple(name for name in names if name != texts["source"])
        return cls(authors=people, date=iso_date(said.get("date")), **texts)

    def __bool__(self) -> bool:
        return self != Fields()

    def __or__(self, other: Fields) -> Fields:
        """These fields, and those of `other` where these say nothing."""
        return Fields(*(getattr(self, name) or getattr(other, name) for name in self.__slots__))


def _names(said: object) -> Iterator[str]:
    from seeds.names import authors_of

    if isinstance(said, (list, tuple)):
        for one in said:
            yield from _names(one)
    elif isinstance(said, Mapping) and _OTHERS.match(str(said.get("role") or said.get("type") or "")):
        return
    elif isinstance(said, Mapping):
        parts = said.get("family"), said.get("given")
        yield from _names(said.get("name") or said.get("literal") or "".join(map(str, filter(None, parts))))
    elif isinstance(said, str):
        yield from authors_of(str(said))


NOTHING = Fields()
"""Nothing is known."""
