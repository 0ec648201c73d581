"""`oped compare corpora`: the terms of one side, then those of the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from oped.reports.model import Block, Column, Heading, Listing, ReportDocument, aside
from oped.reports.views.tables import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.mining import Contrast, KeyTerm
    from oped.words import Labels

SURE = 1.96
"""A z-score that chance passes once in forty times; what is nearer to 0 marks neither side."""


def contrast_document(found: Contrast, names: tuple[str, str], label: Labels, top: int) -> ReportDocument:
    """The terms typical of each corpus, strongest first; the table has all terms."""
    facts = tuple(
        f"{PurePath(name).name}: {label('n_articles', n=f'{articles:,}')}, {label('n_words', n=f'{words:,}')}"
        for name, articles, words in zip(names, found.articles, found.words, strict=True)
    )
    # Each side is told from itself: what marks the second has the figures that it has with the corpora exchanged.
    sides = (found.terms, tuple(map(_exchanged, reversed(found.terms))))
    blocks: list[Block] = []
    for name, terms in zip(names, sides, strict=True):
        blocks.append(Heading(label("marks", name=PurePath(name).name)))
        for kind in ("word", "formula"):
            of_kind = [term for term in terms if term.kind == kind and term.z >= SURE]
            blocks.append(_listing(label(f"kind_{kind}"), of_kind[:top], label, len(of_kind)))
    blocks.append(aside(label("contrast_key")))
    uses, rate = label("column_times"), label("per_million_words")
    signs = {
        "here": f"A {uses}",
        "there": f"B {uses}",
        "per_million_here": f"A {rate}",
        "per_million_there": f"B {rate}",
        "log_odds": "log OR",
    }
    heads = [
        *columns(label, {"term": "phrase", "kind": "name"}),
        *(Column(key, sign) for key, sign in {**signs, "z": "z", "g2": "G²"}.items()),
    ]
    rows = [tuple(term.to_dict()[column.key] for column in heads) for term in found.terms]
    table = Listing(tuple(heads), rows, label("contrast"))
    return ReportDocument(label("contrast"), facts, tuple(blocks), (table,))


def _exchanged(term: KeyTerm) -> KeyTerm:
    return replace(
        term,
        here=term.there,
        there=term.here,
        per_million_here=term.per_million_there,
        per_million_there=term.per_million_here,
        log_odds=-term.log_odds,
        z=-term.z,
        g2=-term.g2,
    )


def _listing(heading: str, terms: Sequence[KeyTerm], label: Labels, count: int) -> Listing:
    heads = (
        Column("term", heading, "phrase"),
        Column("z", "z", "figure"),
        Column("g2", "G²", "figure"),
        Column("here", label("uses_here"), "figure"),
        Column("there", label("uses_there"), "figure"),
    )
    rows = [(term.term, f"{term.z:.1f}", f"{term.g2:,.0f}", term.here, term.there) for term in terms]
    left_out = label("more_terms", n=f"{count - len(terms):,}") if count > len(terms) else ""
    return Listing(heads, rows, more=left_out, empty=label("nothing_found"))
