"""`oped compare corpora`: the terms of one side, then those of the other."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from oped.reports.model import Block, Column, Heading, Listing, ReportDocument
from oped.reports.views.parts import more
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
    signs = {
        "here": "A",
        "there": "B",
        "per_million_here": "A/M",
        "per_million_there": "B/M",
        "log_odds": "log OR",
    }
    heads = [
        *columns(label, {"term": "phrase", "kind": "name"}),
        *(Column(key, sign) for key, sign in {**signs, "z": "z", "g2": "G²"}.items()),
    ]
    rows = [tuple(term.to_dict()[column.key] for column in heads) for term in found.terms]
    table = Listing(tuple(heads), rows, label("contrast"))
    return ReportDocument(label("contrast"), (*facts, label("contrast_key")), tuple(blocks), (table,))


def _listing(heading: str, terms: Sequence[KeyTerm], label: Labels, count: int) -> Listing:
    signs = {"z": "z", "g2": "G²", "here": "A", "there": "B"}
    heads = [Column("term", heading, "phrase"), *(Column(key, sign, "figure") for key, sign in signs.items())]
    rows = [(term.term, f"{term.z:.1f}", f"{term.g2:.1f}", term.here, term.there) for term in terms]
    return Listing(tuple(heads), rows, more=more(count - len(terms), label), empty=label("nothing_found"))
