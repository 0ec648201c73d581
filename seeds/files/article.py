"""One article from a flow of marked lines: which of them are its head, its text, what stands beside and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise, takewhile
from operator import or_

from seeds.files.document import Block, FileArticle, Item
from seeds.files.lineforms import END_NOTES, FINAL, ISSUE, NOTES, bare, is_called, says_who
from seeds.files.neighbours import (
    ACCOUNT,
    HEAD_LINES,
    NEAR_TOP,
    days_as_heads,
    facts_aside,
    facts_below,
    named_again,
    named_by_day,
    offices,
    pleas_aside,
    quoted_facts,
    said_again,
    spoken,
    stamps_aside,
    without_emphasis,
)
from seeds.files.numbered import numbered_heads
from seeds.files.roles import SHORT, is_body, kind_beside, role_of_item
from seeds.files.slots import by_place
from seeds.files.thread import answers_aside
from seeds.files.titleline import told_by_title
from seeds.language.characters import HAN
from seeds.metadata import NOTHING, Fields, MetaLine, find_date, iso_date, meta_line, told_behind, told_below
from seeds.metadata.dates import DATE, day_of_writing
from seeds.metadata.lines import stacked
from seeds.names import authors_of, may_be_pen_name, signature_of, signed_inside
from seeds.page import Role
from seeds.speeches import speaker_of

_NOTED = re.compile("^(?:[\\[〔【(（]?[0-9]{1,3}[\\]〕】)）.、 ]|[①-⑳])")
"""How a note, or a work that an article refers to, begins."""
_FORM = re.compile("[^，。！？]{2,20}(?:[表单卡签笺]|登记)")
"""The name of a form that is filled in for an article: 新闻作品推荐表."""
_CREDIT = re.compile("(?:(?P<sent>【[^（）()【】。]{4,40}】) ?)?[(（【][^（）()【】。]{4,60}[)）】] ?(?=\\S)")
"""Who had a part in an article, in brackets before it, perhaps behind who sent it."""
_LABEL_MARK = re.compile("[|｜丨:：/／]")
_BAR = re.compile(" ?([|｜丨]) ?")
_BULLETIN = re.compile(f"[{HAN}]{{2,10}}")
_ITEM_NUMBER = re.compile("^[0-9]{1,3}[.．、](?:[ \u3000]+|(?=\\D))")
_REPORTER = re.compile("记者|通讯员|评论员|撰稿人")
_LEAST_TITLE = 6
_TAIL_LINES = 6
_MOST_DECKS = 2
_NAME = re.compile(f"[{HAN}A-Za-z·. ]{{2,12}}")
_OFFICE = re.compile(f"[{HAN} \u3000]{{2,40}}[部委院局厅署办会室司处行社府团校所站队心组联馆库厂] *")
"""A name or the name of an office on a line of its own."""
_LETTERS = re.compile(f"(?<![{HAN}]{{2}})(?<=[{HAN}])[ \u3000]+(?=[{HAN}](?![{HAN}]))")
"""What stands between the letters of a word that is set wide: 商 务 部."""
_PUBLISHED = re.compile("(?:发[布表]|刊[发登载]|见报|首发|發[佈布表])(?:[时時][间間]|日期)?[:：]")
_AUTHOR = re.compile("作者[:：]")
_PRINTED = re.compile("《[^《》]{2,16}》[ \u3000]?[（(][^（）()]{4,24}版[ \u3000]?[）)]")
"""The paper, the day and the page that a text was taken from, whoever sent it to the paper."""
_SIGNERS = 12


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
    if title is not None and _FORM.fullmatch(title.text) and (named := _named_inside(items)):
        lead, title = [*lead, replace(title, level=0, mark="aside")], None
        fields = replace(fields, title=named)
    written |= Fields(source=bulletin_of(lead))
    for item in lead:
        line = meta_line(item.text)
        if item.mark == "fact":
            pass  # It tells of the file, not of the article.
        elif line is not None and line.written:
            written |= line.fields
        else:
            fields |= line.fields if line else Fields(date=find_date(item.text))
        kicker = line is None and len(item.text) <= SHORT and (item.mark == "kicker" or item.level)
        blocks.append(Block("kicker", item.text) if kicker else beside(item))
    items = [item for item in items if item.text.strip()]
    items = answers_aside(items, title is not None or bool(fields.title))
    items = items if whole else _with_values(items)
    last = len(items) - 1
    items = [part for at, i in enumerate(items) for part in ([i] if whole else _told_apart(i, at == last))]
    first = next((at for at, item in enumerate(items) if meta_line(item.text) is None), len(items))
    items[first : first + 1] = [part for item in items[first : first + 1] for part in _credited(item)]
    if title is not None:
        shown = _ITEM_NUMBER.sub("", title.text)
        blocks.append(Block("title", shown))
        day = find_date(shown) if DATE.match(shown) else None
        fields = Fields(title=shown, date=day) | fields
    elif fields.title and DATE.fullmatch(fields.title):
        # A page of a diary is of the day that it is called by, whenever it was put online.
        fields = replace(fields, date=iso_date(fields.title) or fields.date)
    elif items and (told := told_by_title(items[0], fields)) is not None:
        fields = told
        blocks.append(Block("title", items.pop(0).text))
    found, known = _below(items, fields)
    blocks += found
    if not any(block.role == "body" for block in blocks):
        # So short a text has nothing but what looks like its head.
        kinds = ("notice", "editor", "table", "links", "caption")
        blocks = [replace(b, role="body") if b.role == "deck" or b.kind in kinds else b for b in blocks]
    return FileArticle(tuple(blocks), known | written)


def bulletin_of(lead: Sequence[Item]) -> str | None:
    """The bulletin that an article is in, whose name stands above the number of its issue: 学 习 参 考."""
    named = ("".join(above.text.split()) for above, item in pairwise(lead) if ISSUE.fullmatch(item.text))
    return next(filter(_BULLETIN.fullmatch, named), None)


def _with_values(items: Sequence[Item]) -> list[Item]:
    """The items, where a label alone on its line, in the head, has its value from the next, and a stack is one line."""
    found: list[Item] = []
    for at, item in enumerate(items[:HEAD_LINES]):
        if (stack := stacked([i.text for i in items[at : at + HEAD_LINES]])) is not None:
            below = at + stack[0]
            joined = replace(item, text=" ".join(i.text for i in items[at:below]))
            items = [*items[:at], joined, *items[below:]]
            break
    for item in items:
        above = found[-1].text if found and len(found) <= HEAD_LINES and not found[-1].level else ""
        if told_below(above, item.text):
            found[-1] = replace(found[-1], text=above + item.text)
        else:
            found.append(item)
    return found


def _named_inside(items: Sequence[Item]) -> str | None:
    """The title that a line of facts tells, in the head of a form."""
    told = filter(None, (meta_line(item.text) for item in items[:HEAD_LINES]))
    return next((line.fields.title for line in told if line.role == "title"), None)


def _told_apart(item: Item, last: bool) -> list[Item]:
    """A paragraph, perhaps the `last`, and what is told of the article behind its last sentence."""
    told = () if item.level else told_behind(item.text, last=last)
    bounds = [0, *(end for _, end in told), len(item.text)]
    return [replace(item, text=item.text[start:end].strip()) for start, end in pairwise(bounds)]


def _credited(item: Item) -> list[Item]:
    """A first paragraph and, before it, who had a part in it, each behind a label in brackets: （图|周明 文|李静）.

    Or who sent it and who reports: 【江城网2024年3月1日讯】（江城网记者周明报道）.
    """
    found = _CREDIT.match(item.text) if not item.level else None
    told = meta_line(found[0]) if found else None
    if found is None or told is None or not told.fields.authors:
        return [item]
    if not (_LABEL_MARK.search(found[0]) or (found["sent"] and told.fields.date)):
        return [item]
    return [replace(item, text=found[0].strip()), replace(item, text=item.text[found.end() :].strip())]


def beside(item: Item) -> Block:
    """An item that belongs to no article."""
    line = meta_line(item.text)
    return Block("furniture", item.text, line.kind if line else "page_label")


def _below(items: Sequence[Item], known: Fields) -> tuple[list[Block], Fields]:
    """The blocks below a title, and what they say of their article."""
    items = named_again(stamps_aside(items), known.authors)
    items = by_place(quoted_facts(pleas_aside(items)), known)
    items = facts_below(named_by_day(facts_aside(said_again(items, bare(known.title or "")), known.title)))
    items = offices(items)
    known, named_before = _told_title(items, known)
    known = replace(known, date=_told_by(_PUBLISHED, items).date or known.date)
    printed = _told_by(_PRINTED, items[-_TAIL_LINES:])
    known |= Fields(authors=_told_by(_AUTHOR, items).authors, source=printed.source)
    items = spoken(numbered_heads(without_emphasis(days_as_heads(items))), known)
    head = HEAD_LINES + len(list(takewhile(lambda item: meta_line(item.text), items[HEAD_LINES:])))
    named = bare(known.title or "")
    body = [index for index, item in enumerate(items) if is_body(item) and not is_called(item.text, named)]
    first, last = (body[0], body[-1]) if body else (len(items), -1)
    below = {item.mark for item in items[last + 1 :]}
    if (below == {"link"} or _are_numbers(items[last + 1 :])) and items[last].text.endswith(("：", ":")):
        # What says that links or numbers to call follow belongs to them.
        items = [*items[:last], replace(items[last], mark="aside"), *items[last + 1 :]]
    if sum(not (item.mark or item.level) for item in items[last + 1 :]) > 2 * _TAIL_LINES:
        # A text that goes on in short lines without a mark at their ends: verses.
        last = len(items) - 1
    blocks: list[Block] = []
    days: list[int] = []
    links = noted = headed = False
    ended = next((at for at in range(len(items) - 1, last, -1) if _goes_on(items[at])), last)
    for index, item in enumerate(items):
        in_head = index < min(first, head)
        in_tail = index > last or len(items) - index <= _TAIL_LINES
        told = meta_line(item.text)
        # Below a foreword the line that says who wrote the article stands in the middle.
        late = 2 * index < len(items) and not known.authors and _names_reporter(item.text, told, index)
        block, line = role_of_item(item, in_head or late, in_tail, index > last, known.title)
        if line is None and block.role == "byline" and (index and last < index < ended):
            block = replace(block, role="body")  # A name that text follows signs nothing.
        opens = (NOTES if not item.level else END_NOTES).match(item.text) is not None
        headed = item.level > 0 if opens else headed and not item.level
        goes_on = _NOTED.match(item.text) is not None or (index > last and told is None)
        noted = opens or headed or (noted and goes_on)
        links = links and not (item.level and index < last)
        if links and (not is_body(item) or (item.mark == "item" and not FINAL.search(item.text))):
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
    return blocks, known | Fields(source=named_before)


def _are_numbers(items: Sequence[Item]) -> bool:
    """Whether lines say where to call, and nothing else that is text."""
    told = [(item.mark == "aside", meta_line(item.text)) for item in items]
    aside = all(mark or (line is not None and line.role == "furniture") for mark, line in told)
    return aside and any(line is not None and line.kind == "mailbox" for _, line in told)


def _told_title(items: Sequence[Item], known: Fields) -> tuple[Fields, str | None]:
    """What is known with the title that a line of the head tells, if it is the one behind a bar; what stands before."""
    title = known.title or ""
    bar = _BAR.search(title)
    if bar is None or bar.start() > _LEAST_TITLE or known.source:
        return known, None
    before, behind = title[: bar.start()], title[bar.end() :]
    lines = filter(None, (meta_line(item.text) for item in items[:HEAD_LINES]))
    if any(bare(line.fields.title or "") == bare(behind) for line in lines):
        return replace(known, title=behind), before
    return known, None


def _told_by(label: re.Pattern[str], items: Sequence[Item]) -> Fields:
    """What the first line of a form among a few says: the day on which the article was published, though a note of it
    has another; who wrote it, though somebody else put it online; which paper printed it.
    """
    head = (item.text for item in items[:HEAD_LINES] if item.mark != "fact" and label.match(item.text))
    return reduce(or_, (line.fields for line in map(meta_line, head) if line), NOTHING)


def _names_reporter(text: str, told: MetaLine | None, index: int) -> bool:
    """Whether a line names the author: as a field, or close to the beginning, as the reporters of a press."""
    if told is not None or index > NEAR_TOP or len(text) > SHORT:
        return told is not None and told.role == "byline"
    return _REPORTER.search(text) is not None and signature_of(text) is not None


def _goes_on(item: Item) -> bool:
    """Whether a line below the last sentence is text still: no signature, no day, nothing that stands beside it."""
    if item.level or item.mark not in ("", "cell", "item") or kind_beside(item, False, True, None):
        return False
    return not (says_who(item.text) or meta_line(item.text))


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
    if not signed and day > 1 and _NAME.fullmatch(items[day - 1].text) and FINAL.search(items[day - 2].text):
        return [day - 1]
    return signed[::-1] if len(signed) < min(day, _SIGNERS) else []


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
    if block.role == "byline":
        signed = signature_of(block.text)
        return Fields(authors=signed or (authors_of(block.text) if may_be_pen_name(block.text) else ()))
    if block.role == "source":
        account = ACCOUNT.fullmatch(block.text)
        named = account[1] if account else re.sub("^公众号 ?[:：] ?", "", block.text)
        return Fields(source=named, date=find_date(block.text))
    if block.kind == "date_line" and not find_date(block.text):
        written = day_of_writing(block.text)
        return Fields(date=written[0] if written else iso_date(block.text.strip("()（） ")))
    return Fields(date=find_date(block.text)) if in_head and block.role == "furniture" else NOTHING
