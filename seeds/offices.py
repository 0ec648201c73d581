"""Names of places, offices and places of work, as they stand beside names of people."""

from __future__ import annotations

import re
from functools import cache

from seeds.language.characters import HAN
from seeds.language.variants import simplified
from seeds.lexicon import pattern, words

_OFFICE = re.compile(f"[{HAN}]{{4,20}}[部委院局厅署办]")


def is_office(text: str) -> bool:
    """Whether a text is the name of an office, not what people do or where they are: 江城市文化局, not 学会合理用网."""
    return _OFFICE.fullmatch(text) is not None and is_unit(text)


def is_place(text: str) -> bool:
    """Whether a text is a province or a large city."""
    return simplified(text) in words("places", "")


def is_unit(token: str) -> bool:
    """Whether a token reads as a place, an office or a place of work."""
    token = simplified(token)
    return token in words("places", "") or _unit().search(token) is not None


@cache
def place_behind() -> re.Pattern[str]:
    """A place at the end of a text."""
    return re.compile(f"(?:{pattern('places', '')})$")


@cache
def _unit() -> re.Pattern[str]:
    """The end of the name of an office, a place of work or a place, or of a year of students: 文学院2020级."""
    return re.compile(
        f"(?:{pattern('places', 'offices')}|[{HAN}](?:[0-9]{{2}}){{1,2}}[级届](?:[0-9]{{1,2}}班)?)$"
    )
