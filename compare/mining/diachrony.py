"""The life of set phrases (提法) over dated articles: first use and user, rise and fall, and what is new."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any, Literal

from compare.mining.formulas import folded_forms, held_phrases
from compare.mining.keyness import log_likelihood
from compare.mining.periods import PERIODS, Period, all_between, day_of, fitting, name_of
from compare.mining.successions import Succession, successions
from compare.mining.symbols import Lettered
from compare.reuse.fold import folded
from compare.reuse.text import Text
from seeds.display import Displayed
from seeds.errors import UsageError
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from seeds.language.tokens import Tokenizer

Trend = Literal["new", "rising", "falling", "steady", "absent"]
TRENDS: dict[Trend, str] = {
    "new": "新提法",
    "rising": "升",
    "falling": "降",
    "steady": "平",
    "absent": "未见",
}
"""The Chinese word for each trend."""
TIERS = (("沸", 1000.0), ("烫", 300.0), ("热", 100.0), ("暖", 30.0), ("温", 10.0), ("冷", 0.0))
"""How hot a formula is: uses in a million characters from which it is so; below the last not at all. The names are
those of the China Media Project, which grades by the articles of one paper; ours hold for any corpus."""
RECENT, CHANCE = 0.5, 0.005
"""A formula is new when all its articles lie in this share of the time at most, as chance would put them there so
seldom at most."""
TURNED = 15.14
"""A change that chance reaches once in a thousand times at the best of some ten days to cut at (chi-square)."""
_BARS = "▁▂▃▄▅▆▇█"
_SCHEMA = "oped/timeline/1"


@dataclass(frozen=True, slots=True)
class Usage:
    """How one formula was used.

    `articles` hold it, `counts` are its uses by period, `per_million` the same for a million characters and
    `intervals` their 95 % confidence intervals (Poisson, by Byar's approximation), None for a period without text.
    `change` is the log-likelihood ratio (Dunning 1993) of the articles with it from the day `turn` on against those
    before, at the day that parts them most; negative if it fell. `first` and `last` are dates of articles, None if
    there is none, and `user` is who had it first: author or source, "" where neither is known.
    """

    text: str
    first: str | None
    last: str | None
    user: str
    articles: int
    counts: tuple[int, ...]
    per_million: tuple[float, ...]
    intervals: tuple[tuple[float, float] | None, ...]
    trend: Trend
    change: float
    turn: str | None

    @property
    def weight(self) -> float:
        """How much its change tells: more where an article comes back to it."""
        return abs(self.change) * log2(1 + sum(self.counts) / self.articles) if self.articles else 0.0

    @property
    def tiers(self) -> tuple[str, ...]:
        """How hot it was in each period, "" where it was not used."""
        return tuple(
            next((name for name, least in TIERS if rate > least or (rate and rate >= least)), "")
            for rate in self.per_million
        )

    @property
    def sparkline(self) -> str:
        """The rates as bars, the highest full; a period without use is a space."""
        top = max(self.per_million, default=0.0)
        return "".join(_BARS[min(7, int(8 * rate / top))] if rate else " " for rate in self.per_million)

    def to_dict(self) -> dict[str, Any]:
        """All fields, the tiers, the sparkline and the Chinese word for the trend."""
        return {
            "text": self.text,
            "first": self.first,
            "last": self.last,
            "user": self.user,
            "articles": self.articles,
            "counts": list(self.counts),
            "per_million": [round(rate, 2) for rate in self.per_million],
            "intervals": [pair and [round(end, 2) for end in pair] for pair in self.intervals],
            "tiers": list(self.tiers),
            "trend": self.trend,
            "label": TRENDS[self.trend],
            "change": round(self.change, 6),
            "turn": self.turn,
            "sparkline": self.sparkline,
        }


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Displayed):
    """The usage of some formulas over `periods`, with the articles and characters of each; the strongest change first.

    `successions` tell which formula gave way to which; `undated` articles were left out.
    """

    period: Period
    periods: tuple[str, ...]
    articles: tuple[int, ...]
    characters: tuple[int, ...]
    usages: tuple[Usage, ...]
    undated: int = 0
    successions: tuple[Succession, ...] = ()

    def __repr__(self) -> str:
        return f"<Timeline of {len(self.usages)} formulas, {self.periods[0]} to {self.periods[-1]}>"

    def to_dict(self) -> dict[str, Any]:
        """The `oped/timeline/1` schema."""
        return {
            "schema": _SCHEMA,
            "period": self.period,
            "periods": list(self.periods),
            "articles": list(self.articles),
            "characters": list(self.characters),
            "undated": self.undated,
            "tiers": dict(TIERS),
            "formulas": [usage.to_dict() for usage in self.usages],
            "successions": [each.to_dict() for each in self.successions],
        }


Uses = list[tuple[int, int]]
"""Numbers of articles in the order of time, and the uses in each."""


def timeline(
    articles: Iterable[Piece | tuple[str, str] | tuple[str, str, str]],
    formulas: Sequence[str] | None = None,
    *,
    period: Period | None = None,
    least: int = 2,
    top: int | None = None,
    tokenizer: Tokenizer | None = None,
) -> Timeline:
    """How formulas were used over dated articles: pieces with a `date`, or an ISO date, a text and, if known, a user.

    With `formulas` these are followed, in their order; one that no article holds is `absent`. Without, the set
    phrases that `least` articles hold are found and sorted by the strength of their rise or fall; with `top`
    only so many, each in its fullest form.
    `period` is chosen by the time that the articles span if it is not given. Signs are compared as matching compares
    them. Undated articles are left out and counted; raises `InputError` for a date that is not ISO (2021-11-24,
    2021-11, 2021), and `UsageError` if none is dated, for an empty formula, an unknown period, or numbers below 1.
    """
    if least < 1 or (top is not None and top < 1):
        raise UsageError(f"least is {least} and top {top}; both count something and start at 1")
    if period is not None and period not in PERIODS:
        raise UsageError(f"no period {period!r}; choose one of {', '.join(PERIODS)}")
    if formulas is not None and not all(folded(formula) for formula in formulas):
        raise UsageError("a formula to follow is empty; give the words to look for")
    every = list(map(_dated, articles))
    dated = sorted(((day_of(day), text, user, day) for day, text, user in every if day), key=_in_time)
    if not dated:
        raise UsageError("no article has a date; give pieces with a date or pairs of an ISO date and a text")
    days = [day for day, *_ in dated]
    unit = period or fitting(days[0], days[-1])
    names = all_between(days[0], days[-1], unit)
    place = {name: index for index, name in enumerate(names)}
    corpus = Lettered.of((str(number), text) for number, (_, text, _, _) in enumerate(dated))
    counting = _Counting(
        [day.isoformat() for day in days],
        [told for *_, told in dated],
        [user for _, _, user, _ in dated],
        [place[name_of(day, unit)] for day in days],
        [int(size) - 1 for size in corpus.start[1:] - corpus.start[:-1]],
        len(names),
    )
    if formulas is not None:
        followed = _followed(formulas, corpus)
        held_by = {text: [number for number, _ in uses] for text, uses in followed.items()}
        usages = [counting.usage(text, uses) for text, uses in followed.items()]
    else:
        found = [
            held
            for held in held_phrases(corpus, least_docs=least, tokenizer=tokenizer)
            if held[0].df >= least
        ]
        held_by = {phrase.text: held.tolist() for phrase, held, _ in found}
        sure = {phrase.text: phrase.sure for phrase, _, _ in found}
        usages = [
            counting.usage(phrase.text, list(zip(held.tolist(), uses.tolist(), strict=True)))
            for phrase, held, uses in found
        ]
        usages.sort(key=lambda usage: (-usage.weight * sure[usage.text] ** 2, usage.text))
    if formulas is None and top is not None:
        fullest = {phrase.text for phrase in folded_forms([phrase for phrase, _, _ in found])}
        usages = [usage for usage in usages if usage.text in fullest][:top]
    sizes, characters = counting.totals()
    gave_way = successions(held_by, counting.days)
    return Timeline(unit, names, sizes, characters, tuple(usages), len(every) - len(dated), gave_way)


def _in_time(article: tuple[date, Piece | str, str, str]) -> tuple[date, str, str]:
    """An order of articles of one day that is not the one in which they came."""
    day, text, user, _ = article
    return day, user, text.body if isinstance(text, Piece) else text


def _dated(article: Piece | tuple[str, ...]) -> tuple[str | None, Piece | str, str]:
    if isinstance(article, Piece):
        return article.date, article, "、".join(article.authors) or article.source or ""
    day, text, *user = article
    return day, text, user[0] if user else ""


def _followed(formulas: Sequence[str], corpus: Lettered) -> dict[str, Uses]:
    wanted = {text: folded(text) for text in formulas}
    found: dict[str, Uses] = {text: [] for text in wanted}
    for number, raw in enumerate(corpus.raws):
        signs = Text.of(raw).line
        for formula, sought in wanted.items():
            if count := signs.count(sought):
                found[formula].append((number, count))
    return found


@dataclass(frozen=True, slots=True)
class _Counting:
    """The articles in the order of time: their days, dates as given, users, periods and characters."""

    days: list[str]
    dates: list[str]
    users: list[str]
    where: list[int]
    chars: list[int]
    periods: int

    def totals(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Articles and characters of each period."""
        sizes, characters = [0] * self.periods, [0] * self.periods
        for index, chars in zip(self.where, self.chars, strict=True):
            sizes[index] += 1
            characters[index] += chars
        return tuple(sizes), tuple(characters)

    def usage(self, text: str, uses: Uses) -> Usage:
        """What there is to tell of a formula."""
        counts = [0] * self.periods
        for number, count in uses:
            counts[self.where[number]] += count
        _, characters = self.totals()
        change, turn = self._turn([number for number, _ in uses])
        return Usage(
            text=text,
            first=self.dates[uses[0][0]] if uses else None,
            last=self.dates[uses[-1][0]] if uses else None,
            user=self.users[uses[0][0]] if uses else "",
            articles=len(uses),
            counts=tuple(counts),
            per_million=tuple(
                1e6 * n / size if size else 0.0 for n, size in zip(counts, characters, strict=True)
            ),
            intervals=tuple(_interval(n, size) for n, size in zip(counts, characters, strict=True)),
            trend=_trend(change, len(uses), (len(self.days) - uses[0][0]) / len(self.days) if uses else 0.0),
            change=change,
            turn=turn,
        )

    def _turn(self, held: Sequence[int]) -> tuple[float, str | None]:
        """The strongest change of the share of articles between two days, and the later of these."""
        whole, best, turn = len(self.days), 0.0, None
        for number in held:
            # Elsewhere than beside an article with it no cut parts more.
            for cut in (
                bisect_left(self.days, self.days[number]),
                bisect_right(self.days, self.days[number]),
            ):
                early = bisect_left(held, cut)
                change = log_likelihood(len(held) - early, whole - cut, early, cut)
                if abs(change) > abs(best):
                    best, turn = change, self.days[cut]
        return best, turn


def _trend(change: float, articles: int, since: float) -> Trend:
    """The trend of a formula in so many articles, first used when this share of all articles was still to come."""
    if not articles:
        return "absent"
    if since <= RECENT and since**articles < CHANCE:
        return "new"
    if abs(change) < TURNED:
        return "steady"
    return "rising" if change > 0 else "falling"


def _interval(count: int, size: int) -> tuple[float, float] | None:
    """95 per cent for a Poisson count, in a million of `size` (Byar; Rothman and Boice 1979)."""
    if not size:
        return None

    def bound(n: float, z: float) -> float:
        return n * (1 - 1 / (9 * n) + z / (3 * n**0.5)) ** 3 if n else 0.0

    return 1e6 * bound(count, -1.96) / size, 1e6 * bound(count + 1, 1.96) / size
