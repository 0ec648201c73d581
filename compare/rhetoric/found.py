"""A rhetorical device where it was found, before it has its place on the page."""

from __future__ import annotations

from typing import NamedTuple


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
