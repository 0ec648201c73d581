"""Figures in words: every number says of what, and on what scale; the same in every form and language."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.results import Comparison, Match, Pair
    from compare.rhetoric import RhetoricalProfile
    from oped.reports.report import Report
    from oped.words import Labels

THEME_SHADES = (50, 75, 90, 98)
REUSE_SHADES = (0, 1, 5, 20)
"""Per cent above which a cell of the matrix is a shade hotter."""
REPRINT = 0.5
"""Share of a text in wording of the other from which on the two are told as one printed again, or nearly so."""
TELLING = 90
"""Percentile from which on two pieces are called near, and shared wording is more than any two pieces share."""
STRIKING = 98
"""Percentile of theme from which on a pair is worth a reader's time: of ten pairs one is above 90 by chance."""
MUCH = 0.03
"""Share of a text in shared wording, set phrases and all, below which it is what any two pieces share."""
BORROWED = 5
"""How much more a share of borrowed wording tells than one of set phrases."""
LONG_ENOUGH = 10
"""Characters of free wording or of a quotation that make a pair worth reading by themselves."""
EXACT = 10
"""Items of the reference below which a number is told as it is."""
NAMED = ("free", "quotation")
"""Classes of wording that one text may have from the other; the rest is common to all."""


def of_hundred(percentile: float) -> str:
    """A percentile as a whole number; the pairs it was measured on are a sample: nothing is above all there is."""
    return f"{min(int(percentile), 99)}"


def per_cent(share: float) -> str:
    """A share as per cent, as exact as a reader has use for."""
    number = 100 * share
    if number <= 0:
        return "0"
    if number < 1:
        return "<1"
    return f"{min(number, 100):.0f}"


def strength(pair: Pair) -> float:
    """What pairs are ranked by, 0..2: how unusual their common theme is, and how much wording they share.

    Wording that one may have from the other counts more than what is common to all.
    """
    theme = pair.percentile
    shared = pair.scores.get("reuse", 0.0)
    borrowed, stock = pair.scores.get("borrowed", shared), pair.scores.get("stock", 0.0)
    wording = min(1.0, BORROWED * borrowed + stock)
    return (pair.scores.get("theme", 0.0) if theme is None else theme / 100) + wording


def is_reprint(pair: Pair) -> bool:
    """Whether one of the two texts stands for the greater part in the other."""
    return max(pair.scores.get("reuse_left", 0.0), pair.scores.get("reuse_right", 0.0)) >= REPRINT


def shares_wording(pair: Pair) -> bool:
    """Whether what two pieces share goes beyond what any two share: a passage, or very many set phrases."""
    much = max(pair.scores.get("reuse_left", 0.0), pair.scores.get("reuse_right", 0.0)) >= MUCH
    return (much and pair.scores.get("reuse_percentile", 0) >= TELLING) or any(
        match.class_ in NAMED and match.kind != "skeleton" and len(match.left.text) >= LONG_ENOUGH
        for match in pair.matches
    )


def is_telling(pair: Pair) -> bool:
    """Whether an editor who reads two pieces together would read these two."""
    return shares_wording(pair) or (pair.percentile or 0) >= STRIKING


def is_near(pair: Pair) -> bool:
    """Whether two pieces share any wording, or more theme than nine pairs of ten."""
    return bool(pair.matches) or (pair.percentile or 0) >= TELLING


def pair_facts(pair: Pair, label: Labels) -> list[str]:
    """How near two pieces are: wording, theme, and who came first."""
    facts = list(_wording(pair, label))
    theme, reuse = pair.percentile, pair.scores.get("reuse_percentile") if pair.scores.get("reuse") else None
    if theme is not None and reuse is not None:
        facts.append(label("both_ranks", reuse=of_hundred(reuse), theme=of_hundred(theme)))
    elif theme is not None:
        facts.append(label("theme_rank", n=of_hundred(theme)))
    return [*facts, *_first(pair, label)]


def pair_facts_short(pair: Pair, label: Labels) -> list[str]:
    """How near two pieces are, in a line."""
    wording, theme = next(_wording(pair, label)), pair.percentile
    told = [wording] if theme is None else [wording, label("theme_rank_short", n=of_hundred(theme))]
    return [*told, *_first(pair, label)]


def _first(pair: Pair, label: Labels) -> list[str]:
    return [label("first", n=pair.first.id, date=pair.first.date)] if pair.first else []


def pair_fact(pair: Pair, label: Labels) -> str:
    """How near two pieces are, in a word or two: the share of wording, without any that of theme."""
    sides = {"reuse_left": pair.left.id, "reuse_right": pair.right.id}
    most = max(sides, key=lambda side: pair.scores.get(side, 0.0))
    share = pair.scores.get(most, 0.0)
    theme = pair.percentile
    if theme is not None and per_cent(share) in ("0", "<1"):
        return label("theme_rank_short", n=of_hundred(theme))
    return label("share_brief", n=per_cent(share), id=sides[most])


def _wording(pair: Pair, label: Labels) -> Iterator[str]:
    if not pair.scores.get("reuse"):
        yield label("reuse_hardly" if pair.matches else "reuse_none")
        return
    left, right = (
        per_cent(pair.scores.get(side, pair.scores["reuse"])) for side in ("reuse_left", "reuse_right")
    )
    a, b = pair.left.id, pair.right.id
    yield (
        label("reuse_both", n=left)
        if left == right
        else label("reuse_share", a=a, left=left, b=b, right=right)
    )
    borrowed, stock = pair.scores.get("borrowed"), pair.scores.get("stock")
    if borrowed and stock:
        yield label("reuse_parts", borrowed=per_cent(borrowed), stock=per_cent(stock))
    elif borrowed is not None and stock:
        yield label("reuse_stock")


def reference(comparison: Comparison, label: Labels) -> str:
    """The reference corpus in words: how many items of what; empty where there is none."""
    if not comparison.background_size:
        return ""
    named = f"reference_{comparison.background_name}"
    key = named if named in label else "reference"
    return label(key, n=f"{comparison.background_size:,}", name=comparison.background_name)


def about(items: int) -> int:
    """A number of items with one figure that counts: the reference keeps steps of a fifth, not numbers."""
    if items < EXACT:
        return items
    step: int = 10 ** (len(str(items)) - 1)
    return (items + step // 2) // step * step


def rarity(match: Match, corpus: str, label: Labels) -> str:
    """About how many items of a `reference` corpus hold a phrase; empty where it is not known."""
    if match.background is None or not corpus:
        return ""
    key = "background" if match.background else "background_none"
    return label(key, n=f"{about(match.background):,}", corpus=corpus)


def what(match: Match, label: Labels) -> str:
    """What a match is, in a word or two: its class, and how alike its sides are where they differ."""
    if match.kind in ("verbatim", "enumeration"):
        return label(match.class_) if match.class_ != "free" else label(match.kind)
    if match.class_ == "free":
        return label(match.kind)
    return (
        f"{label(match.class_)}, {label(match.kind)}"
        if label.language == "en"
        else f"{label(match.class_)}（{label(match.kind)}）"
    )


def differing(match: Match, side: Literal["left", "right"]) -> Iterator[tuple[str, str | None, str]]:
    """The words of one side in parts, each with how it differs from the other side (None: not), and the words there."""
    other: Literal["left", "right"] = "right" if side == "left" else "left"
    text, there, at = getattr(match, side).text, getattr(match, other).text, 0
    for change in sorted(match.differences, key=lambda change: getattr(change, side)):
        start, end = getattr(change, side)
        if at <= start <= end <= len(text):
            yield text[at:start], None, ""
            yield text[start:end], change.what, there[slice(*getattr(change, other))]
            at = end
    yield text[at:], None, ""


def profile_facts(profile: RhetoricalProfile, label: Labels) -> Iterator[str]:
    """A profile in a line: the devices there are, counted, and how much of the text is set phrases."""
    for kind in profile.density:
        if count := len(profile.of(kind)):
            yield label("device_count", device=label.term(kind), n=count)
    if profile.stock is not None:
        yield label("stock_share", n=per_cent(profile.stock))


def theme_cell(pair: Pair) -> tuple[str, int]:
    """A matrix cell above the diagonal: how near in theme, – where not known, and how hot it is shown, 0 to 4."""
    found = pair.percentile
    return "–" if found is None else of_hundred(found), bisect_left(THEME_SHADES, found or 0)


def reuse_cell(pair: Pair) -> tuple[str, int]:
    """A matrix cell below the diagonal: the greater of both shares of wording as per cent, and how hot it is shown."""
    reuse = pair.scores.get("reuse")
    if not reuse:
        return "–" if reuse is None else "·", 0
    most = max(pair.scores.get(side, 0.0) for side in ("reuse", "reuse_left", "reuse_right"))
    return per_cent(most), bisect_left(REUSE_SHADES, 100 * reuse)


def piece_facts(report: Report, member: int, label: Labels, *, short: bool = False) -> list[str]:
    """Who wrote a piece, when, and where it stands; a `short` form tells nothing of a byline that is not there."""
    piece = report.piece(member)
    by = "、".join(piece.authors) or ("" if short else label("no_author"))
    facts = [by] if by else []
    if piece.date:
        facts.append(piece.date)
    if report.many_files and piece.page:
        facts.append(piece.page)
    return facts
