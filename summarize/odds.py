"""How likely each sentence of a document is to stand alone, to be an argument, to be the thesis."""

from __future__ import annotations

from summarize.document import Document, once
from summarize.model import weighing
from summarize.signs import places, signs
from summarize.vectors import Floats


@once
def odds(document: Document) -> dict[str, Floats]:
    """The log odds of each of `document.texts`: `standing`, `argument` and `thesis`."""
    return weighing("sentences").odds(signs(document), places(document))
