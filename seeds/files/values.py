"""What the columns of a table hold, by the values of its first rows: running text, titles, days, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from seeds.files.lineforms import FINAL, bare
from seeds.language.characters import HAN, han_in
from seeds.metadata import find_date, iso_date, meta_line
from seeds.metadata.columns import role_of
from seeds.names import may_be_pen_name, signature_of
from seeds.papers import is_paper

LEAST_TEXT, _SHORT, _LEAST_FACTS = 60, 40, 5
SAMPLE, ENDS, _SOON = 16, 3, 3
"""Rows that are looked at, and lines at the ends of their texts."""
_SENTENCE = re.compile("[。！？][^。！？]")
_TECHNICAL = re.compile("(?i)updat|modif|craw|scrap|fetch|download|spider|desc|更新|抓取|采集|爬|简介")
"""In the name of a day that is not the article's, and of what is said of a paper."""
_ADDRESS = re.compile("(?:https?:)?//\\S+")
_TITLE = re.compile(f"(?=(?:.*[{HAN}]){{4}})(?!.*(?:[。；;]$|://))[^\n]{{5,70}}")

_NO_SOURCE = re.compile(
    f"[^A-Za-z{HAN}]*|https?:.*|第?[0-9A-Z]{{1,4}}版.*|.*[0-9]:[0-9]{{2}}.*|[A-Z][0-9]{{1,3}}[^A-Z]*",
    re.DOTALL,
)
_DAY_NAME = re.compile("(?i)(?:time|date|day|ts|stamp|日期|时间)$")
"""What the column of a day may be called, where numbers or another program's types are days."""
_OPAQUE = re.compile("[0-9]+|[A-Za-z]{1,2}[0-9]?|(?i:unnamed.*|(?:col|column|field|f|v|字段|列)[ _]?[0-9]+)")
"""A name of a column that says nothing."""
_SLASHED = re.compile("([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})(?: [0-9:]{4,8})?")
_LEAST_WORDS = 15
_TITLED = re.compile("(?i)title$|标题$|题目$")
_Row: TypeAlias = "Mapping[Any, Any]"


def by_values(roles: Mapping[str, str], rows: Sequence[_Row], given: Collection[str] = ()) -> dict[str, str]:
    """Role to column, where names tell nothing or not enough; the roles of `given` are the caller's and stay."""
    found = dict(roles) if "text" in given else _with_text(roles, rows)
    if "url" not in given and (url := _address_of_each(rows, found.get("url"))):
        found["url"] = url
    for role, fits in (("source", is_paper), ("date", _is_day), ("authors", _may_name)):
        wrong = (
            role in ("source", "date")
            and role not in given
            and role in found
            and _misfits(role, [row.get(found[role]) for row in rows])
        )
        if wrong or role not in found:
            # Words may read as names: where a column has a name that says anything, it says what they are.
            told = [] if role != "authors" else [x for x in _names(rows) if not _OPAQUE.fullmatch(str(x))]
            other = _only(role, rows, found, fits, without=told)
            if role == "authors" and not _are_people(rows, other.get(role)):
                other = {}
            if wrong and (other or role == "source"):
                name = found.pop(role)
                if _most(rows, name, lambda cell: _ADDRESS.fullmatch(cell) is not None):
                    found.setdefault("url", name)
            found = {**other, **found}
    if "title" not in found and len(rows) > 1:
        found |= _only("title", rows, found, lambda cell: _TITLE.fullmatch(cell) is not None, distinct=True)
    return found


def facts_in(rows: Sequence[_Row], taken: Collection[str]) -> list[str]:
    """The columns without a role whose cells are lines of facts: 2024-03-01 08:15 来源：江城日报 作者：周明."""
    return [
        name
        for name in _names(rows)
        if name not in taken and cells_of(rows, name) and _most(rows, name, _tells)
    ]


def _tells(cell: str) -> bool:
    line = meta_line(cell) if len(cell) > _LEAST_FACTS and re.search("[:：|]", cell) else None
    return line is not None and bool(line.fields.authors or line.fields.source)


def _with_text(roles: Mapping[str, str], rows: Sequence[_Row]) -> dict[str, str]:
    """The roles, where the text is a column of running text, or else what is long of what is called a summary."""
    text, running = roles.get("text"), running_text(rows)
    if not (text or running) and all(str(name).isdecimal() for name in _names(rows)):
        running = words_beside_numbers(rows)
    # Two sentences are a text, however short, where the name says so.
    if running and not _most(rows, text, lambda cell: _SENTENCE.search(cell) is not None):
        return {role: name for role, name in roles.items() if name != running} | {"text": running}
    addresses = _most(rows, text, lambda cell: _ADDRESS.fullmatch(cell) is not None)
    found = dict(roles)
    # Where the text is told by its address alone, what is called a summary is all that there is of it.
    if ("text" not in found or addresses) and _most(
        rows, found.get("deck"), lambda cell: len(cell) >= LEAST_TEXT
    ):
        found["text"] = found.pop("deck")
    return found


def repeated_lines(texts: Iterable[str]) -> frozenset[str]:
    """Lines at the ends of texts that a third of them have, and three at least: a notice, who may be followed where.

    Texts with the same longest line are one text, printed again; a salutation (各位代表：) is text.
    """
    lines = ([line.strip() for line in text.split("\n") if bare(line)] for text in texts)
    unlike = {max(text, key=len): text for text in lines if text}
    ends = ({*text[:ENDS], *text[-ENDS:]} for text in unlike.values())
    said = (bare(line) for lines in ends for line in lines if not line.endswith(("：", ":")))
    found = Counter(line for line in said if len(line) >= ENDS)
    return frozenset(line for line, count in found.items() if count >= max(ENDS, len(unlike) / 3))


def running_text(rows: Sequence[_Row]) -> str | None:
    """The only column that holds running text in most rows, whatever it is called; None if none or several do."""
    sizes = {
        name: sum(map(len, cells_of(rows, name))) for name in _names(rows) if _most(rows, name, _is_running)
    }
    longest = max(sizes, key=lambda name: sizes[name], default=None)
    if longest is None or any(3 * size > sizes[longest] for name, size in sizes.items() if name != longest):
        return None
    return longest


def words_beside_numbers(rows: Sequence[_Row]) -> str | None:
    """The column that holds words, where all others hold nothing but numbers, days and addresses; None for others."""
    cells = {name: [str(row.get(name) or "").strip() for row in rows] for name in _names(rows)}
    worded = [name for name, column in cells.items() if not all(map(_is_number, column))]
    if len(worded) != 1 or len(cells) < 2 or any(map(_is_number, cells[worded[0]])):
        return None
    return worded[0] if sum(map(han_in, cells[worded[0]])) >= _LEAST_WORDS * len(rows) else None


def _is_number(cell: str) -> bool:
    plain = re.search("[^\\W\\d_]", cell) is None
    return (
        plain or _ADDRESS.fullmatch(cell) is not None or (len(cell) <= _SHORT and iso_date(cell) is not None)
    )


def order_of_days(cells: Sequence[str]) -> str | None:
    """The order of day and month in a column of days (27/05/2019) of which one at least can mean but one day."""
    found = [_SLASHED.fullmatch(cell) for cell in cells]
    days = [(int(day[1]), int(day[2])) for day in found if day]
    late = (any(first > 12 for first, _ in days), any(second > 12 for _, second in days))
    if len(days) < len(cells) or late[0] == late[1]:
        return None
    return "dmy" if late[0] else "mdy"


def in_order(cell: Any, order: str) -> Any:
    """A day of such a column as others write it."""
    found = _SLASHED.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if found is None:
        return cell
    day, month = (found[1], found[2]) if order == "dmy" else (found[2], found[1])
    return f"{found[3]}-{int(month):02}-{int(day):02}"


def _is_running(cell: str) -> bool:
    return len(cell) >= LEAST_TEXT and len(_SENTENCE.findall(cell)) >= 2


def _is_day(cell: str) -> bool:
    day = iso_date(cell) if re.match("[0-9]{4}-[0-9]{2}-", cell) else find_date(cell)
    return len(cell) <= _SHORT and day is not None


def _may_name(cell: str) -> bool:
    return _names_someone(cell) or may_be_pen_name(cell)


def _are_people(rows: Sequence[_Row], name: str | None) -> bool:
    """Whether a column of what may be names has enough sure ones in it."""
    cells = cells_of(rows, name) if name is not None else []
    return 4 * sum(map(_names_someone, cells)) >= len(cells) > 0


def _names_someone(cell: str) -> bool:
    return signature_of(cell) is not None


def _misfits(role: str, cells: Sequence[Any]) -> bool:
    """Whether most cells of a column cannot be what its name says: a paper that is a number, a day that is none."""
    told = [cell for cell in cells if cell is not None and str(cell).strip()]
    wrong = [
        cell
        for cell in told
        if (iso_date(cell) is None if role == "date" else _NO_SOURCE.fullmatch(str(cell).strip()))
    ]
    return 2 * len(wrong) > len(told)


def _address_of_each(rows: Sequence[_Row], named: str | None) -> str | None:
    """The column with another address in each row, where the one that is named so has the same in several."""
    if named is None or _are_distinct(rows, named):
        return None
    others = (name for name in _names(rows) if _most(rows, name, lambda cell: bool(_ADDRESS.fullmatch(cell))))
    return next((name for name in others if name != named and _are_distinct(rows, name)), None)


def _only(
    role: str,
    rows: Sequence[_Row],
    taken: Mapping[str, str],
    fits: Callable[[str], bool],
    *,
    distinct: bool = False,
    without: Collection[str] = (),
) -> dict[str, str]:
    """The first free column that fits; of distinct values the only one without a role, filled in nearly every row."""
    free = [name for name in _names(rows) if name not in taken.values() and not _TECHNICAL.search(name)]
    names = [name for name in free if name not in without and _most(rows, name, fits)]
    names.sort(key=lambda name: role == "date" and not _DAY_NAME.search(str(name)))
    if distinct:
        names = [name for name in names if role_of(name) is None and _are_distinct(rows, name)]
        names = [name for name in names if len(cells_of(rows, name)) > 0.9 * len(rows)]
        # What several columns say, such as a title and its tag, is what all of them hold.
        named = [name for name in names if _TITLED.search(name)] or names
        names = [name for name in named if all(_within(rows, name, other) for other in named)][:1]
    return {role: names[0]} if names and (len(names) == 1 or not distinct) else {}


def _within(rows: Sequence[_Row], name: str, other: str) -> bool:
    """Whether the cells of a column stand in those of another in most rows."""
    pairs = [(bare(str(row.get(name))), bare(str(row.get(other)))) for row in rows]
    return 2 * sum(inner in outer for inner, outer in pairs) > len(pairs)


def is_head(line: str, below: Sequence[str]) -> bool:
    """Whether a line above a text may be its title: no sentence, no fact, and a sentence soon below it."""
    if (
        not _TITLE.fullmatch(line)
        or line.endswith(("：", ":", "，", ","))
        or meta_line(line)
        or signature_of(line)
    ):
        return False
    text = next((other for other in below[:_SOON] if meta_line(other) is None), "")
    return len(text) > len(line) and FINAL.search(text) is not None


def are_headed(texts: Iterable[str]) -> bool:
    """Whether most texts begin with their titles."""
    lines = [[line.strip() for line in text.split("\n") if line.strip()] for text in texts]
    return 2 * sum(len(text) > 1 and is_head(text[0], text[1:]) for text in lines) > len(lines)


def _most(rows: Sequence[_Row], name: str | None, fits: Callable[[str], bool]) -> bool:
    """Whether more than half of what stands in a column is of a kind."""
    cells = cells_of(rows, name) if name is not None else []
    return 2 * sum(map(fits, cells)) > len(cells)


def _are_distinct(rows: Sequence[_Row], name: str) -> bool:
    cells = cells_of(rows, name)
    return len(set(cells)) > 0.9 * len(cells)


def cells_of(rows: Iterable[_Row], name: str) -> list[str]:
    """What is written in a column, empty cells left out; numbers are read only as days."""
    cells = [row.get(name) for row in rows]
    if _DAY_NAME.search(str(name)):
        cells = [cell if isinstance(cell, str) else iso_date(cell) for cell in cells]
    return [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]


def _names(rows: Sequence[_Row]) -> list[str]:
    return list(rows[0]) if rows else []
