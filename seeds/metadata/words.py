"""Word lists in sections: `[name]`, then words between spaces."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The sections of `seeds/lexicon/NAME.txt`, each with its words in order."""
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in (resources.files("seeds.lexicon") / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {section: tuple(words) for section, words in found.items()}
