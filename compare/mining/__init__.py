"""What recurs in a corpus: repeats, set phrases (提法), key words in context, their use over time, keyness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.mining.ancestry import Ancestor, genealogy
    from compare.mining.contrasts import Contrast, KeyTerm, contrast
    from compare.mining.diachrony import TIERS, TRENDS, Timeline, Usage, timeline
    from compare.mining.formulas import set_phrases
    from compare.mining.kwic import KeyWord, concordance, over_time
    from compare.mining.phrases import Form, Phrase, corpus_phrases
    from compare.mining.succession import Succession

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
    "over_time",
    "set_phrases",
    "timeline",
]

_HOME = {
    "Contrast": "contrasts",
    "KeyTerm": "contrasts",
    "contrast": "contrasts",
    "Ancestor": "ancestry",
    "Form": "phrases",
    "KeyWord": "kwic",
    "Phrase": "phrases",
    "Succession": "succession",
    "TIERS": "diachrony",
    "TRENDS": "diachrony",
    "Timeline": "diachrony",
    "Usage": "diachrony",
    "concordance": "kwic",
    "corpus_phrases": "phrases",
    "genealogy": "ancestry",
    "over_time": "kwic",
    "set_phrases": "formulas",
    "timeline": "diachrony",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
