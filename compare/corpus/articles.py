"""Articles made ready for the pipeline, once for each article: folded, weighed in bits, cut into words."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.phrases.text import Text, folded
from seeds.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from compare.background import Background
    from compare.corpus.columns import Columns


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a corpus: an id, its text or the piece of a page that it is, and a date where one is known."""

    id: str
    content: Piece | str
    date: str = ""

    @property
    def digest(self) -> bytes:
        """What tells an article from another of the same id."""
        text = self.content if isinstance(self.content, str) else self.content.body
        return blake2b(f"{self.date}\n{text}".encode("utf-8", "surrogatepass"), digest_size=12).digest()


@dataclass(frozen=True, slots=True)
class ReadyText:
    """A text as the matching wants it, back from a table: see `compare.phrases.text.Text`."""

    raw: str
    codes: NDArray[np.uint32]
    bits: NDArray[np.float64]
    edges: NDArray[np.bool_]
    origin: NDArray[np.int64]
    page: NDArray[np.integer[Any]]

    def __len__(self) -> int:
        return len(self.codes)

    def char(self, place: int) -> str:
        """The character that `codes[place]` stands for."""
        return self.raw[self.origin[place]]

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Where `codes[start:end]` stands on the page, end exclusive."""
        return int(self.page[start]), int(self.page[end - 1]) + 1

    def string(self, start: int, end: int) -> str:
        """What stands in the text for `codes[start:end]`."""
        return self.raw[int(self.origin[start]) : int(self.origin[end - 1]) + 1]


SCALE = 256
"""Bits are kept in this many parts of one, in which `Background.bits` gives them."""


def encoded(text: str) -> bytes:
    """Text as bytes that a table takes, whatever is in it; in the order of code points."""
    return text.encode("utf-8", "surrogatepass")


def decoded(blob: bytes) -> str:
    """The text again."""
    return bytes(blob).decode("utf-8", "surrogatepass")


def ready(first: int, articles: Sequence[Article], background: Background) -> Columns:
    """The table `ARTICLES` of articles numbered from `first`."""
    texts = [_text(article) for article in articles]
    weights = background.bits_of([text.codes for text in texts])
    return {
        "article": np.arange(first, first + len(articles), dtype=np.int32),
        "id": _blobs(encoded(article.id) for article in articles),
        "digest": _blobs(article.digest for article in articles),
        "text": _blobs(encoded(text.raw) for text in texts),
        "date": _blobs(encoded(article.date) for article in articles),
        "size": np.array([len(text) for text in texts], dtype=np.int32),
        "bits": _blobs((weight * SCALE).astype("<u2").tobytes() for weight in weights),
        "edges": _blobs(np.packbits(text.edges).tobytes() for text in texts),
        "page": _blobs(_page(text).tobytes() for text in texts),
    }


def _text(article: Article) -> Text:
    content = article.content
    return Text.of_piece(content) if isinstance(content, Piece) else Text.of_string(content)


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


def texts(articles: Columns) -> list[ReadyText]:
    """The articles of a table."""
    return list(map(_again, *(articles[name] for name in ("text", "size", "bits", "edges", "page"))))


def _again(blob: bytes, size: int, bits: bytes, edges: bytes, page: bytes) -> ReadyText:
    raw = decoded(blob)
    # A line end parts paragraphs of a piece; in plain text it is one space among others.
    codes, origin = folded(raw, breaks=bool(len(page)))
    return ReadyText(
        raw,
        codes,
        np.frombuffer(bits, dtype="<u2") / SCALE,
        np.unpackbits(np.frombuffer(edges, dtype=np.uint8), count=size + 1).astype(bool),
        origin,
        np.frombuffer(page, dtype="<u4")[origin] if page else origin,
    )
