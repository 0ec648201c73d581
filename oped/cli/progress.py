"""Progress of long work on standard error: how much is done, how long it will take."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from rich.progress import Progress as Bars

    from oped.words import Labels
    from seeds.read import Each

Item = TypeVar("Item")
Done = TypeVar("Done")

LONG_WORK = 20
"""Pieces from which on progress is shown."""
MANY = 500
"""Pieces from which on `oped corpus` is the better command: pairs grow with the square."""


class Progress:
    """Progress bars, if standard error is a terminal and the user did not ask for quiet."""

    def __init__(self, label: Labels, *, quiet: bool, each: Each = map) -> None:
        self.label, self.each = label, each
        self.shown = not quiet and sys.stderr.isatty()
        self.bars: Bars | None = None

    def __enter__(self) -> Progress:
        if self.shown:
            self.bars = _bars()
            self.bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bars is not None:
            self.bars.stop()

    def __call__(self, stage: str, work: Callable[[Item], Done], items: Sequence[Item]) -> Iterator[Done]:
        """What becomes of each item, in their order, counted; short work shows nothing."""
        done = self.each(work, items)
        if self.shown and len(items) >= LONG_WORK:
            with self:
                yield from self.counted(stage, done, len(items))
        else:
            yield from done

    def counted(self, stage: str, items: Iterable[Any], total: int | None) -> Iterator[Any]:
        """The items, counted while they are taken; `total` where it is known."""
        if self.bars is None:
            yield from items
            return
        task = self.bars.add_task(self.label(stage), total=total)
        done = 0
        for item in items:
            yield item
            done += 1
            self.bars.update(task, completed=done)
        self.bars.update(task, total=done)

    @contextmanager
    def during(self, stage: str, pieces: int) -> Iterator[None]:
        """A spinner while all pairs are compared, and advice to use `oped corpus` for very many pieces."""
        if not self.shown or pieces < LONG_WORK:
            yield
            return
        from rich.console import Console

        from oped.cli.options import columns

        screen = Console(stderr=True, markup=False, width=columns())
        if pieces >= MANY:
            screen.print(self.label("use_corpus", n=f"{pieces:,}"), style="dim")
        with screen.status(self.label(stage, n=f"{pieces * (pieces - 1) // 2:,}")):
            yield


def _bars() -> Bars:
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    from oped.cli.options import columns

    shown = (*Progress.get_default_columns(), MofNCompleteColumn())
    return Progress(*shown, console=Console(stderr=True, markup=False, width=columns()), transient=True)
