"""From a flow of headings, paragraphs and marked lines, as Markdown, HTML, DOCX and PDF have them, to articles.

Which level of heading is that of the titles is decided once for a file: several headings of the highest level are the
titles of several articles; one alone is a title with section heads below it, or the name of a collection whose
articles have the next level.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from seeds.files.document import Block, FileArticle
from seeds.metadata import NOTHING, Fields, MetaLine, meta_line
from seeds.names import signature_of
from seeds.page import Role

_FINAL = re.compile("[。！？!?…；：:][”’」』）)】]*$")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(
    f"^(?:[(（]?{_NUMERAL}[)）]?[、.．，,： ]|第{_NUMERAL}[，,、：]|[(（](?:[0-9]{{1,2}}|{_NUMERAL})[)）]|[①-⑳]"
    "|[0-9]{1,2}[.．、)）] ?|0[0-9](?:[ \u3000]|$)|(?:首先|其次|再次|最后|其一|其二|其三)[，,、：]"
    "|(?:结语|引言|前言|导语|结尾|总结)$)"
)
_COLLECTION = re.compile(
    "选读|精选|选编|汇编|合集|文集|范文|日报|周刊|晨读|每日|素材|目录|篇$|[0-9]+篇|第.{1,4}[期辑]|集锦|汇总|整理|大全|集$"
    "|评论$|时评$|社论$|观点$"
)
_NOTE = re.compile(
    "^[(（\\[【]?(?:本文)?(?:第一|通讯)?作者.{0,12}(?:系|为|是|单位|简介|现任|供职)|^[(（].{2,20}(?:系|为).{2,40}[)）]$"
)
_CAPTION = re.compile(
    "^(?:[▲▼△↑↓]|图[:：/]|图[一二三0-9]+[:：、 ]|图片来源|资料图|题图|供图|制图"
    "|[(（]?(?:新华社|本报|视觉中国).{0,12}[摄发][)）]?$)"
)
_DASH = re.compile("^(?:——|—|――|──|--)\\s*\\S")
_SECTION = re.compile(
    "^[0-9一二三四五六七八九十.、 ]*(?:摘要|引言|前言|绪论|导语|背景|正文|结论|结语|总结|小结|后记|参考文献|参考资料"
    "|附录|目录|致谢|简介|概述)$"
)
_LABELLED = re.compile("^[\u3400-\u9fffA-Za-z]{2,8}[ \u3000]*[:：][ \u3000]*[^。！？，]{0,40}$")
_DATED = re.compile("^[（(]?(?=.*[年月])[0-9一二三四五六七八九十〇○零年月日、至 —-]{4,24}[)）]?$")
_ITEM_NUMBER = re.compile("^[0-9]{1,3}[.．、][ \u3000]*(?=\\D)")
_ORDINAL = re.compile("[一二三四五六七八九十0-9]$")
_SHORT, _LEAD = 40, 60
_TITLE_LENGTH = 6
"""Characters that the titles of a collection have on average at least."""
_HEAD_LINES, _TAIL_LINES = 8, 6
_MARKED: dict[str, Role] = {
    "aside": "furniture",
    "kicker": "kicker",
    "deck": "deck",
    "byline": "byline",
    "author_note": "author_note",
    "source": "source",
}
_NAME = re.compile("[\u3400-\u9fffA-Za-z·. ]{2,12}")


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a file: `level` 1 to 6 for a heading, 0 for a paragraph; `mark` is what else its form says of it.

    Marks: "strong" for a paragraph set bold or large as a whole, "em" in italics, "aside" for what is no running text
    (a table, a box), or a role.
    """

    text: str
    level: int = 0
    mark: str = ""


def articles_of(items: Sequence[Item], fields: Fields = NOTHING) -> tuple[FileArticle, ...]:
    """The articles of a file with headings; nothing if there is none that could be a title.

    `fields` are those of the whole file, from front matter or `<meta>`.
    """
    items = [item for item in items if item.text.strip()]
    level = _title_level(items, fields)
    if level is None:
        return ()
    if level == 0:
        return (_article(None, items, fields),)
    starts = [index for index, item in enumerate(items) if item.level == level]
    lead = items[: starts[0]]
    if len(starts) == 1:
        article = _article(items[starts[0]], items[starts[0] + 1 :], fields, lead)
        return (article,)
    found = [FileArticle(tuple(_aside(item) for item in lead))] if lead else []
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        found.append(_article(items[start], items[start + 1 : end], NOTHING))
    return tuple(found)


def one_article(items: Sequence[Item], fields: Fields = NOTHING) -> FileArticle:
    """An article without a title of its own."""
    return _article(None, [item for item in items if item.text.strip()], fields)


def _title_level(items: Sequence[Item], fields: Fields) -> int | None:
    """The level of headings that are titles; 0 for one article whose title is known or missing; None for none."""
    levels = sorted({item.level for item in items if item.level})
    if not levels:
        return 0 if fields.title else None
    top = levels[0]
    tops = [index for index, item in enumerate(items) if item.level == top]
    first = items[tops[0]]
    if fields.title and _same(first.text, fields.title):
        return top if len(tops) == 1 else 0
    if _is_section(items, tops, fields):
        return 0
    if len(tops) > 1 or len(levels) == 1:
        return top
    below = [index for index, item in enumerate(items) if item.level == levels[1]]
    return levels[1] if _is_collection(items, tops[0], below) else top


def _is_section(items: Sequence[Item], tops: Sequence[int], fields: Fields) -> bool:
    """Whether the highest headings divide one article: they are numbered, or it begins before the first of them."""
    heads = [items[index].text for index in tops]
    if len(tops) < 2:
        return False
    if fields.title or any(map(_SECTION.match, heads)):
        return True
    before = sum(
        len(item.text) for item in items[: tops[0]] if not item.mark and meta_line(item.text) is None
    )
    return before >= _LEAD or (all(map(_NUMBERED.match, heads)) and not _signed(items, tops))


def _signed(items: Sequence[Item], tops: Sequence[int]) -> bool:
    """Whether most headings have a line below them that says who wrote what follows, or when."""
    below = (items[index + 1] for index in tops if index + 1 < len(items))
    return sum(not item.level and _says_who(item.text) for item in below) >= max(2, len(tops) / 2)


def _is_collection(items: Sequence[Item], top: int, below: Sequence[int]) -> bool:
    """Whether the only highest heading names a collection of articles that have the next level."""
    heads = [items[index].text for index in below]
    if len(below) < 2 or any(map(_SECTION.match, heads)):
        return False
    if _signed(items, below):
        return True
    between = [item for item in items[top + 1 : below[0]] if meta_line(item.text) is None]
    named = _COLLECTION.search(items[top].text) is not None
    like_titles = sum(map(len, heads)) >= _TITLE_LENGTH * len(heads) and not any(map(_NUMBERED.match, heads))
    return like_titles and (named if between else named or len(items[top].text) < 8)


def _says_who(text: str) -> bool:
    line = meta_line(text)
    return (line is not None and line.role in ("byline", "source")) or signature_of(text) is not None


def _same(left: str, right: str) -> bool:
    return [c for c in left if c.isalnum()] == [c for c in right if c.isalnum()]


def _aside(item: Item) -> Block:
    line = meta_line(item.text)
    return Block("furniture", item.text, line.kind if line else "page_label")


def _article(
    title: Item | None, items: Sequence[Item], fields: Fields, lead: Sequence[Item] = ()
) -> FileArticle:
    """An article from its title and the items after it; what stands above the title is a kicker or no text."""
    blocks: list[Block] = []
    for item in lead:
        line = meta_line(item.text)
        fields |= line.fields if line else NOTHING
        kicker = line is None and len(item.text) <= _SHORT and (item.mark == "kicker" or item.level)
        blocks.append(Block("kicker", item.text) if kicker else _aside(item))
    if title is not None:
        title = replace(title, text=_ITEM_NUMBER.sub("", title.text))
        blocks.append(Block("title", title.text))
    items = list(items)
    if title is None and fields.title and items and _same(items[0].text, fields.title):
        blocks.append(Block("title", items.pop(0).text))
    body = [index for index, item in enumerate(items) if _is_body(item)]
    first = body[0] if body else len(items)
    last = body[-1] if body else -1
    links = False
    known = fields
    for index, item in enumerate(items):
        block, line = _block(
            item, index < min(first, _HEAD_LINES), index > last or len(items) - index <= _TAIL_LINES
        )
        if links and not _is_body(item):
            block = Block("furniture", item.text, "links")
        links = line.ends if line is not None else links
        if line is not None:
            known |= line.fields if line.role != "title" else Fields(title=line.fields.title)
        if block.role == "byline" and not known.authors and (signed := signature_of(block.text)) is not None:
            known |= Fields(authors=signed.authors)
        blocks.append(block)
    if title is not None:
        known = Fields(title=title.text) | known
    return FileArticle(tuple(blocks), known)


def _is_body(item: Item) -> bool:
    """Whether an item is running text for certain."""
    text = item.text
    return (
        not item.level
        and not item.mark
        and (len(text) > _SHORT or bool(_FINAL.search(text)))
        and meta_line(text) is None
    )


def _block(item: Item, in_head: bool, in_tail: bool) -> tuple[Block, MetaLine | None]:
    """What an item is, by its mark, its form, and whether it stands before the text begins or where it ends."""
    line = meta_line(item.text)
    if line is not None and (line.role != "title" or in_head):
        return Block(line.role, item.text, line.kind), line
    if item.mark in _MARKED:
        return Block(_MARKED[item.mark], item.text, "table"), None
    if (kind := _beside(item, in_head, in_tail)) is not None:
        return Block("furniture", item.text, kind), None
    return Block(_role(item, in_head, in_tail), item.text), None


def _beside(item: Item, in_head: bool, in_tail: bool) -> str | None:
    """The kind of furniture of a line that stands beside the text; None for text."""
    text = item.text
    if (_CAPTION.search(text) and len(text) <= _LEAD) or (item.mark == "strong" and text.startswith("·")):
        return "caption"
    if item.level:
        return None
    if (in_head or in_tail) and _DATED.match(text):
        return "date_line"
    if in_head and item.mark != "strong" and _LABELLED.match(text):
        return "notice"
    return "other" if item.mark == "web" and in_head and _edge_role(item, in_head) == "deck" else None


def _role(item: Item, in_head: bool, in_tail: bool) -> Role:
    text = item.text
    if item.level:
        deck = in_head and item.level > 1 and not _NUMBERED.match(text) and item.mark == "head"
        return "deck" if deck else "heading"
    if in_head or in_tail:
        if len(text) <= 120 and _NOTE.search(text):
            return "author_note"
        if len(text) <= _SHORT:
            return _edge_role(item, in_head)
    return (
        "heading"
        if item.mark == "strong" and len(text) <= _SHORT and not re.search("[。；;]$", text)
        else "body"
    )


def _edge_role(item: Item, in_head: bool) -> Role:
    """The role of a short line between title and text, or after the text."""
    text = item.text
    if signature_of(text) is not None:
        return "byline"
    if in_head and item.mark == "em" and _NAME.fullmatch(text):
        return "byline"
    if in_head and _DASH.match(text):
        return "kicker"
    if item.mark == "strong" and not in_head and not re.search("[。；;]$", text):
        return "heading"
    if _FINAL.search(text) or not in_head:
        return "body"
    return "byline" if len(text) <= 6 and _NAME.fullmatch(text) and not _ORDINAL.search(text) else "deck"
