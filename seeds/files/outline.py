"""From a flow of headings, paragraphs and marked lines, as Markdown, HTML, DOCX and PDF have them, to articles.

Which level of heading is that of the titles is decided once for a file: several headings of the highest level are the
titles of several articles; one alone is a title with section heads below it, or the name of a collection whose
articles have the next level.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from seeds.files.article import beside, bulletin_of, one_article
from seeds.files.document import FileArticle, Item
from seeds.files.lineforms import (
    END_NOTES,
    ISSUE,
    LEAD,
    NUMBER,
    NUMBERED,
    SECTION,
    bare,
    names_someone,
    says_who,
)
from seeds.files.parts import CONTENTS, contents_aside, parts_aside
from seeds.files.roles import SHORT
from seeds.language.characters import HAN
from seeds.layout.titles import without_numbers
from seeds.metadata import NOTHING, Fields, meta_line
from seeds.metadata.dates import DATE, day_alone, find_date, iso_date
from seeds.names import may_be_pen_name, signature_of
from seeds.papers import is_paper
from seeds.pennames import pen_names_among

_COLLECTION = re.compile(
    "(?:选读|精选|选编|汇编|合集|文集|范文|日报|周刊|晨读|素材|目录|集锦|汇总|整理|大全|集|评论|时评|社论|观点|篇"
    "|[文论作品评章集](?:选|存)|选[集辑])(?:[（(].*)?$"
    "|^每日|[0-9]+篇|第.{1,4}[期辑]"
)
_NUMBER = re.compile("[0-9一二三四五六七八九十]{1,3}[.、]?")
_RULE = re.compile("[-=*_~—–]{2,}")
_LABEL = re.compile(f"[【\\[〖][{HAN}]{{2,6}}(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})[】\\]〗]")
"""What counts the articles of a collection, above their titles: 【范文一】."""
_CLOSING = re.compile(f"[{HAN}]{{1,3}}")
"""How letters end, each word on a line: 此致, 敬礼."""
_OF_DAY = re.compile("([01]?[0-9])月([0-3]?[0-9])日[ \u3000:：]+(?=.{4})")
"""The day before a title, whose year stands above all of them."""
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|[^0-9]|$)")
_COUNTED = re.compile(
    f"[【（(]?(?P<word>第?[{HAN}]{{0,2}}?)(?P<number>[0-9一二三四五六七八九十]{{1,3}})[篇则]?"
    "[】）)：:、.． \u3000]+(?=\\S)"
)
"""How the titles of a collection are counted: 范文一：, 第2篇 ."""
_BARRED = re.compile("(?:专栏|專欄|栏目) ?[|｜丨] ?.{8,}$")
"""A title behind the word for a column."""
_SPACED = re.compile("\\w+\\s+")
"""A number with nothing but a space behind it, which may be one of the title."""
_LAST, _MOSTLY, _MASTHEAD = 3, 0.8, 4
_TITLE_LENGTH, _SHORTEST, _LOWEST = 6, 4, 3
"""Characters of the titles of a collection at least, on average, and of those of a lower level; the lowest level."""


def articles_of(items: Sequence[Item], fields: Fields = NOTHING) -> tuple[FileArticle, ...]:
    """The articles of a file with headings; nothing if there is none that could be a title.

    `fields` are those of the whole file, from front matter or `<meta>`.
    """
    items = parts_aside(_without_labels(_without_facts(contents_aside(items))))
    level = _title_level(items, fields)
    if level is None:
        return ()
    if level == 0:
        at = None if fields.title else _head_of_all(items)
        if at is None:
            return (one_article(items, fields),)
        return (one_article(items[at + 1 :], fields, items[at], items[:at]),)
    starts = [index for index, item in enumerate(items) if item.level == level]
    if len(starts) > 2 and bare(items[starts[0]].text) in CONTENTS:
        # A table of contents, headed as the articles are.
        contents = range(starts.pop(0), starts[0])
        items = [replace(i, level=0, mark="aside") if at in contents else i for at, i in enumerate(items)]
    # What stands above the titles of a collection: the names of its parts.
    items = [
        replace(item, level=0, mark="aside") if 0 < item.level < level and index > starts[0] else item
        for index, item in enumerate(items)
    ]
    if len(starts) > 1 and _is_name_below(items, starts[0], starts[1]):
        items[starts[1]] = replace(items[starts[1]], level=0)
        del starts[1]
    while len(starts) > 1 and _is_masthead(items[starts[0] + 1 : starts[1]]):
        items[starts[0]] = replace(items[starts[0]], level=0)
        del starts[0]
    lead = items[: starts[0]]
    if len(starts) == 1:
        return (one_article(items[starts[0] + 1 :], fields, items[starts[0]], lead),)
    found = [FileArticle(tuple(beside(item) for item in lead))] if lead else []
    alike = _alike(items, starts)
    items = _signed_alike(_uncounted(items, starts), starts)
    days = _days_before(items, starts)
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        below = (replace(i, mark="aside") if i.text in alike else i for i in items[start + 1 : end])
        title = replace(items[start], text=_OF_DAY.sub("", items[start].text)) if days else items[start]
        found.append(one_article(list(below), Fields(date=days.get(start)), title))
    day = next((day for item in lead if len(item.text) <= LEAD and (day := find_date(item.text))), None)
    above = (line.fields.source for item in lead if (line := meta_line(item.text)))
    if not any(article.fields.date for article in found):
        # The news of a day: each is of the day that stands above them, and of the paper.
        known = Fields(date=day, source=next(filter(None, above), None) or bulletin_of(lead))
        found = [replace(article, fields=article.fields | known) for article in found]
    known = _running_head(items) if _running_head(lead) else NOTHING
    return tuple(replace(article, fields=article.fields | known) for article in found)


def _running_head(items: Sequence[Item]) -> Fields:
    """The day and the paper that lines of whole pages tell, where all say the same."""
    lines = (meta_line(item.text) for item in items if not item.level and len(item.text) <= LEAD)
    heads = [line.fields for line in lines if line is not None and line.scope == "page" and line.fields.date]
    said = {Fields(source=head.source, date=head.date) for head in heads}
    return said.pop() if len(said) == 1 else NOTHING


def parted(items: Sequence[Item]) -> list[Item]:
    """The items where rules alone part articles, each with a title and a line of facts above its text; or none."""
    rules = {at for at, item in enumerate(items) if item.mark == "rule" or _RULE.fullmatch(item.text)}
    if not rules or any(item.level for item in items[min(rules) :]):
        return []
    starts = [at + 1 for at in [-1, *rules] if at + 1 not in rules and at + 1 < len(items)]
    heads = {
        at
        for at in starts
        if at + 2 < len(items)
        and len(items[at].text) <= LEAD
        and not (meta_line(items[at].text) or re.search("[。：:]$", items[at].text))
        and (line := meta_line(items[at + 1].text)) is not None
        and line.fields
    }
    if len(heads) < max(2, _MOSTLY * len(starts)):
        return []
    return [replace(item, level=int(at in heads)) for at, item in enumerate(items) if at not in rules]


def _uncounted(items: Sequence[Item], starts: Sequence[int]) -> list[Item]:
    """The items, where titles that are counted in one form are without their numbers; where nothing but a space is
    behind these (10 元早餐), they have to count up one by one.
    """
    found = [_COUNTED.match(items[start].text) for start in starts]
    said = [(form["word"], form["number"]) for form in found if form is not None]
    if len(set(said)) < len(starts) or len({word for word, _ in said}) > 1:
        return list(items)
    texts = [items[start].text for start in starts]
    if all(form and _SPACED.fullmatch(form[0]) for form in found) and without_numbers(texts) == texts:
        return list(items)
    shown = list(items)
    for at in starts:
        shown[at] = replace(items[at], text=_COUNTED.sub("", items[at].text, 1))
    return shown


def _days_before(items: Sequence[Item], starts: Sequence[int]) -> dict[int, str | None]:
    """The day of each article, where all titles have one before them and a line above all of them tells the year."""
    days = {at: _OF_DAY.match(items[at].text) for at in starts}
    above = (_YEAR.search(item.text) for item in items[: starts[0]] if len(item.text) <= LEAD)
    year = next(filter(None, above), None)
    if year is None or not all(days.values()):
        return {}
    return {at: iso_date(f"{year[0]}年{day[1]}月{day[2]}日") for at, day in days.items() if day}


def _signed_alike(items: Sequence[Item], starts: Sequence[int]) -> list[Item]:
    """The items, where a longer pen name below one title stands as the names below the other titles do."""
    shown = list(items)
    below = [at + 1 for at in starts if at + 1 < len(items) and not items[at + 1].level]
    for place in pen_names_among([items[at].text for at in below]):
        shown[below[place]] = replace(items[below[place]], mark="byline")
    return shown


def _is_masthead(below: Sequence[Item]) -> bool:
    """Whether what is below a heading above other titles, nothing or the number of an issue, makes it a page's name."""
    return not any(map(_is_text, below)) or any(ISSUE.match(item.text) for item in below[:2])


def _is_name_below(items: Sequence[Item], title: int, below: int) -> bool:
    """Whether the heading directly below a longer one is who wrote the article, set as its title is."""
    named, text = items[title].text, items[below].text
    longer = below == title + 1 and len(bare(named)) > 2 * len(bare(text)) and not is_paper(named)
    return longer and (names_someone(text) or may_be_pen_name(text))


def _is_text(item: Item) -> bool:
    beside = item.mark in ("aside", "link") or NUMBER.fullmatch(item.text)
    return not beside and meta_line(item.text) is None


def _title_level(items: Sequence[Item], fields: Fields) -> int | None:
    """The level of headings that are titles; 0 for one article whose title is known or missing; None for none."""
    levels = sorted({item.level for item in items if item.level})
    if not levels:
        return 0 if fields.title else None
    top = levels[0]
    tops = [index for index, item in enumerate(items) if item.level == top]
    titled = len(tops) == 1 and (not fields.title or bare(items[tops[0]].text) == bare(fields.title))
    if not fields.title and _is_section(items, tops):
        return 0
    if not fields.title and (len(tops) > 1 or len(levels) == 1):
        return top
    name = fields.title or items[tops[0]].text
    found = next(
        (level for level in levels[titled:] if _is_collection(items, name, level, bool(fields.title))), None
    )
    if found is None and titled and not fields.title:
        # The name of a paper or of a column, above the one title.
        next_level = max((item.level for item in items[tops[0] + 1 : tops[0] + 2]), default=0)
        alone = sum(item.level == next_level for item in items) == 1 and _COLLECTION.search(name)
        return next_level if next_level and alone else top
    if found is None:
        return top if titled else 0
    # Where each title has a heading of its own below it, the upper ones are the titles.
    count = Counter(item.level for item in items)
    return next(level for level in levels if count[level] == count[found])


def _is_section(items: Sequence[Item], tops: Sequence[int]) -> bool:
    """Whether the highest headings divide one article: they are numbered, or it begins before the first of them."""
    heads = [items[index].text for index in tops]
    heads = heads[1:] if len(heads) > 2 and bare(heads[0]) in CONTENTS else heads
    if _only_first_has_facts(items, tops):
        return True
    if all(map(_NUMBER.fullmatch, heads)) or (len(heads) > 2 and all(map(_NUMBER.fullmatch, heads[1:]))):
        return True  # Below the first, which may be the title, numbers alone.
    # Notes are no article, nor is what stands below them.
    others = heads if tops[0] > 0 else heads[1:]
    if others and all(map(END_NOTES.match, others)):
        return True
    if len(tops) < 2:
        return False
    level = items[tops[0]].level
    short = (sum(map(len, heads)) < _SHORTEST * len(heads) and level > 1) or level > _LOWEST
    if any(map(SECTION.match, heads)) or (short and not _signed(items, tops)):
        return True
    before = sum(
        len(item.text) for item in items[: tops[0]] if not item.mark and meta_line(item.text) is None
    )
    numbered = sum(NUMBERED.match(head) is not None for head in heads[1:]) >= _MOSTLY * (len(heads) - 1)
    return before >= LEAD or (numbered and not _signed(items, tops))


def _only_first_has_facts(items: Sequence[Item], tops: Sequence[int]) -> bool:
    """Whether of headings of one level the first alone has a line of facts below it: the title of them all."""
    below = (items[top + 1 : top + 2] for top in tops)
    told = [any(not i.level and (line := meta_line(i.text)) and line.fields for i in item) for item in below]
    return len(told) > 2 and told[0] and not any(told[1:])


def _head_of_all(items: Sequence[Item]) -> int | None:
    """Where the heading of a file stands that other headings divide; None without it.

    It begins the file, though the others have its level; below short lines of the site theirs is a higher one.
    """
    at = next((at for at, item in enumerate(items[:_MASTHEAD]) if item.level or len(item.text) > SHORT), 0)
    level = items[at].level
    top = min((item.level for item in items if item.level), default=0)
    tops = [at for at, item in enumerate(items) if item.level == top]
    if top and tops[0] < _MASTHEAD and _only_first_has_facts(items, tops):
        return tops[0]
    fits = level > 0 and not _is_of_section(items[at].text)
    return at if fits and (at == 0 or any(0 < item.level < level for item in items)) else None


def _is_of_section(text: str) -> bool:
    return any((SECTION.match(text), NUMBERED.match(text), _NUMBER.fullmatch(text)))


def begins_bold(items: Sequence[Item]) -> bool:
    """Whether the first line of a file without headings is its title, set bold: neither a section nor a line of facts
    nor a sentence, and not the first title of several signed articles.
    """
    tops = [index for index, item in enumerate(items) if item.mark == "strong"]
    if tops[:1] != [0] or _signed(items, tops):
        return False
    text = items[0].text
    said = _is_of_section(text) or meta_line(text) or says_who(text) or re.search("[。：:]$", text)
    return len(text) <= LEAD and not said


def is_divided(items: Sequence[Item], name: str) -> bool:
    """Whether the highest headings divide the one article of a file that is called `name`: none says who wrote what
    follows, or when, and the name is not that of a collection.
    """
    items = _without_facts(items)
    top = min((item.level for item in items if item.level), default=0)
    tops = [index for index, item in enumerate(items) if item.level == top > 0]
    told = any(meta_line(items[index].text) for index in tops)
    return len(tops) > 1 and not (told or _COLLECTION.search(name) or _signed(items, tops))


def _without_facts(items: Sequence[Item]) -> list[Item]:
    """The items that have a text; a line that tells who wrote it, or when, is no heading, though it is set as one."""

    def told(item: Item) -> bool:
        if END_NOTES.match(item.text):
            return False
        if ISSUE.fullmatch(item.text):
            return True
        line = meta_line(item.text)
        signed = signature_of(item.text)
        # A name alone may as well be a heading: 相机. So may a day: of a diary.
        if line is not None:
            return (
                line.role != "title"
                and not _BARRED.match(item.text)
                and line.kind not in ("file_name", "share")
                and (
                    line.kind not in ("date_line", "page_header")
                    or re.search("[:：《版]", item.text) is not None
                )
            )
        return signed is not None and signed != (item.text,)

    return [
        replace(item, level=0) if item.level and told(item) else item for item in items if item.text.strip()
    ]


def _without_labels(items: Sequence[Item]) -> list[Item]:
    """The items, where counted labels above headings are set aside."""
    labels = {
        at
        for at, (item, below) in enumerate(pairwise(items))
        if below.level and _LABEL.fullmatch(item.text) and not item.level
    }
    return [
        replace(item, mark="aside") if len(labels) > 1 and at in labels else item
        for at, item in enumerate(items)
    ]


def _alike(items: Sequence[Item], heads: Sequence[int]) -> frozenset[str]:
    """The lines that most of what stands below the headings has: notices, a link to where it is from."""
    parts = (items[start + 1 : end] for start, end in zip(heads, [*heads[1:], len(items)], strict=True))
    said = ({item.text for item in part if not item.level and item.mark != "aside"} for part in parts)
    lines = Counter(text for texts in said for text in texts)
    most = max(2, 0.8 * len(heads))
    return frozenset(text for text, count in lines.items() if count > most and not _CLOSING.fullmatch(text))


def _signed(items: Sequence[Item], tops: Sequence[int]) -> bool:
    """Whether most headings have a line below them, or at the end of the text below, that says who wrote it."""
    ends = [*tops[1:], len(items)]
    below = (
        (items[index + 1 : end][:1], items[index + 1 : end][-_LAST:])
        for index, end in zip(tops, ends, strict=True)
    )
    told = (
        any(not item.level and (says_who(item.text) or _is_dated(item.text)) for item in first)
        or any(not item.level and (line := meta_line(item.text)) and line.fields.source for item in last)
        or any(not i.level and day_alone(i.text) for i in [x for x in last if x.mark != "aside"][-1:])
        for first, last in below
    )
    return sum(told) >= max(2, len(tops) / 2)


def _is_dated(text: str) -> bool:
    """Whether a line of facts tells the day."""
    line = meta_line(text)
    return line is not None and line.fields.date is not None and ("：" in text or ":" in text)


def _is_collection(items: Sequence[Item], name: str, level: int, given: bool) -> bool:
    """Whether the title of a file, its only highest heading or `given` beside the text, names a collection of articles
    that have the `level`.
    """
    below = [index for index, item in enumerate(items) if item.level == level]
    if given and below and sum(len(i.text) for i in items[: below[0]] if not (i.level or i.mark)) >= LEAD:
        return False  # The text begins above them.
    if below and not given and all(DATE.match(items[index].text) for index in below):
        return True
    if len(below) < 2:
        return False
    long = sum(len(items[index].text) for index in below) >= _TITLE_LENGTH * len(below)
    named = long and _COLLECTION.search(name) is not None
    alike = _alike(items, below)
    return (
        named
        or _signed(items, below)
        or (not given and any(item.text in alike and not _is_text(item) for item in items))
    )
