"""The usual names of fields: of the columns of tables, the tags of XML, front matter, `<meta>`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from seeds import lexicon

ROLES = ("text", "title", "authors", "date", "source", "column", "url", "id", "kicker", "deck")
"""What a column of a table can be."""


def folded(name: object) -> str:
    """A name without what its writers do not agree on: case, spaces, - and _."""
    kept = "".join(str(name).lstrip("\ufeff").lower().split()).replace("_", "").replace("-", "")
    return kept.strip("：:【】[]<>\"'")


def role_of(name: object) -> str | None:
    """The role that a name stands for, one of `ROLES`, or None."""
    return _roles().get(folded(name))


def roles_of(names: Iterable[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Role to the name that has it, among the names of a table; `given` are the caller's own and come first."""
    chosen = dict(given or {})
    left = {folded(name): name for name in reversed(list(names)) if name not in chosen.values()}
    for role, usual in lexicon.listed("field_names").items():
        if role not in chosen and (key := next((key for key in map(folded, usual) if key in left), None)):
            chosen[role] = left.pop(key)
    return chosen


@cache
def _roles() -> Mapping[str, str]:
    return {folded(name): role for role, names in lexicon.listed("field_names").items() for name in names}
