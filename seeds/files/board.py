"""Posts as bulletin boards of Taiwan show them: who posted where, the title, the time, and below what others pushed.

作者: evening (晚風) 看板: News / 標題: [新聞] 書屋亮了 / 時間: … / ※ 發信站: … / 推 abc: …. Who posted is no author.
"""

from __future__ import annotations

import re

from seeds.files.document import Wrapped
from seeds.metadata import Fields, iso_date
from seeds.page import Span

_HEAD = re.compile(
    "\\s*作者[:：]?[ \u3000]*(?=\\S)[^\n]{1,60}?\\s+(?:看板|站[內内])[:：]?[ \u3000]*(?=\\S)[^\n]{1,40}\n"
    "\\s*[標标][題题][:：]?[ \u3000]*(?=\\S)(?P<title>[^\n]{2,80})\n"
    "\\s*[時时][間间][:：]?[ \u3000]*(?=\\S)(?P<date>[^\n]{8,40})\n"
    "(?:[─—-]+\n)?"
)
_BEFORE = re.compile(
    "(?:(?:Re|Fw|R)[:：][ \u3000]*)*(?:[\\[［][^\\[\\]［］]{1,6}[\\]］][ \u3000]*)?", re.IGNORECASE
)
"""An answer, and the kind of the post, before its title."""
_BELOW = re.compile(
    "^(?:--[ ]*\n)?(?:※ ?[發发]信站[:：]|(?:推|→|噓|嘘) [A-Za-z]\\w{1,20} *[:：])", re.MULTILINE
)
"""The station it was sent from, or the first answer of one line."""


def post_in(text: str) -> Wrapped | None:
    """The post that a text is; None for any other text."""
    head = _HEAD.match(text)
    if head is None:
        return None
    below = _BELOW.search(text, head.end())
    aside = (Span(0, head.end()), *([Span(below.start(), len(text))] if below else []))
    title = head["title"].strip()
    named = title[_BEFORE.match(title).end() :]  # type: ignore[union-attr]
    return Wrapped(aside, Fields(title=named or title, date=iso_date(head["date"].strip())))
