"""Reuse in a whole corpus: every article against every other, the phrases that recur, and looking at both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.corpus.archive import Archive
    from compare.corpus.articles import Article
    from compare.corpus.checking import Checked, check
    from compare.corpus.copies import Reprints, reprints
    from compare.corpus.frames import to_arrow
    from compare.corpus.pipeline import Settings, find_reuse, shared_phrases
    from compare.corpus.rows import Row
    from compare.corpus.saved import read_rows
    from compare.corpus.show import Passage, Sharing, sharings, strongest
    from compare.mining.formulas import set_phrases
    from compare.mining.kwic import KeyWord, concordance, over_time
    from compare.mining.phrases import Phrase, corpus_phrases

__all__ = [
    "Archive",
    "Article",
    "Checked",
    "KeyWord",
    "Passage",
    "Phrase",
    "Reprints",
    "Row",
    "Settings",
    "Sharing",
    "check",
    "concordance",
    "corpus_phrases",
    "find_reuse",
    "over_time",
    "read_rows",
    "reprints",
    "set_phrases",
    "shared_phrases",
    "sharings",
    "strongest",
    "to_arrow",
]

_HOME = {
    "Archive": "compare.corpus.archive",
    "Checked": "compare.corpus.checking",
    "check": "compare.corpus.checking",
    "to_arrow": "compare.corpus.frames",
    "reprints": "compare.corpus.copies",
    "Reprints": "compare.corpus.copies",
    "Article": "compare.corpus.articles",
    "KeyWord": "compare.mining.kwic",
    "Passage": "compare.corpus.show",
    "Phrase": "compare.mining.phrases",
    "Row": "compare.corpus.rows",
    "Sharing": "compare.corpus.show",
    "concordance": "compare.mining.kwic",
    "corpus_phrases": "compare.mining.phrases",
    "over_time": "compare.mining.kwic",
    "set_phrases": "compare.mining.formulas",
    "read_rows": "compare.corpus.saved",
    "sharings": "compare.corpus.show",
    "strongest": "compare.corpus.show",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: looking at rows needs none of what finds them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "compare.corpus.pipeline")), name)
