"""The pipeline on DuckDB, in this process and the workers it starts; what memory does not hold goes to disk."""

from __future__ import annotations

import pickle
import re
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache, partial
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING, Any

import duckdb
import numpy as np

from compare.corpus import parquet, seals
from compare.corpus.columns import ARTICLES, columns
from compare.corpus.parquet import reason
from compare.corpus.store import writing
from seeds.errors import InputError, OpedError
from seeds.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from compare.corpus.columns import Columns
    from compare.corpus.engines import BlockStep, Step

AT_ONCE = 1024
"""Rows handed out in one go."""

TOGETHER, PARTS = 1 << 22, 32
"""Hits of a table whose blocks are looked for in all of it, and how many parts one of more is parted into."""

NAMES = ("article", "size", "id", "text", "codes", "dropped", "bits", "edges", "page")
AT_HAND = {name: ARTICLES[name] for name in NAMES} | {"masked": "BLOB"}
"""What aligning asks of an article, and the places of what is masked in it."""

SHELVED = f"""
    SELECT {", ".join(f"x.{name}" for name in NAMES)}, m.places
    FROM articles x SEMI JOIN (SELECT a AS article FROM open_pairs UNION SELECT b FROM open_pairs) o
        ON x.article = o.article
    LEFT JOIN (SELECT article, list(place) AS places FROM masked GROUP BY article) m ON x.article = m.article"""


@dataclass(frozen=True)
class DuckDB:
    """See `compare.corpus.engines.Engine`."""

    connection: duckdb.DuckDBPyConnection
    side: duckdb.DuckDBPyConnection
    """Another, which writes rows in their order."""
    pool: Workers | None
    work: Path
    """Where there is room for what memory does not hold."""

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

    def each_block(self, step: BlockStep, target: Path, schema: Mapping[str, str]) -> Iterator[None]:
        """A worker a block; blocks whose file is there are passed over."""
        there = seals.whole(target)
        query = "SELECT block, count(*) FROM open_hits GROUP BY block ORDER BY block"
        counted: list[tuple[int, int]] = self.connection.execute(query).fetchall()
        left = [(block, count) for block, count in counted if f"{block:020d}" not in there]

        def inputs(shelf: _Shelf) -> Iterator[tuple[Path, list[Columns]]]:
            for block, hits in self._blocks("open_hits", left):
                yield target / f"{block:020d}", [hits, *shelf.of(hits)]

        with NamedTemporaryFile(dir=self.work) as file:
            shelf = _Shelf(file)
            with writing(self.work):
                shelf.put(self.rows(SHELVED) if left else ())
            yield from self._done(partial(_block, step, dict(schema)), inputs(shelf))

    def _blocks(self, table: str, blocks: list[tuple[int, int]]) -> Iterator[tuple[int, Columns]]:
        """The rows of each block. To sort all asks for much memory, to look through all for each grows with the square:
        they are parted into tables, and these again, until one is small.
        """
        total = sum(count for _, count in blocks)
        if total <= TOGETHER or len(blocks) == 1:
            for block, _ in blocks:
                query = f"SELECT * EXCLUDE (block) FROM {table} WHERE block = {block}"
                yield block, parquet.fetched(self.connection, query)
            return
        part, size = f"{table}_", -(-len(blocks) // PARTS)
        for some in (blocks[first : first + size] for first in range(0, len(blocks), size)):
            self.table(part, f"SELECT * FROM {table} WHERE block BETWEEN {some[0][0]} AND {some[-1][0]}")
            yield from self._blocks(part, some)
        self.drop([part])

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


@dataclass(frozen=True)
class _Shelf:
    """Articles in a file, of which any few are read without the others."""

    file: IO[bytes]
    places: dict[int, int] = field(default_factory=dict)

    def put(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Rows of `SHELVED`."""
        for *row, places in rows:
            self.places[row[0]] = self.file.tell()
            pickle.dump((*row, np.array(places or (), "<i4").tobytes()), self.file)

    def of(self, hits: Columns) -> tuple[Columns, Columns]:
        """The articles that some hits are in, and what is masked in them."""
        rows = []
        for number in np.unique(np.concatenate([hits["a"], hits["b"]])).tolist():
            self.file.seek(self.places[number])
            rows.append(pickle.load(self.file))
        articles = columns(AT_HAND, rows)
        masked = [np.frombuffer(places, "<i4") for places in articles.pop("masked")]
        return articles, {
            "article": np.repeat(articles["article"], [*map(len, masked)]),
            "place": np.concatenate(masked),
        }


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
            yield DuckDB(connection, side, pool, work / "spill")


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
