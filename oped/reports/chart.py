"""Charts as SVG, for papers and slides: a timeline, two corpora."""

from __future__ import annotations

from html import escape
from math import log10
from pathlib import PurePath
from typing import TYPE_CHECKING

from oped.reports.views.contrast import SURE
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from compare.mining import Contrast, Timeline
    from oped.words import Labels

BAR, HIGH, LEFT, ROW, RIGHT = 8, 28, 280, 44, 90
"""In pixels: a bar, the highest bar, the room for names, a formula, the room for the scale."""

NAMED = 25
"""Terms of each side that are named in a plot of two corpora."""


def timeline_svg(found: Timeline, label: Labels) -> str:
    """A row of bars a formula: uses in a million characters, each to a scale of its own; the same bytes each time."""
    end = LEFT + BAR * len(found.periods)
    width, height = end + RIGHT, ROW * len(found.usages) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="12"><title>{escape(label("over_time"))}</title>'
    ]
    for row, usage in enumerate(found.usages):
        base = ROW * row + HIGH + 8
        top = max(usage.per_million, default=0.0)
        name = escape(" ".join(terminal_text(usage.text).split()))
        parts.append(f'<text x="{LEFT - 8}" y="{base}" text-anchor="end">{name}</text>')
        parts.append(f'<text x="{end + 6}" y="{base}" fill="#666">{top:,.0f}/M</text>')
        for at, (period, rate) in enumerate(zip(found.periods, usage.per_million, strict=True)):
            if rate:
                size = max(1.0, HIGH * rate / top)
                parts.append(
                    f'<rect x="{LEFT + BAR * at}" y="{base - size:.1f}" width="{BAR - 1}" height="{size:.1f}" '
                    f'fill="#a3352c"><title>{period}: {usage.counts[at]}, {rate:,.1f}/M</title></rect>'
                )
    foot = ROW * len(found.usages) + 18
    parts.append(f'<text x="{LEFT}" y="{foot}" fill="#666">{found.periods[0]}</text>')
    parts.append(f'<text x="{end}" y="{foot}" text-anchor="end" fill="#666">{found.periods[-1]}</text></svg>')
    return "\n".join(parts) + "\n"


def contrast_svg(found: Contrast, names: tuple[str, str], label: Labels) -> str:
    """All terms by how often each corpus uses them, on scales of logarithms; the strongest of each side are named."""
    size, margin = 640, 60
    strong = {term.term for term in (*found.terms[:NAMED], *found.terms[-NAMED:])}
    highest = max((max(term.per_million_here, term.per_million_there) for term in found.terms), default=1.0)
    scale = (size - 2 * margin) / log10(max(10.0, highest) + 1)
    title = escape(label("contrast"))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}" '
        f'role="img" font-family="sans-serif" font-size="11"><title>{title}</title>',
        f'<line x1="{margin}" y1="{size - margin}" x2="{size - margin}" y2="{margin}" stroke="#ccc"/>',
    ]
    for term in found.terms:
        x = margin + scale * log10(term.per_million_there + 1)
        y = size - margin - scale * log10(term.per_million_here + 1)
        colour = "#a3352c" if term.z >= SURE else "#2c5aa3" if term.z <= -SURE else "#bbb"
        name = escape(" ".join(terminal_text(term.term).split()))
        facts = f"{term.here} / {term.there}, z {term.z:.1f}"
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{colour}"><title>{name}: {facts}</title></circle>'
        )
        if term.term in strong:
            parts.append(f'<text x="{x + 3:.1f}" y="{y - 3:.1f}" fill="{colour}">{name}</text>')
    one, other = (escape(" ".join(terminal_text(PurePath(name).name).split())) for name in names)
    parts.append(f'<text x="{size / 2}" y="{size - 20}" text-anchor="middle">B: {other}, 1/M</text>')
    parts.append(
        f'<text x="20" y="{size / 2}" transform="rotate(-90 20 {size / 2})">A: {one}, 1/M</text></svg>'
    )
    return "\n".join(parts) + "\n"
