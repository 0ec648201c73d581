"""Words and their parts of speech, cut the way jieba cuts them.

Whatever cuts the words, the tokens tile the text: joined they are the text, and offsets into one are offsets
into the other. `default_tokenizer` is rjieba: jieba's dictionary and model in Rust, about twenty times as fast, the
same tokens but where the model finds two cuts exactly as probable and rounding decides (不化化化们). Other packages add
tokenizers by entry points of the group `oped.tokenizers`: each names what makes a `Tokenizer` when called without
arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from seeds import registry
from seeds.errors import EngineUnavailableError
from seeds.language.variants import simplified


class Tokenizer(Protocol):
    """Cuts text into words. `name` stands in signatures, so that figures can be told apart later."""

    @property
    def name(self) -> str:
        """A short name such as `rjieba`."""
        ...

    def cut(self, text: str) -> list[str]:
        """The words of `text`, in order; `"".join(cut(text)) == text`."""
        ...

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words with their part of speech, in jieba's form of the ICTCLAS set (`n`, `v`, `uj`)."""
        ...


# The full-width forms of what jieba joins to words, and lone surrogates, which UTF-8 cannot carry.
_UNFIT = re.compile(
    "[\uff03\uff05\uff06\uff0b\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a\ud800-\udfff]"
)


def _narrow(match: re.Match[str]) -> str:
    char = match.group()
    return "\ufffd" if char < "\uff00" else chr(ord(char) - 0xFEE0)


def fold(text: str) -> str:
    """`text` with letters, digits and the signs inside numbers in half width, surrogates as U+FFFD, and in
    simplified characters.

    The length stays, so offsets do. Segmenters cut full-width words into letters and know few traditional words;
    some raise on surrogates.
    """
    return simplified(_UNFIT.sub(_narrow, text) if _UNFIT.search(text) else text)


def _restore(words: Iterable[str], text: str) -> Iterator[str]:
    """The stretches of `text` that `words`, cut from its folded form, stand for."""
    at = 0
    for word in words:
        yield text[at : at + len(word)]
        at += len(word)


@dataclass(frozen=True, slots=True)
class Jieba:
    """A module with jieba's `cut` and tagging, made safe for any text; use `default_tokenizer` to get one."""

    name: str
    _cut: Any = field(repr=False)
    _tag: Any = field(repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return tokenizer, (self.name,)

    def cut(self, text: str) -> list[str]:
        """See `Tokenizer.cut`."""
        folded = fold(text)
        words: list[str] = self._cut(folded)
        return words if folded == text else list(_restore(words, text))

    def tag(self, text: str) -> list[tuple[str, str]]:
        """See `Tokenizer.tag`."""
        folded = fold(text)
        pairs: list[tuple[str, str]] = self._tag(folded)
        if folded == text:
            return pairs
        words = _restore((word for word, _ in pairs), text)
        return [(word, flag) for word, (_, flag) in zip(words, pairs, strict=True)]


@cache
def tokenizer(name: str) -> Tokenizer:
    """The tokenizer `rjieba` or one of another package, loaded once.

    Raises `EngineUnavailableError` if it is not installed.
    """
    if name == "rjieba":
        import rjieba

        return Jieba(name, rjieba.cut, rjieba.tag)
    if point := registry.declared("oped.tokenizers").get(name):
        made: Tokenizer = registry.load(point)()
        return made
    raise EngineUnavailableError(f"no tokenizer '{name}' here: install it with `pip install {name}`")


def default_tokenizer() -> Tokenizer:
    """The tokenizer rjieba."""
    return tokenizer("rjieba")
