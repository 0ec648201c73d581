"""JSON: one article, a list of articles, or a list somewhere inside, as exports and programs write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from seeds.errors import InputError
from seeds.files.decode import decode
from seeds.files.document import Found, Options
from seeds.files.objects import flat, once
from seeds.files.rows import articles
from seeds.files.values import LEAST_TEXT
from seeds.metadata.columns import role_of, roles_of

_DEPTH = 6
_BETWEEN = re.compile('[^{}\\[\\]"]{0,999}^(?=[{\\[])|[^\\w{}\\[\\]"]*', re.MULTILINE)
"""What stands between two values: marks alone, or lines of a script that wrote them."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles, numbered from 1. Raises InputError for what is not JSON or holds no articles."""
    text, encoding = decode(data, options.encoding, options.name)
    rows = rows_in(_parsed(text, options), options, _DEPTH)
    if not rows:
        raise InputError(
            f"{options.where} is JSON without a list of articles; an article is an object with a text, "
            'as {"title": ..., "text": ...}; --field text=NAME names the right field'
        )
    yield from articles(encoding, options, enumerate(map(flat, rows), 1), "article")


def _parsed(text: str, options: Options) -> Any:
    """One value; several, one after the other, as a list of them."""
    decoder, values = json.JSONDecoder(object_pairs_hook=once(options.where)), []
    at = _between(text, 0)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except ValueError as problem:
            line = text.count("\n", 0, getattr(problem, "pos", at)) + 1
            raise InputError(
                f"{options.where} is not JSON (line {line}: {getattr(problem, 'msg', 'a number is too long')}); "
                "is it cut short? If it is no JSON, give it another suffix"
            ) from None
        except RecursionError:
            raise InputError(f"{options.where} is JSON nested too deeply to be articles") from None
        values.append(value)
        at = _between(text, at)
    if len(values) > 1 and all(isinstance(value, list) for value in values):
        return [item for value in values for item in value]  # of several runs of a crawler
    return values[0] if len(values) == 1 else values


def _between(text: str, at: int) -> int:
    """Where the next value begins."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def rows_in(value: Any, options: Options, depth: int) -> list[Mapping[str, Any]]:
    """The articles in a value, wherever they are; none if there are none."""
    if depth and isinstance(value, list):
        return _of_list(value, options, depth)
    return (
        (_own(value, options) or _below(value, options, depth)) if depth and isinstance(value, dict) else []
    )


def _own(value: Mapping[str, Any], options: Options) -> list[Mapping[str, Any]]:
    """The articles that an object is, or has by their names or the names of their columns."""
    if _has_text(value, options) and (rows := _columns(value, options)):
        return rows
    own = {n: item for n, item in value.items() if isinstance(item, dict) and _has_text(flat(item), options)}
    if len(own) > 1:
        return [item if "id" in item else {"id": name, **item} for name, item in own.items()]
    if own and "title" in _roles([*own.values()], options):
        return [
            {
                **{n: item for n, item in value.items() if not isinstance(item, dict)},
                **next(iter(own.values())),
            }
        ]
    return [value] if _has_text(flat(value), options) else _split(value, options)


def _below(value: Mapping[str, Any], options: Options, depth: int) -> list[Mapping[str, Any]]:
    """The articles in the lists of an object, or else in the objects in it."""
    inside = [rows_in(item, options, depth - 1) for item in value.values() if isinstance(item, list)]
    below = [
        row for item in value.values() if isinstance(item, dict) for row in rows_in(item, options, depth - 1)
    ]
    best = max(inside, key=lambda rows: (_are_articles(rows, options), len(rows)), default=[])
    if not best:
        return below
    # Lists of other things, such as comments, stand beside that of the articles.
    roles = _roles(best, options)
    alike = [row for rows in inside if rows and _roles(rows, options) == roles for row in rows]
    best = [*{repr(row): row for row in alike}.values()] if len(alike) > len(best) else best
    # Who wrote all of them, or where they are from, is said once above them.
    above = flat(value)
    work = any(role_of(name) == "authors" and said for name, said in above.items())
    told = ("authors", "source", "title") if work else ("source",)
    shared = {
        name: said
        for name, said in above.items()
        if role_of(name) in told and isinstance(said, str) and (name in best[0] or role_of(name) not in roles)
    }
    return [{**shared, **row} for row in best]


def _are_articles(rows: list[Mapping[str, Any]], options: Options) -> bool:
    return bool(rows) and _has_text(flat(rows[0]), options)


def _roles(rows: list[Mapping[str, Any]], options: Options) -> set[str]:
    """The fields of an article that a list has, as its first row tells."""
    return set(roles_of(map(str, flat(rows[0])), options.columns))


def _of_list(value: list[Any], options: Options, depth: int) -> list[Mapping[str, Any]]:
    objects: list[Mapping[str, Any]] = [item for item in value if isinstance(item, dict)]
    if objects:
        if any(_has_text(flat(item), options) for item in objects):
            # What is no object may be a text, and is told of as a row without one otherwise.
            return [
                item if isinstance(item, dict) else {"text" if isinstance(item, str) else "value": item}
                for item in value
            ]
        inner = [row for item in objects for row in _dated(rows_in(item, options, depth - 1), item, options)]
        return inner if any(_are_articles([row], options) for row in inner) else objects
    lists = [item for item in value if isinstance(item, list)]
    if (
        len(lists) > 1
        and len(lists) == len(value)
        and "text" in roles_of(map(str, lists[0]), options.columns)
    ):
        return [dict(zip(map(str, lists[0]), item, strict=False)) for item in lists[1:]]
    texts = [item for item in value if isinstance(item, str)]
    running = len(texts) == len(value) and any(
        len(text) >= LEAST_TEXT and "://" not in text[:8] for text in texts
    )
    return [{"text": item} for item in texts] if running else []


def _dated(
    rows: list[Mapping[str, Any]], above: Mapping[str, Any], options: Options
) -> list[Mapping[str, Any]]:
    """The articles of one issue among several, which are of its day where they tell none."""
    issue = flat(above)
    day = roles_of(map(str, issue), options.columns).get("date")
    if day is None or not rows or "date" in _roles(rows, options):
        return rows
    return [{**row, day: issue[day]} for row in rows]


def _split(value: Mapping[str, Any], options: Options) -> list[Mapping[str, Any]]:
    """The rows of a table whose columns are named once, beside the lists of their cells."""
    lists = [item for item in value.values() if isinstance(item, list) and item]
    heads = (
        item
        for item in lists
        if all(isinstance(name, str) for name in item) and "text" in roles_of(item, options.columns)
    )
    names = next(heads, [])
    cells = (item for item in lists if all(isinstance(row, list) and len(row) == len(names) for row in item))
    return [dict(zip(names, row, strict=True)) for row in next(cells, [])] if names else []


def _has_text(row: Mapping[str, Any], options: Options) -> bool:
    wanted = options.columns.get("text")
    return wanted in row if wanted else "text" in roles_of(map(str, row), options.columns)


def _columns(value: Mapping[str, Any], options: Options) -> list[Mapping[str, Any]]:
    """The rows of a table that is written column by column, as pandas does; none if it is not."""
    name = roles_of(map(str, value), options.columns)["text"]
    held = value.get(name)
    if isinstance(held, dict) and all(isinstance(column, dict) for column in value.values()):
        return [{key: column.get(row) for key, column in value.items()} for row in held]
    parallel = {key: item for key, item in value.items() if isinstance(item, list)}
    if (
        isinstance(held, list)
        and len(parallel) > 1
        and all(len(item) == len(held) for item in parallel.values())
    ):
        return [{key: item[at] for key, item in parallel.items()} for at in range(len(held))]
    return []
