"""NITF, in which papers and agencies deliver their articles (iptc.org).

`body.head` has headlines and bylines, `docdata` the day, `pubdata` the paper, `body.content` the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

from seeds.files.tei import name_of, words_of

_NOT_TEXT = frozenset(["media", "table", "note"])
_DAYS = ("date.issue", "date.release", "story.date")
_HEADINGS = frozenset(["hl1", "hl2"])
_ITEMS = frozenset(["li", "dt", "dd", "pre"])
"""What may have its words in it without a paragraph."""
_MOST = 12
"""Elements inside each other at most."""


def articles_in(root: Element) -> list[Element]:
    """The articles of a delivery; none where it is none."""
    if name_of(root) == "nitf":
        return [root]
    return [element for element in root.iter() if name_of(element) == "nitf"]


def row_of(article: Element) -> dict[str, Any]:
    """An article as a row: its paragraphs as HTML, with what its heads say."""
    row: dict[str, Any] = {"text": "".join(_blocks(_first(article, "body.content")))}
    head = _first(article, "body.head")
    row["title"] = words_of(_first(head, "hl1")) or words_of(_first(article, "title"))
    row["deck"] = words_of(_first(head, "hl2"))
    for byline in _all(head, "byline"):
        persons = [words_of(person) for person in _all(byline, "person")]
        row.setdefault("authors", []).extend(persons or [words_of(byline)])
    days = (day.get("norm") for name in _DAYS for day in _all(article, name))
    row["date"] = next(filter(None, days), "")
    paper = _first(article, "pubdata")
    row["source"] = (paper.get("name") or "") if paper is not None else ""
    return row


def _blocks(element: Element | None, depth: int = _MOST) -> Iterator[str]:
    for child in element if element is not None else ():
        name = name_of(child)
        if name == "p" or name in _HEADINGS or (name in _ITEMS and not list(_all(child, "p"))):
            tag = "h2" if name in _HEADINGS else "p"
            yield f"<{tag}>{escape(words_of(child))}</{tag}>"
        elif depth and name not in _NOT_TEXT:
            yield from _blocks(child, depth - 1)


def _all(element: Element | None, name: str) -> Iterator[Element]:
    return (found for found in (element.iter() if element is not None else ()) if name_of(found) == name)


def _first(element: Element | None, name: str) -> Element | None:
    return next(_all(element, name), None)
