"""What recurs in a corpus: repeats, set phrases (提法), key words in context, their use over time, keyness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds.lazy import lazy

if TYPE_CHECKING:
    from compare.mining.ancestry import Ancestor, Succession, genealogy
    from compare.mining.contrasts import Contrast, KeyTerm, contrast
    from compare.mining.diachrony import TIERS, Timeline, Usage, timeline
    from compare.mining.formulas import set_phrases
    from compare.mining.kwic import KeyWord, concordance
    from compare.mining.listed import listed_phrases
    from compare.mining.phrases import Form, Phrase, corpus_phrases
    from compare.mining.trends import TRENDS

__all__ = [
    "TIERS",
    "TRENDS",
    "Ancestor",
    "Contrast",
    "Form",
    "KeyTerm",
    "KeyWord",
    "Phrase",
    "Succession",
    "Timeline",
    "Usage",
    "concordance",
    "contrast",
    "corpus_phrases",
    "genealogy",
    "listed_phrases",
    "set_phrases",
    "timeline",
]

__getattr__ = lazy(
    __name__,
    {
        "compare.mining.ancestry": "Ancestor Succession genealogy",
        "compare.mining.contrasts": "Contrast KeyTerm contrast",
        "compare.mining.diachrony": "TIERS Timeline Usage timeline",
        "compare.mining.formulas": "set_phrases",
        "compare.mining.kwic": "KeyWord concordance",
        "compare.mining.listed": "listed_phrases",
        "compare.mining.phrases": "Form Phrase corpus_phrases",
        "compare.mining.trends": "TRENDS",
    },
)
