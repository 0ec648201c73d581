"""HTML: the article of a web page without menus and links around it, through trafilatura."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from seeds.errors import EngineUnavailableError, InputError
from seeds.files.decode import decode


def read(data: bytes, encoding: str | None, name: str) -> tuple[str, str]:
    """Title, byline and paragraphs, one a line. `encoding` overrides what the page says of itself.

    Raises InputError if there is no article, EngineUnavailableError without trafilatura.
    """
    try:
        trafilatura: Any = import_module("trafilatura")
    except ImportError as problem:
        raise EngineUnavailableError(
            f"HTML needs trafilatura: pip install 'oped[html]' ({problem})"
        ) from None
    source = decode(data, encoding, name)[0] if encoding else data
    found = trafilatura.bare_extraction(source, include_comments=False, with_metadata=True, as_dict=False)
    article = {} if found is None else found.as_dict()
    text = str(article.get("text") or "")
    if not text.strip():
        raise InputError(
            f"{name or 'the input'} is HTML without an article in it; save its text as a .txt file"
        )
    head = [str(article["title"])] if article.get("title") else []
    if article.get("author"):
        head.append(f"作者：{article['author']}")
    body = [line for line in text.split("\n") if line.strip() and line not in head]
    return "\n\n".join([*head, *body]), "html"
