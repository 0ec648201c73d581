"""What a summary looks like on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from oped.reports.prose import Prose
from seeds.safe import terminal_text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from summarize.evaluate import Evaluation, Interval
    from summarize.summary import Summary


def summary_report(summary: Summary) -> RenderableType:
    """Title, headline and paragraph, one below the other; text from the page is never read as markup."""
    number = f"{summary.piece_id} "
    return Group(
        Prose(Text.assemble((number, "bold magenta"), (terminal_text(summary.title), "bold"))),
        Padding(
            Prose(Text.assemble(("▸ ", "bold magenta"), (terminal_text(summary.headline.text), "magenta"))),
            (0, 0, 0, len(number)),
        ),
        Padding(Prose(terminal_text(summary.paragraph.text)), (0, 0, 1, len(number))),
    )


def evaluation_report(evaluation: Evaluation) -> RenderableType:
    """A row a system: ROUGE F1 in percent with its 95 % interval, and the mean length."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("system")
    for name in ("ROUGE-1", "ROUGE-2", "ROUGE-L", "characters"):
        table.add_column(name, justify="right")
    for system in evaluation.systems:
        scores = [_interval(scores) for scores in (system.one, system.two, system.longest)]
        table.add_row(Text(system.name, "bold"), *scores, Text(f"{system.characters:.0f}"))
    about = f"{evaluation.documents} documents of {evaluation.reference}\n{evaluation.signature}"
    return Group(table, Text(terminal_text(about), "dim"))


def _interval(interval: Interval) -> Text:
    return Text.assemble(f"{interval.mean:.1f} ", (f"{interval.low:.1f}-{interval.high:.1f}", "dim"))
