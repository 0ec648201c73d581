"""Text of the HTML report stands out from its ground, day and night."""

import re

import pytest

from oped.reports.html.page import source


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


GROUNDS = ("paper", "sheet")
TINTS = ("document", "quotation", "attribution", "formula", "idiom", "free", "lit")
SHADES = tuple(f"{kind}-{level}" for kind in ("theme", "reuse") for level in (1, 2, 3))
CONTRASTS = [
    *(("ink", ground) for ground in (*GROUNDS, *TINTS, *SHADES)),
    *(("soft", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in (*GROUNDS, *TINTS)),
    ("on-dark", "theme-4"),
    ("on-dark", "reuse-4"),
    ("paper", "ink"),
]


@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
def test_text_stands_out_from_its_ground(night):
    """Contrast of 4.5 or more, as WCAG 2.2 (1.4.3) asks for."""
    style = source("report.css")
    colours = {
        name: pair[night]
        for name, *pair in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style)
    }
    for pair in CONTRASTS:
        darker, lighter = sorted(luminance(colours[name]) for name in pair)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, pair
