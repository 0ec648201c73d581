"""Results as tables of Arrow, from which pandas and polars take them in one line: `to_arrow(rows).to_pandas()`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from seeds.errors import EngineUnavailableError


class Tellable(Protocol):
    """A row, phrase, cluster, usage or key term."""

    def to_dict(self) -> dict[str, Any]:
        """Its fields as plain data."""
        ...


def to_arrow(rows: Iterable[Tellable]) -> Any:
    """Anything with `to_dict` as a `pyarrow.Table`, a row each; lists become list columns.

    `polars.from_arrow(to_arrow(rows))` and `to_arrow(rows).to_pandas()` are frames. Raises `EngineUnavailableError`
    without pyarrow, which comes with the extra `spark`.
    """
    try:
        import pyarrow
    except ImportError:
        raise EngineUnavailableError("tables of Arrow need pyarrow: pip install pyarrow") from None
    return pyarrow.Table.from_pylist([row.to_dict() for row in rows])
