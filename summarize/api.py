"""`summarize` and `headline`: from a piece to its summary in one call."""

from __future__ import annotations

from typing import Any

from seeds import check
from seeds.errors import UsageError
from seeds.language.analysis import Source
from seeds.language.tokens import Tokenizer
from seeds.signature import signature
from summarize.budget import CHARS, MOST, Budget
from summarize.document import Document
from summarize.rankers import DEFAULT, load
from summarize.summary import Headline, Summary

HEADLINE_CHARS = 30
"""Room for most short sentences that say what a piece says; in 20 characters there is such a line half as often."""


def summarize(
    piece: Source,
    *,
    engine: str = DEFAULT,
    chars: int | None = None,
    sentences: int | None = None,
    ratio: float | None = None,
    deserved: bool = False,
    headline_chars: int = HEADLINE_CHARS,
    title: bool = True,
    plain: bool = False,
    tokenizer: Tokenizer | None = None,
) -> Summary:
    """A headline and a paragraph made of the piece's own words, each with its place on the page.

    The paragraph has at most `chars` characters (120 if nothing is said), or `sentences` sentences, or
    `ratio` of the characters of the piece, whichever one is given; `deserved` makes it as long as the piece deserves,
    80 to 200 characters, if none of them is. `title=False` keeps the piece's title from
    the engine. `plain` runs textrank4zh or snownlp as the package runs by itself: its own sentences in its own
    order, without our rules of what can stand alone. An empty piece has an empty summary. Raises `UsageError`
    for a budget or engine that makes no sense and `EngineUnavailableError` for an engine whose package is not
    installed.
    """
    from summarize.plain import plain_summary
    from summarize.select import select

    budget = _budget(chars, sentences, ratio, deserved)
    headline_chars = check.count("headline_chars", headline_chars)
    document = Document(piece, title=title, tokenizer=tokenizer)
    loaded = load(engine)
    if plain:
        line, paragraph = plain_summary(loaded, engine, document, budget, headline_chars)
    else:
        line = loaded.headline(document, headline_chars)
        paragraph = select(document, loaded.rank(document, budget.in_characters(document)), budget)
    settings: dict[str, Any] = {budget.unit: budget.amount, "headline": headline_chars, "title": title}
    if plain:
        settings["plain"] = True
    return Summary(
        piece_id=document.piece.id,
        title=document.piece.title,
        engine=engine,
        signature=signature(document.tokenizer, engine=engine, reference="none", **settings),
        headline=line,
        paragraph=paragraph,
    )


def headline(
    piece: Source,
    *,
    chars: int = HEADLINE_CHARS,
    engine: str = DEFAULT,
    title: bool = True,
    tokenizer: Tokenizer | None = None,
) -> Headline:
    """The headline alone, of at most `chars` characters; see `summarize`."""
    chars = check.count("chars", chars)
    document = Document(piece, title=title, tokenizer=tokenizer)
    return load(engine).headline(document, chars)


def _budget(chars: int | None, sentences: int | None, ratio: float | None, deserved: bool) -> Budget:
    if sum(given is not None for given in (chars, sentences, ratio)) > 1:
        raise UsageError("a summary has one budget: give chars, sentences or ratio")
    if sentences is not None:
        return Budget(sentences, "sentences")
    if ratio is not None:
        return Budget(ratio, "ratio")
    if deserved and chars is None:
        return Budget(MOST, "deserved")
    return Budget(CHARS if chars is None else chars)
