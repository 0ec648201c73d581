"""Columns to Parquet files and back, through DuckDB. A file is there whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
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


def write(path: Path, chunks: Iterable[Columns], schema: Mapping[str, str]) -> None:
    """Write columns of a schema, chunk by chunk, under another name first. Raises `OpedError` when it cannot."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        _write(unfinished, chunks, schema)
        unfinished.replace(path)
    except (duckdb.IOException, OSError) as problem:
        unfinished.unlink(missing_ok=True)
        raise OpedError(f"cannot write {path}: {problem}") from problem


def _write(path: Path, chunks: Iterable[Columns], schema: Mapping[str, str]) -> None:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(f"CREATE TABLE made ({definition(schema)})")
        for chunk in chunks:
            insert(connection, "made", chunk)
        connection.execute(f"COPY made TO {quoted(path)} (FORMAT parquet, COMPRESSION snappy)")


def read(path: Path) -> Columns:
    """All of a file."""
    with duckdb.connect(config={"threads": 1}) as connection:
        return fetched(connection, f"SELECT * FROM read_parquet({quoted(path)})")


def definition(schema: Mapping[str, str]) -> str:
    """A schema as SQL."""
    return ", ".join(f'"{name}" {kind}' for name, kind in schema.items())


def insert(connection: DuckDBPyConnection, table: str, chunk: Columns) -> None:
    """Add columns to a table."""
    if len(next(iter(chunk.values()))):
        with registered(connection, chunk):
            connection.execute(f"INSERT INTO {table} SELECT * FROM chunk_to_insert")


@contextmanager
def registered(connection: DuckDBPyConnection, chunk: Columns) -> Iterator[None]:
    """Columns as the table `chunk_to_insert`."""
    connection.register("chunk_to_insert", chunk)
    try:
        yield
    finally:
        connection.unregister("chunk_to_insert")


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
