"""Given phrases, looked up in a corpus wherever they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from compare.mining.phrases import Phrase
from compare.reference.corpus import ReferenceCorpus, load_reference
from compare.reuse.fold import folded
from compare.reuse.text import Text
from seeds import check
from seeds.errors import UsageError

if TYPE_CHECKING:
    from seeds.page import Piece


def listed_phrases(
    docs: Iterable[tuple[str, Piece | str]], phrases: Sequence[str], reference: ReferenceCorpus | None = None
) -> list[Phrase]:
    """The phrases in their order, with what there is to tell of each in a corpus given as `(id, text or piece)`.

    One that no article holds has 0 articles. Raises `UsageError` for a phrase without signs and an id that
    comes twice.
    """
    given = [check.text("phrase", phrase) for phrase in check.several("phrases", phrases)]
    if (empty := next((phrase for phrase in given if not folded(phrase)), None)) is not None:
        raise UsageError(f"the phrase {empty!r} has no letter, digit or mark that could be looked for")
    texts = sorted(check.several("docs", docs), key=itemgetter(0))
    if twice := next((one for (one, _), (other, _) in pairwise(texts) if one == other), None):
        raise UsageError(f"the id {twice!r} comes twice: give every document an id of its own")
    weigh = reference or load_reference()
    sought = {phrase: re.compile(re.escape(folded(phrase))) for phrase in given}
    # Of each phrase: the articles that hold it, what stands beside it, how often it is used, and where first.
    uses: dict[str, tuple[set[int], set[str | int], set[str | int]]] = {
        p: (set(), set(), set()) for p in given
    }
    times, first = Counter[str](), dict[str, tuple[str, int, int]]()
    for number, (name, raw) in enumerate(texts):
        text = Text.of(raw)
        for phrase, pattern in sought.items():
            held, left, right = uses[phrase]
            for place in pattern.finditer(text.line):
                low, high = place.span()
                before, behind = text.line[max(0, low - 1) : low], text.line[high : high + 1]
                held.add(number)
                # A mark or an end is a neighbour of its own in each article.
                left.add(before if before.isalnum() else number)
                right.add(behind if behind.isalnum() else number)
                times[phrase] += 1
                if phrase not in first:
                    first[phrase] = (name, *text.extent(low, high))
    found = []
    for phrase, (held, left, right) in uses.items():
        codes = Text.of(phrase).codes
        name, start, end = first.get(phrase, ("", 0, 0))
        bits = float(weigh.bits(codes).sum())
        found.append(
            Phrase(
                phrase, len(codes), len(held), times[phrase], name, start, end, bits, len(left), len(right)
            )
        )
    return found
