"""Objects of JSON and of databases as rows of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from seeds.errors import InputError
from seeds.files.blocks import html_of_blocks, is_blocks
from seeds.metadata.columns import role_of

_PARTS = {
    name: part
    for part, names in (("y", "year 年"), ("m", "month 月"), ("d", "day 日"))
    for name in (part, *names.split())
}
_DEEPEST = 3
"""Objects inside each other whose fields are taken for those of the row."""


def once(where: str) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Makes JSON objects of their names and values. Raises InputError for a name that comes twice in one."""

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
            raise InputError(f'{where} has "{twice[:40]}" twice in one object; take out what does not hold')
        return found

    return made


def flat(row: Mapping[str, Any], depth: int = _DEEPEST) -> dict[str, Any]:
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
        if role_of(outer) == "title" and isinstance(main := value.get("main"), str):
            found = {
                **found,
                outer: main,
                **{n: v for n, v in value.items() if role_of(n) in ("kicker", "deck")},
            }
            continue
        name = value.get("name") or value.get("login")
        if role_of(outer) in ("authors", "source", "column") and isinstance(name, str):
            found[outer] = name
            continue
        del found[outer]
        for inner, cell in value.items():
            found[f"{outer}.{inner}" if inner in row or role_of(inner) in own else str(inner)] = cell
    nested = depth and any(isinstance(value, Mapping) for value in found.values())
    return flat(found, depth - 1) if nested else found


def _plainly(value: Any) -> Any:
    """A value as databases and reference managers wrap it: {"$date": ...}, {"date-parts": [[2024, 3, 1]]}."""
    while (
        isinstance(value, Mapping) and len(value) == 1 and re.match(r"\$|date-parts", str(next(iter(value))))
    ):
        ((name, value),) = value.items()
        if name == "date-parts" and isinstance(value, list) and value and isinstance(value[0], list):
            value = "-".join(str(part) for part in value[0])
    if isinstance(value, Mapping):
        # A day in its parts.
        parts = {_PARTS[name]: part for name, part in value.items() if name in _PARTS}
        if len(parts) == 3 and all(isinstance(part, int) for part in parts.values()):
            return "-".join(str(parts[part]) for part in "ymd")
    return value
