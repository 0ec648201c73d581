"""Reading the layout of a page: logical lines, evidence, joint labelling, pieces."""

from __future__ import annotations

from seeds.assemble import assemble
from seeds.evidence import collect
from seeds.labels import Model, shipped_model
from seeds.lines import split_lines, unwrap
from seeds.piece import Page


def lay_out(text: str, *, name: str, encoding: str, model: Model | None = None) -> Page:
    """Read a page of decoded text; `model` is by default the one of the package."""
    runs = unwrap(split_lines(text))
    found = assemble(runs, (model or shipped_model()).label(collect(runs)), name)
    return Page(name, text, encoding, found.layout, found.pieces, found.furniture, found.notes)
