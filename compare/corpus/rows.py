"""The rows of a corpus: passages that two of its articles share, and the files they are written to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np

from compare.corpus import parquet
from compare.corpus.articles import decoded
from compare.corpus.columns import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from compare.corpus.columns import Columns


class Row(NamedTuple):
    """A passage that the articles `a` and `b` share: `sa` to `ea` in the text of `a`, `sb` to `eb` in that of `b`.

    Offsets count characters of the page for an article that is a piece of one. `expect` is how many matches
    with so many `bits` chance would bring for an article compared with all others.
    """

    a: str
    b: str
    sa: int
    ea: int
    sb: int
    eb: int
    kind: Literal["verbatim", "near"]
    bits: float
    expect: float
    text_a: str
    text_b: str

    def to_dict(self) -> dict[str, str | int | float]:
        """A row of the corpus output: bits to two places, expect to three digits."""
        row = self._asdict()
        row["bits"], row["expect"] = round(self.bits, 2), float(f"{self.expect:.3g}")
        return row


def within(found: Iterator[tuple[Any, ...]], articles: int, expect: float) -> Iterator[Row]:
    """The rows of the table of sorted rows that are expected by chance at most `expect` times."""
    for a, b, sa, ea, sb, eb, near, bits, places, text_a, text_b in found:
        expected = float(places * max(1, articles - 1) * 2.0**-bits)
        if expected <= expect:
            kind: Literal["verbatim", "near"] = "near" if near else "verbatim"
            texts = decoded(text_a), decoded(text_b)
            yield Row(decoded(a), decoded(b), sa, ea, sb, eb, kind, bits, expected, *texts)


FILE = {
    "a": "VARCHAR",
    "b": "VARCHAR",
    "sa": "INTEGER",
    "ea": "INTEGER",
    "sb": "INTEGER",
    "eb": "INTEGER",
    "kind": "VARCHAR",
    "bits": "DOUBLE",
    "expect": "DOUBLE",
    "text_a": "VARCHAR",
    "text_b": "VARCHAR",
}
"""The columns of a Parquet file of rows."""

CHUNK = 20_000
"""Rows of a Parquet file that are gathered at a time."""


def save_parquet(path: Path, rows: Iterable[Row]) -> None:
    """Write rows to a Parquet file; what UTF-8 cannot carry stands in it as an escape."""
    parquet.write_chunks(path, _chunks(iter(rows)), FILE)


def _chunks(rows: Iterator[Row]) -> Iterator[Columns]:
    while taken := [row.to_dict() for row in islice(rows, CHUNK)]:
        chunk: Columns = {}
        for name, kind in FILE.items():
            chunk[name] = np.empty(len(taken), dtype=TYPES.get(kind, object))
            chunk[name][:] = [_plain(row[name]) for row in taken]
        yield chunk


def _plain(value: str | float) -> str | float:
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
