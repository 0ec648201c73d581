"""Words in the texts of a corpus: each place where they stand, and their use over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.mining.diachrony import timeline
from compare.reuse.fold import folded
from compare.reuse.text import Text
from seeds.errors import UsageError
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.corpus.articles import Article
    from compare.mining.diachrony import Timeline

CONTEXT = 60
"""Characters shown on either side of a key word at most."""


@dataclass(frozen=True, slots=True)
class KeyWord:
    """One occurrence of a phrase: its place in the text of an article, and the words around it."""

    article: str
    date: str
    start: int
    end: int
    before: str
    text: str
    after: str

    def to_dict(self) -> dict[str, Any]:
        """All fields."""
        return {name: getattr(self, name) for name in self.__slots__}


def concordance(articles: Iterable[Article], words: str) -> Iterator[KeyWord]:
    """Every occurrence of `words` in articles, in their order.

    Signs are compared as matching compares them: width, kind of quotation mark, spaces and letter case do not
    matter. Occurrences do not overlap. Raises `UsageError` when nothing is left of `words`.
    """
    wanted = wanted_signs(words)
    for article in articles:
        text, signs = _ready(article)
        at = signs.find(wanted)
        while at >= 0:
            low, high = text.range(at, at + len(wanted))
            start, end = text.extent(at, at + len(wanted))
            before, after = text.raw[max(0, low - CONTEXT) : low], text.raw[high : high + CONTEXT]
            yield KeyWord(article.id, article.date, start, end, before, text.raw[low:high], after)
            at = signs.find(wanted, at + len(wanted))


def _ready(article: Article) -> tuple[Text, str]:
    """An article made ready for matching, and its signs as a string."""
    content = article.content
    text = Text.of_piece(content) if isinstance(content, Piece) else Text.of_string(content)
    return text, text.codes.tobytes().decode("utf-32-le", "surrogatepass")


def wanted_signs(words: str) -> str:
    """What is looked for in folded texts; raises `UsageError` when nothing is left of `words`."""
    wanted = folded(words)
    if not wanted:
        raise UsageError("the words to look for are empty; give some")
    return wanted


def over_time(articles: Iterable[Article], formulas: Sequence[str]) -> Timeline:
    """The use of some formulas over dated articles, found as `concordance` finds them.

    Raises as `compare.mining.diachrony.timeline` does, and `UsageError` when nothing is left of a formula.
    """
    for words in formulas:
        wanted_signs(words)
    return timeline(
        (
            article.content
            if isinstance(article.content, Piece)
            else (article.date, article.content, article.id)
            for article in articles
        ),
        formulas,
    )
