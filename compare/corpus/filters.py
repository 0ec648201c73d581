"""Which rows are wanted: by the days between two articles, by their papers and authors, by a condition in SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duckdb import DuckDBPyConnection

    from compare.corpus.rows import Row

FIELDS = ("source", "author")
"""What two articles can be asked to differ in."""
CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Wanted:
    """`within` days of each other (both dated to the day), of different fields in `across`, for which `where` holds.

    `where` is a condition in the SQL of DuckDB over the fields of a row; it reads nothing else. Raises `UsageError` for
    negative days and an unknown field.
    """

    within: int | None = None
    across: tuple[str, ...] = ()
    where: str | None = None

    def __post_init__(self) -> None:
        if self.within is not None and self.within < 0:
            raise UsageError(f"within {self.within} days; count 0 or more")
        for field in self.across:
            if field not in FIELDS:
                raise UsageError(f"no field {field!r} to differ in; choose of {', '.join(FIELDS)}")

    def __call__(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows that are wanted, in their order. Raises `UsageError` for a condition that cannot be read."""
        kept = (row for row in rows if near(row.date_a, row.date_b, self.within) and self._apart(row))
        return kept if self.where is None else self._where(kept, self.where)

    def _apart(self, row: Row) -> bool:
        for field in self.across:
            one, other = getattr(row, f"{field}_a"), getattr(row, f"{field}_b")
            if not one or not other or one == other:
                return False
        return True

    def _where(self, rows: Iterator[Row], condition: str) -> Iterator[Row]:
        import duckdb

        with duckdb.connect(config={"threads": 1, "enable_external_access": False}) as connection:
            while chunk := list(islice(rows, CHUNK)):
                try:
                    yield from (chunk[at] for at in _holding(connection, chunk, condition))
                except duckdb.Error as problem:
                    said = str(problem).partition("\n")[0]
                    raise UsageError(
                        f"--where {condition!r} is no condition on the fields of a row ({said}); "
                        "write it as source_a = '甲报' AND bits > 60"
                    ) from None


def _holding(connection: DuckDBPyConnection, chunk: list[Row], condition: str) -> list[int]:
    import numpy as np

    from compare.corpus.rows import columns_of

    connection.register("rows_at_hand", {**columns_of(chunk), "row_number": np.arange(len(chunk))})
    found = connection.execute(
        f"SELECT row_number FROM rows_at_hand WHERE ({condition}\n) ORDER BY row_number"
    ).fetchall()
    connection.unregister("rows_at_hand")
    return [number for (number,) in found]


def near(one: str, other: str, days: int | None) -> bool:
    """Whether two dates are at most so many days apart; without `days` always, undated never."""
    if days is None:
        return True
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) <= days


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
