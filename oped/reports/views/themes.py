"""`oped themes`: groups of pieces, and what sets each apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import Block, CellValue, Heading, ReportDocument, TextBlock, TextRun
from oped.reports.views import parts
from oped.reports.views.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.themes import Term, ThemeMap
    from oped.words import Labels

TABLE = ("id", "title", "group", "terms", "peculiar")


def themes_document(found: ThemeMap, label: Labels, facts: Sequence[str] = ()) -> ReportDocument:
    """The groups with what each shares; `facts` say of each piece who wrote it and where, in order."""
    blocks: list[Block] = []
    rows: list[tuple[CellValue, ...]] = []
    for number, group in enumerate(found.groups, 1):
        terms = _terms(group.terms)
        alone = len(group.members) == 1
        blocks.append(Heading(terms or label("group_alone" if alone else "group", n=number), 3))
        for position in group.members:
            title = found.titles[position] or label("no_title")
            runs = [parts.of(title, "strong")]
            if facts and facts[position]:
                runs.append(TextRun(f"  {facts[position]}", "aside"))
            apart = _terms(found.peculiar[position])
            blocks.append(TextBlock(tuple(runs), number=str(position + 1)))
            if apart:
                blocks.append(TextBlock((TextRun(apart, "aside", chinese=True),), indent=1))
            rows.append((position + 1, found.titles[position], number, terms, apart))
    told = (label("pieces", n=f"{len(found.titles):,}"), label("n_groups", n=len(found.groups)))
    return ReportDocument(label("themes"), told, tuple(blocks), (table("themes", TABLE, rows, label),))


def _terms(terms: Iterable[Term]) -> str:
    return "  ".join(term.term for term in terms)
