"""Reuse in a whole corpus: the detection of `compare`, every text against every other."""

from compare.corpus.memory import Row, find_reuse

__all__ = ["Row", "find_reuse"]
