"""Markdown, with or without front matter, through markdown-it-py: headings are titles or section heads by level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from seeds.errors import InputError
from seeds.files.article import one_article
from seeds.files.decode import decode
from seeds.files.document import QUOTE, FileDocument, Found, Item, Options
from seeds.files.feedvalue import without_print
from seeds.files.fragment import items_of_fragment
from seeds.files.frontmatter import fields_below, front_matter
from seeds.files.lineforms import FINAL, NUMBERED, announces, is_foreign
from seeds.files.markdownparser import DEEPEST, parser
from seeds.files.outline import articles_of, begins_bold, is_divided, parted
from seeds.language.characters import HAN
from seeds.language.radicals import without_radicals
from seeds.layout.lines import split_lines
from seeds.layout.parting import JOINED
from seeds.layout.wrap import unwrap
from seeds.metadata import fields_of_path, meta_line
from seeds.papers import is_paper

_CONTINUED = re.compile("[。！？!?…：:，、；][”’」』）)】]*[ \u3000]*$")
_DECK = re.compile("^(?:——|—|――|──)|[。…]$")
"""A heading that is no name of a section: a title's second line, or a sentence."""
_LISTED = re.compile(rf"(?![0-9]+\.[0-9]){NUMBERED.pattern}")
_LEFT = re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1|(?<![*\w])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![*\w])")
"""Emphasis that CommonMark does not see beside full-width marks: **“甲”**乙."""
_LEFT_MARKS = re.compile(r"\*\*|~~|==|^\*(?=\w{2,6}[：:][^*]*$)")
_SHORTCODE = re.compile(
    r"(?P<link>\]\(|\]: )?\{\{[^{}\n]*\}\}|\{%[^{}]*%\}|\{[.#][^{}\n]*\}$|^[ \t]*(?::::|[!?]{3}\+? )[^\n]*$"
    r"|\[(?:gallery|embed|audio|video)\b[^\[\]\n]*\]"
    r"|^(?:[*+-] [^\n]{1,24}\n(?=\{: ?[Tt][Oo][Cc]))?\{:[^{}\n]*\}$",
    re.MULTILINE,
)
"""What Hugo, Jekyll, kramdown, pandoc and WordPress put in place of: addresses, pictures, tables of contents, boxes."""
_CAPTION = re.compile(r"\[caption\b[^\[\]]*\]([^\[\]]*)\[/caption\]")
_PICTURE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|svg)\b")
_SAID = re.compile(f"[“《（]?[{HAN}]")
_UNSHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|(?<!`)<(script|style)\b.*?(?:</\1>|\Z)|(?<!`)<noscript\b.{0,2000}?</noscript>",
    re.DOTALL | re.IGNORECASE,
)
"""What a page made of it never shows; paragraphs may stand inside."""
_COMMENT = r"(?:\n[ \t]*<!--[^<>]{0,200}-->[ \t]*(?=\n))+"
_COMMENTS = re.compile(rf"(?<=>){_COMMENT}|{_COMMENT}(?=\n[ \t]*</)")
"""Comments on lines of their own between tags: without them a blank line would part these."""
_WIKI = re.compile(
    r"!\[\[[^\[\]\n]*\]\]|\[\[(?:[^\[\]|\n]*\||[a-z]{2}:(?!//))?([^\[\]\n]+)\]\]|(?<=>)[ \t]*\[![A-Za-z]+\][+-]?"
    r"|(?<![\w:\])(/]):[a-z][a-z_]{2,24}:(?![A-Za-z0-9_:])|(?:^|(?<=[ \t]))\^[A-Za-z0-9-]{3,24}$",
    re.MULTILINE,
)
"""Links, pictures, names of paragraphs (^a3f91c), marks of boxes and of small pictures (:book:), as programs for notes
write them.
"""
_FOOTNOTE = re.compile(
    r"^\[\^[\w-]{1,20}\]:(.*(?:\n(?![ \t]*$|\[\^|#).+|\n[ \t]*\n(?: {4}|\t).+)*)|\[\^[\w-]{1,20}\]",
    re.MULTILINE,
)
_TAG = re.compile("^#[^\\s#/]+(?:/[^\\s#/]+)+(?:[ \t]+#[^\\s#]+)*[ \t]*$", re.MULTILINE)
"""A line of tags, one inside the other, as note-taking programs write them: #评论/乡村."""
_TAG_BELOW = re.compile("^(# [^\n]+\n+)(#[^\\s#]{1,24}(?:[ \t]+#[^\\s#]+)*)[ \t]*$", re.MULTILINE)
"""The same below a heading whose mark a space follows."""
_PROPERTY = re.compile(r"^(?:[ \t]+[\w-]{1,24}::(?:[ \t][^\n]*)?$|([\w-]{1,24}:):(?=[ \t]|$))", re.MULTILINE)
"""A field of a note, as Logseq writes it (author:: 周明), or below a line of a list one of that line."""
_TIGHT_HEADING = re.compile("^(#{1,6})(?=[^#\\s][^#\n]{0,40}$)", re.MULTILINE)
"""A heading without the space behind its marks."""
_ORIGINAL = re.compile(
    r"^(?P<before>[ \t>*-]{0,8})\[?(?:本文)?原(?:文(?:[链鏈][接結]|地址|[网網]址|出[处處])?|[链鏈][接結])(?:\*\*)? ?"
    r"(?:[:：] ?(?:\*\*)? ?(?:\[(?P<words>[^\[\]\n]{1,99})\]\(|<)|\]\()(?P<address>https?://[^\s()<>\"]{4,400})"
    r"(?: \"[^\"\n]{0,99}\")?[)>][ \t]*$",
    re.MULTILINE,
)
"""Where an article is from, as the address of a link: [原文链接](https://…)."""
_HASHES = re.compile(f"(?<=[{HAN}。！？…”）》])#+$")
"""The marks behind a heading, without a space before them."""
_IMAGE = re.compile(r"!\[[^\[\]]*\]\(https?://[^()\s]*\)")
"""An image that was put into a text as if it were words."""
_BARS = re.compile("\\s*[|｜丨](?:\\s|[|｜丨])*")
_MARKUP = re.compile("\\A<|</(?:p|div|h[1-6]|section|article)>", re.IGNORECASE)
"""What shows that indented lines are a piece of HTML, not a program."""
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_LONG_TITLE, _SENTENCES, _LOWEST = 40, 80, 3
"""Characters of a long title, and of a paragraph that is set as a heading below the third level."""
_HEAD = 4
_NARROWEST, _RAGGED = 40, 8
"""Columns of wrapped lines at least, and by how many one may be shorter than the longest."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a Markdown file; one without headings is read as prose, its markup left out."""
    text, encoding = decode(data, options.encoding, options.name)
    text, notes = without_radicals(text)
    text = _PROPERTY.sub(lambda found: found[1] or "", text)
    fields, below = front_matter(without_print(text))
    alone = below != text
    noted, text = fields_below(below)
    fields |= noted
    items = items_of(text, options.where)
    if parts := parted(items):
        items, fields = parts, replace(fields, title=None)
    items = [item for item in (_without_empty(items) if fields.title else items) if item.text]
    named = fields_of_path(options.name)
    divided = named.title and not fields.title and is_divided(items, named.title)
    articles = () if divided else articles_of(items, fields)
    if not articles and (named.title or alone):
        # The name of the file is the title: as browsers and note-taking tools save pages.
        articles = articles_of(items, fields | named) or (one_article(items, fields),)
    if not articles and begins_bold(items):
        articles = (one_article(items[1:], fields, items[0]),)
    if articles:
        yield FileDocument(encoding, articles=articles, fields=fields, notes=notes)
    else:
        prose = "\n\n".join(item.text for item in items)
        yield FileDocument(encoding, prose=prose, fields=fields, notes=notes)


def items_of(text: str, where: str) -> list[Item]:
    """The headings and paragraphs of a Markdown text without its markup. Raises InputError for what is nested deep."""
    items: list[Item] = []
    rows: list[list[str]] = []
    lists: list[list[int]] = []
    pictures: list[int] = []
    level, ruled = 0, False
    inside = Counter[str]()
    tokens = parser().parse(_plain(text))
    wrapped = _is_wrapped(tokens)
    for token in tokens:
        if token.level >= DEEPEST - 1:
            raise InputError(
                f"{where} has lists or quotations inside each other {DEEPEST} deep, as no article has"
            )
        kind = token.type.removesuffix("_open").removesuffix("_close")
        inside[kind] += token.nesting
        if token.type == "heading_open":
            level, ruled = int(token.tag[1]), token.markup in ("-", "=")
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            items += _table(rows)
            rows = []
        elif kind in ("bullet_list", "ordered_list") and inside[kind] == (token.nesting > 0):
            lists += [[len(items)]] if token.nesting > 0 else []
            lists[-1][1:] = [len(items)]
        elif token.type == "inline" and inside["table"]:
            rows[-1].append(" ".join(item.text for item in _inline(token.children or [], 0, "")))
        elif token.type == "inline":
            # A rule close below a paragraph, as people write it, makes no heading of that, nor do marks before one.
            marked = level > _LOWEST and len(token.content) > _SENTENCES
            level = 0 if (ruled or marked) and _CONTINUED.search(token.content) else level
            pictures += [len(items)] * _is_only_pictures(token.children or [])
            level, label = _set_in(inside, level, len(items))
            level, label = (0, "aside") if _is_menu(token.children or []) else (level, label)
            items += _inline(token.children or [], level, label, wrapped)
            level, ruled = 0, False
        else:
            items += _unparsed(token)
    for start, end in lists:
        items[start:end] = _list(items[start:end])
    return _captioned(items, set(pictures))


def _is_only_pictures(children: Sequence[Any]) -> bool:
    shown = [child for child in children if child.content.strip() or child.type == "image"]
    return bool(shown) and all(child.type == "image" for child in shown)


def _is_menu(children: Sequence[Any]) -> bool:
    """Whether a line is nothing but links, with bars between them."""
    beside, links, linked = "", 0, 0
    for child in children:
        linked += child.nesting if child.type in ("link_open", "link_close") else 0
        links += child.type == "link_open"
        beside += "" if linked else child.content or " "
    return links > 1 and _BARS.fullmatch(beside) is not None


def _captioned(items: Sequence[Item], pictures: Collection[int]) -> list[Item]:
    """The items, where a short line below pictures, above a paragraph, is what they show."""
    return [
        replace(item, mark="aside")
        if at in pictures
        and not (item.level or item.mark)
        and _may_caption(item.text, items[at + 1 : at + 2])
        else item
        for at, item in enumerate(items)
    ]


def _may_caption(text: str, below: Sequence[Item]) -> bool:
    ends = not below or below[0].level or FINAL.search(below[0].text)
    return len(text) <= _LONG_TITLE and not _CONTINUED.search(text) and meta_line(text) is None and bool(ends)


def _set_in(inside: Mapping[str, int], level: int, above: int) -> tuple[int, str]:
    """The level and the mark of a paragraph in a list or a quotation, with so many items above."""
    if inside["list_item"]:
        return level, "item"
    if not inside["blockquote"]:
        return level, ""
    # A heading in a quotation says what that is: Excerpt, 导语.
    return (0, "aside") if level > 1 and above < _HEAD else (level, QUOTE)


def _plain(text: str) -> str:
    """A text without what is no Markdown: templates, comments, marks of programs."""
    text = _UNSHOWN.sub("", _COMMENTS.sub("", text))
    # Several are those of what a digest speaks of.
    text = _ORIGINAL.sub(_address, text) if len(_ORIGINAL.findall(text)) == 1 else text
    text = _SHORTCODE.sub(_shown, text)
    text = _WIKI.sub(lambda found: found[1] or "", text)
    text = re.sub("^[\u3000\u00a0]+", "", text, flags=re.MULTILINE)
    text = _TAG.sub("\n\n<aside>\\g<0></aside>\n\n", text)
    text = _TIGHT_HEADING.sub("\\1 ", _TAG_BELOW.sub("\\1<aside>\\2</aside>\n\n", text))
    text = _CAPTION.sub("\n\n<aside>\\1</aside>\n\n", text)
    return _FOOTNOTE.sub(
        lambda found: f"\n\n<aside>{' '.join(found[1].split())}</aside>\n\n" if found[1] else "", text
    )


def _address(found: re.Match[str]) -> str:
    """The line of an original's address with that as it is, but where its words name a paper."""
    named = found["words"] and is_paper(found["words"])
    return found[0] if named else f"{found['before'].replace('*', '')}原文链接：{found['address']}"


def _unparsed(token: Any) -> Iterator[Item]:
    """The lines of HTML and of code; a rule is an item without a text."""
    if token.type == "hr":
        yield Item("", 0, "rule")
    elif token.type == "html_block" or (token.type == "code_block" and _MARKUP.search(token.content)):
        yield from items_of_fragment(token.content)
    elif token.type in ("code_block", "fence"):
        # Some put a whole article between fences, to keep its indents.
        mark = "aside" if is_foreign(token.content) else ""
        yield from (Item(run.text, 0, mark) for run in unwrap(split_lines(token.content)))


def _list(items: Sequence[Item]) -> list[Item]:
    """The items of a list: one that is a link among others that are text is text as they are."""
    linked = sum(item.mark == "link" for item in items)
    few = 3 * linked <= len(items)
    return [replace(item, mark="item") if few and item.mark == "link" else item for item in items]


def _table(rows: Sequence[Sequence[str]]) -> list[Item]:
    """A table, aside, but for facts: labels in its first row with one row of values below, or in its first column."""
    sideways = len(rows) == 2 and len(rows[0]) > 1
    pairs = zip(*rows, strict=False) if sideways else rows if all(len(row) == 2 for row in rows) else ()
    facts = [f"{label}：{value}" for label, value in pairs]
    told = [(line := meta_line(fact)) is not None and bool(line.fields) for fact in facts]
    if sum(told) > 1:
        return [Item(fact, 0, "" if tells else "aside") for fact, tells in zip(facts, told, strict=True)]
    return [Item(cell, 0, "aside") for row in rows for cell in row]


def _shown(found: re.Match[str]) -> str:
    """What stays of a template's mark: the place of an address, the sentences that it holds but for a picture's."""
    if _PICTURE.search(found[0]):
        return ""
    first = _SAID.search(found[0])
    last = max(map(found[0].rfind, "。！？…")) if first else -1
    said = found[0][first.start() : last + 1] if first and last > first.end() else ""
    return f"{found['link']}x" if found["link"] else said


def _without_empty(items: Sequence[Item]) -> list[Item]:
    """The items of an article whose title is known; sections above its text with nothing in them stand aside."""
    heads = list(takewhile(lambda item: item.level, items))
    kept: list[Item] = []
    lowest = DEEPEST
    for item in reversed(heads):
        empty = bool(kept) and item.level >= lowest
        kept.insert(0, replace(item, level=0, mark="aside") if empty else item)
        lowest = min(lowest, item.level)
    return [*kept, *items[len(heads) :]]


def _is_wrapped(tokens: Sequence[Any]) -> bool:
    """Whether all lines of a text are wrapped at one width: its single line ends mean nothing, below a sentence too."""
    blocks = [token.content.split("\n") for token in tokens if token.type == "inline"]
    width = max((_columns(line) for lines in blocks if len(lines) > 1 for line in lines), default=0)
    ended = [line for lines in blocks for line in lines[:-1]]
    amid = sum(not FINAL.search(line) for line in ended)
    return amid > 1 and width >= _NARROWEST and all(_columns(line) + _RAGGED >= width for line in ended)


def _columns(line: str) -> int:
    return sum(2 - char.isascii() for char in line)


def _inline(children: Sequence[Any], level: int, mark: str, wrapped: bool = False) -> list[Item]:
    """The paragraphs of one inline token: a line that is final, or before an indent, ends a paragraph."""
    lines: list[list[tuple[str, str]]] = [[]]
    styles: list[str] = []
    breaks: list[bool] = []
    linked = 0
    for child in children:
        if child.type in ("strong_open", "em_open"):
            styles.append(child.type.removesuffix("_open"))
        elif child.type in ("strong_close", "em_close"):
            styles.remove(child.type.removesuffix("_close"))
        elif child.type in ("softbreak", "hardbreak") or child.content.startswith(("<br", "<BR")):
            breaks.append(child.type != "softbreak")
            lines.append([])
        elif child.type in ("link_open", "link_close"):
            linked += child.nesting
        elif child.type == "image":
            lines[-1].append(("", "image"))
        elif child.type in ("text", "code_inline"):
            lines[-1].append((child.content, "link" if linked else styles[-1] if styles else ""))
    if level:
        text = _HASHES.sub("", _cleaned(" ".join("".join(text for text, _ in line) for line in lines)))
        return [
            Item("" if re.fullmatch("[-=*_+ ]*", text) else text, level, "head" if _DECK.search(text) else "")
        ]
    return list(_paragraphs(lines, breaks, mark, wrapped))


def _paragraphs(
    lines: Sequence[Sequence[tuple[str, str]]], breaks: Sequence[bool], mark: str, wrapped: bool
) -> Iterator[Item]:
    held = before = ""
    kinds: set[str] = set()
    # A line that was wrapped is about as long as the longest.
    longest = max((sum(len(part) for part, _ in line) for line in lines), default=0)
    for index, line in enumerate(lines):
        text = "".join(part for part, _ in line)
        styles = {style for part, style in line if part.strip()}
        if 2 * sum(len(part) for part, style in line if style == "link") > len(text):
            beside = "".join(part for part, style in line if style != "link")
            styles = {"aside"} if announces(beside) else {"link"}
        caption = len(text) <= _LONG_TITLE and not FINAL.search(text)
        if (
            caption
            and index
            and _is_picture(lines[index - 1 : index])
            and not _is_picture(lines[index + 1 : index + 2])
        ):
            # The line below the last picture, in the same paragraph, is its caption.
            styles = {"aside"}
        apart = breaks[index - 1] if index else False
        if held and (
            apart
            or (FINAL.search(held) and not wrapped)
            or len(held) < 20
            or 2 * len(before) < longest
            or styles != kinds
            or _LISTED.match(text)
            or meta_line(held)
            or meta_line(text)
        ):
            yield from _items(held, kinds, mark)
            held = ""
        latin = re.search("[A-Za-z0-9,.;:]$", held[-1:]) and re.match("[A-Za-z0-9]", text)
        held = f"{held} {text}" if latin else held + text
        kinds, before = styles, text
    if held.strip():
        yield from _items(held, kinds, mark)


def _is_picture(lines: Sequence[Sequence[tuple[str, str]]]) -> bool:
    """Whether a line, if there is one, is nothing but pictures."""
    return any(lines) and all(
        style == "image" for line in lines for part, style in line if part.strip() or style
    )


def _items(text: str, styles: set[str], mark: str) -> Iterator[Item]:
    style = next(iter(styles)) if len(styles) == 1 else ""
    if style == "link":
        style = "link" if len(text) <= _LONG_TITLE and not _CONTINUED.search(text) else ""
    for part in JOINED.split(text):
        yield Item(_cleaned(part), 0, style if style in ("link", "aside") else mark or style)


def _cleaned(text: str) -> str:
    text = _IMAGE.sub("", re.sub(r"\\(?=[^\w\s])", "", _INVISIBLE.sub("", text)))
    text = _LEFT.sub(lambda found: found[2] or found[3], text)
    return " ".join(_LEFT_MARKS.sub("", text).replace("\u3000", " ").split())
