"""What single lines of a newspaper page look like: cue words and forms, each a weak piece of evidence.

A cue says what a line could be; only together with length, place, neighbours and repetition does it decide. The
forms stand in `seeds/lexicon/line_forms.txt` and are meant for text folded by `seeds.language.variants.simplified`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from seeds import lexicon
from seeds.language.variants import simplified
from seeds.metadata import meta_line
from seeds.names import all_names, is_name, split_names

_FURNITURE = "furniture "
_END, _DASHES = 48, "—―─－-"
_LONGEST_HEAD = 30
_FORUM = re.compile("(?:广场|投书|专论|开讲|社论)$")
"""How papers of Hong Kong and Taiwan call columns, besides the forms of all papers."""
_ALONE = (
    "box byline", "label byline", "reporter", "author note", "source", "bracketed", "in column",
)  # fmt: skip


@cache
def _forms() -> Mapping[str, re.Pattern[str]]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for row in lexicon.rows("line_forms"):
        name, _, form = row.partition(": ")
        if name.startswith("%"):
            words[name] += map(re.escape, form.split())
        else:
            forms[name].append(re.sub("%[a-z ]+%", lambda group: f"(?:{'|'.join(words[group[0]])})", form))
    return {name: re.compile("|".join(alternatives)) for name, alternatives in forms.items()}


def form(name: str) -> re.Pattern[str]:
    """The form of lines of some kind, by its name."""
    return _forms()[name]


def is_column(name: str) -> bool:
    """Whether a name is one of those that papers give their columns: 江城时评, 民意論壇, 江城廣場."""
    folded = simplified(name)
    return form("column").search(folded) is not None or _FORUM.search(folded) is not None


@cache
def _furniture() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = (name for name in _forms() if name.startswith(_FURNITURE))
    return tuple((name.removeprefix(_FURNITURE), form(name)) for name in kinds)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return form("final").search(text[-_END:]) is not None


def may_end(text: str) -> bool:
    """Whether a paragraph may end as a line does: with a sentence, or before a list."""
    return ends_sentence(text) or text[-1] in ":：）)"


def furniture_kind(text: str) -> str | None:
    """The kind of furniture a line has the form of."""
    folded = simplified(text)
    return next((kind for kind, fits in _furniture() if fits.search(folded)), None)


@lru_cache(maxsize=64)
def stands_alone(text: str) -> bool:
    """Whether a short line has a form that is never part of a wrapped paragraph."""
    folded = simplified(text)
    return (
        furniture_kind(folded) is not None
        or any(form(name).search(folded) for name in _ALONE)
        or meta_line(text) is not None
    )


def begins_head_line(text: str) -> bool:
    """Whether a line after a title is a line of its own: a kicker after a dash, or names."""
    return begins_kicker(text) or (len(text) <= _LONGEST_HEAD and is_name_line(text))


def begins_kicker(text: str) -> bool:
    """Whether a short line begins with a dash."""
    return len(text) <= _LONGEST_HEAD and form("dash").search(text) is not None


def is_name_line(text: str) -> bool:
    """Whether a line is nothing but names, perhaps in brackets, after a dash, an office or a paper, before a colon."""
    inner = form("behind a name").sub("", simplified(text.strip(" \u3000*")).rstrip("：:"))
    if inner[:1] in "(（【[" and inner[-1:] in ")）】]":
        inner = inner[1:-1]
    elif inner.startswith(tuple(_DASHES)) and (
        all_names(inner.lstrip(_DASHES)) or form("signed dash").match(inner)
    ):
        inner = inner.lstrip(_DASHES)
    place = form("place of work").match(inner)
    if place is not None:
        inner = inner[place.end() :]
    if (
        len(inner) > 30
        or form("furniture page_label").search(inner)
        or form("column").search(inner.strip("·•"))
    ):
        return False
    first, *others = split_names(inner) or [""]
    return all_names(inner) or (
        is_name(first) and 0 < len(others) <= 3 and all(is_name(x) or form("post").search(x) for x in others)
    )


def is_signed(text: str) -> bool:
    """Whether a name closes a paragraph: as in 关不上了。（王建国）."""
    return bool(signers(text))


def signers(text: str) -> tuple[str, ...]:
    """The names that close a paragraph, none if the words there are no names."""
    end = text[-_END:]
    found = form("signature").search(simplified(end))
    if found is None:
        return ()
    start, stop = found.span(1) if found[1] else found.span(2)
    names = split_names(end[start:stop])
    return tuple(names) if all(map(is_name, names)) else ()
