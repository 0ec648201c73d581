"""Rows of a table as articles: which column is what, what its cells say."""

from __future__ import annotations

import math
import re
from ast import literal_eval
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import count
from typing import Any

from seeds.errors import InputError, OpedError
from seeds.files.blocks import html_of_blocks, is_blocks
from seeds.files.decode import decode
from seeds.files.document import FileDocument, FileRow, Found, Options
from seeds.files.lineforms import bare
from seeds.files.sites import site_of, without_site
from seeds.files.sniff import PAGE
from seeds.files.values import (
    SAMPLE,
    are_headed,
    by_values,
    cells_of,
    facts_in,
    repeated_lines,
    running_text,
)
from seeds.language.characters import HAN
from seeds.metadata import NOTHING, Fields, iso_date, meta_line
from seeds.metadata.columns import ROLES, folded, role_of, roles_of
from seeds.metadata.dates import date_of_address
from seeds.metadata.papers import is_paper
from seeds.page import Note

_MARKUP = re.compile(
    r"<!--|</?(p|br|div|span|strong|img|section|h[1-6]|a|b|em|i|u|font|figure|blockquote|ul|ol|li"
    r"|article|table|link|script|style|html|body)\b(?: */?>|[ \n][^<>]*(?:>|$))",
    re.IGNORECASE,
)
_ENTITY = re.compile("&(?:nbsp|quot|amp|[lr][dts]?quo?|#[0-9]{2,5});")
_MARKDOWN = re.compile(
    r"^#{1,6} +\S|^> |\*\*[^*\n]{1,200}\*\*|\]\((?:https?:|[/.])[^\s()]*\)|(?<!^)(?<= )#{2,6} (?=\S)",
    re.MULTILINE,
)
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^()\n]+\)|^#{1,6} +\S.{1,40}\n\n", re.MULTILINE)
_LOST_ENDS = re.compile(r"(?<=\S) +(?=#{1,6} \S|> |(?:[-*]|[0-9]{1,2}\.) +\*\*)(?:> (?=>|#))?")
"""Markdown, and where programs that make an index of it have put spaces for its line ends."""
_INDENTS = re.compile(r"(?:^|(?<=\\n))(?:\\t)+")
"""Tabs written as \\t at the beginning of a line; elsewhere they may be words: \\theta."""
_TAG = re.compile("<(?:!--|/?[a-zA-Z])")
_INLINE = frozenset(["span", "strong", "a", "b", "em", "i", "u", "font"])
_WRITTEN_LIST = re.compile("\\s*\\[\\s*(['\"]).*\\1\\s*\\]\\s*", re.DOTALL)
"""A list as Python writes it."""
_LONGEST_LITERAL = 4_000_000
"""Characters: what is parsed as a program takes many times its size."""
_HAN = re.compile(f"[{HAN}]")
_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER = re.compile("[A-Za-z|｜/.]")
"""What stands in names of sites, files and addresses, not of papers in Chinese."""
_SITE = re.compile("_|-{2}| [-|] ")
"""What hardly stands in a title but before the name of its site."""
_DEPTH = 16
_SHORT, _EXCERPT = 40, 24
"""Characters of the name of a column at most; so many of a summary tell whether it is an excerpt."""
_CUT = re.compile(r"^(?:\.\.\.|…(?!…))|(?:\.\.\.|(?<!…)…)$")
_PARTS = {"年": "y", "年份": "y", "year": "y", "月": "m", "月份": "m", "month": "m", "日": "d", "day": "d"}
_EMPTY = frozenset({"nan", "na", "none", "null", "n/a", "nat", "<na>", "\\n"})
_NUMBERED = "{} ({})"
"""A second column of one name."""
HEADER_ROWS = 5
"""A title and a note may stand above the names of the columns."""
_ALIKE = {"date": "have such a date too", "no text": "have no text either", "empty": "have an empty text too"}


def checked(columns: Mapping[str, str]) -> Mapping[str, str]:
    """The caller's own columns. Raises InputError for a field that no article has."""
    for role in columns:
        if role not in ROLES:
            raise InputError(f"there is no field {role!r}; an article has {', '.join(ROLES)}")
    return columns


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a table are: role to name, those of facts, the site behind titles, lines that texts share."""

    roles: Mapping[str, str]
    facts: Sequence[str]
    site: str
    repeated: frozenset[str]
    headed: bool


@dataclass(slots=True)
class Rows:
    """Makes articles of rows, one after the other; the same fault in many rows is told once, and counted.

    The first rows are held until it is known what their columns hold.
    """

    kind: str
    options: Options
    place: str = "line"
    _tables: dict[tuple[str, ...], _Columns] = field(default_factory=dict)
    _faults: dict[str, list[int]] = field(default_factory=dict)
    _held: list[InputError | tuple[Mapping[str, Any], int, str]] | None = field(default_factory=list)
    _iso: bool = False
    _unlike: bool = False

    def article(self, row: Mapping[str, Any], line: int) -> Iterator[Found]:
        """The article of a row that stands on a line, or what is wrong with it; nothing while rows are held."""
        row = _with_day(row)
        if self._held is None:
            yield from self._article(row, line, self.kind)
            return
        self._held.append((row, line, self.kind))
        if len(self._held) >= SAMPLE:
            yield from self.settled()

    def settled(self) -> Iterator[Found]:
        """What is held, once the columns are known."""
        held, self._held = self._held or [], None
        alike: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
        for row in (item[0] for item in held if isinstance(item, tuple) and None not in item[0]):
            alike.setdefault(tuple(map(str, row)), []).append(row)
        self._tables = {names: self._columns(names, rows) for names, rows in alike.items()}
        for item in held:
            if isinstance(item, tuple):
                yield from self._article(*item)
            else:
                yield item

    def _article(self, row: Mapping[str, Any], line: int, kind: str) -> Iterator[Found]:
        if None in row:
            where = f"{self.options.where} {self.place} {line}"
            yield from self.fault(
                "cells", line, f"{where} has more cells than columns; quote a cell with the separator in it"
            )
            return
        names = tuple(map(str, row))
        if names == tuple(row.values()):
            return  # Tables put one below the other: the names of the columns once more.
        columns = self._tables.setdefault(names, self._tables.get(names) or self._columns(names, [row]))
        roles = columns.roles
        if "text" not in roles:
            yield from self.fault("no text", line, self._no_text(names, line))
            return
        cells = {role: _written(row[name]) for role, name in roles.items() if name in row}
        fields = _fields(cells, columns.site, [_plain(row[name]) for name in columns.facts])
        if isinstance(page := cells.get("text"), str) and PAGE.match(page.lstrip()):
            with suppress(OpedError):
                yield from self._page(page, fields, line)
                return
        text, notes, marks = text_of_cell(cells.get("text"))
        if not text.strip():
            where = f'{self.options.where} {self.place} {line} has an empty text (column "{roles["text"]}")'
            yield from self.fault("empty", line, where)
            return
        named = "date" in self.options.columns or role_of(roles.get("date")) == "date"
        if (written := _plain(cells.get("date"))) and named and iso_date(cells["date"]) is None:
            told = f'the date "{written[:24]}" is not understood; write it as 2024-03-01'
            yield from self.fault("date", line, f"{self.options.where} {self.place} {line}: {told}")
        unlike = self._said(written, fields.date, line)
        for role in ("date", "text"):
            if role in cells and role_of(roles[role]) != role and role not in self.options.columns:
                notes = (f'the {role} is taken from the column "{roles[role]}"', *notes)
        if twice := [name for name in roles.values() if _NUMBERED.format(name, 2) in names]:
            notes = (f'of the columns "{twice[0]}" the first is read', *notes)
        label = _plain(cells.get("id")) or f"{self.options.name or 'row'}:{line}"
        kicker, deck = (text_of_cell(cells.get(role))[0].strip() for role in ("kicker", "deck"))
        decks = (deck,) if deck and not _is_excerpt(deck, fields.title or "", text) else ()
        yield FileDocument(
            kind,
            row=FileRow(
                text, fields, label, line, kicker or None, decks, marks, columns.repeated, columns.headed
            ),
            notes=(*map(Note, notes), *unlike),
        )

    def _columns(self, names: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> _Columns:
        """The columns by their names and by what they hold."""
        given = {role: self._name(name, names) for role, name in checked(self.options.columns).items()}
        own = {role: name for role, name in given.items() if name is not None}
        rows = [{name: row.get(name) if _plain(row.get(name)) else None for name in names} for row in rows]
        filled = [name for name in names if any(row[name] is not None for row in rows)]
        by_name = {**roles_of(names, own), **roles_of(filled, own)}
        roles = by_values(by_name, rows, given)
        texts = [text_of_cell(_written(row.get(roles["text"])))[0] for row in rows] if "text" in roles else []
        headed = "title" not in roles and are_headed(texts)
        titles = cells_of(rows, roles["title"]) if "title" in roles else []
        return _Columns(
            roles,
            facts_in(rows, [name for role, name in roles.items() if role != "date"]),
            site_of(titles),
            repeated_lines(texts),
            headed,
        )

    def _page(self, source: str, fields: Fields, line: int) -> Iterator[Found]:
        """A cell that is a page of the web as a whole. Raises what reading it raises."""
        from seeds.files.html import read

        options = replace(self.options, encoding="utf-8", name=f"{self.options.name or 'row'}:{line}")
        for page in read(source.encode("utf-8", "replace"), options):
            if isinstance(page, FileDocument):
                yield replace(page, label=options.name, fields=fields | page.fields)

    def _said(self, written: str, day: str | None, line: int) -> list[Note]:
        """What is to be said of the first date that is written unlike those before it."""
        if not written or day is None or self._unlike:
            return []
        if _ISO.match(written) or not self._iso:
            self._iso |= bool(_ISO.match(written))
            return []
        self._unlike = True
        where = f"{self.options.where} {self.place} {line}"
        return [Note(f'{where}: the date "{written[:24]}" is read as {day}', line, "date")]

    def fault(self, kind: str, line: int, message: str) -> Iterator[InputError]:
        """Tell a fault when it comes first."""
        lines = self._faults.setdefault(kind, [])
        lines.append(line)
        if len(lines) == 1 and self._held is None:
            yield InputError(message)
        elif len(lines) == 1 and self._held is not None:
            self._held.append(InputError(message))

    def rest(self) -> Iterator[Found]:
        """What is still held, and what is to be said once all rows are read: the lines that were only counted."""
        yield from self.settled()
        for kind, lines in self._faults.items():
            if more := lines[1:]:
                listed = ", ".join(map(str, more[:8])) + (" …" if len(more) > 8 else "")
                what = _ALIKE.get(kind, "cannot be read either")
                yield InputError(f"{self.options.where}: {len(more):,} more {self.place}s {what} ({listed})")

    def _name(self, wanted: str, names: tuple[str, ...]) -> str | None:
        """A column by its name, or by its number counted from 1."""
        if wanted in names:
            return wanted
        if wanted.isdecimal() and 1 <= int(wanted) <= len(names):
            return names[int(wanted) - 1]
        return None

    def _no_text(self, names: tuple[str, ...], line: int) -> str:
        listed = ", ".join(name[:20] for name in names[:12]) or "none"
        wanted = self.options.columns.get("text")
        said = f'no column "{wanted}"' if wanted else "no column that is surely the text"
        return (
            f"{self.options.where} {self.place} {line} has {said}; it has {listed}: "
            'name the right one with --field text=NAME (an article needs "text")'
        )


def once(where: str) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Makes JSON objects of their names and values. Raises InputError for a name that comes twice in one."""

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
            raise InputError(f'{where} has "{twice[:40]}" twice in one object; take out what does not hold')
        return found

    return made


def header(
    numbered: Sequence[tuple[int, Sequence[Any]]], options: Options, listed: list[str]
) -> tuple[int, list[str]]:
    """The names of the columns and their line, among the first rows of a table; line 0 and no names if none fits.

    Names that tell which column is the text are wanted first; else short ones above a column of running text. `listed`
    takes the names that tell no text.
    """
    heads = [(line, _names(row)) for line, row in numbered[:HEADER_ROWS]]
    for line, names in heads:
        if "text" in roles_of(names) or options.columns.get("text") in names:
            return line, unique(names)
        listed += [name[:20] for name in names if not name.isdecimal()]
    for at, (line, names) in enumerate(heads):
        below = [dict(zip(map(str, range(len(row))), row, strict=False)) for _, row in numbered[at + 1 :]]
        if len(names) > 1 and max(map(len, names)) <= _SHORT and len(set(names)) == len(names):
            return (line, names) if "title" in roles_of(names) and running_text(below) else (0, [])
    return 0, []


def _names(row: Sequence[Any]) -> list[str]:
    """The cells of a row as names of columns; one without a name goes by its number."""
    cells = row[: max((n for n, cell in enumerate(row, 1) if cell is not None), default=0)]
    return [str(cell or "").strip().lstrip("\ufeff") or str(n) for n, cell in enumerate(cells, 1)]


def unique(names: Sequence[str]) -> list[str]:
    """The names of columns, each once: a second column of one name is numbered."""
    found: dict[str, None] = {}
    for name in names:
        number = next(n for n in count(1) if (name if n == 1 else _NUMBERED.format(name, n)) not in found)
        found[name if number == 1 else _NUMBERED.format(name, number)] = None
    return list(found)


def _is_excerpt(deck: str, title: str, text: str) -> bool:
    """Whether a deck says nothing that title and text do not say."""
    whole, title = bare(deck), bare(title)
    begins = whole[:_EXCERPT]
    titled = 2 * len(title) > len(whole) and title in whole
    return begins in bare(text) or begins in title or titled or _CUT.search(deck) is not None


def text_of_cell(cell: object) -> tuple[str, tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The text of a cell, lists one item a line, markup taken out; notes on it; what the markup says of its lines."""
    if isinstance(cell, (list, tuple)):
        cell = "\n".join(filter(None, map(_plain, cell)))
    text = _plain(cell, strip=False).replace("\r\n", "\n").replace("\r", "\n")
    notes: tuple[str, ...] = ()
    if "\n" not in text and (text.count("\\n") >= 2 or text.startswith("\\n")):
        notes = ("line ends written as \\n are read as line ends",)
        text = _INDENTS.sub("", text.replace("\\r\\n", "\\n")).replace("\\n", "\n")
    tags = _MARKUP.findall(text)
    if (len(tags) > 1 or (tags and _MARKUP.match(text.lstrip()))) and not _only_marked(text):
        from seeds.files.fragment import items_of_fragment

        items = list(items_of_fragment(text))
        marks = tuple((item.level, item.mark) for item in items)
        notes = (*notes, "the text is HTML; its markup is left out")
        return "\n".join(item.text for item in items), notes, marks
    if len(_MARKDOWN.findall(text)) > 1 or _PICTURE.search(text):
        from seeds.files.markdown import items_of

        with suppress(InputError):
            items = items_of(text if "\n" in text.strip() else _LOST_ENDS.sub("\n\n", text), "")
            marks = tuple((item.level, item.mark) for item in items if item.text)
            notes = (*notes, "the text is Markdown; its markup is left out")
            return "\n".join(item.text for item in items if item.text), notes, marks
    return _without_marks(text), notes, ()


def _only_marked(text: str) -> bool:
    """Whether nothing but words are marked in a text, which is no HTML for that."""
    tags = [tag.lower() for tag in _MARKUP.findall(text)]
    return len(tags) > 1 and _INLINE.issuperset(tags) and not _TAG.search(_MARKUP.sub("", text))


def _without_marks(text: str) -> str:
    """A text or title without marked words and references to characters; other markup stays, somebody's words."""
    if _only_marked(text):
        return unescape(_MARKUP.sub("", text))
    return unescape(text) if _ENTITY.search(text) else text


def _written(cell: object) -> object:
    """A cell, or the list that it is written as."""
    if isinstance(cell, str) and _WRITTEN_LIST.fullmatch(cell):
        with suppress(ValueError):
            return literal(cell)
    return cell


def literal(text: str) -> Any:
    """The value that Python prints so. Raises ValueError."""
    if len(text) > _LONGEST_LITERAL:
        raise ValueError("too long")
    try:
        return literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError) as problem:
        raise ValueError(str(problem)) from None


def _plain(cell: object, *, strip: bool = True, depth: int = 0) -> str:
    """A cell as text; empty for markers of missing values, and for what is nested deeper than any text."""
    if cell is None or depth > _DEPTH or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, (list, tuple)):
        return " ".join(filter(None, (_plain(item, depth=depth + 1) for item in cell)))
    if isinstance(cell, Mapping):
        texts = (_plain(cell[name], strip=strip, depth=depth + 1) for name in cell if role_of(name) == "text")
        said = {name: value for name, value in cell.items() if isinstance(value, str)}
        most = max(
            said, key=lambda name: (len(_HAN.findall(said[name])), role_of(name) is not None), default=None
        )
        cell = next(filter(None, texts), said.get(most, ""))
    if isinstance(cell, (bytes, bytearray)):
        text = decode(bytes(cell))[0]
    else:
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if text.strip().lower() in _EMPTY:
        return ""
    return text.strip() if strip else text


def _fields(cells: Mapping[str, Any], site: str, facts: Iterable[str]) -> Fields:
    """What cells and lines of facts say; `site` is what the titles of the table have behind them."""
    said: dict[str, object] = {
        role: cell if role == "authors" and isinstance(cell, list) else _plain(cell)
        for role, cell in cells.items()
    }
    title = _without_marks(str(said.get("title") or ""))
    known = NOTHING
    for role in ("authors", "source"):
        # A cell may tell more than its column is called by: 江城日报 周明, 来源：江城日报 作者：周明.
        cell = str(said.get(role) or "")
        first, _, rest = cell.partition(" ")
        line = meta_line(cell)
        if (role == "source" and line is None and not _OTHER.search(cell)) or (rest and is_paper(first)):
            line = meta_line(f"来源：{cell}")
        if line and "://" not in cell and (line.role != "furniture" or role == "source"):
            known |= line.fields
            said[role] = line.fields.source if role == "source" else None
    day = cells.get("date") if said.get("date") else None
    fields = replace(known, date=None) | Fields.of({**said, "title": title, "date": day}) | known
    sites = [name for name in (fields.source, site) if name]
    if fields.title and (sites or _SITE.search(fields.title)):
        fields = replace(fields, title=without_site(fields.title, sites))
    for line in filter(None, map(meta_line, facts)):
        fields |= line.fields
    return fields | Fields(date=date_of_address(fields.url or str(said.get("url") or "")))


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with the fields of nested objects beside its own, by `inner` or, where it has such a field, `outer.inner`.

    Of an author or a paper that is an object its name is kept.
    """
    row = {name: _plainly(value) for name, value in row.items()}
    roles = {name: role_of(name) for name in row}
    blocks = [name for name, role in roles.items() if role in (None, "text") and is_blocks(row[name])]
    if named := [name for name in blocks if roles[name] == "text"] or (
        blocks if len(blocks) == 1 and "title" in roles.values() and "text" not in roles.values() else []
    ):
        row |= {name if roles[name] else "text": f"<div>{html_of_blocks(row[name])}</div>" for name in named}
    found = dict(row)
    own = {role_of(name) for name, value in row.items() if not isinstance(value, Mapping)} - {None}
    for outer, value in row.items():
        if not isinstance(value, Mapping):
            continue
        name = value.get("name") or value.get("login")
        if role_of(outer) in ("authors", "source", "column") and isinstance(name, str):
            found[outer] = name
            continue
        del found[outer]
        for inner, cell in value.items():
            found[f"{outer}.{inner}" if inner in row or role_of(inner) in own else str(inner)] = cell
    return found


def _plainly(value: Any) -> Any:
    """A value as databases and reference managers wrap it: {"$date": ...}, {"date-parts": [[2024, 3, 1]]}."""
    while (
        isinstance(value, Mapping) and len(value) == 1 and re.match(r"\$|date-parts", str(next(iter(value))))
    ):
        ((name, value),) = value.items()
        if name == "date-parts" and isinstance(value, list) and value and isinstance(value[0], list):
            value = "-".join(str(part) for part in value[0])
    return value


def _with_day(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row whose year, month and day stand in columns of their own, with a date."""
    parts = {form: name for name in row if (form := _PARTS.get(folded(name)))}
    if len(parts) < 3:
        return row
    day = "-".join(_plain(row[parts[form]]) for form in "ymd")
    return {**{name: cell for name, cell in row.items() if name != parts["d"]}, "date": day}


def articles(
    kind: str, options: Options, rows: Iterable[tuple[int, Mapping[str, Any]]], place: str = "line"
) -> Iterator[Found]:
    """The articles of numbered rows."""
    made = Rows(kind, options, place)
    try:
        for line, row in rows:
            yield from made.article(row, line)
    except Exception:
        yield from made.settled()
        raise
    yield from made.rest()
