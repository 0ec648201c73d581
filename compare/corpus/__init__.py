"""Reuse in a whole corpus: the detection of `compare`, every article against every other."""

from compare.corpus.articles import Article
from compare.corpus.pipeline import Settings, find_reuse, shared_phrases
from compare.corpus.rows import Row

__all__ = ["Article", "Row", "Settings", "find_reuse", "shared_phrases"]
