"""The head of an official document in plain lines: its title among number, letterhead and facts, in whatever order;
or that of a speech.

What stands there is laid down for Chinese authorities (GB/T 9704-2012); web sites set the facts in a block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from seeds.files.article import NUMBER, NUMBERED, Item, bare
from seeds.language.characters import HAN
from seeds.layout.lines import Line
from seeds.metadata import meta_line
from seeds.names import is_unit, speaker_of

_FACT = re.compile(f"[{HAN}][{HAN} \u3000]{{1,11}}[:：](?:[^。！？，]{{1,80}}|[ -~]{{1,160}})$")
_TEXT = re.compile("[。！？；，：:]$|^[^《》]*，.*，")
_TO = re.compile("^[^。！？]{2,60}[：:！]$")
"""To whom somebody speaks or writes."""
_FACTS, _LINES, _WIDEST, _ALIKE = 4, 3, 64, 3
_HEAD = 24
_HEADING = 40
_COUNTED = re.compile("[0-9一二三四五六七八九十百]+")


class Head(NamedTuple):
    """Which of the first lines are the title, which stand beside it, and where the text begins."""

    title: range
    aside: tuple[int, ...]
    text: int


def head_of(lines: Sequence[Line]) -> Head | None:
    """The head of the one document that `lines` are, by four facts, its number, or the speaker; None without these."""
    texts = [line.text for line in lines]
    if (
        any(map(speaker_of, texts[:1]))
        and any(map(_TO.search, texts[1:_HEAD]))
        and not any(map(speaker_of, texts[_HEAD:]))
    ):
        return Head(range(1), (), 1)
    aside = [_is_aside(text) for text in texts[:_HEAD]]
    size = len(list(takewhile(lambda at: aside[at] or _may_be_title(texts[at]), range(len(aside)))))
    facts = [text for text in texts[:size] if _FACT.match(text)]
    told = len(facts) >= _FACTS and any(map(meta_line, facts))
    once = told and sum(text[:_ALIKE] == facts[0][:_ALIKE] for text in texts) == 1
    numbered = any(map(NUMBER.fullmatch, texts[:size])) and not any(map(NUMBER.fullmatch, texts[size:]))
    if not (once or numbered):
        return None
    runs = [list(run) for plain, run in groupby(range(size), lambda at: not aside[at]) if plain]
    if len(runs) > 1 and _is_letterhead("".join(texts[at] for at in runs[0])):
        del runs[0]
    if not runs or len(runs[0]) > _LINES:
        return None
    title = range(runs[0][0], runs[0][-1] + 1)
    named = bare("".join(texts[at] for at in title))
    said = (line.fields.title for line in map(meta_line, facts) if line and line.fields.title)
    if bare(next(said, named)) != named:
        return None
    # The title once more, and what it is called in full above its number, stand beside the text.
    ends = max(
        (at + 1 for at in range(title.stop, size) if aside[at] or bare(texts[at]) in named),
        default=title.stop,
    )
    return Head(title, tuple(at for at in range(ends) if at not in title), ends)


def _is_aside(text: str) -> bool:
    return bool(NUMBER.fullmatch(text) or _FACT.match(text) or meta_line(text))


def _may_be_title(text: str) -> bool:
    return len(text) <= _WIDEST and not (_TEXT.search(text) or NUMBERED.match(text))


def _is_letterhead(text: str) -> bool:
    return text.endswith("文件") or is_unit(text)


def sectioned(texts: Sequence[str]) -> list[Item]:
    """The lines below the head: short ones with a number are headings, but in lists, where one follows the other."""
    forms = [_form(text) for text in texts]
    around = zip([None, *forms], forms, [*forms[1:], None], strict=False)
    heads = [form is not None and form not in (before, after) for before, form, after in around]
    return [
        Item(text, 3, "") if head else Item(text, 0, "cell") for text, head in zip(texts, heads, strict=True)
    ]


def _form(text: str) -> str | None:
    """What a short line with the number of a section looks like but for its number; None for any other."""
    found = NUMBERED.match(text) if len(text) <= _HEADING and not _TEXT.search(text[-1:]) else None
    return _COUNTED.sub("0", found[0]) if found and found.end() < len(text) else None
