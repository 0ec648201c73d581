"""The life of set phrases (提法) over dated articles: first use and user, rise and fall, and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.mining.ancestry import Ancestor, Succession, genealogy, successions
from compare.mining.formulas import FORMULAS, Held, folded_forms, held_phrases, joined
from compare.mining.periods import PERIODS, Period, all_between, day_of, fitting, name_of
from compare.mining.setphrases import PhraseKind
from compare.mining.symbols import Lettered
from compare.mining.trends import (
    FALLS,
    LAST_PERIODS,
    LAST_SHARE,
    RISES,
    TRENDS,
    Trend,
    strongest_turns,
    trend,
)
from compare.reuse.fold import folded
from compare.reuse.text import Text
from seeds import check
from seeds.display import Displayed
from seeds.errors import UsageError
from seeds.language.tokens import Tokenizer
from seeds.page import Piece
from seeds.plain import plain_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

TIERS = (("沸", 1000.0), ("烫", 300.0), ("热", 100.0), ("暖", 30.0), ("温", 10.0), ("冷", 0.0))
"""How hot a formula is: uses in a million characters from which it is so; below the last not at all. The names are
those of the China Media Project, which grades by the articles of one paper; ours hold for any corpus."""
SOUGHT: tuple[PhraseKind, ...] = (*FORMULAS, "term", "name")
SILENT = -15.14
"""A fall that chance reaches once in a thousand times at the best of some ten days to cut at (chi-square)."""
_BARS, NO_TEXT = "▁▂▃▄▅▆▇█", "·"
_SCHEMA = "oped/timeline/1"


@dataclass(frozen=True, slots=True)
class Usage:
    """How one formula was used.

    `articles` hold it, `counts` are its uses by period, `per_million` the same for a million characters and
    `intervals` their 95 % confidence intervals (Poisson, by Byar's approximation), None for a period without text.
    `change` is the log-likelihood ratio (Dunning 1993) of the articles with it from the day `turn` on against those
    before, at the day that parts them most in the direction of its `trend`; negative for a fall. `first` and `last`
    are dates of articles, None if there is none, and `user` is who had it first: author or source, "" where neither is
    known. It may be `older` than its first article when no articles are there from the period before.
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
    older: bool = False

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
        """The rates as bars, the highest full; a period without use is a space, one without text a dot."""
        top = max(self.per_million, default=0.0)
        return "".join(
            _BARS[min(7, int(8 * rate / top))] if rate else " " if interval else NO_TEXT
            for rate, interval in zip(self.per_million, self.intervals, strict=True)
        )

    def __str__(self) -> str:
        time = f"{self.first} … {self.last}" if self.first else "-"
        return f"{self.sparkline}  {TRENDS[self.trend]}  {time}  {self.articles:>5}  {self.text}"

    def to_dict(self) -> dict[str, Any]:
        """All fields, the tiers, the sparkline and the Chinese word for the trend."""
        told = plain_fields(self, 2, tiers=self.tiers, label=TRENDS[self.trend], sparkline=self.sparkline)
        return told | {"change": round(self.change, 6)}


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Displayed):
    """The usage of some formulas over `periods`, with the articles and characters of each; the strongest change first.

    `trees` tell which formula grew out of which, `successions` which gave way to which; `undated` articles were left
    out. `terms` are names and plain terms that are no set phrases but marked their time and are gone. `asked` tells
    that the formulas were given, and stand in the order asked for.
    """

    period: Period
    periods: tuple[str, ...]
    articles: tuple[int, ...]
    characters: tuple[int, ...]
    usages: tuple[Usage, ...]
    trees: tuple[Ancestor, ...] = ()
    undated: int = 0
    successions: tuple[Succession, ...] = ()
    asked: bool = False
    terms: tuple[Usage, ...] = ()

    def __repr__(self) -> str:
        return f"<Timeline of {len(self.usages)} formulas, {self.periods[0]} to {self.periods[-1]}>"

    def __str__(self) -> str:
        head = f"{self.periods[0]} … {self.periods[-1]}, {sum(self.articles)} articles by {self.period}"
        return "\n".join([head, *map(str, self.usages)])

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
            "terms": [usage.to_dict() for usage in self.terms],
            "genealogy": [tree.to_dict() for tree in self.trees],
            "successions": [each.to_dict() for each in self.successions],
        }


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
    only so many, each in its fullest form, half of them such as fell or are gone where there are so many.
    `period` is chosen by the time that the articles span if it is not given. Signs are compared as matching compares
    them. Undated articles are left out and counted; raises `InputError` for a date that is not ISO (2021-11-24,
    2021-11, 2021), and `UsageError` if none is dated, for an empty formula, an unknown period, or numbers below 1.
    """
    check.count("least", least)
    if top is not None:
        check.count("top", top)
    if period is not None and period not in PERIODS:
        raise UsageError(f"no period {period!r}; choose one of {', '.join(PERIODS)}")
    asked = [folded(check.text("formula", formula)) for formula in check.several("formulas", formulas or ())]
    if formulas is not None and not all(asked):
        raise UsageError("a formula to follow is empty; give the words to look for")
    every = list(map(_dated, check.several("articles", articles)))
    dated = sorted(((day_of(day), text, user, day) for day, text, user in every if day), key=_in_time)
    if not dated:
        raise UsageError("no article has a date; give pieces with a date or pairs of an ISO date and a text")
    days = [day for day, *_ in dated]
    unit = period or fitting(days[0], days[-1])
    names = all_between(days[0], days[-1], unit)
    place = {name: index for index, name in enumerate(names)}
    corpus = Lettered.of((str(number), text) for number, (_, text, _, _) in enumerate(dated))
    where = [place[name_of(day, unit)] for day in days]
    chars = (corpus.start[1:] - corpus.start[:-1] - 1).tolist()
    counting = _Counting(
        [day.isoformat() for day in days],
        [told for *_, told in dated],
        [user for _, _, user, _ in dated],
        where,
        chars,
        tuple(np.bincount(where, minlength=len(names)).tolist()),
        tuple(map(int, np.bincount(where, chars, minlength=len(names)))),
    )
    terms: list[Usage] = []
    if formulas is not None:
        sought = {text: folded(text) for text in formulas}
        followed: dict[str, dict[int, int]] = {text: {} for text in formulas}
        for number, raw in enumerate(corpus.raws):
            line = Text.of(raw).line
            for text, form in sought.items():
                if times := line.count(form):
                    followed[text][number] = times
        held_by = {text: list(uses) for text, uses in followed.items()}
        usages = [counting.usage(text, list(uses.items())) for text, uses in followed.items()]
    else:
        every_kind = joined(held_phrases(corpus, SOUGHT, least, tokenizer=tokenizer))
        found = [held for held in every_kind if held[0].df >= least and held[0].kind in FORMULAS]
        held_by = {phrase.text: held.tolist() for phrase, held, _ in found}
        sure = {phrase.text: phrase.sure for phrase, _, _ in found}
        usages = list(map(counting.of, found))
        usages.sort(key=lambda usage: (-usage.weight * sure[usage.text] ** 2, usage.text))
        terms = [counting.of(held) for held in every_kind if held[0].kind not in FORMULAS]
        terms = [usage for usage in terms if usage.trend == "gone" and usage.change <= SILENT]
        terms.sort(key=lambda usage: (-usage.weight, usage.text))
    trees = genealogy({usage.text: usage.first for usage in usages if usage.first}, tokenizer)
    if formulas is None and top is not None:
        fullest = {phrase.text for phrase in folded_forms([phrase for phrase, _, _ in found], tokenizer)}
        # What but two articles of one period say is that day's news.
        usages = [
            usage
            for usage in usages
            if usage.text in fullest and (usage.articles > 2 or sum(map(bool, usage.counts)) > 1)
        ]
        usages, terms = _both_ways(usages, top), terms[: top // 2]
    gave_way = successions(held_by, counting.days)
    undated = len(every) - len(dated)
    return Timeline(
        unit,
        names,
        counting.sizes,
        counting.characters,
        tuple(usages),
        trees,
        undated,
        gave_way,
        formulas is not None,
        tuple(terms),
    )


def _both_ways(usages: list[Usage], top: int) -> list[Usage]:
    """The first `top`, as many that fell as rose; where there are not so many of one kind, more of the others."""
    falls = [usage for usage in usages if usage.trend in FALLS]
    rises = [usage for usage in usages if usage.trend in RISES]
    rest = [usage for usage in usages if usage.trend not in (*RISES, *FALLS)]
    fewer = top // 2
    falls, spare = falls[: max(fewer, top - len(rises))], falls[max(fewer, top - len(rises)) :]
    chosen = [*rises[: top - len(falls)], *falls, *rest, *spare][:top]
    return sorted(chosen, key=usages.index)


def _in_time(article: tuple[date, Piece | str, str, str]) -> tuple[date, str, str]:
    """An order of articles of one day that is not the one in which they came."""
    day, text, user, _ = article
    return day, user, text.body if isinstance(text, Piece) else text


def _dated(article: Piece | tuple[str, ...]) -> tuple[str | None, Piece | str, str]:
    if isinstance(article, Piece):
        return article.date, article, "、".join(article.authors) or article.source or ""
    day, text, *user = article
    return day, text, user[0] if user else ""


@dataclass(frozen=True, slots=True)
class _Counting:
    """The articles in the order of time: their days, dates as given, users, periods and characters.

    `sizes` and `characters` are articles and characters of each period.
    """

    days: list[str]
    dates: list[str]
    users: list[str]
    where: list[int]
    chars: list[int]
    sizes: tuple[int, ...]
    characters: tuple[int, ...]

    def of(self, found: Held) -> Usage:
        """What there is to tell of a phrase that was found."""
        phrase, held, uses = found
        return self.usage(phrase.text, list(zip(held.tolist(), uses.tolist(), strict=True)))

    def usage(self, text: str, uses: list[tuple[int, int]]) -> Usage:
        """What there is to tell of a formula."""
        counts = [0] * len(self.sizes)
        for number, count in uses:
            counts[self.where[number]] += count
        held = [number for number, _ in uses]
        rates = np.zeros(len(self.days))
        rates[held] = [count / max(1, self.chars[number]) for number, count in uses]
        first = self.where[held[0]] if held else 0
        behind, present = (len(periods) - periods.count(0) for periods in (self.sizes[first:], self.sizes))
        became = trend(held, rates, behind <= max(1, min(LAST_PERIODS, int(LAST_SHARE * present))))
        turns = strongest_turns(held, self.days)
        sides = (-1,) if became in FALLS else (1,) if became in RISES else (-1, 1)
        change, turn = max((turns[side] for side in sides), key=lambda found: abs(found[0]))
        return Usage(
            text=text,
            first=self.dates[uses[0][0]] if uses else None,
            last=self.dates[uses[-1][0]] if uses else None,
            user=self.users[uses[0][0]] if uses else "",
            articles=len(uses),
            counts=tuple(counts),
            per_million=tuple(
                1e6 * n / size if size else 0.0 for n, size in zip(counts, self.characters, strict=True)
            ),
            intervals=tuple(_interval(n, size) for n, size in zip(counts, self.characters, strict=True)),
            trend=became,
            change=change,
            turn=turn,
            older=bool(held) and (first == 0 or not self.sizes[first - 1]),
        )


def _interval(count: int, size: int) -> tuple[float, float] | None:
    """95 per cent for a Poisson count, in a million of `size` (Byar; Rothman and Boice 1979)."""
    if not size:
        return None

    def bound(n: float, z: float) -> float:
        return n * (1 - 1 / (9 * n) + z / (3 * n**0.5)) ** 3 if n else 0.0

    return 1e6 * bound(count, -1.96) / size, 1e6 * bound(count + 1, 1.96) / size
