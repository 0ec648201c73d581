"""HTML: the article of a web page without menus and links around it, through trafilatura."""

from __future__ import annotations

from seeds.errors import EngineUnavailableError, InputError


def read(data: bytes, encoding: str | None, name: str) -> tuple[str, str]:
    """Title, byline and paragraphs, one a line. `encoding` overrides what the page says of itself.

    Raises InputError if there is no article, EngineUnavailableError without trafilatura.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise EngineUnavailableError("HTML needs trafilatura: pip install 'oped[html]'") from None
    from seeds.decode import decode

    source: str | bytes = decode(data, encoding, name)[0] if encoding else data
    found = bare_extraction(source, include_comments=False, include_tables=False, with_metadata=True)
    if found is None or not (found.text or "").strip():
        raise InputError(f"{name or 'the input'} is HTML without an article in it; save its text as a .txt file")
    head = [part for part in (found.title, f"作者：{found.author}" if found.author else None) if part]
    body = [line for line in found.text.split("\n") if line.strip() and line not in head]
    return "\n\n".join([*head, *body]), "html"
