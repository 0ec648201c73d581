"""An engine as its package runs by itself: its own sentences, in its own order, none of our rules.

So that a comparison with a package compares with the package, not with what our choice makes of its scores.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from seeds.errors import UsageError
from summarize.budget import Budget
from summarize.document import Document
from summarize.summary import Headline, Selected, Selection, needs_stop


@runtime_checkable
class PlainEngine(Protocol):
    """An engine whose package makes summaries by itself."""

    def as_run(self, text: str) -> list[str]:
        """The sentences of `text` as the package cuts them, the best one first."""
        ...


def plain_summary(
    engine: object, name: str, document: Document, budget: Budget, headline_chars: int
) -> tuple[Headline, Selection]:
    """The best sentences that fit, in the package's order; the line is the beginning of the best one.

    Raises `UsageError` for an engine without a package that makes summaries by itself.
    """
    if not isinstance(engine, PlainEngine):
        raise UsageError(f"the engine '{name}' has no plain form: textrank4zh and snownlp have")
    analysis = document.analysis
    room, places = budget.in_characters(document), budget.in_sentences(document)
    chosen: list[Selected] = []
    line = Headline("", (), complete=False)
    used: dict[str, int] = {}
    for rank, text in enumerate(engine.as_run(analysis.text) if document.texts else ()):
        start = analysis.text.find(text, used.get(text, 0))
        if start < 0:  # the package changed it, or gave it twice
            continue
        used[text] = start + len(text)
        excerpt = analysis.cut(start, start + len(text))
        if not line.text:
            beginning = analysis.cut(start, start + min(len(text), headline_chars))
            line = Headline(beginning.text, beginning.spans, complete=False)
        cost = len(text) + needs_stop(text)
        if len(chosen) < places and cost <= room:
            index = next((n for n, sentence in enumerate(document.texts) if text in sentence), 0)
            chosen.append(Selected(excerpt.text, excerpt.spans, index, -float(rank), shortened=True))
            room -= cost
    return line, Selection(tuple(chosen))
