"""Articles made ready for the pipeline, once for each article: folded, weighed in bits, cut into words."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.reuse.fold import BREAK
from compare.reuse.index import Collection
from compare.reuse.text import Text
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from compare.corpus.columns import Columns
    from compare.reference.corpus import ReferenceCorpus


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a corpus: an id, its text or the piece of a page that it is, and what is known of it."""

    id: str
    content: Piece | str
    date: str = ""
    title: str = ""
    source: str = ""
    author: str = ""

    @property
    def digest(self) -> bytes:
        """What tells an article from another of the same id: its fields, its text and where that stands on its page."""
        piece = self.content if isinstance(self.content, Piece) else None
        text = piece.body if piece else str(self.content)
        places = [[*map(tuple, paragraph.spans)] for paragraph in piece.paragraphs] if piece else []
        fields = (self.date, self.title, self.source, self.author)
        told = f"{[*map(len, fields)]} {''.join(fields)}{len(text)} {text}{places}"
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).digest()


@dataclass(frozen=True, kw_only=True)
class ReadyText(Text):
    """A text back from a table: where its words end, and where its characters stand on the page, is known already."""

    ends: NDArray[np.bool_]
    page: NDArray[np.integer[Any]]

    @property
    def edges(self) -> NDArray[np.bool_]:
        """As they were when the article was made ready."""
        return self.ends

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Where `codes[start:end]` stands on the page, end exclusive."""
        return int(self.page[start]), int(self.page[end - 1]) + 1


SCALE = 256
"""Bits are kept in this many parts of one, in which `ReferenceCorpus.bits` gives them."""


def encoded(text: str) -> bytes:
    """Text as bytes that a table takes, whatever is in it; in the order of code points."""
    return text.encode("utf-8", "surrogatepass")


def decoded(blob: bytes) -> str:
    """The text again."""
    return bytes(blob).decode("utf-8", "surrogatepass")


def ready(first: int, articles: Sequence[Article], reference: ReferenceCorpus) -> Columns:
    """The table `ARTICLES` of articles numbered from `first`; codes and bits have a break behind the text."""
    texts = [Text.of(article.content) for article in articles]
    weights = reference.bits_of([text.codes for text in texts])
    return {
        "article": np.arange(first, first + len(articles), dtype=np.int32),
        "id": _blobs(encoded(article.id) for article in articles),
        "digest": _blobs(article.digest for article in articles),
        "text": _blobs(encoded(text.raw) for text in texts),
        **{
            field: _blobs(encoded(getattr(article, field)) for article in articles)
            for field in ("date", "title", "source", "author")
        },
        "size": np.array([len(text) for text in texts], dtype=np.int32),
        "codes": _blobs(np.append(text.codes, BREAK).astype("<u4").tobytes() for text in texts),
        "dropped": _blobs(_dropped(text).tobytes() for text in texts),
        "bits": _blobs(np.append(weight * SCALE, 0).astype("<u2").tobytes() for weight in weights),
        "edges": _blobs(np.packbits(text.edges).tobytes() for text in texts),
        "page": _blobs(_page(text).tobytes() for text in texts),
    }


def _dropped(text: Text) -> NDArray[np.uint32]:
    """The places of the text that folding leaves out."""
    left_out = np.ones(len(text.raw), dtype=bool)
    left_out[text.origin] = False
    return np.flatnonzero(left_out).astype("<u4")


def _page(text: Text) -> NDArray[np.uint32]:
    """For each character of `raw` its place on the page; nothing where they are the same."""
    if not text.places:
        return np.zeros(0, dtype="<u4")
    page = np.zeros(len(text.raw), dtype="<u4")
    for at, paragraph in text.places:
        offsets = [place for span in paragraph.spans for place in range(span.start, span.end)]
        page[at : at + len(offsets)] = offsets
    return page


def _blobs(values: Iterable[bytes]) -> NDArray[Any]:
    rows = list(values)
    blobs = np.empty(len(rows), dtype=object)
    blobs[:] = rows
    return blobs


@dataclass(frozen=True)
class Gathered:
    """The articles of a table as one collection, and each of them as a text."""

    articles: Columns
    collection: Collection
    scaled: NDArray[np.uint16]
    """The bits of the characters of the collection, in parts of one."""

    @classmethod
    def of(cls, articles: Columns) -> Gathered:
        """All articles at once, a break behind each; codes and bits are taken out of their columns."""
        codes = np.frombuffer(b"".join(articles.pop("codes")), dtype="<u4")
        scaled = np.frombuffer(b"".join(articles.pop("bits")), dtype="<u2")
        start = np.append(0, np.cumsum(articles["size"].astype(np.int64) + 1))
        return cls(articles, Collection(codes, start), scaled)

    @property
    def bits(self) -> NDArray[np.float32]:
        """The bits of the characters, an array to write to; as short floats hold them exactly."""
        bits: NDArray[np.float32] = self.scaled.astype(np.float32)
        bits *= np.float32(1 / SCALE)
        return bits

    def text(self, at: int) -> ReadyText:
        """The article in row `at` of the table."""
        raw, page, edges, dropped = (self.articles[name][at] for name in ("text", "page", "edges", "dropped"))
        raw = decoded(raw)
        kept = np.ones(len(raw), dtype=bool)
        kept[np.frombuffer(dropped, dtype="<u4")] = False
        origin = np.flatnonzero(kept).astype(np.int32)
        start = int(self.collection.start[at])
        return ReadyText(
            raw,
            self.collection.codes[start : start + len(origin)],
            origin,
            ends=np.unpackbits(np.frombuffer(edges, dtype=np.uint8), count=len(origin) + 1).astype(bool),
            page=np.frombuffer(page, dtype="<u4")[origin] if page else origin,
        )
