"""`--dict` and `--stopwords`: the user's own words."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seeds.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from seeds.language.tokens import Tokenizer


@dataclass(frozen=True)
class OwnWords:
    """A tokenizer that knows the user's words (None without any), and the words that are never terms."""

    tokenizer: Tokenizer | None = None
    stopwords: frozenset[str] = frozenset()


def own_words_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--dict FILE`, `--stopwords FILE`: a word a line; the command gets them as `own_words`."""

    @click.option(
        "--stopwords", "stopwords", metavar="FILE", help="File of words and phrases to leave out, one a line."
    )
    @click.option(
        "--dict",
        "dictionary",
        metavar="FILE",
        help="File of words the segmenter must keep whole, one a line.",
    )
    @functools.wraps(command)
    def run(*args: Any, dictionary: str | None, stopwords: str | None, **kwargs: Any) -> None:
        from seeds.language.dictionary import DictionaryTokenizer

        tokenizer = DictionaryTokenizer.of(words_of(dictionary)) if dictionary else None
        stop = frozenset(lines_of(stopwords)) if stopwords else frozenset[str]()
        command(*args, own_words=OwnWords(tokenizer, stop), **kwargs)

    return run


def words_of(path: str) -> list[str]:
    """The words of a dictionary: the first of each line, as jieba has them."""
    return [line.split()[0] for line in lines_of(path)]


def lines_of(path: str | None) -> list[str]:
    """The lines of a list, but for empty ones and remarks behind `#`; none without a file.

    Raises `InputError` for a file that cannot be read as text or has no word.
    """
    from seeds import MAX_BYTES
    from seeds.files.decode import decode

    if path is None:
        return []
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; give a text file with a word a line") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{path} is larger than {MAX_BYTES:,} bytes; give a text file with a word a line")
    text, _ = decode(data, name=path)
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise InputError(f"{path}: no words; give a text file with a word a line")
    return lines
