"""Charts of a timeline as SVG, for papers and slides."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from seeds.safe import terminal_text

if TYPE_CHECKING:
    from compare.mining import Timeline
    from oped.words import Labels

BAR, HIGH, LEFT, ROW, RIGHT = 8, 28, 280, 44, 90
"""In pixels: a bar, the highest bar, the room for names, a formula, the room for the scale."""


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
