"""How results show themselves: data is drawn by a package above, found by its name on first use.

`seeds`, `summarize` and `compare` hold data and know no colours or tags. A result of theirs that is printed by rich, or
stands at the end of a notebook cell, asks `oped.reports.display`; without it, it shows its text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

DRAWER = "oped.reports.display"
"""The module with `terminal(result)`, something that rich prints, and `notebook(result)`, HTML."""


class Displayed:
    """Mixed into results: `rich.print(result)` and notebooks show them as `oped` does."""

    __slots__ = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        drawer = _drawer()
        yield drawer.terminal(self) if drawer else str(self)

    def _repr_html_(self) -> str | None:
        drawer = _drawer()
        return drawer.notebook(self) if drawer else None


def _drawer() -> Any:
    try:
        return import_module(DRAWER)
    except ModuleNotFoundError as missing:
        if missing.name and missing.name.split(".")[0] == "oped":
            return None
        raise
