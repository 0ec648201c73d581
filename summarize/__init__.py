"""Pieces to summaries: `summarize` for a headline and a paragraph, `headline` for the one line alone."""

from summarize.api import headline, summarize
from summarize.rankers import EngineInfo, engines
from summarize.summary import Headline, Selected, Selection, Summary

__all__ = [
    "EngineInfo",
    "Headline",
    "Selected",
    "Selection",
    "Summary",
    "engines",
    "headline",
    "summarize",
]
