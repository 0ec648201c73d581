"""Given phrases, looked up in a corpus wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from compare.mining.phrases import Phrase
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.reuse.fold import folded
from compare.reuse.text import Text
from seeds import check

if TYPE_CHECKING:
    from seeds.page import Piece

Uses = list[tuple[int, int]]
"""Numbers of articles in their order, and the uses in each."""


def uses_of(phrases: Sequence[str], raws: Iterable[Piece | str]) -> dict[str, Uses]:
    """Which articles use which phrases, how often. Signs are compared as matching compares them."""
    wanted = {text: folded(text) for text in phrases}
    found: dict[str, Uses] = {text: [] for text in wanted}
    for number, raw in enumerate(raws):
        signs = Text.of(raw).line
        for phrase, sought in wanted.items():
            if count := signs.count(sought):
                found[phrase].append((number, count))
    return found


def listed_phrases(
    docs: Iterable[tuple[str, Piece | str]], phrases: Sequence[str], reference: ReferenceCorpus | None = None
) -> list[Phrase]:
    """The phrases in their order, with what there is to tell of each in a corpus given as `(id, text or piece)`.

    One that no article holds has 0 articles. Raises `UsageError` for a phrase without signs.
    """
    given = [check.text("phrase", phrase) for phrase in check.several("phrases", phrases)]
    held = sorted(check.several("docs", docs), key=itemgetter(0))
    weigh = reference or load_reference()
    found = []
    for phrase, uses in uses_of(given, [raw for _, raw in held]).items():
        texts = [Text.of(held[number][1]) for number, _ in uses]
        around = [
            (
                text.line[max(0, place.start() - 1) : place.start()],
                text.line[place.end() : place.end() + 1],
                number,
            )
            for number, text in enumerate(texts)
            for place in re.finditer(re.escape(folded(phrase)), text.line)
        ]
        codes = Text.of(phrase).codes
        place = texts[0].line.index(folded(phrase)) if texts else 0
        found.append(
            Phrase(
                text=phrase,
                length=len(codes),
                df=len(uses),
                times=sum(count for _, count in uses),
                article=held[uses[0][0]][0] if uses else "",
                start=texts[0].extent(place, place + len(codes))[0] if texts else 0,
                end=texts[0].extent(place, place + len(codes))[1] if texts else 0,
                bits=float(weigh.bits(codes).sum()),
                left=len({before if before.isalnum() else number for before, _, number in around}),
                right=len({behind if behind.isalnum() else number for _, behind, number in around}),
            )
        )
    return found
