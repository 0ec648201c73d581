"""The fields that crawlers write below a text, its title among them: title: 书屋亮了, author: 周明, url: https://…."""

from __future__ import annotations

import re
from functools import reduce
from itertools import takewhile
from operator import or_

from seeds.files.document import Wrapped
from seeds.metadata import meta_line
from seeds.metadata.fields import NOTHING
from seeds.page import Span

_LINE = re.compile("[^\n]+")
_FIELD = re.compile("[ \t]*(?:[^\\s:：]{1,24}[ \t]*[:：]|[-=*_#—]{3,}[ \t]*$)")
"""A labelled line, or the rule above such lines."""
_LEAST, _LAST = 3, 4096
"""Fields at least, and characters that they have at most."""


def footer_in(text: str) -> Wrapped | None:
    """The fields below a text, if there are several and its title is one of them, told nowhere above."""
    start = max(0, len(text) - _LAST)
    lines = [line for line in _LINE.finditer(text, start) if line.group().strip()]
    last = list(takewhile(lambda line: _FIELD.match(line.group()), reversed(lines)))[::-1]
    told = [found for line in last if (found := meta_line(line.group().strip())) and found.fields]
    titles = [found for found in told if found.fields.title]
    above = text[: last[0].start()] if last else ""
    if len(told) < _LEAST or len(titles) != 1 or not re.search("[。！？…”]\\s*$", above):
        return None
    fields = reduce(or_, (found.fields for found in told), NOTHING)
    shown = any(line.strip() == fields.title for line in above.split("\n"))
    return None if shown else Wrapped(tuple(Span(*line.span()) for line in last), fields)
