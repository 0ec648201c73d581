"""`oped timeline`: formulas over time, and which grew out of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.mining.diachrony import TIERS
from compare.mining.trends import FALLS, RISES, TRENDS
from oped.reports.forms.cells import one_line
from oped.reports.model import (
    Block,
    CellValue,
    Column,
    Heading,
    Listing,
    ReportDocument,
    TextBlock,
    TextRun,
    aside,
)
from oped.reports.views.tables import columns, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.mining import Ancestor, Timeline, Usage
    from compare.mining.periods import Period
    from oped.words import Labels

OLDER = "*"
"""Beside a first use before which there are no articles to look into."""
PRECISION: dict[Period, int] = {"year": 4, "quarter": 7, "month": 7}
"""Characters of an ISO date that are shown beside bars of a period."""
MOST_CHILDREN = 6
"""Children of a formula that are shown to people; programs get all."""


def timeline_document(found: Timeline, label: Labels) -> ReportDocument:
    """A row a formula: first and last use, articles, trend, how hot it is now, its rates as bars; then the trees.

    What rose stands before what fell, unless the formulas were asked for. The table has a row a formula and period.
    """
    heads = (
        *columns(
            label,
            {
                "formula": "phrase",
                "first": "name",
                "last": "name",
                "articles": "figure",
                "trend": "name",
                "tier": "name",
            },
        ),
        Column(
            "rates", f"{found.periods[0]}–{found.periods[-1]}", "bars", label(f"bar_{found.period}", n="{n}")
        ),
    )
    order = found.usages if found.asked else sorted(found.usages, key=_side)
    rows = [
        (
            usage.text,
            _first(usage, found.period),
            _day(usage.last, found.period),
            usage.articles,
            label(usage.trend),
            _tier(usage, label),
            usage.sparkline,
        )
        for usage in order
    ]
    shown = Listing(heads, rows, empty=label("nothing_found"))
    facts = [label("n_articles", n=f"{sum(found.articles):,}")]
    if found.undated:
        facts.append(label("undated", n=f"{found.undated:,}"))
    blocks: list[Block] = [shown, *_legend(found, label)]
    blocks += [*_term_blocks(found, label), *_succession_blocks(found, label), *_tree_blocks(found, label)]
    return ReportDocument(label("over_time"), tuple(facts), tuple(blocks), (_table(found, label),))


def _side(usage: Usage) -> int:
    return 0 if usage.trend in RISES else 1 if usage.trend in FALLS else 2


def _day(date: str | None, period: Period) -> str:
    """A date as exact as the bars are."""
    return date[: PRECISION.get(period)] if date else "—"


def _first(usage: Usage, period: Period) -> str:
    older = OLDER if usage.older else ""
    return f"{_day(usage.first, period)}{older} {usage.user}".strip()


def _tier(usage: Usage, label: Labels) -> str:
    told = [tier for tier, interval in zip(usage.tiers, usage.intervals, strict=True) if interval]
    return label(f"tier_{told[-1]}") if told and told[-1] else ""


def _legend(found: Timeline, label: Labels) -> Iterator[Block]:
    """What the words and signs of the table mean, those that stand in it."""
    yield aside(label("bars_key"))
    if any(usage.older for usage in found.usages):
        yield aside(f"{OLDER} {label('older_key')}")
    trends = dict.fromkeys(usage.trend for usage in found.usages if f"trend_{usage.trend}" in label)
    if trends:
        yield aside(
            label("stop_list").join(
                f"{label(t)}{label('colon')}{label(f'trend_{t}')}" for t in TRENDS if t in trends
            )
        )
    if any(_tier(usage, label) for usage in found.usages):
        tiers = [f"{label(f'tier_{name}')} {least:,.0f}" for name, least in TIERS[:-1]]
        yield aside(label("tiers_key", tiers=label("list").join(tiers), least=label(f"tier_{TIERS[-1][0]}")))


def _term_blocks(found: Timeline, label: Labels) -> Iterator[Block]:
    """Words of their time, in one paragraph: term, years and articles."""
    if found.terms:
        yield Heading(label("terms_gone"))
        runs: list[TextRun] = []
        for usage in found.terms:
            years = f"{_day(usage.first, found.period)}–{_day(usage.last, found.period)}"
            runs += [
                TextRun(one_line(usage.text), chinese=True),
                TextRun(f" {years} ({usage.articles})  ", "aside"),
            ]
        yield TextBlock(tuple(runs))


def _succession_blocks(found: Timeline, label: Labels) -> Iterator[Block]:
    if found.successions:
        heads = columns(label, {"old": "phrase", "new": "phrase", "since": "name", "before_after": "name"})
        rows = [
            (s.old, s.new, s.since[:4], f"{s.before} → {s.after}")
            for s in found.successions[: MOST_CHILDREN * 2]
        ]
        yield Heading(label("successions"))
        yield Listing(heads, rows)


def _tree_blocks(found: Timeline, label: Labels) -> Iterator[Block]:
    shown = {usage.text for usage in found.usages}
    trees = tuple(tree for tree in found.trees if tree.text in shown)
    if trees:
        yield Heading(label("genealogy"))
    for tree in trees:
        yield from _branch(tree, 0)


def _branch(tree: Ancestor, depth: int) -> Iterator[Block]:
    yield TextBlock(
        (
            TextRun(tree.text, "plain" if depth else "strong", chinese=True),
            TextRun(f" {tree.first[:4]}", "aside"),
        ),
        indent=depth,
        item=depth > 0,
    )
    for child in tree.children[:MOST_CHILDREN]:
        yield from _branch(child, depth + 1)
    if len(tree.children) > MOST_CHILDREN:
        yield TextBlock(
            (TextRun(f"… +{len(tree.children) - MOST_CHILDREN}", "aside"),), indent=depth + 1, item=True
        )


def _table(found: Timeline, label: Labels) -> Listing:
    rates_of = ("count", "per_million", "low", "high")
    keys = ("formula", "period", *rates_of, "tier", "first", "user", "trend", "last", "articles")
    rows: list[tuple[CellValue, ...]] = []
    for usage in found.usages:
        tiers = usage.tiers
        for at, period in enumerate(found.periods):
            facts = (tiers[at], usage.first, usage.user, usage.trend, usage.last, found.articles[at])
            figures: tuple[CellValue, ...] = (None,) * len(rates_of)
            if interval := usage.intervals[at]:
                rates = (round(rate, 2) for rate in (usage.per_million[at], *interval))
                figures = (usage.counts[at], *rates)
            rows.append((usage.text, period, *figures, *facts))
    return table("over_time", keys, rows, label)
