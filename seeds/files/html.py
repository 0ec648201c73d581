"""HTML: the articles of a web page without what is around them, through lxml.

The main part is the smallest element that holds most of the page's running text, that is of its sentences outside
links (after Kohlschütter, Fankhauser and Nejdl, Boilerplate Detection using Shallow Text Features, 2010).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import dropwhile, pairwise
from typing import Any

from seeds.errors import EngineUnavailableError, InputError
from seeds.files.article import one_article
from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Item, Options
from seeds.files.lineforms import IN_PAPER, bare, is_foreign, names_someone, says_who, stands_aside
from seeds.files.outline import articles_of
from seeds.files.records import rows_among
from seeds.files.rows import articles as articles_of_rows
from seeds.files.tags import MOST_ATTRIBUTES, is_crowded
from seeds.files.webcolumns import without_columns
from seeds.files.weblines import AROUND, CAPTION, WebLine, joined, lines_of, main_of, stands_around
from seeds.files.webmeta import template_role, web_fields
from seeds.files.websource import (
    blogger,
    facts_below,
    masthead,
    owner,
    with_author,
    with_sources,
    without_editors,
)
from seeds.files.webtitle import extends, facts_above, kickers, signed_below, title_at, whole_title
from seeds.language.characters import HAN
from seeds.language.radicals import without_radicals
from seeds.metadata import Fields, find_date, meta_line
from seeds.papers import is_paper

_FINAL = re.compile("[。！？!?…][”’」』）)】]*$")
_AUTHOR = re.compile("(?i)author|writer|byline|authi(?: |$)|reader-credits|zuozhe|(?:^| )zz(?: |$)")
_ACCOUNT = re.compile("nickname|js_name|profile_name|account")
_DECK = re.compile(
    "(?i)(?:^|[-_ ])(?:lead|standfirst|deck?|summary|abstract|excerpt|digest|daodu|zhaiyao)(?:[-_ ]|$)"
)
"""What pages call the element of a standfirst."""
_PICTURE = re.compile("(?i)(?:^|[-_ ])(?:pic|photo|picture|figure)(?:[-_ ]|$)")
_ANCHOR = re.compile("^[#¶§] *(?=.)|(?<=.) *(?:[#¶§]|\\[编辑\\])$")
"""The link to a heading, or to change what is below it, that programs put beside it."""
_LONGEST_NAMES, _LONGEST_BUTTON, _LONGEST_DATED, _LONGEST_CAPTION = 24, 12, 60, 120
_LONG, _SHORTEST = 40, 2
_OF_SITE = frozenset({"notice", "share", "nav", "counter"})
_LETTER = re.compile("[^\\W\\d_]")
_VERSES = 4
_VERSE = re.compile(f"[{HAN}]{{5,7}}[，。！？；]?")
_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of a page. Raises InputError if there is none, EngineUnavailableError without lxml."""
    source, notes = without_radicals(_decoded(data, options)[0])
    root = _parsed(source, options)
    fields, site_title, site = web_fields(root, source)
    lines = list(without_columns(joined(list(lines_of(root)))))
    if rows := rows_among([line.text for line in lines]):
        yield from articles_of_rows("html", options, rows)
        return
    for line in lines:
        if line.level:
            line.text = _ANCHOR.sub("", _without_buttons(line))
            told = meta_line(line.text)
            line.text = told.fields.title or line.text if told else line.text
    fields = replace(fields, authors=without_editors(fields.authors, lines))
    main = main_of(lines)
    if main is None:
        raise _no_article(lines, options)
    _heads_above_names(lines)
    items = _items(lines, main, fields, site_title, site)
    levels = [item.level for item in items if item.level]
    titles = levels.count(min(levels, default=0))
    # What a page says of itself is for the only article on it; what it shows, is right.
    unsaid = replace(fields, authors=(), source=None, title=None if titles else fields.title)
    known = Fields() if titles > 1 else unsaid
    articles = articles_of(items, known) or (one_article(items, known),)
    articles = with_author(with_sources(articles, fields, lines), fields.title or "", site_title)
    sources = {article.fields.source for article in articles}
    fields = replace(fields, authors=tuple(name for name in fields.authors if name not in sources))
    fields = fields | masthead(lines, site_title) | owner(root, site_title) | blogger(lines, site_title)
    fields = replace(fields, title=None) if titles else fields
    yield FileDocument("html", articles=articles, fields=fields, notes=notes)


def _heads_above_names(lines: Sequence[WebLine]) -> None:
    """Lines above lines that say who wrote what follows are titles of articles, where they are bold or set by one class
    as nothing else is, but for one heading above all.
    """
    named = [says_who(below.text) for _, below in pairwise(lines)] + [False]
    bold = [line for line, told in zip(lines, named, strict=True) if told and line.style == "strong"]
    found = [line for line in bold if len(line.text) <= _LONGEST_DATED]
    if len(found) < 2:
        sets: dict[str, list[tuple[WebLine, bool]]] = {}
        for line, told in zip(lines, named, strict=True):
            sets.setdefault(line.element.get("class") or "", []).append((line, told))
        whole = [x for name, x in sets.items() if name and len(x) > 1 and all(_heads(*one) for one in x)]
        found = [line for line, _ in whole[0]] if len(whole) == 1 else []
    heads = [line.level for line in lines if line.level]
    if len(found) > 1 and len(heads) < 2:
        for line in found:
            line.level = max(heads, default=0) + 1


def _heads(line: WebLine, told: bool) -> bool:
    """Whether a line may be a title above what is `told` of its article."""
    return told and len(line.text) <= _LONGEST_DATED and not line.link and meta_line(line.text) is None


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


def _without_buttons(line: WebLine) -> str:
    """A heading without what can be done to it, which stands beside it as links."""
    linked = [part for part, element in line.parts if element.tag in ("a", "button")]
    text = line.text
    while linked and len(linked[-1]) <= _SHORTEST and text.endswith(f" {linked[-1]}"):
        text = text.removesuffix(linked.pop()).rstrip()
    return text


def _items(lines: Sequence[WebLine], main: Any, fields: Fields, site_title: str, site: str) -> list[Item]:
    """The lines of the main part, and those above it from the title on."""
    inside = [
        index
        for index, line in enumerate(lines)
        if line.element is main or main in line.element.iterancestors()
    ]
    named = bare(site_title)
    running = [index for index in inside if lines[index].running]
    running = [
        i for i in running if not (named.startswith(bare(lines[i].text)) or extends(named, lines[i]))
    ] or running
    running = [] if all(lines[index].furniture for index in running) else running
    captions = {index for index, line in enumerate(lines) if _is_called_caption(line, main)}
    # A page may call its whole text a caption.
    captions = captions if any(index not in captions for index in running) else captions.difference(running)
    running = [index for index in running if index not in captions]
    running = _without_decks(running, lines, main)
    # Where all lines are short, they are text from the title on.
    heads = [i for i in inside if lines[i].level and named.startswith(bare(lines[i].text))]
    body = running or [i for i in inside if not lines[i].level and i > max(heads, default=-1)] or inside
    first, last = body[0], inside[-1]
    start, known = title_at(lines, first, fields, site_title, site)
    within = set(inside)
    items: list[Item] = []
    if start is not None:
        items += kickers(lines, start) or facts_above(lines, start, first)
    elif known:
        items.append(Item(known, 1))
    last_long = max((i for i in running if len(lines[i].text) >= _LONG), default=max(running, default=last))
    texts = {lines[i].element for i in body}
    texts_in = lines[first].element.getparent()
    last_within = max((i for i in running if lines[i].element.getparent() is texts_in), default=first)
    # A text whose lines end as they like may end so.
    loose = any(not (_FINAL.search(lines[i].text) or lines[i].level) for i in inside if first < i < last_long)
    signed = signed_below(lines, start, first)
    whole, ended, level = 1, False, lines[start].level or 1 if start is not None else -1
    # What the page itself is called by is its only title.
    only = start is not None and named.startswith(bare(lines[start].text))
    for index in range(start if start is not None else inside[0], last + 1):
        line = lines[index]
        if index == start:
            shown, below_title = whole_title(lines, start, named)
            items += shown
        elif start is not None and index < below_title:
            continue
        elif ended or index in captions or (index > first and not (line.level or _LETTER.search(line.text))):
            items.append(Item(line.text, 0, "aside"))
        elif index in within or index < first:
            if only and line.level:
                line.level = max(line.level, level + 1)
            set_so = line.element in texts or (loose and _alike(line.element, lines[last_long].element))
            goes_on = (index == first or whole == len(items)) and set_so
            found = _item(line, index < first, lines[first], main, index in within)
            found = [Item(line.text, 0, "byline")] if index == signed else found
            # A line in the same paragraph is text, though it has no stop.
            broken = goes_on and index > first and line.element is lines[index - 1].element
            items += [replace(x, mark=x.mark or "item") for x in found] if broken else found
            if not (line.link or line.style) and (line.running or goes_on):
                # However short a line is, it goes on with the text that it stands in one element with.
                whole = len(items)
            told = meta_line(line.text) if index > first else None
            # Below a list of links, or the name of the editor, nothing comes any more, unless it is another article.
            closes = told is not None and (told.ends or told.kind == "editor")
            # Below the last long paragraph, what follows a word of the site is of the site: comments, other articles.
            of_site = told is not None and told.role == "furniture" and told.kind in _OF_SITE
            closes = closes or (of_site and index > last_long)
            # A box amid the paragraphs ends nothing.
            boxed = closes and line.element.getparent() is not texts_in
            goes_on_below = boxed and index < last_within
            ended = closes and not (goes_on_below or any(x.level == level for x in lines[index + 1 :]))
    return items[:whole] + _without_ends(items[whole:]) + facts_below(lines, last)


def _is_called_caption(line: WebLine, main: Any) -> bool:
    """Whether its page calls the element of a line a caption, or a short one that of a picture."""
    pictured = len(line.text) <= _LONGEST_CAPTION and _named(line.element, _PICTURE, main)
    return pictured or _named(line.element, CAPTION, main)


def _without_decks(running: list[int], lines: Sequence[WebLine], main: Any) -> list[int]:
    """The lines of running text without the first that their page calls a standfirst and sets apart from the text."""
    rest = list(dropwhile(lambda index: _named(lines[index].element, _DECK, main), running))
    text = lines[rest[0]].element.getparent() if rest else None
    apart = all(lines[index].element.getparent() is not text for index in running[: -len(rest)])
    return rest if rest and apart else running


def _without_ends(items: list[Item]) -> list[Item]:
    """The last lines that are headings of nothing, or words of buttons, stand beside the text."""
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.mark == "aside" or meta_line(item.text) is not None:
            continue
        if _are_verses(items[max(0, index - _VERSES + 1) : index + 1]):
            break
        if not item.level and (
            len(item.text) > _LONGEST_BUTTON or _FINAL.search(item.text) or stands_aside(item.text)
        ):
            break
        items[index] = replace(item, level=0, mark="aside")
    return items


def _are_verses(items: Sequence[Item]) -> bool:
    """Whether lines are as long as each other, as those of a poem are, and nothing but words."""
    sizes = {len(item.text) if _VERSE.fullmatch(item.text) else 0 for item in items if not item.level}
    return len(items) == _VERSES and len(sizes) == 1 and 0 not in sizes


def _alike(element: Any, beside: Any) -> bool:
    """Whether a line stands in the element that the text begins in, or in one of its kind next to it."""
    forms = [(e.tag, e.get("class"), e.get("style"), e.getparent()) for e in (element, beside)]
    return element is beside or forms[0] == forms[1]


def _below_picture(line: WebLine, begins: WebLine) -> bool:
    """Whether a short line is set in the middle below a picture, as the text of its page is not."""
    short = len(line.text) <= _LONGEST_DATED and not line.level and not _FINAL.search(line.text)
    plain = not line.style and meta_line(line.text) is None
    return line.pictured and short and ((line.centred and not begins.centred) or plain)


def _is_code(line: WebLine) -> bool:
    """Whether a line is of a program: set as it is, and hardly Chinese."""
    set_so = line.element.tag == "pre" or any(True for _ in line.element.iterancestors("pre"))
    return set_so and is_foreign(line.text)


def _names(text: str, element: Any, main: Any) -> bool:
    """Whether a text is the name of an author by what its page calls the element."""
    fits = 1 < len(text) <= _LONGEST_NAMES and _LETTER.search(text) is not None and not is_paper(text)
    return fits and meta_line(text) is None and _named(element, _AUTHOR, main)


def _called(text: str, element: Any, main: Any) -> str:
    """What a line between title and text is by what its page calls the element: a deck, a byline; "" if by nothing."""
    return "deck" if template_role(element) == "deck" else "byline" if _names(text, element, main) else ""


def _tells_who(part: str) -> bool:
    line = meta_line(part)
    return names_someone(part) or (line is not None and bool(line.fields.authors))


def _values(fields: Fields) -> Iterator[str]:
    """Names and paper that a line tells: each has to stand in one element of its page."""
    yield from fields.authors
    if fields.source:
        yield fields.source


def _beside(text: str, element: Any, main: Any) -> str:
    """What a part of a line of facts is marked as: a link to a tag, by its own name or its icon's, says nothing."""
    if any(AROUND.search(str(inner.get("class"))) for inner in element.iter()):
        return "aside"
    if _names(text, element, main):
        return "byline"
    return "source" if len(text) <= _LONGEST_NAMES and _named(element, _ACCOUNT, main) else "web"


def _named(element: Any, form: re.Pattern[str], main: Any) -> bool:
    """Whether an element (<founder-author>), or the one around it, is called so by its page; not the main part."""
    around = (e for e in (element, element.getparent()) if e is not None and e is not main)
    named = ((e.tag if "-" in str(e.tag) else "", e.get("class") or "", e.get("id") or "") for e in around)
    return any(form.search(" ".join(names)) for names in named)


def _item(line: WebLine, before: bool, begins: WebLine, main: Any, within: bool) -> list[Item]:
    """What a line below the title is: text as it stands, lines before it only for what they say.

    `begins` is the line that the text begins with.
    """
    text, beside = line.text, begins.element
    if _is_code(line) or _below_picture(line, begins):
        return [Item(text, 0, "aside")]
    if before and _named(line.element, _DECK, main):
        return [Item(text, 0, "deck")]
    if before and not line.running:
        told = meta_line(text)
        parts = [(shown, element) for part, element in line.parts if (shown := part.strip(" |｜　"))]
        if (
            (
                told is None
                or (not told.fields.authors and any(_tells_who(part) for part, _ in parts))
                or not all(any(value in part for part, _ in parts) for value in _values(told.fields))
                or any(part == told.fields.source and _names(part, element, main) for part, element in parts)
            )
            and 1 < len(parts) <= 6
            and any((told_part := meta_line(part)) and told_part.fields for part, _ in parts)
        ):
            return [Item(part, 0, _beside(part, element, main)) for part, element in parts]
        if told is None and (role := _called(text, line.element, main)):
            return [Item(text, 0, role)]
        if told is None and len(text) <= _LONGEST_DATED and find_date(text):
            return [Item(text, 0, "aside")]
        if (
            told is None
            and (line.link or not within or (text.isascii() and len(text) <= _LONGEST_NAMES))
            and not (names_someone(text) or (line.level and not line.links) or IN_PAPER.fullmatch(text))
        ):
            return []
        # In the main part a line that says nothing of the article may be where its text begins.
        if told is None and _alike(line.element, beside) and not stands_aside(text):
            return [Item(text, line.level, "item")]
        around = "web" if not within or len(text) <= _LONGEST_BUTTON else ""
        return [Item(text, line.level, line.style or ("head" if line.level else around))]
    beside_text = len(line.parts) > 1 and all(meta_line(part) for part, _ in line.parts)
    if line.link or beside_text or stands_around(line.element, (main, *main.iterancestors())):
        return [Item(text, 0, "aside")] if len(text) > 1 else []
    style = line.style if not _FINAL.search(text) else ""
    return [Item(text, line.level, style)]


def _no_article(lines: Sequence[WebLine], options: Options) -> InputError:
    """What says that a page is a list of links, or has nothing on it."""
    links = (part.strip(" ·•>") for line in lines if line.link for part, _ in line.parts)
    titles = [title for title in links if len(title) >= 5]
    if len(titles) < 3:
        return InputError(f"{options.where} is HTML without an article in it; save its text as a .txt file")
    shown = "、".join(title[:20] for title in titles[:3])
    return InputError(
        f"{options.where} is only an index of {len(titles)} articles ({shown} …): save the articles' own pages"
    )
