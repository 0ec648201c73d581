"""Text files with HTML in them: what a crawler took from between the tags of its pages, and the tags with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seeds.files.decode import decode
from seeds.files.document import FileDocument, Found, Options
from seeds.files.fragment import items_of_fragment
from seeds.files.webmeta import TITLE_END
from seeds.metadata.papers import is_paper
from seeds.page import Note

_DIVIDED = re.compile(r"^[ \t]*[*=#~_-]+[ \t]*(?:\n+([^\n<]+)\n|$)", re.MULTILINE)
"""A line of marks between two articles, and the title below it."""
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)")
_SECTION = 4
"""Characters of the name of a section of a site at most."""


def read(data: bytes, options: Options) -> Iterator[Found]:
    """The text without its tags, a paragraph a line: its layout is found as that of any page."""
    text, encoding = decode(data, options.encoding, options.name)
    parted = _DIVIDED.sub(lambda found: f"<hr>===<hr>{_without_site(found[1] or '')}<hr>", text)
    title, feed, rest = parted.strip().partition("\n")
    lines = [item.text for item in items_of_fragment(f"{_without_site(title)}<hr>{rest}" if feed else parted)]
    notes = (Note("the HTML tags in the text are left out", code="tags_left_out"),)
    yield FileDocument(encoding, prose="\n\n".join(lines), notes=notes)


def _without_site(title: str) -> str:
    """A title without the name of the site and of its section, as they stand in the title of a page."""
    end = TITLE_END.search(title)
    name = end.group().strip(" -_|｜–—·<>") if end else ""
    if end is None or not (is_paper(name) or _DOMAIN.fullmatch(name)):
        return title
    title = _without_site(title[: end.start()])
    section = TITLE_END.search(title)
    return title[: section.start()] if section and len(section.group().strip(" -_|")) <= _SECTION else title
