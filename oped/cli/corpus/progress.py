"""Progress of long work on standard error: how much is done, how fast, how long it will take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from rich.progress import Progress

    from oped.words import Labels


class Meter:
    """A bar for each stage, for a person at a terminal who did not ask for quiet."""

    def __init__(self, label: Labels, *, quiet: bool) -> None:
        self.label = label
        self.bars: Progress | None = None if quiet or not sys.stderr.isatty() else _bars()

    def __enter__(self) -> Meter:
        if self.bars is not None:
            self.bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bars is not None:
            self.bars.stop()

    def __call__(self, stage: str, items: Iterable[Any], total: int | None) -> Iterable[Any]:
        """The items, counted while they are taken."""
        if self.bars is None:
            yield from items
            return
        task = self.bars.add_task(self.label(f"corpus.{stage}"), total=total)
        done = 0
        for item in items:
            yield item
            done += 1
            self.bars.update(task, completed=done)
        self.bars.update(task, total=done)


def _bars() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    from oped.cli.options import columns

    class Rate(ProgressColumn):
        """Items a second."""

        def render(self, task: Task) -> Text:
            """The speed, or nothing before it is known."""
            speed = task.finished_speed or task.speed
            return Text("" if speed is None else f"{speed:,.0f}/s" if speed >= 10 else f"{speed:.1f}/s")

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True, width=columns()),
        transient=True,
    )
