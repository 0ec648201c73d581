"""Arguments checked when a function is called, with an error that says what to give."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from numbers import Real
from typing import Any, TypeVar

from seeds.errors import UsageError

MOST = 2**53
Given = TypeVar("Given", bound=Iterable[Any])


def count(name: str, given: object, *, least: int = 1) -> int:
    """`given` as a whole number of at least `least`; no text has more than `MOST`, which stands for all above it.

    Raises `UsageError` for anything else: text, fractions, truth values, less than `least`.
    """
    if given == inf:
        return MOST
    value = number(name, given, above=-inf)
    if value < least:
        raise UsageError(f"{name} is {given!r}: give {least} or more")
    if value != int(value):
        raise UsageError(f"{name} is {given!r}: give a whole number")
    return min(int(value), MOST)


def number(name: str, given: object, *, above: float = 0.0, most: float = inf) -> float:
    """`given` if it is a number above `above` and at most `most`; raises `UsageError` for anything else."""
    if isinstance(given, bool) or not isinstance(given, Real):
        raise UsageError(f"{name} is {given!r}: give a number")
    value: Any = given
    if not (above < value <= most and value < inf):
        bound = f" and at most {most:g}" if most != inf else ""
        raise UsageError(f"{name} is {given!r}: give a number above {above:g}{bound}")
    return value  # type: ignore[no-any-return]


def text(name: str, given: object) -> str:
    """`given` if it is a text; raises `UsageError` for anything else."""
    if not isinstance(given, str):
        raise UsageError(f"{name} is {type(given).__name__}: give a text")
    return given


def several(name: str, given: Given) -> Given:
    """`given` if it can be gone through and is no single text; raises `UsageError` for anything else."""
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise UsageError(f"{name} is {type(given).__name__}: give several, as a list")
    return given
