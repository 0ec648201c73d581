"""Tables whose rows are paragraphs of articles, as corpora have them: what is said of an article repeats in each of its
rows, and a number counts them from the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any, TypeAlias

from seeds.files.values import running_text
from seeds.metadata.columns import role_of, roles_of

Numbered: TypeAlias = "tuple[int, Mapping[str, Any]]"
_Row: TypeAlias = "Mapping[str, Any]"
_SAMPLE, _LEAST = 64, 3
"""Rows that tell what a table is, and so many of one article at least, where it is the only one among these."""
_SHARED = ("title", "authors", "date", "source", "column", "url")
"""What the rows of one article say alike."""


def whole_articles(rows: Iterable[Numbered], text: str | None) -> Iterator[Numbered]:
    """The rows of a table, those of one article as one; `text` is the column of the texts, if the caller names it.

    Raises what reading the rows raises, once those before are given.
    """
    following = iter(rows)
    head: list[Numbered] = []
    fault: Exception | None = None
    try:
        for row in following:
            head.append(row)
            if len(head) >= _SAMPLE:
                break
    except Exception as problem:
        fault = problem
    columns = _columns([row for _, row in head], text)
    whole = chain(head, following)
    yield from whole if columns is None else _joined(whole, *columns)
    if fault is not None:
        raise fault


def _joined(rows: Iterable[Numbered], number: str, text: str, shared: Sequence[str]) -> Iterator[Numbered]:
    group: list[Numbered] = []
    for row in rows:
        if group and not _goes_on(group[-1][1], row[1], number, shared):
            yield _one(group, text)
            group = []
        group.append(row)
    if group:
        yield _one(group, text)


def _one(group: Sequence[Numbered], text: str) -> Numbered:
    line, first = group[0]
    if len(group) == 1:
        return line, first
    return line, {**first, text: "\n".join(str(row.get(text) or "") for _, row in group)}


def _columns(rows: Sequence[_Row], text: str | None) -> tuple[str, str, list[str]] | None:
    """The columns of the number, of the text, and those that repeat; None where rows are articles.

    The number has to begin anew with each article, or that of the only one has to have an id besides.
    """
    names = tuple(rows[0]) if rows else ()
    if len(rows) < _LEAST or None in names or any(tuple(row) != names for row in rows):
        return None
    roles = roles_of(names, {"text": text} if text in names else {})
    text = roles.get("text") or running_text(rows)
    if text is None or "title" not in roles:
        return None
    ids = [name for name in names if role_of(name) == "id"]
    shared = [roles[role] for role in _SHARED if role in roles]
    groups = _groups(rows, shared)
    if 2 * sum(len(group) > 1 for group in groups) <= len(groups) - 1:
        return None
    for number in names:
        if number in shared or number == text or not _counts(groups, number):
            continue
        named = any(len({str(row[name]) for row in rows}) == 1 for name in ids if name != number)
        if len(groups) > 1 or (named and len(rows) >= _LEAST):
            return number, text, shared
    return None


def _groups(rows: Sequence[_Row], shared: Sequence[str]) -> list[list[_Row]]:
    groups = [[rows[0]]]
    for before, row in pairwise(rows):
        if all(row[name] == before[name] for name in shared):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _counts(groups: Sequence[Sequence[_Row]], number: str) -> bool:
    """Whether a column counts the rows of each group from 0 or 1."""
    counts = [[_number(row[number]) for row in group] for group in groups]
    first = counts[0][0]
    return first in (0, 1) and all(count == list(range(first, first + len(count))) for count in counts)


def _goes_on(before: _Row, row: _Row, number: str, shared: Sequence[str]) -> bool:
    last, count = _number(before.get(number)), _number(row.get(number))
    alike = all(row.get(name) == before.get(name) for name in shared)
    return alike and last is not None and count == last + 1 and None not in row


def _number(cell: Any) -> int | None:
    said = str(cell).strip().removesuffix(".0")
    return int(said) if said.isdecimal() and len(said) < len("1000000") else None
