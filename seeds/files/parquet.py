"""Parquet: a table of articles, through DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from seeds.errors import InputError
from seeds.files.document import Found, Options
from seeds.files.rows import articles, flat
from seeds.temporary import temporary_folder

_BATCH = 1000


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The articles of the rows, numbered from 1. Raises InputError for what is no readable Parquet."""
    duckdb: Any = import_module("duckdb")
    # By a name of ours: DuckDB reads patterns and key=value out of paths.
    with temporary_folder() as folder:
        path = folder / "rows.parquet"
        try:
            path.write_bytes(data)
        except OSError as problem:
            raise InputError(
                f"{options.where} is Parquet, which needs room for temporary files: {problem.strerror}"
            ) from None
        connection = duckdb.connect()
        try:
            connection.execute("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false")
            table = connection.execute("SELECT * FROM read_parquet(?, hive_partitioning=false)", [str(path)])
            names = [column[0] for column in table.description]
            yield from articles("parquet", options, _rows(table, names), "row")
        except duckdb.Error as problem:
            said = str(problem).splitlines()[0].replace(str(path), options.where)
            raise InputError(f"{options.where} is not a readable Parquet file: {said}") from None
        finally:
            connection.close()


def _rows(table: Any, names: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    while batch := table.fetchmany(_BATCH):
        for cells in batch:
            number += 1
            yield number, flat(dict(zip(names, cells, strict=True)))
