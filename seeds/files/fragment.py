"""Pieces of HTML where a text was expected: in the cells of tables, in feeds, between the paragraphs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from seeds.files.document import Item
from seeds.files.lineforms import LEAD, announces
from seeds.files.weblines import AROUND, BLOCKS, CAPTION, HIDDEN, STYLES
from seeds.language.characters import HAN

_TAG = re.compile("<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<told>[^<>]*)>|<[!?][^<>]*>")
_NAMES = re.compile("\\b(?:class|id)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
_UNSHOWN = re.compile("(?:^|\\s)hidden(?=[\\s/=]|$)")
_CUT = re.compile(f"<(?:!-[^<>{HAN}]*|/?[a-zA-Z][a-zA-Z0-9]*(?:\\s+(?:[a-z-][^<>{HAN}]*)?)?)$")
"""A tag that the end of a cell cuts off."""
_BLOCKS = BLOCKS | {"br", "figcaption", "figure", "footer", "nav"}
_HIDDEN = frozenset(["audio", "head", "iframe", "noscript", "script", "style", "svg", "video"])
_ASIDE = frozenset(["aside", "figcaption", "footer", "nav", "small", "table"])
_BREAK = re.compile("(?<=[。！？…”])[ \u3000\r\t]*\n")
"""A line end below a whole sentence: the lines of a text that was put into HTML as it was."""
_ENDS = ("。", "！", "？")
_CAPTION, _MENU, _LONGEST = "caption", "menu", 120
"""What stands inside an element that is hidden or called a caption, or a menu; characters of a line of one."""
_TELLING = _HIDDEN | _ASIDE | STYLES.keys() | {"a", "h1", "h2", "h3", "h4", "h5", "h6"}
"""Tags that say what is inside them; there is no end to the others."""


def items_of_fragment(source: str) -> Iterator[Item]:
    """The lines of a piece of HTML: its headings, its paragraphs, what is bold as a whole, what stands aside.

    No parser: what is here was never a page, is often cut off, and takes time in proportion to its length.
    """
    inside: dict[str, int] = {}
    parts: list[tuple[str, frozenset[str]]] = []
    at = 0
    tags = list(_TAG.finditer(source))
    boxes = _boxes(tags)
    ends = {_CAPTION: 0, _MENU: 0}
    for number, tag in enumerate(tags):
        within = [kind for kind, end in ends.items() if number < end]
        parts.append((source[at : tag.start()], frozenset([*inside, *within])))
        at = tag.end()
        if number in boxes:
            kind, end = boxes[number]
            ends[kind] = max(ends[kind], end + 1)
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


def _boxes(tags: Sequence[re.Match[str]]) -> dict[int, tuple[str, int]]:
    """Which elements hold no text by what they are called, and where they end; what has no end is none of them."""
    found: dict[int, tuple[str, int]] = {}
    opened: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        name = (tag["name"] or "").lower()
        above = opened.setdefault(name, [])
        if not tag["end"]:
            above.append(number)
        elif above and (kind := _kind(tags[begins := above.pop()]["told"])) and (name, kind) != ("p", _MENU):
            found[begins] = kind, number
    return found


def _kind(told: str) -> str | None:
    """What an element is, by its attributes, if it holds no text."""
    called = " ".join(name for found in _NAMES.findall(told) for name in found)
    if CAPTION.search(called) or HIDDEN.search(told) or _UNSHOWN.search(told):
        return _CAPTION
    return _MENU if AROUND.search(called) else None


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
    boxed = _CAPTION in around or (_MENU in around and not text.endswith(_ENDS))
    beside = "".join(text for text, inside in shown if "a" not in inside)
    if around & _ASIDE or (boxed and len(text) <= _LONGEST) or (linked and announces(beside)):
        style = "aside"
    elif 2 * linked > len(text) and not text.endswith(_ENDS):
        style = "link"
    yield from (Item(line, level, style) for line in lines if line)
