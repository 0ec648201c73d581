"""How a result shows itself: the entry points `terminal` and `notebook` of the group `oped.views`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.comparison import Comparison, Pair
from oped.reports.fragments import comparison_fragment, pair_fragment, report_fragment
from oped.reports.report import Report
from oped.reports.terminal import comparison_report, pair_report
from seeds.fragment import page_fragment
from seeds.page import Page
from seeds.report import page_report
from summarize.evaluate import Evaluation
from summarize.fragment import summary_fragment
from summarize.report import evaluation_report, summary_report
from summarize.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from rich.console import RenderableType

_TERMINAL: dict[type, Callable[[Any], RenderableType]] = {
    Page: page_report,
    Summary: summary_report,
    Evaluation: evaluation_report,
    Pair: pair_report,
    Comparison: comparison_report,
}
_NOTEBOOK: dict[type, Callable[[Any], str]] = {
    Page: page_fragment,
    Summary: summary_fragment,
    Pair: pair_fragment,
    Comparison: comparison_fragment,
    Report: report_fragment,
}


def terminal(result: object) -> RenderableType:
    """What a terminal shows of a result, in English."""
    draw = _TERMINAL.get(type(result))
    return draw(result) if draw else repr(result)


def notebook(result: object) -> str | None:
    """What a notebook shows of a result, as HTML; None where its `repr` is all there is."""
    draw = _NOTEBOOK.get(type(result))
    return draw(result) if draw else None
