"""`oped corpus pairs`: shared phrases of all pairs of articles."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from errno import EISDIR
from functools import partial
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.corpus.filters import FIELDS, Wanted
from oped.cli import tell
from oped.cli.corpus.work import work_options
from oped.cli.options import (
    NothingReadError,
    Reader,
    comparing_options,
    name_of,
    number,
    pages_argument,
    quiet_option,
    reading_options,
)
from oped.cli.output import as_json, excel_option, write_to
from oped.cli.progress import Progress
from oped.words import LANGUAGES, Labels, Language, language_of_locale
from seeds.errors import OpedError, UsageError
from seeds.whole_file import writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.corpus import Article, Settings
    from compare.corpus.rows import Row
    from compare.corpus.store import Store
    from seeds.page import Page


@click.command(
    "pairs",
    short_help="Shared phrases of all pairs of articles (the default).",
    epilog="\b\nExamples:\n  oped corpus articles.jsonl --out shared.jsonl\n"
    "  oped corpus more.jsonl --store decade --out shared.parquet --jobs 4",
)
@pages_argument()
@click.option(
    "--output", "--out", "-o", "output", default="-", metavar="FILE",
    help="Write to FILE: JSON Lines, or by its name Parquet (.parquet) or CSV (.csv).  [default: standard output]"
)  # fmt: skip
@click.option("--store", metavar="FOLDER", help="Keep the corpus in FOLDER and add the input to it.")
@click.option("--resume", is_flag=True, help="Continue a run that was interrupted.")
@work_options
@number("--most", default=10, least=2, what="Leave out wording that stands at more than N places.")
@number("--within", least=0, metavar="DAYS", what="Only articles at most DAYS days apart.")
@click.option(
    "--across",
    "--between",
    "across",
    type=click.Choice(FIELDS),
    multiple=True,
    help="Only articles of different papers (source) or authors.",
)
@click.option(
    "--where",
    metavar="SQL",
    help="Only rows for which SQL holds, such as \"source_a = '甲报' AND bits > 60\".",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language. [default: that of the locale]")
@excel_option
@partial(comparing_options, expect=0.01)
@quiet_option
@reading_options
def command(
    pages: tuple[str, ...],
    output: str,
    store: str | None,
    resume: bool,
    settings: Settings,
    most: int,
    within: int | None,
    across: tuple[str, ...],
    where: str | None,
    excel: bool,
    expect: float,
    background: str | None,
    lang: Language | None,
    quiet: bool,
    reader: Reader,
) -> None:
    """Find the passages that any two articles of a corpus share, word for word or nearly.

    The corpus is JSON Lines with "id" and "text" and, if there, "date", "title", "source", "author", or files and
    folders of pages. A row is {"a", "b", "sa", "ea", "sb", "eb", "kind", "bits", "expect", "text_a", "text_b"} and the
    fields of both articles, "date_a" to "author_b"; offsets count in the "text" of an article, and in the text of the
    page for pieces of a page, whose ids are PAGE#PIECE.
    """
    from compare.corpus import shared_phrases
    from compare.corpus.rows import FILE, save_parquet
    from compare.reference.corpus import load_reference

    label = Labels(lang or language_of_locale())
    wanted = Wanted(within, across, where)
    usual = load_reference(background)
    with _store(store, output, resume=resume) as held, Progress(label, quiet=quiet) as bars:
        found = shared_phrases(
            articles(reader.pages(pages)),
            held,
            replace(settings, expect=expect, most=most),
            reference=usual,
            progress=lambda stage, items, total: bars.counted(f"corpus.{stage}", items, total),
        )
        tally = _Tally(wanted(found))
        kind = Path(output).suffix.lower()
        if kind == ".parquet":
            save_parquet(Path(output), tally)
        elif kind == ".csv":
            from oped.reports.forms.csv import lines

            write_to(output, lines((row.to_dict() for row in tally), FILE, excel=excel), "--out")
        else:
            write_to(output, (as_json(row.to_dict()) for row in tally), "--out")
    if not quiet and output != "-":
        tell(tally.told(output, label))


class _Tally:
    """Rows, counted as they pass."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows, self.count, self.pairs, self._last = rows, 0, 0, ("", "")

    def __iter__(self) -> Iterator[Row]:
        for row in self.rows:
            self.count += 1
            if (row.a, row.b) != self._last:
                self.pairs, self._last = self.pairs + 1, (row.a, row.b)
            yield row

    def told(self, output: str, label: Labels) -> str:
        """What was found, and what to look at next."""
        told = label("rows_told", n=f"{self.count:,}", pairs=f"{self.pairs:,}")
        return told if output.lower().endswith(".csv") else told + label("rows_next", file=output)


@contextmanager
def _store(folder: str | None, output: str, *, resume: bool) -> Iterator[Store]:
    """Where the corpus is kept: in the given folder, else beside the output until the run is done."""
    from compare.corpus.store import Store, temporary

    if folder is not None:
        if resume and not Path(folder).is_dir():
            raise UsageError(f"there is no {folder} to go on with: leave --resume out")
        with Store.held(Path(folder)) as store:
            yield store
        return
    if output == "-" or _stands_alone(output):
        if resume:
            raise UsageError(
                "--resume needs --out FILE or --store FOLDER: beside it lies what it goes on with"
            )
        with temporary() as store:
            yield store
        return
    beside = Path(f"{output}.corpus")
    if resume and not beside.is_dir():
        why = f"{output} is finished" if Path(output).exists() else f"there is no {beside}"
        raise UsageError(f"{why}: there is nothing to go on with, leave --resume out")
    if not beside.parent.is_dir():
        raise OpedError(
            f"cannot write {output!r}: there is no folder {beside.parent}; name another file by --out"
        )
    with Store.held(beside, kept=False, fresh=not resume) as store:
        try:
            yield store
        except NothingReadError:
            if not any((store.path / "articles").iterdir()):
                store.remove()
            raise
        store.remove()


def _stands_alone(output: str) -> bool:
    """Whether the output is a pipe, a device or not UTF-8, so that nothing can be kept beside it.

    Raises `OpedError` early if the output cannot be written.
    """
    try:
        target = writable(output)
        if target.is_dir():
            raise IsADirectoryError(EISDIR, strerror(EISDIR))
    except OSError as problem:
        raise OpedError(f"cannot write {output!r}: {problem.strerror}; name another file by --out") from None
    try:
        output.encode()
    except UnicodeEncodeError:
        return True
    return target.exists() and not target.is_file()


def articles(pages: Iterable[Page]) -> Iterator[Article]:
    """The articles of pages. One alone on its page has the name of the page as id, and its text if that is all body."""
    from compare.corpus import Article

    for page in pages:
        alone = {region.role for region in page.layout} == {"body"} and len(page.pieces) == 1
        for piece in page.pieces:
            yield Article(
                name_of(page, piece),
                page.text if alone else piece,
                piece.date or "",
                piece.title,
                piece.source or "",
                "、".join(piece.authors),
            )
