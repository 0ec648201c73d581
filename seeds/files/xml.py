"""XML: articles by the names of their tags (Title, Content ...), RSS and Atom; no entities, no document types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from xml.etree import ElementTree

from seeds.errors import InputError
from seeds.files.document import FileDocument, FileRow, Found, Options
from seeds.files.rows import text_of_cell
from seeds.metadata import Fields
from seeds.metadata.columns import folded, role_of

_PARAGRAPHS = frozenset(["p", "para", "paragraph", "段落", "段"])
_ENTRIES, _TEXTS = ("item", "entry"), ("encoded", "content", "description", "summary")
"""RSS and Atom: the tags of an article, and those of its text, the fullest first."""
_FIELDS = ("title", "authors", "date", "source", "column", "url")


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles; one alone is a page, several are rows. Raises InputError."""
    root = parsed(data, options)
    records = _records(root, options)
    if not records:
        tags = ", ".join(dict.fromkeys(_name(element) for element in root.iter()))
        raise InputError(
            f"{options.where} is XML without a tag that is surely the text; it has {tags[:200]}: "
            "name the right one with --field text=TAG, or save its text as a .txt file"
        )
    for number, (text, fields) in enumerate(records, 1):
        label = f"{options.name or 'article'}:{number}" if len(records) > 1 else options.name
        yield FileDocument("xml", row=FileRow("\n".join(text), fields, label, number))


def parsed(data: bytes, options: Options, what: str = "") -> ElementTree.Element:
    """The tree of an XML file. Raises InputError for what is broken, and for document types: they may hold anything."""
    plain = data.replace(b"\0", b"")  # UTF-16 as well
    if b"<!DOCTYPE" in plain[:4096] or b"<!ENTITY" in plain:
        raise InputError(
            f"{options.where}{what} has a document type in its XML, which may hold anything; take it out first"
        )
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        raise InputError(f"{options.where}{what} has broken XML: {problem}; is it cut short?") from None


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _records(root: ElementTree.Element, options: Options) -> list[tuple[list[str], Fields]]:
    """The text and the fields of each article."""
    parents = {child: parent for parent in root.iter() for child in parent}
    wanted = options.columns.get("text")
    if not wanted and (entries := [element for element in root.iter() if _name(element) in _ENTRIES]):
        told = [(entry, _told(entry)) for entry in entries]
        return [(_text(text), _fields([entry], text)) for entry, text in told if text is not None]
    order = list(root.iter())
    titled: set[ElementTree.Element] = set()
    for element in reversed(order):
        if (element in titled or role_of(_name(element)) == "title") and element in parents:
            titled.add(parents[element])
    texts: dict[ElementTree.Element, None] = {}
    inside: set[ElementTree.Element | None] = set()
    for element in order:
        is_text = _name(element) == wanted if wanted else role_of(_name(element)) == "text"
        if parents.get(element) in inside:
            inside.add(element)
        elif is_text and element not in titled and _text(element):
            texts[element] = None
            inside.add(element)
    if not texts and not wanted:
        several = {
            parents[p] for p in root.iter() if folded(_name(p)) in _PARAGRAPHS and p in parents and _text(p)
        }
        texts = {element: None for element in order if element in several}
    held = Counter(list(texts))
    for element in reversed(order[1:]):
        held[parents[element]] += held[element]
    records = []
    for element in texts:
        own = [element, *takewhile(lambda above: held[above] == 1, _above(element, parents))]
        records.append((_text(element), _fields(own, element)))
    return records


def _told(entry: ElementTree.Element) -> ElementTree.Element | None:
    """What an entry of a feed says: its whole text before its description."""
    named = {_name(child): child for child in reversed(entry) if _text(child)}
    return next((named[name] for name in _TEXTS if name in named), None)


def _above(
    element: ElementTree.Element, parents: dict[ElementTree.Element, ElementTree.Element]
) -> Iterator[ElementTree.Element]:
    while (parent := parents.get(element)) is not None:
        yield parent
        element = parent


def _text(element: ElementTree.Element) -> list[str]:
    """The paragraphs of an element: its children, or the lines of its text."""
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
    text, _ = text_of_cell("".join(parts))
    return [line.strip() for line in text.split("\n") if line.strip()]


def _said(element: ElementTree.Element) -> bool:
    """Whether an element has words of its own, outside its children."""
    return any((words or "").strip() for words in (element.text, *(child.tail for child in element)))


def _fields(around: list[ElementTree.Element], text: ElementTree.Element) -> Fields:
    """The fields of an article from the elements around its text, the nearest first."""
    values: dict[str, str] = {}
    seen = set(text.iter())
    for record in around:
        for element in record.iter():
            if element in seen:
                continue
            seen.add(element)
            told = element.attrib
            if role_of(_name(element)) in _FIELDS:
                name = element.find("{*}name")
                told = {_name(element): "".join((element if name is None else name).itertext()), **told}
            for tag, value in told.items():
                role = role_of(tag)
                if role in _FIELDS and value.strip() and not (role == "url" and "://" not in value):
                    values.setdefault(role, value)
    return Fields.of(values)
