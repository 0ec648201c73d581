"""What the script of the page is told: facts to filter matches by, and words in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oped.reports.html.view import ReportView
    from oped.words import Labels

SCRIPT_WORDS = ("shown_of", "dark", "light", "copied", "copy_text")


def script_data(view: ReportView, label: Labels, plain: str) -> dict[str, Any]:
    """Matches by pair view, as `[kind, class, news items that hold it]`; the words, and the report as `plain` text.

    Plain JSON data.
    """
    return {
        "pairs": {
            pair.anchor: [
                [shown.match.kind, shown.match.class_, shown.match.background] for shown in pair.matches
            ]
            for pair in view.pairs
        },
        "plain": plain,
        "words": {key: label(key, n="{n}", of="{of}") for key in SCRIPT_WORDS},
    }
