"""`compare` and `compare_all`: from pieces to what every two of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.reference.corpus import load_reference
from compare.results import EXPECT, Comparison, Member, Pair
from compare.reuse.find import Pairs
from compare.reuse.matches import match_of
from compare.reuse.score import reuse
from compare.reuse.text import Text
from compare.themes.overlap import overlap
from compare.themes.profile import profile
from seeds import check
from seeds.language.analysis import Analysis, sources_of
from seeds.language.tokens import default_tokenizer
from seeds.page import Piece
from seeds.signature import signature

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.reference.corpus import ReferenceCorpus
    from seeds.language.analysis import Source
    from seeds.page import Page


def compare(
    left: Source, right: Source, *, reference: ReferenceCorpus | None = None, expect: float = EXPECT
) -> Pair:
    """What two pieces, or two plain texts, share.

    `expect` is the number of chance matches to put up with: what is told has a lower expected number, see
    `compare.results.Match`. `reference` is what rarity is measured against, by default the one that comes with
    oped. Raises `UsageError` for an `expect` that is not above 0.
    """
    return compare_all([left, right], reference=reference, expect=expect).pairs[0]


def compare_all(
    pieces: Iterable[Source] | Page, *, reference: ReferenceCorpus | None = None, expect: float = EXPECT
) -> Comparison:
    """Every pair of some pieces: those of a page, of several pages together, or any others.

    What two of them share does not depend on the others. The pieces are numbered anew from 1 in their order.
    Raises `UsageError` for an `expect` that is not above 0.
    """
    check.number("expect", expect)
    items = sources_of(pieces)
    reference = reference or load_reference()
    members = tuple(_member(number, item) for number, item in enumerate(items, 1))
    texts = [Text.of(item) for item in items]
    profiles = [profile(item) for item in items]
    found = Pairs(texts, reference, expect)
    sizes = [int(text.counted[-1]) for text in texts]
    calibration = reference.calibration if expect == EXPECT else None
    nothing = None if calibration is None else calibration.of_nothing(sizes)
    pairs = []
    for i, j, findings in found:
        matches = [match_of(found, i, j, finding) for finding in findings]
        matches.sort(key=lambda match: (match.expect, match.left.spans, match.right.spans))
        both = sizes[i], sizes[j]
        themes = overlap(profiles[i], profiles[j], calibrations=reference.themes)
        scores = {"theme": themes.score, **reuse(matches, both)}
        if themes.percentile is not None:
            scores["theme_percentile"] = themes.percentile
        if calibration is not None and matches:
            scores["reuse_percentile"] = calibration.percentile(scores["reuse"], *both)
        elif nothing is not None:
            scores["reuse_percentile"] = float(nothing[i, j])
        pairs.append(
            Pair(members[i], members[j], scores, themes.terms, tuple(matches), themes.percentile, both)
        )
    tokenizer = next((item.tokenizer for item in items if isinstance(item, Analysis)), default_tokenizer())
    made_with = signature(tokenizer, reference=f"{reference.name}/{reference.items}", expect=expect)
    return Comparison(members, tuple(pairs), expect, reference.name, reference.items, made_with)


def _member(number: int, item: Source) -> Member:
    if isinstance(item, Analysis):
        item = item.piece
    if isinstance(item, Piece):
        return Member(number, item.title, item.page, item.id, item.date, item.authors)
    return Member(number, "")
