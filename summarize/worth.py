"""How much a sentence says of what its piece is for.

Two logistic regressions over the signs of a sentence (`summarize.signs`): the chance that a reader takes it as an
argument of the piece at least, and the chance that it is the thesis or the call. They were trained on opinion pieces
that readers marked sentence by sentence; `benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

from summarize.document import Document
from summarize.model import chance
from summarize.odds import odds
from summarize.vectors import Floats

THESIS = 3.0
"""How many arguments a thesis is worth."""


def worth(document: Document) -> Floats:
    """What each of `document.texts` is worth to a reader: about 0 for a scene, 4 for a sure thesis."""
    return chance(odds(document)["argument"]) + THESIS * chance(odds(document)["thesis"])
