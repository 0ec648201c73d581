"""HTML: the articles of a web page without what is around them, through lxml.

The main part is the smallest element that holds most of the page's running text, that is of its sentences outside
links (after Kohlschütter, Fankhauser and Nejdl, Boilerplate Detection using Shallow Text Features, 2010). The title is
the line above that text that the page's own <title> begins with, or the nearest heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import takewhile
from typing import Any

from seeds.errors import EngineUnavailableError, InputError
from seeds.files.article import Item, bare, one_article
from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options
from seeds.files.outline import articles_of
from seeds.files.tags import MOST_ATTRIBUTES, is_crowded
from seeds.files.weblines import WebLine, lines_of, main_of, stands_around
from seeds.files.webmeta import TITLE_END, web_fields
from seeds.metadata import Fields, find_date, meta_line
from seeds.metadata.lines import LONGEST, PAPER

_FINAL = re.compile("[。！？!?…][”’」』）)】]*$")
_AUTHOR = re.compile("(?i)author|writer|byline|zuozhe")
_CAPTION = re.compile("(?i)caption|(?:img|image|pic|photo)[-_]?(?:desc|text|note|info)|tupian")
_EDITED = "(?:编辑|责编|編輯|責編)[:：丨︱|/ ]*(?:[\u3400-\u9fff]{{2,4}}[ 、]+){{0,3}}{}"
_LABELLED = re.compile("[\u3400-\u9fff]{2,6}[:：]")
_ANCHOR = re.compile("^[#¶§] *(?=.)|(?<=.) *[#¶§]$")
"""The link to a heading that programs put beside it."""
_LONGEST_NAMES, _LONGEST_BUTTON, _LONGEST_DATED = 24, 12, 60
_LONG = 40
_OF_SITE = frozenset({"notice", "share", "nav", "counter"})
_HAN = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile("[^\\W\\d_]")
_LEAST_TITLE, _LEAST_HEADING, _ABOVE, _BELOW = 6, 4, 12, 6
_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a page. Raises InputError if there is none, EngineUnavailableError without lxml."""
    source, _ = _decoded(data, options)
    root = _parsed(source, options)
    fields, site_title = web_fields(root, source)
    lines = list(lines_of(root))
    for line in lines:
        if line.level:
            line.text = _ANCHOR.sub("", line.text)
            told = meta_line(line.text)
            line.text = told.fields.title or line.text if told else line.text
    fields = replace(fields, authors=_without_editors(fields.authors, lines))
    main = main_of(lines)
    if main is None:
        raise _no_article(lines, options)
    items = _items(lines, main, fields, site_title)
    titles = sum(
        item.level == min((i.level for i in items if i.level), default=0) for item in items if item.level
    )
    # What a page says of itself is for the only article on it; what it shows, is right.
    unsaid = replace(fields, authors=(), source=None, title=None if titles else fields.title)
    known = Fields() if titles > 1 else unsaid
    articles = articles_of(items, known) or (one_article(items, known),)
    # Some sites name as the author where the article is from.
    sources = {article.fields.source for article in articles}
    fields = replace(fields, authors=tuple(name for name in fields.authors if name not in sources))
    yield FileDocument("html", articles=articles, fields=replace(fields, title=None) if titles else fields)


def _decoded(data: bytes, options: Options) -> tuple[str, str]:
    """The source: by the caller's word, as any text, or as the page says of itself."""
    try:
        return decode(data, options.encoding, options.name)
    except InputError:
        declared = _META_CHARSET.search(data[:4096])
        if options.encoding or declared is None:
            raise
        name = declared[1].decode("ascii").lower()
        codec = {"gb2312": "gb18030", "gbk": "gb18030"}.get(name, name)
        try:
            return data.decode(codec, "replace").replace("\r\n", "\n"), codec
        except LookupError:
            raise InputError(
                f"{options.where} says that it is {name!r}, which is no encoding; name it with --encoding"
            ) from None


def _parsed(source: str, options: Options) -> Any:
    try:
        html: Any = import_module("lxml.html")
        etree: Any = import_module("lxml.etree")
    except ImportError as problem:
        raise EngineUnavailableError(
            f"{options.where}: HTML needs lxml: pip install 'oped[html]' ({problem})"
        ) from None
    if is_crowded(source):
        raise InputError(
            f"{options.where} has an element with more than {MOST_ATTRIBUTES:,} attributes, as no page of a paper has"
        )
    parser = html.HTMLParser(huge_tree=False, remove_pis=True, encoding="utf-8")
    # Pages are put together from others, whose ends the parser takes for the end.
    source = re.sub(r"(?i)^\s*<\?xml[^>]*\?>|</(?:body|html)\s*>", "", source).replace("\0", "")
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as problem:
        raise InputError(
            f"{options.where} is HTML that cannot be parsed ({problem}); save its text as a .txt file"
        ) from None


def _items(lines: Sequence[WebLine], main: Any, fields: Fields, site_title: str) -> list[Item]:
    """The lines of the main part, and those above it from the title on."""
    inside = [
        index
        for index, line in enumerate(lines)
        if line.element is main or main in line.element.iterancestors()
    ]
    named = bare(site_title)
    running = [index for index in inside if lines[index].running]
    running = [index for index in running if not named.startswith(bare(lines[index].text))] or running
    body = [index for index in running if not _named(lines[index].element, _CAPTION, main)] or running
    body = body or [index for index in inside if not lines[index].level]
    first, last = body[0], inside[-1]
    start, known = _title_at(lines, first, fields, site_title)
    within = set(inside)
    items: list[Item] = []
    if start is not None:
        items += _kickers(lines, start) or ([] if fields.date else _day_above(lines, start))
    elif known:
        items.append(Item(known, 1))
    last_long = max((i for i in running if len(lines[i].text) >= _LONG), default=last)
    ended, level = False, lines[start].level or 1 if start is not None else -1
    # What the page itself is called by is its only title.
    only = start is not None and named.startswith(bare(lines[start].text))
    for index in range(start if start is not None else inside[0], last + 1):
        line = lines[index]
        if index == start:
            title, below_title = _whole_title(lines, start, named)
            items.append(Item(title, line.level or 1))
        elif start is not None and index < below_title:
            continue
        elif ended or (index > first and not _LETTER.search(line.text)):
            items.append(Item(line.text, 0, "aside"))
        elif index in within or index < first:
            if only and line.level:
                line.level = max(line.level, level + 1)
            items += _item(line, index < first, lines[first], main, index in within)
            told = meta_line(line.text) if index > first else None
            # Below a list of links, or the name of the editor, nothing comes any more, unless it is another article.
            closes = told is not None and (told.ends or told.kind == "editor")
            # Below the last long paragraph, what follows a word of the site is of the site: comments, other articles.
            closes = closes or (told is not None and told.kind in _OF_SITE and index > last_long)
            closes = closes or (index > first and line.level > 0 and _heads_links(lines[index + 1 :]))
            ended = closes and not any(x.level == level for x in lines[index + 1 :])
    below = [line.text for line in lines[last + 1 : last + 1 + _BELOW] if not line.link]
    return _without_ends(items) + [Item(part) for text in below for part in _facts(text)]


def _heads_links(below: Sequence[WebLine]) -> bool:
    """Whether nothing but links stands below a heading, up to the next one."""
    part = list(takewhile(lambda line: not line.level, below))
    return len(part) > 1 and all(line.link for line in part)


def _facts(text: str) -> list[str]:
    """The parts of a line below the text that say, each behind a label, who wrote it, when, and where it is from."""
    parts = [text] if len(text) <= _LONGEST_NAMES else text.split() if len(text) <= LONGEST else []
    told = ((part, meta_line(part)) for part in parts if _LABELLED.match(part))
    return [
        part for part, line in told if line and line.fields and (line.kind != "editor" or line.fields.date)
    ]


def _without_ends(items: list[Item]) -> list[Item]:
    """The last lines that are headings of nothing, or words of buttons, stand beside the text."""
    for index in range(len(items) - 1, 0, -1):
        item = items[index]
        if item.mark == "aside" or meta_line(item.text) is not None:
            continue
        if not item.level and (
            len(item.text) > _LONGEST_BUTTON or _FINAL.search(item.text) or _short_name(item.text)
        ):
            break
        items[index] = replace(item, level=0, mark="aside")
    return items


def _without_editors(authors: Sequence[str], lines: Sequence[WebLine]) -> tuple[str, ...]:
    """Authors whom a page names in its head but not as the editors who put it online."""
    texts = [line.text for line in lines if len(line.text) <= LONGEST]
    return tuple(
        name
        for name in authors
        if not any(re.search(_EDITED.format(re.escape(name)), text) for text in texts)
    )


def _alike(element: Any, beside: Any) -> bool:
    """Whether a line stands in the element that the text begins in, or in one of its kind next to it."""
    forms = [(e.tag, e.get("class"), e.get("style"), e.getparent()) for e in (element, beside)]
    return element is beside or forms[0] == forms[1]


def _below_picture(line: WebLine, begins: WebLine) -> bool:
    """Whether a short line is set in the middle below a picture, as the text of its page is not."""
    short = len(line.text) <= _LONGEST_DATED and not line.level and not _FINAL.search(line.text)
    return line.pictured and short and line.centred and not begins.centred


def _is_code(line: WebLine) -> bool:
    """Whether a line is of a program: set as it is, and hardly Chinese."""
    set_so = line.element.tag == "pre" or any(True for _ in line.element.iterancestors("pre"))
    return set_so and 3 * len(_HAN.findall(line.text)) < len(line.text)


def _names(text: str, element: Any, main: Any) -> bool:
    """Whether a text is the name of an author by what its page calls the element."""
    fits = 1 < len(text) <= _LONGEST_NAMES and not PAPER.match(text) and meta_line(text) is None
    return fits and _named(element, _AUTHOR, main)


def _named(element: Any, form: re.Pattern[str], main: Any) -> bool:
    """Whether an element, or the one around it, is called so by its page; the main part is not asked."""
    around = (e for e in (element, element.getparent()) if e is not None and e is not main)
    return any(form.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in around)


def _kickers(lines: Sequence[WebLine], title: int) -> list[Item]:
    """Headings directly above the title, in the same element."""
    found: list[Item] = []
    parent = lines[title].element.getparent()
    for index in range(title - 1, max(-1, title - 3), -1):
        line = lines[index]
        near = line.element.getparent() is parent and parent is not None
        if not (near and line.level and len(line.text) <= 40 and meta_line(line.text) is None):
            break
        found.insert(0, Item(line.text, 0, "kicker"))
    return found


def _day_above(lines: Sequence[WebLine], title: int) -> list[Item]:
    """The line close above a title that has little more in it than a day."""
    near = (line for line in lines[max(0, title - 3) : title] if len(line.text) <= _LONGEST_NAMES)
    return [Item(line.text, 0, "aside") for line in near if find_date(line.text)][:1]


def _item(line: WebLine, before: bool, begins: WebLine, main: Any, within: bool) -> list[Item]:
    """What a line below the title is: text as it stands, lines before it only for what they say.

    `begins` is the line that the text begins with.
    """
    text, beside = line.text, begins.element
    if _named(line.element, _CAPTION, main) or _is_code(line) or _below_picture(line, begins):
        return [Item(text, 0, "aside")]
    if before and not line.running:
        told = meta_line(text)
        parts = [(shown, element) for part, element in line.parts if (shown := part.strip(" |｜　"))]
        if (
            (told is None or (told.kind == "date_line" and not told.fields.authors))
            and 1 < len(parts) <= 6
            and any((told_part := meta_line(part)) and told_part.fields for part, _ in parts)
        ):
            return [
                Item(part, 0, "byline" if _names(part, element, main) else "web") for part, element in parts
            ]
        if told is None and _names(text, line.element, main):
            return [Item(text, 0, "byline")]
        if told is None and len(text) <= _LONGEST_DATED and find_date(text):
            return [Item(text, 0, "aside")]
        if told is None and (line.link or not within) and not _short_name(text) and not line.level:
            return []
        # In the main part a line that says nothing of the article may be where its text begins.
        if told is None and _alike(line.element, beside) and not _short_name(text):
            return [Item(text, line.level, "item")]
        around = "web" if not within or len(text) <= _LONGEST_BUTTON else ""
        return [Item(text, line.level, line.style or ("head" if line.level else around))]
    if line.link or stands_around(line.element, (main, *main.iterancestors())):
        return [Item(text, 0, "aside")] if len(text) > 1 else []
    style = line.style if not _FINAL.search(text) else ""
    return [Item(text, line.level, style)]


def _short_name(text: str) -> bool:
    from seeds.names import signature_of

    return len(text) <= 30 and signature_of(text) is not None


def _title_at(
    lines: Sequence[WebLine], first: int, fields: Fields, site_title: str
) -> tuple[int | None, str]:
    """Where the title stands, or what it is if it stands nowhere."""
    named = bare(site_title)
    shown = [index for index in range(first) if "首页" not in lines[index].text]
    letters = {index: bare(lines[index].text) for index in shown}
    begun = [i for i in shown if _calls(named, lines[i]) or letters[i] == bare(fields.title or "-")]
    # Some sites name themselves first.
    ended = [i for i in shown if named.endswith(letters[i]) and len(letters[i]) >= _ABOVE]
    if candidates := begun or ended:
        return max(candidates, key=lambda index: (lines[index].level > 0, len(lines[index].text), index)), ""
    said = fields.title or TITLE_END.sub("", site_title)
    told = len(bare(said)) >= _LEAST_TITLE and not said.startswith("首页")
    headings = [index for index in range(first) if lines[index].level and _may_be_heading(lines[index].text)]
    top = min((lines[index].level for index in headings), default=0)
    # Where the text has more such headings, they divide what only the page's name tells the title of.
    if headings and not (told and any(line.level == top for line in lines[first:])):
        return next(index for index in reversed(headings) if lines[index].level == top), ""
    if told:
        return None, said
    # A page whose own title says nothing: the nearest line above the text that could be one.
    above = range(first - 1, max(-1, first - _ABOVE), -1)
    nearest = next((index for index in above if _may_be_title(lines[index])), None)
    return nearest, said if len(said) > 2 else ""


def _calls(named: str, line: WebLine) -> bool:
    """Whether the page's own name begins with a line; a heading may be short."""
    letters = bare(line.text)
    return named.startswith(letters) and len(letters) >= (1 if line.level else _LEAST_HEADING)


def _whole_title(lines: Sequence[WebLine], start: int, named: str) -> tuple[str, int]:
    """A title that may stand on several lines, as long as the page's own name goes on; and the line below it."""
    title, below = lines[start].text, start + 1
    while (
        below < len(lines)
        and named.startswith(bare(f"{title}{lines[below].text}"))
        and lines[below].text.strip()
    ):
        title, below = f"{title}{lines[below].text}", below + 1
    return title, below


def _may_be_title(line: WebLine) -> bool:
    text = line.text
    fits = _LEAST_TITLE <= len(text) <= 60 and not line.linked and not text.endswith("。")
    return fits and _may_be_heading(text)


def _may_be_heading(text: str) -> bool:
    return len(text) >= _LEAST_HEADING and "首页" not in text and meta_line(text) is None


def _no_article(lines: Sequence[WebLine], options: Options) -> InputError:
    """What says that a page is a list of links, or has nothing on it."""
    links = (part for line in lines if line.link for part, _ in line.parts)
    titles = [title for part in links if len(title := part.strip(" ·•>")) >= 5]
    if len(titles) >= 3:
        shown = "、".join(title[:20] for title in titles[:3])
        return InputError(
            f"{options.where} is only an index of {len(titles)} articles ({shown} …): save the articles' own pages"
        )
    return InputError(f"{options.where} is HTML without an article in it; save its text as a .txt file")
