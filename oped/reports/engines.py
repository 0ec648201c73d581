"""What `oped engines` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from oped.reports.prose import Prose
from oped.words import Labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.rankers import EngineInfo


def engines_report(engines: Sequence[EngineInfo], label: Labels) -> Table:
    """A row an engine: name, whether it is installed or how to get it, what it does."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(label("engine"), no_wrap=True)
    table.add_column(label("installed"))
    table.add_column(label("what"), ratio=1)
    for engine in engines:
        state = Text(label("yes"), "green") if engine.installed else Text(engine.how_to_get, "magenta")
        table.add_row(Text(engine.name, "bold"), state, Prose(engine.description))
    return table
