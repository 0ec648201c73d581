"""Results as plain data for JSON: their fields by name, and so what these hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

_AS_IT_IS = frozenset((str, int, bool, type(None)))


class Plain:
    """A frozen dataclass whose `to_dict` tells all its fields: floats to six places, tuples as lists."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """All fields, in their order."""
        return plain_fields(self)


def plain_fields(result: Any, digits: int = 6, /, **told: Any) -> dict[str, Any]:
    """The fields of a dataclass in their order, without the `_` of names such as `class_`; floats to so many `digits`.

    What is `told` stands in place of a field, or behind all of them.
    """
    found = {name: getattr(result, field) for field, name in _names(result.__class__)} | told
    for name, value in found.items():
        if value.__class__ not in _AS_IT_IS:
            found[name] = _plain(value, digits)
    return found


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.name.rstrip("_")) for field in fields(kind))


def _plain(value: Any, digits: int) -> Any:
    if isinstance(value, float):
        return round(value, digits)
    if value is None or isinstance(value, (str, int)):
        return value
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {name: _plain(each, digits) for name, each in value.items()}
    return [_plain(each, digits) for each in value] if isinstance(value, Iterable) else value
