"""The user's own words: a tokenizer that never divides them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from seeds.errors import UsageError
from seeds.language.tokens import Tokenizer, default_tokenizer
from seeds.language.variants import simplified
from seeds.signature import digest_of


@dataclass(frozen=True)
class DictionaryTokenizer:
    """Cuts as `base` does, but keeps each of `entries` as one word wherever it stands; of two the longer.

    Where entries overlap, the one that begins first is kept. An entry's part of speech is `nz`, a proper name.
    """

    base: Tokenizer
    entries: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str], base: Tokenizer | None = None) -> DictionaryTokenizer:
        """A tokenizer for some words, whatever their order. Raises `UsageError` where there are none."""
        given = {word.strip() for word in words} - {""}
        # Texts are compared in simplified characters.
        entries = tuple(sorted(given.union(map(simplified, given))))
        if not entries:
            raise UsageError("a dictionary without words: give one word a line")
        return cls(base or default_tokenizer(), entries)

    @cached_property
    def name(self) -> str:
        """The base's name with a digest of the entries: figures made with other words can be told apart."""
        return f"{self.base.name}+{digest_of(self.entries)}"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.entries, key=lambda word: (-len(word), word))
        return re.compile("|".join(map(re.escape, longest_first)))

    def cut(self, text: str) -> list[str]:
        """See `Tokenizer.cut`."""
        return [word for word, _ in self.tag(text)]

    def tag(self, text: str) -> list[tuple[str, str]]:
        """See `Tokenizer.tag`."""
        kept = [match.span() for match in self._pattern.finditer(text)]
        if not kept:
            return self.base.tag(text)
        found: list[tuple[str, str]] = []
        at = entry = 0
        for word, tag in self.base.tag(text):
            start, end = at, at + len(word)
            at = end
            while start < end:
                if entry == len(kept) or kept[entry][0] >= end:
                    found.append((text[start:end], tag))
                    break
                first, last = kept[entry]
                if start < first:
                    found.append((text[start:first], tag))
                if last <= end:
                    found.append((text[first:last], "nz"))
                    entry += 1
                start = max(start, min(last, end))
        return found
