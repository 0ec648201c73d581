"""`oped timeline`: formulas over time, and which gave way to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Block, CellValue, Column, Heading, Listing, ReportDocument
from oped.reports.views.tables import columns, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.mining import Timeline, Usage
    from oped.words import Labels

MOST_SUCCESSIONS = 12


def timeline_document(found: Timeline, label: Labels) -> ReportDocument:
    """A row a formula: first use and user, articles, trend, how hot it is now, its rates as bars; then what gave way.

    The table has a row a formula and period.
    """
    heads = (
        *columns(
            label,
            {"formula": "phrase", "first": "name", "articles": "figure", "trend": "name", "tier": "name"},
        ),
        Column("rates", f"{found.periods[0]}–{found.periods[-1]}", "bars"),
    )
    rows = [(u.text, _first(u), u.articles, label(u.trend), _tier(u), u.sparkline) for u in found.usages]
    shown = Listing(heads, rows, empty=label("nothing_found"))
    facts = [label("n_articles", n=f"{sum(found.articles):,}"), label("bars_key")]
    if found.undated:
        facts.append(label("undated", n=f"{found.undated:,}"))
    blocks: list[Block] = [shown, *_succession_blocks(found, label)]
    return ReportDocument(label("over_time"), tuple(facts), tuple(blocks), (_table(found, label),))


def _first(usage: Usage) -> str:
    return f"{usage.first} {usage.user}".strip() if usage.first else "—"


def _tier(usage: Usage) -> str:
    told = [tier for tier, interval in zip(usage.tiers, usage.intervals, strict=True) if interval]
    return told[-1] if told else ""


def _succession_blocks(found: Timeline, label: Labels) -> Iterator[Block]:
    if found.successions:
        heads = columns(label, {"old": "phrase", "new": "phrase", "since": "name", "before_after": "name"})
        rows = [
            (s.old, s.new, s.since[:4], f"{s.before} → {s.after}")
            for s in found.successions[:MOST_SUCCESSIONS]
        ]
        yield Heading(label("successions"))
        yield Listing(heads, rows)


def _table(found: Timeline, label: Labels) -> Listing:
    keys = ("formula", "period", "count", "per_million", "low", "high", "tier", "first", "user", "trend")
    rows: list[tuple[CellValue, ...]] = []
    for usage in found.usages:
        for at, period in enumerate(found.periods):
            low, high = usage.intervals[at] or (None, None)
            rates = (usage.per_million[at], low, high)
            rounded = (None if rate is None else round(rate, 2) for rate in rates)
            facts = (usage.tiers[at], usage.first, usage.user, usage.trend)
            rows.append((usage.text, period, usage.counts[at], *rounded, *facts))
    return table("over_time", keys, rows, label)
