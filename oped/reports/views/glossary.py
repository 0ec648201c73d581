"""What figures and terms of the reports mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oped.reports.model import ReportDocument, TextBlock, TextRun

if TYPE_CHECKING:
    from oped.words import Labels

TERMS = ("pairs", "theme", "wording", "kinds", "free", "set", "common", "line", "twice", "check")


def entries(label: Labels) -> tuple[tuple[str, str], ...]:
    """Term and meaning."""
    return tuple((label(f"term_{term}"), label(f"meaning_{term}")) for term in TERMS)


def glossary(label: Labels) -> ReportDocument:
    """All terms."""
    blocks = [
        TextBlock((TextRun(term, "strong"), TextRun(f"  {meaning}"))) for term, meaning in entries(label)
    ]
    return ReportDocument(label("glossary"), (), tuple(blocks))
