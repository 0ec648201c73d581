"""Front matter: the fields between --- (YAML) or +++ (TOML) above a Markdown text, in the forms that people write."""

from __future__ import annotations

import json
import re

from seeds.language.characters import HAN
from seeds.metadata import NOTHING, Fields, iso_date
from seeds.metadata.columns import known, role_of

_FRONT = re.compile(
    r"\s*(?:---[ \t]*\n(.*?)\n---|\+\+\+[ \t]*\n(.*?)\n\+\+\+"
    r"|(title[ \t]*[:：][^\n]*(?:\n(?:[A-Za-z_-]+[:：]|[ \t]*-[ \t]|(?=\n))[^\n]*)+)\n---"
    r"|(title[ \t]*[:：][^\n]*(?:\n(?:[A-Za-z_-]+[:：]|[ \t]*-[ \t])[^\n]*)+)\n)[ \t]*(?:\n|$)",
    re.DOTALL,
)
"""Jekyll and Hugo want a mark above and below, Hexo takes one below, people forget them."""
_JSON = re.compile(
    r"\s*(?:```\w*|---json|;;;)[ \t]*\n(\{.*?\})[ \t]*\n(?:```|---|;;;)[ \t]*(?:\n|$)", re.DOTALL
)
_PANDOC = re.compile(r"%[ \t]+(\S.*)\n%[ \t]*(.*)\n(?:%[ \t]*(.*)\n)?")
"""Title, authors and day as pandoc has them."""
_PAIR = re.compile(rf"^([\w{HAN}.-]+(?: [a-z]+)?)[ \t]*[:：=][ \t]*(.*)$")
_TABLE_PAIR = re.compile(r"^[ \t]+([\w-]+) = (.*)$")
"""A field in a table of TOML."""
_INNER = re.compile(r"^[ \t]+(?:-[ \t]+)?([A-Za-z_-]+):(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(.*)$")
_LINKED = re.compile(r"\[\[?(?:[^\[\]|]*\|)?([^\[\]]+)\](?:\]|\([^()\s]*\))")
"""A link, also of a note-taking program: [[周明]]."""
_BELOW = re.compile(r"\n[ \t]*\n((?:[a-z][a-z_]{1,31}:(?:[ \t][^\n]*)?(?:\n|\Z)){5,})[ \t\n]*\Z")
"""Fields below a text, as note-taking programs export them; days are those of the note."""
_NO_DAYS = ("0001-01-01", "1970-01-01")
"""What programs write where they know no day."""


def front_matter(text: str) -> tuple[Fields, str]:
    """The fields above a text, and the text below them."""
    if block := _PANDOC.match(text):
        return Fields.of({"title": block[1], "authors": block[2], "date": iso_date(block[3])}), text[
            block.end() :
        ]
    found = _FRONT.match(text) or _JSON.match(text)
    if found is None:
        return NOTHING, text
    values = _of_json(found[1]) if found.re is _JSON else _of_lines("".join(filter(None, found.groups())))
    if not values:
        return NOTHING, text
    told = [(role, held) for name, held in values.items() if held and (role := role_of(name)) is not None]
    # An address that is called the source leaves room for the paper.
    told = [("url" if role == "source" and "://" in held[0] else role, held) for role, held in told]
    by_role = {role: held if role == "authors" else held[0] for role, held in reversed(told)}
    # `published: true` is no day; of a page that was changed later it is the day when it was written.
    # Of what was clipped from an address a note was made on the day when that was done.
    clipped = any("://" in held[0] for role, held in told if role in ("url", "source"))
    days = [
        day
        for name, held in values.items()
        if held
        and role_of(name) == "date"
        and not (clipped and known(name) == "created")
        and (day := iso_date(held[0]))
        and day not in _NO_DAYS
    ]
    return Fields.of(by_role | {"date": min(days, default=None)}), text[found.end() :]


def fields_below(text: str) -> tuple[Fields, str]:
    """Who wrote a text and its address, by the fields of a note below it, and the text above them."""
    found = _BELOW.search(text)
    if found is None:
        return NOTHING, text
    values = {name: held[0] for name, held in _of_lines(found[1]).items() if held}
    told = {role: held for name, held in values.items() if (role := role_of(name)) in ("authors", "url")}
    return Fields.of(told), text[: found.start()]


def _of_lines(text: str) -> dict[str, list[str]]:
    """The values of YAML or TOML by name, as far as people use them."""
    values: dict[str, list[str]] = {}
    name = ""
    for line in text.split("\n"):
        if (pair := _PAIR.match(line) or _TABLE_PAIR.match(line)) is not None:
            name = pair[1]
            values[name] = _values(pair[2])
        elif (item := _ITEM.match(line)) is not None and name:
            values[name] += _values(item[1])
        elif name and (inner := _INNER.match(line)) is not None:
            # An author with a name and other facts; of anything else nothing is told.
            values[name] += _values(inner[2] or "") if inner[1].endswith("name") else []
        elif name and line.startswith((" ", "\t")) and line.strip():
            values[name] = [" ".join([*values[name], line.strip()])]
    return values


def _of_json(text: str) -> dict[str, list[str]]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    lists = {name: value if isinstance(value, list) else [value] for name, value in told.items()}
    return {name: [one for one in values if isinstance(one, str)] for name, values in lists.items()}


def _values(text: str) -> list[str]:
    """A value, or those of a list in brackets; quotes and comments are left out."""
    text = re.sub(r"\s+#\s.*$", "", text.strip())
    if text.startswith("[") and text.endswith("]"):
        return [value for item in text[1:-1].split(",") for value in _values(item)]
    if text in ("", "|", ">", "|-", ">-", "null", "~", '""', "''"):
        return []
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].replace('\\"', '"')
    text = _LINKED.sub("\\1", text.strip())
    return [text] if text else []
