"""One article from a flow of marked lines: which of them are its head, its text, what stands beside and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from seeds.files.document import Block, FileArticle
from seeds.files.lineforms import (
    END_NOTES,
    IN_PAPER,
    LEAST_PART,
    NOTES,
    NUMBER,
    NUMBERED,
    SECTION,
    bare,
    has_letters,
    is_called,
    is_caption,
    names_someone,
    says_who,
)
from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import words
from seeds.metadata import NOTHING, Fields, MetaLine, find_date, iso_date, meta_line, told_behind
from seeds.metadata.dates import DATE, TIME
from seeds.names import is_name, is_signed, is_unit, signature_of, signed_inside, speaker_of
from seeds.page import Role

_FINAL = re.compile("[。！？!?…；：:][”’」』）)】]*$")
_NOTE = re.compile(
    "^[(（\\[【]?(?:本文)?(?:第一|通讯)?[作译]者.{0,12}(?:系|为|是|单位|简介|现任|供职)|^[(（](?!.*(?:化名|原题|图为)).{2,20}(?:系|为).{2,40}[)）]$"
)
_DATELINE = re.compile("^.{2,16}[0-9日][ \u3000]*[电讯](?:[ \u3000（(]|$)")
_OF_DAY = re.compile(
    f"[(（]?{DATE.pattern}[^。）)]{{0,12}}[)）]|[^，。]{{2,12}}[0-9]{{1,2}}月[0-9]{{1,2}}日电"
)
"""The day of a speech and its place, or of the agency's dispatch that has it."""
_DASHES = re.compile("—+|－{2}")
_DECK = re.compile("^[【\\[]?(?:摘要|内容提要|内容摘要|核心提示|提要|导读)[】\\]:：]")
_NOTED = re.compile("^(?:[\\[〔【(（]?[0-9]{1,3}[\\]〕】)）.、 ]|[①-⑳])")
"""How a note, or a work that an article refers to, begins."""
_DASH = re.compile("^(?:——|—|――|──|--)\\s*\\S")
_OCCASION = re.compile(
    "[（(]?[^。！？，]{0,16}在[^。！？，]{4,40}(?:会议|[会坛式])上(?:的[^。！？，]{2,8})?[）)]?"
)
"""Where a speech was held."""
_LABELLED = re.compile(
    f"^(?:(?:[{HAN}A-Za-z]{{2,12}}|[A-Z][a-z]+ [A-Z][A-Za-z]+)[ \u3000]*[:：]|【[{HAN}]{{2,6}}】)[ \u3000]*"
    "(?:[^。！？，]{0,40}|[ -~]{0,160})$"
)
_VALUE = re.compile("[:：][\x00-\x7f]*$")
_DATED = re.compile(
    "^[（(]?(?:(?=.*[年月])[0-9一二三四五六七八九十〇○零年月日、至 —-]{4,24}|20[0-9]{2}[./](?:0?[1-9]|1[0-2]))[)）]?$"
)
_SOME_DAY = re.compile("([12][0-9]{3}年[0-9]{1,2}月)[xX×某?？]{1,2}日")
"""A day of a month that is not told."""
_LABEL = re.compile(f"^[{HAN}]{{2,4}}[:：]")
_ACCOUNT = re.compile(f"([{HAN}]{{2,8}}(?<![于稿]))[ \u3000|｜·]+(?:{DATE.pattern})(?:{TIME.pattern})?")
"""A word and a day, close below a title: where an article was published, though no form of a name says so."""
_ITEM_NUMBER = re.compile("^[0-9]{1,3}[.．、](?:[ \u3000]+|(?=\\D))")
_SHORT = 40
"""A line of more characters is text."""
_REPORTER = re.compile("记者|通讯员|评论员|撰稿人")
_SECOND, _LEAST_TITLE, _EXCERPT = 2, 6, 15
_OF_WORK = re.compile(f"[{HAN}]{{0,4}}(?:标题|题目|书名|片名)[ \u3000]*[:：][ \u3000]*(.*)")
"""What names the work that the facts are about."""
_FACTS = 3
"""Labelled lines, one more if one is known as a field, that are facts above a text."""
_DAYS, _DEEPEST = 3, 6
"""Days alone on a line that a diary has at least; the level of the lowest heading."""
_HEAD_LINES, _TAIL_LINES = 8, 6
_MOST_DECKS, _DECK_SIZE = 2, 5
_ROLES: tuple[Role, ...] = ("kicker", "deck", "byline", "author_note", "source")
_MARKED: dict[str, Role] = {"aside": "furniture", "fact": "furniture", "link": "furniture", "item": "body"}
_MARKED |= {role: role for role in _ROLES}
_NAME = re.compile(f"[{HAN}A-Za-z·. ]{{2,12}}")
_OFFICE = re.compile(f"[{HAN} \u3000]{{2,40}}[部委院局厅署办会室司处行社府团校所站队心组联馆库厂] *")
"""A name or the name of an office on a line of its own."""
_LETTERS = re.compile(f"(?<![{HAN}]{{2}})(?<=[{HAN}])[ \u3000]+(?=[{HAN}](?![{HAN}]))")
"""What stands between the letters of a word that is set wide: 商 务 部."""
_SIGNERS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a file: `level` 1 to 6 for a heading, 0 for a paragraph; `mark` is what else its form says of it.

    Marks: "strong" for a paragraph set bold or large as a whole, "em" in italics, "item" of a list, "cell" for one of a
    table's cell, "web" for one of a web page, "link" for nothing but a link, "aside" for what is no running text (a
    table, a box), or a role.
    """

    text: str
    level: int = 0
    mark: str = ""


def one_article(
    items: Sequence[Item],
    fields: Fields = NOTHING,
    title: Item | None = None,
    lead: Sequence[Item] = (),
    *,
    whole: bool = False,
) -> FileArticle:
    """An article from its title and the items after it; what stands above the title is a kicker or no text.

    `fields` are what is known of it beforehand; its title may stand among them. Of `whole` items each is one block.
    """
    blocks: list[Block] = []
    written = NOTHING
    for item in lead:
        line = meta_line(item.text)
        if line is not None and line.written:
            written |= line.fields
        else:
            fields |= line.fields if line else Fields(date=find_date(item.text))
        kicker = line is None and len(item.text) <= _SHORT and (item.mark == "kicker" or item.level)
        blocks.append(Block("kicker", item.text) if kicker else beside(item))
    items = [part for item in items if item.text.strip() for part in ([item] if whole else _told_apart(item))]
    if title is not None:
        shown = _ITEM_NUMBER.sub("", title.text)
        blocks.append(Block("title", shown))
        some = _SOME_DAY.match(shown)
        day = find_date(shown) if DATE.match(shown) else iso_date(some[1]) if some else None
        fields = Fields(title=shown, date=day) | fields
    elif fields.title and DATE.fullmatch(fields.title):
        # A page of a diary is of the day that it is called by, whenever it was put online.
        fields = replace(fields, date=iso_date(fields.title) or fields.date)
    elif fields.title and items and _tells(items[0], fields.title):
        blocks.append(Block("title", items.pop(0).text))
    found, known = _below(items, fields)
    blocks += found
    if not any(block.role == "body" for block in blocks):
        # So short a text has nothing but what looks like its head.
        kinds = ("notice", "editor", "table", "links", "caption")
        blocks = [replace(b, role="body") if b.role == "deck" or b.kind in kinds else b for b in blocks]
    return FileArticle(tuple(blocks), known | written)


def _told_apart(item: Item) -> list[Item]:
    """A paragraph, and what is told of the article behind its last sentence."""
    bounds = [0, *(end for _, end in (() if item.level else told_behind(item.text))), len(item.text)]
    return [replace(item, text=item.text[start:end].strip()) for start, end in pairwise(bounds)]


def _tells(item: Item, title: str) -> bool:
    """Whether a first line is the title, or enough of it."""
    line, named = bare(item.text), bare(title)
    rest = named.removesuffix(line)
    apart = rest.isascii() or title.removesuffix(item.text)[-1:] in " \u3000]】）)|｜:：_"
    return rest != named and (len(line) >= _LEAST_TITLE or not rest or (item.level > 0 and apart))


def beside(item: Item) -> Block:
    """An item that belongs to no article."""
    line = meta_line(item.text)
    return Block("furniture", item.text, line.kind if line else "page_label")


def _below(items: Sequence[Item], known: Fields) -> tuple[list[Block], Fields]:
    """The blocks below a title, and what they say of their article."""
    items = _facts_below(
        _named_by_day(_facts_aside(_said_again(items, bare(known.title or "")), known.title))
    )
    items = _spoken(_without_emphasis(_days_as_heads(items)), known)
    named = bare(known.title or "")
    body = [index for index, item in enumerate(items) if _is_body(item) and not is_called(item.text, named)]
    first, last = (body[0], body[-1]) if body else (len(items), -1)
    below = {item.mark for item in items[last + 1 :]}
    if below == {"link"} and items[last].text.endswith(("：", ":")):
        # What says that links follow belongs to them.
        items = [*items[:last], replace(items[last], mark="aside"), *items[last + 1 :]]
    if sum(not (item.mark or item.level) for item in items[last + 1 :]) > 2 * _TAIL_LINES:
        # A text that goes on in short lines without a mark at their ends: verses.
        last = len(items) - 1
    blocks: list[Block] = []
    days: list[int] = []
    links = noted = headed = False
    ended = next((at for at in range(len(items) - 1, last, -1) if _goes_on(items[at])), last)
    for index, item in enumerate(items):
        in_head = index < min(first, _HEAD_LINES)
        in_tail = index > last or len(items) - index <= _TAIL_LINES
        told = meta_line(item.text)
        # Below a foreword the line that says who wrote the article stands in the middle.
        late = 2 * index < len(items) and not known.authors and _names_reporter(item.text, told, index)
        block, line = _block(item, in_head or late, in_tail, index > last, known.title)
        if line is None and block.role == "byline" and (index and last < index < ended):
            block = replace(block, role="body")  # A name that text follows signs nothing.
        opens = (NOTES if not item.level else END_NOTES).match(item.text) is not None
        headed = item.level > 0 if opens else headed and not item.level
        goes_on = _NOTED.match(item.text) is not None or (index > last and told is None)
        noted = opens or headed or (noted and goes_on)
        links = links and not (item.level and index < last)
        if links and (not _is_body(item) or (item.mark == "item" and not _FINAL.search(item.text))):
            block = Block("furniture", item.text, "links")
        elif noted:
            block = Block("furniture", item.text, "references")
        # What a line below the text ends with a colon for stands on the next.
        announces = index > last and block.role == "furniture" and item.text.endswith(("：", ":"))
        ends = line is not None and (line.ends or announces)
        links = ends if line is not None and item.mark not in ("item", "link") else links
        if line is not None and (in_head or in_tail or late):
            known |= line.fields
        elif item.mark != "fact" and (index < first or index > last or late):
            known |= _said(block, index < first)
        days += [index] if "date_line" in (block.kind, told and told.kind) and not item.level else []
        blocks.append(block)
    blocks = _without_ends(_settled(blocks, items), items)
    known |= Fields(authors=speaker_of(known.title or "")) | _signed(blocks, items, days, last)
    texts = [block.text for block in blocks if block.role == "body"]
    if texts:
        names = () if known.authors else signed_inside(texts[-1], texts[0])
        known |= Fields(authors=names)
    return blocks, known


def _spoken(items: Sequence[Item], known: Fields) -> list[Item]:
    """The items, where lines above a speech whose title names the speaker tell the day, its own title, the speaker."""
    names, title = known.authors or speaker_of(known.title or ""), bare(known.title or "")
    head = list(takewhile(lambda item: not _FINAL.search(item.text), items[:_HEAD_LINES]))

    def mark(item: Item) -> str:
        own = _DASHES.split(item.text)[-1]
        if own != item.text and len(own) >= LEAST_PART and bare(own) in title:
            return "deck"
        signed = len(item.text) <= _SHORT and item.text.split()[-1] in names
        return "byline" if signed else "aside" if _OF_DAY.fullmatch(item.text) else item.mark

    marked = (
        replace(item, level=0, mark=found) if (found := mark(item)) != item.mark else item for item in head
    )
    return [*(marked if names and len(head) > 1 else head), *items[len(head) :]]


def _names_reporter(text: str, told: MetaLine | None, index: int) -> bool:
    """Whether a line names the author: as a field, or close to the beginning, as the reporters of a press."""
    if told is not None or index > _SECOND or len(text) > _SHORT:
        return told is not None and told.role == "byline"
    return _REPORTER.search(text) is not None and signature_of(text) is not None


def _goes_on(item: Item) -> bool:
    """Whether a line below the last sentence is text still: no signature, no day, nothing that stands beside it."""
    if item.level or item.mark not in ("", "cell", "item") or _beside(item, False, True, None):
        return False
    return not (says_who(item.text) or meta_line(item.text))


def _without_emphasis(items: Sequence[Item]) -> list[Item]:
    """The items, where three lines or more that are set bold one below the other, or marks alone, are no headings."""
    runs = [list(run) for _, run in groupby(items, key=lambda item: item.mark == "strong")]
    kept = (
        (item, item.mark != "strong" or (len(run) < 3 and has_letters(item.text)))
        for run in runs
        for item in run
    )
    return [item if whole else replace(item, mark="") for item, whole in kept]


def _facts_aside(items: Sequence[Item], title: str | None) -> Sequence[Item]:
    """The items, where several labelled lines above the text, perhaps a list with headings of its own, are facts.

    Those on another work tell nothing of this one.
    """
    facts = list(
        takewhile(lambda item: item.level or (item.mark != "cell" and _LABELLED.match(item.text)), items)
    )
    while facts and facts[-1].level:
        facts.pop()
    labelled = [item for item in facts if not item.level]
    if len({re.split(" *[:：】]", item.text)[0] for item in labelled}) < len(labelled):
        return items  # What people say in turn.
    told = [item for item in labelled if meta_line(item.text)]
    headed = any(item.level for item in items[len(facts) : len(facts) + 1])
    if not told or len(labelled) + 1 < _FACTS or (len(labelled) < len(facts) and not headed):
        return items
    works = {bare(found[1]) for item in facts if (found := _OF_WORK.match(item.text))}
    kept = [] if works - {bare(title or "")} else told
    aside = (item if item in kept else replace(item, level=0, mark="fact") for item in facts)
    # Among facts an account is no invitation to follow it.
    named = (replace(item, mark="source") if item.text.startswith("公众号") else item for item in aside)
    return [*named, *items[len(facts) :]]


def _days_as_heads(items: Sequence[Item]) -> Sequence[Item]:
    """The items: several lines that are days alone head a diary's parts; one alone, below the title, no heading."""
    days = [not item.level and DATE.fullmatch(item.text) is not None for item in items]
    if sum(days) >= _DAYS:
        return [replace(item, level=_DEEPEST) if day else item for item, day in zip(items, days, strict=True)]
    lines = (meta_line(item.text) if item.level or item.mark == "strong" else None for item in items)
    lone = [at for at, line in enumerate(lines) if line and line.kind == "date_line"] == [0]
    return [replace(items[0], level=0, mark=""), *items[1:]] if lone else items


def _said_again(items: Sequence[Item], title: str) -> list[Item]:
    """The items, where a line that only begins the text, as programs cut it, or a title once more, stands aside."""
    found = list(items)
    for at, item in enumerate(items[:_HEAD_LINES]):
        # A line of a song that is sung again is no shorter.
        whole = _FINAL.search(item.text) and not item.text.endswith("…")
        begun = "" if whole and not _LABEL.match(item.text) else bare(_LABEL.sub("", item.text))
        cut = len(begun) >= _EXCERPT
        rest = bare("".join(other.text for other in items[at + 1 : at + 4])) if cut else ""
        cut = cut and (rest.startswith(begun) or (item.text.endswith(("…", "...")) and begun in rest))
        if cut or (title and (item.level or item.mark == "strong") and is_called(item.text, title)):
            found[at] = replace(item, level=0, mark="aside")
    return found


def _facts_below(items: Sequence[Item]) -> Sequence[Item]:
    """The items, where labelled lines at the end beside one that names people are facts: 采访：…, 主编：…."""
    last = list(takewhile(lambda item: not item.level and _LABELLED.match(item.text), reversed(items)))
    told = filter(None, (meta_line(item.text) for item in last))
    named = any(line.kind == "editor" or line.fields.authors for line in told)
    if not named or len({re.split(" *[:：]", item.text)[0] for item in last}) < len(last):
        return items
    facts = (item if meta_line(item.text) else replace(item, mark="fact") for item in reversed(last))
    return [*items[: -len(last)], *facts]


def _signed(blocks: list[Block], items: Sequence[Item], days: Sequence[int], last: int) -> Fields:
    """Who signed above which of the `days`; lines below the `last` of the text are no part of it."""
    known = NOTHING
    for day in days:
        signed = _signers(items, day)
        ends = day > last and blocks[day].kind == "date_line"
        if not signed or not (ends or _OFFICE.fullmatch(items[day - 1].text)):
            continue
        lines = (items[at].text.strip() for at in signed)
        names = (name for line in lines for name in re.split("[ \u3000]{2,}", _LETTERS.sub("", line)))
        known |= Fields(authors=tuple(names), date=iso_date(items[day].text) if ends else None)
        for at in signed if ends else ():
            blocks[at] = replace(blocks[at], role="byline")
    return known


def _signers(items: Sequence[Item], day: int) -> list[int]:
    """Where offices, or a name below the end of the text, stand above a day."""
    above = range(day - 1, -1, -1)
    signed = list(takewhile(lambda at: not items[at].level and _OFFICE.fullmatch(items[at].text), above))
    if not signed and day > 1 and _NAME.fullmatch(items[day - 1].text) and _FINAL.search(items[day - 2].text):
        return [day - 1]
    return signed[::-1] if len(signed) < min(day, _SIGNERS) else []


def _named_by_day(items: Sequence[Item]) -> list[Item]:
    """The items, where a name set as a heading, or beside a line that tells a day or a paper though it may be a word,
    and the name of a paper, are who wrote it, and where.
    """
    head = list(takewhile(lambda item: len(item.text) <= _SHORT and not _FINAL.search(item.text), items))
    lines = [meta_line(item.text) for item in head]
    accounts = [
        at < _SECOND
        and line is None
        and (said := _ACCOUNT.fullmatch(item.text))
        and not (is_unit(said[1]) or meta_line(said[1]))
        for at, (item, line) in enumerate(zip(head, lines, strict=True))
    ]
    dated = any(accounts) or any(line and line.fields.date for line in lines)
    told = [
        bool(account) or (line is not None and not line.fields.authors and bool(line.fields))
        for account, line in zip(accounts, lines, strict=True)
    ]
    found: list[Item] = []
    for at, item in enumerate(head if any(told) else ()):
        beside = any(told[max(0, at - 1) : at + 2]) and item.mark in ("", "strong") and is_name(item.text)
        named = (dated and item.level > 1 and names_someone(item.text)) or (
            beside and simplified(item.text)[0] in words("surnames", "common")
        )
        paper = accounts[at] or (dated and item.mark in ("", "web") and IN_PAPER.fullmatch(item.text))
        mark = "byline" if named else "source" if paper else ""
        found.append(replace(item, level=0, mark=mark) if mark else item)
    return [*found, *items[len(found) :]]


def _settled(blocks: Sequence[Block], items: Sequence[Item]) -> list[Block]:
    """A few short lines may be decks; more are text, and such lines of a web page neither."""
    heads = [item for block, item in zip(blocks, items, strict=False) if block.role == "heading"]
    many = sum(block.role == "deck" for block in blocks) > _MOST_DECKS

    def role(block: Block, item: Item) -> Role:
        if block.role != "deck" or _is_head(item, heads):
            return "heading" if block.role == "deck" else block.role
        return "furniture" if item.mark == "web" else "body" if many else "deck"

    return [replace(block, role=role(block, item)) for block, item in zip(blocks, items, strict=False)]


def _is_head(item: Item, heads: Sequence[Item]) -> bool:
    """Whether a line between title and text, set as the headings below it are, is the first of them."""
    if item.level:
        return any(head.level == item.level for head in heads)
    longest = max((len(head.text) for head in heads if head.mark == "strong"), default=0)
    return item.mark == "strong" and len(item.text) <= longest and not re.search("[，。；：！？,]", item.text)


def _without_ends(blocks: list[Block], items: Sequence[Item]) -> list[Block]:
    """The blocks, where a heading behind the text, of links or of lines that stand aside, does so too."""
    last = max((at for at, block in enumerate(blocks) if block.role == "body"), default=len(blocks))
    for at in range(last + 1, len(blocks) - 1):
        aside = blocks[at + 1].role == "furniture" and (
            items[at + 1].mark == "link" or blocks[at + 1].kind != "table"
        )
        if aside and items[at].level and blocks[at].role == "heading":
            blocks[at] = Block("furniture", blocks[at].text, "links")
    return blocks


def _said(block: Block, in_head: bool) -> Fields:
    """What a bare name or a bare date above or below a text says."""
    if block.role == "byline" and (signed := signature_of(block.text)) is not None:
        return Fields(authors=signed)
    if block.role == "source" and block.kind == "table":
        account = _ACCOUNT.fullmatch(block.text)
        named = account[1] if account else re.sub("^公众号 ?[:：] ?", "", block.text)
        return Fields(source=named, date=find_date(block.text))
    if block.kind == "date_line" and not find_date(block.text):
        return Fields(date=iso_date(block.text.strip("()（） ")))  # A month alone.
    return Fields(date=find_date(block.text)) if in_head and block.role == "furniture" else NOTHING


def _is_body(item: Item) -> bool:
    """Whether an item is running text for certain."""
    text = item.text
    return (
        not item.level
        and item.mark in ("", "cell", "item")
        and (item.mark == "item" or len(text) > _SHORT or bool(_FINAL.search(text)))
        and meta_line(text) is None
        and not _DECK.match(text)
        and not is_caption(text)
        and not is_signed(text)
    )


def _block(
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
    if line is not None and line.role == "source" and len(item.text) <= _SHORT and not _DASH.match(item.text):
        # In the middle of a text: whose picture it is.
        return Block("furniture", item.text, "caption"), None
    if in_head and not (item.level or item.mark == "aside") and _DECK.match(item.text):
        return Block("deck", item.text), None
    if item.mark == "item" and in_head and is_caption(item.text):
        return Block("furniture", item.text, "caption"), None
    if item.mark == "link" and not (in_head or below):
        return Block("body", item.text), None
    if item.mark in _MARKED:
        return Block(_MARKED[item.mark], item.text, "table"), None
    if (kind := _beside(item, in_head, below, title)) is not None:
        return Block("furniture", item.text, kind), None
    return Block(_role(item, in_head, in_tail, below), item.text), None


def _beside(item: Item, in_head: bool, below: bool, title: str | None) -> str | None:
    """The kind of furniture of a line that stands beside the text; None for text."""
    text = item.text
    if is_caption(text) or (item.mark == "strong" and text.startswith("·")):
        return "caption"
    if item.level:
        return (
            "other"
            if re.fullmatch("(?:文章|原文)?(?:正文|全文|(?<=[章文])内容)(?:内容)?[:：]?", text)
            else None
        )
    if re.fullmatch("[-=*#_~·—+]{1,2}", text):
        return "rule"
    if in_head and title is not None and (is_called(text, bare(title)) or _repeats(text, title)):
        return "other"
    if in_head and NUMBER.fullmatch(text):
        return "notice"
    if (in_head or below) and _DATED.match(text):
        return "date_line"
    labelled = in_head and item.mark != "cell" and _LABELLED.match(text)
    return "notice" if labelled and (item.mark == "web" or _VALUE.search(text)) else None


def _repeats(text: str, title: str) -> bool:
    """Whether a line says a part of the title once more."""
    return LEAST_PART <= len(text) <= len(title) and bare(text) in bare(title)


def _role(item: Item, in_head: bool, in_tail: bool, below: bool) -> Role:
    text = item.text
    if item.level:
        deck = in_head and item.level > 1 and not NUMBERED.match(text) and item.mark == "head"
        return "deck" if deck else "heading"
    if in_head or in_tail:
        if len(text) <= 120 and _NOTE.search(text):
            return "author_note"
        if len(text) <= _SHORT or is_signed(text):
            return _edge_role(item, in_head, below)
    return "heading" if _is_set_as_head(item) and len(text) <= _SHORT else "body"


def _is_set_as_head(item: Item) -> bool:
    return item.mark == "strong" and not re.search("[。；;]$", item.text)


def _edge_role(item: Item, in_head: bool, below: bool) -> Role:
    """The role of a short line between title and text, or after the text."""
    text = item.text
    if (in_head or (below and not _DASH.match(text))) and names_someone(text):
        return "byline"
    if in_head and (_DASH.match(text) or _OCCASION.fullmatch(text)):
        return "deck"
    if _is_set_as_head(item) and (not in_head or SECTION.match(bare(text))):
        return "heading"
    # What is set apart is a deck; a plain short line may as well begin the text.
    if _FINAL.search(text) or not in_head or _DATELINE.match(text) or item.mark in ("", "cell"):
        return "body"
    return "deck" if len(text) >= _DECK_SIZE else "furniture"
