"""What `oped timeline` prints: formulas over time, and which grew out of which."""

from __future__ import annotations

import csv as format_
import io
from html import escape
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from oped.reports.csv_table import cell
from oped.reports.prose import Prose
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.mining import Ancestor, Timeline, Usage
    from oped.words import Labels

LONGEST = 60
"""Periods that a line of bars has room for; more are taken together."""
MOST_CHILDREN = 6
"""Children of a formula that are shown to people; programs get all."""
_BARS = "▁▂▃▄▅▆▇█"
BAR, HEIGHT, LEFT, ROW = 8, 28, 260, 44
"""Of the chart, in pixels: a bar, the highest bar, the room for names, a formula."""


def terminal(found: Timeline, label: Labels) -> Group:
    """Two lines a formula: its name and facts, and its use over the periods; then the trees."""
    parts: list[Prose | Text] = [Prose(Text(" · ".join(facts(found, label)), "dim"))]
    for usage in found.usages:
        line = Text(_plain(usage.text), "bold")
        line.append("  " + " · ".join(usage_facts(usage, label)), "not bold dim")
        parts.append(Prose(line))
        if usage.first:
            parts.append(Text(f"  {found.periods[0]} {_bars(usage)} {found.periods[-1]}", "magenta"))
    shown = _shown_trees(found)
    if shown:
        parts += [Text(), Text(label("genealogy"), "bold"), *map(Text, _trees(shown))]
    return Group(*parts)


def facts(found: Timeline, label: Labels) -> list[str]:
    """What stands above the formulas."""
    told = [
        f"{found.periods[0]}–{found.periods[-1]}",
        label("n_articles", n=f"{sum(found.articles):,}"),
        label("characters", n=f"{sum(found.characters):,}"),
    ]
    return told + ([label("undated", n=f"{found.undated:,}")] if found.undated else [])


def usage_facts(usage: Usage, label: Labels) -> list[str]:
    """First use and user, articles, trend, how hot it is in its last period with text."""
    if usage.first is None:
        return [label("absent")]
    told = [f"{label('first_use')} {usage.first}"]
    if usage.user:
        told[0] += f" {_plain(usage.user)}"
    told += [label("n_articles", n=f"{usage.articles:,}"), label(usage.trend)]
    hot = [tier for tier, interval in zip(usage.tiers, usage.intervals, strict=True) if interval]
    return told + ([hot[-1]] if hot and hot[-1] else [])


def _plain(text: str) -> str:
    return " ".join(terminal_text(text).split())


def _bars(usage: Usage) -> str:
    rates = list(usage.per_million)
    step = -(-len(rates) // LONGEST)
    rates = [max(rates[at : at + step]) for at in range(0, len(rates), step)]
    top = max(rates) or 1.0
    return "".join(_BARS[min(7, int(8 * rate / top))] if rate else " " for rate in rates)


def _shown_trees(found: Timeline) -> tuple[Ancestor, ...]:
    """The trees of the formulas shown."""
    shown = {usage.text for usage in found.usages}
    return tuple(tree for tree in found.trees if tree.text in shown)


def _trees(trees: tuple[Ancestor, ...], before: str = "") -> Iterator[str]:
    for at, tree in enumerate(trees[:MOST_CHILDREN] if before else trees):
        last = at + 1 == len(trees)
        sign = ("└ " if last else "├ ") if before else ""
        yield f"{before}{sign}{_plain(tree.text)} {tree.first[:4]}"
        yield from _trees(tree.children, before + (("  " if last else "│ ") if before else "  "))
    if before and len(trees) > MOST_CHILDREN:
        yield f"{before}└ … +{len(trees) - MOST_CHILDREN}"


def csv(found: Timeline) -> str:
    """A row a formula and period; lines end with CR LF, and no cell is a formula of a spreadsheet."""
    written = io.StringIO(newline="")
    table = format_.writer(written, lineterminator="\r\n")
    table.writerow(
        ["formula", "period", "count", "per_million", "low", "high", "tier", "first", "user", "trend"]
    )
    for usage in found.usages:
        for at, period in enumerate(found.periods):
            low, high = usage.intervals[at] or (None, None)
            row = [usage.text, period, usage.counts[at], round(usage.per_million[at], 2)]
            row += [low and round(low, 2), high and round(high, 2)]
            row += [usage.tiers[at], usage.first, usage.user, usage.trend]
            table.writerow([cell(value) for value in row])
    return written.getvalue()


def svg(found: Timeline, label: Labels) -> str:
    """A row of bars a formula, uses in a million characters, each to a scale of its own; the same bytes each time."""
    width = LEFT + BAR * len(found.periods) + 90
    height = ROW * len(found.usages) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="12"><title>{escape(label("over_time"))}</title>'
    ]
    for row, usage in enumerate(found.usages):
        base = ROW * row + HEIGHT + 8
        top = max(usage.per_million, default=0.0)
        parts.append(
            f'<text x="{LEFT - 8}" y="{base}" text-anchor="end">{escape(_plain(usage.text))}</text>'
            f'<text x="{width - 84}" y="{base}" fill="#666">{top:,.0f}/M</text>'
        )
        for at, (period, rate) in enumerate(zip(found.periods, usage.per_million, strict=True)):
            if rate:
                size = max(1.0, HEIGHT * rate / top)
                parts.append(
                    f'<rect x="{LEFT + BAR * at}" y="{base - size:.1f}" width="{BAR - 1}" height="{size:.1f}" '
                    f'fill="#a3352c"><title>{period}: {usage.counts[at]}, {rate:,.1f}/M</title></rect>'
                )
    foot = ROW * len(found.usages) + 18
    parts.append(f'<text x="{LEFT}" y="{foot}" fill="#666">{found.periods[0]}</text>')
    end = LEFT + BAR * len(found.periods)
    parts.append(f'<text x="{end}" y="{foot}" text-anchor="end" fill="#666">{found.periods[-1]}</text></svg>')
    return "\n".join(parts) + "\n"


def html(found: Timeline, label: Labels) -> str:
    """One page complete in itself: the chart, the facts of each formula, the trees."""
    from oped.reports.html.page import policy, source

    style = source("report.css") + source("corpus.css")
    rows = "".join(
        f"<tr><td>{escape(_plain(usage.text))}</td><td>{escape(' · '.join(usage_facts(usage, label)))}</td></tr>\n"
        for usage in found.usages
    )
    trees = escape("\n".join(_trees(_shown_trees(found))))
    told = escape(" · ".join(facts(found, label)))
    title = escape(label("over_time"))
    language = "zh-CN" if label.language == "zh" else "en"
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, "")}">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{told}</p>\n"
        f"{svg(found, label)}<table>\n{rows}</table>\n"
        + (f"<h2>{escape(label('genealogy'))}</h2>\n<pre>{trees}</pre>\n" if trees else "")
        + "</main>\n</body>\n</html>\n"
    )
