"""Facts in the reader's words, and what the script of the page is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.comparison import Match
    from compare.report.html.view import View
    from compare.report.labels import Labels

SCRIPT_WORDS = ("shown_of", "dark", "light")


def rarity(match: Match, background_size: int, label: Labels) -> str:
    """How surprising a match is: its bits, and how many items of the background hold it."""
    words = f"{match.bits:.0f} {label('bits')}"
    if match.background is None or not background_size:
        return words
    key = "background" if match.background else "background_none"
    return f"{words} · {label(key, n=f'{match.background:,}', of=f'{background_size:,}')}"


def differing(match: Match, side: Literal["left", "right"]) -> Iterator[tuple[str, str | None]]:
    """The words of one side in parts, each with how it differs from the other side; None: not."""
    text, at = getattr(match, side).text, 0
    for start, end, what in sorted((*getattr(change, side), change.what) for change in match.differences):
        if at <= start < end <= len(text):
            yield text[at:start], None
            yield text[start:end], what
            at = end
    yield text[at:], None


def for_script(view: View, label: Labels) -> dict[str, Any]:
    """Matches by pair view, as `[kind, class, bits]` in their order, and the words; plain JSON data."""
    return {
        "pairs": {
            pair.anchor: [
                [shown.match.kind, shown.match.class_, round(shown.match.bits, 2)] for shown in pair.matches
            ]
            for pair in view.pairs
        },
        "words": {key: label(key, n="{n}", of="{of}") for key in SCRIPT_WORDS},
    }
