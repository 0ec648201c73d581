"""Reports: everything about some pages in one object, and the forms that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.lazy import lazy

if TYPE_CHECKING:
    from oped.reports.report import Report, make_report

__all__ = ["Report", "make_report"]

# Drawing a summary needs no comparison.
__getattr__ = lazy(__name__, {"oped.reports.report": "Report make_report"})
