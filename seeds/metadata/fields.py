"""The fields of an article, wherever they were found."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of an article; None or nothing where it is not.

    `date` is an ISO date (2024-03-01), `column` the standing name it is printed under (人民时评), `url` its address.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    column: str | None = None
    date: str | None = None
    url: str | None = None

    def __bool__(self) -> bool:
        return self != Fields()

    def __or__(self, other: Fields) -> Fields:
        """These fields, and those of `other` where these say nothing."""
        return Fields(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


NOTHING = Fields()
"""Nothing is known."""
