"""Wording with a name of its own that stands in a text: set phrases, rare idioms, titles, what is put in quotation marks.

It is shared because it is known, not because one text has it from the other. Whether it is worth telling is not a
matter of its letters but of how many texts hold it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from compare.reuse.kinds import TITLE, idioms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from compare.background import Background
    from compare.comparison import Class
    from compare.reuse.text import Text

    Part = tuple[int, int]

_QUOTED = re.compile(r"“([^“”\n]{3,12})”|「([^「」\n]{3,12})」|\"([^\"\n]{3,12})\"")
_HAN_NAME = re.compile(r"[\u3400-\u9fff、·]+")

_HEAD = 4
"""Characters by which listed wording is looked up: the shortest idiom."""


class Name(NamedTuple):
    """Wording with a name of its own, in its folded form."""

    class_: Class
    wording: str


@dataclass(frozen=True)
class Listed:
    """A list of wordings, to be found in texts."""

    wordings: Collection[str]

    @cached_property
    def _by_head(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for wording in sorted(self.wordings):
            if len(wording) >= _HEAD:
                found.setdefault(wording[:_HEAD], []).append(wording)
        return found

    def within(self, line: str) -> Iterator[tuple[int, str]]:
        """Where each listed wording stands in a text; they may overlap."""
        by_head = self._by_head
        for at in range(len(line) - _HEAD + 1):
            for wording in by_head.get(line[at : at + _HEAD], ()):
                if line.startswith(wording, at):
                    yield at, wording


@cache
def _idioms() -> Listed:
    return Listed(idioms(rare=True))


def names(text: Text, background: Background) -> dict[Name, Part]:
    """The named wordings of a text and where each stands first."""
    found: dict[Name, Part] = {}
    for at, wording in background.set_phrases.within(text.line):
        found.setdefault(Name("formula", wording), (at, at + len(wording)))
    for at, wording in _idioms().within(text.line):
        found.setdefault(Name("idiom", wording), (at, at + len(wording)))
    for quoted in _QUOTED.finditer(text.raw):
        if _HAN_NAME.fullmatch(next(filter(None, quoted.groups()))):
            _add(found, text, "formula", quoted.span())
    for title in TITLE.finditer(text.raw):
        _add(found, text, "document", title.span())
    return found


def _add(found: dict[Name, Part], text: Text, class_: Class, span: Part) -> None:
    start, end = np.searchsorted(text.origin, span).tolist()
    found.setdefault(Name(class_, text.line[start:end]), (start, end))


def expected(name: Name, sizes: tuple[int, int], background: Background) -> float:
    """How often chance would bring this very wording into both of two unrelated texts of these sizes.

    From the share of the items of the background that hold it, and their mean size.
    """
    share = background.items_with(name.wording) / max(1, background.items)
    size = max(1.0, background.characters / max(1, background.items))
    return min(1.0, share * sizes[0] / size) * min(1.0, share * sizes[1] / size)
