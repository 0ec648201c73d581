"""From articles to the rows they share: read, weigh, bring together, align; each stage goes on where it stopped."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from compare.background import load_background
from compare.corpus import queries as sql
from compare.corpus.alignment import Aligner
from compare.corpus.articles import Article, ready
from compare.corpus.columns import ARTICLES, KNOWN, POSTINGS, ROWS
from compare.corpus.engines import connect
from compare.corpus.postings import NEEDED, postings
from compare.corpus.rows import Row, within
from compare.corpus.store import Store, name_of_run
from seeds.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.background import Background
    from compare.corpus.engines import Engine, Progress
    from seeds.page import Piece

MOST = 50
"""Windows at more places in the corpus are usual there and bring no articles together."""

PART = 1_000_000
"""Characters of a part of the store."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a corpus is worked through.

    `engine` is "duckdb" or "spark", `jobs` the processes at work, `memory` what the tables of DuckDB may take before
    they go to disk, `master` the Spark cluster.
    """

    expect: float = 0.01
    most: int = MOST
    engine: str = "duckdb"
    jobs: int = 1
    memory: str = "512MB"
    master: str | None = None

    def __post_init__(self) -> None:
        if not 0 < self.expect < inf:
            raise UsageError(
                f"expect is {self.expect:g}, but a number of chance matches lies above 0; try 0.01"
            )
        if self.most < 2 or self.jobs < 1:
            raise UsageError("most is 2 or more, and jobs 1 or more")


def find_reuse(
    docs: Iterable[tuple[str, Piece | str]], *, background: Background | None = None, expect: float = 0.01
) -> Iterator[Row]:
    """The passages that any two documents share, given as `(id, text or piece)`, sorted by both ids and place.

    `expect` is the number of chance matches to put up with for a text compared with all others. Raises
    `UsageError` for an `expect` not above 0 and for an id that comes twice.
    """
    settings = Settings(expect=expect)
    with TemporaryDirectory(prefix="oped-") as folder:
        articles = (Article(name, content) for name, content in docs)
        yield from shared_phrases(articles, Path(folder) / "corpus", settings, background=background)


def shared_phrases(
    articles: Iterable[Article],
    store: Path,
    settings: Settings | None = None,
    *,
    background: Background | None = None,
    progress: Progress | None = None,
) -> Iterator[Row]:
    """The passages that any two articles of the corpus in the folder `store` share, `articles` added to it.

    The rows are sorted by both ids and place, and are the same whether the articles came all at once or a few at a
    time, in whatever order, with whatever engine and number of jobs. What the folder holds already is not worked
    out again. Raises `UsageError` for an id that comes twice, or with another text than it has in the store.
    """
    settings, background = settings or Settings(), background or load_background()
    progress = progress or (lambda stage, items, total: items)
    kept = Store.opened(store, background.digest)
    with connect(
        settings.engine, store, jobs=settings.jobs, memory=settings.memory, master=settings.master
    ) as engine:
        _take_in(kept, articles, background, progress)
        missing = [store / "articles" / name for name in kept.without_postings()]
        for _ in progress(
            "posting", engine.each_part(postings, missing, store / "postings", POSTINGS, NEEDED), len(missing)
        ):
            pass
        count = _align(kept, engine, settings, progress)
        yield from within(engine.rows(sql.SORTED_ROWS), count, settings.expect)


def _take_in(store: Store, articles: Iterable[Article], background: Background, progress: Progress) -> None:
    """Add the articles that the store does not have."""
    held = dict(store.digests())
    came: set[str] = set()
    first, batch, size = len(held), [], 0
    for article in progress("reading", articles, None):
        if article.id in came:
            raise UsageError(f"the id {article.id!r} comes twice: give every article an id of its own")
        came.add(article.id)
        if article.id in held:
            if held[article.id] != article.digest:
                raise UsageError(
                    f"the id {article.id!r} has another text in {store.path}: give it an id of its own, "
                    "or begin a new store"
                )
            continue
        batch.append(article)
        size += len(article.content if isinstance(article.content, str) else article.content.body)
        if size >= PART:
            store.add(ready(first, batch, background))
            first, batch, size = first + len(batch), [], 0
    if batch:
        store.add(ready(first, batch, background))


def _align(store: Store, engine: Engine, settings: Settings, progress: Progress) -> int:
    """Make the table `rows`, and keep it; returns how many articles there are."""
    digests = list(store.digests())
    count = len(digests)
    engine.files("articles", store.files("articles"), ARTICLES)
    engine.files("postings", store.files("postings"), POSTINGS)
    last = store.last if store.last and store.last.serves(settings.expect, count) else None
    engine.files("known", [last.path / "known.parquet"] if last else [], KNOWN)
    engine.files("found", [last.path / "found.parquet"] if last else [], ROWS)
    asked = list(sql.queries(count, settings.expect, settings.most))
    for name, query in progress("joining", asked, len(asked)):
        engine.table(name, query)
    engine.drop(sql.SPENT)
    run = name_of_run(
        digests, settings.expect, settings.most, settings.engine, last.path.name if last else ""
    )
    blocks = store.blocks(run)
    work = engine.each_block(
        Aligner(count, settings.expect),
        (sql.HITS_OF_BLOCKS, sql.ARTICLES_OF_BLOCKS, sql.MASKS_OF_BLOCKS),
        blocks,
        ROWS,
    )
    for _ in progress("aligning", work, engine.count("open_pairs", "block")):
        pass
    engine.files("fresh", sorted(file for file in blocks.rglob("*.parquet") if file.is_file()), ROWS)
    engine.table("rows", f"SELECT * FROM fresh UNION ALL {sql.KEPT_ROWS}")
    unfinished = store.path / "aligned" / f"{run}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    engine.save("SELECT * FROM pairs", unfinished / "known.parquet")
    engine.save("SELECT * FROM rows", unfinished / "found.parquet")
    store.finish(run, unfinished, settings.expect, count)
    return count
