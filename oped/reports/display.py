"""What results look like by themselves: printed by rich, or at the end of a notebook cell.

The entry points `terminal` and `notebook` of the group `oped.views`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oped.words import Labels, language_of_locale

if TYPE_CHECKING:
    from oped.reports.model import ReportDocument


def terminal(result: object) -> Any:
    """Something that rich prints; the `repr` of what has no document."""
    from oped.reports.forms.terminal import terminal as draw

    label = Labels(language_of_locale())
    document = document_of(result, label)
    return repr(result) if document is None else draw(document)


def notebook(result: object) -> str | None:
    """HTML without style or script, None where the `repr` is all there is."""
    from oped.reports.forms.web import fragment

    label = Labels(language_of_locale())
    document = document_of(result, label)
    return None if document is None else fragment(document, label)


def document_of(result: Any, label: Labels) -> ReportDocument | None:
    """The document of any result, None for what is none."""
    from oped.reports.model import ReportDocument
    from oped.reports.views import full, glance, page, rhetoric, summaries, themes, timeline

    match type(result).__name__:
        case "Page":
            return page.pages_document([result], label)
        case "Summary":
            return summaries.summary_document(result, label)
        case "Evaluation" | "Scores" | "MarkedEvaluation":
            return summaries.figures_document(result, label)
        case "Pair":
            title = f"{result.left.id} + {result.right.id}"
            return ReportDocument(title, (), tuple(full.pair_blocks(result, "", label, 20)))
        case "Comparison":
            return full.comparison(result, label)
        case "Report":
            return glance.glance(result, label)
        case "RhetoricalProfile":
            return rhetoric.rhetoric_document([result], label)
        case "Timeline":
            return timeline.timeline_document(result, label)
        case "ThemeMap":
            return themes.themes_document(result, label)
    return None
