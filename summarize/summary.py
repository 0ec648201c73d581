"""What a summary is, as plain frozen data that knows where on the page each of its characters stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from seeds.display import Displayed
from seeds.page import Excerpt, Page, short

FULL_STOP = "。"
_ENDED = "。！？!?….:：,，;；、—~～"
_CLOSING = "”’」』》）)】]\"'"


def needs_stop(text: str) -> bool:
    """Whether Chinese text that is printed as a sentence has no mark at its end: it was cut there, or never had one."""
    ended = text.rstrip(_CLOSING)
    return bool(ended) and ended[-1] not in _ENDED and not text.isascii()


@dataclass(frozen=True, slots=True, repr=False)
class Headline(Excerpt):
    """A piece in one line: stretches of one sentence, or headings, in order. Empty if the piece holds nothing to say.

    `score` is what the engine gives it; scores of one engine compare, higher is better. `complete` tells that the
    engine holds it to be a line that can be printed as it is; else it is only the beginning of the best sentence.
    """

    score: float = 0.0
    complete: bool = True

    def to_dict(self) -> dict[str, Any]:
        """The `headline` of the `oped/summaries/1` schema."""
        return {**Excerpt.to_dict(self), "complete": self.complete}


@dataclass(frozen=True, slots=True, repr=False)
class Selected(Excerpt):
    """A sentence chosen for a summary, whole, or cut after a clause (`shortened`) where that is worth more.

    `index` counts the sentences of the piece from 0; `score` is what the engine gave the whole sentence.
    """

    index: int
    score: float
    shortened: bool = False

    def to_dict(self) -> dict[str, Any]:
        """One of the `sentences` of the `oped/summaries/1` schema."""
        return {**Excerpt.to_dict(self), "score": round(self.score, 6), "shortened": self.shortened}


@dataclass(frozen=True, slots=True, repr=False)
class Selection:
    """The chosen sentences, in the order of the piece."""

    sentences: tuple[Selected, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph a reader reads; a sentence that was cut, or has no mark before the next, gets a full stop."""
        whole = ""
        for number, sentence in enumerate(self.sentences, start=1):
            # Chinese sentences follow without a space, others with one.
            apart = " " if whole[-1:].isascii() and whole and sentence.text[:1].isascii() else ""
            is_open = sentence.shortened or number < len(self.sentences)
            whole += apart + sentence.text + FULL_STOP * (is_open and needs_stop(sentence.text))
        return whole

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Selection {short(self.text)}: {len(self.sentences)} sentences>"

    def to_dict(self) -> dict[str, Any]:
        """The `paragraph` of the `oped/summaries/1` schema."""
        return {"text": self.text, "sentences": [sentence.to_dict() for sentence in self.sentences]}


@dataclass(frozen=True, slots=True, repr=False)
class Summary(Displayed):
    """A headline and a paragraph for one piece.

    `signature` names all that the result depends on besides the piece: figures compare if it is the same.
    """

    piece_id: int
    title: str
    engine: str
    signature: str
    headline: Headline
    paragraph: Selection

    def __str__(self) -> str:
        return f"{self.headline}\n{self.paragraph}"

    def __repr__(self) -> str:
        return f"<Summary of {self.title!r}: {self.paragraph.text[:24]!r}>"

    def to_dict(self) -> dict[str, Any]:
        """One of the `summaries` of the `oped/summaries/1` schema."""
        return {
            "piece": self.piece_id,
            "title": self.title,
            "engine": self.engine,
            "signature": self.signature,
            "headline": self.headline.to_dict(),
            "paragraph": self.paragraph.to_dict(),
        }


def summaries_to_dict(pages: Iterable[Page], summaries: Iterable[Summary]) -> dict[str, Any]:
    """The `oped/summaries/1` schema for the pieces of `pages`, in order; each entry also names its page."""
    names = (page.name for page in pages for _ in page.pieces)
    return {
        "schema": "oped/summaries/1",
        "summaries": [
            {"page": name, **summary.to_dict()} for name, summary in zip(names, summaries, strict=True)
        ],
    }
