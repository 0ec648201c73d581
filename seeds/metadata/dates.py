"""Dates as Chinese papers, web pages, spreadsheets and programs write them, as ISO dates.

Only the day is kept, as it stands: 2024-03-01T00:30:00+08:00 is 2024-03-01. A month and a day in an order that cannot
be told (03/04/2024) are no date; before AM or PM it can. A month or a year alone is one in a cell or a field (2024-05,
2024), not in a text.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta, timezone

_YEAR = "(?:19|20)[0-9]{2}"
_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
_NUMERALS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "○零Ｏ", 0
)
_HAN_YEAR = "[一二][〇○零Ｏ一二三四五六七八九]{3}"
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_NAME = f"(?:{'|'.join(_MONTHS)})"
DATE = re.compile(
    f"(?<![0-9])(?:"
    f"(?P<y1>{_YEAR}) ?年[ /]?(?P<m1>{_MONTH}) ?月[ /]?(?P<d1>{_DAY}) ?[日号]"
    f"|(?P<y2>{_YEAR})(?P<mark>[-./／．－–]) ?(?P<m2>{_MONTH})(?P=mark) ?(?P<d2>{_DAY})(?![0-9]|[./][0-9])"
    f"|(?P<m4>{_MONTH})月 ?(?P<d4>{_DAY}), ?(?P<y4>{_YEAR})(?![0-9])"
    f"|(?P<y3>{_HAN_YEAR})年(?P<m3>{_HAN_NUMBER}|正)月(?P<d3>{_HAN_NUMBER})日"
    f"|(?<![A-Za-z])(?P<m5>{_NAME})[a-z]{{0,6}}\\.? (?P<d5>{_DAY})(?:st|nd|rd|th)?,? (?P<y5>{_YEAR})(?![0-9])"
    f"|(?<![A-Za-z])(?P<m7>{_NAME}) +(?P<d7>{_DAY}) [0-9:]{{5,8}}(?: [A-Z]{{3,4}})? (?P<y7>{_YEAR})(?![0-9])"
    f"|(?P<y8>{_YEAR}) (?P<m8>{_MONTH})/(?P<d8>{_DAY})(?= [0-2][0-9]:[0-5][0-9])"
    f"|(?P<ma>{_MONTH})/(?P<da>{_DAY})/(?P<ya>{_YEAR})(?=,? {{1,2}}(?:1[0-2]|0?[1-9])(?::[0-5][0-9]){{1,2}} ?[AP]M)"
    f"|(?:中[华華])?民[国國] ?(?P<y9>[0-9]{{2,3}}) ?年 ?(?P<m9>{_MONTH}) ?月 ?(?P<d9>{_DAY}) ?日"
    "|(?:中[华華])?民[国國] ?(?P<yb>[〇○零Ｏ一二三四五六七八九十百]{2,5})年"
    f" ?(?P<mb>{_HAN_NUMBER}|元)月 ?(?P<db>{_HAN_NUMBER})日"
    f"|(?<![一二三四五六七八九十])(?P<m0>{_HAN_NUMBER})月 (?P<d0>{_DAY})(?:st|nd|rd|th)?, ?(?P<y0>{_YEAR})(?![0-9])"
    f"|(?P<d6>{_DAY}) (?P<m6>{_NAME})[a-z]{{0,6}}\\.?,? (?P<y6>{_YEAR})(?![0-9])"
    f")"
)
"""A full date inside a text."""
TIME = re.compile(
    # The spaces before it are looked at once and not from each of them.
    r"(?:(?<![T \u3000])[T \u3000]+|(?=[0-9]))(?:[01]?[0-9]|2[0-4])[:：时][0-5][0-9]"
    r"(?:[:：分][0-5][0-9](?:\.[0-9]+)?秒?)?分?(?: ?[AP]M)?(?: ?(?:Z|[+-][0-9]{2}:?[0-9]{2}|GMT|UTC|CST|HKT))?"
)
"""A time behind a date."""
_COMPACT = re.compile(
    "(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:(?![0-9])|(?=[0-9]{6,9}$))"
)
_ADDRESS = re.compile(
    f"(?<![0-9])(?![0-9]{{8}}$)({_YEAR})[-/]?(0[1-9]|1[0-2]|[1-9](?=[-/]))[-/]?(0[1-9]|[12][0-9]|3[01]|(?<=[-/])[1-9])(?=[-_/]|$)"
)
_SHORT_YEAR = re.compile("([12][0-9])-([01][0-9])-([0-3][0-9])(?=$|[ \u3000]*[0-2][0-9]:)")
"""The year without its century, where a label or a column says that it is a date."""
_DOTTED = re.compile(f"({_DAY})\\.({_MONTH})\\.({_YEAR})")
"""16.10.2018, as much of Europe writes it."""
_MONTH_ONLY = re.compile(f"({_YEAR})(?:[-./]|年)({_MONTH})月?")
_HAN_MONTH = re.compile(f"({_HAN_YEAR})年([一二三四五六七八九十]|十[一二])月")
_YEAR_ONLY = re.compile(f"({_YEAR})年?")
_COUNT = "[0-9一二三四五六七八九十]{1,3}"
_WRITTEN = re.compile(
    f"[（(]?[写作改]?于?(?P<day>(?:(?:{_YEAR}|{_HAN_YEAR})年(?:{_COUNT}月)?(?:{_COUNT}[日号])?|{_COUNT}月{_COUNT}[日号]?"
    f"|{_COUNT}，{_COUNT}|20[0-9]{{6}}|{_YEAR}[./]{_MONTH}(?:[./]{_DAY})?))"
    "[夜晨晚]?(?![，,][\u3400-\u9fff]{0,9}[是有了])"  # A sentence tells more than where.
    "(?:(?:[，,、 \u3000]+|[，,、 \u3000]*(?:[写作改][于在]?|[于在]))[\u3400-\u9fff]{0,10}"
    "|[\u3400-\u9fff]{0,4})[)）]?。?"
)
"""When and where a text was written, below it: 一九二七年七月，北京清华园。"""
_FIRST = 1911
"""The year before the first of the Republic, by which Taiwan counts."""
_EPOCH = (-662_688_000, 4_102_444_800)
"""Seconds since 1970: 1949 to 2099."""
_SPREADSHEET = (17_899, 73_051)
"""Days since 1899-12-30, as spreadsheets count them: 1949 to 2099."""


def find_date(text: str) -> str | None:
    """The first full date in a text as YYYY-MM-DD, or None."""
    for found in DATE.finditer(text):
        if (day := _iso(found)) is not None:
            return day
    return None


def day_of_writing(line: str) -> tuple[str | None] | None:
    """The day that a line below a text tells, in one item, None where it has no year; None for any other line."""
    found = _WRITTEN.fullmatch(line)
    return (_of_text(found["day"]),) if found else None


def day_alone(line: str) -> str | None:
    """The whole day that a line below a text tells, perhaps with the place where that was written, and nothing else."""
    written = day_of_writing(line)
    day = written[0] if written else find_date(line) if DATE.fullmatch(line.strip("()（） ")) else None
    return day if day and len(day) == len("2024-03-01") else None


def iso_date(value: object) -> str | None:
    """The date that a cell, a field or an attribute gives: YYYY-MM-DD, YYYY-MM or YYYY, whatever it has, or None.

    Takes text in any of the usual forms, `date` and `datetime`, and numbers that are days (20240301, or
    45352 of a spreadsheet), seconds or milliseconds since 1970.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _of_number(float(value))
    return _of_text(str(value).strip())


def _of_text(text: str) -> str | None:
    if re.fullmatch("(?:[0-9]{5}|[0-9]{9,13})(?:\\.[0-9]+)?", text):
        return _of_number(float(text))
    if (found := find_date(text)) is not None:
        return found
    if (old := re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)) is not None:
        return _day(*map(int, old.groups()))
    if (compact := _COMPACT.search(text)) is not None:
        return _day(*map(int, compact.groups()))
    if (short := _SHORT_YEAR.match(text)) is not None:
        return _day(2000 + int(short[1]), int(short[2]), int(short[3]))
    if (dotted := _DOTTED.fullmatch(text)) is not None:
        return _day(int(dotted[3]), int(dotted[2]), int(dotted[1]))
    if (part := _month_or_year(text)) is not None:
        return part
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _month_or_year(text: str) -> str | None:
    if (month := _MONTH_ONLY.fullmatch(text)) is not None:
        return f"{month[1]}-{int(month[2]):02d}"
    if (month := _HAN_MONTH.fullmatch(text)) is not None:
        return f"{''.join(str(_NUMERALS[sign]) for sign in month[1])}-{_number(month[2]):02d}"
    year = _YEAR_ONLY.fullmatch(text)
    return year[1] if year is not None else None


def date_of_address(address: str) -> str | None:
    """The day in the address of an article, as papers and blogs have it: /2024-03/01/, /2024/0301/, t20240301_."""
    found = _ADDRESS.search(address)
    return _day(*map(int, found.groups())) if found is not None else None


def compact_date(text: str) -> tuple[str, int, int] | None:
    """The first date written 20240301 in a text, and where it stands: for the names of files."""
    for found in _COMPACT.finditer(text):
        if (day := _day(*map(int, found.groups()))) is not None:
            return day, found.start(), found.end()
    return None


def _of_number(value: float) -> str | None:
    if math.isnan(value) or math.isinf(value):
        return None
    if value == int(value) and (found := _COMPACT.fullmatch(str(int(value)))) is not None:
        return _day(*map(int, found.groups()))
    if value == int(value) and 1900 <= value < 2100:
        return str(int(value))
    if _SPREADSHEET[0] <= value < _SPREADSHEET[1]:
        return (date(1899, 12, 30) + timedelta(days=int(value))).isoformat()
    for scale in (1, 1000):
        if max(1e8, _EPOCH[0]) <= value / scale <= _EPOCH[1]:
            # Papers are dated where they are printed: the hours of Beijing.
            moment = datetime.fromtimestamp(0, timezone.utc) + timedelta(seconds=value / scale, hours=8)
            return moment.date().isoformat()
    return None


def _iso(found: re.Match[str]) -> str | None:
    if found["y3"]:
        year = int("".join(str(_NUMERALS[sign]) for sign in found["y3"]))
        return _day(year, _number(found["m3"].replace("正", "一")), _number(found["d3"]))
    if found["yb"]:
        year = _year(found["yb"])
        month, day = _number(found["mb"].replace("元", "一")), _number(found["db"])
        return _day(_FIRST + year, month, day) if year else None
    n = next(n for n in "124567890a" if found[f"y{n}"])
    return _day(
        int(found[f"y{n}"]) + (_FIRST if n == "9" else 0),
        _month(found[f"m{n}"]),
        int(found[f"d{n}"]),
    )


def _year(numerals: str) -> int:
    """The value of 九十八, 一百一十 or 一一〇, 0 of what is no number."""
    if not {"十", "百"} & set(numerals):
        return int("".join(str(_NUMERALS[sign]) for sign in numerals))
    hundreds, hundred, rest = numerals.rpartition("百")
    hundreds = hundreds or "一"
    rest = rest.strip("零〇○Ｏ") if hundred else rest
    below = _number(rest) if rest else 0
    known = not hundred or hundreds in _NUMERALS
    return (100 * _NUMERALS[hundreds] if hundred else 0) + below if known and (below or not rest) else 0


def _month(name: str) -> int:
    """The number of a month: 11, 十一, Nov."""
    return int(name) if name.isdigit() else _MONTHS.index(name) + 1 if name.isascii() else _number(name)


def _number(numerals: str) -> int:
    """The value of 一 to 九十九, 0 of what is no number."""
    tens, ten, ones = numerals.rpartition("十") if "十" in numerals else ("", "", numerals)
    if any(part and part not in _NUMERALS for part in (tens, ones)):
        return 0
    return (_NUMERALS[tens] if tens else 1) * (10 if ten else 0) + (_NUMERALS[ones] if ones else 0)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
