"""What pairs, comparisons and reports look like in a notebook: HTML without style or script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from oped.reports.facts import differing, rarity
from oped.reports.page_fragment import page_fragment
from oped.reports.report import strength
from oped.reports.summary_fragment import summary_fragment
from oped.words import Labels
from seeds.safe import html_text

if TYPE_CHECKING:
    from compare.comparison import Comparison, Match, Member, Pair
    from oped.reports.report import Report

MOST_IN_MATRIX = 20
MOST_PAIRS = 5
MOST_MATCHES = 20


def pair_fragment(pair: Pair, background_size: int = 0) -> str:
    """Titles, scores, common terms, and a table of the shared phrases."""
    scores = ", ".join(f"{html_text(name)} {value:.2f}" for name, value in pair.scores.items())
    terms = html_text("、".join(theme.term for theme in pair.themes))
    rows = "".join(_match_row(match, background_size) for match in pair.matches[:MOST_MATCHES])
    left_out = len(pair.matches) - MOST_MATCHES
    return (
        f"<section><p>{_title(pair.left)} / {_title(pair.right)}</p><p>{scores}</p>"
        + (f"<p lang='zh'>{terms}</p>" if terms else "")
        + (
            f"<table><thead><tr><th>left</th><th>right</th><th>kind</th><th>class</th><th>rarity</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
            if rows
            else ""
        )
        + (f"<p>… and {left_out} more</p>" if left_out > 0 else "")
        + "</section>"
    )


def comparison_fragment(comparison: Comparison) -> str:
    """The matrix (theme right of the diagonal, reuse left of it) and the strongest pairs."""
    ranked = sorted(comparison.pairs, key=lambda pair: (-strength(pair), pair.left.id, pair.right.id))
    shown = [pair for pair in ranked if pair.matches or pair.themes][:MOST_PAIRS]
    matrix = _matrix(comparison) if len(comparison.pieces) <= MOST_IN_MATRIX else ""
    return (
        f"<section>{matrix}{''.join(pair_fragment(p, comparison.background_size) for p in shown)}</section>"
    )


def report_fragment(report: Report) -> str:
    """Pages, summaries and comparison, one below the other."""
    parts = [
        *map(page_fragment, report.pages),
        *map(summary_fragment, report.summaries),
        comparison_fragment(report.comparison),
    ]
    return f"<section>{''.join(parts)}</section>"


def _title(member: Member) -> str:
    return f"<b>{member.id}</b> <span lang='zh'>{html_text(member.title)}</span>"


def _match_row(match: Match, background_size: int) -> str:
    sides = f"<td lang='zh'>{_changes(match, 'left')}</td><td lang='zh'>{_changes(match, 'right')}</td>"
    facts = (match.kind, match.class_, rarity(match, background_size, Labels("en")))
    return f"<tr>{sides}{''.join(f'<td>{html_text(fact)}</td>' for fact in facts)}</tr>"


def _changes(match: Match, side: Literal["left", "right"]) -> str:
    return "".join(
        f"<em>{html_text(text)}</em>" if what else html_text(text) for text, what in differing(match, side)
    )


def _matrix(comparison: Comparison) -> str:
    scores = {(pair.left.id, pair.right.id): pair.scores for pair in comparison.pairs}

    def cell(row: Member, column: Member) -> str:
        if row.id == column.id:
            return "<td>·</td>"
        found = scores.get((min(row.id, column.id), max(row.id, column.id)), {})
        score = found.get("theme" if row.id < column.id else "reuse")
        return f"<td>{'–' if score is None else f'{score:.2f}'}</td>"

    head = "".join(f"<th>{member.id}</th>" for member in comparison.pieces)
    rows = "".join(
        f"<tr><th>{_title(row)}</th>{''.join(cell(row, column) for column in comparison.pieces)}</tr>"
        for row in comparison.pieces
    )
    return (
        "<table><caption>right of the diagonal: theme; left of it: phrase reuse</caption>"
        f"<thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
