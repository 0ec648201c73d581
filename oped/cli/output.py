"""Where results go: the form that `--format` or the name of the file asks for, to a file or standard output."""

from __future__ import annotations

import functools
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TypeVar

import click

from oped.cli.options import NARROWEST, WIDEST, columns, number, written_files
from seeds.errors import OpedError, UsageError
from seeds.whole_file import whole_file

if TYPE_CHECKING:
    from rich.console import Console

    from oped.reports.forms import Form
    from oped.reports.model import ReportDocument
    from oped.words import Labels

Command = TypeVar("Command", bound=Callable[..., Any])

FORMS = ("terminal", "json", "jsonl", "html", "markdown", "csv", "docx", "xlsx")
UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
READ_BY_PEOPLE = ("terminal", "html", "markdown", "docx")
PLAIN_WIDTH = 80
"""Columns of a text file."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where a result goes and in which form."""

    form: Form
    path: str
    label: Labels
    width: int | None
    excel: bool

    @property
    def is_json(self) -> bool:
        """Whether programs read it, object by object."""
        return self.form in ("json", "jsonl")

    @property
    def for_people(self) -> bool:
        """Whether a person reads it, not a program."""
        return self.form in READ_BY_PEOPLE

    def most(self, asked: int | None, people: int) -> int | None:
        """How many rows to list: `people` for readers, all (None) for programs, unless the user asked for a number."""
        return asked or (people if self.for_people else None)

    def stream(self, objects: Iterable[dict[str, Any]]) -> None:
        """JSON objects, one a line, written as they come."""
        write_to(self.path, map(as_json, objects))

    def document(self, document: ReportDocument) -> None:
        """A document in any of the other forms."""
        if self.form == "terminal" and self.path == "-":
            from oped.reports.forms.terminal import terminal

            console(self.width).print(terminal(document))
            return
        from oped.reports.forms import draw

        data = draw(document, self.form, self.label, width=self.width or PLAIN_WIDTH, excel=self.excel)
        write_bytes(self.path, [data])


def excel_option(command: Command) -> Command:
    """`--excel`."""
    return click.option("--excel", is_flag=True, help="CSV with a byte order mark, for Chinese in Excel.")(
        command
    )


def out_options(*, without: Iterable[str] = ()) -> Callable[[Command], Callable[..., None]]:
    """`--format`, `--output`, `--excel`, `--width`, `--lang`: the command gets them as `out`, an `Output`."""
    from oped.words import LANGUAGES, Labels, language_of_locale

    forms = [form for form in FORMS if form not in without]

    def decorate(command: Command) -> Callable[..., None]:
        @functools.wraps(command)
        def run(
            *args: Any,
            format_: Form | None,
            output: str,
            excel: bool,
            width: int | None,
            lang: str | None,
            **kwargs: Any,
        ) -> None:
            written_files()
            label = Labels(lang if lang in LANGUAGES else language_of_locale())
            out = Output(_form(format_, output, forms), output, label, width, excel)
            command(*args, out=out, **kwargs)

        decorated: Callable[..., None] = run
        options = [
            click.option("--lang", type=click.Choice(LANGUAGES), help="Language. [default: that of the locale]"),
            number("--width", least=NARROWEST, most=WIDEST, what="Columns of the screen."),
            excel_option,
            click.option(
                "--output", "--out", "-o", "output", default="-", metavar="FILE", type=click.Path(),
                help="Write to FILE; its ending tells the form.  [default: standard output]"
            ),
            click.option(
                "--format", "format_", type=click.Choice(forms), help="Form. [default: by FILE, else terminal]"
            )
        ]  # fmt: skip
        for option in options:
            decorated = option(decorated)
        return decorated

    return decorate


def _form(format_: Form | None, output: str, forms: list[str]) -> Form:
    from oped.reports.forms import BINARY, form_of

    if format_ is None:
        format_ = "terminal" if output == "-" else form_of(output)
    if format_ not in forms:
        raise UsageError(f"this command has no form {format_}; choose one of {', '.join(forms)}")
    if format_ in BINARY and output == "-" and sys.stdout.isatty():
        raise UsageError(f"{format_} is no text for a terminal: name a file by -o report.{format_}")
    return format_


def as_json(result: dict[str, Any]) -> str:
    """One JSON object on one line; what a terminal acts on and what UTF-8 cannot carry stand as escapes."""
    text = json.dumps(result, ensure_ascii=False)
    return UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def write_text(text: str) -> None:
    """Text on standard output as UTF-8 whatever the locale."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def write_to(path: str, texts: Iterable[str], option: str = "--output") -> None:
    """Write texts to a file, or to standard output for "-", as they come; errors name `option`."""
    write_bytes(path, (text.encode("utf-8", "backslashreplace") for text in texts), option)


def write_bytes(path: str, parts: Iterable[bytes], option: str = "--output") -> None:
    """Write bytes to a file, or to standard output, as they come; an interrupted run leaves the old file in place."""
    if path == "-":
        for part in parts:
            sys.stdout.buffer.write(part)
        return
    try:
        with whole_file(path) as file:
            file.writelines(parts)
    except OSError as problem:
        raise OpedError(f"cannot write {path!r}: {problem.strerror}; name another file by {option}") from None


def console(width: int | None = None) -> Console:
    """Where terminal reports go; colours only for a terminal, none under NO_COLOR, always under CLICOLOR_FORCE."""
    from rich.console import Console

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    forced = os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0") and not os.environ.get("NO_COLOR")
    plain = os.environ.get("CLICOLOR") == "0" and not forced
    return Console(
        width=width or columns(), markup=False, highlight=False, emoji=False, soft_wrap=False,
        force_terminal=True if forced else None, no_color=True if plain else None
    )  # fmt: skip
