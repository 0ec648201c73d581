"""Reuse in a whole corpus: every article against every other, the phrases that recur, and looking at both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.lazy import lazy

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
    from compare.mining.kwic import KeyWord, concordance
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
    "read_rows",
    "reprints",
    "set_phrases",
    "shared_phrases",
    "sharings",
    "strongest",
    "to_arrow",
]

# Looking at rows needs none of what finds them.
__getattr__ = lazy(
    __name__,
    {
        "compare.corpus.archive": "Archive",
        "compare.corpus.articles": "Article",
        "compare.corpus.checking": "Checked check",
        "compare.corpus.copies": "Reprints reprints",
        "compare.corpus.frames": "to_arrow",
        "compare.corpus.pipeline": "Settings find_reuse shared_phrases",
        "compare.corpus.rows": "Row",
        "compare.corpus.saved": "read_rows",
        "compare.corpus.show": "Passage Sharing sharings strongest",
        "compare.mining.formulas": "set_phrases",
        "compare.mining.kwic": "KeyWord concordance",
        "compare.mining.phrases": "Phrase corpus_phrases",
    },
)
