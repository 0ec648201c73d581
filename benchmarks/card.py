"""What the benchmarks say, drawn for a terminal: tables with bars, at 80 columns and wider."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import log10

from rich.table import Table
from rich.text import Text

from benchmarks.quality.figures import Figure
from benchmarks.quality.gate import SUITES, Outcome, failures, floor_of
from benchmarks.speed import results
from benchmarks.speed.results import Ratio, Result

GOOD, BAD, PLAIN = "green", "red", "bright_black"


def table(title: str, *columns: str, right: Iterable[int] = ()) -> Table:
    """A table without lines, as all of the page are."""
    made = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=None,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        header_style="bright_black",
    )
    for number, name in enumerate(columns):
        made.add_column(name, justify="right" if number in right else "left", no_wrap=True)
    return made


def scale(figure: Figure, width: int) -> Text:
    """0 to 100 as a bar: filled as far as the value, a stroke for the baseline and one for the limit."""
    filled = round(figure.value / 100 * width)
    drawn = Text("█" * filled + "·" * (width - filled), style="cyan")
    for beside in (figure.baseline, figure.limit):
        if beside is not None and beside.value < 100:
            at = min(width - 1, int(beside.value / 100 * width))
            mark = Text("│", style="reverse cyan" if at < filled else "bold")
            drawn = Text.assemble(drawn[:at], mark, drawn[at + 1 :])
    return drawn


def percent(value: float) -> str:
    """One place, but 100 as it is."""
    return "100" if value >= 99.95 else f"{value:.1f}"


def quality_row(figure: Figure, bar: int) -> tuple[Text | str, ...]:
    """The cells of a figure: a floor that is not reached, and one that is missing, have a cross."""
    floor = floor_of(figure.key)
    under = floor is None or figure.value < floor
    below = figure.baseline is not None and figure.value < figure.baseline.value
    return (
        figure.metric,
        Text(percent(figure.value), style=BAD if under or below else "bold"),
        f"{percent(figure.low)}–{percent(figure.high)}" if figure.units > 1 else "",
        percent(figure.baseline.value) if figure.baseline else "",
        percent(figure.limit.value) if figure.limit and figure.limit.value < 100 else "",
        Text("none ✗" if floor is None else percent(floor) + " ✗" * under, style=BAD if under else ""),
        scale(figure, bar),
    )


def quality_table(outcomes: Sequence[Outcome], width: int, *, brief: bool = False) -> Table:
    """Every figure with its interval, baseline, limit and floor; `brief` keeps the first figure of each set."""
    made = table(
        "QUALITY, per cent: ours, 95 % interval, a plain way, what bounds it",
        *("", "", "ours", "95 %", "plain", "limit", "floor", ""),
        right=range(2, 7),
    )
    figures = [figure for done in outcomes for figure in done.figures]
    figures.sort(key=lambda figure: SUITES.index(figure.suite))
    bar = max(6, min(40, width - 71))
    for (suite, name), rows in groupby(figures, lambda figure: (figure.suite, figure.set)):
        for number, figure in enumerate(rows):
            if not (brief and number):
                made.add_row("" if number else f"{suite}: {name}"[:24], *quality_row(figure, bar))
    return made


def quality_notes(outcomes: Sequence[Outcome]) -> list[Text]:
    """What was skipped, what failed, and how many figures passed."""
    wrong = failures(outcomes)
    passed = sum(len(done.figures) for done in outcomes)
    notes = [Text(f"FAILED {line}", style=BAD) for line in wrong]
    notes += [
        Text(f"SKIPPED {done.suite}: {done.name} ({done.skipped})", style="yellow")
        for done in outcomes
        if done.skipped
    ]
    skipped = sum(bool(done.skipped) for done in outcomes)
    state = f"{passed} figures measured, {len(wrong)} failures, {skipped} measurements skipped"
    return [*notes, Text(state, style=BAD if wrong else "bold")]


def duration(seconds: float) -> str:
    """Three digits and a unit."""
    unit, factor = next(
        ((unit, factor) for unit, factor in (("s", 1.0), ("ms", 1e3)) if seconds * factor >= 1), ("µs", 1e6)
    )
    number = seconds * factor
    return f"{number:.3g} {unit}" if number < 999.5 else f"{number:.0f} {unit}"


def times(ratio: float) -> str:
    """How many times as fast, two digits at least."""
    return f"{ratio:.0f}×" if ratio >= 99.5 else f"{ratio:.2g}×" if ratio < 9.95 else f"{ratio:.0f}×"


def lead_bar(ratio: float, width: int) -> Text:
    """A stroke for as fast as the peer; to the right of it faster, to the left slower, a decade is a third of it."""
    left = width // 4
    cells = round(abs(log10(ratio)) * width / 3)
    if ratio >= 1:
        return Text.assemble(" " * left, "│", ("█" * min(cells, width - left - 1), GOOD))
    shown = min(cells, left)
    return Text.assemble(" " * (left - shown), ("█" * shown, BAD), "│")


def speed_table(found: Sequence[Result], width: int, *, brief: bool = False) -> Table:
    """Each stage against its peers, or, `brief`, the fastest of them, and its distance from its limit."""
    made = table(
        "SPEED: CPU time, how many times as fast as a peer, how far from the limit",
        *("", "ours", "peer" if not brief else "fastest peer", "×", "slow│fast", "limit"),
        right=(1, 3, 5),
    )
    bar = max(12, min(40, width - 66))
    by_time = sorted(results.ratios(found, "limit"), key=lambda limit: limit.times)
    limits = {limit.group: limit for limit in by_time}
    by_group: dict[str, list[Ratio]] = {}
    for ratio in results.ratios(found):
        by_group.setdefault(ratio.group, []).append(ratio)
    for group in dict.fromkeys(row.group for rows in results.stages(found) for row in rows):
        limit = limits.get(group)
        far = times(1 / limit.times) if limit else ""
        ours = next(row for row in found if row.group == group)
        peers = sorted(by_group.get(group, []), key=lambda ratio: ratio.times)
        cells = (group[:24], duration(ours.seconds))
        if not peers:
            made.add_row(*cells, "", "", "", far)
        for ratio in peers[:1] if brief else peers:
            style = GOOD if ratio.times >= 1 else BAD
            made.add_row(
                *cells,
                ratio.peer[:18],
                Text(times(ratio.times), style=style),
                lead_bar(ratio.times, bar),
                far,
            )
            cells, far = ("", ""), ""
    return made


def growth_table(found: Sequence[Result]) -> Table:
    """The times by size and the exponent: 1 is linear, 2 square."""
    made = table(
        "GROWTH: time by size, and the exponent (1 linear, 2 square)", "", "", "n: time", "power", right=(3,)
    )
    for growth in results.growths(found):
        points = " ".join(f"{size:,}: {duration(seconds)}" for size, seconds in growth.points)
        style = GOOD if growth.exponent < 1.3 else BAD
        made.add_row(growth.group, growth.name, points, Text(f"{growth.exponent:.2f}", style=style))
    return made


def memory_table(found: Sequence[Result], width: int) -> Table:
    """The most that a process held."""
    made = table("MEMORY: the most that a process held", "", "", "MB", "", right=(2,))
    rows = [
        row for row in found if row.peak_mb and (row.size or row.role != "ours" or "corpus" not in row.group)
    ]
    most = max((row.peak_mb or 0 for row in rows), default=1)
    for row in rows:
        group = row.group.removeprefix("growth: ") + f", {row.size:,}" * bool(row.size)
        cells = round((row.peak_mb or 0) / most * max(8, min(40, width - 64)))
        style = "cyan" if row.role == "ours" else PLAIN
        made.add_row(group, row.name, f"{row.peak_mb:.0f}", Text("█" * max(1, cells), style=style))
    return made


def named(figures: Iterable[Figure]) -> str:
    """The sets of some figures, with the metrics."""
    grouped = groupby(figures, lambda figure: f"{figure.suite}: {figure.set}")
    return "; ".join(f"{name} ({', '.join(figure.metric for figure in rows)})" for name, rows in grouped)


def verdict(speed: Sequence[Result], quality: Sequence[Outcome]) -> list[Text]:
    """Where we lead and where not: of peers the fastest counts, of scores the whole interval."""
    best: dict[str, Ratio] = {}
    for ratio in sorted(results.ratios(speed), key=lambda ratio: -ratio.times):
        best[ratio.group] = ratio
    ahead = [f"{r.group} {times(r.times)} {r.peer}" for r in best.values() if r.times >= 1]
    behind = [f"{r.group} {times(r.times)} {r.peer}" for r in best.values() if r.times < 1]
    beside = [(f, f.baseline) for done in quality for f in done.figures if f.baseline]
    sure = sum(figure.low > plain.value for figure, plain in beside)
    chance = named(f for f, plain in beside if f.low <= plain.value <= f.value)
    below = named(f for f, plain in beside if f.value < plain.value)
    lines = []
    if best:
        lines.append(Text.assemble(("faster than the fastest peer: ", GOOD), "; ".join(ahead) or "nowhere"))
        lines.append(Text.assemble(("slower: ", BAD), "; ".join(behind) or "nowhere"))
    if beside:
        lines.append(
            Text.assemble(("surely better than the plain way: ", GOOD), f"{sure} of {len(beside)} figures")
        )
        lines.append(Text.assemble(("within chance of it: ", "yellow"), chance or "none"))
        lines.append(Text.assemble(("worse: ", BAD), below or "none"))
    return lines
