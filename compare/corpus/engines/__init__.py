"""What the pipeline runs on: DuckDB in this process, or a Spark cluster."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from seeds.errors import EngineUnavailableError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Any

    from compare.corpus.columns import Columns

    Step = Callable[[Columns], Columns]
    BlockStep = Callable[[Columns, Columns, Columns], Columns]
    Progress = Callable[[str, Iterable[Any], int | None], Iterable[Any]]

ENGINES = {"duckdb": "compare.corpus.engines.duckdb", "spark": "compare.corpus.engines.spark"}
"""Engine name to the module whose `connect` opens it."""


class CorpusEngine(Protocol):
    """Tables by name, SQL over them, and steps of ours that are given rows and give rows."""

    def files(self, name: str, paths: list[Path], schema: Mapping[str, str]) -> None:
        """Call the rows of Parquet files `name`; without files a table without rows."""

    def table(self, name: str, query: str) -> None:
        """Call the rows of a query `name`."""

    def drop(self, names: Iterable[str]) -> None:
        """Forget tables that nothing asks for any more."""

    def each_part(
        self,
        step: Step,
        sources: list[Path],
        target: Path,
        schema: Mapping[str, str],
        columns: Sequence[str] = ("*",),
    ) -> Iterator[None]:
        """Run a step over each of the sealed files, or over some of their columns, the result a sealed file of the same
        place in the folder `target`.
        """

    def each_block(self, step: BlockStep, target: Path, schema: Mapping[str, str]) -> Iterator[None]:
        """Run a step over the rows of `open_hits` of each `block`, the articles that these are in and what is `masked`
        there, the results in the folder `target`.
        """

    def count(self, name: str, column: str) -> int:
        """How many distinct values a column of a table has."""

    def save(self, query: str, place: Path) -> None:
        """The rows of a query as a sealed Parquet file or a folder of such files: see `compare.corpus.seals`."""

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query in their order."""


def connect(
    name: str, work: Path, *, jobs: int, memory: str, master: str | None
) -> AbstractContextManager[CorpusEngine]:
    """An engine of that name with `work` as its place for what memory does not hold.

    Raises `UsageError` for an unknown name, `EngineUnavailableError` when its package is not installed.
    """
    if name not in ENGINES:
        raise UsageError(f"there is no corpus engine {name!r}; there are {', '.join(ENGINES)}")
    try:
        module = import_module(ENGINES[name])
    except ImportError as error:
        extra = "oped[spark]" if name == "spark" else "oped"
        raise EngineUnavailableError(
            f"the corpus engine '{name}' needs {error.name}: pip install '{extra}'"
        ) from error
    opened: AbstractContextManager[CorpusEngine] = module.connect(
        work, jobs=jobs, memory=memory, master=master
    )
    return opened
