"""The running head of a journal, whatever it is called: 2024年第3期　江城春秋　·时评·, 江城春秋 2024年3月第3期."""

from __future__ import annotations

import re

from seeds.language.characters import HAN
from seeds.metadata.dated import PAGE, WEEKDAY
from seeds.metadata.dates import DATE, find_date
from seeds.metadata.fields import Fields
from seeds.metadata.metaline import MetaLine
from seeds.names import is_name

_ISSUE = re.compile(
    "(?P<year>(?:19|20)[0-9]{2})年[ \u3000]?(?:(?P<month>1[0-2]|0?[1-9])月)?[ \u3000]?(?:第[0-9]{1,3}卷)?"
    "第[ \u3000]?[0-9]{1,3}[ \u3000]?期(?:[（(]总第?[0-9]{1,4}期[)）])?"
)
_DAY_AND_PAGE = re.compile(f"(?:{DATE.pattern})[ \u3000]*(?:{WEEKDAY.pattern})?[ \u3000]*(?:{PAGE.pattern})")
_BETWEEN = re.compile("(?<![■●◆])[ \u3000\t|｜丨]+")
_NAME = re.compile(f"《?([{HAN}]{{2,10}})》?")
_COLUMN = re.compile(f"[·•■●◆【〔\\[]?[ \u3000]?[{HAN}“”·]{{2,10}}[·•】〕\\]]?")
_LONGEST = 60


def journal_head(text: str) -> MetaLine | None:
    """The journal, and the day or month, that a running head tells: its name stands before the issue, or else behind.

    Before a day and a page it stands with a column behind them.
    """
    short = len(text) <= _LONGEST
    issue = (_ISSUE.search(text) or _DAY_AND_PAGE.search(text)) if short else None
    if issue is None:
        return None
    before = list(filter(None, _BETWEEN.split(text[: issue.start()])))
    behind = list(filter(None, _BETWEEN.split(text[issue.end() :])))
    name, *columns = [*before, *behind] or [""]
    journal = _NAME.fullmatch(name) if len(before) < 2 else None
    if journal is None or len(columns) > 1 or not all(map(_COLUMN.fullmatch, columns)):
        return None
    day = find_date(issue.group())
    if day and not (before and behind and not is_name(name)):
        return None
    return MetaLine(
        "furniture", "page_header", Fields(source=journal[1], date=day or _month(issue)), scope="page"
    )


def _month(issue: re.Match[str]) -> str | None:
    said = issue.groupdict().get("month")
    return f"{issue['year']}-{int(said):02}" if said else None
