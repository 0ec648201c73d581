"""What stands between a title and its text, and what closes the text, by its place where its form tells nothing.

Between title and text stand standfirsts, who wrote the article, and facts; below it a signature and a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from seeds.files.document import QUOTE, Item
from seeds.files.lineforms import NOTES, NUMBERED, is_foreign
from seeds.files.roles import is_deck
from seeds.language.characters import HAN, han_in
from seeds.language.variants import simplified
from seeds.metadata import Fields, meta_line
from seeds.metadata.beside import Place, chance, stands_beside
from seeds.metadata.dates import day_of_writing, find_date
from seeds.metadata.furniture import HISTORY, LAW, is_end, is_history, is_of_site
from seeds.metadata.rest import are_stopped, is_rest
from seeds.names import may_be_pen_name, signature_of
from seeds.offices import is_unit

_OPEN = ("", "cell", "em", "strong", "web")
_HEAD, _DECKS, _LEAST, _WORDS = 6, 2, 12, 5
"""Lines of a head at most, standfirsts among them, characters of one at least; words that are a sentence."""
_PARAGRAPHS, _SIGNED = 3, 2
"""Paragraphs of a text at least; how far below the last of them a name signs it."""
_LIKELY, _REST, _SENTENCES, _VERSE = 0.5, 0.3, 0.6, 10
"""What is rather none of a text; characters below its end for each in it; sentences among its lines; a verse."""
_OPEN_END = re.compile("[，、：:；—…]$|[0-9]日[电讯]")
_ANSWER = re.compile("(?:[Tt][Oo](?![A-Za-z])|@|[答致]|回[复復])[ \u3000]?[^，。：:]{1,16}[：:]")
"""What a blog begins with that answers its readers: To 小周：谢谢."""
_OF_WORK = re.compile(f"[—－-]{{0,4}}[{HAN}· \u3000]{{0,12}}《[^》。]{{1,20}}》[^。！？：:]{{0,20}}")
"""What work a quotation is from, below it: 周明《江城记》卷三."""
_FACT = re.compile("[:@]|https?:|www")
"""What facts in another language have in them: Votes: 27."""
_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_NAMED = re.compile("[A-Za-z0-9_/:-]{1,40}(?:[.@][A-Za-z0-9_/-]{1,40}){1,8}")
"""An address, which is no words in another language."""
_FINAL = re.compile("[。！？!?…][”’」』）)]*[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff ]*$")


def by_place(items: Sequence[Item], known: Fields) -> list[Item]:
    """The items below a title, where standfirsts, a name alone, and when and where the text was written are marked."""
    items = _attributed(_with_decks(_of_law(_dated(items))))
    found = _closed(_without_beside(_named(items, known)))
    return [replace(item, mark="") if item.mark == QUOTE else item for item in found]


def _attributed(items: Sequence[Item]) -> list[Item]:
    """The items, where the line below a quotation that says which work it is from belongs to that."""
    return [
        replace(item, mark=QUOTE)
        if above is not None and above.mark == QUOTE and _is_open(item) and _OF_WORK.fullmatch(item.text)
        else item
        for above, item in zip([None, *items], items, strict=False)
    ]


def _dated(items: Sequence[Item]) -> list[Item]:
    """The items, where the line below the title tells when, and perhaps where, the text was written.

    A year alone may head the part of the text that tells of it.
    """
    day = day_of_writing(items[0].text) if items and _is_open(items[0]) and len(items) > 1 else None
    dated = day is not None and len(day[0] or "") > len("1956")
    return [replace(item, mark="day") if dated and not at else item for at, item in enumerate(items)]


def _of_law(items: Sequence[Item]) -> list[Item]:
    """The items, where the history of a law above its first article is facts on it."""
    first = next((at for at, item in enumerate(items[:HISTORY]) if LAW.match(item.text)), 0)
    return [
        replace(item, mark="fact") if at < first and is_history(item.text) else item
        for at, item in enumerate(items)
    ]


def _with_decks(items: Sequence[Item]) -> list[Item]:
    """Standfirsts: quotations before the first paragraph, a paragraph above the line that says who wrote it, and a line
    without a stop above paragraphs that all have one.
    """
    head = list(takewhile(lambda item: not _is_paragraph(item), items))
    below = items[len(head) :]
    quoted = [at for at, item in enumerate(head) if item.mark == QUOTE and meta_line(item.text) is None]
    if not 0 < len(quoted) <= _DECKS or sum(len(items[at].text) for at in quoted) > sum(
        len(i.text) for i in below
    ):
        quoted = []
    signed = max((at for at, item in enumerate(items[:_HEAD]) if _says_all(item)), default=0)
    above = [
        at
        for at, item in enumerate(items[:signed])
        if (_is_paragraph(item) or _is_open(item)) and len(item.text) >= _LEAST
    ]
    if len(above) > _DECKS or not any(map(_is_paragraph, items[signed + 1 :])):
        above = []
    decks = {*quoted, *above, *_without_stop(head, below)}
    return [replace(item, mark="deck") if at in decks else item for at, item in enumerate(items)]


def _without_stop(head: Sequence[Item], below: Sequence[Item]) -> list[int]:
    """Where the one line before paragraphs stands that has no stop, though all of them have."""
    lines = [
        at
        for at, item in enumerate(head)
        if _is_open(item)
        and len(item.text) >= _LEAST
        and not (signature_of(item.text) or NUMBERED.match(item.text) or find_date(item.text))
        and not _ANSWER.match(item.text)
    ]
    texts = [item.text for item in below if not item.level and item.mark in ("", "cell")]
    fits = len(lines) == 1 and not _OPEN_END.search(head[lines[0]].text)
    return lines if fits and are_stopped(texts, _PARAGRAPHS) else []


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
    # What is set bold may as well head a part of the text.
    names = [
        at
        for at, item in enumerate(head)
        if _is_open(item)
        and may_be_pen_name(item.text)
        and (item.mark != "strong" or signature_of(item.text) or _is_dated(head[max(0, at - 1) : at + 2]))
    ]
    if len(names) == 1:
        found[names[0]] = replace(found[names[0]], mark="byline")
    return found


def _without_beside(items: Sequence[Item]) -> list[Item]:
    """The items, where lines that by their words are none of the text stand aside: of a text of sentences.

    Where many lines have no stop, as in notes on programs, all of them are like those that stand beside a text.
    """
    texts = [
        at
        for at, item in enumerate(items)
        if (_is_open(item) and _is_paragraph(item))
        or (item.mark in (QUOTE, "item") and _FINAL.search(item.text))
    ]
    first = next((at for at in texts if chance(items[at].text, "above") < _LIKELY), None)
    last = next((at for at in reversed(texts) if chance(items[at].text, "below") < _LIKELY), first)
    lines = [item for item in items if not item.level and item.mark in (*_OPEN, QUOTE, "item")]
    if first is None or last is None or len(texts) < _SENTENCES * len(lines):
        return list(items)

    def is_aside(at: int, item: Item) -> bool:
        place: Place = "above" if at < first else "below" if at > last else "within"
        if not stands_beside(item.text, place) or not _is_open(item):
            return False
        headed = (item.mark == "strong" and place != "below") or NUMBERED.match(item.text) is not None
        foreign = is_foreign(item.text) and not _FACT.search(item.text)
        near = (items[n].text for n in (at - 1, at + 1) if first < n < len(items))
        verse = any(len(text) == len(item.text) <= _VERSE for text in near)
        said = is_deck(item.text) or _may_sign(item.text) or _ANSWER.match(item.text)
        return not (headed or foreign or verse or said)

    return [replace(item, mark="aside") if is_aside(at, item) else item for at, item in enumerate(items)]


def _may_sign(text: str) -> bool:
    """Whether a line may be who wrote the text, or when."""
    named = signature_of(text) is not None or may_be_pen_name(text) or is_unit(text)
    return named or day_of_writing(text) is not None


def _is_dated(items: Sequence[Item]) -> bool:
    """Whether a line among some tells when an article was published."""
    return any((line := meta_line(item.text)) is not None and line.fields.date for item in items)


def _is_open(item: Item) -> bool:
    """Whether nothing tells yet what an item is for."""
    return not item.level and item.mark in _OPEN and meta_line(item.text) is None


def _closed(items: Sequence[Item]) -> list[Item]:
    """The items, where lines below the last paragraph are of the site, a name, or when and where it was written."""
    found = _ended(items)
    last = max((at for at, item in enumerate(found) if _is_paragraph(item)), default=len(found))
    if last < len(found) and _is_of_program(found[last].text) and not is_foreign(found[last - 1].text):
        found[last] = replace(found[last], mark="aside")
    elif last < len(found) and day_of_writing(found[last].text):
        found[last] = replace(found[last], mark="day")
        last -= 1
    of_site = last < len(found) and found[last].mark == "aside"
    # Verses are many lines.
    signed = len(found) - last <= _HEAD
    for at in range(last + 1, len(found)):
        text = found[at].text
        if not _is_open(found[at]):
            line = meta_line(text)
            of_site = of_site or (line is not None and line.kind == "mailbox")
            continue
        if signed and day_of_writing(text):
            found[at] = replace(found[at], mark="day")
        elif may_be_pen_name(text) and not of_site:
            found[at] = replace(found[at], mark="byline") if signed and at - last <= _SIGNED else found[at]
        elif (
            of_site
            or is_of_site(simplified(text))
            or _is_of_program(text)
            or (text[:1].isalpha() and not han_in(text))
        ):
            # What follows a line of the site is of it as well.
            found[at] = replace(found[at], mark="aside")
            of_site = True
    return _without_rest(found, last)


def _without_rest(items: Sequence[Item], last: int) -> list[Item]:
    """The items, where what little stands below the `last` paragraph, also a heading of nothing, is no part of it."""
    texts = [item.text for item in items[: last + 1] if not item.level and item.mark in ("", "cell")]
    rest = [at for at in range(last + 1, len(items)) if items[at].level or _is_open(items[at])]
    over = is_rest([items[at].text for at in rest], texts)
    return [replace(x, level=0, mark="aside") if over and at in rest else x for at, x in enumerate(items)]


def _ended(items: Sequence[Item]) -> list[Item]:
    """The items, where what little stands below the line that says that the text is over, or that a list of notes
    follows, is no part of it.
    """
    noted = len(items) - sum(1 for _ in takewhile(lambda item: item.mark == "item", reversed(items))) - 1
    end = next((at for at in range(len(items) - 1, 0, -1) if is_end(items[at].text)), len(items))
    if 0 < noted < len(items) - 1 and NOTES.match(items[noted].text):
        end = min(end, noted)
    above, below = (sum(len(item.text) for item in part) for part in (items[:end], items[end:]))
    over = below < _REST * above
    return [
        replace(item, level=0, mark="aside") if over and at >= end and meta_line(item.text) is None else item
        for at, item in enumerate(items)
    ]


def _is_of_program(text: str) -> bool:
    """Whether a line below a Chinese text is words in another language."""
    text = _NAMED.sub("", text)
    return is_foreign(text) and len(_LATIN_WORD.findall(text)) >= _WORDS
