"""The signature of a result: all that it depends on besides the text, in one line, the same keys everywhere.

    tokenizer:rjieba|reference:none|engine:opinion|characters:120|version:0.1.0

Figures compare when their signatures are equal (the idea is sacrebleu's: Post 2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds._version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection

    from seeds.language.tokens import Tokenizer


def signature(
    tokenizer: Tokenizer, *, reference: str = "none", stopwords: Collection[str] = (), **settings: object
) -> str:
    """The line for a result made with `tokenizer`, against a `reference` corpus, with `settings` of its own.

    `stopwords` are named, by a digest, where there are any.
    """
    if stopwords:
        settings = {"stopwords": digest_of(stopwords), **settings}
    named = {"tokenizer": tokenizer.name, "reference": reference, **settings, "version": __version__}
    return "|".join(f"{name}:{_value(value)}" for name, value in named.items())


def digest_of(words: Collection[str]) -> str:
    """A name for some words, the same in whatever order they come."""
    from hashlib import sha256

    return sha256("\n".join(sorted(set(words))).encode()).hexdigest()[:8]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
