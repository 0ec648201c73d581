"""A title that the second line of a page says over in other words, as sites change it, and a standfirst below that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seeds.layout.lines import Run
from seeds.metadata import MetaLine

_LEAST, _LONGEST, _SAID, _NEW = 8, 60, 0.7, 0.5
"""Letters of a title at least, characters of a line that says it over, how many pairs of the title's letters it has,
and how many of its own pairs are old.
"""
_LINES, _LEAST_TEXT = 4, 40
"""Lines of such a page at least; characters of the first paragraph."""


def retold(runs: Sequence[Run]) -> Iterator[tuple[int, MetaLine]]:
    """The lines below a first that is a title: one that says it over, and perhaps one without a stop above the text."""
    if len(runs) < _LINES or not _says_over(runs[0].text, runs[1].text):
        return
    yield 0, MetaLine("title")
    yield 1, MetaLine("furniture", "other")
    short, text = runs[2], runs[3]
    if len(short.text) <= _LONGEST and not short.final and text.final and len(text.text) >= _LEAST_TEXT:
        yield 2, MetaLine("deck")


def _says_over(title: str, line: str) -> bool:
    pairs, said = _pairs(title), _pairs(line)
    alike = len(pairs & said)
    fits = len(pairs) >= _LEAST and len(line) <= _LONGEST and not line.endswith(("。", "；", "，", "："))
    return fits and pairs != said and alike >= _SAID * len(pairs) and alike >= _NEW * len(said)


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(filter(str.isalnum, text)))
