"""The page of all benchmarks: nothing is cut at 80 columns, and what is worse is said."""

import io

import pytest
from rich.console import Console

from benchmarks import card
from benchmarks.quality import gate
from benchmarks.quality.figures import Beside, Figure
from benchmarks.speed.contenders import growth, processes, stages
from benchmarks.speed.results import Result

THEIRS = {"phrases of a page": 0.05}


def taken(contender):
    """The seconds of a contender: ours grow with the size."""
    ours = contender.role == "ours"
    return 0.1 * max(1, contender.size) if ours else THEIRS.get(contender.group, 0.1)


SPEED = [
    Result(c.group, c.name, c.role, c.size, *[taken(c)] * 3, peak_mb=123.4 if c.process else None)
    for c in (*stages(), *processes(), *growth())
]


def figure(key):
    suite, name, metric = key.split(" / ")
    beside = Beside("plain", 71.0), Beside("limit", 90.0)
    return Figure(suite, name, metric, 76.5, 70.1, 81.9, 44, *beside)


def outcomes():
    figures = [figure(key) for key in gate.recorded()["floors"]]
    return [
        gate.Outcome("pages", "all", tuple(figures)),
        gate.Outcome("pages", "gone", skipped="no pages/01.json"),
    ]


def drawn(width, *parts):
    plain = io.StringIO()
    Console(file=plain, width=width, no_color=True).print(*parts, sep="\n")
    return plain.getvalue()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("brief", [True, False])
def test_nothing_is_cut(width, brief):
    done = outcomes()
    page = drawn(
        width,
        card.speed_table(SPEED, width, brief=brief),
        card.growth_table(SPEED),
        card.memory_table(SPEED, width),
        card.quality_table(done, width, brief=brief),
    )
    assert "…" not in page
    assert "76.5 70.1–81.9  71.0  90.0" in page
    assert all(result.name[:18] in page for result in SPEED if result.role == "ours" and result.size)


def test_what_is_worse_is_said():
    said = drawn(120, *card.verdict(SPEED, outcomes()))
    assert "slower: " in said
    assert "phrases of a page 0.5× chinesetextreuse" in said
    assert "within chance of it: " in said
    assert "SKIPPED pages: gone (no pages/01.json)" in drawn(120, *card.quality_notes(outcomes()))


def test_scales_and_bars_have_their_width():
    for width in (6, 11, 40):
        assert card.scale(figure("pages / own / titles"), width).cell_len == width
    assert card.lead_bar(1.0, 12).plain == "   │"
    assert card.lead_bar(10.0, 12).plain == "   │████"
    assert card.lead_bar(1e9, 12).plain == "   │████████"
    assert card.lead_bar(1e-9, 12).plain == "███│"
    assert [card.duration(seconds) for seconds in (12.3456, 0.9999, 0.01234, 1.2e-7)] == [
        "12.3 s", "1000 ms", "12.3 ms", "0.12 µs",
    ]  # fmt: skip
    assert [card.times(ratio) for ratio in (0.0123, 1.0, 9.96, 123.4)] == ["0.012×", "1×", "10×", "123×"]
