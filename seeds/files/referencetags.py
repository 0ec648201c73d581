"""Tags of reference managers and library databases, each before a value on a line of its own, and their fields.

%T 书屋亮了 / TI  - 书屋亮了 / {Title}: 书屋亮了 / Title-题名: 书屋亮了.
"""

from __future__ import annotations

import re
from functools import cache

from seeds import lexicon
from seeds.language.characters import HAN
from seeds.metadata.columns import role_of

_FORMS = (
    re.compile("(%[0-9A-Z+~!@#$^&*()<>?])(?:[ \t]+(.*))?"),
    re.compile("([A-Z][A-Z0-9])  ?-(?: (.*))?"),
    re.compile("([A-Z][A-Z0-9]) +(.*)"),
    re.compile("\\{([A-Za-z ]{2,24})\\}:[ \t]*(.*)"),
    re.compile(f"((?:[A-Za-z]{{2,16}}-[{HAN}]{{1,8}}|DOI-DOI))[:：][ \t]*(.*)"),
)
_BARE = 2
"""The form whose tags may begin any line: only a type of reference before all others tells it."""
_LEAST, _HEAD = 4, 40
"""Tags one below the other that show what a file is, and lines that are looked at."""


def is_references(text: str) -> bool:
    """Whether a text begins with the tags of a reference."""
    shown = [line for line in text.lstrip("\ufeff\n ").split("\n", _HEAD)[:_HEAD] if line.strip()]
    form = form_of(shown[0]) if shown else None
    tags = []
    for line in shown if form else ():
        if (found := tag_of(form, line)) is None:
            break
        tags.append(found[0])
    roles = {role_of_tag(tag) for tag in tags}
    return len(tags) >= _LEAST and "title" in roles and bool(roles & {"authors", "source", "date"})


def form_of(line: str) -> re.Pattern[str] | None:
    """The form of tags that a first line has."""
    fits = [form for form in _FORMS if form.fullmatch(line.strip())]
    return fits[0] if fits and (fits[0] is not _FORMS[_BARE] or line.startswith("RT ")) else None


def tag_of(form: re.Pattern[str] | None, line: str) -> tuple[str, str] | None:
    """The tag and the value of a line."""
    found = form.fullmatch(line.strip()) if form else None
    return (found[1], (found[2] or "").strip()) if found else None


@cache
def _tags() -> dict[str, tuple[str, int]]:
    """Each short tag: its field, and how much it tells of it."""
    listed = lexicon.listed("reference_tags").items()
    return {tag: (role, at) for role, tags in listed for at, tag in enumerate(tags)}


def role_of_tag(tag: str) -> str | None:
    """The field that a tag is of, by the names that columns of tables have."""
    return _tags()[tag][0] if tag in _tags() else role_of(tag) if len(tag) > 2 else None


def rank_of_tag(tag: str) -> int:
    """How many tags tell more of the same field."""
    return _tags().get(tag, ("", 0))[1]
