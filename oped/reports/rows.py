"""A report as flat rows: what `pandas.DataFrame(rows)` and `polars.DataFrame(rows)` take.

Every row of one kind has the same columns in the same order, and every value is a str, int, float, or None.
Spans are JSON, as in the published schemas: `[[12, 20]]`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from oped.reports.figures import theme_percentile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.results import Comparison, Pair
    from oped.reports.report import Report
    from seeds.page import Span

Row = dict[str, str | int | float | None]
REUSE = ("reuse", "reuse_left", "reuse_right", "borrowed", "stock", "reuse_percentile")
"""The scores of wording; those that a comparison does not have are None."""


def piece_rows(report: Report) -> list[Row]:
    """One row a piece: its head, its length in characters, and its summary."""
    return [
        {
            "id": member.id,
            "page": piece.page,
            "piece": piece.id,
            "title": piece.title,
            "kicker": piece.kicker,
            "authors": "、".join(piece.authors),
            "date": piece.date,
            "source": piece.source,
            "characters": len(piece),
            "headline": summary.headline.text if summary.headline else "",
            "summary": summary.paragraph.text,
            "engine": summary.engine,
        }
        for member, piece, summary in zip(
            report.comparison.pieces, report.pieces, report.summaries, strict=True
        )
    ]


def pair_rows(comparison: Comparison) -> list[Row]:
    """One row a pair: scores in 0..1, the number of shared phrases, the common terms, and who came first."""
    return [
        {
            **_sides(pair),
            "theme": _rounded(pair.scores.get("theme")),
            "theme_percentile": _rounded(theme_percentile(pair)),
            **{name: _rounded(pair.scores.get(name)) for name in REUSE},
            "matches": len(pair.matches),
            "terms": "、".join(theme.term for theme in pair.themes),
            "first": pair.first.id if pair.first else None,
        }
        for pair in comparison.pairs
    ]


def phrase_rows(report: Report) -> list[Row]:
    """One row a wording that two pieces or more have: most widely shared first."""
    return [
        {
            "phrase": phrase.text,
            "pieces": " ".join(map(str, phrase.ids)),
            "count": len(phrase.ids),
            "kind": phrase.match.kind,
            "class": phrase.match.class_,
            "background": phrase.match.background,
        }
        for phrase in report.shared_phrases()
    ]


def match_rows(comparison: Comparison) -> list[Row]:
    """One row a match, pairs in their order, within a pair the least expected first."""
    return [
        {
            **_sides(pair),
            "kind": match.kind,
            "class": match.class_,
            "left_text": match.left.text,
            "right_text": match.right.text,
            "left_spans": _spans(match.left.spans),
            "right_spans": _spans(match.right.spans),
            "bits": round(match.bits, 2),
            "expect": float(f"{match.expect:.3g}"),
            "background": match.background,
            "frame": match.frame,
            "source": match.source,
        }
        for pair in comparison.pairs
        for match in pair.matches
    ]


def _sides(pair: Pair) -> Row:
    return {
        "left": pair.left.id,
        "right": pair.right.id,
        "left_page": pair.left.page,
        "right_page": pair.right.page,
        "left_title": pair.left.title,
        "right_title": pair.right.title,
    }


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 6)


def _spans(spans: Iterable[Span]) -> str:
    return json.dumps([list(span) for span in spans])
