"""What little stands below the last sentence of a text, and is no text, by the text alone: all of it ends with stops.

Of 897 opinion pieces of one site and 310 texts of 200 owners, nine ended without a stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from seeds.language.variants import simplified
from seeds.names import is_unit, may_be_pen_name, signature_of

_STOP = re.compile("[。！？!?…；：:.][”’」』）)】\\]]*$")
_FINAL = re.compile("[。！？!?….][”’」』）)]*$")
_GOES_ON = "，、；,;”’」』"
_TEXTS, _MOSTLY = 2, 0.85
"""Paragraphs of a text at least, and how many of them have a stop."""
_MOST, _LONGEST = 4, 40
"""Lines below it, and characters of each, at most."""
_ASKS = re.compile(
    "关注|转发|点赞|点个|星标|订阅|收藏|在看|扫码|扫描|长按|置顶|[加进入]群|转载|投稿|打赏|赞赏|点击|回复|添加"
)
"""What readers are asked to do,"""
_WHERE = re.compile(
    "公众号|公号|微信|推送|推文|二维码|本文|本号|本站|朋友圈|评论区|留言|文末|原文|链接|版权|侵权|授权|出处"
    "|客户端|小程序|后台|蓝字|粉丝"
)
"""and what with, or where."""
_LONGEST_PLEA, _SIGNS = 100, 3
"""Characters of what asks something of readers, and words of both kinds in it at least."""


def is_rest(lines: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether `lines` below the last paragraph of `texts` are none of it: few, short, no verses, and nobody's name."""
    if not 0 < len(lines) <= _MOST or any(map(_may_be_text, lines)):
        return False
    verses = any(len(one) == len(two) for one, two in pairwise(lines))
    stopped = sum(_STOP.search(text) is not None for text in texts)
    return not verses and stopped >= max(_TEXTS, _MOSTLY * len(texts))


def _may_be_text(line: str) -> bool:
    """Whether a line may be text still, sign it, or be the rest of it that was cut off."""
    if len(line) > _LONGEST or line[-1:] in _GOES_ON or _FINAL.search(line):
        return True
    return signature_of(line) is not None or may_be_pen_name(line) or is_unit(line)


def asks_readers(text: str) -> bool:
    """Whether a paragraph close to the end asks to follow, to share or to write: 觉得有用就转发本文到朋友圈."""
    if len(text) > _LONGEST_PLEA:
        return False
    said = simplified(text)
    asks, where = set(_ASKS.findall(said)), set(_WHERE.findall(said))
    return bool(asks) and bool(where) and len(asks) + len(where) >= _SIGNS
