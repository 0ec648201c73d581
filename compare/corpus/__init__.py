"""Reuse in a whole corpus: every article against every other, the phrases that recur, and looking at both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.corpus.articles import Article
    from compare.corpus.keywords import KeyWord, concordance, over_time
    from compare.corpus.phrases import Phrase, corpus_phrases
    from compare.corpus.pipeline import Settings, find_reuse, shared_phrases
    from compare.corpus.rows import Row
    from compare.corpus.saved import read_rows
    from compare.corpus.show import Passage, Sharing, sharings, strongest

__all__ = [
    "Article",
    "KeyWord",
    "Passage",
    "Phrase",
    "Row",
    "Settings",
    "Sharing",
    "concordance",
    "corpus_phrases",
    "find_reuse",
    "over_time",
    "read_rows",
    "shared_phrases",
    "sharings",
    "strongest",
]

_HOME = {
    "Article": "articles",
    "KeyWord": "keywords",
    "Passage": "show",
    "Phrase": "phrases",
    "Row": "rows",
    "Sharing": "show",
    "concordance": "keywords",
    "corpus_phrases": "phrases",
    "over_time": "keywords",
    "read_rows": "saved",
    "sharings": "show",
    "strongest": "show",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: looking at rows needs none of what finds them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME.get(name, 'pipeline')}"), name)
