"""Dates and the periods they lie in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from seeds.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

Period = Literal["day", "week", "month", "quarter", "year"]
PERIODS: tuple[Period, ...] = get_args(Period)


def day_of(text: str) -> date:
    """An ISO date; a month or a year stands for its first day. Raises `InputError` for anything else."""
    parts = text.split("-")
    try:
        return date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        raise InputError(f"{text!r} is not a date; write it as 2021-11-24") from None


def fitting(first: date, last: date) -> Period:
    """The period by which a span of time is best told: months below two years, quarters below eight, else years."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 2:
        return "day"
    return "month" if months < 24 else "quarter" if months < 96 else "year"


def name_of(day: date, unit: Period) -> str:
    """2021, 2021-Q4, 2021-11, 2021-W47 (ISO 8601) or 2021-11-24."""
    if unit == "year":
        return f"{day.year}"
    if unit == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if unit == "month":
        return f"{day.year}-{day.month:02}"
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return day.isoformat()


def all_between(first: date, last: date, unit: Period) -> tuple[str, ...]:
    """Every period from the first to the last, those in which nothing lies too."""
    days: Iterator[date]
    if unit in ("day", "week"):
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    else:
        months = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
        days = (date(month // 12, month % 12 + 1, 1) for month in months)
    return tuple(dict.fromkeys(name_of(day, unit) for day in days))
