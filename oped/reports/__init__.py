"""Reports: everything about some pages in one object, and the forms that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oped.reports.report import Report, make_report

__all__ = ["Report", "make_report"]


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: drawing a summary needs no comparison."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from oped.reports import report

    return getattr(report, name)
