"""What the commands have in common: options, opening pages, writing results."""

from __future__ import annotations

import functools
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TypeVar

import click

from seeds.errors import OpedError
from seeds.whole_file import whole_file

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from oped.words import Labels
    from seeds.errors import InputError
    from seeds.page import Page

Command = TypeVar("Command", bound=Callable[..., Any])
Item = TypeVar("Item")

LONG_WORK = 20
"""Pieces from which on a progress bar is shown."""

UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def pages_argument(*, required: bool = True) -> Callable[[Command], Command]:
    """`PAGE...`: files, folders, globs, or `-` for standard input."""
    metavar = "PAGE..." if required else "[PAGE]..."
    return click.argument("pages", metavar=metavar, nargs=-1, required=required)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """How input is read: `--encoding`, `--max-bytes`; the command gets a `reader` and leaves with its exit code."""

    @click.option("--encoding", metavar="NAME", help="Encoding of the input; found out when not given.")
    @click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        metavar="N",
        help="Refuse larger inputs. [default: 33554432]",
    )
    @functools.wraps(command)
    def run(*args: Any, encoding: str | None, max_bytes: int | None, **kwargs: Any) -> None:
        reader = Reader(encoding, max_bytes)
        command(*args, reader=reader, **kwargs)
        if reader.failed:
            click.get_current_context().exit(1)

    return run


def summary_options(command: Command) -> Command:
    """How pieces are summarised: `--engine`, `--chars`, `--headline-chars`."""
    from summarize.api import CHARS, HEADLINE_CHARS
    from summarize.rankers import DEFAULT

    for option in (
        click.option(
            "--headline-chars",
            type=click.IntRange(min=1),
            default=HEADLINE_CHARS,
            show_default=True,
            metavar="M",
            help="Headline length at most, in characters.",
        ),
        click.option(
            "--chars",
            type=click.IntRange(min=1),
            default=CHARS,
            show_default=True,
            metavar="N",
            help="Paragraph length at most, in characters.",
        ),
        click.option(
            "--engine",
            default=DEFAULT,
            show_default=True,
            metavar="NAME",
            help="Summary engine, see `oped engines`.",
        ),
    ):
        command = option(command)
    return command


def comparing_options(command: Command) -> Command:
    """How rare a phrase must be, and against what: `--expect`, `--background`."""
    for option in (
        click.option("--background", metavar="FILE", help="Background made by `oped background build`."),
        click.option(
            "--expect",
            type=click.FloatRange(min=0, min_open=True, max=1e6),
            default=0.01,
            show_default=True,
            metavar="X",
            help="Chance matches to put up with.",
        ),
    ):
        command = option(command)
    return command


def output_options(*formats: str) -> Callable[[Command], Command]:
    """`--format` with the given choices, the first being the default, and `--width`."""

    def decorate(command: Command) -> Command:
        for option in (
            click.option(
                "--width", type=click.IntRange(min=20), metavar="N", help="Columns of the terminal report."
            ),
            click.option(
                "--format",
                "format_",
                type=click.Choice(formats),
                default=formats[0],
                show_default=True,
                help="Form of the result.",
            ),
        ):
            command = option(command)
        return command

    return decorate


def label_option(command: Command) -> Command:
    """`--lang`, handed to the command as `label`: the words of the report."""
    from oped.words import LANGUAGES, Labels, language_of_locale

    def chosen(context: click.Context, option: click.Parameter, value: str | None) -> Labels:
        return Labels(value if value in LANGUAGES else language_of_locale())

    return click.option(
        "--lang",
        "label",
        type=click.Choice(LANGUAGES),
        callback=chosen,
        help="Language of the report. [default: that of the locale]",
    )(command)


def quiet_option(command: Command) -> Command:
    """`--quiet`: nothing on standard error but errors."""
    return click.option("--quiet", "-q", is_flag=True, help="No progress bars.")(command)


class Progress:
    """Progress bars on standard error, for a person at a terminal who did not ask for quiet."""

    def __init__(self, label: Labels, *, quiet: bool) -> None:
        self.label, self.quiet = label, quiet

    def __call__(self, stage: str, items: Sequence[Item]) -> Iterable[Item]:
        """The items, counted while they are taken; short work shows nothing."""
        if self.quiet or len(items) < LONG_WORK or not sys.stderr.isatty():
            return items
        from rich.console import Console
        from rich.progress import track

        return track(items, self.label(stage), console=Console(stderr=True), transient=True)


class Reader:
    """Opens the pages of a command line; an unreadable one is named, the others are still read."""

    def __init__(self, encoding: str | None = None, max_bytes: int | None = None) -> None:
        self.encoding, self.max_bytes = encoding, max_bytes
        self.failed = 0

    def pages(self, sources: Sequence[str]) -> Iterator[Page]:
        """The pages that can be read, in the order given; one without a piece is named like one unreadable."""
        from seeds import MAX_BYTES, InputError, read_pages

        for page in read_pages(
            sources,
            encoding=self.encoding,
            max_bytes=self.max_bytes or MAX_BYTES,
            on_error=self.report,
        ):
            if not page.pieces:
                self.report(InputError(f"{page.name} holds no piece: see `oped read` for what stands on it"))
            yield page

    def report(self, error: InputError) -> None:
        """Name what went wrong and go on; the command ends with exit code 1."""
        from seeds.safe import terminal_text

        self.failed += 1
        click.echo(f"oped: {terminal_text(str(error))}", err=True)


def as_json(result: dict[str, Any]) -> str:
    """One JSON object on one line; what a terminal acts on and what UTF-8 cannot carry stand as escapes."""
    text = json.dumps(result, ensure_ascii=False)
    return UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def write_json(result: dict[str, Any]) -> None:
    """One JSON object on standard output."""
    write_text(as_json(result))


def write_text(text: str) -> None:
    """Text on standard output as UTF-8 whatever the locale."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def console(width: int | None = None) -> Console:
    """Where terminal reports go; colours only for a terminal, none under NO_COLOR."""
    from rich.console import Console

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return Console(width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def write_to(path: str, texts: Iterable[str], option: str = "--output") -> None:
    """Texts as they come to a file, or to standard output for "-"; `option` is the one that named the file.

    Whoever interrupts it keeps the file that was there.
    """
    if path == "-":
        for text in texts:
            write_text(text)
        return
    try:
        with whole_file(path) as file:
            file.writelines(text.encode("utf-8", "backslashreplace") for text in texts)
    except OSError as problem:
        raise OpedError(f"cannot write {path!r}: {problem.strerror}; name another file by {option}") from None


def show(renderable: RenderableType, width: int | None = None, *, pager: bool = False) -> None:
    """Print a report, on request through the user's pager."""
    screen = console(width)
    if not pager:
        screen.print(renderable)
        return
    with screen.pager(styles=True):
        screen.print(renderable)
