"""Facts about matches, pairs and pieces in the reader's words, the same in every format."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.comparison import Match, Pair
    from compare.rhetoric import Profile, RhetoricalOverlap
    from oped.words import Labels

THEME_SHADES = (50, 75, 90, 98)
REUSE_SHADES = (0, 1, 5, 20)
"""Per cent above which a cell of the heat map is a shade hotter."""


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


def theme_figure(pair: Pair) -> str:
    """The per cent of background pairs that have less theme in common, – where it is not known."""
    if pair.percentile is None:
        return "–"
    # The background is a sample: nothing is nearer than all there is.
    return f"{pair.percentile:.0f}" if pair.percentile < 99 else f"{min(pair.percentile, 99.9):.1f}"


def reuse_figure(pair: Pair) -> str:
    """The per cent of both texts that the other explains, – where it is not known."""
    reuse = pair.scores.get("reuse")
    if reuse is None:
        return "–"
    return f"{100 * reuse:.1f}" if reuse else "0"


def theme_shade(pair: Pair) -> int:
    """How hot the theme of a pair is shown, 0 to `len(THEME_SHADES)`; 0 where it is not known."""
    return 0 if pair.percentile is None else bisect_left(THEME_SHADES, pair.percentile)


def reuse_shade(pair: Pair) -> int:
    """How hot the wording of a pair is shown, 0 to `len(REUSE_SHADES)`."""
    return bisect_left(REUSE_SHADES, 100 * pair.scores.get("reuse", 0.0))


def pair_facts(pair: Pair, label: Labels, alike: RhetoricalOverlap | None = None) -> list[str]:
    """How near two pieces are: theme, wording, rhetoric, and who came first."""
    facts = [label("reuse_share", n=reuse_figure(pair))]
    if pair.percentile is not None:
        facts.insert(0, label("theme_rank", n=theme_figure(pair)))
    if alike is not None:
        facts.append(label("rhetoric_score", n=f"{alike.score:.2f}"))
    if pair.first is not None:
        facts.append(label("first", n=pair.first.id, date=pair.first.date))
    return facts


def profile_facts(profile: Profile, label: Labels) -> Iterator[str]:
    """A profile in a line: how the piece opens and closes, the devices there are, the share of formula."""
    for move in profile.moves:
        yield f"{label(move.place)} {move.label if label.language == 'zh' else label(move.name)}"
    for kind in profile.density:
        if count := len(profile.of(kind)):
            yield f"{label(kind)} {count}"
    if profile.stock is not None:
        yield f"{label('stock_share')} {profile.stock:.0%}"
