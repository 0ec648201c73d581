"""Plain text: one page in any layout, or a series of articles with the same line of marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.files.article import one_article
from seeds.files.board import post_in
from seeds.files.decode import decode
from seeds.files.document import Block, FileArticle, FileDocument, Found, Item, Options
from seeds.files.footer import footer_in
from seeds.files.mail import mail_in
from seeds.files.quoted import are_quoted, marks_of, quoted_lines
from seeds.files.thread import thread_in
from seeds.metadata import meta_line
from seeds.page import Note

_RULE = re.compile("^[ \t]*([=*#~_—-])\\1{4,}[ \t]*$", re.MULTILINE)
_LEAST, _TITLE = 3, 60
"""Rules that part a series at least, and characters of a title at most."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The text, decoded. Raises InputError for what is not text."""
    text, encoding = decode(data, options.encoding, options.name)
    yield document_of(text, encoding)


def document_of(text: str, encoding: str) -> FileDocument:
    """A text without what stands around it in a mail or a thread, and without marks of quotation."""
    for code, found in (("mail", mail_in), ("thread", thread_in), ("thread", post_in)):
        if (wrapped := found(text)) is not None:
            notes = (Note(f"what a {code} has around the text is set aside", code=code),)
            return FileDocument(encoding, text, fields=wrapped.fields, aside=wrapped.aside, notes=notes)
    if (wrapped := footer_in(text)) is not None:
        return FileDocument(encoding, text, fields=wrapped.fields, aside=wrapped.aside)
    aside = marks_of(text) if are_quoted(list(quoted_lines(text))) else ()
    return FileDocument(encoding, prose=text, articles=() if aside else _series(text), aside=aside)


def _series(text: str) -> tuple[FileArticle, ...]:
    """The articles of a text between whose parts stands always the same rule; none if any of them begins otherwise.

    Each begins with its title, and a line below that says who wrote it, when, or where it is from.
    """
    rules = [found.group() for found in _RULE.finditer(text)]
    if len(rules) < _LEAST or len(set(rules)) > 1:
        return ()
    parts = [[line.strip() for line in part.split("\n") if line.strip()] for part in text.split(rules[0])]
    if not all(map(_is_article, filter(None, parts))):
        return ()
    articles = []
    for number, part in enumerate(parts):
        rule = (Block("furniture", rules[0].strip(), "rule"),) if number else ()
        items = [Item(line) for line in part]
        made = one_article(items[1:], title=items[0]) if items else FileArticle(())
        articles.append(FileArticle((*rule, *made.blocks), made.fields))
    return tuple(articles)


def _is_article(lines: list[str]) -> bool:
    told = [line.fields for line in map(meta_line, lines[1:3]) if line is not None]
    return (
        any(told) and len(lines[0]) <= _TITLE and meta_line(lines[0]) is None and len(lines) > len(told) + 1
    )
