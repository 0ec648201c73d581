"""Lines, dates and names of files that say who, where from and when."""

from __future__ import annotations

import datetime

import pytest

from seeds.metadata import fields_of_path, iso_date, meta_line
from seeds.metadata.labelled import label_roles


@pytest.mark.parametrize(
    ("line", "role", "authors", "source", "date"),
    [
        ("作者：周明;李静  时间：2016-06-01", "byline", ("周明", "李静"), None, "2016-06-01"),
        ("作　者：周明　来　源：江城日报", "byline", ("周明",), "江城日报", None),
        ("江城晚报 | 2022-12-01 | 本报特约评论员", "byline", ("本报特约评论员",), "江城晚报", "2022-12-01"),
        (
            "周明、扎西顿珠　《江城日报》（2023年4月2日）",
            "byline",
            ("周明", "扎西顿珠"),
            "江城日报",
            "2023-04-02",
        ),
        ("Posted by 周明 on 2019/08/21 | 3 条评论", "byline", ("周明",), None, "2019-08-21"),
        ("江城日报评论版（2024年8月28日）", "source", (), "江城日报", "2024-08-28"),
        ("《江城日报》2018年第4期", "furniture", (), "江城日报", None),
        (
            "发布时间：2022-08-07 | 来源：江城日报 | 作者：本报评论员 | 阅读：2386",
            "byline",
            ("本报评论员",),
            "江城日报",
            "2022-08-07",
        ),
        ("来源：江城日报　作者：周明　2019/8/1", "byline", ("周明",), "江城日报", "2019-08-01"),
        ("2018年07月10日08:15 | 来源：江城网－江城日报", "source", (), "江城网－江城日报", "2018-07-10"),
        ("江城网 2024-03-01 08:15:33", "source", (), "江城网", "2024-03-01"),
        ("原创 周明 江城评论 2021-05-14 08:30", "byline", ("周明",), "江城评论", "2021-05-14"),
        ("江城评论 2021-05-14 08:30 发表于北京", "source", (), "江城评论", "2021-05-14"),
        ("彭飞、何丽建 青年说 2019-04-19 13:19", "byline", ("彭飞", "何丽建"), "青年说", "2019-04-19"),
        ("石羚  黄白文 一家之言 2018-06-20 22:25", "byline", ("石羚", "黄白文"), "一家之言", "2018-06-20"),
        ("姜赟 2018-06-20 22:25", "byline", ("姜赟",), None, "2018-06-20"),
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
        ("发布时间：24-03-0108:15", "furniture", (), None, "2024-03-01"),
        ("原创 江城日报 2024-03-01 08:15", "source", (), "江城日报", "2024-03-01"),
        ("2024-03-01 08:15发布于北京江城日报官方账号", "source", (), "江城日报", "2024-03-01"),
        ("2024-03-01 来源：江城在线 周明 选稿：李静", "byline", ("周明",), "江城在线", "2024-03-01"),
        ("来源：江城网-江城晚报 北京 举报", "source", (), "江城网-江城晚报", None),
        ("江城报记者 周明 来源：江城日报", "byline", ("周明",), "江城日报", None),
        ("http://www.a.example 2024年3月1日 江城新闻 我要评论(0)", "source", (), "江城新闻", "2024-03-01"),
        ("本文来源于江城统计局 2024-03-01 08:15:00", "source", (), "江城统计局", "2024-03-01"),
        ("作者：江城社科院研究员周明", "byline", ("周明",), None, None),
        ("江城日报 2024-03-01 作者：江城日报 来源：江城日报", "source", (), "江城日报", "2024-03-01"),
        ("2024年3月1日　江城日报　周明", "byline", ("周明",), "江城日报", "2024-03-01"),
        ("Title: 让改革落地", "title", (), None, None),
        ("江城日报 / 作者 周明、李静 / 2024-03-01", "byline", ("周明", "李静"), "江城日报", "2024-03-01"),
        ("（作者：周明，江城日报，2024-03-01）", "byline", ("周明",), "江城日报", "2024-03-01"),
        ("江城观点 2024-03-01", "source", (), "江城观点", "2024-03-01"),
        ("media\t江城日报", "source", (), "江城日报", None),
        ("pubtime = 2024-03-01", "furniture", (), None, "2024-03-01"),
        ("category = opinion", "furniture", (), None, None),
        (
            "发布时间：2024-03-01 08:15来源：江城网作者：周明字体：[大 中 小]",
            "byline",
            ("周明",),
            "江城网",
            "2024-03-01",
        ),
        ("*文章为作者独立观点，不代表江城网立场", "furniture", (), None, None),
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
        "上一页12下一页",
        "编辑 周明 ｜ 排版 李静",
        "更多精彩内容请点击 江城网",
        "本文为周明授权江城网发布，转载请注明出处。本文仅为作者观点。",
        "報章 | 江城日報 | 2021-03-05 | A12 論壇",
        "如果您喜欢这篇文章，欢迎点赞转发。",
        "微信公众号名称：江城评论，每天一篇",
        "江城日报客户端下载",
        "未经许可，不得转载",
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
        "2024年3月1日江城报平安",
        "GDP = 消费 + 投资",
        "CPU time/s",
        *(f"{part * (84 // len(part))}。书" for part in (" >", "大/", "微信好友")),
        "编辑的话：我们为什么要办这个专栏",
        "记者：您怎么看这件事",
        "图片背后的故事",
        "新华社北京3月1日电",
        "相关部门要拿出办法来",
        "编辑部的故事",
        "这条短视频很受欢迎，不少网友转发点赞。",
        "商务合作、文化交流，让两座城市越走越近。",
        "未经消费者许可就收集信息，这样的做法必须叫停。",
        "治理App乱象：要管得住更要管得好",
        "公众号“带货”：谁来监管",
        "App下载容易卸载难",
        "江城时评 | 周明 李静 王小川",
        "书屋亮了 江城日报 2019-03-04",
        "1949年 周明",
        "原标题：修一条路，先问走路的人。路往哪儿修？先听大伙儿怎么说。",
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
        ("posted 1 March 2024 in 随笔", "2024-03-01"),
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
        ("中華民國一一〇年四月五日", "2021-04-05"),
        ("民国一百零九年十月十日", "2020-10-10"),
        ("民國九十八年元月二日", "2009-01-02"),
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


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("江城日报_20180823_09版_2.txt", "江城日报"),
        ("《江城周刊》2018-08-23.txt", "江城周刊"),
        ("新华社/2018/让改革落地.txt", "新华社"),
        ("20190401-江城网-周明-让改革落地.txt", "江城网"),
        ("【江城晚报】2019-02-11 让改革落地（周明）.txt", "江城晚报"),
        ("剪报_2019-02-03.txt", None),
        ("工作简报/互联网.txt", None),
    ],
)
def test_the_paper_in_the_name_of_a_file(name, source):
    assert fields_of_path(name).source == source


def test_the_label_of_a_page_is_no_name():
    head = meta_line("05　言论　2024年6月3日　星期一")
    assert head is not None
    assert (head.kind, head.fields.authors, head.fields.date) == ("page_header", (), "2024-06-03")
    byline = meta_line("2024年6月3日 星期一 王平")
    assert byline is not None
    assert byline.fields.authors == ("王平",)


@pytest.mark.parametrize(
    "written", [str, str.upper, str.title, lambda label: label.translate({105: 305, 115: 383})]
)
def test_labels_are_read_in_letters_of_any_size(written):
    for label in map(written, ["CDS收藏", *label_roles()]):
        for line in (f"{label}：周明", f"【{label}】周明", f"{label} | 周明"):
            meta_line(line)
    assert meta_line("AUTHOR：周明").fields.authors == ("周明",)


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("201403weekly-17.md", "2014-03"),
        ("2014-03_观察.md", "2014-03"),
        ("201417-观察.md", None),
        ("2014031-观察.md", None),
    ],
)
def test_a_name_of_a_file_may_begin_with_a_month(name, month):
    assert fields_of_path(name).date == month
