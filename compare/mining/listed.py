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

Spot = tuple[int, str, str, int, int]
"""One use of a phrase: the number of the article, the signs beside it, and its start and end in the text."""


def spots_of(phrases: Sequence[str], raws: Iterable[Piece | str]) -> dict[str, list[Spot]]:
    """Where phrases stand in texts. Signs are compared as matching compares them."""
    sought = {phrase: re.compile(re.escape(folded(phrase))) for phrase in phrases}
    found: dict[str, list[Spot]] = {phrase: [] for phrase in sought}
    for number, raw in enumerate(raws):
        text = Text.of(raw)
        for phrase, pattern in sought.items():
            for place in pattern.finditer(text.line):
                low, high = place.span()
                beside = text.line[max(0, low - 1) : low], text.line[high : high + 1]
                found[phrase].append((number, *beside, *text.extent(low, high)))
    return found


def listed_phrases(
    docs: Iterable[tuple[str, Piece | str]], phrases: Sequence[str], reference: ReferenceCorpus | None = None
) -> list[Phrase]:
    """The phrases in their order, with what there is to tell of each in a corpus given as `(id, text or piece)`.

    One that no article holds has 0 articles. Raises `UsageError` for a phrase without signs.
    """
    given = [check.text("phrase", phrase) for phrase in check.several("phrases", phrases)]
    texts = sorted(check.several("docs", docs), key=itemgetter(0))
    weigh, found = reference or load_reference(), []
    for phrase, spots in spots_of(given, [raw for _, raw in texts]).items():
        codes, held = Text.of(phrase).codes, {number for number, *_ in spots}
        name, start, end = (texts[spots[0][0]][0], *spots[0][3:]) if spots else ("", 0, 0)
        # A mark or an end is a neighbour of its own in each article.
        left = {before if before.isalnum() else number for number, before, *_ in spots}
        right = {behind if behind.isalnum() else number for number, _, behind, *_ in spots}
        bits = float(weigh.bits(codes).sum())
        found.append(
            Phrase(phrase, len(codes), len(held), len(spots), name, start, end, bits, len(left), len(right))
        )
    return found
