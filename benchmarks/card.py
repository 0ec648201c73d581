"""What the benchmarks say, drawn for a terminal: tables with bars, at 80 columns and wider."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich import box
from rich.table import Table
from rich.text import Text

from benchmarks.quality.figures import Figure
from benchmarks.quality.gate import SUITES, Outcome, failures, floor_of

GOOD, BAD, PLAIN = "green", "red", "bright_black"


def table(title: str, *columns: str, right: Iterable[int] = ()) -> Table:
    """A table without lines, as all of the page are."""
    made = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0),
        pad_edge=False, header_style="bright_black", show_edge=False,
    )  # fmt: skip
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
        *("", "", "ours", "95 %", "plain", "limit", "floor", "0 to 100"),
        right=range(2, 7),
    )
    figures = [figure for done in outcomes for figure in done.figures]
    figures.sort(key=lambda figure: SUITES.index(figure.suite))
    bar = max(6, min(40, width - 72))
    for (suite, name), rows in groupby(figures, lambda figure: (figure.suite, figure.set)):
        for number, figure in enumerate(rows):
            if not (brief and number):
                made.add_row("" if number else f"{suite}: {name}"[:22], *quality_row(figure, bar))
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
