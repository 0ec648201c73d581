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

from seeds.errors import InputError
from seeds.files.article import bare
from seeds.files.decode import decode
from seeds.files.document import FileDocument, FileRow, Found, Options
from seeds.files.values import SAMPLE, by_values, repeated_lines, running_text, shared_end
from seeds.files.webmeta import without_site
from seeds.language.characters import HAN
from seeds.metadata import Fields, iso_date
from seeds.metadata.columns import ROLES, role_of, roles_of
from seeds.metadata.dates import date_of_address
from seeds.page import Note

_MARKUP = re.compile(
    r"<!--|</?(p|br|div|span|strong|img|section|h[1-6]|a|b|em|i|u|font|figure|blockquote|ul|ol|li"
    r"|article|table|link|script|style|html|body)\b(?: */?>|[ \n][^<>]*(?:>|$))",
    re.IGNORECASE,
)
_ENTITY = re.compile("&(?:nbsp|quot|amp|[lr][dts]?quo?|#[0-9]{2,5});")
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
_SHORT, _EXCERPT = 40, 24
"""Characters of the name of a column at most; so many of a summary tell whether it is an excerpt."""
_CUT = re.compile(r"^(?:\.\.\.|…(?!…))|(?:\.\.\.|(?<!…)…)$")
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


@dataclass(slots=True)
class Rows:
    """Makes articles of rows, one after the other; the same fault in many rows is told once, and counted.

    The first rows are held until it is known what their columns hold.
    """

    kind: str
    options: Options
    place: str = "line"
    _roles: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)
    _ends: dict[tuple[str, ...], str] = field(default_factory=dict)
    _repeated: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    _faults: dict[str, list[int]] = field(default_factory=dict)
    _held: list[InputError | tuple[Mapping[str, Any], int, str]] | None = field(default_factory=list)
    _iso: bool = False
    _unlike: bool = False

    def article(self, row: Mapping[str, Any], line: int) -> Iterator[Found]:
        """The article of a row that stands on a line, or what is wrong with it; nothing while rows are held."""
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
        self._roles = {names: self._roles_of(names, rows) for names, rows in alike.items()}
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
        if names not in self._roles:
            self._roles[names] = self._roles_of(names, [row])
        roles = self._roles[names]
        if "text" not in roles:
            yield from self.fault("no text", line, self._no_text(names, line))
            return
        cells = {role: _written(row[name]) for role, name in roles.items() if name in row}
        text, notes, marks = text_of_cell(cells.get("text"))
        if not text.strip():
            where = f'{self.options.where} {self.place} {line} has an empty text (column "{roles["text"]}")'
            yield from self.fault("empty", line, where)
            return
        fields = _fields(cells, self._ends[names])
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
            row=FileRow(text, fields, label, line, kicker or None, decks, marks, self._repeated[names]),
            notes=(*map(Note, notes), *unlike),
        )

    def _roles_of(self, names: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
        """The columns by their names and by what they hold."""
        given = {role: self._name(name, names) for role, name in checked(self.options.columns).items()}
        own = {role: name for role, name in given.items() if name is not None}
        rows = [{name: row.get(name) if _plain(row.get(name)) else None for name in names} for row in rows]
        filled = [name for name in names if any(row[name] is not None for row in rows)]
        by_name = {**roles_of(names, own), **roles_of(filled, own)}
        roles = by_values(by_name, rows, given)
        self._ends[names] = shared_end(rows, roles.get("title"))
        texts = (text_of_cell(_written(row.get(roles["text"])))[0] for row in rows) if "text" in roles else ()
        self._repeated[names] = repeated_lines(texts)
        return roles

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


def _plain(cell: object, *, strip: bool = True) -> str:
    """A cell as text; empty for markers of missing values."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, (list, tuple)):
        return " ".join(filter(None, map(_plain, cell)))
    if isinstance(cell, Mapping):
        texts = (value for name, value in cell.items() if role_of(name) == "text" and _plain(value))
        said = {name: value for name, value in cell.items() if isinstance(value, str)}
        most = max(
            said, key=lambda name: (len(_HAN.findall(said[name])), role_of(name) is not None), default=None
        )
        cell = _plain(next(texts, said.get(most, "")), strip=strip)
    if isinstance(cell, (bytes, bytearray)):
        text = decode(bytes(cell))[0]
    else:
        text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if text.strip().lower() in _EMPTY:
        return ""
    return text.strip() if strip else text


def _fields(cells: Mapping[str, Any], end: str) -> Fields:
    """What cells say; `end` is what the titles of the table have behind them."""
    said: dict[str, object] = {
        role: cell if role == "authors" and isinstance(cell, list) else _plain(cell)
        for role, cell in cells.items()
    }
    said["title"] = _without_marks(str(said.get("title") or "")).removesuffix(end.rstrip())
    fields = Fields.of({**said, "date": cells.get("date") if said.get("date") else None})
    if fields.title and fields.source:
        fields = replace(fields, title=without_site(fields.title, fields.source))
    return fields | Fields(date=date_of_address(fields.url or str(said.get("url") or "")))


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with the fields of nested objects beside its own, by `inner` or, where it has such a field, `outer.inner`.

    Of an author or a paper that is an object its name is kept.
    """
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
