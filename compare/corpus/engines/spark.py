"""The pipeline on Spark: for corpora that outgrow a machine. The store must lie where driver and workers reach it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas  # noqa: F401 - named in the error when it is missing: Spark's Arrow steps need it
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from compare.corpus import seals
from compare.corpus.columns import TYPES, Columns
from seeds.errors import EngineUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from compare.corpus.engines import BlockStep, Step

ARROW = {
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "SMALLINT": pa.int16(),
    "DOUBLE": pa.float64(),
    "BLOB": pa.binary(),
}
SPARK = {"BLOB": "BINARY"}
"""Types that Spark calls otherwise."""


@dataclass(frozen=True)
class Spark:
    """See `compare.corpus.engines.Engine`."""

    session: SparkSession
    tables: Path
    """The folder where tables are kept while the engine is at work."""

    def files(self, name: str, paths: list[Path], schema: Mapping[str, str]) -> None:
        """A view of the files."""
        wanted = definition(schema)
        frame = (
            self.session.read.schema(wanted).parquet(*map(_literal, paths)) if paths else self._empty(wanted)
        )
        frame.createOrReplaceTempView(name)

    def _empty(self, schema: str) -> DataFrame:
        return self.session.createDataFrame([], schema)

    def table(self, name: str, query: str) -> None:
        """A file that is worked out once: the plan of a query is then no longer than the query."""
        path = self.tables / name
        self.session.sql(query).write.mode("overwrite").parquet(str(path))
        self.session.read.parquet(_literal(path)).createOrReplaceTempView(name)

    def drop(self, names: Iterable[str]) -> None:
        """Their files are gone."""
        for name in names:
            self.session.catalog.dropTempView(name)
            shutil.rmtree(self.tables / name)

    def each_part(
        self,
        step: Step,
        sources: list[Path],
        target: Path,
        schema: Mapping[str, str],
        columns: Sequence[str] = ("*",),
    ) -> Iterator[None]:
        """A job a part, its rows in a folder of the part's name."""
        for source in sources:
            frame = self.session.read.parquet(_literal(source)).select(*columns)
            frame = frame.mapInArrow(_each_batch(step, dict(schema)), definition(schema))
            _save(frame, target / seals.place_of(source))
            yield

    def each_block(self, step: BlockStep, target: Path, schema: Mapping[str, str]) -> Iterator[None]:
        """One job for all blocks, each on one worker."""
        hits = self.session.sql("SELECT * FROM open_hits")
        # Spark groups two frames together: what is masked comes with the article it is masked in.
        lists = self.session.sql(
            """SELECT o.block, x.*, m.places
               FROM (SELECT block, a AS article FROM open_pairs UNION SELECT block, b FROM open_pairs) o
               JOIN articles x ON o.article = x.article
               LEFT JOIN (SELECT article, collect_list(place) AS places FROM masked GROUP BY article) m
               ON o.article = m.article"""
        )
        # Renamed columns are new to Spark, which else takes the blocks of both frames for one column.
        hits, lists = (frame.toDF(*frame.columns) for frame in (hits, lists))
        grouped = hits.groupBy("block").cogroup(lists.groupBy("block"))
        rows = grouped.applyInArrow(_each_group(step, dict(schema)), definition(schema))
        rows.write.mode("overwrite").parquet(str(target / "rows.parquet"))
        yield

    def count(self, name: str, column: str) -> int:
        """One job, whatever the number of blocks."""
        del name, column
        return 1

    def save(self, query: str, place: Path) -> None:
        """A folder of files."""
        _save(self.session.sql(query), place)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Fetched a partition at a time."""
        yield from (tuple(row) for row in self.session.sql(query).toLocalIterator())


def _save(frame: DataFrame, place: Path) -> None:
    unfinished = place.with_name(place.name + seals.UNFINISHED)
    frame.write.mode("overwrite").parquet(str(unfinished))
    seals.seal(unfinished, place)


def _literal(path: Path) -> str:
    """A path as a pattern of Hadoop that only it matches."""
    return re.sub(r"[*?\[\]{}\\]", r"\\\g<0>", str(path))


def definition(schema: Mapping[str, str]) -> str:
    """A schema as Spark writes it."""
    return ", ".join(f"`{name}` {SPARK.get(kind, kind)}" for name, kind in schema.items())


def _columns(table: pa.Table, *but: str) -> Columns:
    return {name: table.column(name).to_numpy() for name in table.column_names if name not in but}


def _table(made: Columns, schema: dict[str, str]) -> pa.Table:
    arrays = [pa.array(made[name].astype(TYPES[kind]), type=ARROW[kind]) for name, kind in schema.items()]
    return pa.Table.from_arrays(arrays, names=list(schema))


def _each_batch(
    step: Step, schema: dict[str, str]
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            if batch.num_rows:
                yield from _table(step(_columns(pa.Table.from_batches([batch]))), schema).to_batches()

    return run


def _each_group(step: BlockStep, schema: dict[str, str]) -> Callable[[pa.Table, pa.Table], pa.Table]:
    def run(hits: pa.Table, articles: pa.Table) -> pa.Table:
        masked = articles.select(["article", "places"]).to_pandas().explode("places").dropna()
        places = {
            name: masked[key].to_numpy(dtype="int64")
            for name, key in (("article", "article"), ("place", "places"))
        }
        return _table(step(_columns(hits, "block"), _columns(articles, "block", "places"), places), schema)

    return run


@contextmanager
def connect(work: Path, *, jobs: int, memory: str, master: str | None) -> Iterator[Spark]:
    """A Spark session on the cluster `master`, or on `jobs` threads of this machine."""
    del memory  # Spark has settings of its own for it.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    local = master is None or master.startswith("local")
    builder = (
        SparkSession.builder.appName("oped corpus")
        .master(master or f"local[{jobs}]")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.ansi.enabled", "true")
    )
    if local:
        builder = (
            builder.config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.local.dir", str(work))
            .config("spark.sql.shuffle.partitions", str(max(4, 2 * jobs)))
        )
    try:
        session = builder.getOrCreate()
    except Exception as error:
        raise EngineUnavailableError(
            f"Spark does not start ({type(error).__name__}): it needs Java 17 or later, and a cluster that answers"
        ) from error
    session.sparkContext.setLogLevel("ERROR")
    tables = work / "spill" / "tables"
    try:
        yield Spark(session, tables)
    finally:
        session.stop()
        shutil.rmtree(tables, ignore_errors=True)
