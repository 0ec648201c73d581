"""Reading the layout of a page: logical lines, evidence, joint labelling, pieces."""

from __future__ import annotations

from seeds.assemble import assemble
from seeds.evidence import collect
from seeds.labels import shipped_model
from seeds.lines import split_lines, unwrap
from seeds.piece import Page


def lay_out(text: str, *, name: str, encoding: str) -> Page:
    """Read a page of decoded text, line ends as `\\n`."""
    runs = unwrap(split_lines(text))
    found = assemble(runs, shipped_model().label(collect(runs)), name)
    return Page(name, text, encoding, found.layout, found.pieces, found.furniture, found.notes)
