"""Lines that web pages, messages and scripts leave around an article: buttons, invitations, lists of links, file marks.

A form has to fit the whole line or to begin it in a way that no sentence begins; a line with a full stop inside is text
unless it invites to follow, share or download. The forms stand in `seeds/lexicon/web_forms.txt`.
"""

from __future__ import annotations

import re
from functools import cache

from seeds import lexicon

LONGEST = 90
DIVIDING = frozenset({"file_name", "rule"})
"""Kinds of lines that stand between articles."""
ENDING = frozenset({"links"})
"""Kinds of lines that links to other articles follow."""
_SYMBOLS = re.compile("^[▲△▼▽↑↓◀▶►\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff ]+")
"""What points at a line."""
_ADDRESS = re.compile("https?://[!-~]+")
_END = re.compile(
    "(?i)[—\\-=~*…· （(【]{0,8}(?:全文|正文|本文)?(?:完|结束|end|the end)[—\\-=~*…· ）)】]{0,8}"
)
_ENDED = re.compile("[。！？!?…][”’」』）)]*$")
_OF_SITE = re.compile(
    "编辑|校[对正]|审核|来源|版权|转载|关注|公众号|订阅|扫码|二维码|点击|原文|推荐|相关|上一[篇页]|下一[篇页]|标签|分类|投稿"
    "|联系(?:我们|方式|电话|人)|备案|©|Copyright|链接|网址|点赞|分享|收藏|返回|首页|更多|查看|抓取|下载|注册|登录|广告|邮箱|还喜欢|点个赞|LINE|FROM"
    "|电话[:：]|微信[:：号]|https?:|www[.]|字数|浏览|阅读[量数]|评论[(（0-9]|^[0-9]{1,4}$",
    re.IGNORECASE,
)
_PASSED = re.compile(
    "[（(]?(?:根据)?(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日.*(?:通过|修正|修订|公布|发布|施行|批准)[）)]?[。；]?$"
)
_LONGEST_HISTORY, HISTORY = 200, 40
"""Characters of a line of the history of a law, and lines above its first article."""
LAW = re.compile("第一[章条编][ \u3000]")
"""How the text of a law begins, below its history."""
_RIGHTS = ("版权声明", "版权说明", "免责声明", "平台声明", "版权所有", "特别声明", "声明：")
_RESERVED = re.compile("(?:版权所有(?:[，,。 \u3000]?(?:侵权|违者)必究)?|翻印必究)[。！]?$")
"""How a line ends that says whose a text is; what any law punishes is 必究 too."""
_ORIGINS = re.compile("本文(?:转载自|转自|首发于|原载于|来源于|最初发表|最早发表|(?:数据|资料)来源[:：])")


def is_of_site(text: str) -> bool:
    """Whether a line below a text, no sentence, has a word of sites in it, or is a number alone.

    Above and in a text such a word proves nothing; there only `furniture_form` tells.
    """
    return (
        len(text) <= LONGEST
        and text[0] not in "（([【"
        and not _ENDED.search(text)
        and _OF_SITE.search(text) is not None
    )


def is_history(text: str) -> bool:
    """Whether a line above a law tells when it was passed or amended."""
    return len(text) <= _LONGEST_HISTORY and _PASSED.match(text) is not None


def is_end(text: str) -> bool:
    """Whether a line says that the text is over: （完）, - END -, 全文完."""
    return _END.fullmatch(text) is not None


def furniture_form(text: str) -> str | None:
    """The kind of furniture a line of simplified characters is by its form alone, or None."""
    text = _SYMBOLS.sub("", text)
    bare = text.lstrip("【[（(*※ ")
    if _ORIGINS.match(bare) or _RESERVED.search(text) or (len(text) > LONGEST and bare.startswith(_RIGHTS)):
        return "notice"
    # An address makes a line long and no text.
    long = len(text) > LONGEST and not text.isascii()
    if long and (len(text) > 8 * LONGEST or len(_ADDRESS.sub("", text)) > LONGEST):
        return None
    return next((kind for kind, form in _forms() if form.search(text)), None)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (row.partition(" ") for row in lexicon.rows("web_forms"))
    return tuple((kind, re.compile(re.sub("%([^%]+)%", _words, form))) for kind, _, form in rows)


def _words(group: re.Match[str]) -> str:
    """A pattern for the words of a group, and of groups that share words with it."""
    if group[1] == "_":
        return "[ \u3000\t]*"
    named = set(group[1].split("+"))
    wanted = [name for name in lexicon.groups("web_lines") if not named.isdisjoint(name.split(", "))]
    return f"(?:{lexicon.pattern('web_lines', *wanted)})"
