"""Reading the layout of a page: logical lines, evidence, joint labelling, pieces."""

from __future__ import annotations

from seeds.layout.assemble import assemble
from seeds.layout.evidence import collect
from seeds.layout.labels import Model, shipped_model
from seeds.layout.lines import split_lines, unwrap
from seeds.page import Page


def lay_out(text: str, *, name: str, encoding: str, model: Model | None = None) -> Page:
    """Read a page of decoded text; `model` is by default the one of the package."""
    runs = unwrap(split_lines(text))
    found = assemble(runs, (model or shipped_model()).label(collect(runs)), name)
    return Page(name, text, encoding, found.layout, found.pieces, found.furniture, found.notes)
