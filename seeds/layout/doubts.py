"""Notes on readings that are nearly as likely as the one that was taken."""

from __future__ import annotations

from collections.abc import Sequence

from seeds.layout.lattice import Doubt
from seeds.layout.lines import Run
from seeds.page import Note

_MOST = 3
"""Doubts of a page that are told: those where the other reading comes closest."""
_QUOTED = 20
_BLOCK = 2
"""Lines so near to each other are one title block."""


def doubtful(runs: Sequence[Run], doubts: Sequence[Doubt], pieces: int) -> list[Note]:
    """The notes, in page order; `pieces` is how many the page was read as."""
    chosen: list[Doubt] = []
    for doubt in sorted(doubts, key=lambda doubt: (doubt.margin, doubt.line)):
        if len(chosen) < _MOST and all(abs(doubt.line - other.line) > _BLOCK for other in chosen):
            chosen.append(doubt)
    return [_note(runs[doubt.line], doubt, pieces) for doubt in sorted(chosen)]


def _note(run: Run, doubt: Doubt, pieces: int) -> Note:
    quoted = run.text[:_QUOTED]
    other = pieces - 1 if doubt.begins else pieces + 1
    if doubt.begins:
        message = (
            f"not sure that a piece begins at {quoted}: if not, there are {other} pieces (--pieces {other})"
        )
    else:
        message = f"a piece may begin at {quoted}: then put a line === before it, or give --pieces {other}"
    code = "title_not_heading" if doubt.begins else "heading_not_title"
    return Note(message, run.first.number, code, {"text": quoted, "pieces": pieces, "other": other})
