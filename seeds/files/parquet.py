"""Parquet: a table of articles, through DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from seeds.errors import InputError
from seeds.files.document import Found, Options
from seeds.files.objects import flat
from seeds.files.rows import articles
from seeds.temporary import temporary_folder

_BATCH = 100


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
            size = "SELECT sum(total_uncompressed_size) FROM parquet_metadata(?)"
            ((held,),) = connection.execute(size, [str(path)]).fetchall()
            if (held or 0) > options.growth(len(data)):
                raise options.too_large(options.growth(len(data)))
            table = connection.execute("SELECT * FROM read_parquet(?, hive_partitioning=false)", [str(path)])
            names = [column[0] for column in table.description]
            yield from articles("parquet", options, _rows(table, names, options, len(data)), "row")
        except duckdb.Error as problem:
            said = str(problem).splitlines()[0].replace(str(path), options.where)
            raise InputError(f"{options.where} is not a readable Parquet file: {said}") from None
        finally:
            connection.close()


def _rows(
    table: Any, names: list[str], options: Options, packed: int
) -> Iterator[tuple[int, dict[str, Any]]]:
    number, held = 0, 0
    while batch := table.fetchmany(_BATCH):
        for cells in batch:
            number += 1
            held += sum(len(cell) for cell in cells if isinstance(cell, (str, bytes)))
            if held > options.growth(packed):  # A text that many rows have is packed once.
                raise options.too_large(options.growth(packed))
            yield number, flat(dict(zip(names, cells, strict=True)))
