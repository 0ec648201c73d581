"""Writes `docs/commands.md`: every command of `oped` with its options, from what the commands say of themselves.

    python docs/make_commands.py

A test holds the page to the commands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

import click

from oped.cli import oped

PAGE = Path(__file__).parent / "commands.md"
MANY = 3
"""Commands from which on an option is told once for all."""
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


def options(command: click.Command, context: click.Context) -> dict[str, str]:
    """Options and what they mean, without the `--help` that all have; arguments stand in the usage."""
    found = {}
    for parameter in command.params:
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None and parameter.name != "help":
            found[record[0]] = record[1]
    return found


def table(rows: Mapping[str, str]) -> str:
    """Options as a table; as HTML, for Markdown's own code spans and tables do not agree on how to write a bar."""
    told = [f"| <code>{cell(names)}</code> | {cell(meaning)} |" for names, meaning in rows.items()]
    return "\n".join(["| option | |", "|---|---|", *told])


def common(found: Iterable[tuple[click.Command, click.Context]]) -> dict[str, str]:
    """The options that many commands have and that mean the same in each."""
    counted = Counter(item for command, context in found for item in options(command, context).items())
    return {names: meaning for (names, meaning), count in counted.items() if count >= MANY}


def paragraphs(text: str) -> str:
    """A command's own words; what is marked to keep its line breaks becomes a block."""
    parts = [part.strip("\n") for part in text.replace("\b\n", "\b").split("\n\n")]
    return "\n\n".join(
        f"```text\n{part.removeprefix(chr(8))}\n```" if part.startswith("\b") else " ".join(part.split())
        for part in parts
        if part.strip()
    )


def section(command: click.Command, context: click.Context, shared: Mapping[str, str]) -> str:
    """One command: its name, usage, meaning, options but for the shared ones, example."""
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
    own = {names: meaning for names, meaning in rows.items() if shared.get(names) != meaning}
    also = [re.findall(r"--[\w-]+", names)[0] for names in rows if names not in own]
    if own:
        parts.append(table(own))
    if also:
        parts.append("And " + " ".join(f"`{name}`" for name in also))
    if command.epilog:
        lines = command.epilog.replace("\b", "").strip().splitlines()[1:]
        parts.append("For example:\n\n```sh\n" + "\n".join(line.strip() for line in lines) + "\n```")
    return "\n\n".join(part for part in parts if part)


def page() -> str:
    """The whole page."""
    context = click.Context(oped, info_name="oped", max_content_width=1000, terminal_width=1000)
    found = list(commands(oped, context))
    shared = common(found)
    head = [HEAD.strip(), "## Options that many commands have", table(shared)]
    return "\n\n".join([*head, *(section(*one, shared) for one in found)]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
