"""The head of an official document in plain lines: its title among number, letterhead and facts, in whatever order.

What stands there is laid down for Chinese authorities (GB/T 9704-2012); web sites set the facts in a block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from seeds import lexicon
from seeds.files.document import Item
from seeds.files.lineforms import NUMBER, NUMBERED, bare
from seeds.language.characters import HAN
from seeds.layout.lines import Line
from seeds.metadata import meta_line
from seeds.metadata.dates import DATE, TIME
from seeds.offices import is_unit

_FACT = re.compile(f"[{HAN}][{HAN} \u3000]{{1,11}}[:：](?:[^。！？，]{{1,80}}|[ -~]{{1,160}})$")
_TEXT = re.compile("[。！？；，：:]$|^[^《》]*，.*，")
_TO = re.compile("^[^。！？]{2,60}[：:！]$")
"""To whom somebody writes."""
_KIND = re.compile(
    "(?:关于|印发|转发).{2,80}(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复?函|纪要)$"
)
"""How the titles of official documents end, by what the rules of 2012 for party and government say there are."""
_DAY = re.compile(f"[（(][^（）()]{{0,80}}{DATE.pattern}[^（）()]{{0,80}}[）)]")
"""When a document was passed, below its title: （2018年1月2日）."""
_FACTS, _LINES, _WIDEST, _ALIKE = 4, 3, 64, 3
_HEAD = 24
_HEADING = 40
_COUNTED = re.compile("[0-9一二三四五六七八九十百]+")


class Head(NamedTuple):
    """Which of the first lines are the title, which stand beside it, and where the text begins."""

    title: range
    aside: tuple[int, ...]
    text: int


def unfused(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines, where the `title` that the file is called by, facts and text are one line for want of spaces."""
    letters = "\\W*".join(map(re.escape, filter(str.isalnum, title)))
    named = re.match(f"\\W*{letters}[”’》」）)]*", lines[0].text) if letters and lines else None
    cuts = [0, named.end()] if named is not None else [0]
    while len(cuts) > 1 and (fact := _facts().match(lines[0].text, cuts[-1])) is not None:
        cuts.append(fact.end())
    if len(cuts) < 3:
        return list(lines)
    first = lines[0]
    cut = (
        replace(first, start=first.start + at, end=first.start + end, text=first.text[at:end])
        for at, end in pairwise([*cuts, len(first.text)])
    )
    return [*(line for line in cut if line.text), *lines[1:]]


@cache
def _facts() -> re.Pattern[str]:
    """A labelled fact before another one, or before the text: what it is tells where it ends."""
    words = "|".join(label for labels in lexicon.listed("field_labels").values() for label in labels)
    label, number = f"(?:{words})[:：] ?", f"[{HAN}]{{2,12}}[〔［\\[][0-9]{{4}}[〕］\\]][0-9]{{1,5}}号"
    paper = f"(?:[{HAN}]{{2,8}}[－·])?[{HAN}]{{2,8}}?(?:日报|晚报|时报|[报网社])"
    before = f"(?={label}|{number}|各[^。：:]{{1,80}}[：:])"
    values = f"[12][0-9]{{3}}-[01][0-9]-[0-3][0-9]|{DATE.pattern}(?:{TIME.pattern})?|https?://[!-~]+|[^。：:]{{0,120}}?{before}|{paper}"
    return re.compile(f"{label}(?:{values})|{number}(?=[{HAN}])")


def head_of(lines: Sequence[Line], fused: bool = False) -> Head | None:
    """The head of the one document that `lines` are, by four facts, or its number; None without these."""
    texts = [line.text for line in lines]
    aside = [_is_aside(text) for text in texts[:_HEAD]]
    size = len(list(takewhile(lambda at: aside[at] or _may_be_title(texts[at]), range(len(aside)))))
    facts = [text for text in texts[:size] if _FACT.match(text)]
    told = len(facts) >= _FACTS and any(map(meta_line, facts))
    once = (told and sum(text[:_ALIKE] == facts[0][:_ALIKE] for text in texts) == 1) or fused
    numbered = any(map(NUMBER.fullmatch, texts[:size])) and not any(map(NUMBER.fullmatch, texts[size:]))
    runs = [list(run) for plain, run in groupby(range(size), lambda at: not aside[at]) if plain]
    if len(runs) > 1 and _is_letterhead("".join(texts[at] for at in runs[0])):
        del runs[0]
    if not runs or len(runs[0]) > _LINES:
        return None
    title = range(runs[0][0], runs[0][-1] + 1)
    whole = "".join(texts[at] for at in title)
    known = _begins(whole, "".join(texts[size : size + 1]))
    alone = known and not any(map(_begins, texts[size:], texts[size + 1 :]))
    passed = (
        _KIND.search(whole) and sum(map(is_day, texts)) == 1 and any(map(is_day, texts[title.stop : size]))
    )
    if not (once or numbered or alone or passed):
        return None
    named = bare(whole)
    said = (line.fields.title for line in map(meta_line, facts) if line and line.fields.title)
    if bare(next(said, named)) != named:
        return None
    # The title once more, and what it is called in full above its number, stand beside the text.
    ends = max(
        (at + 1 for at in range(title.stop, size) if aside[at] or bare(texts[at]) in named),
        default=title.stop,
    )
    return Head(title, tuple(at for at in range(ends) if at not in title), ends)


def _begins(title: str, to: str) -> bool:
    """Whether two lines are the title of an official document and to whom it is sent."""
    return _KIND.search(title) is not None and _TO.search(to) is not None


def _is_aside(text: str) -> bool:
    return bool(NUMBER.fullmatch(text) or _FACT.match(text) or is_day(text) or meta_line(text))


def is_day(text: str) -> bool:
    """Whether a line in brackets tells when a document was passed."""
    return _DAY.fullmatch(text) is not None


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
