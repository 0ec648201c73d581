"""What the commands that list things of a corpus have in common: formats and writing."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from oped.cli.output import as_json, show, write_bytes, write_to
from seeds.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from oped.reports.forms import Form
    from oped.reports.model import Listing
    from oped.words import Labels

Item = TypeVar("Item")

FORMATS = ("terminal", "json", "csv", "markdown", "html", "docx", "xlsx")
OPTION = "--out"
ON_A_PAGE = 50
"""Rows shown to people unless they ask for more; programs get all."""


def out_option(command: Callable[..., None]) -> Callable[..., None]:
    """`--out`."""
    return click.option(
        OPTION,
        "-o",
        "output",
        default="-",
        metavar="FILE",
        is_eager=True,  # the form is chosen by it
        help="Write to FILE; its ending tells the form.  [default: standard output]",
    )(command)


def most_rows(top: int | None, format_: str) -> int | None:
    """How many rows to list; None for all."""
    return top if top or format_ in ("json", "csv", "xlsx") else ON_A_PAGE


def taken(items: Iterable[Item], most: int | None) -> tuple[list[Item], int]:
    """The first items, and how many come after them."""
    rest = iter(items)
    return list(islice(rest, most)), sum(1 for _ in rest)


def write_listing(listing: Listing, format_: str, output: str, label: Labels, width: int | None) -> None:
    """A list in a form for people, or as CSV."""
    from oped.reports.forms import draw
    from oped.reports.model import ReportDocument

    document = ReportDocument(
        listing.title, listing.facts, (replace(listing, title="", facts=()),), (listing,)
    )
    if format_ == "terminal" and output == "-":
        from oped.reports.forms.terminal import terminal

        show(terminal(document, label), width)
        return
    write_bytes(output, [draw(document, cast("Form", format_), label, width=width or 80)], OPTION)


def write_rows(rows: Iterable[dict[str, Any]], output: str) -> None:
    """JSON Lines, written as they come; whoever interrupts it keeps the file that was there."""
    write_to(output, map(as_json, rows), OPTION)


def lines_of(path: str | None) -> list[str]:
    """The words of a list, one a line; # begins a remark. Nothing without a file."""
    if path is None:
        return []
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeError) as problem:
        raise InputError(
            f"cannot read the list {path}: {problem}; save it as UTF-8 text, a phrase a line"
        ) from None
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
