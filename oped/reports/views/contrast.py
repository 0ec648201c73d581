"""`oped compare corpora`: the terms of one side, then those of the other."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from oped.reports.model import Block, Column, Heading, Listing, ReportDocument
from oped.reports.views.parts import more
from oped.reports.views.tables import for_programs

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
    marking = (
        [term for term in found.terms if term.z >= SURE],
        [term for term in reversed(found.terms) if term.z <= -SURE],
    )
    blocks: list[Block] = []
    for name, terms in zip(names, marking, strict=True):
        blocks.append(Heading(label("marks", name=PurePath(name).name)))
        for kind in ("word", "formula"):
            of_kind = [term for term in terms if term.kind == kind]
            blocks.append(_listing(label(f"kind_{kind}"), of_kind[:top], label, len(of_kind)))
    keys = ("term", "kind", "here", "there", "per_million_here", "per_million_there", "log_odds", "z", "g2")
    rows = [tuple(term.to_dict()[key] for key in keys) for term in found.terms]
    table = for_programs(label("contrast"), keys, rows)
    return ReportDocument(label("contrast"), (*facts, label("contrast_key")), tuple(blocks), (table,))


def _listing(heading: str, terms: Sequence[KeyTerm], label: Labels, count: int) -> Listing:
    columns = (
        Column("term", heading, "phrase"),
        Column("z", "z", "figure"),
        Column("g2", "G²", "figure"),
        Column("here", "A", "figure"),
        Column("there", "B", "figure"),
    )
    rows = [(term.term, f"{term.z:.1f}", f"{term.g2:.1f}", term.here, term.there) for term in terms]
    return Listing(columns, rows, more=more(count - len(terms), label), empty=label("nothing_found"))
