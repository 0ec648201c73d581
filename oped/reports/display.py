"""What results look like by themselves: printed by rich, or at the end of a notebook cell."""

from __future__ import annotations

from typing import Any

from oped.words import Labels


def terminal(result: Any) -> Any:
    """Something that rich prints."""
    from oped.reports import page, rhetoric, summaries, themes
    from oped.reports import terminal as screen

    label = Labels("en")
    match type(result).__name__:
        case "Page":
            return page.page_report(result, label)
        case "Summary":
            return summaries.summary_report(result)
        case "Evaluation":
            return summaries.evaluation_report(result)
        case "Pair":
            return screen.pair_report(result, label)
        case "Comparison":
            return screen.comparison_report(result, label)
        case "Report":
            return screen.report(result, label)
        case "Profile":
            return rhetoric.profile_report(result, label)
        case "Timeline":
            from oped.reports import timeline

            return timeline.terminal(result, label)
        case "ThemeMap":
            return themes.themes_report(result, label)
    return str(result)


def notebook(result: Any) -> str | None:
    """HTML without style or script, None where there is nothing better than the text."""
    from oped.reports import fragments
    from oped.reports.page_fragment import page_fragment
    from oped.reports.summary_fragment import summary_fragment

    match type(result).__name__:
        case "Page":
            return page_fragment(result)
        case "Summary":
            return summary_fragment(result)
        case "Pair":
            return fragments.pair_fragment(result)
        case "Comparison":
            return fragments.comparison_fragment(result)
        case "Report":
            return fragments.report_fragment(result)
    return None
