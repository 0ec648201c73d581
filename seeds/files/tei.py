"""TEI, the XML of digital editions and corpora: the header says what an article is, the body holds its text.

What is read of it is of P5 (tei-c.org): `titleStmt`, `sourceDesc` and the blocks of `body`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any
from xml.etree.ElementTree import Element

_BLOCKS = frozenset(["p", "ab", "head", "l", "item", "byline", "dateline", "salute", "signed", "trailer"])
_NOT_TEXT = frozenset(["note", "fw", "teiHeader", "figure"])
_MOST = 12
"""Blocks inside each other at most."""


def texts_in(root: Element) -> list[Element]:
    """The texts of an edition or a corpus, each with its header; none where the root is neither."""
    return list(root.iter(_tag(root, "TEI"))) if name_of(root) in ("TEI", "teiCorpus") else []


def row_of(text: Element) -> dict[str, Any]:
    """A text as a row: its paragraphs as HTML, with what its header says; the paper's title is that of its source."""
    header = text.find(_tag(text, "teiHeader"))
    body = text.find(f"{_tag(text, 'text')}/{_tag(text, 'body')}")
    row: dict[str, Any] = {"text": "".join(_blocks(body)) if body is not None else ""}
    if header is None:
        return row
    for role, path in (("title", "titleStmt/title"), ("authors", "titleStmt/author")):
        found = header.iterfind(".//" + "/".join(_tag(text, name) for name in path.split("/")))
        row[role] = [said for one in found if (said := words_of(one))]
    row["title"] = next(iter(row["title"]), "")
    source = header.find(f".//{_tag(text, 'sourceDesc')}")
    for element in source.iter() if source is not None else ():
        if name_of(element) == "title" and element.get("level") in ("j", "m"):
            row.setdefault("source", words_of(element))
        elif name_of(element) == "date":
            row.setdefault("date", element.get("when") or words_of(element))
    return row


def _blocks(element: Element, depth: int = _MOST) -> Iterator[str]:
    for child in element:
        name = name_of(child)
        if name in _BLOCKS:
            tag = "h2" if name == "head" or child.get("type") in ("head", "heading") else "p"
            yield f"<{tag}>{escape(words_of(child))}</{tag}>"
        elif depth and name not in _NOT_TEXT:
            yield from _blocks(child, depth - 1)


def words_of(element: Element | None) -> str:
    """The words in an element, if there is one, on one line."""
    if element is None:
        return ""
    return " ".join("".join(element.itertext()).split())


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _tag(beside: Element, name: str) -> str:
    """A name in the namespace of an element."""
    space = beside.tag.rpartition("}")[0]
    return f"{space}}}{name}" if space else name
