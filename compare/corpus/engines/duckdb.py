"""The pipeline on DuckDB, in this process and the workers it starts; what memory does not hold goes to disk."""

from __future__ import annotations

import re
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import duckdb

from compare.corpus import parquet, seals
from compare.corpus.parquet import reason
from seeds.errors import InputError, OpedError
from seeds.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from compare.corpus.columns import Columns
    from compare.corpus.engines import BlockStep, Step

AT_ONCE = 4096
"""Rows handed out in one go."""

TOGETHER, NEAR, GROUPS = 1 << 22, 1 << 11, 32
"""Hits, and among them articles, that are read in one go, at least, and how often that is done at most."""


@dataclass(frozen=True)
class DuckDB:
    """See `compare.corpus.engines.Engine`."""

    connection: duckdb.DuckDBPyConnection
    side: duckdb.DuckDBPyConnection
    """Another, which writes rows in their order."""
    pool: Workers | None
    jobs: int

    def files(self, name: str, paths: list[Path], schema: Mapping[str, str]) -> None:
        """A view of the files, read when it is asked for."""
        self.connection.execute(f"DROP VIEW IF EXISTS {name}; DROP TABLE IF EXISTS {name}")
        if paths:
            self.connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {parquet.scan(paths)}")
        else:
            self.connection.execute(f"CREATE TABLE {name} ({parquet.definition(schema)})")

    def table(self, name: str, query: str) -> None:
        """A table in memory, or on disk when there is no room for it."""
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query}")

    def drop(self, names: Iterable[str]) -> None:
        """Their memory is free again."""
        for name in names:
            self.connection.execute(f"DROP TABLE {name}")

    def each_part(
        self,
        step: Step,
        sources: list[Path],
        target: Path,
        schema: Mapping[str, str],
        columns: Sequence[str] = ("*",),
    ) -> Iterator[None]:
        """A worker a part."""
        work = partial(_part, step, target, dict(schema), columns)
        return self._done(work, sources)

    def each_block(
        self, step: BlockStep, queries: tuple[str, str, str], target: Path, schema: Mapping[str, str]
    ) -> Iterator[None]:
        """A worker a block; blocks whose file is there are passed over."""
        tables = ("hits_of_group", "articles_of_group", "masks_of_group")

        def some(table: int, blocks: list[int]) -> None:
            """Make a table of the rows of some blocks. Not sorted, which asks for much memory."""
            between = f"WHERE block BETWEEN {blocks[0]} AND {blocks[-1]}"
            self.table(tables[table], f"SELECT * FROM ({queries[table]}) {between}")

        def inputs() -> Iterator[tuple[Path, list[Columns]]]:
            for blocks in self._together(queries[0], TOGETHER):
                places = {block: target / f"{block:020d}" for block in blocks}
                places = {block: place for block, place in places.items() if seals.sealed(place) is None}
                if not places:
                    continue
                some(0, blocks)
                some(2, blocks)
                held = f"SELECT * FROM ({queries[1]}) WHERE block BETWEEN {min(places)} AND {max(places)}"
                # Articles are long: those of a few blocks, which stand near each other, fit into memory.
                for near in self._together(held, NEAR):
                    some(1, near)
                    for block in filter(places.__contains__, near):
                        query = f"SELECT * EXCLUDE (block) FROM {{}} WHERE block = {block}"
                        columns = [parquet.fetched(self.connection, query.format(each)) for each in tables]
                        yield places[block], columns

        return self._done(partial(_block, step, dict(schema)), inputs())

    def _together(self, query: str, least: int) -> Iterator[list[int]]:
        """Blocks in order, those together of which so many rows of a query, and more, are read in one go."""
        counted = self.connection.execute(
            f"SELECT block, count(*) FROM ({query}) GROUP BY block ORDER BY block"
        ).fetchall()
        enough = max(least, sum(count for _, count in counted) // GROUPS)
        blocks: list[int] = []
        held = 0
        for block, count in counted:
            blocks.append(block)
            held += count
            if held >= enough:
                yield blocks
                blocks, held = [], 0
        if blocks:
            yield blocks

    def _done(self, work: Callable[..., None], inputs: Iterable[Any]) -> Iterator[None]:
        """Run work on inputs, here or by the workers."""
        return self.pool.each(work, inputs) if self.pool else map(partial(work, database=self.side), inputs)

    def count(self, name: str, column: str) -> int:
        """Counted by the engine."""
        found = self.connection.execute(f"SELECT count(DISTINCT {column}) FROM {name}").fetchone()
        return int(found[0]) if found else 0

    def save(self, query: str, place: Path) -> None:
        """One file."""
        unfinished = place.with_name(place.name + seals.UNFINISHED)
        parquet.copy(self.connection, f"({query})", unfinished)
        seals.seal(unfinished, place)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Fetched a few thousand at a time."""
        found = self.connection.execute(query)
        while chunk := found.fetchmany(AT_ONCE):
            yield from chunk


def _part(
    step: Step,
    target: Path,
    schema: dict[str, str],
    columns: Sequence[str],
    source: Path,
    database: duckdb.DuckDBPyConnection | None = None,
) -> None:
    database = database or _of_a_worker()
    place = target / seals.place_of(source)
    parquet.write(database, place, step(parquet.read(database, source, columns)), schema)


def _block(
    step: BlockStep,
    schema: dict[str, str],
    block: tuple[Path, list[Columns]],
    database: duckdb.DuckDBPyConnection | None = None,
) -> None:
    place, tables = block
    parquet.write(database or _of_a_worker(), place, step(*tables), schema)


@cache
def _of_a_worker() -> duckdb.DuckDBPyConnection:
    """The database of this process, which is a worker and ends with its work."""
    return parquet.opened()


@contextmanager
def connect(work: Path, *, jobs: int, memory: str, master: str | None) -> Iterator[DuckDB]:
    """DuckDB with `jobs` threads, as many workers and so much `memory`; what does not fit goes to the folder `work`."""
    del master  # There is no cluster to name.
    try:
        connection = duckdb.connect(
            config={
                "threads": jobs,
                "memory_limit": memory,
                "preserve_insertion_order": False,
                "temp_directory": str(work / "spill"),
            }
        )
    except duckdb.Error as error:
        raise OpedError(f"DuckDB cannot start with a memory of {memory}: {reason(error)}") from error
    with connection, parquet.opened() as side, _faults_told(work, memory):
        # It draws one on standard output wherever __main__ has no file: at a prompt, and in workers of other programs.
        connection.execute("SET enable_progress_bar = false")
        with Workers(jobs) if jobs > 1 else nullcontext() as pool:
            yield DuckDB(connection, side, pool, jobs)


_INTERRUPTED = re.compile(r"^Query interrupted$|(?:^|: )KeyboardInterrupt(?::\s*)?$", re.MULTILINE)


@contextmanager
def _faults_told(work: Path, memory: str) -> Iterator[None]:
    """Turns errors of DuckDB and workers into `OpedError`s that say what to do."""
    try:
        yield
    except (duckdb.Error, RuntimeError) as error:
        # So DuckDB calls Ctrl-C in the middle of a query, or of what Python does in one.
        if _INTERRUPTED.search(str(error)):
            raise KeyboardInterrupt from None
        if isinstance(error, duckdb.OutOfMemoryException):
            raise OpedError(f"a memory of {memory} is too little: give more by --memory") from error
        if isinstance(error, duckdb.IOException):
            raise OpedError(
                f"the working files in {work} cannot be written or read: {reason(error)}; give the disk room, or "
                f"remove {work} and run again"
            ) from error
        if isinstance(error, duckdb.Error):
            raise InputError(
                f"{work} holds a file that is spoiled ({reason(error)}): remove {work} and run again"
            ) from error
        raise
