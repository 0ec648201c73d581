"""Results as tables, for spreadsheets and programs: a sheet each for pieces, pairs, matches and phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports import figures, rows
from oped.reports.model import CellValue, Column, Listing, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.results import Comparison
    from oped.reports.report import Report
    from oped.reports.rows import Row
    from oped.words import Labels

SIDES = ("left", "right", "left_page", "right_page", "left_title", "right_title")
MATCHES = (
    *SIDES, "kind", "class", "left_text", "right_text", "left_spans", "right_spans", "bits", "expect", "background",
    "frame", "source", "rarity"
)  # fmt: skip
PIECES = (
    "id", "page", "piece", "title", "kicker", "authors", "date", "source", "characters", "headline", "summary",
    "engine"
)  # fmt: skip
PAIRS = (*SIDES, "theme", "theme_percentile", *rows.REUSE, "matches", "terms", "first")
PHRASES = ("phrase", "pieces", "count", "kind", "class", "background")
"""Names do not change with the language, so that programs can rely on them; headings do."""


def report_tables(report: Report, label: Labels) -> tuple[Listing, ...]:
    """Matches first: of several tables CSV holds the first."""
    return (
        _matches(report.comparison, label),
        table("pieces_heading", PIECES, _values(rows.piece_rows(report)), label),
        _pairs(report.comparison, label),
        table("stock", PHRASES, _values(rows.phrase_rows(report)), label),
    )


def comparison_tables(comparison: Comparison, label: Labels) -> tuple[Listing, ...]:
    """Matches and pairs."""
    return _matches(comparison, label), _pairs(comparison, label)


def _pairs(comparison: Comparison, label: Labels) -> Listing:
    return table("column_pairs", PAIRS, _values(rows.pair_rows(comparison)), label)


def _matches(comparison: Comparison, label: Labels) -> Listing:
    corpus = figures.reference(comparison, label)
    matches = (match for pair in comparison.pairs for match in pair.matches)
    found = (
        (*row.values(), figures.rarity(match, corpus, label))
        for row, match in zip(rows.match_rows(comparison), matches, strict=True)
    )
    return table("phrases", MATCHES, found, label)


def columns(label: Labels, roles: Mapping[str, Role]) -> tuple[Column, ...]:
    """Columns with the headings of a language, each a key and its role."""
    return tuple(Column(key, label(f"column_{key}"), role) for key, role in roles.items())


def for_programs(title: str, keys: Sequence[str], found: Iterable[tuple[CellValue, ...]]) -> Listing:
    """Rows under keys that stay the same in every language."""
    return Listing(tuple(Column(key, key) for key in keys), list(found), title)


def table(title: str, keys: Sequence[str], found: Iterable[Iterable[CellValue]], label: Labels) -> Listing:
    """Rows as a list with a column a key."""
    heads = columns(label, dict.fromkeys(keys, "words"))
    return Listing(heads, list(map(tuple, found)), label(title), "", label("nothing_found"))


def _values(found: Iterable[Row]) -> Iterable[Iterable[CellValue]]:
    return (row.values() for row in found)
