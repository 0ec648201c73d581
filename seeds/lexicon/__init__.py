"""Closed lists of words and characters, each once, as text files that name their source."""
