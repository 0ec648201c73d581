"""What single lines of a newspaper page look like: cue words and forms, each a weak piece of evidence.

A cue says what a line could be; only together with length, place, neighbours and repetition does it decide.
"""

from __future__ import annotations

import re

from seeds.names import all_names

_OPEN, _CLOSE = "[(（\\[【〔]", "[)）\\]】〕]"
_BOX = "[□■◎●○◆◇▲△▶★☆※▪◼◻⊙•]"

FURNITURE_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "editor",
        re.compile(
            "(?:本版|本期|责任|值班|执行|新媒体)?(?:责编|編輯|编辑|主编|美编|校对|审校|组版|排版|制版|版式|版式设计|统筹|策划|监制)[ 　]*(?:[:：]|[ 　])|本版(?:责编|编辑|美编|校对|设计)|责任编辑|責任編輯|版式设计"
        ),
    ),
    (
        "mailbox",
        re.compile(
            "[\\w.+-]+@[\\w-]+\\.\\w|(?:投稿|来稿|信箱|邮箱|电子信箱|E-?mail)[^。]{0,8}[:：]|(?:热线|电话|传真|邮编|网址|地址|微信|QQ|微博)[ 　]*[:：]|欢迎(?:广大)?(?:读者)?(?:来稿|投稿)|扫[码描].{0,10}(?:二维码|关注|看|读)|https?://"
        ),
    ),
    (
        "photo_credit",
        re.compile(
            f"(?:摄影|摄|攝|攝影|供图|制图|绘图|漫画|绘|/图|／图|图片来源|资料图片|资料照片|新华社发|CFP|视觉中国|图[:：/／|｜].{{1,12}}){_CLOSE}?$|^{_OPEN}?(?:图片来源|供图|摄影|漫画|插图|制图|资料图片)[ 　]*[:：/／]?"
        ),
    ),
    (
        "caption",
        re.compile(
            f"^(?:[▲▼←→↑↓◀▶△]|{_OPEN}?(?:上|下|左|右|本|题|主|配|小)?图[①-⑩一二三四五六七八九十左右上下中]{{0,2}}(?:为|[:：]|{_CLOSE})|{_OPEN}?图为)"
        ),
    ),
    (
        "date_line",
        re.compile(
            "^(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[ 　,，]*(?:星期|周)[一二三四五六日天](?:[^。]{0,20})$|^\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?:[ 　].{0,12})?$|^二[〇○零]{1,2}.{1,2}年.{1,3}月.{1,3}日"
        ),
    ),
    (
        "page_number",
        re.compile(
            "^(?:第?[ 　]*[A-Z]?\\d{1,3}[ 　]*版|[A-Z]?\\d{1,3}|[A-Z]\\d{1,3}|第[一二三四五六七八九十]{1,3}版)(?:[ 　·:：].{0,10})?$|^第\\d+期|^- ?\\d+ ?-$"
        ),
    ),
    (
        "notice",
        re.compile(
            "^(?:版权(?:所有|声明)|免责声明|广告|公告|启事|声明[:：]|相关(?:阅读|链接|新闻)|延伸阅读|下转|上接|责任声明|声明[:：]|[（(](?:上接|下转|紧接)第)"
        ),
    ),
)
"""Kinds of furniture and the form of their lines."""

PAGE_LABEL = re.compile(
    "^[ 　]*(?:理论|观点|评论|时评|言论|论坛|社论|视点|声音|思想|读者来信|大家谈|众说|争鸣|杂谈|杂文|随笔|专栏|专版|专题|"
    "思想周刊|理论周刊|学习与实践|学习|实践|要闻|综合|新闻|副刊|文艺|文化|教育|经济|社会|国际|国内|生态|法治|党建|"
    "民生|舆情|观察|视野|漫谈|茶座|议事厅|圆桌|对话|热点|聚焦|焦点|关注|三农|健康|体育|科技|论衡|論壇|評論|觀點|社論|時評)"
    "(?:版|周刊|专刊|副刊|天地|园地|之窗|前沿|广场|·.{2,6})?[ 　]*$"
    "|^[^，。、：；！？]{2,4}(?:评论|时评|论坛|言论|观点|视点|观察|周刊|专刊|副刊|专栏|专版|漫谈|杂谈|随笔|茶座|評論|論壇)$"
)
AUTHOR_NOTE = re.compile(
    f"^{_OPEN}?(?:本文)?(?:第一|第二|通讯)?作(?:者|家)[ 　]*(?:\\S{{2,4}}[ 　,，])?(?:系|为|是|均|分别|单位|简介|现任|来自|,|，)"
    f"|^{_OPEN}(?:本文)?作者[:：][^)）]*(?:大学|学院|教授|研究|主任|书记|局长|中心|院|部|党校|记者|成员|委员|公司|专家)"
    f"|^{_OPEN}?(?:执笔|采写|统稿|整理|课题组)[ 　]*[:：人]|参与采写{_CLOSE}?$|^{_OPEN}.{{1,40}}(?:系|为|均为)[^。]{{2,40}}(?:教授|研究员|书记|主任|局长|院长|记者|委员|博士|学者|专家|律师|教师|评论员|撰稿人){_CLOSE}$"
)
SOURCE = re.compile(
    f"^{_OPEN}?(?:据|来源|稿源|转自|转载自|摘自|原载|原刊|选自|载于|来自|出处|新闻来源|资料来源|文章来源|來源|轉載|據)[ 　]*(?:[:：]|[《“‘「『]|新华|人民|中新|光明|经济|中国|澎湃|央视|本报|\\S{{2,8}}(?:网|報|报|社|日报|晚报|客户端))"
    f"|^{_OPEN}[^()（）]{{0,24}}(?:日电|电|讯|报道|日報|日报|晚报|网){_CLOSE}$|^{_OPEN}?《[ 　]*[^》]{{2,12}}(?:日报|报|网|时报|晚报|周刊|杂志|求是)[ 　]*》{_CLOSE}?[ 　(（]*\\d{{4}}"
)
BYLINE_BOX = re.compile(f"^{_BOX}[ 　]*[^{_BOX[1:-1]}。，,；;]{{2,40}}$")
BYLINE_LABEL = re.compile(
    f"^{_OPEN}?(?:作者|撰文|撰稿|文|執筆|执笔)[ 　]*[:：/／|｜][ 　]*[^。，,；;]{{2,30}}$|^[^。，,；;:：]{{2,16}}[ 　]*[/／|｜][ 　]*文$"
)
REPORTER = re.compile(
    f"^{_OPEN}?(?:[^，。,；;：:“”]{{0,14}})(?:记者|通讯员|評論員|评论员|编辑部|编委会|特约撰稿人|評論部|评论部|撰稿人|編輯部|调研组|课题组)(?:[ 　:：][^，。,；;：:“”]{{2,40}}|[^，。,；;：:“”]{{0,8}}){_CLOSE}?$"
)
KICKER = re.compile("^(?:[—─―-]{1,3}|－{1,2})[ 　]*\\S")
SERIES = re.compile(
    "[①-⑳]$|[（(][一二三四五六七八九十\\d]{1,3}[）)]$|(?:系列|笔谈|观察|之[一二三四五六七八九十]{1,2})[^。]{0,6}$"
)
COLUMN_TAG = re.compile("[（(][^（）()]{2,8}[）)]$")
BRACKETED = re.compile(f"^{_OPEN}[^()（）\\[\\]【】]*{_CLOSE}$")
ENUMERATED = re.compile(
    "^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]|[①-⑳]|\\d{1,2}[.、．][^\\d]|[■◆●▲★] ?)"
)
ORIGINAL_TITLE = re.compile(
    "^(?:原标题|原题|原文标题|主题|题图|编者按|编者的话|核心提示|内容提要|提要|摘要|导语|导读|引言|【编者按】)[ 　]*[:：]?"
)
TWO_PART = re.compile("^[^，。；：,;:]{4,16}[ 　]{1,4}[^，。；：,;:]{4,18}$")
MANY_PARTS = re.compile("^[^，。；：,;: 　]{3,16}(?:[ 　]{1,4}[^，。；：,;: 　]{3,16}){2,5}$")
_OPEN_END = re.compile("[，、；：,;:—“‘「『《（(]$")
OPEN_END = _OPEN_END


def furniture_kind(text: str) -> str | None:
    """The kind of furniture a line has the form of."""
    for kind, form in FURNITURE_KINDS:
        if form.search(text):
            return kind
    return "page_label" if PAGE_LABEL.match(text) else None


def stands_alone(text: str) -> bool:
    """Whether a short line has a form that is never part of a wrapped paragraph."""
    forms = (BYLINE_BOX, BYLINE_LABEL, REPORTER, AUTHOR_NOTE, SOURCE, BRACKETED)
    return furniture_kind(text) is not None or any(form.search(text) for form in forms)


def is_name_line(text: str) -> bool:
    """Whether a line is nothing but names, perhaps in brackets."""
    inner = text.strip()
    if inner[:1] in "(（" and inner[-1:] in ")）":
        inner = inner[1:-1]
    return len(inner) <= 30 and not PAGE_LABEL.match(inner) and all_names(inner)
