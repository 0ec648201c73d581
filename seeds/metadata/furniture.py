"""Lines that web pages, messages and scripts leave around an article: buttons, invitations, lists of links, file marks.

A form has to fit the whole line or to begin it in a way that no sentence begins; a line with a full stop inside is text
unless it invites to follow, share or download.
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
_RIGHTS = ("版权声明", "免责声明", "版权所有", "特别声明", "声明：")
_S = "[ \u3000\t]*"
_SIZE = "(?:[小中大]号?字?号?|小字体?|大字体?|字号|字体|字体大小|默认|标准|超大|较大|T大|T小|A[+-]?)"


def furniture_form(text: str) -> str | None:
    """The kind of furniture a line of simplified characters is by its form alone, or None."""
    if len(text) > LONGEST:
        return "notice" if text.lstrip("【[（(*※ ").startswith(_RIGHTS) else None
    return next((kind for kind, form in _forms() if form.search(text)), None)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(form)) for kind, form in _sources())


def _words(group: str) -> str:
    """A pattern for the words of a group, and of groups that share words with it."""
    wanted = [name for name in lexicon.groups("web_lines") if group in name.split(", ")]
    return f"(?:{lexicon.pattern('web_lines', *wanted)})"


def _sources() -> tuple[tuple[str, str], ...]:
    rim = r"[=#*\-—~<>+【】\[\]_ ]{0,40}"
    suffix = "(?:txt|docx?|html?|pdf|md|json|xml)"
    counter, button, brackets = _words("counter"), _words("button"), r"[<《〈\[【（(·•]?"
    return (
        ("file_name", rf"^{rim}[\w（）()《》“”\-—. ]{{1,60}}\.{suffix}{rim}$"),
        (
            "editor",
            rf"^[（(\[【]?{_words('editor before')}?{_words('editor')}"
            rf"(?:[/／、][\u3400-\u9fff]{{2,4}})?{_S}[:：丨|｜／/]",
        ),
        ("editor", rf"^[（(\[【]{_S}(?:责编|责任编辑|编辑){_S}[\u3400-\u9fff、 \u3000]{{2,12}}[)）\]】]$"),
        ("nav", rf"^[【\[（(]?{_S}{_SIZE}(?:{_S}[/|｜:：【\[]?{_S}(?:{_SIZE}|[】\]])){{0,6}}{_S}$"),
        ("nav", r"^[【\[（(]?[大中小](?:[ \u3000|/]+[大中小]){2}[】\]）)]?$"),
        (
            "nav",
            rf"^(?:(?:您|你)?的?(?:现在|当前)?(?:所在)?的?位置|当前页面|首页){_S}(?:[:：>＞»›→]|-+>|/).*$",
        ),
        ("nav", rf"^[^。！？，]{{1,12}}(?:{_S}(?:>+|＞+|»|›|->){_S}[^。！？]{{1,20}}){{2,}}$"),
        (
            "nav",
            rf"^{brackets}{_S}{button}"
            rf"(?:{_S}[|｜>》\])）】/]|{_S}[:：]{_S}[^。！？，]{{0,40}}|[ \u3000|｜>/]+[^。！？，]{{0,16}})?$",
        ),
        (
            "share",
            rf"^[（(\[【]?{_S}(?:分享到?|分享至|分享本文|转发到?|推荐到){_S}"
            r"(?:[:：].{0,40}|(?:微信|微博|QQ|朋友圈|空间|好友|[ \u3000、/])*)$",
        ),
        ("share", rf"^{_words('invitation')}[^。]{{0,50}}{_words('invited to')}[^。]{{0,30}}。?$"),
        ("share", rf"^{_words('targets')}(?:[ \u3000、|/]*{_words('targets')})*$"),
        ("share", "^(?:分享让更多人看到|分享给更多人|分享文章|一键分享|(?:长按)?识别二维码|-*RECOMMEND-*)$"),
        (
            "share",
            "^[^。]{0,12}(?:客户端|APP|App|app|公众号|微信号|二维码|视频号)[^。]{0,6}(?:下载|扫码|[:：]|关注)[^。]{0,30}$",
        ),
        (
            "counter",
            rf"^{counter}{_S}[:：(（]?{_S}[0-9][0-9.,]*{_S}(?:万|w|k)?\+?{_S}(?:次|人|条)?[)）]?"
            rf"(?:{_S}\S{{1,4}}{_S}[0-9.]+万?\+?)*$",
        ),
        ("links", rf"^[【\[■●▶>◆◎☆★#\- ]*{_words('links')}{_S}[:：】\]<>↓▼]*{_S}(?:>+|更多)?$"),
        ("notice", rf"^[（(【\[*※]?{_S}{_words('rights')}.*$"),
        ("notice", r"^[（(【\[*※]?未经[^。]{0,12}(?:授权|许可|允许|书面).*$"),
        (
            "notice",
            r"^[（(【\[]?本文(?:仅代表|系|由|已获|经|版权)[^。]{0,24}(?:观点|授权|转载|原创|立场|发布).*$",
        ),
        ("notice", "^(?:微信)?原文(?:来自|标题|题目|刊于|链接|地址|[:：])[^。]{0,70}$"),
        ("notice", "^本文(?:由|经)?[^。]{0,24}(?:转码|转载|发表于|首发于|来自|来源|原载)[^。]{0,60}$"),
        ("references", r"^\[[0-9]{1,3}\] ?[^。]{2,40}[.．]"),
        (
            "notice",
            "^(?:来自|转自|首发于?|始发于|作品来自)[:：]?(?:微信|公众号|公号|订阅号|微博|简书|知乎|豆瓣|头条).{0,70}$",
        ),
        ("notice", "^(?:网站|文章|原文)?(?:地址|网址|链接)[ \u3000]+(?:https?://|www).*$"),
        ("notice", "^[（(【]?原(?:标题|题|文标题)(?:[:：]|为《).*$"),
        ("notice", "^[^。]{0,8}(?:ICP备|ICP证|公网安备|许可证(?:编?号)?[:： ]{0,2}[A-Za-z0-9第(（]).*$"),
        (
            "notice",
            r"^[—\-=~*…· （(]{0,8}(?:全文完|完|全文结束|正文结束|END|End|THE END)[—\-=~*…· ）)]{0,8}$",
        ),
        ("rule", rf"^(?:[=\-_*~·—─━═…+#]{_S}){{3,}}$"),
    )
