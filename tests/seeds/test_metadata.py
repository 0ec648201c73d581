"""Lines, dates and names of files that say who, where from and when."""

from __future__ import annotations

import datetime

import pytest

from seeds.metadata import fields_of_path, iso_date, meta_line


@pytest.mark.parametrize(
    ("line", "role", "authors", "source", "date"),
    [
        ("作者：周明;李静  时间：2016-06-01", "byline", ("周明", "李静"), None, "2016-06-01"),
        ("作　者：周明　来　源：江城日报", "byline", ("周明",), "江城日报", None),
        ("来源：江城日报　作者：周明　2019/8/1", "byline", ("周明",), "江城日报", "2019-08-01"),
        ("2018年07月10日08:15 | 来源：江城网－江城日报", "source", (), "江城网－江城日报", "2018-07-10"),
        ("江城网 2024-03-01 08:15:33", "source", (), "江城网", "2024-03-01"),
        ("原创 周明 江城评论 2021-05-14 08:30", "byline", ("周明",), "江城评论", "2021-05-14"),
        ("江城评论 2021-05-14 08:30 发表于北京", "source", (), "江城评论", "2021-05-14"),
        ("彭飞、何丽建 青年说 2019-04-19 13:19", "byline", ("彭飞", "何丽建"), "青年说", "2019-04-19"),
        ("《 江城日报 》（ 2018年07月10日 05 版）", "source", (), "江城日报", "2018-07-10"),
        ("（原载《江城日报》2018年7月10日）", "source", (), "江城日报", "2018-07-10"),
        ("江城日报/2021年/5月/14日/第005版", "furniture", (), "江城日报", "2021-05-14"),
        ("江城日报 2024年3月1日 星期五 第5版 评论", "furniture", (), "江城日报", "2024-03-01"),
        ("二〇二一年五月十四日", "furniture", (), None, "2021-05-14"),
        ("【来源】江城日报", "source", (), "江城日报", None),
        ("文丨周明", "byline", ("周明",), None, None),
        ("文 / 周明　图 / 李静", "byline", ("周明",), None, None),
        ("口述：周明　整理：李静", "byline", ("周明", "李静"), None, None),
        ("周明  March 1, 2024", "byline", ("周明",), None, "2024-03-01"),
        ("Zhou Ming | 2024/03/01", "byline", ("Zhou Ming",), None, "2024-03-01"),
        ("2024年3月1日写于江城", "furniture", (), None, "2024-03-01"),
        ("（北京 赵一鸣）", "byline", ("赵一鸣",), None, None),
        ("[周明]", "byline", ("周明",), None, None),
        ("（作者：王军，某大学教授）", "author_note", ("王军",), None, None),
        ("来源：新华社 责任编辑：李华 2021-03-04 10:00:12", "source", (), "新华社", "2021-03-04"),
    ],
)
def test_a_line_of_facts_is_taken_apart(line, role, authors, source, date):
    told = meta_line(line)
    assert told is not None
    assert (told.role, told.fields.authors, told.fields.source, told.fields.date) == (
        role,
        authors,
        source,
        date,
    )


@pytest.mark.parametrize(
    "line",
    [
        "（责编：王平、李英）",
        "责任编辑：张三",
        "本期编辑 | 王平",
        "小字号",
        "大 中 小",
        "【字体：大 中 小】",
        "首页 >> 观点 >> 江城时评",
        "您的位置：首页 > 新闻",
        "点击上方“江城评论”关注我们",
        "长按识别二维码关注我们",
        "分享到：",
        "分享让更多人看到",
        "阅读 10万+",
        "浏览：1023",
        "推荐阅读",
        "【相关新闻】",
        "阅读原文",
        "上一篇：别让好经念歪了",
        "打印本页",
        "版权声明：本文系江城日报原创。",
        "===== 20230310-05-01.txt =====",
        "--------------------",
        "举报/反馈",
        "（完）",
        "微信原文：别让好经念歪了",
        "［2］周明：《乡土与人》，江城出版社2009年版，第36页。",
        "①周明：《门开了》，《江城学刊》2015年第3期。",
        "（指导老师：周明）",
        "（周明 点评）",
        "1,234 字",
        "【正文】",
        "報章 | 江城日報 | 2021-03-05 | A12 論壇",
    ],
)
def test_what_stands_around_an_article_is_furniture(line):
    told = meta_line(line)
    assert told is not None
    assert told.role == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "阅读是一种生活方式",
        "分享经济如何行稳致远",
        "点击消费新亮点",
        "关闭“带病”账户要果断",
        "更多惠民实事办到心坎上",
        "打印机里的腐败",
        "放大镜下看作风",
        "返回家乡的年轻人",
        "首页头条话担当",
        "来源复杂的水要先治",
        "作者：我认为这件事不对。",
        "时间，是最公正的。",
        "时间：不等人",
        "2018年7月10日，江城市举行大会。",
        "2024年3月1日 一个普通的日子",
        "编辑的话：我们为什么要办这个专栏",
        "记者：您怎么看这件事",
        "图片背后的故事",
        "新华社北京3月1日电",
        "相关部门要拿出办法来",
    ],
)
def test_what_only_looks_like_it_is_text(line):
    assert meta_line(line) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-3-1", "2024-03-01"),
        ("2024/03/01", "2024-03-01"),
        ("1613-05-19", "1613-05-19"),
        ("2024.3.1", "2024-03-01"),
        ("2024年3月1日", "2024-03-01"),
        ("2024年03月01日 08:15", "2024-03-01"),
        ("2024-03-01T00:00:00.000", "2024-03-01"),
        ("2024-03-01 08:15:00+08:00", "2024-03-01"),
        ("20240301", "2024-03-01"),
        (20240301, "2024-03-01"),
        (45352, "2024-03-01"),
        ("45352", "2024-03-01"),
        (1709251200, "2024-03-01"),
        (1709251200000.0, "2024-03-01"),
        ("Fri, 01 Mar 2024 08:15:00 GMT", "2024-03-01"),
        ("Mar 1, 2024", "2024-03-01"),
        ("1st March 2024", None),
        ("1 March 2024", "2024-03-01"),
        ("二〇二四年三月一日", "2024-03-01"),
        ("二○一九年十二月三十一日", "2019-12-31"),
        ("2024年3月", "2024-03"),
        (datetime.datetime(2024, 3, 1, 8), "2024-03-01"),
        ("2024-02-30", None),
        ("03/04/2024", None),
        ("不详", None),
        (float("nan"), None),
        (True, None),
        ("", None),
        (12, None),
    ],
)
def test_a_date_in_any_usual_form(written, day):
    assert iso_date(written) == day


@pytest.mark.parametrize(
    ("name", "title", "authors", "date"),
    [
        ("20180710-把老旧小区改好-周明.txt", "把老旧小区改好", ("周明",), "2018-07-10"),
        ("2024/05/17/05/让社区书屋亮起来.txt", "让社区书屋亮起来", (), "2024-05-17"),
        ("周明：夜市既要热闹也要干净.docx", "夜市既要热闹也要干净", ("周明",), None),
        ("【江城时评】夜市既要热闹也要干净.txt", "夜市既要热闹也要干净", (), None),
        ("夜市既要热闹也要干净_江城日报.html", "夜市既要热闹也要干净", (), None),
        ("让城市更有温度——谈治理.txt", "让城市更有温度——谈治理", (), None),
        ("01.txt", None, (), None),
        ("新建文本文档.txt", None, (), None),
        ("申论范文(1).docx", None, (), None),
        ("江城日报2024-03-01.pdf", None, (), "2024-03-01"),
        ("lvliang-2021.txt", None, (), None),
    ],
)
def test_the_name_of_a_file(name, title, authors, date):
    fields = fields_of_path(name)
    assert (fields.title, fields.authors, fields.date) == (title, authors, date)
