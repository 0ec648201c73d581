"""The parser of Markdown."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

DEEPEST = 100
"""Levels of markup that are read; the parser passes over what is deeper in silence."""


@cache
def parser() -> Any:
    """The parser, with tables, as read here."""
    made: Any = import_module("markdown_it").MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    made.validateLink = lambda address: True  # Nothing is ever opened: javascript: is a link like others.
    made.normalizeLinkText = lambda address: address  # As it stands, no signs in it: no text of an article.
    for name in ("link", "image"):
        rule = import_module(f"markdown_it.rules_inline.{name}")
        made.inline.ruler.at(name, _if_closed(getattr(rule, name)))
    return made.enable("table")


def _if_closed(rule: Any) -> Any:
    """A rule of the parser for links, asked where a bracket follows that closes: it looks far ahead from each."""
    return lambda state, silent: state.src.find("]", state.pos) > 0 and rule(state, silent)
