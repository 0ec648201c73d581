"""oped reads Chinese newspaper opinion pages, summarises every piece and shows what the pieces share.

>>> import oped
>>> page = oped.read_page("seeds/pages/lvliang-2021.txt")
>>> oped.compare_all(page).pair(3, 4).scores["reuse"] > 0
True
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # Not from typing, which takes longer to load than Python: see `oped.__main__`.
if TYPE_CHECKING:
    from typing import Any

    from compare import Comparison, Match, Pair, compare, compare_all
    from compare.rhetoric import rhetoric
    from compare.themes import themes
    from oped.reports import make_report as report
    from oped.reports.highlight import highlight
    from seeds import (
        EngineUnavailableError,
        InputError,
        OpedError,
        Page,
        Piece,
        UsageError,
        __version__,
        article,
        read_page,
        read_pages,
    )
    from summarize import Summary, headline, summarize

__all__ = [
    "Comparison",
    "EngineUnavailableError",
    "InputError",
    "Match",
    "OpedError",
    "Page",
    "Pair",
    "Piece",
    "Summary",
    "UsageError",
    "__version__",
    "article",
    "compare",
    "compare_all",
    "headline",
    "highlight",
    "read_page",
    "read_pages",
    "report",
    "rhetoric",
    "summarize",
    "themes",
]

_HOME = {
    "Comparison": ("compare.results", "Comparison"),
    "Match": ("compare.results", "Match"),
    "Pair": ("compare.results", "Pair"),
    "Summary": ("summarize.summary", "Summary"),
    "compare": ("compare.pairs", "compare"),
    "compare_all": ("compare.pairs", "compare_all"),
    "headline": ("summarize.api", "headline"),
    "highlight": ("oped.reports.highlight", "highlight"),
    "report": ("oped.reports", "make_report"),
    "rhetoric": ("compare.rhetoric", "rhetoric"),
    "summarize": ("summarize.api", "summarize"),
    "themes": ("compare.themes", "themes"),
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: reading needs no numpy, and Ctrl-C is heeded before anything is loaded."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOME.get(name, ("seeds", name))
    return getattr(import_module(module), attribute)
