"""Pieces of HTML where a text was expected: in the cells of tables, in feeds, between the paragraphs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from seeds.files.document import Item
from seeds.files.lineforms import LEAD
from seeds.files.weblines import BLOCKS, STYLES
from seeds.language.characters import HAN

_TAG = re.compile("<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<[!?][^<>]*>")
_CUT = re.compile(f"<(?:!-[^<>{HAN}]*|/?[a-zA-Z][a-zA-Z0-9]*(?:\\s+(?:[a-z-][^<>{HAN}]*)?)?)$")
"""A tag that the end of a cell cuts off."""
_BLOCKS = BLOCKS | {"br", "figcaption", "figure", "footer", "nav"}
_HIDDEN = frozenset(["audio", "head", "iframe", "noscript", "script", "style", "svg", "video"])
_ASIDE = frozenset(["aside", "figcaption", "footer", "nav", "small", "table"])
_BREAK = re.compile("(?<=[。！？…”])[ \u3000\r\t]*\n")
"""A line end below a whole sentence: the lines of a text that was put into HTML as it was."""
_TELLING = _HIDDEN | _ASIDE | STYLES.keys() | {"a", "h1", "h2", "h3", "h4", "h5", "h6"}
"""Tags that say what is inside them; there is no end to the others."""


def items_of_fragment(source: str) -> Iterator[Item]:
    """The lines of a piece of HTML: its headings, its paragraphs, what is bold as a whole, what stands aside.

    No parser: what is here was never a page, is often cut off, and takes time in proportion to its length.
    """
    inside: dict[str, int] = {}
    parts: list[tuple[str, frozenset[str]]] = []
    at = 0
    for tag in _TAG.finditer(source):
        parts.append((source[at : tag.start()], frozenset(inside)))
        at = tag.end()
        name = (tag["name"] or "").lower()
        if name in _BLOCKS:
            yield from _line(parts)
            parts = []
        if name not in _TELLING:
            continue
        inside[name] = max(0, inside.get(name, 0) + (-1 if tag["end"] else 1))
        if not inside[name]:
            del inside[name]
    parts.append((_CUT.sub("", source[at:]), frozenset(inside)))
    yield from _line(parts)


def _line(parts: list[tuple[str, frozenset[str]]]) -> Iterator[Item]:
    shown = [(text, inside) for text, inside in parts if text.strip() and not inside & _HIDDEN]
    whole = unescape("".join(text for text, inside in parts if not inside & _HIDDEN))
    lines = [" ".join(line.split()) for line in _BREAK.split(whole)]
    text = "".join(lines)
    if not text:
        return
    around = frozenset.intersection(*(inside for _, inside in shown))
    level = next((int(name[1]) for name in around if re.fullmatch("h[1-6]", name)), 0)
    level = 0 if len(text) > LEAD and text.endswith("。") else level  # A sentence that is set large.
    linked = sum(len(text) for text, inside in shown if "a" in inside)
    style = next((STYLES[name] for name in sorted(around) if name in STYLES), "")
    if around & _ASIDE:
        style = "aside"
    elif 2 * linked > len(text) and not text.endswith(("。", "！", "？")):
        style = "link"
    yield from (Item(line, level, style) for line in lines if line)
