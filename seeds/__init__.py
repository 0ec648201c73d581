"""Documents and what they are made of: pages, pieces, paragraphs, sentences, clauses.

>>> import seeds
>>> page = seeds.seed_page()
>>> [piece.title for piece in page][2]
'永远保持自我革命的勇气'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from seeds._version import __version__
from seeds.errors import EngineUnavailableError, InputError, OpedError, UsageError
from seeds.page import Excerpt, Furniture, Note, Page, Paragraph, Piece, Region, Role, Sentence, Span

if TYPE_CHECKING:
    from seeds.files.document import MAX_BYTES
    from seeds.language.analysis import Analysis, analysis_of
    from seeds.language.tokens import Tokenizer
    from seeds.language.units import clauses, sentences
    from seeds.read import article, parse_page, read_page, read_pages, seed_page

__all__ = [
    "MAX_BYTES",
    "Analysis",
    "EngineUnavailableError",
    "Excerpt",
    "Furniture",
    "InputError",
    "Note",
    "OpedError",
    "Page",
    "Paragraph",
    "Piece",
    "Region",
    "Role",
    "Sentence",
    "Span",
    "Tokenizer",
    "UsageError",
    "__version__",
    "analysis_of",
    "article",
    "clauses",
    "parse_page",
    "read_page",
    "read_pages",
    "seed_page",
    "sentences",
]

_HOME = {
    "Analysis": "seeds.language.analysis",
    "MAX_BYTES": "seeds.files.document",
    "Tokenizer": "seeds.language.tokens",
    "analysis_of": "seeds.language.analysis",
    "clauses": "seeds.language.units",
    "sentences": "seeds.language.units",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for on first use: reading a page needs word lists, its data needs none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "seeds.read")), name)
