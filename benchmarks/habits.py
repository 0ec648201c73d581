"""The habits by which papers, copyists and collectors set opinion pages, drawn at random by family.

A family is a kind of file that a person has on the disk: a printed page of a city paper, a copy from the web, an
export of a database, a collection made for a class. Words around the articles (labels, columns, credits) are made up
or in everybody's use. `benchmarks.rerender` sets articles by these habits.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕欧阳"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玲辉鑫宇晨博思雨子涵浩然志国庆石白一帆"
PAPERS = (
    "人民日报", "光明日报", "经济日报", "江城日报", "东山晚报", "南湖时报", "工人日报", "中国青年报", "新华网", "人民网",
)  # fmt: skip
COLUMNS = (
    "人民时评", "今日谈", "评论员观察", "江城时评", "东山论坛", "一家之言", "金台锐评", "大家谈", "新语", "民声",
    "快评", "思想纵横", "青年说", "理论漫笔", "百姓话题", "每周评论", "锐言快语", "岁月静好", "观澜",
)  # fmt: skip
KICKERS = (
    "学习贯彻全会精神", "高质量发展笔谈", "基层治理面面观", "民生观察", "走笔", "新征程上看变化", "写在开学季",
    "把握重要战略机遇", "文明城市大家谈", "书写乡村振兴新篇",
)  # fmt: skip
LABELS = ("理论", "评论", "观点", "要论", "大家谈", "时评", "言论", "思想", "论坛", "声音", "来论", "微言", "短评")
MASTHEADS = (
    "{paper} {cn} 星期{week} 第{n:02d}版 评论", "{paper}　{cn}　星期{week}", "{n:02d} 评论 {cn} 星期{week}",
    "{paper} / {iso} / {n:02d}版：观点", "第{n}版：理论", "A{n:02d} 时评 {iso} 星期{week}", "{cn} 星期{week} 责编：{name}",
    "评论 {paper} {cn}", "{paper}　理论周刊　第{n}期", "2024年{month}月{day}日 星期{week}",
)  # fmt: skip
IMPRINTS = (
    "本版责编：{name} {name2}", "责任编辑：{name}", "电子邮箱：abc@example.com", "版式设计：{name}", "责编 {name} 版式 {name2}",
    "美编：{name} 校对：{name2}", "投稿邮箱：pinglun@example.com", "本版编辑 {name} 美编 {name2}",
    "报料热线：0358-8222222", "欢迎读者来稿。来稿请注明姓名和联系方式。", "编辑：{name}　审核：{name2}",
)  # fmt: skip
CREDITS = (
    "{name} 摄", "本报记者 {name} 摄", "图为活动现场。 {name} 摄", "{name}/图", "新华社记者 {name} 摄", "漫画：{name}",
    "▲村民在采茶。{name}摄", "资料图片", "（图片由受访者提供 {name} 摄）", "{name}绘（新华社发）",
)  # fmt: skip
NOTES = (
    "（作者系市委党校教授）", "（作者为某大学马克思主义学院教授）", "（作者单位：市委党校）", "作者系省社科院研究员",
    "（作者分别系市发展改革委副主任、科长）", "（本文作者为律师）", "（作者是江城大学教授）", "（作者系县委书记）",
    "（作者：江城市社会科学院研究员）",
)  # fmt: skip
LEAD_NOTES = ("（本报记者{name}参与采写）", "（作者系大学教授）", "（作者单位：省社科院）")
SOURCES = (
    "据《{paper}》", "（转自《{paper}》）", "来源：{paper}", "（据{paper}）", "（原载《{paper}》）", "（摘自《{paper}》，有删改）",
    "（摘编自《{paper}》，原题为《{phrase}》）", "《{paper}》", "（来源：{paper}）",
)  # fmt: skip
DATED_SOURCES = (
    "《 {paper} 》（ {cn0} {n:02d} 版）", "——《{paper}》{cn}", "《{paper}》{cn}第{n}版", "（《{paper}》{cn}）",
    "（原载{cn}《{paper}》）", "（来源：{paper} {iso}）", "{paper} {cn}", "（{paper}，{iso}）", "来源：{paper}（{cn}）",
)  # fmt: skip
NAMED_META = (
    "作者：{names}  时间：{iso}", "{cn}  作者：{names}", "{iso}  {names}", "来源：{paper}　作者：{names}　{iso}",
    "作者：{names} 来源：{paper} 发布时间：{iso} {time}", "{names} {iso} {time}", "文/{names}　{cn}", "{paper}　{names}　{cn}",
    "原创 {names} {column} {iso} {time}", "{iso} {time}  来源：{paper}  作者：{names}", "{names} | {cn}",
)  # fmt: skip
META = (
    "来源：{paper}  {iso}", "{iso} {time} 来源：{paper}", "{cn}{time} | 来源：{paper}", "{paper} {iso} {time}", "{iso}",
    "发布时间：{iso} {time}　来源：{paper}", "时间：{iso}", "{cn} {time}", "（{cn}）", "{iso}  {paper}", "{slash} 来源：{paper}",
)  # fmt: skip
WEB_LINES = ("小字号", "字号：大 中 小", "分享到：", "点击上方“江城评论”关注我们", "打印本页 关闭窗口", "浏览次数：1024")
WEB_ENDS = ("（责编：{name}、{name2}）", "责任编辑：{name}", "（编辑：{name}）", "分享让更多人看到", "【责任编辑:{name}】", "阅读 2.3万")
BYLINES = {
    "box": "□ {names}", "box tight": "□{names}", "square": "■ {names}", "circle": "◎ {names}", "dot": "●{names}",
    "label": "作者：{names}", "text": "文/{names}", "text colon": "文：{names}", "plain": "{names}", "after": "{names}/文",
    "reporter": "本报记者 {names}", "desk name": "本报评论员 {names}", "guest": "特约评论员 {names}", "brackets": "（{names}）",
    "office": "某县委宣传部 {names}", "hook": "【{names}】", "dash": "——{names}", "far": "　　　　　　　　{names}",
    "place": "江城 {names}", "desk": "本报评论员", "board": "本报编辑部", "label brackets": "（作者：{names}）",
    "pen": "{names}（教师）", "writer": "撰文｜{names}", "source brackets": "（来源：{paper} 作者：{names}）",
}  # fmt: skip
NAMELESS = {"desk": "本报评论员", "board": "本报编辑部"}
HEAD_BYLINES = tuple(
    style for style in BYLINES if style not in ("dash", "label brackets", "source brackets", "place")
)
END_BYLINES = ("brackets", "label brackets", "source brackets", "plain", "dash", "far", "place", "hook", "label")
NUMBERS = ("{n}. ", "{n}.", "{n}、", "{c}、", "（{c}）", "（{n}）", "{o}", "{o} ", "{n} ", "【{n}】", "第{c}篇 ", "篇目{n}：", "{nn}. ")
FRAMES = ("{}", "{}", "{}", "《{}》", "【{}】")
COLUMNED = ("{title}（{column}）", "{title}({column})", "{title}（{column}）")
RULES = (
    "--------", "----------------", "★", "* * *", "————————", "========", "~~~~~~~~", "◆◆◆", "…………", "＊＊＊", "-" * 40,
)  # fmt: skip
SECTIONS = ("把好事办实", "久久为功抓落实", "让群众得实惠", "向改革要动力", "补齐治理短板", "激发人才活力", "守住民生底线",
            "厚植文化土壤", "优化营商环境", "问题怎么看", "出路在哪里？", "城乡融合 双向奔赴", "从“有没有”到“好不好”")  # fmt: skip
DATELINES = ("本报{place}{m}月{d}日电（记者{name}）", "新华社{place}{m}月{d}日电 ", "{paper}{place}{m}月{d}日电　（{name}、{name2}）",
             "本报讯（记者 {name}）", "（本报{place}{m}月{d}日讯）")  # fmt: skip
FOREWORDS = (
    "编者按：", "【编者按】", "编者的话：", "开栏的话：", "〔编者按〕", "编 者 按 ",
)  # fmt: skip
TALK_HEADS = (
    ("主持人：本报记者 {name}",), ("对话人：", "{name} 江城大学教授", "{name2} 市委党校副教授"), ("主持人：{name}", "嘉宾：{name2}"),
    ("对话人　{name}（县委书记）　{name2}（村党支部书记）",), ("采访人：本报记者 {name}", "受访者：{name2} 省社科院研究员"),
)  # fmt: skip
ASIDES = ("相关链接", "延伸阅读", "推荐阅读", "（上接第一版）", "（下转第四版）", "原标题：{phrase}", "扫描二维码，阅读更多评论")


@dataclass(slots=True)
class Habits:
    """How one page is set; gaps in blank lines, shares of pieces as odds."""

    family: str
    masthead: float = 0.0
    label: float = 0.0
    imprint: float = 0.0
    column: str = ""
    column_line: float = 0.0
    columned: str = ""
    kicker: str = ""
    number: str = ""
    frame: str = "{}"
    two_lines: float = 0.0
    byline: str = ""
    byline_at: str = ""
    meta: str = ""
    meta_split: bool = False
    web: float = 0.0
    deck: str = ""
    lead_note: float = 0.0
    note: float = 0.0
    source: float = 0.0
    source_form: str = ""
    rule: str = ""
    sections: str = ""
    breaks: float = 0.0
    displaced: int = -1
    photos: float = 0.0
    foreword: str = ""
    talk: bool = False
    dateline: float = 0.0
    aside: float = 0.0
    wrap: int = 0
    count_columns: bool = False
    hang: bool = True
    indent: str = ""
    gap: int = 0
    title_gap: int = 0
    piece_gap: int = 1
    centre: str = ""
    half_width: bool = False
    traditional: bool = False
    short: bool = False
    separator: str = " "
    wide_names: bool = False
    length: int = 0
    co_authors: float = 0.18


def _printed(h: Habits, r: random.Random) -> None:
    h.byline, h.byline_at = r.choice(HEAD_BYLINES), "head"
    if r.random() < 0.3:
        h.byline, h.byline_at = r.choice(END_BYLINES), r.choice(("end", "end", "closing"))
    elif r.random() < 0.12:
        h.byline_at = ""
    h.breaks, h.photos, h.half_width = r.choice((0, 0.15, 0.35)), r.choice((0, 0.06, 0.12)), r.random() < 0.4
    h.displaced = r.choice((-1, -1, 0, 1, 2, 3)) if h.byline_at == "head" else -1
    h.kicker = r.choice(("", "", "dash", "above", "bracket"))
    h.deck = r.choice(("", "", "after", "before", "middle"))
    h.note, h.lead_note = r.choice((0, 0.3, 0.6)), r.choice((0, 0, 0.3))
    h.source, h.source_form = r.choice((0, 0, 0.4)), r.choice(SOURCES)
    h.sections = r.choice(("", "", "numbered", "plain", "two", "lines"))
    h.label, h.masthead, h.imprint = r.choice((0, 0.7)), r.choice((0, 0, 1)), r.choice((0, 0.5, 1))
    h.two_lines, h.wide_names = r.choice((0, 0.4)), r.random() < 0.3
    h.gap, h.title_gap = r.choice(((0, 0), (1, 1), (0, 1), (1, 0)))
    h.aside, h.column_line = r.choice((0, 0, 0.2)), r.choice((0, 0, 0.6))


def _wrapped(h: Habits, r: random.Random) -> None:
    _printed(h, r)
    h.wrap = r.choice((13, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 34, 40))
    h.count_columns, h.hang = r.random() < 0.5, r.random() < 0.7
    h.gap = 0 if h.indent else r.choice((0, 1, 1))


def _epaper(h: Habits, r: random.Random) -> None:
    h.masthead, h.imprint, h.web = r.choice((0.5, 1)), 0.5, r.choice((0, 0.3))
    h.byline, h.byline_at = r.choice(("plain", "reporter", "desk", "text", "desk name", "pen")), "head"
    if r.random() < 0.3:
        h.byline_at = ""
    h.source, h.source_form = r.choice((0, 1)), r.choice(DATED_SOURCES)
    h.column_line = r.choice((0, 0, 0.7))
    h.wide_names = r.random() < 0.4
    h.kicker, h.deck = r.choice(("", "dash", "above")), r.choice(("", "after"))
    h.gap = h.title_gap = r.choice((0, 1))


def _web(h: Habits, r: random.Random) -> None:
    h.meta = r.choice(NAMED_META + META)
    h.meta_split = "{names}" not in h.meta and r.random() < 0.3
    if h.meta_split:
        h.byline = r.choice(("plain", "label", "text"))
    h.web, h.source, h.source_form = r.choice((0, 0.2, 0.5)), r.choice((0, 0, 1)), r.choice(DATED_SOURCES)
    h.columned = r.choice(("", "", *COLUMNED))
    if r.random() < 0.3:
        h.meta, h.byline, h.byline_at = "", r.choice(END_BYLINES), "end"
    h.gap = h.title_gap = r.choice((0, 0, 1))
    h.short, h.sections = r.random() < 0.2, r.choice(("", "", "plain", "numbered"))
    h.aside = r.choice((0, 0, 0.3))


def _wechat(h: Habits, r: random.Random) -> None:
    h.meta = r.choice(("原创 {names} {column} {iso} {time}", "{names} {column} {iso} {time}", "{column} {iso} {time} 江苏", ""))
    if not h.meta:
        h.byline, h.byline_at = r.choice(("writer", "text", "text colon")), "head"
    h.web, h.short, h.gap, h.title_gap, h.piece_gap = 0.5, r.random() < 0.6, 1, r.choice((0, 1)), 1
    h.source, h.source_form = r.choice((0, 0.6)), r.choice(("来源｜{paper}", "来源 | {paper}", "来源：{paper}"))
    h.sections = r.choice(("", "bare number", "plain", "numbered"))
    h.photos = r.choice((0, 0.08))


def _database(h: Habits, r: random.Random) -> None:
    h.meta, h.meta_split = r.choice(("作者：{names}  时间：{iso}", "来源：{paper}  {iso}", "{iso}")), r.random() < 0.5
    h.byline = "label" if h.meta_split and "{names}" not in h.meta else ""
    h.number = r.choice(("", "", *NUMBERS))
    h.rule = r.choice(("", *RULES))
    h.source, h.source_form = r.choice((0, 1)), r.choice(DATED_SOURCES)
    h.gap = h.title_gap = 0


def _collection(h: Habits, r: random.Random) -> None:
    h.number, h.frame = r.choice(NUMBERS), r.choice(FRAMES)
    h.rule = r.choice(("", "", *RULES[:4]))
    h.source, h.source_form = r.choice((0, 0, 1)), r.choice(DATED_SOURCES + SOURCES)
    h.column_line, h.columned = r.choice((0, 0.7)), r.choice(("", "", *COLUMNED))
    if r.random() < 0.25:
        h.byline, h.byline_at = r.choice(HEAD_BYLINES), r.choice(("head", "head", "end"))
    h.sections = r.choice(("", "", "", "numbered", "plain"))
    h.gap = h.title_gap = r.choice((0, 0, 1))
    h.piece_gap, h.half_width = r.choice((0, 1, 1)), r.random() < 0.15


def _bare(h: Habits, r: random.Random) -> None:
    h.frame = r.choice(FRAMES)
    h.rule = r.choice(("", "", "", *RULES[:4]))
    h.source, h.source_form = r.choice((0, 0, 0.6, 1)), r.choice(DATED_SOURCES + SOURCES)
    h.column_line, h.note = r.choice((0, 0, 0.7)), r.choice((0, 0, 0.4))
    h.gap = h.title_gap = r.choice((0, 0, 1))
    h.piece_gap = r.choice((0, 1, 1, 2))
    h.sections, h.deck = r.choice(("", "", "", "numbered", "plain", "two")), r.choice(("", "", "", "after"))
    h.half_width, h.short = r.random() < 0.15, r.random() < 0.1
    if r.random() < 0.12:
        h.wrap, h.gap = r.choice((18, 22, 26, 30, 34, 40)), 0 if h.indent else 1


def _letters(h: Habits, r: random.Random) -> None:
    h.length = r.choice((2, 2, 3))
    h.byline, h.byline_at = r.choice(END_BYLINES + ("box", "plain")), r.choice(("end", "end", "closing", "head"))
    if r.random() < 0.2:
        h.byline_at = ""
    h.label, h.foreword, h.photos = 0.6, r.choice(("", *FOREWORDS)), r.choice((0, 0.05))
    h.gap, h.rule = r.choice((0, 1)), r.choice(("", "", "", *RULES))
    h.number, h.imprint = r.choice(("", "", "", "{o}", "{n}. ")), r.choice((0, 1))


def _talk(h: Habits, r: random.Random) -> None:
    h.talk = True
    h.foreword = r.choice(("", *FOREWORDS, *FOREWORDS))
    h.byline, h.byline_at = r.choice(HEAD_BYLINES), r.choice(("", "head", "head"))
    h.gap = h.title_gap = r.choice((0, 1))
    h.label, h.photos, h.sections = 0.5, 0.05, r.choice(("", "plain", "numbered", "two"))
    h.breaks, h.note, h.imprint = r.choice((0, 0.2)), r.choice((0, 0.5)), r.choice((0, 1))


def _datelines(h: Habits, r: random.Random) -> None:
    h.dateline = r.choice((0.5, 1))
    h.masthead, h.gap = r.choice((0, 0.6)), r.choice((0, 0, 1))
    h.title_gap, h.kicker = h.gap, r.choice(("", "", "above"))
    h.byline, h.byline_at = r.choice(("reporter", "plain", "desk", "box")), r.choice(("", "", "head"))
    h.sections, h.photos, h.imprint = r.choice(("", "", "plain")), r.choice((0, 0.06)), r.choice((0, 1))
    h.wrap = r.choice((0, 0, 0, 20, 28))
    h.aside = r.choice((0, 0.3))


def _traditional(h: Habits, r: random.Random) -> None:
    r.choice((_printed, _web, _bare, _epaper, _collection))(h, r)
    h.traditional = True


FAMILIES: dict[str, Callable[[Habits, random.Random], None]] = {
    "printed": _printed,
    "wrapped": _wrapped,
    "epaper": _epaper,
    "web": _web,
    "wechat": _wechat,
    "database": _database,
    "collection": _collection,
    "bare": _bare,
    "letters": _letters,
    "talk": _talk,
    "datelines": _datelines,
    "traditional": _traditional,
}
"""The kinds of files, each with what draws the habits of one."""
SHARES = (4, 2, 1, 3, 1, 1, 3, 4, 1, 1, 1, 1)
"""How often each family is drawn beside the others."""


def habits(chance: random.Random, family: str | None = None) -> Habits:
    """Habits drawn at random, of one family or any."""
    name = family or chance.choices(tuple(FAMILIES), SHARES)[0]
    drawn = Habits(name, column=chance.choice(COLUMNS), indent=chance.choice(("", "　　", "　　", "    ")))
    drawn.separator = chance.choice((" ", " ", "  ", "、", "　"))
    FAMILIES[name](drawn, chance)
    if not drawn.piece_gap and not drawn.gap and chance.random() < 0.5:
        drawn.title_gap = 0
    if chance.random() < 0.08:
        drawn.centre = chance.choice(("　　　　　　", "        "))
    return drawn
