"""Wording that a corpus puts in quotation marks again and again (“三个代表”): a whole by its writers' own word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from compare.mining.phrases import Phrase
from compare.mining.setphrases import Surroundings
from compare.reuse.fold import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from compare.mining.phrases import Indices
    from compare.mining.symbols import Lettered
    from compare.reference.corpus import ReferenceCorpus

QUOTED = re.compile(r"[“「]([\u3400-\u9fff、，]{3,16})[”」]")
LEAST = 3
"""Uses of a quoted wording at least."""
AROUND = Surroundings(
    mark_after=0.5, free_after=0.7, de_after=0.1, quoted=0.5, list_before=0.0, list_after=0.0
)
"""What always stands in quotation marks tells nothing else by its surroundings: those of a usual set phrase."""


def quoted_phrases(
    corpus: Lettered, known: Collection[str], least_docs: int, background: ReferenceCorpus
) -> Iterator[tuple[Phrase, Indices, Indices]]:
    """The quoted wordings that are not `known`, each with its documents in rising order, and its uses in each."""
    uses: dict[str, dict[int, int]] = {}
    for number in range(len(corpus)):
        for found in QUOTED.finditer(corpus.text(number).raw):
            held = uses.setdefault(folded(found[1]), {})
            held[number] = held.get(number, 0) + 1
    for signs, held in uses.items():
        if signs in known or len(held) < max(2, least_docs) or sum(held.values()) < LEAST:
            continue
        number = next(iter(held))
        text = corpus.text(number)
        place = text.codes.tobytes().decode("utf-32-le", "surrogatepass").find(signs)
        start, end = text.extent(place, place + len(signs))
        codes = text.codes[place : place + len(signs)]
        yield (
            Phrase(
                text=text.string(place, place + len(signs)),
                length=len(signs),
                df=len(held),
                times=sum(held.values()),
                article=corpus.names[number],
                start=start,
                end=end,
                bits=float(background.bits(codes).sum()),
                left=len(held),
                right=len(held),
            ),
            np.array(list(held)),
            np.array(list(held.values())),
        )
