"""The help of the command, and what click says of wrong use, in Chinese: words of `oped/words/zh.po`, by gettext."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Sequence
from copy import copy
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar
from unicodedata import east_asian_width

import click

from oped import words

Told = TypeVar("Told", click.Command, click.Parameter)

FILLER = "\0"
"""Stands behind each wide character, which takes two cells, while click fills lines by counting characters."""


class _Formatter(click.HelpFormatter):
    def write_text(self, text: str) -> None:
        super().write_text(_in_cells(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().write_dl([(first, _in_cells(second)) for first, second in rows], *args, **kwargs)

    def getvalue(self) -> str:
        return super().getvalue().replace(FILLER, "")


class _Context(click.Context):
    formatter_class = _Formatter


def speak_as_asked(arguments: Sequence[str]) -> None:
    """Let gettext, and so click, use the language that `--lang` asks for behind `oped`, else that of the locale."""
    asked = ""
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--lang" or argument.startswith("--lang="):
            asked = argument.partition("=")[2] or following
    gettext.bindtextdomain("messages", str(Path(words.__file__).parent / "locale"))
    os.environ["LANGUAGE"] = asked if asked in words.LANGUAGES else words.language_of_locale()


def translated(command: click.Command) -> click.Command:
    """A command with its help in the language of gettext."""
    told = _told(command)
    told.context_class, told.params = _Context, list(map(_told, command.params))
    if isinstance(command, click.Group) and isinstance(told, click.Group):
        told.commands = {name: translated(inner) for name, inner in command.commands.items()}
    return told


def _told(part: Told) -> Told:
    part = copy(part)
    for name in ("help", "short_help", "epilog"):
        if text := getattr(part, name, None):
            setattr(part, name, gettext.gettext(cleandoc(text)))
    return part


def _in_cells(text: str) -> str:
    return "".join(sign + FILLER * (east_asian_width(sign) in "WF") for sign in text)
