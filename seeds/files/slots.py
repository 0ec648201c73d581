"""What stands between a title and its text, and what closes the text, by its place where its form tells nothing.

Between title and text stand standfirsts, who wrote the article, and facts; below it a signature and a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from seeds.files.document import QUOTE, Item
from seeds.files.lineforms import is_foreign
from seeds.language.variants import simplified
from seeds.metadata import Fields, meta_line
from seeds.metadata.dates import day_of_writing
from seeds.metadata.furniture import is_of_site
from seeds.names import may_be_pen_name

_HEAD, _DECKS, _LEAST, _WORDS = 6, 2, 12, 5
"""Lines of a head at most, standfirsts among them, characters of one at least; words that are a sentence."""
_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_FINAL = re.compile("[。！？…][”’」』）)]*$")


def by_place(items: Sequence[Item], known: Fields) -> list[Item]:
    """The items below a title, where standfirsts, a name alone, and when and where the text was written are marked."""
    found = _closed(_named(_with_decks(items), known))
    return [replace(item, mark="") if item.mark == QUOTE else item for item in found]


def _with_decks(items: Sequence[Item]) -> list[Item]:
    """Standfirsts: quotations before the first paragraph, and a paragraph above the line that says who wrote it."""
    quoted = list(takewhile(lambda item: item.mark == QUOTE or not _is_paragraph(item), items))
    below = sum(len(item.text) for item in items[len(quoted) :])
    decks = [at for at, item in enumerate(quoted) if item.mark == QUOTE and meta_line(item.text) is None]
    if not 0 < len(decks) <= _DECKS or sum(len(items[at].text) for at in decks) > below:
        decks = []
    signed = next((at for at, item in enumerate(items[:_HEAD]) if _says_all(item)), 0)
    above = [at for at in range(signed) if _is_paragraph(items[at])]
    if len(above) <= _DECKS and any(map(_is_paragraph, items[signed + 1 :])):
        decks += [at for at in above if len(items[at].text) >= _LEAST and at not in decks]
    return [replace(item, mark="deck") if at in decks else item for at, item in enumerate(items)]


def _is_paragraph(item: Item) -> bool:
    return not item.level and item.mark in ("", "cell", "em") and _FINAL.search(item.text) is not None


def _says_all(item: Item) -> bool:
    """Whether a line, no caption's, says who wrote an article, and perhaps when and where."""
    line = meta_line(item.text)
    return line is not None and line.role == "byline" and bool(line.fields.authors)


def _named(items: Sequence[Item], known: Fields) -> list[Item]:
    """The items, where the one short line before the text that may be a name is one, if none is known."""
    found = list(items)
    head = list(takewhile(lambda item: not _is_paragraph(item), items[:_HEAD]))
    if known.authors or len(head) == len(items) or any(map(_says_all, head)):
        return found
    names = [at for at, item in enumerate(head) if _is_open(item) and may_be_pen_name(item.text)]
    if len(names) == 1:
        found[names[0]] = replace(found[names[0]], mark="byline")
    return found


def _is_open(item: Item) -> bool:
    """Whether nothing tells yet what an item is for."""
    return (
        not item.level and item.mark in ("", "cell", "em", "strong", "web") and meta_line(item.text) is None
    )


def _closed(items: Sequence[Item]) -> list[Item]:
    """The items, where the last is a name alone or says when and where the text was written."""
    found = list(items)
    last = max((at for at, item in enumerate(found) if _is_paragraph(item)), default=len(found))
    for at in range(last + 1, len(found)):
        if _is_open(found[at]) and is_of_site(simplified(found[at].text)):
            found[at] = replace(found[at], mark="aside")
    at = len(found) - 1
    if (
        at > 1
        and _is_open(found[at])
        and _is_of_program(found[at].text)
        and not is_foreign(found[at - 1].text)
    ):
        # What a program says of the page, in another language.
        found[at] = replace(found[at], mark="aside")
        at -= 1
    if (
        at > 1
        and _is_open(found[at])
        and day_of_writing(found[at].text)
        and _FINAL.search(found[at - 1].text)
    ):
        found[at] = replace(found[at], mark="day")
        at -= 1
    if (
        at > 1
        and _is_open(found[at])
        and may_be_pen_name(found[at].text)
        and _FINAL.search(found[at - 1].text)
    ):
        found[at] = replace(found[at], mark="byline")
    return found


def _is_of_program(text: str) -> bool:
    """Whether a line below a Chinese text is words in another language."""
    return is_foreign(text) and len(_LATIN_WORD.findall(text)) >= _WORDS
