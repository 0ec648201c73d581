"""Columns to Parquet files and back, through DuckDB."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np
from duckdb import DuckDBPyConnection

from compare.corpus.columns import Columns
from compare.corpus.seals import seal
from seeds.errors import OpedError
from seeds.whole_file import whole_path

REGISTERED = "columns_at_hand"
"""The table that columns are for the time of a query."""


def write(database: DuckDBPyConnection, place: Path, made: Columns, schema: Mapping[str, str]) -> Path:
    """Write columns of a schema to a sealed file of that place, whose path is returned: see `compare.corpus.seals`.

    Raises `OpedError` when it cannot.
    """
    kinds = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in schema.items())
    unfinished = place.with_name(f"{place.name}.unfinished")
    try:
        with database.cursor() as connection, registered(connection, made):
            copy(connection, f"(SELECT {kinds} FROM {REGISTERED})", unfinished)
        return seal(unfinished, place)
    except (duckdb.IOException, OSError) as problem:
        unfinished.unlink(missing_ok=True)
        raise _cannot_write(place, problem) from problem


def write_chunks(path: Path, chunks: Iterable[Columns], schema: Mapping[str, str]) -> None:
    """Write columns that do not fit into memory all at once to a file for others; it is there whole or not at all."""
    try:
        str(path).encode()  # DuckDB takes no other names.
        with whole_path(path) as unfinished, opened() as connection:
            connection.execute(f"CREATE TEMP TABLE made ({definition(schema)})")
            for chunk in chunks:
                insert(connection, "made", chunk)
            copy(connection, "made", unfinished)
    except (duckdb.IOException, OSError) as problem:
        raise _cannot_write(path, problem) from problem
    except UnicodeEncodeError:
        raise OpedError(
            f"cannot write {str(path)!r} as Parquet: the name is not UTF-8; name another place"
        ) from None


def _cannot_write(path: Path, problem: Exception) -> OpedError:
    return OpedError(f"cannot write {str(path)!r}: {reason(problem)}; make room there or name another place")


def copy(connection: DuckDBPyConnection, source: str, path: Path) -> None:
    """Write a table, or a query in brackets, to a file of that very name."""
    connection.execute(
        f"COPY {source} TO {quoted(path)} (FORMAT parquet, COMPRESSION snappy, USE_TMP_FILE false)"
    )


def opened() -> DuckDBPyConnection:
    """A database with nothing in it, to be closed when its work is done.

    To open one takes longer than to write most files, so have one for many. But have none for ever: none lives through
    a fork, where a child would wait for threads that are not there.
    """
    return duckdb.connect(config={"threads": 1})


def read(database: DuckDBPyConnection, path: Path, names: Iterable[str] = ("*",)) -> Columns:
    """All of a file, or those of its columns."""
    with database.cursor() as connection:
        return fetched(connection, f"SELECT {', '.join(names)} FROM {scan([path])}")


def scan(paths: Iterable[Path]) -> str:
    """Files as a table of SQL, each by its very name: * and [ are signs, and a folder called year=2021 is a folder."""
    listed = ", ".join(quoted(literal(path)) for path in paths)
    return f"read_parquet([{listed}], hive_partitioning = false)"


def literal(path: Path) -> str:
    """A path as a pattern that only it matches."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(path.absolute()))


def reason(problem: Exception) -> str:
    """What an error of DuckDB or of the system says, in a few words of one line; of a system error only its name."""
    if strerror := getattr(problem, "strerror", None):
        return str(strerror)
    said = str(problem)
    if number := re.search(r'"errno"\s*:\s*"(\d+)"', said):
        return os.strerror(int(number[1]))
    for known in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EACCES, errno.EROFS):
        if os.strerror(known) in said:
            return os.strerror(known)
    return said.partition("\n")[0].removeprefix("IO Error: ")


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


def quoted(text: object) -> str:
    """A string as SQL has it."""
    return "'" + str(text).replace("'", "''") + "'"
