"""Results as tables, for spreadsheets and programs: a sheet each for pieces, pairs, matches and phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures, rows
from oped.reports.model import CellValue, Column, Listing, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.results import Comparison
    from oped.reports.report import Report
    from oped.words import Labels


def report_tables(report: Report, label: Labels) -> tuple[Listing, ...]:
    """Matches first: of several tables CSV holds the first."""
    matches, pairs = comparison_tables(report.comparison, label)
    pieces = table("pieces_heading", rows.PIECES, (row.values() for row in rows.piece_rows(report)), label)
    phrases = table("stock", rows.PHRASES, (row.values() for row in rows.phrase_rows(report)), label)
    return matches, pieces, pairs, phrases


def comparison_tables(comparison: Comparison, label: Labels) -> tuple[Listing, Listing]:
    """Matches, with how common they are in words, and pairs."""
    corpus = figures.reference(comparison, label)
    matches = (match for pair in comparison.pairs for match in pair.matches)
    found = (
        (*row.values(), figures.rarity(match, corpus, label))
        for row, match in zip(rows.match_rows(comparison), matches, strict=True)
    )
    pairs = (row.values() for row in rows.pair_rows(comparison))
    return (
        table("phrases", (*rows.MATCHES, "rarity"), found, label),
        table("column_pairs", rows.PAIRS, pairs, label),
    )


def columns(label: Labels, roles: Mapping[str, Role]) -> tuple[Column, ...]:
    """Columns with the headings of a language, each a key and its role."""
    return tuple(Column(key, label(f"column_{key}"), role) for key, role in roles.items())


def table(title: str, keys: Sequence[str], found: Iterable[Iterable[CellValue]], label: Labels) -> Listing:
    """Rows as a list with a column a key: programs get the keys, people headings in their language."""
    heads = columns(label, dict.fromkeys(keys, "words"))
    return Listing(heads, list(map(tuple, found)), label(title), "", label("nothing_found"))
