"""`summarize` and `headline`: from a piece to its summary in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds._version import __version__
from seeds.errors import UsageError
from seeds.page import Piece
from summarize.budget import MOST, Budget
from summarize.document import Document
from summarize.rankers import DEFAULT, load
from summarize.summary import Headline, Summary

if TYPE_CHECKING:
    from seeds.language.tokens import Tokenizer

CHARS = 120
HEADLINE_CHARS = 20


def summarize(
    piece: Piece | str,
    *,
    engine: str = DEFAULT,
    chars: int | None = None,
    sentences: int | None = None,
    ratio: float | None = None,
    headline_chars: int = HEADLINE_CHARS,
    title: bool = True,
    tokenizer: Tokenizer | None = None,
) -> Summary:
    """A headline and a paragraph made of the piece's own words, each with its place on the page.

    The paragraph has at most `chars` characters (120 if nothing is said), or `sentences` sentences, or
    `ratio` of the characters of the piece, whichever one is given. `title=False` keeps the piece's title from
    the engine. An empty piece has an empty summary. Raises `UsageError` for a budget or engine that makes no
    sense and `EngineUnavailableError` for an engine whose package is not installed.
    """
    from summarize.select import select

    budget = _budget(chars, sentences, ratio)
    headline_chars = _headline_chars(headline_chars)
    document = _document(piece, title, tokenizer)
    loaded = load(engine)
    ranking = loaded.rank(document, budget.in_characters(document))
    return Summary(
        piece_id=document.piece.id,
        title=document.piece.title,
        engine=engine,
        signature=signature(
            document,
            engine=engine,
            **{budget.unit: f"{budget.amount:g}"},
            headline=headline_chars,
            title=title,
        ),
        headline=loaded.headline(document, headline_chars),
        paragraph=select(document, ranking, budget),
    )


def headline(
    piece: Piece | str,
    *,
    chars: int = HEADLINE_CHARS,
    engine: str = DEFAULT,
    title: bool = True,
    tokenizer: Tokenizer | None = None,
) -> Headline:
    """The headline alone, of at most `chars` characters; see `summarize`."""
    chars = _headline_chars(chars)
    document = _document(piece, title, tokenizer)
    return load(engine).headline(document, chars)


def signature(document: Document, **settings: object) -> str:
    """All that a result depends on besides the piece, in one line: figures compare if this is the same."""
    named = {**settings, "tokenizer": document.tokenizer.name, "version": __version__}
    values = {True: "yes", False: "no"}
    return "|".join(
        f"{name}:{values[value] if isinstance(value, bool) else value}" for name, value in named.items()
    )


def _budget(chars: int | None, sentences: int | None, ratio: float | None) -> Budget:
    if sum(given is not None for given in (chars, sentences, ratio)) > 1:
        raise UsageError("a summary has one budget: give chars, sentences or ratio")
    if sentences is not None:
        return Budget(sentences, "sentences")
    if ratio is not None:
        return Budget(ratio, "ratio")
    return Budget(CHARS if chars is None else chars)


def _headline_chars(chars: int) -> int:
    if not chars >= 1:
        raise UsageError(f"a headline of {chars} characters cannot be made: ask for one at least")
    return int(min(chars, MOST))


def _document(source: Piece | str, title: bool, tokenizer: Tokenizer | None) -> Document:
    return Document(source, title=title, tokenizer=tokenizer)
