"""The lines of a web page, and which of its elements holds its text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import groupby, islice, takewhile
from operator import itemgetter
from typing import Any

from seeds.language.characters import han_in
from seeds.metadata import MetaLine, find_date, meta_line

_NO_TEXT = (
    "script style noscript nav footer aside form button select option iframe svg canvas template object embed input "
    "textarea figure figcaption audio video map label dialog title"
)
_DROPPED = frozenset(_NO_TEXT.split())
_BLOCK_TAGS = (
    "address article blockquote body center dd div dl dt fieldset h1 h2 h3 h4 h5 h6 header hr html li main ol p pre "
    "section table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCK_TAGS.split())
_OUTER = frozenset({"body", "head", "div", "main", "article", "section"})
AROUND = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav|menu|foot(?:er)?|copyright|share|sharing|social|related?(?:posts?)?|relevant|recommend\w*|comments?|sidebar|side|crumbs?"
    r"|breadcrumb|qr\w*|hot\w*|rank\w*|pag(?:er|ination)|login|search|toolbar|tools?|advert\w*|ads?|banner|hidden|prev|next|tags?)(?:$|[\s_-])"
)
CAPTION = re.compile("(?i)caption|(?:img|image|pic|photo)[-_]?(?:desc|text|note|info)|tupian")
"""How pages call what a picture shows."""
_CALLED = re.compile(
    "(?i)(?:^| )(?:(?:inner|article|post|entry|news)[_-]?(?:text|content|body)|rich_media_content|TRS_Editor)(?:$| )"
)
"""How pages call the element that holds the text of their article."""
HIDDEN = re.compile(r"(?i)display\s*:\s*none")
"""Not `visibility`: messages of WeChat are saved before their script shows them."""
_CENTRED = re.compile(r"(?i)text-align\s*:\s*center")
_NEAR = 3
_SENTENCE = re.compile("[，。！？；、]")
_ENDED = re.compile("[。！？!?…”）)]$")
_BUTTON = 16
STYLES = {"b": "strong", "strong": "strong", "em": "em", "i": "em"}
_WORDS = 8
_LEAST, _FEW, _BESIDE, _LINKS, _SHORT = 60, 200, 5, 4, 60
_SHARE = 0.75
_HEADING = re.compile("h[1-6]$")
_DEEPEST = 250
_Part = tuple[str, Any, bool, str]
"""A text, its element, whether it is in a link, and how it is set."""


@dataclass(slots=True)
class WebLine:
    """A line of the page: its text and parts, the element it stands in, how much of it is link.

    `pictured` tells that a picture stands between it and the line before.
    """

    text: str
    parts: list[tuple[str, Any]]
    element: Any
    linked: int
    level: int
    style: str
    pictured: bool

    @property
    def centred(self) -> bool:
        """Whether it is set in the middle of its column."""
        around = takewhile(lambda e: e.tag != "body", (self.element, *self.element.iterancestors()))
        return any(
            e.tag == "center" or e.get("align") == "center" or _CENTRED.search(e.get("style") or "")
            for e in islice(around, _NEAR)
        )

    @property
    def link(self) -> bool:
        """Whether a line is a link, with at most a few words beside it."""
        beside = sum(han_in(part) for part, element in self.parts if element.tag != "a")
        return self.linked * 2 > len(self.text) and beside < _WORDS

    @property
    def links(self) -> bool:
        """Whether it is several links, as the tags of an article are."""
        return self.link and sum(element.tag == "a" for _, element in self.parts) > 1

    @property
    def running(self) -> bool:
        """Whether it is running text: sentences, and few of them links."""
        long = len(self.text) >= 15 and not self.level and self.linked * 3 < len(self.text)
        # A day that stands apart begins a line of facts: 发表于 2017-09-16 | 随笔，小记.
        dated = len(self.parts) > 1 and len(self.text) <= _SHORT and find_date(self.parts[0][0])
        return long and bool(_SENTENCE.search(self.text)) and not dated

    @property
    def furniture(self) -> bool:
        """Whether its words show that it is of the site."""
        told = meta_line(self.text)
        return told is not None and told.role == "furniture"


def _line(parts: list[_Part], pictured: bool) -> Iterator[WebLine]:
    """The line that the texts between two blocks make, if they make one."""
    while len(parts) > 1 and _leads_away(parts):
        parts.pop()
    shown = [part for part in parts if part[0].strip()]
    if shown:
        text = _set_apart(" ".join("".join(text for text, *_ in parts).split()), shown)
        linked = sum(len(text.strip()) for text, _, linked, _ in shown if linked)
        styles = {style for _, _, _, style in shown}
        style = styles.pop() if len(styles) == 1 else ""
        first = shown[0][1]
        yield WebLine(text, _inline_parts(shown), first, linked, _level(first), style, pictured)


def _set_apart(text: str, parts: Sequence[_Part]) -> str:
    """A line with spaces between its inline elements, where that tells as much: 作者：周明|字体：[大 中 小]."""
    if len(parts) == 1:
        return text
    sides = ("".join(part for part, *_ in side) for _, side in groupby(parts, key=itemgetter(1)))
    forms = (text, " ".join(part for part, _ in _inline_parts(parts)), " ".join(" ".join(sides).split()))
    told = [_told(meta_line(form)) for form in forms]
    return forms[max(range(3), key=lambda at: (told[at], at))] if any(told) else text


def _told(line: MetaLine | None) -> int:
    """How many fields a line tells."""
    return sum(map(bool, astuple(line.fields))) if line is not None else 0


def joined(lines: Sequence[WebLine]) -> list[WebLine]:
    """The lines, where a label and what stands behind it, perhaps in the next cell, are one: 来源|江城日报."""
    found: list[WebLine] = []
    begun = tagged = False
    for line in lines:
        begun = begun or line.running
        if tagged and line.link and not begun and _cell(line.element) is _cell(found[-1].element) is not None:
            # Tags of an article, each a link on a line of its own.
            found[-1].text += f" {line.text}"
            continue
        tagged = False
        # In the text such a row is of a table as any other.
        if found and not begun and _labels(found[-1], line):
            text = f"{found[-1].text.rstrip(':：')}：{line.text}"
            if len(text) <= _SHORT and (_told(meta_line(text)) or (line.link and meta_line(text))):
                tagged = line.link
                line.text, line.parts, line.level = text, [(text, line.element)], 0
                found.pop()
        found.append(line)
    return found


def _labels(line: WebLine, below: WebLine) -> bool:
    """Whether a line is by its place the label of the one below it: in one cell, or in the cell before."""
    cell, before = _cell(below.element), _cell(line.element)
    beside = cell is not None and before is not None and cell.getprevious() is before
    named = len(line.text) <= _WORDS and line.text[-1] in ":："
    return (beside and before.tag in ("th", "dt")) or ((beside or cell is before) and named)


def _cell(element: Any) -> Any:
    """The cell of a table, or of a list of terms, that an element is or stands in."""
    return next((e for e in (element, *element.iterancestors()) if e.tag in ("td", "th", "dt", "dd")), None)


def _leads_away(parts: Sequence[_Part]) -> bool:
    """Whether what stands last behind a whole sentence is space, or a link to elsewhere: 返回首页."""
    text, _, linked, _ = parts[-1]
    if not text.strip():
        return True
    ended = (
        linked and len(text) <= _BUTTON and _ENDED.search("".join(part for part, *_ in parts[:-1]).rstrip())
    )
    told = meta_line(text) if ended else None
    return told is not None and told.role == "furniture"


def lines_of(root: Any) -> Iterator[WebLine]:
    """The lines of a page in their order, without what is never text."""
    parts: list[_Part] = []
    pictured = False
    # An explicit stack: pages nest as deeply as they like.
    stack: list[tuple[Any, bool, str, bool, int]] = [(root, False, "", False, 0)]
    while stack:
        element, linked, style, leaving, depth = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "br" or (tag and _is_block(element)):
            for line in _line(parts, pictured):
                yield line
                pictured = False
            parts = []
        pictured = pictured or tag == "img"
        if not leaving and not _skipped(element, tag) and depth <= _DEEPEST:
            inner = (linked or tag == "a", STYLES.get(tag, style))
            if element.text:
                parts.append((element.text, element, *inner))
            stack.append((element, linked, style, True, depth))
            stack.extend((child, *inner, False, depth + 1) for child in reversed(element))
        elif element.tail and depth:
            parts.append((element.tail, element.getparent(), linked, style))
    yield from _line(parts, pictured)


def _is_block(element: Any) -> bool:
    """Whether an element stands on lines of its own; those of a program do outside of paragraphs: <sr-rd-title>."""
    parent = element.getparent()
    own = isinstance(element.tag, str) and "-" in element.tag and parent is not None
    return element.tag in BLOCKS or (
        own and (parent.tag in _OUTER or ("-" in parent.tag and _is_block(parent)))
    )


def _skipped(element: Any, tag: str) -> bool:
    """Whether an element is never shown, or never text."""
    hidden = HIDDEN.search(element.get("style", "")) or element.get("hidden") is not None if tag else True
    if tag in ("i", "span") and "icon" in (element.get("class") or "") and (element.text or "").isascii():
        return True  # An icon is a word of its own fount.
    # Some systems set the whole page as a form, or the article as an aside; what a footer of an article says of it,
    # is looked for there.
    kept = (
        (tag == "aside" and element.find(".//h1") is not None)
        or (tag == "label" and not any(e.tag == "form" for e in element.iterancestors()))
        or (tag == "form" and element.xpath("boolean(.//p[string-length() > 40])"))
        or (tag == "footer" and any(True for _ in element.iterancestors("article")))
    )
    return bool(hidden) or (tag in _DROPPED and not kept)


def _inline_parts(parts: Sequence[_Part]) -> list[tuple[str, Any]]:
    """The texts of a line by the inline elements that stand side by side in it."""
    sides = groupby(parts, key=lambda part: _side(part[1]))
    return [(" ".join("".join(text for text, *_ in side).split()), element) for element, side in sides]


def _side(element: Any) -> Any:
    """The outermost element around an inline one that is inline too."""
    inline = takewhile(lambda e: not _is_block(e), (element, *element.iterancestors()))
    return deque(inline, maxlen=1).pop() if not _is_block(element) else element


def _level(element: Any) -> int:
    for above in (element, *element.iterancestors()):
        tag = above.tag if isinstance(above.tag, str) else ""
        if _HEADING.match(tag) or tag == "founder-title":
            return int(tag[1]) if tag[1].isdigit() else 1
        if _is_block(above):
            return 0
    return 0


def stands_around(element: Any, stop: Sequence[Any] = ()) -> bool:
    """Whether an element stands in a menu, a footer, a list of links ..., by the names that its page gives it."""
    around = takewhile(lambda e: e not in stop, (element, *element.iterancestors()))
    return any(
        e.tag == "footer" or AROUND.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in around
    )


def main_of(lines: Sequence[WebLine]) -> Any:
    """The smallest element that holds most of the running text; None if there is too little of it."""
    text = [line for line in lines if line.running and not line.furniture]
    apart = [line for line in text if not stands_around(line.element)]
    running = apart or text
    total = sum(len(line.text) for line in running)
    # A list, a poem, a few words: where the page says that they are its article.
    called, held = _called_text(lines) if total < _FEW else (None, 0)
    if total < _LEAST and called is None:
        said = {e for line in lines if not line.level for e in line.element.iterancestors("article")}
        return said.pop() if len(said) == 1 else None
    if held > (total if apart else 2 * total):
        return called
    weight: dict[Any, int] = {}
    depth: dict[Any, int] = {}
    for line in running:
        chain = [line.element, *line.element.iterancestors()]
        for above, element in enumerate(reversed(chain)):
            weight[element] = weight.get(element, 0) + len(line.text)
            depth[element] = above
    fit = [element for element, held in weight.items() if held >= _SHARE * total]
    main = max(fit, key=lambda element: depth[element])
    # What is called as a menu or an advertisement is, and holds the text, is itself the main part.
    return _whole(main, lines) if apart else main


def _called_text(lines: Sequence[WebLine]) -> tuple[Any, int]:
    """The element that its page calls the text of an article, and how much it holds; None if it holds little, or
    several hold as much.
    """
    held: dict[Any, int] = {}
    for line in lines:
        chain = (line.element, *line.element.iterancestors())
        called = next(
            (e for e in chain if _CALLED.search(f"{e.get('class') or ''} {e.get('id') or ''}")), None
        )
        if called is not None and not line.link:
            held[called] = held.get(called, 0) + len(line.text) - line.linked
    most, *others = sorted(held.values(), reverse=True) or [0]
    if most < _LEAST or any(2 * other > most for other in others):
        return None, 0
    return next(element for element, size in held.items() if size == most), most


def _whole(main: Any, lines: Sequence[WebLine]) -> Any:
    """The element, or one around it, as long as what that has more is of the same text: short lines, few links."""
    chain = [main, *takewhile(lambda e: e.tag not in ("body", "html"), main.iterancestors())]
    held: dict[Any, list[WebLine]] = {element: [] for element in chain}
    for line in lines:
        holder = next((e for e in (line.element, *line.element.iterancestors()) if e in held), None)
        if holder is not None:
            held[holder].append(line)
    for around in chain[1:]:
        text, linked = sum(len(line.text) for line in held[around]), sum(line.linked for line in held[around])
        plain = [
            line for line in held[around] if not line.linked and not stands_around(line.element, (around,))
        ]
        of_text = any(line.running for line in plain) or (main.tag == "p" and len(plain) > _BESIDE)
        if linked * _LINKS > text or not of_text:
            break
        main = around
    return main
