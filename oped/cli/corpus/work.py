"""What does the work on a corpus: `--engine`, `--master`, `--jobs`, `--memory`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click


def work_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options for the engine; the command gets `settings`, and `jobs` goes on to `reading_options`."""

    @click.option(
        "--engine",
        type=click.Choice(["duckdb", "spark"]),
        default="duckdb",
        show_default=True,
        help="What does the work.",
    )
    @click.option("--master", metavar="URL", help="The Spark cluster.  [default: local[JOBS]]")
    @click.option(
        "--memory",
        default="512MB",
        show_default=True,
        metavar="SIZE",
        help="Memory for tables; what exceeds it goes to disk.",
    )
    @functools.wraps(command)
    def run(*args: Any, engine: str, master: str | None, jobs: int, memory: str, **kwargs: Any) -> None:
        from compare.corpus.pipeline import Settings

        settings = Settings(engine=engine, jobs=jobs, memory=memory, master=master)
        command(*args, settings=settings, jobs=jobs, **kwargs)

    return run
