"""Rows of a table as articles: which column is what, what its cells say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from seeds.errors import InputError, OpedError
from seeds.files import reader_of
from seeds.files.cells import as_list, plain, text_of_cell, without_marks
from seeds.files.document import FileDocument, FileRow, Found, Options
from seeds.files.lineforms import bare
from seeds.files.paragraphrows import whole_articles
from seeds.files.sites import site_of, without_site
from seeds.files.sniff import PAGE
from seeds.files.values import (
    SAMPLE,
    are_headed,
    by_values,
    cells_of,
    facts_in,
    in_order,
    order_of_days,
    repeated_lines,
    running_text,
    words_beside_numbers,
)
from seeds.metadata import NOTHING, Fields, iso_date, meta_line
from seeds.metadata.columns import ROLES, folded, role_of, roles_of
from seeds.metadata.dates import date_of_address
from seeds.page import Note
from seeds.papers import is_paper

_ISO = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER = re.compile("[A-Za-z|｜/.]")
"""What stands in names of sites, files and addresses, not of papers in Chinese."""
_SITE = re.compile("_|-{2}| [-|] ")
"""What hardly stands in a title but before the name of its site."""
_SHORT, _EXCERPT = 40, 24
"""Characters of the name of a column at most; so many of a summary tell whether it is an excerpt."""
_CUT = re.compile(r"^(?:\.\.\.|…(?!…))|(?:\.\.\.|(?<!…)…)$")
_PARTS = {"年": "y", "年份": "y", "year": "y", "月": "m", "月份": "m", "month": "m", "日": "d", "day": "d"}
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
    """What the columns of a table are: role to name, those of facts, the site behind titles, lines that texts share.

    `days` has the order of day and month of columns that write them with strokes.
    """

    roles: Mapping[str, str]
    facts: Sequence[str]
    site: str
    repeated: frozenset[str]
    headed: bool
    days: Mapping[str, str]


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
        row = {**row, **{name: in_order(row[name], order) for name, order in columns.days.items()}}
        cells = {role: as_list(row[name]) for role, name in roles.items() if name in row}
        fields = _fields(cells, columns.site, [plain(row[name]) for name in columns.facts])
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
        if (written := plain(cells.get("date"))) and named and iso_date(cells["date"]) is None:
            told = f'the date "{written[:24]}" is not understood; write it as 2024-03-01'
            yield from self.fault("date", line, f"{self.options.where} {self.place} {line}: {told}")
        unlike = self._said(written, fields.date, line)
        for role in ("date", "text"):
            if role in cells and role_of(roles[role]) != role and role not in self.options.columns:
                notes = (f'the {role} is taken from the column "{roles[role]}"', *notes)
        if twice := [name for name in roles.values() if _NUMBERED.format(name, 2) in names]:
            notes = (f'of the columns "{twice[0]}" the first is read', *notes)
        label = plain(cells.get("id")) or f"{self.options.name or 'row'}:{line}"
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
        rows = [{name: row.get(name) if plain(row.get(name)) else None for name in names} for row in rows]
        orders = ((name, order_of_days(cells_of(rows, name))) for name in names)
        days = {name: order for name, order in orders if order}
        rows = [{**row, **{name: in_order(row[name], order) for name, order in days.items()}} for row in rows]
        filled = [name for name in names if any(row[name] is not None for row in rows)]
        by_name = {**roles_of(names, own), **roles_of(filled, own)}
        roles = by_values(by_name, rows, given)
        texts = [text_of_cell(as_list(row.get(roles["text"])))[0] for row in rows] if "text" in roles else []
        headed = "title" not in roles and are_headed(texts)
        titles = cells_of(rows, roles["title"]) if "title" in roles else []
        return _Columns(
            roles,
            facts_in(rows, [name for role, name in roles.items() if role != "date"]),
            site_of(titles),
            repeated_lines(texts),
            headed,
            days,
        )

    def _page(self, source: str, fields: Fields, line: int) -> Iterator[Found]:
        """A cell that is a page of the web as a whole. Raises what reading it raises."""
        options = replace(self.options, encoding="utf-8", name=f"{self.options.name or 'row'}:{line}")
        for page in reader_of("html").read(source.encode("utf-8", "replace"), options):
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


def header(
    numbered: Sequence[tuple[int, Sequence[Any]]], options: Options, listed: list[str]
) -> tuple[int, list[str]]:
    """The names of the columns and their line, among the first rows of a table; line 0 and no names if none fits.

    Names that tell which column is the text are wanted first; else short ones above a column of running text. `listed`
    takes the names that tell no text. Columns without names go by their numbers.
    """
    heads = [(line, _names(row)) for line, row in numbered[:HEADER_ROWS]]
    for line, names in heads:
        if "text" in roles_of(names) or options.columns.get("text") in names:
            return line, unique(names)
        listed += [name[:20] for name in names if not name.isdecimal()]
    for at, (line, names) in enumerate(heads):
        below = [dict(zip(map(str, range(len(row))), row, strict=False)) for _, row in numbered[at + 1 :]]
        if len(names) > 1 and max(map(len, names)) <= _SHORT and len(set(names)) == len(names):
            return (line, names) if running_text(below) else _headless(numbered)
    return _headless(numbered)


def _headless(numbered: Sequence[tuple[int, Sequence[Any]]]) -> tuple[int, list[str]]:
    """The numbers of the columns of a table whose first row is an article as all others are; else nothing."""
    rows = [dict(zip(map(str, count(1)), cells, strict=False)) for _, cells in numbered]
    alike = len({len(row) for row in rows}) == 1 < len(rows) and len(rows[0]) > 1
    text = running_text(rows) if alike else None
    told = (text and running_text(rows[:1]) == text) or (alike and words_beside_numbers(rows))
    return (0, list(rows[0])) if told else (0, [])


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


def _fields(cells: Mapping[str, Any], site: str, facts: Iterable[str]) -> Fields:
    """What cells and lines of facts say; `site` is what the titles of the table have behind them."""
    said: dict[str, object] = {
        role: cell if role == "authors" and isinstance(cell, list) else plain(cell)
        for role, cell in cells.items()
    }
    title = without_marks(str(said.get("title") or ""))
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


def _with_day(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row whose year, month and day stand in columns of their own, with a date."""
    parts = {form: name for name in row if (form := _PARTS.get(folded(name)))}
    if len(parts) < 3:
        return row
    day = "-".join(plain(row[parts[form]]) for form in "ymd")
    return {**{name: cell for name, cell in row.items() if name != parts["d"]}, "date": day}


def articles(
    kind: str, options: Options, rows: Iterable[tuple[int, Mapping[str, Any]]], place: str = "line"
) -> Iterator[Found]:
    """The articles of numbered rows."""
    made = Rows(kind, options, place)
    try:
        for line, row in whole_articles(rows, options.columns.get("text")):
            yield from made.article(row, line)
    except Exception:
        yield from made.settled()
        raise
    yield from made.rest()
