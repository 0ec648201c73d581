"""Facts about a match in the reader's words, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.comparison import Match
    from compare.report.labels import Labels


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
