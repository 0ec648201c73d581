"""`compare` and `compare_all`: from pieces to what every two of them share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter

import numpy as np

from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.results import EXPECT, Comparison, Match, Member, Pair
from compare.reuse.find import Pairs
from compare.reuse.finding import Finding
from compare.reuse.matches import match_of
from compare.reuse.score import BORROWED, reuse
from compare.reuse.text import Text
from compare.themes.overlap import CommonTerms
from compare.themes.overlap import scores as theme_scores
from compare.themes.percentile import percentiles
from compare.themes.profile import profile
from seeds import check
from seeds.language.analysis import Analysis, Source, sources_of, tokenizer_of
from seeds.language.tokens import Tokenizer
from seeds.page import Page, Piece
from seeds.signature import signature


def compare(
    left: Source,
    right: Source,
    *,
    reference: ReferenceCorpus | None = None,
    expect: float = EXPECT,
    tokenizer: Tokenizer | None = None,
    stopwords: Collection[str] = (),
) -> Pair:
    """What two pieces, or two plain texts, share: see `compare_all`."""
    return compare_all(
        [left, right], reference=reference, expect=expect, tokenizer=tokenizer, stopwords=stopwords
    ).pairs[0]


def compare_all(
    pieces: Iterable[Source] | Page,
    *,
    reference: ReferenceCorpus | None = None,
    expect: float = EXPECT,
    tokenizer: Tokenizer | None = None,
    stopwords: Collection[str] = (),
) -> Comparison:
    """Every pair of some pieces: those of a page, of several pages together, or any others.

    What two of them share does not depend on the others. The pieces are numbered anew from 1 in their order.

    `expect` is the number of chance matches to put up with: what is told has a lower expected number, see
    `compare.results.Match`. `reference` is what rarity and percentiles are measured against, by default the one that
    comes with oped. `tokenizer` cuts words, a `seeds.language.dictionary.DictionaryTokenizer` your own as well;
    `stopwords` are never themes. Raises `UsageError` for an `expect` that is not above 0.
    """
    check.number("expect", expect)
    items = sources_of(pieces)
    reference = reference or load_reference()
    members = tuple(_member(number, item) for number, item in enumerate(items, 1))
    found = Pairs([Text.of(item, tokenizer) for item in items], reference, expect)
    profiles = [profile(item, tokenizer=tokenizer, stopwords=stopwords) for item in items]
    sizes = [int(text.counted[-1]) for text in found.texts]
    themes = theme_scores(profiles)
    calibration = reference.calibration if expect == EXPECT else None
    pairs = []
    for i, row in groupby(found, key=itemgetter(0)):
        others = slice(i + 1, None)
        matches = [_matches(found, *pair) for pair in row]
        shares = [reuse(some, (sizes[i], size)) for some, size in zip(matches, sizes[others], strict=True)]
        ranked = percentiles(themes[i, others], profiles[i], profiles[others], reference.themes)
        shared = np.array([share["reuse"] for share in shares])
        usual = calibration.percentiles(shared, sizes[i], sizes[others]).tolist() if calibration else []
        for at, theme in enumerate(themes[i, others].tolist()):
            j = i + 1 + at
            scores = {"theme": theme, **shares[at]}
            if (percentile := ranked[at]) is not None:
                scores["theme_percentile"] = percentile
            if usual:
                scores["reuse_percentile"] = usual[at]
            copied = [
                match
                for match in matches[at]
                if match.class_ in BORROWED and match.kind in ("verbatim", "near")
            ]
            ours, theirs = [match.left.text for match in copied], [match.right.text for match in copied]
            terms = CommonTerms(profiles[i], profiles[j], (ours, theirs) if copied else ((), ()))
            pairs.append(Pair(members[i], members[j], scores, terms, matches[at], (sizes[i], sizes[j])))
    made_with = signature(
        tokenizer_of(items, tokenizer),
        reference=f"{reference.name}/{reference.items}",
        stopwords=stopwords,
        expect=expect,
    )
    return Comparison(members, tuple(pairs), expect, reference.name, reference.items, made_with)


def _matches(found: Pairs, i: int, j: int, findings: Iterable[Finding]) -> tuple[Match, ...]:
    """The matches of two texts, the least expected first."""
    matches = [match_of(found, i, j, finding) for finding in findings]
    return tuple(sorted(matches, key=lambda match: (match.expect, match.left.spans, match.right.spans)))


def _member(number: int, item: Source) -> Member:
    if isinstance(item, Analysis):
        item = item.piece
    if isinstance(item, Piece):
        return Member(number, item.title, item.page, item.id, item.date, item.authors)
    return Member(number, "")
