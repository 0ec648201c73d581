"""`compare` and `compare_all`: from pieces to what every two of them share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from compare.pair_table import PairTable
from compare.reference.calibration import Figures
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.results import EXPECT, Comparison, Member, Pair
from compare.reuse.find import Pairs
from compare.reuse.score import SHARES, reuse
from compare.reuse.text import Text
from compare.themes.overlap import scores as theme_scores
from compare.themes.percentile import percentiles
from compare.themes.profile import TermProfile, profile
from seeds import check
from seeds.garbage import collected_later
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
    with collected_later():
        found = Pairs([Text.of(item, tokenizer) for item in items], reference, expect)
        profiles = [profile(item, tokenizer=tokenizer, stopwords=stopwords) for item in items]
        sizes = [text.size for text in found.texts]
        findings = {}
        shares = {name: np.zeros(len(items) * (len(items) - 1) // 2) for name in SHARES}
        for at, i, j, some in found.told():
            findings[at] = [(finding, found.quoted.equal(i, j, finding)) for finding in some]
            equal = [(finding.kind.class_, ranges) for finding, ranges in findings[at]]
            for name, share in reuse(equal, (sizes[i], sizes[j])).items():
                shares[name][at] = share
        ranked = _ranked(profiles, sizes, shares, reference, calibrated=expect == EXPECT)
    pairs = PairTable(
        members, profiles, sizes, found.quoted, findings, [*ranked], np.stack([*ranked.values()], axis=1)
    )
    made_with = signature(
        tokenizer_of(items, tokenizer),
        reference=f"{reference.name}/{reference.items}",
        stopwords=stopwords,
        expect=expect,
    )
    return Comparison(members, pairs, expect, reference.name, reference.items, made_with)


def _ranked(
    profiles: Sequence[TermProfile],
    sizes: Sequence[int],
    shares: Mapping[str, Figures],
    reference: ReferenceCorpus,
    *,
    calibrated: bool,
) -> dict[str, Figures]:
    """All scores of all pairs, and their percentiles where these are known, NaN elsewhere."""
    matrix = theme_scores(profiles)
    scores = {"theme": matrix[np.triu_indices(len(profiles), 1)], **shares}
    usual = reference.calibration if calibrated else None
    for name in ["theme_percentile", "reuse_percentile"][: 2 if usual else 1]:
        scores[name] = np.full(len(scores["theme"]), np.nan)
    at = 0
    for i in range(len(profiles) - 1):
        others = slice(i + 1, None)
        row = slice(at, at := at + len(profiles) - 1 - i)
        found = percentiles(matrix[i, others], profiles[i], profiles[others], reference.themes)
        scores["theme_percentile"][row] = found
        if usual:
            scores["reuse_percentile"][row] = usual.percentiles(shares["reuse"][row], sizes[i], sizes[others])
    return scores


def _member(number: int, item: Source) -> Member:
    if isinstance(item, Analysis):
        item = item.piece
    if isinstance(item, Piece):
        return Member(number, item.title, item.page, item.id, item.date, item.authors)
    return Member(number, "")
