"""`compare` and `compare_all`: from pieces to what every two of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.background import load_background
from compare.comparison import Comparison, Member, Pair
from compare.reuse.find import Pairs
from compare.reuse.matches import match_of
from compare.reuse.text import texts_of
from compare.scores import reuse
from compare.themes.overlap import overlap
from compare.themes.profile import profile
from seeds import check
from seeds.language.analysis import Analysis, sources_of
from seeds.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.background import Background
    from seeds.language.analysis import Source
    from seeds.page import Page


def compare(
    left: Source, right: Source, *, background: Background | None = None, expect: float = 0.01
) -> Pair:
    """What two pieces, or two plain texts, share.

    `expect` is the number of chance matches to put up with: a phrase is kept when unrelated texts of these
    lengths would be expected to share fewer phrases as rare as it. `background` is what rarity is measured
    against, by default the one that comes with oped. Raises `UsageError` for an `expect` that is not
    above 0.
    """
    return compare_all([left, right], background=background, expect=expect).pairs[0]


def compare_all(
    pieces: Iterable[Source] | Page, *, background: Background | None = None, expect: float = 0.01
) -> Comparison:
    """Every pair of some pieces: those of a page, of several pages together, or any others.

    The pieces are numbered anew from 1 in their order. Raises `UsageError` for an `expect` that is not above
    0.
    """
    check.number("expect", expect)
    items = sources_of(pieces)
    background = background or load_background()
    members = tuple(_member(number, item) for number, item in enumerate(items, 1))
    texts = texts_of([item.piece if isinstance(item, Analysis) else item for item in items])
    profiles = [profile(item) for item in items]
    searched = Pairs(texts, background, expect)
    pairs = []
    for i, j, findings in searched:
        matches = [match_of(texts[i], texts[j], finding, background) for finding in findings]
        telling = [
            (match.class_, finding.runs)
            for match, finding in zip(matches, findings, strict=True)
            if finding.expect <= expect
        ]
        themes = overlap(profiles[i], profiles[j])
        scores = {"theme": themes.score} | reuse(searched.search.bits(i), searched.search.bits(j), telling)
        matches.sort(key=lambda match: (match.expect, match.left.spans, match.right.spans))
        found = tuple(matches)
        pairs.append(Pair(members[i], members[j], scores, themes.terms, found, themes.percentile))
    return Comparison(members, tuple(pairs), expect, background.name, background.items)


def _member(number: int, item: Source) -> Member:
    if isinstance(item, Analysis):
        item = item.piece
    if isinstance(item, Piece):
        return Member(number, item.title, item.page, item.id, item.date, item.authors)
    return Member(number, "")
