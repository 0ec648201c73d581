"""Closed lists of words, each once, as text files that say what they are and where they are from.

Lines that begin with # are for the reader. Words stand between spaces and line ends; `[group]` on a line of its
own begins a group.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def rows(name: str) -> list[str]:
    """The lines of `seeds/lexicon/{name}.txt` but for those that are for the reader."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def listed(name: str) -> Mapping[str, tuple[str, ...]]:
    """The words of `seeds/lexicon/{name}.txt` by group, in their order; those before any group are in the group ""."""
    found: dict[str, list[str]] = {}
    group = ""
    for line in rows(name):
        if line.startswith("["):
            group = line.strip("[] ")
        else:
            found.setdefault(group, []).extend(line.split())
    return MappingProxyType({group: tuple(words) for group, words in found.items()})


@cache
def groups(name: str) -> Mapping[str, frozenset[str]]:
    """The words of a list by group, as sets."""
    return MappingProxyType({group: frozenset(words) for group, words in listed(name).items()})


@cache
def words(name: str, *wanted: str) -> frozenset[str]:
    """The words of a list, or of some of its groups."""
    by_group = groups(name)
    return frozenset().union(*(by_group[group] for group in wanted or by_group))


def pattern(name: str, *wanted: str) -> str:
    """A regular expression for any word of a list or of some of its groups, the longest first."""
    return "|".join(sorted(words(name, *wanted), key=lambda word: (-len(word), word)))
