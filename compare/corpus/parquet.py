"""Columns to Parquet files and back, through DuckDB. A file is there whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from compare.corpus.columns import TYPES
from seeds.errors import OpedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from compare.corpus.columns import Columns

REGISTERED = "columns_at_hand"
"""The table that columns are for the time of a query."""


def write(path: Path, made: Columns, schema: Mapping[str, str]) -> None:
    """Write columns of a schema, under another name first. Raises `OpedError` when it cannot."""
    kinds = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in schema.items())
    with (
        _whole(path) as unfinished,
        _database().cursor() as connection,
        registered(connection, made),
    ):
        _copy(connection, f"(SELECT {kinds} FROM {REGISTERED})", unfinished)


def write_chunks(path: Path, chunks: Iterable[Columns], schema: Mapping[str, str]) -> None:
    """Write columns that do not fit into memory all at once."""
    with _whole(path) as unfinished, _database().cursor() as connection:
        connection.execute(f"CREATE TEMP TABLE made ({definition(schema)})")
        for chunk in chunks:
            insert(connection, "made", chunk)
        _copy(connection, "made", unfinished)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        yield unfinished
        unfinished.replace(path)
    except (duckdb.IOException, OSError) as problem:
        unfinished.unlink(missing_ok=True)
        raise OpedError(
            f"cannot write {str(path)!r}: {reason(problem)}; make room there or name another place"
        ) from problem
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _copy(connection: DuckDBPyConnection, source: str, path: Path) -> None:
    connection.execute(f"COPY {source} TO {quoted(path)} (FORMAT parquet, COMPRESSION snappy)")


@cache
def _database() -> DuckDBPyConnection:
    """One for a process, with nothing in it: to open one takes longer than to write most files."""
    return duckdb.connect(config={"threads": 1})


def read(path: Path, names: Iterable[str] = ("*",)) -> Columns:
    """All of a file, or those of its columns."""
    with _database().cursor() as connection:
        return fetched(connection, f"SELECT {', '.join(names)} FROM read_parquet({quoted(path)})")


def reason(problem: Exception) -> str:
    """What an error of DuckDB or of the system says, in a few words of one line."""
    said = getattr(problem, "strerror", None) or str(problem).partition("\n")[0]
    return str(said).removeprefix("IO Error: ")


def definition(schema: Mapping[str, str]) -> str:
    """A schema as SQL."""
    return ", ".join(f'"{name}" {kind}' for name, kind in schema.items())


def insert(connection: DuckDBPyConnection, table: str, chunk: Columns) -> None:
    """Add columns to a table."""
    if len(next(iter(chunk.values()))):
        with registered(connection, chunk):
            connection.execute(f"INSERT INTO {table} SELECT * FROM {REGISTERED}")


@contextmanager
def registered(connection: DuckDBPyConnection, chunk: Columns) -> Iterator[None]:
    """Columns as the table `REGISTERED`."""
    connection.register(REGISTERED, chunk)
    try:
        yield
    finally:
        connection.unregister(REGISTERED)


def fetched(connection: DuckDBPyConnection, query: str) -> Columns:
    """The rows of a query as columns; nothing in them may be NULL."""
    found = connection.execute(query).fetchnumpy()
    return {name: np.asarray(column) for name, column in found.items()}


def empty(schema: Mapping[str, str]) -> Columns:
    """Columns without rows."""
    return {name: np.zeros(0, dtype=TYPES[kind]) for name, kind in schema.items()}


def quoted(text: object) -> str:
    """A string as SQL has it."""
    return "'" + str(text).replace("'", "''") + "'"
