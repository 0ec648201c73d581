"""Groups of commands whose modules are imported only when one of them runs."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click
from click.exceptions import NoSuchCommand

from oped.cli.translation import translated


class LazyGroup(click.Group):
    """A group that imports a command's module when that command is asked for.

    `modules` gives for each name the module whose `command` it is, in the order of a user's work. With a
    `default`, arguments that do not begin with a name go to that command.
    """

    def __init__(
        self, *args: Any, modules: Mapping[str, str], default: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.modules, self.default = modules, default

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order given, not in alphabetical order."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None when there is no such name."""
        if cmd_name not in self.modules:
            return None
        found = importlib.import_module(self.modules[cmd_name]).command
        assert isinstance(found, click.Command)
        return translated(found)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, with the default command where none is named; a name may have two words."""
        if " ".join(args[:2]) in self.modules:
            args = [" ".join(args[:2]), *args[2:]]
        if self.default and args and args[0] not in (*self.modules, *ctx.help_option_names):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but suggests the nearest name for a mistyped one."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            raise NoSuchCommand(error.command_name, possibilities=self.modules, ctx=ctx) from None
