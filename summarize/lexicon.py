"""Closed classes of words that selection and compression look at, kept as data."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def words(group: str) -> frozenset[str]:
    """The words of one group of `data/lexicon.json`."""
    groups = json.loads(files("summarize").joinpath("data/lexicon.json").read_text("utf-8"))
    return frozenset(word for line in groups[group] for word in line.split())
