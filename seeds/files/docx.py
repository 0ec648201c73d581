"""DOCX: the paragraphs of the main document, its styles as headings, with nothing but the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from seeds.errors import InputError
from seeds.files.archive import opened, part
from seeds.files.article import Item
from seeds.files.document import FileDocument, Found, Options
from seeds.files.outline import articles_of
from seeds.page import Note

SUFFIXES = (".docx",)
_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_TEXT = frozenset({_FALLBACK, f"{_W}moveFrom", f"{_W}del", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"})
_HEADING = re.compile("(?:heading|标题) *([1-6])$", re.IGNORECASE)
_TITLE = re.compile("^(?:title|标题|文章标题|大标题|主标题)$", re.IGNORECASE)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LARGE = 32
"""Half points from which on a short line in the middle is set as a title is: 16 points, 三号."""
_LONGEST_TITLE = 40
_MOSTLY = 0.5
_TITLE_LEVEL = 9
_WHAT = "DOCX document"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: its text, the level of its style, whether it is set as a title is, in a table, in a box."""

    text: str
    level: int
    shown: bool
    table: bool
    box: bool


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a document by its headings; as prose where it has none. Raises InputError."""
    with opened(data, options, _WHAT) as archive:
        document = _parsed(part(archive, _MAIN, options, _WHAT, len(data)), options)
        styles = part(archive, _STYLES, options, _WHAT, len(data)) if _STYLES in archive.namelist() else b""
        pictures = sum(name.startswith("word/media/") for name in archive.namelist())
    levels = _levels(_parsed(styles, options)) if styles else {}
    paragraphs = list(_paragraphs(document, levels))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        what = f"only pictures ({pictures}); run text recognition (OCR) on them" if pictures else "no text"
        raise InputError(f"{options.where} is a DOCX document with {what}")
    in_tables = sum(len(paragraph.text) for paragraph in paragraphs if paragraph.table)
    # A document laid out by a table has its articles in it; else tables stand beside the text.
    aside = in_tables < _MOSTLY * sum(len(paragraph.text) for paragraph in paragraphs)
    notes = (Note("tables and text boxes are left out of the text"),) if aside and in_tables else ()
    paragraphs = _with_title(paragraphs)
    if any(paragraph.level == _TITLE_LEVEL for paragraph in paragraphs):
        paragraphs = [replace(paragraph, level=_below_title(paragraph.level)) for paragraph in paragraphs]
    items = [_item(paragraph, aside) for paragraph in paragraphs]
    articles = articles_of([line for item in items for line in _lines(item)])
    if articles:
        yield FileDocument("docx", articles=articles, notes=notes)
    else:
        kept = [p.text for p, item in zip(paragraphs, items, strict=True) if item.mark != "aside"]
        boxes = [p.text for p, item in zip(paragraphs, items, strict=True) if item.mark == "aside"]
        yield FileDocument("docx", prose="\n".join([*kept, *boxes]), notes=notes)


def _parsed(data: bytes, options: Options) -> ElementTree.Element:
    if b"<!DOCTYPE" in data:
        raise InputError(f"{options.where} has a document type in its XML, which no DOCX document needs")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise InputError(f"{options.where} is a DOCX document with broken XML: {problem}") from None


def _levels(styles: ElementTree.Element) -> dict[str, int]:
    """The level of each style that is a heading, by its id; a style without one has that of the style below it."""
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        identity, name = style.get(f"{_W}styleId", ""), style.find(f"{_W}name")
        called = name.get(f"{_W}val", "") if name is not None else ""
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        base = style.find(f"{_W}basedOn")
        if (heading := _HEADING.match(called)) is not None:
            levels[identity] = int(heading[1])
        elif _TITLE.match(called):
            levels[identity] = _TITLE_LEVEL
        elif outline is not None and (outline.get(f"{_W}val") or "9") in "012345":
            levels[identity] = int(outline.get(f"{_W}val") or 0) + 1
        elif base is not None:
            based[identity] = base.get(f"{_W}val", "")
    for identity, base_id in based.items():
        if base_id in levels:
            levels.setdefault(identity, levels[base_id])
    return levels


def _paragraphs(document: ElementTree.Element, levels: Mapping[str, int]) -> Iterator[_Paragraph]:
    """The paragraphs in their order; text boxes once, after the paragraph that holds them."""
    stack: list[tuple[ElementTree.Element, bool, bool]] = [(document, False, False)]
    while stack:
        node, table, box = stack.pop()
        if node.tag in _NOT_TEXT:
            continue
        if node.tag == f"{_W}p":
            yield _paragraph(node, levels, table, box)
            stack += [(inner, table, True) for inner in reversed(list(_boxes(node)))]
            continue
        table = table or node.tag == f"{_W}tbl"
        stack += [(child, table, box) for child in reversed(node)]


def _boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The contents of the text boxes in a paragraph, those for other programs left out."""
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}txbxContent":
            yield node
        elif node.tag not in _NOT_TEXT:
            stack += reversed(node)


def _paragraph(node: ElementTree.Element, levels: Mapping[str, int], table: bool, box: bool) -> _Paragraph:
    text = "".join(_characters(node))
    style = node.find(f"{_W}pPr/{_W}pStyle")
    outline = node.find(f"{_W}pPr/{_W}outlineLvl")
    level = _level(style.get(f"{_W}val", ""), levels) if style is not None else 0
    if outline is not None and (outline.get(f"{_W}val") or "9") in "012345":
        level = int(outline.get(f"{_W}val") or 0) + 1
    return _Paragraph(text, level, _set_as_title(node, text), table, box)


def _level(style: str, levels: Mapping[str, int]) -> int:
    """The level of a style; by its id where the document does not say what its styles are."""
    if style in levels or levels:
        return levels.get(style, 0)
    heading = _HEADING.match(style)
    return int(heading[1]) if heading else _TITLE_LEVEL if _TITLE.match(style) else 0


def _with_title(paragraphs: list[_Paragraph]) -> list[_Paragraph]:
    """What is set as a title is, above the first heading by a style, is the title of the document."""
    first = next((index for index, paragraph in enumerate(paragraphs) if paragraph.level), None)
    if first is None:
        return paragraphs
    above = next((index for index in range(first) if paragraphs[index].shown), None)
    return [
        replace(paragraph, level=_TITLE_LEVEL) if index == above else replace(paragraph, shown=False)
        for index, paragraph in enumerate(paragraphs)
    ]


def _below_title(level: int) -> int:
    """The level of a heading in a document that has a style for its title as well."""
    return 1 if level == _TITLE_LEVEL else level + 1 if level else 0


def _set_as_title(node: ElementTree.Element, text: str) -> bool:
    """Whether a short paragraph stands in the middle in bold or large type."""
    middle = node.find(f"{_W}pPr/{_W}jc")
    if middle is None or middle.get(f"{_W}val") != "center" or not 2 <= len(text.strip()) <= _LONGEST_TITLE:
        return False
    runs = [run.find(f"{_W}rPr") for run in node.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    bold = [
        run is not None and (b := run.find(f"{_W}b")) is not None and b.get(f"{_W}val") not in ("0", "false")
        for run in runs
    ]
    sizes = [
        int(size.get(f"{_W}val") or 0)
        for run in runs
        if run is not None and (size := run.find(f"{_W}sz")) is not None
    ]
    return bool(runs) and (all(bold) or (len(sizes) == len(runs) and min(sizes) >= _LARGE))


def _characters(paragraph: ElementTree.Element) -> Iterator[str]:
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _SIGNS:
            yield _SIGNS[node.tag]
        elif node.tag not in _NOT_TEXT and node.tag != f"{_W}txbxContent":
            stack += reversed(node)


def _item(paragraph: _Paragraph, aside: bool) -> Item:
    if paragraph.box or (paragraph.table and aside):
        return Item(paragraph.text, 0, "aside")
    if paragraph.level:
        return Item(paragraph.text, paragraph.level)
    return Item(paragraph.text, 1 if paragraph.shown else 0)


def _lines(item: Item) -> Iterator[Item]:
    """An item a line; a heading stays whole."""
    if item.level:
        yield Item(" ".join(item.text.split()), item.level, item.mark)
        return
    for line in item.text.split("\n"):
        if line.strip():
            yield Item(line.strip(), 0, item.mark)
