"""What the commands have in common: options, opening pages, writing results."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from oped.cli import tell
from oped.cli.translation import told
from seeds.errors import OpedError
from seeds.page import Page, Piece

if TYPE_CHECKING:
    from seeds.workers import Workers

Command = TypeVar("Command", bound=Callable[..., Any])
Done = TypeVar("Done")

MOST = 1_000_000_000
"""The highest number that an option takes: beyond it no list and no machine goes."""
MOST_TOLD = 100
"""Inputs that are named as unreadable; beyond, they are counted."""

NARROWEST, WIDEST = 20, 10_000
"""Columns that a report can be laid out in."""


def pages_argument(*, required: bool = True) -> Callable[[Command], Command]:
    """`PAGE...`: files, folders, globs, or `-` for standard input."""
    metavar = "PAGE..." if required else "[PAGE]..."
    return click.argument("pages", metavar=metavar, nargs=-1, required=required, type=click.Path())


class NumberOption(click.Option):
    """An option whose help leaves out the allowed range."""

    def get_help_extra(self, ctx: click.Context) -> Any:
        """As click has it, without the range."""
        extra = super().get_help_extra(ctx)
        extra.pop("range", None)
        return extra


def number(
    *names: str, what: str, default: int | None = None, least: int = 1, most: int = MOST, metavar: str = "N"
) -> Callable[[Command], Command]:
    """An option that takes a whole number."""
    return click.option(
        *names,
        cls=NumberOption,
        type=click.IntRange(least, most),
        default=default,
        show_default=default is not None,
        metavar=metavar,
        help=what,
    )


def background_option(command: Command) -> Command:
    """`--background`."""
    return click.option(
        "--background",
        metavar="FILE",
        type=click.Path(),
        help="Judge rarity by FILE, made by `oped background build`.",
    )(command)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """How input is read: `--encoding`, `--field`, `--pieces`, `--max-bytes`, `--jobs`; the command gets a `reader`."""

    @click.option(
        "--field",
        "fields",
        multiple=True,
        metavar="FIELD=COLUMN",
        callback=_fields,
        help="Take a field from this column of a table, as text=content; may be repeated.",
    )
    @click.option("--encoding", metavar="NAME", help="Encoding of the input.  [default: found out]")
    @number("--pieces", what="How many pieces each page has, where reading is not sure.")
    @number("--max-bytes", most=1 << 53, what="Refuse larger inputs.  [default: 33554432]")
    @number("--jobs", "-j", default=1, most=1024, what="Processes at work.")
    @functools.wraps(command)
    def run(
        *args: Any,
        encoding: str | None,
        fields: dict[str, str],
        pieces: int | None,
        max_bytes: int | None,
        jobs: int,
        **kwargs: Any,
    ) -> None:
        reader = Reader(encoding, max_bytes, fields, pieces, written_files(), jobs)
        try:
            command(*args, reader=reader, **kwargs)
        except OpedError as problem:
            # What a command lacks where nothing could be read has been told.
            if reader.found or not reader.failed or isinstance(problem, NothingReadError):
                raise
        finally:
            reader.close()
        if reader.failed:
            click.get_current_context().exit(reader.failed)

    return run


WRITTEN = ("output", "graph", "chart", "predictions")
"""The parameters that name a file to be written."""


def written_files() -> list[str]:
    """The files that the command is to write.

    Raises `UsageError` for one that it also reads, would write twice, or that lies in a store.
    """
    from seeds.errors import UsageError
    from seeds.sources import is_store

    given = click.get_current_context().params
    written = [path for name in WRITTEN if (path := given.get(name)) and path != "-"]
    read = [
        path
        for name, value in given.items()
        if name not in WRITTEN
        for path in (value if isinstance(value, tuple) else (value,))
        if isinstance(path, str) and os.path.isfile(path)  # noqa: PTH113 - no error for a name too long
    ]
    kept = os.path.realpath(given["store"]) if given.get("store") else None
    for at, path in enumerate(written):
        real = os.path.realpath(path)
        if any(real == os.path.realpath(other) for other in (*read, *written[:at])):
            raise UsageError(
                f"{path!r} is read or written already by this command: name another file to write"
            )
        if any(str(folder) == kept or is_store(folder) for folder in Path(real).parents):
            raise UsageError(f"{path!r} lies in a corpus that oped keeps: name another place")
    return written


def _fields(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """`text=content` as a pair; raises for anything else and for unknown fields."""
    from seeds.metadata.columns import ROLES

    chosen: dict[str, str] = {}
    for value in values:
        role, sign, column = value.partition("=")
        if not sign or not column or role not in ROLES:
            raise click.BadParameter(f"{value!r} is no FIELD=COLUMN; FIELD is one of {', '.join(ROLES)}")
        chosen[role] = column
    return chosen


def _engines(context: click.Context, option: click.Parameter, begun: str) -> list[str]:
    from summarize import engines

    return [engine.name for engine in engines() if engine.name.startswith(begun)]


def summary_options(default: int | None) -> Callable[[Command], Command]:
    """How pieces are summarised: `--engine`, `--chars`, `--headline-chars`; without a `default` a piece decides."""
    from summarize.api import HEADLINE_CHARS
    from summarize.rankers import DEFAULT

    engine = click.option(
        "--engine",
        default=DEFAULT,
        show_default=True,
        metavar="NAME",
        shell_complete=_engines,
        help="Summary engine, see `oped engines`.",
    )
    decides = "" if default else " As many as a piece deserves, 80 to 200, if not given."
    chars = number("--chars", default=default, what="Most characters of a paragraph." + decides)
    headline = number("--headline-chars", default=HEADLINE_CHARS, what="Most characters of a headline.")
    return lambda command: engine(chars(headline(command)))


def comparing_options(command: Command, expect: float = 0.03) -> Command:
    """How rare a phrase must be, and against what: `--expect`, `--background`."""
    option = click.option(
        "--expect",
        cls=NumberOption,
        type=click.FloatRange(min=1e-300, max=1e6),
        default=expect,
        show_default=True,
        metavar="X",
        help="How many matches by chance to accept: less is stricter.",
    )
    return option(background_option(command))


def quiet_option(command: Command) -> Command:
    """`--quiet`: nothing on standard error but errors."""
    return click.option("--quiet", "-q", is_flag=True, help="No progress bars.")(command)


def columns() -> int | None:
    """The width in COLUMNS, within bounds; 80 if it is no number, None if it is not set."""
    asked = os.environ.get("COLUMNS")
    if asked is None:
        return None
    sensible = asked.isascii() and asked.isdecimal() and 0 < len(asked) < 6 and int(asked) > 0
    return min(max(int(asked), NARROWEST), WIDEST) if sensible else 80


def name_of(page: Page, piece: Piece) -> str:
    """The name of a page for a piece alone on it, else PAGE#PIECE."""
    return page.name if len(page.pieces) == 1 else f"{page.name}#{piece.id}"


class NothingReadError(OpedError):
    """There is nothing to write to a file: it stays as it was."""


class Reader:
    """Opens the pages of a command line; names unreadable ones and reads the others."""

    def __init__(
        self,
        encoding: str | None = None,
        max_bytes: int | None = None,
        fields: Mapping[str, str] | None = None,
        pieces: int | None = None,
        leave_out: Sequence[str] = (),
        jobs: int = 1,
    ) -> None:
        self.encoding, self.max_bytes, self.fields, self.pieces = encoding, max_bytes, fields, pieces
        self.leave_out, self.jobs = leave_out, jobs
        self.told = 0
        self.found = False
        """Whether anything was read."""
        self.failed = 0
        """The exit code that the command ends with."""

    def pages(self, sources: Sequence[str], *, bare: bool = False) -> Iterator[Page]:
        """The readable pages, in the order given; a page without pieces is reported like an unreadable one.

        Raises `NothingReadError` at the end where there is nothing to write to a file: no pages, or if not `bare`, no
        pieces.
        """
        from seeds import MAX_BYTES, InputError, read_pages

        found = False
        for page in read_pages(
            sources,
            encoding=self.encoding,
            max_bytes=self.max_bytes or MAX_BYTES,
            fields=self.fields,
            pieces=self.pieces,
            leave_out=self.leave_out,
            on_error=self.report,
            each=self.each,
        ):
            for note in page.notes:
                if note.code == "date":
                    self.say(note.message)
            if not page.pieces:
                self.report(InputError(f"{page.name} holds no piece: see `oped read` for what stands on it"))
            found = found or bare or bool(page.pieces)
            self.found = self.found or found
            yield page
        self.must_have(found)

    def must_have(self, found: bool) -> None:
        """Raise `NothingReadError` if nothing was found but errors, and a file is to be written: it stays as it was."""
        if self.leave_out and self.failed and not found:
            problem = NothingReadError(f"nothing was read, and {self.leave_out[0]!r} is left as it was")
            problem.exit_code = self.failed
            raise problem

    @functools.cached_property
    def _workers(self) -> Workers | None:
        if self.jobs == 1:
            return None
        from seeds.workers import Workers

        return Workers(self.jobs)

    def each(self, work: Callable[[Any], Done], items: Iterable[Any]) -> Iterator[Done]:
        """What becomes of each item, in their order, by as many processes as there are jobs."""
        return self._workers.each(work, items) if self._workers else map(work, items)

    def report(self, error: OpedError) -> None:
        """Report an error and go on; the command ends with exit code 1, or 3 when only an extra is missing.

        After `MOST_TOLD` errors the rest is only counted.
        """
        self.failed = 1 if self.failed == 1 else error.exit_code
        self.told += 1
        if self.told <= MOST_TOLD:
            self.say(str(error))

    def close(self) -> None:
        """End the workers, and say how many errors were not named."""
        if self._workers:
            self._workers.close()
        if self.told > MOST_TOLD:
            self.say(f"and {self.told - MOST_TOLD:,} more, which are not named")

    def say(self, message: str) -> None:
        """A line on standard error."""
        tell(f"oped: {told(message)}")
