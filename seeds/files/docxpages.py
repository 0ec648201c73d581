"""Where the paragraphs of a DOCX document begin a new page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from xml.etree import ElementTree

from seeds.files.document import Item

PAGE = "\f"
"""What stands in the text of a paragraph for the end of a page."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
_SAME_PAGE = ("continuous", "nextColumn")


def is_page_break(node: ElementTree.Element) -> bool:
    """Whether an element within a paragraph begins a new page."""
    return node.tag == f"{_W}br" and node.get(f"{_W}type") == "page"


def with_pages(paragraph: ElementTree.Element, text: str) -> str:
    """The text of a paragraph, with the pages that its properties say begin before or after it."""
    before = paragraph.find(f"{_W}pPr/{_W}pageBreakBefore")
    section = paragraph.find(f"{_W}pPr/{_W}sectPr")
    kind = section.find(f"{_W}type") if section is not None else None
    turns = section is not None and (kind is None or kind.get(f"{_W}val") not in _SAME_PAGE)
    begins = before is not None and before.get(f"{_W}val") not in _OFF
    return f"{PAGE * begins}{text}{PAGE * turns}"


def on_pages(items: Iterable[Item]) -> tuple[list[Item], list[int]]:
    """The items that have a text, without the ends of pages, and which of them begin a page other than the first."""
    found: list[Item] = []
    tops: list[int] = []
    turned = False
    for item in items:
        text = item.text.strip()
        start = item.text.index(text)
        if text and found and (turned or PAGE in item.text[:start]):
            tops.append(len(found))
        turned = PAGE in item.text[start + len(text) :] or (not text and (turned or PAGE in item.text))
        if text:
            found.append(replace(item, text=item.text.strip(PAGE).replace(PAGE, "\n")))
    return found, tops
