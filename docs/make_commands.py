"""Writes `docs/commands.md`: every command of `oped` with its options, from what the commands say of themselves.

    python docs/make_commands.py

A test holds the page to the commands.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

import click

from oped.cli import oped

PAGE = Path(__file__).parent / "commands.md"
HEAD = """\
# Commands

Written by `python docs/make_commands.py` from the commands themselves; `oped COMMAND --help` says the same.

Results go to standard output, everything else to standard error. `-` reads standard input. Exit codes: 0 done,
1 input unreadable or without pieces, 2 usage, 3 engine or package not available, 130 interrupted.
"""


def commands(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """The command and all below it, in the order of the help."""
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from commands(below, click.Context(below, info_name=name, parent=context))


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return escape(" ".join(text.split()), quote=False).replace("|", "&#124;")


def options(command: click.Command, context: click.Context) -> list[str]:
    """The rows of the table of options, without the `--help` that all have; arguments stand in the usage."""
    rows = []
    for parameter in command.params:
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None and parameter.name != "help":
            names, meaning = record
            # As HTML: Markdown's own code spans and tables do not agree on how to write a bar.
            rows.append(f"| <code>{cell(names)}</code> | {cell(meaning)} |")
    return rows


def paragraphs(text: str) -> str:
    """A command's own words; what is marked to keep its line breaks becomes a block."""
    parts = [part.strip("\n") for part in text.replace("\b\n", "\b").split("\n\n")]
    return "\n\n".join(
        f"```text\n{part.removeprefix(chr(8))}\n```" if part.startswith("\b") else " ".join(part.split())
        for part in parts
        if part.strip()
    )


def section(command: click.Command, context: click.Context) -> str:
    """One command: its name, usage, meaning, options, example."""
    depth = context.command_path.count(" ")
    parts = [f"{'#' * min(depth + 2, 4)} {context.command_path}"]
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    parts += [f"```text\n{usage}\n```", paragraphs(command.help or "")]
    if isinstance(command, click.Group):
        names = command.list_commands(context)
        parts.append(
            " · ".join(f"[{name}](#{f'{context.command_path} {name}'.replace(' ', '-')})" for name in names)
        )
    rows = options(command, context)
    if rows:
        parts.append("\n".join(["| option | |", "|---|---|", *rows]))
    if command.epilog:
        lines = command.epilog.replace("\b", "").strip().splitlines()[1:]
        parts.append("For example:\n\n```sh\n" + "\n".join(line.strip() for line in lines) + "\n```")
    return "\n\n".join(part for part in parts if part)


def page() -> str:
    """The whole page."""
    context = click.Context(oped, info_name="oped", max_content_width=1000, terminal_width=1000)
    return "\n\n".join([HEAD.strip(), *(section(*found) for found in commands(oped, context))]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
