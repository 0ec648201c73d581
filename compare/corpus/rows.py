"""The rows of a corpus: passages that two of its articles share, and the files they are written to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_type_hints

import numpy as np

from compare.corpus import parquet
from compare.corpus.articles import decoded
from compare.corpus.columns import TYPES, Columns


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
    date_a: str = ""
    date_b: str = ""
    source_a: str = ""
    source_b: str = ""
    title_a: str = ""
    title_b: str = ""
    author_a: str = ""
    author_b: str = ""

    @property
    def earlier(self) -> str | None:
        """The id of the article that was printed first, None where dates do not tell."""
        if (
            not self.date_a
            or not self.date_b
            or self.date_a.startswith(self.date_b)
            or self.date_b.startswith(self.date_a)
        ):
            return None
        return self.a if self.date_a < self.date_b else self.b

    def to_dict(self) -> dict[str, str | int | float]:
        """A row of the corpus output: bits to two places, expect to three digits; "" for a field not known."""
        row = self._asdict()
        row["bits"], row["expect"] = round(self.bits, 2), float(f"{self.expect:.3g}")
        return row


def within(found: Iterator[tuple[Any, ...]], articles: int, expect: float) -> Iterator[Row]:
    """The rows of the table of sorted rows that are expected by chance at most `expect` times."""
    for a, b, sa, ea, sb, eb, near, bits, places, *told in found:
        expected = float(places * max(1, articles - 1) * 2.0**-bits)
        if expected <= expect:
            kind: Literal["verbatim", "near"] = "near" if near else "verbatim"
            yield Row(decoded(a), decoded(b), sa, ea, sb, eb, kind, bits, expected, *map(decoded, told))


FIELDS: dict[str, type] = {
    name: kind if kind in (int, float) else str for name, kind in get_type_hints(Row).items()
}
"""The fields of a row, and of which type each is."""
FILE = {name: {str: "VARCHAR", int: "INTEGER", float: "DOUBLE"}[kind] for name, kind in FIELDS.items()}
"""The columns of a Parquet file of rows."""

CHUNK = 20_000
"""Rows of a Parquet file that are gathered at a time."""


def save_parquet(path: Path, rows: Iterable[Row]) -> None:
    """Write rows to a Parquet file; what UTF-8 cannot carry stands in it as an escape."""
    parquet.write_chunks(path, _chunks(iter(rows)), FILE)


def _chunks(rows: Iterator[Row]) -> Iterator[Columns]:
    while taken := list(islice(rows, CHUNK)):
        yield columns_of(taken)


def columns_of(rows: Sequence[Row]) -> Columns:
    """Rows as the columns of `FILE`."""
    told = [row.to_dict() for row in rows]
    made: Columns = {}
    for name, kind in FILE.items():
        made[name] = np.empty(len(told), dtype=TYPES.get(kind, object))
        made[name][:] = [_plain(row[name]) for row in told]
    return made


def _plain(value: str | float) -> str | float:
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
