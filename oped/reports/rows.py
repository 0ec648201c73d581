"""A report as flat rows: what `pandas.DataFrame(rows)` and `polars.DataFrame(rows)` take.

Every row of one kind has the same columns in the same order, and every value is a str, int, float, or None. Names of
columns do not change with the language. Spans are JSON, as in the published schemas: `[[12, 20]]`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.results import Comparison, Pair
    from oped.reports.report import Report
    from seeds.page import Page, Span

Value = str | int | float | None
Row = dict[str, Value]

READ = (
    "page", "id", "title", "kicker", "authors", "date", "column", "source", "url", "characters", "paragraphs"
)  # fmt: skip
PIECES = (
    "id", "page", "piece", "title", "kicker", "authors", "date", "source", "characters", "headline", "summary",
    "engine"
)  # fmt: skip
SIDES = ("left", "right", "left_page", "right_page", "left_title", "right_title")
REUSE = ("reuse", "reuse_left", "reuse_right", "borrowed", "stock", "reuse_percentile")
"""The scores of wording; those that a comparison does not have are None."""
PAIRS = (*SIDES, "theme", "theme_percentile", *REUSE, "matches", "terms", "first")
PHRASES = ("phrase", "pieces", "count", "kind", "class", "background")
MATCHES = (
    *SIDES, "kind", "class", "left_text", "right_text", "left_spans", "right_spans", "bits", "expect", "background",
    "frame", "source"
)  # fmt: skip


def read_rows(pages: Iterable[Page]) -> list[Row]:
    """One row a piece as it was read."""
    return _rows(
        READ,
        (
            (page.name, piece.id, piece.title, piece.kicker, "、".join(piece.authors), piece.date, piece.column,
             piece.source, piece.url, len(piece), sum(paragraph.kind == "body" for paragraph in piece.paragraphs))
            for page in pages
            for piece in page.pieces
        ),
    )  # fmt: skip


def piece_rows(report: Report) -> list[Row]:
    """One row a piece: its head, its length in characters, and its summary."""
    return _rows(
        PIECES,
        (
            (member.id, piece.page, piece.id, piece.title, piece.kicker, "、".join(piece.authors), piece.date,
             piece.source, len(piece), summary.headline.text if summary.headline else "", summary.paragraph.text,
             summary.engine)
            for member, piece, summary in zip(report.comparison.pieces, report.pieces, report.summaries, strict=True)
        ),
    )  # fmt: skip


def pair_rows(comparison: Comparison) -> list[Row]:
    """One row a pair: scores in 0..1, the number of shared phrases, the common terms, and who came first."""
    return _rows(
        PAIRS,
        (
            (*_sides(pair), _rounded(pair.scores.get("theme")), _rounded(pair.percentile),
             *(_rounded(pair.scores.get(name)) for name in REUSE), len(pair.matches),
             "、".join(theme.term for theme in pair.themes), pair.first.id if pair.first else None)
            for pair in comparison.pairs
        ),
    )  # fmt: skip


def phrase_rows(report: Report) -> list[Row]:
    """One row a wording that two pieces or more have: most widely shared first."""
    return _rows(
        PHRASES,
        (
            (phrase.text, " ".join(map(str, phrase.ids)), len(phrase.ids), phrase.match.kind, phrase.match.class_,
             phrase.match.background)
            for phrase in report.shared_phrases()
        ),
    )  # fmt: skip


def match_rows(comparison: Comparison) -> list[Row]:
    """One row a match, pairs in their order, within a pair the least expected first."""
    return _rows(
        MATCHES,
        (
            (*_sides(pair), match.kind, match.class_, match.left.text, match.right.text, _spans(match.left.spans),
             _spans(match.right.spans), round(match.bits, 2), float(f"{match.expect:.3g}"), match.background,
             match.frame, match.source)
            for pair in comparison.pairs
            for match in pair.matches
        ),
    )  # fmt: skip


def _rows(names: Sequence[str], found: Iterable[Sequence[Value]]) -> list[Row]:
    return [dict(zip(names, values, strict=True)) for values in found]


def _sides(pair: Pair) -> tuple[Value, ...]:
    left, right = pair.left, pair.right
    return left.id, right.id, left.page, right.page, left.title, right.title


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 6)


def _spans(spans: Iterable[Span]) -> str:
    return json.dumps([list(span) for span in spans])
