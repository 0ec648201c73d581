"""Closed lists of words, each kept once in `compare/data/words.txt`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in files("compare").joinpath("data", "words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            current.append(line)
    return found


def word_lines(name: str) -> list[str]:
    """The lines of a list, in their order."""
    return list(_sections()[name])


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(" ".join(_sections()[name]).split())
