"""`oped completion`: names of commands and options in your shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from oped.cli.output import write_text
from seeds.errors import UsageError


@click.command(
    "completion",
    short_help="Completion script for bash, zsh or fish.",
    epilog="\b\nExample:\n  oped completion bash >> ~/.bashrc",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete the commands and options of oped."""
    script = get_completion_class(shell)
    if script is None:
        raise UsageError(f"there is no completion for {shell}; choose bash, zsh or fish")
    root = context.find_root()
    write_text(script(root.command, {}, root.info_name or "oped", "_OPED_COMPLETE").source())
