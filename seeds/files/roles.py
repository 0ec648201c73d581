"""What a line of an article is, by its mark, its form, and whether it stands above, in or below the text."""

from __future__ import annotations

import re

from seeds.files.document import Block, Item
from seeds.files.lineforms import (
    FINAL,
    LEAST_PART,
    NUMBER,
    NUMBERED,
    SECTION,
    WHOLE_TEXT,
    bare,
    is_called,
    names_someone,
)
from seeds.language.variants import simplified
from seeds.metadata import MetaLine, meta_line
from seeds.metadata.captions import is_caption
from seeds.names import OCCASION, is_signed
from seeds.offices import is_unit
from seeds.page import Role

_NOTE = re.compile(
    "^[(（\\[【]?(?:本文)?(?:第一|通讯)?[作译]者.{0,12}(?:系|为|是|单位|简介|现任|供职)"
    "|^[(（](?!.*(?:化名|原题|图为)).{2,20}(?:系|为).{2,40}[)）]$"
    "|^[(（]?笔者(?:系|现任|是|为(?![此了什何]))[^。！？]{1,50}"
    "(?:[教讲律牧医教技]师|教授|[学作记编]者|作家|[议委雇职队会]?员|主席|会长|编辑|博士|硕士|总监|主任|[校院所馆社]长"
    "|学生|研究生|理事|顾问|经理|工程师|医生|校友|居民|村民|市民)[。）)]{0,2}$"
)
"""Who an author is, of simplified characters."""
_ABOUT = re.compile(
    "^[(（【]?(?:[关關][于於][作译譯]者|[作译譯]者(?:[简簡]介|介[绍紹]))[】 ]{0,2}[:：丨｜|-]"
)
"""How a paragraph begins that tells who an author is, however long."""
_DATELINE = re.compile("^.{2,16}[0-9日][ \u3000]*[电讯](?:[ \u3000（(]|$)")
_DECK = re.compile(
    "^[【\\[]?(?:[A-Za-z]{2,8}(?=编))?(?:内容提要|内容摘要|核心提示|阅读提示|编者的话|开栏的话"
    "|[摘提导][ \u3000]{0,4}[要读語语]"
    "|编[ \u3000]{0,4}[者后前]?[ \u3000]{0,4}按|編者?按|[译譯]者?按|按|注释?|采编过程|社会效果|推荐理由"
    "|(?:教师|老师|名师|专家)?(?:点评|评语))[】\\])）:：]"
)
_DASH = re.compile("^(?:——|—|――|──|--)\\s*\\S")
_DATED = re.compile(
    "^[（(]?(?:(?=.*[年月])[0-9一二三四五六七八九十〇○零年月日、至 —-]{4,24}|20[0-9]{2}[./](?:0?[1-9]|1[0-2]))[)）]?$"
)
SHORT = 40
"""A line of more characters is text."""
_DECK_SIZE = 5
_ROLES: tuple[Role, ...] = ("kicker", "deck", "byline", "author_note", "source")
_MARKED: dict[str, Role] = {"aside": "furniture", "fact": "furniture", "link": "furniture", "item": "body"}
_MARKED |= {role: role for role in _ROLES}


def is_deck(text: str) -> bool:
    """Whether a line says that it is a standfirst or an editor's note."""
    return _DECK.match(text) is not None


def is_body(item: Item) -> bool:
    """Whether an item is running text for certain."""
    text = item.text
    return (
        not item.level
        and item.mark in ("", "cell", "item")
        and (item.mark == "item" or len(text) > SHORT or bool(FINAL.search(text)))
        and meta_line(text) is None
        and not (is_deck(text) or _ABOUT.match(text))
        and not is_caption(text)
        and not is_signed(text)
        and not _is_place_of_work(text)
    )


def role_of_item(
    item: Item, in_head: bool, in_tail: bool, below: bool, title: str | None
) -> tuple[Block, MetaLine | None]:
    """What an item is, by its mark, its form, and whether it stands before the text, where it ends, or below it."""
    line = meta_line(item.text) if item.mark not in ("fact", "source") else None
    path = line is not None and line.kind == "nav" and ">" in item.text
    day = line is not None and line.kind == "date_line" and item.mark != "web"
    button = line is not None and line.kind == "share" and item.mark != "web" and item.level > 0
    headed = (button or (day and (item.level > 0 or item.mark == "strong"))) and not below
    if headed or ((path or day or item.mark == "item") and not (in_head or in_tail)):
        # How to get somewhere, a day of a chronicle, a heading, or an item of a list in the middle of a text.
        line = None
    if line is not None and (in_head or in_tail or line.role == "furniture"):
        return Block(line.role, item.text, line.kind), line
    if line is not None and line.role == "source" and len(item.text) <= SHORT and not _DASH.match(item.text):
        # In the middle of a text: whose picture it is.
        return Block("furniture", item.text, "caption"), None
    if in_head and not (item.level or item.mark == "aside") and is_deck(item.text):
        return Block("deck", item.text), None
    if item.mark == "item" and in_head and is_caption(item.text):
        return Block("furniture", item.text, "caption"), None
    if item.mark == "link" and not (in_head or below):
        return Block("body", item.text), None
    if item.mark == "day":
        return Block("furniture", item.text, "date_line"), None
    if item.mark in _MARKED:
        return Block(_MARKED[item.mark], item.text, "table"), None
    if (kind := kind_beside(item, in_head, below, title)) is not None:
        return Block("furniture", item.text, kind), None
    return Block(_role(item, in_head, in_tail, below), item.text), None


def kind_beside(item: Item, in_head: bool, below: bool, title: str | None) -> str | None:
    """The kind of furniture of a line that stands beside the text; None for text."""
    text = item.text
    if is_caption(text):
        return "caption"
    if below and is_deck(text):
        return "notice"
    if item.level:
        return "other" if WHOLE_TEXT.fullmatch(text) else None
    if re.fullmatch("[-=*#_~·—+]{1,2}", text) or (in_head and re.fullmatch("[0-9,， \u3000]{1,8}", text)):
        return "rule"
    if in_head and title is not None and (is_called(text, bare(title)) or _repeats(text, title)):
        return "other"
    if in_head and re.fullmatch("正[ \u3000]*文[:：]?", text):
        return "other"
    if in_head and NUMBER.fullmatch(text):
        return "notice"
    return "date_line" if (in_head or below) and _DATED.match(text) else None


def _repeats(text: str, title: str) -> bool:
    """Whether a line says a part of the title once more."""
    return LEAST_PART <= len(text) <= len(title) and bare(text) in bare(title)


def _role(item: Item, in_head: bool, in_tail: bool, below: bool) -> Role:
    text = item.text
    if item.level:
        deck = in_head and item.level > 1 and not NUMBERED.match(text) and item.mark == "head"
        return "deck" if deck else "heading"
    if in_head or in_tail:
        if _ABOUT.match(text) or (
            len(text) <= 120 and (_NOTE.search(simplified(text)) or (in_head and _is_place_of_work(text)))
        ):
            return "author_note"
        if len(text) <= SHORT or is_signed(text):
            return _edge_role(item, in_head, below)
    return "heading" if _is_set_as_head(item) and len(text) <= SHORT else "body"


def _is_place_of_work(text: str) -> bool:
    """Whether brackets hold nothing but where an author works, as journals print it: （江城大学，江城 430077）."""
    inner = re.fullmatch("[（(]([^（()）。！？]{4,90})[)）]", text)
    parts = re.findall("[0-9]{6}|[^，,；;、 \u30000-9.．]+|[0-9]+|[.．]", inner[1]) if inner else []
    return any(map(is_unit, parts)) and all(
        _are_units(x) or re.fullmatch("[0-9]{6}|[1-9]|[.．]", x) for x in parts
    )


def _are_units(text: str) -> bool:
    """Whether a text names a place or an office, or one and the next at once: 湖北武汉."""
    return is_unit(text) or any(is_unit(text[:at]) and is_unit(text[at:]) for at in range(2, len(text) - 1))


def _is_set_as_head(item: Item) -> bool:
    return item.mark == "strong" and not re.search("[。；;]$", item.text)


def _edge_role(item: Item, in_head: bool, below: bool) -> Role:
    """The role of a short line between title and text, or after the text."""
    text = item.text
    if (in_head or (below and not _DASH.match(text))) and names_someone(text):
        return "byline"
    if in_head and (_DASH.match(text) or re.fullmatch(OCCASION, text)):
        return "deck"
    if _is_set_as_head(item) and (not in_head or SECTION.match(bare(text))):
        return "heading"
    # What is set apart is a deck; a plain short line may as well begin the text.
    if (
        FINAL.search(text)
        or text.endswith("——")
        or not in_head
        or _DATELINE.match(text)
        or item.mark in ("", "cell")
    ):
        return "body"
    return "deck" if len(text) >= _DECK_SIZE else "furniture"
