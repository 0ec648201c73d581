"""The habits by which papers set their pages, drawn at random; the words around articles, which are made up."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玲辉鑫宇晨博思雨子涵浩然志国庆"
KICKERS = (
    "——学习贯彻系列谈{}", "——民生观察{}", "——新征程上{}", "—— 基层治理面面观之{}", "（金台论道）",
    "【时评】", "——写在开学季",
)  # fmt: skip
NOTES = (
    "（作者系县委书记）", "（作者为某大学马克思主义学院教授）", "（作者单位：市委党校）", "作者系省社科院研究员",
    "（作者分别系市发展改革委副主任、科长）", "（本文作者为律师）",
)  # fmt: skip
SOURCES = (
    "据《人民网》", "（转自《经济日报》）", "来源：新华网", "（据新华社北京电）", "（原载《光明日报》）", "据新华社",
)  # fmt: skip
CREDITS = (
    "{} 摄", "本报记者 {} 摄", "图为活动现场。 {} 摄", "{}/图", "新华社记者 {} 摄", "{}/绘", "▲村民在采茶。{}摄",
    "资料图片", "（图片由受访者提供 {} 摄）",
)  # fmt: skip
LEAD_NOTES = ("（本报记者{}参与采写）", "（作者系大学教授）", "（作者单位：省社科院）")
SUMMARIES = (
    "补齐短板", "夯实基础", "优化营商环境", "激发人才活力", "守住民生底线", "推动城乡融合", "提升治理效能",
    "厚植文化土壤", "强化制度保障",
)  # fmt: skip
LABELS = (
    "理论",
    "观点",
    "评论",
    "大家谈",
    "时评",
    "言论",
    "思想",
    "论坛",
    "声音",
    "党报评论",
    "来论",
    "微言",
    "短评",
)
RULES = ("========", "--------", "★", "* * *", "————————")
SIGNATURES = ("（{}）", "（作者：{}）", "（{} 作者系某县干部）", "【{}】", "——{}")
IMPRINTS = (
    "本版责编：{} {}", "责任编辑：{}", "电子邮箱：abc@example.com", "2021年12月3日 星期五", "第7版",
    "美编：{} 校对：{}",     "E-mail：pinglun@example.com 电话：0358-8222222", "投稿邮箱：pinglun@example.com",
    "报料热线：0358-8222222", "欢迎读者来稿。来稿请注明姓名和联系方式。", "扫描二维码，阅读更多评论", "相关新闻",
)  # fmt: skip
BYLINES = {
    "box": "{box}{names}", "desk": "{desk}", "desk and name": "本报评论员 {names}", "author": "作者：{names}",
    "reporter": "本报记者 {names}", "brackets": "（{names}）", "text by": "文/{names}", "names": "{names}",
    "author brackets": "（作者：{names}）",
    "office": "某县委宣传部 {names}", "square": "【{names}】", "paper": "来源：某某网 {names}", "dash": "——{names}",
    "none": "",
}  # fmt: skip
DESKS = ("本报评论员", "本报特约评论员", "本报编辑部")
SHAPES = ("plain", "wrapped", "indented", "wrapped indented", "tight", "tight wrapped indented", "wide")


@dataclass(slots=True)
class Habits:
    """How a paper sets its page; lengths in characters, gaps in blank lines, the rest as odds."""

    shape: str
    half_width: bool
    wrap: int = 0
    count_columns: bool = False
    hang: bool = False
    indent: str = ""
    gap: int = 1
    title_gap: int = 1
    piece_gap: int = 1
    centre: str = ""
    kicker: float = 0.0
    deck: float = 0.0
    note: float = 0.0
    lead_note: float = 0.0
    summary: float = 0.0
    sections: float = 0.0
    source: float = 0.0
    furniture: float = 0.0
    breaks: float = 0.0
    two_lines: float = 0.0
    byline_last: bool = False
    signature: str = ""
    rule: str = ""
    displaced: int = -1
    bylines: list[str] = field(default_factory=lambda: ["box"])
    box: str = "□ "
    separator: str = " "
    wide_names: bool = False


def habits(chance: random.Random, shape: str | None = None) -> Habits:
    """Habits drawn at random, of a shape of `SHAPES` or any."""
    shape = shape or chance.choice(SHAPES)
    drawn = Habits(
        shape,
        half_width=chance.random() < 0.4,
        kicker=chance.choice((0, 0, 0.4, 0.7)),
        deck=chance.choice((0, 0.3, 0.5)),
        note=chance.choice((0, 0.3, 0.6)),
        lead_note=chance.choice((0, 0, 0.3)),
        summary=chance.choice((0, 0, 0.3)),
        sections=chance.choice((0, 0, 0.4)),
        source=chance.choice((0, 0.2, 0.4)),
        furniture=chance.choice((0, 0.5, 1)),
        breaks=chance.choice((0, 0.2, 0.4)),
        two_lines=chance.choice((0, 0.5)),
        byline_last=chance.random() < 0.25,
        displaced=chance.choice((-1, -1, 1, 2, 3)),
        bylines=chance.sample(list(BYLINES), chance.choice((1, 2, 3))),
        box=chance.choice(("□ ", "□", "■ ", "◎", "● ", "")),
        separator=chance.choice((" ", "  ", "、", "　")),
        wide_names=chance.random() < 0.3,
    )
    if "wrapped" in shape:
        drawn.wrap = chance.choice((13, 16, 18, 20, 22, 24, 26, 28, 30, 34, 40))
        drawn.count_columns, drawn.hang = chance.random() < 0.5, chance.random() < 0.5
    if "indented" in shape or shape == "tight":
        drawn.indent = chance.choice(("　　", "    "))
    if "tight" in shape or (shape == "wrapped indented" and chance.random() < 0.5):
        drawn.gap = drawn.title_gap = 0
        drawn.piece_gap = chance.choice((0, 1, 2)) if "tight" in shape else 1
    if shape == "wide":
        drawn.gap, drawn.piece_gap = chance.choice((1, 2)), 3
        drawn.centre = chance.choice(("", "　　　　　　", "        "))
    if chance.random() < 0.12:
        drawn.signature, drawn.byline_last, drawn.bylines = chance.choice(SIGNATURES), False, ["none"]
        drawn.displaced = -1  # a title without a byline cannot be told inside its own text
    drawn.rule = chance.choice(RULES) if chance.random() < 0.12 else ""
    if drawn.bylines == ["none"] and not drawn.signature:
        drawn.bylines.append("box")
    return drawn
