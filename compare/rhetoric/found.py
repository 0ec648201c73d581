"""A rhetorical device where it was found, before it has its place on the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

Candidate = TypeVar("Candidate", bound=Any)
"""What has a `start` and an `end`."""


class Found(NamedTuple):
    """A device in a paragraph, as offsets into the paragraph's text: what the detectors return."""

    kind: str
    form: str
    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()
    frame: str | None = None
    speaker: str | None = None
    verb: str | None = None
    document: str | None = None
    score: float | None = None


def apart(scored: Iterable[tuple[float, Candidate]], length: int) -> list[tuple[float, Candidate]]:
    """The best candidates of a paragraph of so many characters, none of which overlaps a better one, in text order."""
    taken, kept = bytearray(length), []
    for score, one in sorted(scored, key=lambda item: (-item[0], item[1].start, item[1].end)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append((score, one))
    return sorted(kept, key=lambda item: item[1].start)
