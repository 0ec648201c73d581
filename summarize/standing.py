"""Whether a sentence can stand alone, under nothing but the title of its piece.

Two steps. Rules that never yield name what an editor would never print out of its place: a question, a heading that
ran into a sentence, 他 or 其中 at the beginning, the paper's own notes. For the rest a logistic regression over the
signs of a sentence (`summarize.signs`) gives the chance that a reader takes it as complete and understood. It was
trained on opinion pieces that readers marked sentence by sentence; `benchmarks/train_standing.py` made the weights.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.compress import balanced
from summarize.model import chance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.document import Document
    from summarize.signs import Signs
    from summarize.vectors import Floats

SURE = 0.75
"""A sentence with at least this chance to stand alone may be chosen."""

ROOM_TO_NAME = 30
"""A sentence of fewer characters hardly names itself what it points to."""

RULES = {
    "furniture": "a note, a byline or a source, no text of the author",
    "wordless": "a number or a mark, hardly a word",
    "gap": "a heading, a name or a standfirst ran into it",
    "unended": "it has no end",
    "trails": "it trails off",
    "asks": "a question",
    "all quoted": "a quotation without its speaker",
    "hangs": "it begins with a word that rests on what stood before it",
    "points elsewhere at once": "it begins with 这 or 此 for something the title does not name",
    "leads on": "it takes up a thought",
    "adds at once": "也 or 还 adds it to something",
    "counted": "it counts things that stood before it",
    "short name": "《意见》 or the like without the full name",
    "unpaired": "a quotation mark or bracket without its partner",
    "repeats title": "it says no more than the title",
}
"""Why a sentence is never chosen, by the sign that tells it."""

OF_FORM = frozenset(("furniture", "wordless", "gap", "unended", "trails", "asks", "all quoted", "unpaired"))
"""The rules that hold in texts of any kind; in a meeting nearly every sentence takes up the one before."""

_FURNITURE = re.compile(
    "(?:作者|责编|责任编辑|编辑|来源|原标题|文章来源|本文来源|记者|通讯员|摄影|供图|制图|校对|监制|统筹|策划|执笔)[：:为系]"
    "|（[^）]*(?:到此结束|待续|完)）|[（(]?(?:作者|本文作者)(?:单位)?[:：为系]"
    "|版权所有|未经授权|转载|扫描二维码|点击(?:上方|下方|阅读|链接|进入)|公众号|微信号|投稿邮箱|来稿请|编者按"
    "|【[^】]*】|本报评论员 |请关注"
    "|人民[财网热]评：|本系列评论|相关阅读|延伸阅读"
)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Of each sentence, the chance that it stands alone, and the sign of a rule that says it does not, or ''."""

    chances: Floats
    ruled_out: Sequence[str]


def standing(document: Document) -> Standing:
    """Whether each of `document.texts` stands alone."""
    return Standing(
        chance(document.odds["standing"]),
        [
            ruled_out(text, own, document.title)
            for text, own in zip(document.texts, document.signs, strict=True)
        ],
    )


def ruled_out(text: str, own: Signs, title: str) -> str:
    """The first of `RULES` that holds for a sentence with these signs, or ''."""
    if _FURNITURE.search(text) and len(text) < 60:
        return "furniture"
    if found := next((name for name in RULES if name in own), None):
        return found
    if "points elsewhere" in own and len(text) < ROOM_TO_NAME:
        return "points elsewhere at once"
    if not balanced(text):
        return "unpaired"
    return "repeats title" if repeats(text, title) else ""


def repeats(text: str, title: str) -> bool:
    """Whether nearly all that a sentence says stands in the title."""
    if len(text) > 1.5 * len(title) + 4:
        return False
    pairs = {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}
    return bool(pairs) and sum(pair in title for pair in pairs) > 0.8 * len(pairs)
