"""All interface text, one file per language.

A language holds the same keys as English, each with values to be put in at the same places.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from string import Formatter
from typing import Literal

from seeds.errors import UsageError

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class _Plurals(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        if "|" in format_spec:
            return format_spec.split("|")[str(value) != "1"]
        return str(super().format_field(value, format_spec))


_PLURALS = _Plurals()


class Labels:
    """The words of one language: `labels("pieces", n=5)`."""

    def __init__(self, language: Language) -> None:
        if language not in LANGUAGES:
            raise UsageError(f"no interface language {language!r}; choose one of {', '.join(LANGUAGES)}")
        self.language = language
        self.words: Mapping[str, str] = import_module(f"oped.words.{language}").WORDS

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key` with `values` put in their places; `{n:piece|pieces}` is the first where n is 1."""
        return _PLURALS.format(self.words[key], **values)

    def term(self, key: str) -> str:
        """The word for a kind; kinds added by other packages keep their own names."""
        return self.words.get(key, key)

    def __contains__(self, key: str) -> bool:
        return key in self.words


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Chinese when the locale of the environment is Chinese, English otherwise (POSIX order of variables)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
