"""The life of formulas (提法) over dated articles: first use, rise and fall, and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import log
from typing import TYPE_CHECKING, Any, Literal

from compare.rhetoric.formulas import formulas as found_formulas
from compare.rhetoric.formulas import segments
from seeds.display import Displayed
from seeds.errors import InputError, UsageError
from seeds.language.tokens import default_tokenizer
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from seeds.language.tokens import Tokenizer

Period = Literal["year", "quarter", "month"]
Trend = Literal["new", "rising", "falling", "steady"]
TRENDS: dict[Trend, str] = {"new": "新提法", "rising": "升", "falling": "降", "steady": "平"}
"""The Chinese word for each trend."""
SURE = 10.83
"""The log-likelihood ratio that chance reaches once in a thousand times (chi-square, one degree)."""
_BARS = "▁▂▃▄▅▆▇█"
_SCHEMA = "oped/timeline/1"


@dataclass(frozen=True, slots=True)
class Usage:
    """How one formula was used.

    `articles` hold it, `counts` by period; `rates` are its share of the articles of each period. `change`
    is the log-likelihood ratio (Dunning 1993) of its use in the later half of the articles against the
    earlier, negative if it fell. `first` and `last` are dates of articles.
    """

    text: str
    first: str
    last: str
    articles: int
    counts: tuple[int, ...]
    rates: tuple[float, ...]
    trend: Trend
    change: float

    @property
    def sparkline(self) -> str:
        """The rates as bars, the highest full; a period without use is a space."""
        top = max(self.rates, default=0.0)
        return "".join(_BARS[min(7, int(8 * rate / top))] if rate else " " for rate in self.rates)

    def __str__(self) -> str:
        time = f"{self.first} … {self.last}"
        return f"{self.sparkline}  {TRENDS[self.trend]}  {time}  {self.articles:>5}  {self.text}"

    def to_dict(self) -> dict[str, Any]:
        """All fields, the sparkline and the Chinese word for the trend."""
        return {
            "text": self.text,
            "first": self.first,
            "last": self.last,
            "articles": self.articles,
            "counts": list(self.counts),
            "rates": [round(rate, 6) for rate in self.rates],
            "trend": self.trend,
            "label": TRENDS[self.trend],
            "change": round(self.change, 6),
            "sparkline": self.sparkline,
        }


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Displayed):
    """The usage of some formulas over `periods`, `articles` of them in each; the strongest change first."""

    period: Period
    periods: tuple[str, ...]
    articles: tuple[int, ...]
    usages: tuple[Usage, ...]

    def __str__(self) -> str:
        head = f"{self.periods[0]} … {self.periods[-1]}, {sum(self.articles)} articles by {self.period}"
        return "\n".join([head, *map(str, self.usages)])

    def __repr__(self) -> str:
        return f"<Timeline of {len(self.usages)} formulas over {len(self.periods)} periods>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/timeline/1` schema."""
        return {
            "schema": _SCHEMA,
            "period": self.period,
            "periods": list(self.periods),
            "articles": list(self.articles),
            "usages": [usage.to_dict() for usage in self.usages],
        }


def timeline(
    articles: Iterable[Piece | tuple[str, str]],
    formulas: Sequence[str] | None = None,
    *,
    period: Period | None = None,
    least: int = 5,
    top: int = 30,
    tokenizer: Tokenizer | None = None,
) -> Timeline:
    """How formulas were used over dated articles: pieces with a `date`, or pairs of an ISO date and a text.

    With `formulas` these are followed, in their order. Without, those that `least` articles hold are found
    and the `top` ones with the strongest rise or fall kept, so that what is new shows by itself. `period`
    is chosen by the time the articles span if it is not given. Undated pieces are left out; raises
    `InputError` for a date that is not ISO (2021-11-24, 2021-11, 2021), and `UsageError` if none is dated, for an
    empty formula, or `least` or `top` below 1.
    """
    if least < 1 or top < 1:
        raise UsageError(f"least is {least} and top {top}; both count something and start at 1")
    if formulas is not None and not all(formula.strip() for formula in formulas):
        raise UsageError("a formula to follow is empty; give the words to look for")
    dated = sorted(((_day(day), text) for day, text in map(_dated, articles) if day), key=lambda row: row[0])
    if not dated:
        raise UsageError("no article has a date; give pieces with a date or pairs of an ISO date and a text")
    days = [day for day, _ in dated]
    unit = period or _period(days[0], days[-1])
    names = _periods(days[0], days[-1], unit)
    place = {name: index for index, name in enumerate(names)}
    where = [place[_name(day, unit)] for day in days]
    sizes = [0] * len(names)
    for index in where:
        sizes[index] += 1
    holders = (
        _followed(formulas, [text for _, text in dated])
        if formulas is not None
        else _mined([text for _, text in dated], least, tokenizer or default_tokenizer())
    )
    usages = [_usage(text, held, days, where, sizes) for text, held in holders.items() if held]
    if formulas is None:
        usages.sort(key=lambda usage: (-abs(usage.change), usage.text))
        usages = usages[:top]
    return Timeline(unit, names, tuple(sizes), tuple(usages))


def _dated(article: Piece | tuple[str, str]) -> tuple[str | None, str]:
    if isinstance(article, Piece):
        return article.date, "\n".join(paragraph.text for paragraph in article.paragraphs)
    return article


def _day(text: str) -> date:
    parts = text.split("-")
    try:
        return date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    except ValueError:
        raise InputError(f"{text!r} is not a date; write it as 2021-11-24") from None


def _period(first: date, last: date) -> Period:
    months = (last.year - first.year) * 12 + last.month - first.month
    return "month" if months < 24 else "quarter" if months < 96 else "year"


def _name(day: date, unit: Period) -> str:
    if unit == "year":
        return f"{day.year}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if unit == "quarter" else f"{day.year}-{day.month:02}"


def _periods(first: date, last: date, unit: Period) -> tuple[str, ...]:
    """Every period from the first to the last, those without an article too."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    names = (_name(date(month // 12, month % 12 + 1, 1), unit) for month in months)
    return tuple(dict.fromkeys(names))


def _followed(formulas: Sequence[str], texts: Sequence[str]) -> dict[str, list[int]]:
    return {f: [index for index, text in enumerate(texts) if f in text] for f in dict.fromkeys(formulas)}


def _mined(texts: Sequence[str], least: int, tokenizer: Tokenizer) -> dict[str, list[int]]:
    """The formulas found, with the articles that hold each as a whole sequence of words."""
    return found_formulas([segments(tokenizer.cut(text)) for text in texts], least)


def _usage(
    text: str, held: Sequence[int], days: Sequence[date], where: Sequence[int], sizes: Sequence[int]
) -> Usage:
    counts = [0] * len(sizes)
    for index in held:
        counts[where[index]] += 1
    half = len(days) // 2
    late = sum(index >= half for index in held)
    change = log_likelihood(late, len(days) - half, len(held) - late, half)
    if change >= SURE:
        trend: Trend = "new" if late == len(held) else "rising"
    else:
        trend = "falling" if change <= -SURE else "steady"
    return Usage(
        text=text,
        first=days[held[0]].isoformat(),
        last=days[held[-1]].isoformat(),
        articles=len(held),
        counts=tuple(counts),
        rates=tuple(c / size if size else 0.0 for c, size in zip(counts, sizes, strict=True)),
        trend=trend,
        change=change,
    )


def log_likelihood(here: int, size: int, there: int, other: int) -> float:
    """Dunning's (1993) log-likelihood ratio of `here` in `size` articles; negative if rarer than the rest."""

    def part(observed: int, total: int, rate: float) -> float:
        rest = total - observed
        found = observed * log(observed / (total * rate)) if observed else 0.0
        return found + (rest * log(rest / (total * (1 - rate))) if rest else 0.0)

    if not size or not other or not 0 < here + there < size + other:
        return 0.0
    rate = (here + there) / (size + other)
    ratio = max(0.0, 2 * (part(here, size, rate) + part(there, other, rate)))
    return ratio if here * other >= there * size else -ratio
