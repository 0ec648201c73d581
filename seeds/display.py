"""Results show themselves through whoever draws them: data stays below, drawing above.

The entry-point group `oped.views` names a drawing of any result for the `terminal` (something rich can print)
and one for the `notebook` (HTML). Where none is installed a result shows its `repr`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


class Displayed:
    """A result that `rich.print` and notebooks show as oped draws it."""

    __slots__ = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.text import Text

        draw = _view("terminal")
        yield draw(self) if draw else Text(repr(self))

    def _repr_html_(self) -> str | None:
        draw = _view("notebook")
        return draw(self) if draw else None


def _view(name: str) -> Callable[[object], Any] | None:
    from seeds.registry import declared, load

    point = declared("oped.views").get(name)
    return load(point) if point else None
