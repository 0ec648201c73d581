"""oped reads Chinese newspaper opinion pages, summarises every piece and shows what the pieces share.

>>> import oped
>>> page = oped.read_page("seeds/pages/lvliang-2021.txt")
>>> oped.compare_all(page).pair(3, 4).scores["reuse"] > 0
True
"""

from __future__ import annotations

TYPE_CHECKING = False  # Not from typing, which takes longer to load than Python: see `oped.__main__`.
if TYPE_CHECKING:
    from typing import Any

    from compare import Comparison, Match, Pair, compare, compare_all
    from compare.rhetoric import rhetoric
    from compare.themes import themes
    from oped.reports import make_report as report
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
    "read_page",
    "read_pages",
    "report",
    "rhetoric",
    "summarize",
    "themes",
]

_HOMES = {
    "compare.pairs": "compare compare_all",
    "compare.results": "Comparison Match Pair",
    "compare.rhetoric": "rhetoric",
    "compare.themes": "themes",
    "seeds": "EngineUnavailableError InputError OpedError UsageError Page Piece __version__ article",
    "seeds.read": "read_page read_pages",
    "summarize.api": "headline summarize",
    "summarize.summary": "Summary",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: reading needs no numpy, and Ctrl-C is heeded before anything is loaded."""
    if name == "report":
        from oped.reports import make_report

        return make_report
    from seeds.lazy import lazy

    return lazy(__name__, _HOMES)(name)
