"""Pieces to summaries: `summarize` for a headline and a paragraph, `headline` for the one line alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.api import headline, summarize
from summarize.rankers import Engine, EngineInfo, engines
from summarize.summary import Headline, Selected, Selection, Summary

if TYPE_CHECKING:
    from summarize.ranking import Ranking

__all__ = [
    "Engine",
    "EngineInfo",
    "Headline",
    "Ranking",
    "Selected",
    "Selection",
    "Summary",
    "engines",
    "headline",
    "summarize",
]


def __getattr__(name: str) -> Any:
    """Load `Ranking`, which needs numpy, on first use."""
    if name != "Ranking":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from summarize.ranking import Ranking

    return Ranking
