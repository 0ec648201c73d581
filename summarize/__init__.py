"""Pieces to summaries: `summarize` for a headline and a paragraph, `headline` for the one line alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.lazy import lazy
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

__getattr__ = lazy(__name__, {"summarize.ranking": "Ranking"})  # It needs numpy.
