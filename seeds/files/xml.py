"""XML: articles by the names of their tags (Title, Content ...), RSS and Atom; no entities, no document types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any
from xml.etree import ElementTree

from seeds.errors import InputError
from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.json import rows_in
from seeds.files.nitf import articles_in
from seeds.files.nitf import row_of as row_of_nitf
from seeds.files.objects import flat
from seeds.files.rows import articles
from seeds.files.tei import row_of, texts_in
from seeds.language.characters import HAN
from seeds.metadata.columns import folded, role_of
from seeds.papers import is_paper

_PARAGRAPHS = frozenset(["p", "para", "paragraph", "段落", "段"])
_ENTRIES = frozenset(["item", "entry"])
"""RSS and Atom: the tags of an article, however many there are."""
_FEED = re.compile(f"(?!.*(?:首页|最新|全部|文章|订阅|更新|RSS))[{HAN}]{{2,10}}")
"""The name of who publishes a feed."""
_DEPTH = 12
_HEAD = re.compile("^\\s*<\\?xml[^>]*\\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_AMPERSAND = re.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)(?:[A-Za-z]{2,8};)?")
_DECLARED = re.compile(rb"\s*<\?xml[^>]*encoding=[\"']gb[\w-]+[\"']", re.IGNORECASE)
"""An encoding of mainland China."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles: what XML tells by tags and attributes, JSON tells by names. Raises InputError."""
    root = parsed(data, options)
    if texts := texts_in(root):
        yield from articles("xml", options, enumerate(map(row_of, texts), 1), "article")
        return
    if delivered := articles_in(root):
        yield from articles("xml", options, enumerate(map(row_of_nitf, delivered), 1), "article")
        return
    try:
        value = _value(root, options.columns.get("text"))
        rows = rows_in(value if isinstance(value, dict) else {_name(root): value}, options, _DEPTH)
    except RecursionError:
        raise InputError(f"{options.where} is XML nested too deeply to be articles") from None
    if not rows:
        tags = ", ".join(dict.fromkeys(_name(element) for element in root.iter()))
        raise InputError(
            f"{options.where} is XML without a tag that is surely the text; it has {tags[:200]}: "
            "name the right one with --field text=TAG, or save its text as a .txt file"
        )
    yield from articles("xml", options, enumerate(map(flat, rows), 1), "article")


def parsed(data: bytes, options: Options, what: str = "") -> ElementTree.Element:
    """The tree of an XML file. Raises InputError for what is broken, and for document types: they may hold anything."""
    plain = data.replace(b"\0", b"")  # UTF-16 as well
    if re.search(rb"<!DOCTYPE[^>]*\[", plain[:4096]) or b"<!ENTITY" in plain:
        raise InputError(
            f"{options.where}{what} has a document type in its XML, which may hold anything; take it out first"
        )
    declared = _DECLARED.match(data)
    try:
        # The parser itself reads no encoding of several bytes a character but UTF-8 and UTF-16.
        return ElementTree.fromstring(decode(data, options.encoding, options.name)[0] if declared else data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        try:
            return ElementTree.fromstring(_mended(decode(data, options.encoding, options.name)[0]))
        except (ElementTree.ParseError, InputError):
            raise InputError(f"{options.where}{what} has broken XML: {problem}; is it cut short?") from None


def _mended(text: str) -> str:
    """XML as crawlers write it, made whole: with its ampersands escaped, and one element around all others."""
    text = _HEAD.sub("", text)
    return f"<articles>{_AMPERSAND.sub(_escaped, _CONTROLS.sub('', text))}</articles>"


def _escaped(found: re.Match[str]) -> str:
    """An ampersand as text; one that names a character of HTML is that character."""
    return escape(unescape(found.group())) if found.group().endswith(";") else f"&amp;{found.group()[1:]}"


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: ElementTree.Element, wanted: str | None, name: str = "") -> Any:
    """The text of an element, or its attributes and children by their names; those of one name as a list."""
    name = name or _name(element)
    # Of databases: <field name="title">.
    fields = len(element) > 1 and all("name" in child.attrib for child in element)
    is_text = name == wanted if wanted else role_of(name) == "text"
    names = {folded(_name(child)) for child in element}
    if (is_text and not _is_whole(element)) or names <= _PARAGRAPHS or _said(element):
        if any(role_of(name) == "title" for name in element.attrib):
            return {**element.attrib, "text": _text(element)}
        return _text(element) or element.get("href", "")
    found: dict[str, Any] = dict(element.attrib)
    for child in element:
        key = child.attrib.pop("name") if fields else _name(child)
        key = "paragraphs" if folded(key) in _PARAGRAPHS else key
        # The text of a feed, whole, and what it says of it.
        key = {"encoded": "text", "description": "summary"}.get(key, key)
        key = "summary" if key == "text" and "excerpt" in child.tag else key
        value = _value(child, wanted, key if fields else "")
        if isinstance(value, dict) and role_of(key) == "text":
            key = f"/{key}"  # No text, what holds articles or their fields.
        if key in found or key in _ENTRIES:
            held = found.get(key, [])
            found[key] = [*(held if isinstance(held, list) else [held]), value]
        elif value:
            found[key] = value
    if "text" in found:
        found.pop("summary", None)
    return _of_program(name, found)


def _of_program(name: str, found: dict[str, Any]) -> dict[str, Any]:
    """What the tags of feeds and of a program say under other names, or otherwise than others."""
    title = found.get("title")
    if name == "note-attributes" and str(found.pop("source", "")).startswith("web.clip"):
        found.clear()  # Of Evernote: who clipped a page is not who wrote it.
        found["clipped"] = "yes"
    elif name == "note" and (notes := found.get("note-attributes")) and "clipped" in notes:
        for aside in ("created", "updated", "tag", "note-attributes"):
            found.pop(aside, None)
    elif (
        name in ("channel", "feed")
        and isinstance(title, str)
        and (is_paper(title.strip()) or _FEED.fullmatch(title.strip()))
    ):
        found.setdefault("source", title)
    elif name == "item" and str(found.get("post_date", "0")) > "1":
        found["pubDate"] = found["post_date"]  # Of WordPress: where the blog is at home, not in Greenwich.
    elif name == "entry" and "updated" in found:
        found.setdefault("published", found["updated"])  # Atom asks for no other day.
    return found


def _is_whole(element: ElementTree.Element) -> bool:
    """Whether what has the name of a text holds a title or a text, and is an article as a whole."""
    return any(role_of(_name(child)) in ("title", "text") for child in element.iter() if child is not element)


def _said(element: ElementTree.Element) -> bool:
    """Whether an element has words of its own, outside its children."""
    return any((words or "").strip() for words in (element.text, *(child.tail for child in element)))


def _text(element: ElementTree.Element) -> str:
    """The paragraphs of an element, one a line: its children, or the lines of its text."""
    while len(element) == 1 and len(element[0]) and not _said(element):
        element = element[0]
    # Among words a child is some of them, and an empty one a line end; elsewhere each is a paragraph.
    mixed = any((child.tail or "").strip() for child in element)
    parts = [element.text or ""]
    for child in element:
        words = "".join(child.itertext())
        if not mixed or not words.strip() or folded(_name(child)) in _PARAGRAPHS:
            parts += ["\n", " ".join(words.split()), "\n"]
        else:
            parts.append(words)
        parts.append(child.tail or "")
    return "\n".join(line.strip() for line in "".join(parts).split("\n") if line.strip())
