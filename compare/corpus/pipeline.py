"""From articles to the rows they share: read, weigh, bring together, align; each stage goes on where it stopped."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from compare.corpus import queries as sql
from compare.corpus import seals
from compare.corpus.alignment import Aligner
from compare.corpus.articles import Article
from compare.corpus.columns import ARTICLES, KNOWN, POSTINGS, ROWS
from compare.corpus.engines import connect
from compare.corpus.intake import take_in
from compare.corpus.postings import NEEDED, postings
from compare.corpus.rows import Row, within
from compare.corpus.store import Store, name_of_run, temporary, writing
from compare.reference.corpus import ReferenceCorpus, load_reference
from seeds import check
from seeds._version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.corpus.engines import CorpusEngine, Progress
    from seeds.page import Piece

MOST = 10
"""Windows at more places in the corpus are usual there and bring no articles together."""


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
        check.number("expect", self.expect)
        check.count("most", self.most, least=2)
        check.count("jobs", self.jobs)


def find_reuse(
    docs: Iterable[tuple[str, Piece | str]],
    *,
    reference: ReferenceCorpus | None = None,
    expect: float = 0.01,
) -> Iterator[Row]:
    """The passages that any two documents share, given as `(id, text or piece)`, sorted by both ids and place.

    `expect` is the number of chance matches to put up with for a text compared with all others. Raises
    `UsageError` for an `expect` not above 0 and for an id that comes twice.
    """
    settings = Settings(expect=expect)

    def rows() -> Iterator[Row]:
        with temporary() as store:
            articles = (Article(name, content) for name, content in docs)
            yield from shared_phrases(articles, store, settings, reference=reference)

    return rows()


def shared_phrases(
    articles: Iterable[Article],
    store: Path | Store,
    settings: Settings | None = None,
    *,
    reference: ReferenceCorpus | None = None,
    progress: Progress | None = None,
) -> Iterator[Row]:
    """The passages that any two articles of the corpus in the folder `store` share, `articles` added to it.

    The rows are sorted by both ids and place, and are the same whether the articles came all at once or a few at a
    time, in whatever order, with whatever engine and number of jobs. What the folder holds already is not worked
    out again. Raises `UsageError` for an id that comes twice, or with another text than it has in the store, of which
    nothing is added then, and `OpedError` for a store that another run is at work in.
    """
    settings, reference = settings or Settings(), reference or load_reference()
    progress = progress or (lambda stage, items, total: items)
    with Store.held(store) if isinstance(store, Path) else nullcontext(store) as held:
        # Another version may cut words or match otherwise.
        versions = {"oped": __version__, "rjieba": version("rjieba")}
        held.rest_on({"background": reference.digest, **versions})
        with connect(
            settings.engine, held.path, jobs=settings.jobs, memory=settings.memory, master=settings.master
        ) as engine:
            take_in(held, progress("reading", articles, None), reference)
            missing = held.without_postings()
            made = engine.each_part(postings, missing, held.path / "postings", POSTINGS, NEEDED)
            for _ in progress("posting", made, len(missing)):
                pass
            count = _align(held, engine, settings, progress)
            yield from within(engine.rows(sql.SORTED_ROWS), count, settings.expect)


def _align(store: Store, engine: CorpusEngine, settings: Settings, progress: Progress) -> int:
    """Make the table `rows`, and keep it; returns how many articles there are."""
    digests = list(store.digests())
    count = len(digests)
    size = _rounded(count)
    asked_with = {"expect": settings.expect, "most": settings.most, "size": size}
    engine.files("articles", store.files("articles"), ARTICLES)
    engine.files("postings", store.files("postings"), POSTINGS)
    last = store.last(asked_with)
    engine.files("known", _kept(last, "known"), KNOWN)
    engine.files("found", _kept(last, "found"), ROWS)
    asked = list(sql.queries(count, size, settings.expect, settings.most))
    for name, query in progress("joining", asked, len(asked)):
        engine.table(name, query)
    engine.drop(sql.SPENT)
    run = name_of_run(digests, asked_with, settings.engine, last.name if last else "")
    blocks = store.blocks(run)
    work = engine.each_block(Aligner(size, settings.expect), blocks, ROWS)
    for _ in progress("aligning", work, engine.count("open_pairs", "block")):
        pass
    engine.files("fresh", sorted(file for file in blocks.rglob("*.parquet") if file.is_file()), ROWS)
    engine.table("rows", f"SELECT * FROM fresh UNION ALL {sql.KEPT_ROWS}")
    unfinished = store.path / "aligned" / f"{run}{seals.UNFINISHED}"
    with writing(store.path):
        unfinished.mkdir()
        engine.save("SELECT * FROM pairs", unfinished / "known")
        engine.save("SELECT * FROM rows", unfinished / "found")
        store.finish(run, unfinished, asked_with)
    return count


def _rounded(articles: int) -> int:
    """The number of articles as alignments are asked for: down to a power of two.

    What is asked of a match grows with the corpus. So it is the same, and what is known can be kept, until the corpus
    has doubled; the rows are told from the exact number, which asks for a bit more.
    """
    return 1 << max(0, articles.bit_length() - 1)


def _kept(last: Path | None, name: str) -> list[Path]:
    path = seals.sealed(last / name) if last else None
    return seals.parquet_files(path) if path else []
