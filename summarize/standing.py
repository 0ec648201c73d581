"""Whether a sentence can stand alone, under nothing but the title of its piece.

Two steps. Rules that never yield name what an editor would never print out of its place: a question, a heading that
ran into a sentence, 他 or 其中 at the beginning, the paper's own notes. For the rest a logistic regression over the
signs of a sentence (`summarize.signs`) gives the chance that a reader takes it as complete and understood. It was
trained on opinion pieces that readers marked sentence by sentence; `benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.document import Document, once
from summarize.model import chance
from summarize.odds import odds
from summarize.signs import Named, signs
from summarize.vectors import Floats

SURE = 0.75
"""A sentence with at least this chance to stand alone may be chosen."""

ROOM_TO_NAME = 30
"""A sentence of fewer characters hardly names itself what it points to."""

RULES = {
    "furniture": "a note, a byline or a source, no text of the author",
    "wordless": "a number or a mark, hardly a word",
    "gap": "a heading, a name or a standfirst ran into it",
    "unended": "it has no end",
    "unbegun": "it begins with the mark of a clause",
    "trails": "it trails off",
    "asks": "a question",
    "all quoted": "a quotation without its speaker",
    "speaker alone": "it only tells who said what stood before it",
    "hangs": "it begins with a word that rests on what stood before it",
    "points elsewhere at once": "it begins with 这 or 此 for something the title does not name",
    "leads on": "it takes up a thought",
    "apart": "it begins with an adverb and a comma, which take up a thought",
    "speaks at once": "it does not say who speaks",
    "adds at once": "也 or 还 adds it to something",
    "counted": "it counts things that stood before it, or is one of several counted",
    "short name": "《意见》 or the like without the full name",
    "unpaired": "a quotation mark or bracket without its partner",
    "repeats title": "it says no more than the title",
}
"""Why a sentence is never chosen, by the sign that tells it."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Of each sentence, the chance that it stands alone, and the sign of a rule that says it does not, or ''."""

    chances: Floats
    ruled_out: Sequence[str]


@once
def standing(document: Document) -> Standing:
    """Whether each of `document.texts` stands alone."""
    return Standing(
        chance(odds(document)["standing"]),
        [
            ruled_out(text, own.named, document.title)
            for text, own in zip(document.texts, signs(document), strict=True)
        ],
    )


def ruled_out(text: str, own: Named, title: str) -> str:
    """The first of `RULES` that holds for a sentence with these signs, or ''."""
    if not RULES.keys().isdisjoint(own):
        return next(name for name in RULES if name in own)
    if "points elsewhere" in own and len(text) < ROOM_TO_NAME:
        return "points elsewhere at once"
    return "repeats title" if repeats(text, title) else ""


def repeats(text: str, title: str) -> bool:
    """Whether nearly all that a sentence says stands in the title."""
    if len(text) > 1.5 * len(title) + 4:
        return False
    pairs = {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}
    return bool(pairs) and sum(pair in title for pair in pairs) > 0.8 * len(pairs)
