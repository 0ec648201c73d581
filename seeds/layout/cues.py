"""What single lines of a newspaper page look like: cue words and forms, each a weak piece of evidence.

A cue says what a line could be; only together with length, place, neighbours and repetition does it decide.
All forms are in simplified characters and meant for text folded by `seeds.language.variants.simplified`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seeds.language.variants import simplified
from seeds.metadata import meta_line
from seeds.names import all_names, is_name, split_names

_OPEN, _CLOSE = r"[(（\[［【〔]", r"[)）\]］】〕]"
_BOX = "□■◎●○◆◇▲△▶★☆※▪◼◻⊙•"
_NUMERAL = "[一二三四五六七八九十]"
_SPACE = "[ \u3000]"


def _any(words: str) -> str:
    """A pattern for any of some words."""
    return "(?:" + "|".join(map(re.escape, words.split())) + ")"


def _form(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


_PRESS = _any("新华 人民 中新 光明 经济 中国 澎湃 央视 本报")
_PAPER = _any("网 报 社 日报 晚报 时报 周刊 杂志 求是 客户端")
_OFFICE = _any("大学 学院 教授 研究 主任 书记 局长 中心 院 部 党校 记者 成员 委员 公司 专家")
_SCHOLAR = _any("教授 研究员 书记 主任 局长 院长 记者 委员 博士 学者 专家 律师 教师 评论员 撰稿人")
_PICTURE = _any("图片来源 供图 摄影 漫画 插图 制图 资料图片")
_WRITERS = _any("记者 通讯员 评论员 编辑部 编委会 特约撰稿人 评论部 撰稿人 调研组 课题组")
_SECTION = _any(
    "理论 观点 评论 时评 要论 言论 论坛 社论 视点 声音 思想 读者来信 "
    "大家谈 众说 争鸣 杂谈 杂文 随笔 专栏 专版 专题 学习与实践 学习 实践 要闻 综合 新闻 "
    "副刊 文艺 文化 教育 经济 社会 国际 国内 生态 法治 党建 民生 舆情 观察 视野 漫谈 茶座 "
    "来论 微言 微评 短评 快评 画中话 今日论语 "
    "议事厅 圆桌 对话 热点 聚焦 焦点 关注 三农 健康 体育 科技 论衡"
)
_COLUMN = _any("评论 时评 论坛 言论 观点 视点 观察 周刊 专刊 副刊 专栏 专版 漫谈 杂谈 随笔 茶座")

FURNITURE_FORMS: dict[str, re.Pattern[str]] = {
    "editor": _form(
        _any("本版 本期 责任 值班 执行 新媒体")
        + "?"
        + _any("责编 编辑 主编 美编 校对 审校 组版 排版 制版 版式 版式设计 统筹 策划 监制")
        + f"{_SPACE}*[:： \u3000]",
        f"本版{_any('责编 编辑 美编 校对 设计')}",
        _any("责任编辑 版式设计"),
    ),
    "mailbox": _form(
        r"[\w.+-]@[\w-]{1,64}\.\w",
        _any("投稿 来稿 信箱 邮箱 电子信箱 E-mail Email") + "[^。]{0,8}[:：]",
        _any("热线 电话 传真 邮编 网址 地址 微信 QQ 微博") + f"{_SPACE}*[:：]",
        "欢迎(?:广大)?(?:读者)?(?:来稿|投稿)",
        "扫[码描].{0,10}(?:二维码|关注|看|读)",
        "https?://",
    ),
    "photo_credit": _form(
        f"(?:摄|{_any('摄影 供图 制图 绘图 漫画 绘 /图 ／图 图片来源 资料图片 资料照片 新华社发 CFP 视觉中国')}"
        f"|图[:：/／|｜].{{1,12}}){_CLOSE}?$",
        f"^{_OPEN}?{_PICTURE}{_SPACE}*[:：/／]?",
        f"^{_OPEN}?(?:新华社|中新社|本报|人民图片|视觉中国)(?:记者)?(?:发|供)?{_SPACE}+\\S{{2,4}}{_SPACE}*[/／]?{_SPACE}*[作摄绘画]{_CLOSE}?$",
    ),
    "caption": _form(
        "^[▲▼←→↑↓◀▶△]",
        f"^{_OPEN}?[上下左右本题主配小]?图[①-⑩{_NUMERAL[1:-1]}左右上下中]{{0,2}}(?:为|[:：]|{_CLOSE})",
    ),
    "date_line": _form(
        r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日[ \u3000,，]*(?:星期|周)[一二三四五六日天][^。]{0,20}$",
        r"^\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:[ \u3000].{0,12})?$",
        "^二[〇○零]{1,2}.{1,2}年.{1,3}月.{1,3}日",
    ),
    "page_number": _form(
        rf"^(?:第?{_SPACE}*[A-Z]?\d{{1,3}}{_SPACE}*版|第{_NUMERAL}{{1,3}}版)(?:[ \u3000·:：].{{0,10}})?$",
        rf"^[A-Z]?\d{{1,3}}(?:[ \u3000·:：]*{_SECTION}.{{0,8}})?$",
        r"^第\d+期",
        r"^[-—－·] ?\d+ ?[-—－·]$",
        r"^第? ?\d{1,4} ?页(?: ?[/／共] ?.{1,6})?$",
        r"^\d{1,3} ?[/／] ?\d{1,3}$",
    ),
    "rule": _form(rf"^(?:[=\-_*~·—─━═…+#]{_SPACE}*){{3,}}$", f"^(?:[{_BOX}]{_SPACE}*)+$"),
    "notice": _form(
        "^" + _any("版权所有 版权声明 免责声明 相关阅读 相关链接 相关新闻 延伸阅读 下转 上接"),
        "^" + _any("责任声明 声明： 声明: 文章纠错 打印本页 分享到 阅读原文"),
        "^[（(](?:上接|下转|紧接)第",
        "^(?:广告|公告|启事)(?:[:：]|$)",
    ),
    "references": _form(
        f"^{_OPEN}?(?:关{_SPACE}*键{_SPACE}*词|中图分类号|文章编号|文献标识码|{_any('基金项目 收稿日期 参考文献')})"
        f"{_CLOSE}?{_SPACE}*(?:[:：]|{_SPACE}|$)",
    ),
    "contents": _form(r"(?:…{2,}|\.{4,}|·{3,}|\t)[ \u3000]*\d{1,3}$"),
    "page_label": _form(
        f"^{_SPACE}*{_SECTION}(?:{_any('版 周刊 专刊 副刊 天地 园地 之窗 前沿 广场')}|·.{{2,6}})?{_SPACE}*$",
        f"^[^，。、：；！？]{{2,4}}{_COLUMN}$",
    ),
}
"""Kinds of furniture and the form of their lines."""

AUTHOR_NOTE = _form(
    rf"^{_OPEN}?(?:本文)?(?:第一|第二|通讯)?作(?:者|家){_SPACE}*(?:\S{{2,4}}[ \u3000,，])?"
    rf"(?:{_any('系 为 是 均 分别 单位 简介 现任 来自')}|[,，])",
    f"^{_OPEN}(?:本文)?作者[:：][^)）]*{_OFFICE}",
    f"^{_OPEN}?{_any('执笔 采写 统稿 整理 课题组')}{_SPACE}*[:：人]",
    f"参与采写{_CLOSE}?$",
    f"{_OFFICE}.{{0,12}}[，, \u3000]{_SPACE}*\\d{{6}}{_CLOSE}?$",
    f"^{_OPEN}.{{1,40}}(?:系|为)[^。]{{2,40}}{_SCHOLAR}{_CLOSE}$",
)
"""Who the author is."""

_ORIGIN = _any(
    "据 来源 稿源 转自 转载自 摘自 摘编自 节选自 选编自 编自 改编自 原载 原载于 原刊 选自 载于 来自 出处"
)
SOURCE = _form(
    rf"^{_OPEN}?(?:{_ORIGIN}"
    rf"|{_any('新闻 资料 数据 文章')}来源){_SPACE}*(?:[:：《“‘「『]|{_PRESS}|\S{{2,8}}{_PAPER})",
    f"^{_OPEN}[^()（）]{{0,24}}(?:电|讯|报道|{_PAPER}){_CLOSE}$",
    rf"^{_OPEN}?《{_SPACE}*[^》]{{0,12}}{_PAPER}{_SPACE}*》{_CLOSE}?(?:[ \u3000(（]*\d{{4}}|$)",
)
"""Where the article was first published."""

BYLINE_BOX = _form(f"^[{_BOX}]{_SPACE}*[^{_BOX}。，,；;]{{2,40}}$", f"^口{_SPACE}+[^。，,；;]{{2,20}}$")
BYLINE_LABEL = _form(
    f"^{_OPEN}?{_any('作者 撰文 撰稿 文 执笔')}{_SPACE}*[:：/／|｜]{_SPACE}*[^。，,；;]{{2,30}}$",
    f"^[^。，,；;:：]{{2,16}}{_SPACE}*[/／|｜]{_SPACE}*文$",
    # Without a colon only names may follow, or any short title that begins so would do.
    f"^{_OPEN}?(?:\\S{{0,4}}特约)?{_any('作者 撰文 撰稿 执笔 主笔')}"
    f"(?:{_SPACE}+[\u3400-\u9fff·]{{2,4}}){{1,4}}{_CLOSE}?$",
)
REPORTER = _form(
    rf"^{_OPEN}?[^，。,；;：:“”]{{0,14}}{_WRITERS}"
    rf"(?:[ \u3000:：][^，。,；;：:“”]{{2,40}}|[^，。,；;：:“”]{{0,8}}){_CLOSE}?$"
)
PLACE_OF_WORK = _form(
    f"^(?:{_any('来源 稿源')}[:：])?[^，。、：；！？,:;“”《》 \u3000]{{2,18}}"
    f"(?:{_OFFICE}|{_PAPER}|[委办会局校厅馆社]){_SPACE}+"
)
"""Where an author works, or where the text is from, before the name."""
POST = _form(f"(?:{_SCHOLAR}|{_OFFICE})$")
"""What an author is, behind the name."""
SIGNED_DASH = _form("^[—―─－-]{1,2}[\u3400-\u9fff]{2,4}$")
KICKER = _form(rf"^(?:[—─―-]{{1,3}}|－{{1,2}}){_SPACE}*\S")
SERIES = _form(
    "[①-⑳]$",
    rf"[（(](?:{_NUMERAL}|\d){{1,3}}[）)]$",
    rf"(?:系列|笔谈|观察|之{_NUMERAL}{{1,2}})[^。]{{0,6}}$",
)
IN_COLUMN = _form(f"[（(][^（）()]{{0,6}}(?:{_COLUMN}|评|谈|论语)[）)]$")
COLUMN_TAG = _form("[（(][^（）()]{2,8}[）)]$")
"""A title that ends with the name of its column: …（人民时评）."""
BRACKETED = _form(rf"^{_OPEN}[^()（）\[\]【】]*{_CLOSE}$")
COLUMN = re.compile(
    "(?:时评|评论|短评|快评|锐评|微评|评论员|社评|观察|论坛|论语|杂谈|笔谈|漫谈|纵横谈|大家谈|今日谈|今日话题|之声|"
    "民声|观点|视点|来论|随笔|漫笔|走笔|茶座|专栏|纵横|之言|锐言|快语|新语|思享|青年说)$"
)
"""How the names of columns end."""
COLUMN_NAME = _form(
    f"^[【《〈［·■]?[^，。、：；！？]{{2,6}}(?:{_COLUMN}|谈|说|言|语|声|话题|笔谈|札记|论语)[】》〉］·：]?$",
    f"^[【《〈［·■]?[^，。、：；！？]{{0,5}}{COLUMN.pattern[:-1]}[】》〉］·：]?$",
)
"""The name of a column, on a line of its own over a title."""
_PARTY = _any(
    "主持人 主持 嘉宾 对话人 对话嘉宾 对谈人 与谈人 采访人 访谈人 受访者 受访人 访谈嘉宾 特邀嘉宾 点评人"
)
TALK = _form(f"^{_PARTY}{_SPACE}*(?:[:：]|{_SPACE}\\S|$)")
"""Who takes part in a talk."""
BOOK_MARKS = _form(r"^[^《》]{0,5}《[^《》]+》$", r"^[^【】]{0,5}【[^【】]{5,}】$")
"""A title in book marks, perhaps after its number."""
DATE = _form(
    r"(?:19|20)\d{2}[ ]?(?:年|[-./])[ ]?\d{1,2}[ ]?(?:月|[-./])[ ]?\d{1,2}(?!\d)",
    "二[〇○零]{1,2}.{1,2}年.{1,3}月.{1,3}日",
)
SPEAKER = _form("^(?:[问答]|[^，。、：:；！？“”《》（）()]{2,10})[:：](?=.)")
"""Who speaks: the beginning of a line of a talk; also any label."""
DATELINE = _form(
    f"^[（(【]?(?:{_PRESS}[^，。：:]{{0,12}}?|[^，。：:]{{0,8}}{_PAPER}[^，。：:]{{0,12}}?)"
    r"\d{1,2}月\d{1,2}日(?:电|讯|消息)",
    "^[（(]?本报讯",
)
"""Where and when a report was sent: 本报北京3月1日电."""
_FOREWORDS = _any(
    "编者按 编者的话 编 开栏的话 编前 编后 主持人语 核心提示 内容提要 阅读提示 提要 内容摘要 摘要 导语 导读 引言"
)
FOREWORD = _form(
    f"^{_OPEN}?{_FOREWORDS}(?:{_CLOSE}{_SPACE}*[:：]?|{_SPACE}*[:：])",
    f"^摘{_SPACE}+要{_SPACE}*[:：]",
    f"^[【〔（(]?编{_SPACE}?者{_SPACE}?(?:按|的话)[】〕）)]?",
)
"""The editor's words before or after a piece."""
ITEM = _form(
    rf"^(?:{_NUMERAL}{{1,3}}[、.．]|[（(](?:{_NUMERAL}{{1,3}}|\d{{1,2}})[）)]|第{_NUMERAL}{{1,3}}[章节部]"
    rf"|[①-⑳]|\d{{1,2}}(?:[.、．]\D|[）)]))"
)
"""The number of a section or of an item of a list."""
ORIGINAL_TITLE = _form(
    f"^【?{_any('原标题 原题 原文标题 主题 编者按 编者的话 核心提示 内容提要 提要 摘要 导语 导读 引言')}】?"
    f"{_SPACE}*[:：]?"
)
TWO_PART = _form(f"^[^，。；：,;:]{{4,16}}{_SPACE}{{1,4}}[^，。；：,;:]{{4,18}}$")
_PART = "[^，。；：,;: \u3000]{3,16}"
MANY_PARTS = _form(f"^{_PART}(?:{_SPACE}{{1,4}}{_PART}){{2,5}}$")
OPEN_END = _form("[，、；：,;:—“‘「『《（(]$")
"""An end after which a text must go on."""
_SIGNERS = "[—―─－-]{1,2}([\u3400-\u9fff]{2,4}(?:[、 \u3000][\u3400-\u9fff]{2,4}){0,3})"
FINAL = _form(
    r"(?:[。！？!?…｡~～]|(?<![0-9])[.．])[”’」』）)》】\"']*"
    # The name of the author may close the last paragraph.
    rf"(?:[（(【〔][^（()）【】〔〕。！？!?]{{1,30}}[）)】〕]|{_SIGNERS})?$"
)
"""An end of a sentence, perhaps with the author's name after it."""
SIGNATURE = _form(
    r"[。！？!?…][”’」』]*"
    rf"(?:[（(【〔](?:作者[:：]?)?([^（()）【】〔〕。！？!?]{{2,30}})[）)】〕]|{_SIGNERS})$"
)
"""A name after the last sentence."""
_END, _DASHES = 48, "—―─－-"
_LONGEST_HEAD = 30


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return FINAL.search(text[-_END:]) is not None


def may_end(text: str) -> bool:
    """Whether a paragraph may end as a line does: with a sentence, or before a list."""
    return ends_sentence(text) or text[-1] in ":：）)"


def furniture_kind(text: str) -> str | None:
    """The kind of furniture a line has the form of."""
    folded = simplified(text)
    return next((kind for kind, form in FURNITURE_FORMS.items() if form.search(folded)), None)


@lru_cache(maxsize=64)
def stands_alone(text: str) -> bool:
    """Whether a short line has a form that is never part of a wrapped paragraph."""
    forms = (BYLINE_BOX, BYLINE_LABEL, REPORTER, AUTHOR_NOTE, SOURCE, BRACKETED, IN_COLUMN)
    folded = simplified(text)
    return (
        furniture_kind(folded) is not None
        or any(form.search(folded) for form in forms)
        or meta_line(text) is not None
    )


def begins_head_line(text: str) -> bool:
    """Whether a line after a title is a line of its own: a kicker after a dash, or names."""
    return begins_kicker(text) or (len(text) <= _LONGEST_HEAD and is_name_line(text))


def begins_kicker(text: str) -> bool:
    """Whether a short line begins with a dash."""
    return len(text) <= _LONGEST_HEAD and KICKER.search(text) is not None


def is_name_line(text: str) -> bool:
    """Whether a line is nothing but names, perhaps in brackets, after a dash or after an office or a paper."""
    inner = re.sub(f"(?<=\\S\\S){_OPEN}[^()（）]{{2,8}}{_CLOSE}$", "", simplified(text.strip()))
    if inner[:1] in "(（【[" and inner[-1:] in ")）】]":
        inner = inner[1:-1]
    elif inner.startswith(tuple(_DASHES)) and (all_names(inner.lstrip(_DASHES)) or SIGNED_DASH.match(inner)):
        inner = inner.lstrip(_DASHES)
    place = PLACE_OF_WORK.match(inner)
    if place is not None:
        inner = inner[place.end() :]
    if len(inner) > 30 or FURNITURE_FORMS["page_label"].search(inner) or COLUMN.search(inner.strip("·•")):
        return False
    first, *others = split_names(inner) or [""]
    return all_names(inner) or (
        is_name(first) and 0 < len(others) <= 3 and all(is_name(x) or POST.search(x) for x in others)
    )


def is_signed(text: str) -> bool:
    """Whether a name closes a paragraph: as in 关不上了。（王建国）."""
    return bool(signers(text))


def signers(text: str) -> tuple[str, ...]:
    """The names that close a paragraph, none if the words there are no names."""
    end = text[-_END:]
    found = SIGNATURE.search(simplified(end))
    if found is None:
        return ()
    start, stop = found.span(1) if found[1] else found.span(2)
    names = split_names(end[start:stop])
    return tuple(names) if all(map(is_name, names)) else ()
