"""Charts as SVG, for papers and slides: a timeline, two corpora."""

from __future__ import annotations

from html import escape
from itertools import chain, groupby, islice
from math import log10
from pathlib import PurePath
from typing import TYPE_CHECKING

from oped.reports.views.contrast import SURE
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.mining import Contrast, KeyTerm, Timeline
    from oped.words import Labels

EVERY = 10
"""Periods from one that is named below to the next."""
BAR, HIGH, LEFT, ROW, RIGHT = 8, 28, 280, 44, 90
"""In pixels: a bar, the highest bar, the room for names, a formula, the room for the scale."""

LOOK = 'style="background:#fff" font-family="sans-serif"'
NAMED, LETTER = 25, 11
"""Terms of each side that are named in a plot of two corpora at most, and the pixels of a letter."""


def timeline_svg(found: Timeline, label: Labels) -> str:
    """A row of bars a formula: uses in a million characters, each to a scale of its own; the same bytes each time."""
    end = LEFT + BAR * len(found.periods)
    width, height = end + RIGHT, ROW * len(found.usages) + 50
    unit = label("per_million")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" {LOOK} font-size="12"><title>{escape(label("over_time"))}</title>'
    ]
    for first, last in _gaps(found.articles):
        parts.append(
            f'<rect x="{LEFT + BAR * first}" y="0" width="{BAR * (last - first + 1)}" height="{height - 50}" '
            f'fill="#eee"><title>{_span(found.periods, first, last)}: {escape(label("no_articles"))}</title></rect>'
        )
    for row, usage in enumerate(found.usages):
        base = ROW * row + HIGH + 8
        top = max(usage.per_million, default=0.0)
        name = escape(" ".join(terminal_text(usage.text).split()))
        parts.append(f'<text x="{LEFT - 8}" y="{base}" text-anchor="end">{name}</text>')
        parts.append(f'<text x="{end + 6}" y="{base}" fill="#666">{top:,.0f}</text>')
        for at, (period, rate) in enumerate(zip(found.periods, usage.per_million, strict=True)):
            if rate:
                size = max(1.0, HIGH * rate / top)
                parts.append(
                    f'<rect x="{LEFT + BAR * at}" y="{base - size:.1f}" width="{BAR - 1}" height="{size:.1f}" '
                    f'fill="#a3352c"><title>{period}: {usage.counts[at]}, {rate:,.1f} {unit}</title></rect>'
                )
    foot = ROW * len(found.usages) + 18
    parts += (
        f'<text x="{LEFT + BAR * at}" y="{foot}" fill="#666">{found.periods[at]}</text>'
        for at in range(0, len(found.periods), EVERY)
    )
    told = escape(label("chart_key", unit=unit))
    parts.append(
        f'<text x="{end + RIGHT - 4}" y="{foot + 18}" text-anchor="end" fill="#666">{told}</text></svg>'
    )
    return "\n".join(parts) + "\n"


def _gaps(articles: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of periods without articles."""
    runs = groupby(range(len(articles)), key=lambda at: articles[at] > 0)
    for present, run in runs:
        if not present:
            places = list(run)
            yield places[0], places[-1]


def _span(periods: Sequence[str], first: int, last: int) -> str:
    return periods[first] if first == last else f"{periods[first]}–{periods[last]}"


def contrast_svg(found: Contrast, names: tuple[str, str], label: Labels) -> str:
    """All terms by how often each corpus uses them, on scales of logarithms; the strongest of each side are named."""
    size, margin = 640, 60
    highest = max((max(term.per_million_here, term.per_million_there) for term in found.terms), default=1.0)
    scale = (size - 2 * margin) / log10(max(10.0, highest) + 1)
    title = escape(label("contrast"))

    def at(term: KeyTerm) -> tuple[float, float]:
        right = scale * log10(term.per_million_there + 1)
        return margin + right, size - margin - scale * log10(term.per_million_here + 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        f'role="img" {LOOK} font-size="11"><title>{title}</title>',
        f'<line x1="{margin}" y1="{size - margin}" x2="{size - margin}" y2="{margin}" stroke="#ccc"/>',
    ]
    for rate in (0, *(10**power for power in range(6) if 10**power <= highest)):
        along, told = margin + scale * log10(rate + 1), f'fill="#666">{rate:,}</text>'
        parts.append(f'<text x="{along:.1f}" y="{size - 40}" text-anchor="middle" {told}')
        parts.append(f'<text x="{margin - 12}" y="{size - along:.1f}" text-anchor="end" {told}')
    # The strongest of both sides by turns: a name that would lie on one before it is left to its dot.
    formulas = [term for term in found.terms if term.kind == "formula"]
    strongest = [*islice(_by_turns(formulas), NAMED), *_by_turns(found.terms)]
    named: dict[str, tuple[float, float, float]] = {}
    for term in found.terms:
        x, y = at(term)
        facts = f"{_name(term)}: {term.here} / {term.there}, z {term.z:.1f}"
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{_colour(term)}">'
        parts.append(f"{dot}<title>{facts}</title></circle>")
    for term in strongest[: 4 * NAMED]:
        x, y = at(term)
        end = x + 3 + LETTER * len(term.term)
        if (
            len(named) < 2 * NAMED
            and term.term not in named
            and not any(
                x < right and left < end and abs(y - base) < LETTER for left, right, base in named.values()
            )
        ):
            named[term.term] = (x, end, y)
            parts.append(f'<text x="{x + 3:.1f}" y="{y - 3:.1f}" fill="{_colour(term)}">{_name(term)}</text>')
    unit = escape(label("per_million_words"))
    one, other = (escape(" ".join(terminal_text(PurePath(name).name).split())) for name in names)
    parts.append(f'<text x="{size / 2}" y="{size - 20}" text-anchor="middle">{other}, {unit}</text>')
    parts.append(
        f'<text x="20" y="{size / 2}" transform="rotate(-90 20 {size / 2})">{one}, {unit}</text></svg>'
    )
    return "\n".join(parts) + "\n"


def _by_turns(terms: Sequence[KeyTerm]) -> Iterator[KeyTerm]:
    return chain.from_iterable(zip(terms, reversed(terms), strict=True))


def _colour(term: KeyTerm) -> str:
    return "#a3352c" if term.z >= SURE else "#2c5aa3" if term.z <= -SURE else "#bbb"


def _name(term: KeyTerm) -> str:
    return escape(" ".join(terminal_text(term.term).split()))
