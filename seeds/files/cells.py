"""What a cell of a table says: its text without markup, or the list that it is written as."""

from __future__ import annotations

import math
import re
from ast import literal_eval
from collections.abc import Mapping
from contextlib import suppress
from html import unescape
from typing import Any

from seeds.errors import InputError
from seeds.files.decode import decode
from seeds.language.characters import han_in
from seeds.language.radicals import unradical
from seeds.metadata.columns import role_of

_MARKUP = re.compile(
    r"<!--|</?(p|br|div|span|strong|img|section|h[1-6]|a|b|em|i|u|font|figure|blockquote|ul|ol|li"
    r"|article|table|link|script|style|html|body)\b(?: */?>|[ \n][^<>]*(?:>|$))",
    re.IGNORECASE,
)
_ENTITY = re.compile("&(?:nbsp|quot|amp|[lr][dts]?quo?|#[0-9]{2,5});")
_MARKDOWN = re.compile(
    r"^#{1,6} +\S|^> |\*\*[^*\n]{1,200}\*\*|\]\((?:https?:|[/.])[^\s()]*\)|(?<!^)(?<= )#{2,6} (?=\S)",
    re.MULTILINE,
)
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^()\n]+\)|^#{1,6} +\S.{1,40}\n\n", re.MULTILINE)
_LOST_ENDS = re.compile(r"(?<=\S) +(?=#{1,6} \S|> |(?:[-*]|[0-9]{1,2}\.) +\*\*)(?:> (?=>|#))?")
"""Markdown, and where programs that make an index of it have put spaces for its line ends."""
_INDENTS = re.compile(r"(?:^|(?<=\\n))(?:\\t)+")
"""Tabs written as \\t at the beginning of a line; elsewhere they may be words: \\theta."""
_TAG = re.compile("<(?:!--|/?[a-zA-Z])")
_INLINE = frozenset(["span", "strong", "a", "b", "em", "i", "u", "font"])
_WRITTEN_LIST = re.compile("\\s*\\[\\s*(['\"]).*\\1\\s*\\]\\s*", re.DOTALL)
"""A list as Python writes it."""
_PARTED = "\ue40c"
"""A character of nobody's that a much used collection of news has between paragraphs."""
_LONGEST_LITERAL = 4_000_000
"""Characters: what is parsed as a program takes many times its size."""
_DEPTH = 16
_EMPTY = frozenset({"nan", "na", "none", "null", "n/a", "nat", "<na>", "\\n"})


def text_of_cell(cell: object) -> tuple[str, tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The text of a cell, lists one item a line, markup taken out; notes on it; what the markup says of its lines."""
    if isinstance(cell, (list, tuple)):
        cell = "\n".join(filter(None, map(plain, cell)))
    text = plain(cell, strip=False).replace("\r\n", "\n").replace("\r", "\n").replace(_PARTED, "\n")
    notes: tuple[str, ...] = ()
    if "\n" not in text and (text.count("\\n") >= 2 or text.startswith("\\n")):
        notes = ("line ends written as \\n are read as line ends",)
        text = _INDENTS.sub("", text.replace("\\r\\n", "\\n")).replace("\\n", "\n")
    tags = _MARKUP.findall(text)
    if (len(tags) > 1 or (tags and _MARKUP.match(text.lstrip()))) and not _only_marked(text):
        from seeds.files.fragment import items_of_fragment

        items = list(items_of_fragment(text))
        marks = tuple((item.level, item.mark) for item in items)
        notes = (*notes, "the text is HTML; its markup is left out")
        return "\n".join(item.text for item in items), notes, marks
    if len(_MARKDOWN.findall(text)) > 1 or _PICTURE.search(text):
        from seeds.files.markdown import items_of

        with suppress(InputError):
            items = items_of(text if "\n" in text.strip() else _LOST_ENDS.sub("\n\n", text), "")
            marks = tuple((item.level, item.mark) for item in items if item.text)
            notes = (*notes, "the text is Markdown; its markup is left out")
            return "\n".join(item.text for item in items if item.text), notes, marks
    return without_marks(text), notes, ()


def _only_marked(text: str) -> bool:
    """Whether nothing but words are marked in a text, which is no HTML for that."""
    tags = [tag.lower() for tag in _MARKUP.findall(text)]
    return len(tags) > 1 and _INLINE.issuperset(tags) and not _TAG.search(_MARKUP.sub("", text))


def without_marks(text: str) -> str:
    """A text or title without marked words and references to characters; other markup stays, somebody's words."""
    if _only_marked(text):
        return unescape(_MARKUP.sub("", text))
    return unescape(text) if _ENTITY.search(text) else text


def as_list(cell: object) -> object:
    """A cell with characters for radicals, or the list that it is written as."""
    cell = unradical(cell) if isinstance(cell, str) else cell
    if isinstance(cell, str) and _WRITTEN_LIST.fullmatch(cell):
        with suppress(ValueError):
            return literal(cell)
    return cell


def literal(text: str) -> Any:
    """The value that Python prints so. Raises ValueError."""
    if len(text) > _LONGEST_LITERAL:
        raise ValueError("too long")
    try:
        return literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError) as problem:
        raise ValueError(str(problem)) from None


def plain(cell: object, *, strip: bool = True, depth: int = 0) -> str:
    """A cell as text; empty for markers of missing values, and for what is nested deeper than any text."""
    if cell is None or depth > _DEPTH or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, (list, tuple)):
        return " ".join(filter(None, (plain(item, depth=depth + 1) for item in cell)))
    if isinstance(cell, Mapping):
        texts = (plain(cell[name], strip=strip, depth=depth + 1) for name in cell if role_of(name) == "text")
        said = {name: value for name, value in cell.items() if isinstance(value, str)}
        most = max(said, key=lambda name: (han_in(said[name]), role_of(name) is not None), default=None)
        cell = next(filter(None, texts), said.get(most, ""))
    if isinstance(cell, (bytes, bytearray)):
        text = decode(bytes(cell))[0]
    else:
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if text.strip().lower() in _EMPTY:
        return ""
    return text.strip() if strip else text
