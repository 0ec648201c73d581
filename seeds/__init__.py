"""Documents and what they are made of: pages, pieces, paragraphs, sentences, clauses.

>>> import seeds
>>> page = seeds.seed_page()
>>> [piece.title for piece in page][2]
'永远保持自我革命的勇气'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeds._version import __version__
from seeds.errors import EngineUnavailableError, InputError, OpedError, UsageError
from seeds.lazy import lazy

if TYPE_CHECKING:
    from seeds.files.document import MAX_BYTES
    from seeds.language.analysis import Analysis, analysis_of
    from seeds.language.tokens import Tokenizer
    from seeds.language.units import clauses, sentences
    from seeds.page import Excerpt, Furniture, Note, Page, Paragraph, Piece, Region, Role, Sentence, Span
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

# Reading a page needs word lists; the number of the version needs nothing at all.
__getattr__ = lazy(
    __name__,
    {
        "seeds.files.document": "MAX_BYTES",
        "seeds.language.analysis": "Analysis analysis_of",
        "seeds.language.tokens": "Tokenizer",
        "seeds.language.units": "clauses sentences",
        "seeds.page": "Excerpt Furniture Note Page Paragraph Piece Region Role Sentence Span",
        "seeds.read": "article parse_page read_page read_pages seed_page",
    },
)
