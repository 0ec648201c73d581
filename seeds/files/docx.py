"""DOCX: the paragraphs of the main document, its styles as headings, with nothing but the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, starmap, takewhile
from xml.etree import ElementTree

from seeds.errors import InputError
from seeds.files.archive import opened, part
from seeds.files.article import one_article
from seeds.files.document import FileDocument, Found, Item, Options
from seeds.files.docxpages import PAGE, is_page_break, on_pages, with_pages
from seeds.files.lineforms import ISSUE, NUMBERED, WHOLE_TEXT, bare, is_called, says_who
from seeds.files.outline import articles_of
from seeds.files.xml import parsed
from seeds.language.radicals import unradical, without_radicals
from seeds.metadata import Fields, fields_of_path, find_date, meta_line
from seeds.metadata.captions import is_caption
from seeds.metadata.columns import role_of
from seeds.metadata.labelled import label_roles
from seeds.page import Note

_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_TEXT = frozenset({_FALLBACK, f"{_W}moveFrom", f"{_W}del", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr"})
_TEXT_BOX = f"{_W}txbxContent"
_HEADING = re.compile("(?:heading|标题) *([1-6])$", re.IGNORECASE)
_TITLE = re.compile("^(?:title|标题|文章标题|大标题|主标题)$", re.IGNORECASE)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LARGE = 32
"""Half points from which on a short line in the middle is set as a title is: 16 points, 三号."""
_LONGEST_TITLE, _TITLE_LINES = 40, 3
_UNENDED = re.compile("[^。！？；：，]{2,24}$")
_BRACKETED = re.compile("\\s*[（(][^（）()]{2,16}[）)]\\s*")
"""What belongs to a title on the line above: （试行）, （2023—2025年）."""
_LONGEST_LINE, _PAIRS, _SAID = 30, 4, 0.8
"""Characters of a title on one line at most; pairs of letters of a name that a text has in it, and their share."""
_MOSTLY = 0.5
_TITLE_LEVEL = 9
_WHAT, _XML = "DOCX document", ", a DOCX document,"
_TABLE, _BOX, _SHOWN, _MIDDLE, _STRONG = "table", "box", "shown", "middle", "strong"
"""Where a paragraph stands, or that it is set as titles are, or only in the middle, or only bold."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a document by its headings; as prose where it has none. Raises InputError."""
    with opened(data, options, _WHAT) as archive:
        document = parsed(part(archive, _MAIN, options, _WHAT, len(data)), options, _XML)
        styles = part(archive, _STYLES, options, _WHAT, len(data)) if _STYLES in archive.namelist() else b""
        pictures = sum(name.startswith("word/media/") for name in archive.namelist())
    levels = _levels(parsed(styles, options, _XML)) if styles else {}
    whole, tops = on_pages(_paragraphs(document, levels))
    paragraphs = [replace(item, text=unradical(item.text)) for item in whole]
    if not paragraphs:
        what = f"only pictures ({pictures}); run text recognition (OCR) on them" if pictures else "no text"
        raise InputError(f"{options.where} is a DOCX document with {what}")
    in_tables = sum(len(item.text) for item in paragraphs if item.mark == _TABLE)
    # A document laid out by a table has its articles in it; else tables stand beside the text.
    aside = in_tables < _MOSTLY * sum(len(item.text) for item in paragraphs)
    notes = (
        (Note("tables and text boxes are left out of the text", code="tables_left_out"),)
        if aside and in_tables
        else ()
    )
    notes = (*notes, *without_radicals("".join(item.text for item in whole))[1])
    marks = {_BOX: "aside", _TABLE: "aside" if aside else "", _STRONG: _STRONG}
    # A box above all paragraphs has the title in it, and who wrote the text.
    above = sum(1 for _ in takewhile(lambda x: x.mark == _BOX and len(x.text) <= _LONGEST_TITLE, paragraphs))
    paragraphs[:above] = [replace(item, mark="") for item in paragraphs[:above]]
    items = [replace(item, mark=marks.get(item.mark, "")) for item in _with_title(paragraphs, tops)]
    if articles := articles_of([line for item in items for line in _lines(item)]):
        yield FileDocument("docx", articles=articles, notes=notes)
    elif (named := fields_of_path(options.name)).title and _is_only_named(items, named.title or ""):
        lines = [line for item in items for line in _lines(item)]
        yield FileDocument("docx", articles=(one_article(lines, Fields(title=named.title)),), notes=notes)
    else:
        # Facts that a table tells above the text are its head; other tables stand beside it.
        told = sum(1 for _ in takewhile(lambda item: item.mark == "aside", items))
        facts = [item for item in items[:told] if (line := meta_line(item.text)) and line.fields]
        items = facts + sorted((x for x in items if x not in facts), key=lambda item: item.mark == "aside")
        yield FileDocument("docx", prose="\n\n".join(item.text for item in items), notes=notes)


def _is_only_named(items: Sequence[Item], name: str) -> bool:
    """Whether the name of a file alone tells the title of a text that begins with what it says in short: a line that is
    too long for a title, though it has no stop, while the name is of words of the text and none of its lines.
    """
    text = "".join(item.text for item in items)
    pairs = {"".join(pair) for pair in pairwise(bare(name))}
    told = sum(pair in text for pair in pairs)
    first = items[0].text.strip() if items else ""
    quoted = len(first) > _LONGEST_LINE and "，" in first and not re.search("[。！？：；]", first)
    return (
        quoted
        and told >= max(_PAIRS, _SAID * len(pairs))
        and not any(is_called(x.text, bare(name)) for x in items)
    )


def _levels(styles: ElementTree.Element) -> dict[str, int]:
    """The level of each style that is a heading, by its id; a style without one has that of the style below it."""
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        identity, name = style.get(f"{_W}styleId", ""), style.find(f"{_W}name")
        called = name.get(f"{_W}val", "") if name is not None else ""
        outline = _outline(style.find(f"{_W}pPr/{_W}outlineLvl"))
        base = style.find(f"{_W}basedOn")
        if (heading := _HEADING.match(called)) is not None:
            levels[identity] = int(heading[1])
        elif _TITLE.match(called):
            levels[identity] = _TITLE_LEVEL
        elif outline:
            levels[identity] = outline
        elif base is not None:
            based[identity] = base.get(f"{_W}val", "")
    for identity, base_id in based.items():
        if base_id in levels:
            levels.setdefault(identity, levels[base_id])
    return levels


def _paragraphs(document: ElementTree.Element, levels: Mapping[str, int]) -> Iterator[Item]:
    """The paragraphs in their order; text boxes once, after the paragraph that holds them."""
    stack: list[tuple[ElementTree.Element, str]] = [(document, "")]
    while stack:
        node, place = stack.pop()
        if node.tag in _NOT_TEXT:
            continue
        if node.tag == f"{_W}p":
            yield _paragraph(node, levels, place)
            stack += [(box, _BOX) for box in reversed([n for n in _inside(node) if n.tag == _TEXT_BOX])]
            continue
        place = _TABLE if node.tag == f"{_W}tbl" and not place else place
        if node.tag == f"{_W}tr" and (facts := _row_facts(node)):
            yield from (Item(fact, 0, place) for fact in facts)
            continue
        stack += [(child, place) for child in reversed(node)]


def _row_facts(row: ElementTree.Element) -> list[str]:
    """The facts of a row whose cells are labels and values in turn; none of any other."""
    whole = [[*cell.iter(f"{_W}p")] for cell in row.iter(f"{_W}tc")]
    if any(len(paragraphs) > 1 for paragraphs in whole):
        return []  # A text beside its label.
    cells = ["".join(text.text or "" for p in cell for text in p.iter(f"{_W}t")).strip() for cell in whole]
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    labelled = [cell.endswith(("：", ":")) for cell in cells if cell]
    told = labelled[::2] and all(labelled[::2]) and not any(labelled[1::2]) and len(labelled) % 2 == 0
    if told or (pairs and 2 * len(pairs) == len(cells) and any(starmap(_is_fact, pairs))):
        return [f"{label.rstrip('：:')}：{value}" for label, value in pairs if value]
    return []


def _is_fact(label: str, value: str) -> bool:
    """Whether two cells are the name of a field and its value; the names of two columns are not."""
    line = meta_line(f"{label}：{value}") if role_of(value) is None else None
    return line is not None and (bool(line.fields) or label in label_roles())


def _inside(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """What a paragraph shows, in its order; text boxes are not entered, nor what is for other programs."""
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag not in _NOT_TEXT:
            yield node
            stack += reversed(node) if node.tag != _TEXT_BOX else ()


def _paragraph(node: ElementTree.Element, levels: Mapping[str, int], place: str) -> Item:
    signs = (
        n.text or "" if n.tag == f"{_W}t" else PAGE if is_page_break(n) else _SIGNS.get(n.tag, "")
        for n in _inside(node)
    )
    text = with_pages(node, "".join(signs))
    style = node.find(f"{_W}pPr/{_W}pStyle")
    level = _level(style.get(f"{_W}val", ""), levels) if style is not None else 0
    level = _outline(node.find(f"{_W}pPr/{_W}outlineLvl")) or level
    return Item(text, 0 if place == _BOX else level, place or _look(node, text.strip()))


def _outline(level: ElementTree.Element | None) -> int:
    """The level that a style or a paragraph has in the outline; 0 for none."""
    said = level.get(f"{_W}val") or "9" if level is not None else "9"
    return int(said) + 1 if said in "012345" else 0


def _level(style: str, levels: Mapping[str, int]) -> int:
    """The level of a style; by its id where the document does not say what its styles are."""
    if levels:
        return levels.get(style, 0)
    heading = _HEADING.match(style)
    return int(heading[1]) if heading else _TITLE_LEVEL if _TITLE.match(style) else 0


def _with_title(items: Sequence[Item], tops: Sequence[int]) -> list[Item]:
    """What is set as a title is, is one: all such lines, or the first above headings that have a style.

    A style for titles stands above those of headings. `tops` are the items that begin a page.
    """
    items = _joined(items)
    first = next((index for index, item in enumerate(items) if item.level), None)
    shown = [item.mark.startswith(_SHOWN) for item in items]
    if first is None and not any(shown) and (titles := frozenset(_at_tops(items, tops))):
        return [replace(item, level=int(at in titles)) for at, item in enumerate(items)]
    if first is None and items and items[0].mark == _MIDDLE and not any(shown):
        # The titles of one document after the other: each stands below what its predecessor ends with, place and day.
        ends = (not above.mark and _UNENDED.match(above.text.strip()) for above in items[:-1])
        heads = [True, *(item.mark == _MIDDLE and end for item, end in zip(items[1:], ends, strict=True))]
        return [replace(i, level=1) if head else i for i, head in zip(items, heads, strict=True)]
    if first is None:
        shown = [title and not _is_below_title(items, at) for at, title in enumerate(shown)]
        return [replace(item, level=1) if title else item for item, title in zip(items, shown, strict=True)]
    above = next((index for index in range(first) if shown[index]), None)
    if above is None and not any(item.level == _TITLE_LEVEL for item in items):
        return list(items)
    return [
        replace(item, level=1)
        if index == above or item.level == _TITLE_LEVEL
        else replace(item, level=item.level + 1 if item.level else 0)
        for index, item in enumerate(items)
    ]


def _is_below_title(items: Sequence[Item], at: int) -> bool:
    """Whether a line set as titles are stands below the first one, and is smaller, as no other line is."""
    size = [int(item.mark.split()[1]) for item in items[:2] if item.mark.startswith(_SHOWN)]
    return (
        at == 1
        and len(size) == 2
        and 0 < size[1] < size[0]
        and [x.mark for x in items].count(items[1].mark) == 1
    )


def _joined(items: Sequence[Item]) -> list[Item]:
    """The items, where a title on two or three lines that are set alike is one; what is set so below it, the name, the
    day, verses, is none, unless it has a number.
    """
    found: list[Item] = []
    for mark, run in groupby(items, key=lambda item: item.mark):
        lines = list(run)
        if mark.startswith(_SHOWN):
            while len(lines) > 1 and WHOLE_TEXT.fullmatch(lines[0].text.strip()):
                found.append(replace(lines.pop(0), mark=_BOX))
            below = bool(found) and found[-1].mark.startswith(_SHOWN)
            if (
                below
                and len(lines) == 1
                and _BRACKETED.fullmatch(lines[0].text)
                and not _tells(lines[0].text)
            ):
                found[-1] = replace(found[-1], text=found[-1].text + lines[0].text.strip())
                continue
            texts = [line.text.strip() for line in lines]
            other = [_tells(text) or NUMBERED.match(text) for text in texts]
            last = next((at for at in range(not below, len(lines)) if other[at]), len(lines))
            last = 1 if last > _TITLE_LINES else last
            found += [replace(lines[0], text="".join(texts[:last]))] * bool(last)
            lines = [x if NUMBERED.match(x.text) else replace(x, mark="") for x in lines[last:]]
        found += lines
    return found


def _at_tops(items: Sequence[Item], tops: Sequence[int]) -> Sequence[int]:
    """The titles of articles that begin on new pages: the first lines of all pages, in the middle or, of more than two,
    bold as that of the first is. A page with nothing but a few short lines is a cover.
    """
    marks = {items[at].mark for at in (0, *tops)} if tops else set()
    usual = marks == {_MIDDLE} or (marks == {_STRONG} and len(tops) > 1)
    if not usual or not all(_may_be_title(items[at].text) for at in tops):
        return ()
    cover = tops[0] <= _TITLE_LINES and all(len(item.text) <= _LONGEST_TITLE for item in items[: tops[0]])
    return tops if cover else (0, *tops)


def _may_be_title(text: str) -> bool:
    return not (_tells(text) or meta_line(text) or re.search("[。：:；;，,]$", text))


def _tells(text: str) -> bool:
    return find_date(text) is not None or says_who(text) or ISSUE.match(text) is not None


def _look(node: ElementTree.Element, text: str) -> str:
    """What a short paragraph is set as: a title in the middle, bold or large; a heading, bold; nothing of both."""
    runs = [run.find(f"{_W}rPr") for run in node.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    if not runs or not 2 <= len(text) <= _LONGEST_TITLE or is_caption(text):
        return ""
    bold = all(
        run is not None and (b := run.find(f"{_W}b")) is not None and b.get(f"{_W}val") not in ("0", "false")
        for run in runs
    )
    sizes = [run.find(f"{_W}sz") if run is not None else None for run in runs]
    values = [found.get(f"{_W}val", "") if found is not None else "" for found in sizes]
    size = min(int(value) if re.fullmatch("[0-9]{1,4}", value) else 0 for value in values)
    middle = node.find(f"{_W}pPr/{_W}jc")
    if middle is not None and middle.get(f"{_W}val") == "center":
        return f"{_SHOWN} {size}" if bold or size >= _LARGE else _MIDDLE
    return _STRONG if bold else ""


def _lines(item: Item) -> Iterator[Item]:
    """An item a line; a heading stays whole."""
    if item.level:
        yield Item(" ".join(item.text.split()), item.level, item.mark)
        return
    for line in item.text.split("\n"):
        if line.strip():
            yield Item(line.strip(), 0, item.mark)
