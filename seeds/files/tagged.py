"""Text files with HTML in them: what a crawler took from between the tags of its pages, and the tags with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.files.article import beside, one_article
from seeds.files.decode import decode
from seeds.files.document import FileArticle, FileDocument, Found, Item, Options
from seeds.files.fragment import items_of_fragment
from seeds.files.sites import without_site
from seeds.page import Note

_DIVIDED = re.compile(r"^[ \t]*[*=#~_-]+[ \t]*(?:\n+([^\n<]+)\n|$)", re.MULTILINE)
"""A line of marks between two articles, and the title below it."""
_TITLE = re.compile("[^\n]{1,80}(?<![。；])")
"""A title is no sentence."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The text without its tags: a line outside of them above each article is its title, else a layout is found."""
    text, encoding = decode(data, options.encoding, options.name)
    first, _, rest = text.strip().partition("\n")
    titles, texts = [first, *(parts := _DIVIDED.split(rest))[1::2]], parts[::2]
    notes = (Note("the HTML tags in the text are left out", code="tags_left_out"),)
    items = [list(items_of_fragment(part)) for part in texts]
    if first.startswith("<") or any(
        part and not _TITLE.fullmatch(title or "") for title, part in zip(titles, items, strict=True)
    ):
        lines = (item.text for item in items_of_fragment(_DIVIDED.sub("<hr>===<hr>\\1<hr>", text)))
        yield FileDocument(encoding, prose="\n\n".join(lines), notes=notes)
        return
    heads = (Item(without_site(title or "").strip()) for title in titles)
    articles = tuple(
        one_article(part, title=head) if part else FileArticle((beside(head),))
        for head, part in zip(heads, items, strict=True)
    )
    yield FileDocument(encoding, articles=articles, notes=notes)
