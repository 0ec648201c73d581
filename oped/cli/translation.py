"""Help and errors of the command in Chinese: words of `oped/words/zh.po`, by gettext, which click asks too."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from inspect import cleandoc
from itertools import pairwise
from typing import Any, TypeVar
from unicodedata import east_asian_width

import click

from oped import words

Told = TypeVar("Told", click.Command, click.Parameter)

LOCALE = f"{words.__path__[0]}/locale"
REASONS = {"reason", "problem", "why"}
"""Parts of an error that are words themselves, not names."""
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
    gettext.bindtextdomain("messages", LOCALE)
    os.environ["LANGUAGE"] = asked if asked in words.LANGUAGES else words.language_of_locale()


def told(message: str) -> str:
    """An error in the language of gettext; one with names in it by its pattern: `cannot read {name}: {reason}`."""
    for pattern, words_ in _patterns(os.environ.get("LANGUAGE", "")):
        if found := pattern.fullmatch(message):
            parts = found.groupdict()
            return words_.format(**parts | {name: told(parts[name]) for name in parts.keys() & REASONS})
    return gettext.gettext(message) if message else ""


@cache
def _patterns(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The errors with names in them, those that leave least open first, and what they are in a language."""
    found = vars(gettext.translation("messages", LOCALE, [language], fallback=True)).get("_catalog", {})
    made = []
    for asked in sorted((asked for asked in found if isinstance(asked, str)), key=len, reverse=True):
        parts = re.split(r"\{(\w+)\}", asked)
        if len(parts) > 1 and "{" not in "".join(parts[::2]):
            parts[::2] = map(re.escape, parts[::2])
            parts[1::2] = (f"(?P<{name}>.+?)" for name in parts[1::2])
            made.append((re.compile("".join(parts), re.DOTALL), found[asked]))
    return made


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
