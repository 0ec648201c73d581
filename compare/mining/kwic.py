"""Words in the texts of a corpus: each place where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.reuse.fold import folded
from compare.reuse.text import Text
from seeds import check
from seeds.errors import UsageError
from seeds.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.corpus.articles import Article

CONTEXT = 60
"""Characters shown on either side of a key word at most."""


@dataclass(frozen=True, slots=True)
class KeyWord(Plain):
    """One occurrence of a phrase: its place in the text of an article, and the words around it."""

    article: str
    date: str
    start: int
    end: int
    before: str
    text: str
    after: str
    title: str = ""


def concordance(articles: Iterable[Article], words: str) -> Iterator[KeyWord]:
    """Every occurrence of `words` in articles, in their order.

    Signs are compared as matching compares them: width, kind of quotation mark, spaces and letter case do not
    matter. Occurrences do not overlap. Raises `UsageError` when nothing is left of `words`.
    """
    wanted = folded(check.text("words", words))
    if not wanted:
        raise UsageError("the words to look for are empty; give some")
    for article in articles:
        text = Text.of(article.content)
        at = text.line.find(wanted)
        while at >= 0:
            low, high = text.range(at, at + len(wanted))
            start, end = text.extent(at, at + len(wanted))
            before, after = text.raw[max(0, low - CONTEXT) : low], text.raw[high : high + CONTEXT]
            yield KeyWord(
                article.id, article.date, start, end, before, text.raw[low:high], after, article.title
            )
            at = text.line.find(wanted, at + len(wanted))
