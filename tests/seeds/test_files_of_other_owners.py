"""Kinds of files that public collections hold, in words of our own: each was met with and misread once."""

from __future__ import annotations

import io
import json
import re

import pytest

import seeds

from .articles import OTHER, TITLE, body, read
from .articles import PARAGRAPHS as TEXT

HTML = "".join(f"<p>{line}</p>" for line in TEXT)
PLAIN = "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "source",
    [
        f"# {TITLE}\n\n{HTML}\n",
        f"# {TITLE}\n\n<div>{HTML}<p><small>标签：<a href='a'>乡村</a></small></p></div>\n",
        f"# {TITLE}\n\n<figure><img src='a'><figcaption>会场。</figcaption></figure>\n\n{PLAIN}\n",
        f"# {TITLE}\n\n{TEXT[0]}<br>{TEXT[1]}<br/>{TEXT[2]}\n",
        f"# {TITLE}\n\n{{{{< video src='a' >}}}}\n\n{PLAIN}\n\nTags: #乡村 #修路\n",
        f"# {TITLE}\n\n{{% include a.html %}}\n\n{PLAIN}\n\n## 参考文献\n\n[1] 周明. 路.\n\n[2] 李静. 桥.\n",
        f"# {TITLE}\n\n{PLAIN}\n\n请加入成为江城观察的月费订户。所有订户都可以收到每周通讯。\n",
        f"# {TITLE}\n\n{PLAIN}\n\n~the end~\n",
        f"# {TITLE}\n\n{PLAIN}\n\n（相关报道见第六版）\n",
        f'# {TITLE}\n\n* toc\n{{:toc}}\n\n![会场]({{{{ site.url }}}}/a.png "t")\n会场一角\n\n{PLAIN}\n',
        f"# {TITLE}\n\n    <p>{TEXT[0]}</p>\n    <p>{TEXT[1]}</p>\n    <p>{TEXT[2]}</p>\n",
        f"# {TITLE}\n\n![会场](a.png)\n村民在发言\n\n{PLAIN}\n",
        f"# {TITLE}\n\n[江城观察](http://a.example)\n\n{PLAIN}\n",
        f"<h1 align='center'>{TITLE}</h1>\n\n标签（空格分隔）： 乡村\n\n{PLAIN}\n\n    int main() {{\n",
        f"#{TITLE}\n\n{PLAIN}\n\n###References\n\n- [一](https://a.example)\n",
        f"# {TITLE}\n\n<div>\n{TEXT[0]}\n{TEXT[1]}\n{TEXT[2]}\n</div>\n",
        f"# {TITLE}\n\n{PLAIN}\n\n<!--\n\n{OTHER}。\n\n-->\n\n<script>\n\nlet a = 1\n\n</script>\n",
    ],
)
def test_what_markdown_of_other_programs_holds_leaves_the_text(source):
    (piece,) = read(source, "a.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT)
    assert not piece.decks


@pytest.mark.parametrize(
    ("head", "authors", "date", "source"),
    [
        ("日期：Sat, 27 Jun 2020 17:30:02 +0000", (), "2020-06-27", None),
        ("- date: 2009-09-15\n- tags: school", (), "2009-09-15", None),
        ("（原载于公众号“江城观察”）", (), None, "江城观察"),
        ("原文来自「江城观察」：~~[修路](http://a.example)~~", (), None, "江城观察"),
        ("> * 原文作者：[周明](http://a.example)\n> * 译者：李静", ("周明",), None, None),
        ("作者\\｜周明、李静", ("周明", "李静"), None, None),
        ("发布于2018-12-12", (), "2018-12-12", None),
        ("撰文 周明\n---", ("周明",), None, None),
        ("文︱周明　李静", ("周明", "李静"), None, None),
    ],
)
def test_lines_below_a_title_say_who_and_when(head, authors, date, source):
    (piece,) = read(f"# {TITLE}\n\n{head}\n\n{PLAIN}\n", "a.md")
    assert (piece.authors, piece.date, piece.source, body(piece)) == (authors, date, source, TEXT)


@pytest.mark.parametrize("end", ["（评论员 周明 李静）", "(作者：周明、李静)"])
def test_authors_in_brackets_behind_the_last_sentence(end):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}{end}\n", "a.md")
    assert piece.authors == ("周明", "李静")


@pytest.mark.parametrize(
    ("opening", "authors"),
    [("江城社江城5月1日电 （记者周明）", ("周明",)), ("本报讯（记者 周明 通讯员 李静）", ("周明", "李静"))],
)
def test_authors_where_a_dispatch_begins_and_a_stamp_that_is_none(opening, authors):
    (piece,) = read(f"# {TITLE}\n\n{opening}{PLAIN}\n\n江城学院（盖章）\n", "a.md")
    assert (piece.authors, body(piece)[0][:8]) == (authors, opening[:8])


def test_the_items_of_a_list_are_text():
    items = ("先听大伙儿怎么说", "再看钱从哪里来", "修好了谁来管", "坏了谁来修")
    (piece,) = read(f"# {TITLE}\n\n" + "\n".join(f"- {item}" for item in items) + f"\n\n{PLAIN}\n", "a.md")
    assert (body(piece), piece.decks) == ((*items, *TEXT), ())


def test_a_text_between_fences_is_a_page():
    lines = "\n".join(f"　　{line[:30]}\n{line[30:]}" for line in TEXT)
    (piece,) = read(f"```\n{TITLE}\n\n周明\n\n{lines}\n```\n", "a.md")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), TEXT)


def test_a_title_that_the_file_has_for_its_name_stays_whole():
    title = f"{OTHER}（6月14-15日）"
    (piece,) = read(f"# {title}\n\n{PLAIN}\n", f"{title}.md")
    assert piece.title == title


@pytest.mark.parametrize("days", [("2024-05-01", "2024-05-02"), ("2024年5月1日", "2024年5月2日")])
def test_the_days_of_a_diary_are_titles(days):
    pieces = read("".join(f"# {day}\n\n{line}\n\n" for day, line in zip(days, TEXT, strict=False)), "a.md")
    assert [(piece.title, body(piece)) for piece in pieces] == [(days[0], TEXT[:1]), (days[1], TEXT[1:2])]


@pytest.mark.parametrize("head", ["相机", "耳机"])
def test_a_short_head_is_no_name(head):
    (piece,) = read(f"# {TITLE}\n\n{TEXT[0]}\n\n## {head}\n\n{TEXT[1]}\n\n## 灯\n\n{TEXT[2]}\n", "a.md")
    assert (piece.authors, [p.text for p in piece.paragraphs if p.kind == "heading"]) == ((), [head, "灯"])


@pytest.mark.parametrize(
    "way", ["电脑：菜单栏>工具>账户信息", "手机：设置>高级>隐私", "- 选题：好书", "- 分享：给朋友"]
)
def test_how_to_get_somewhere_is_text(way):
    long = "\n\n".join(f"{line}{number}" for number, line in enumerate(TEXT * 3))
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{way}\n\n{long}\n", "a.md")
    assert body(piece)[3] == way.lstrip("- ")


@pytest.mark.parametrize("mark", ["###", "**"])
def test_short_heads_divide_an_article_that_its_file_names(mark):
    items = [
        f"{mark} {head} {mark if mark == '**' else ''}".replace("** ", "**").replace(" **", "**")
        for head in "甲乙丙"
    ]
    parts = [
        f"## {head}\n\n{item}\n\n{line}"
        for head, item, line in zip(("工具", "学习", "看看"), items, TEXT, strict=True)
    ]
    (piece,) = read("date: 2024/11/04\n---\n\n" + "\n\n".join(parts), "千层金树下.md")
    assert (piece.title, piece.date, body(piece)) == ("千层金树下", "2024-11-04", TEXT)


RSS = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>江城时评</title><description>江城日报的评论</description><item><title>{TITLE}</title><author>周明</author>
<link>https://a.example/1</link><pubDate>Fri, 01 Mar 2024 08:00:00 +0800</pubDate>
<description>{TEXT[0][:20]}</description>
<content:encoded><![CDATA[{HTML}]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>江城时评</title><link href="/atom.xml" rel="self"/>
<author><name>江城日报</name></author><entry><title>{TITLE}</title><link href="https://a.example/1"/>
<author><name>周明</name><uri>https://a.example/z</uri></author><published>2024-03-01T08:00:00Z</published>
<content type="xhtml"><div>{HTML}</div></content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_a_feed_gives_its_entries_whole(feed):
    (piece,) = read(feed, "feed.xml")
    assert (piece.title, piece.authors, piece.date, piece.url) == (
        TITLE,
        ("周明",),
        "2024-03-01",
        "https://a.example/1",
    )
    assert body(piece) == TEXT


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f'date,title,word\n2024-03-01 08:15,{TITLE},"{PLAIN}"\n', "a.txt"),
        (f'title\turl\tnr\n{TITLE}\thttp://a.example\t"{PLAIN}"\n', "a.txt"),
        (json.dumps({"newsTitle": TITLE, "newsDate": "2024-03-01", "newsContent": PLAIN}), "a.json"),
        (json.dumps({"articleTitle": TITLE, "pubTime": "2024-03-01", "post_text": PLAIN}), "a.json"),
        (
            json.dumps(
                {"标题": TITLE, "发稿日期": "2024-03-01", "from": "https://a.example/url", "正文": PLAIN}
            ),
            "a.json",
        ),
        (f'news_title,pub,content_list\n"[\'\\r\\n {TITLE}\']",2024-03-01 08:15,"{list(TEXT)}"\n', "a.csv"),
        (f'newsId,title,summary,pubDate\n1,{TITLE},"{PLAIN}",2024-03-01\n', "a.csv"),
        (json.dumps({"author": "周明", "items": [{"title": TITLE, "content": PLAIN}]}), "2024-03-01.json"),
    ],
)
def test_rows_under_names_that_are_not_the_usual(source, name):
    (piece,) = read(source, name)
    assert (piece.title, body(piece)) == (TITLE, TEXT)
    assert piece.date == "2024-03-01" or "url" in source
    assert piece.authors == (("周明",) if "author" in source else ())


@pytest.mark.parametrize(
    ("inside", "authors"),
    [
        (f"<h1>{TITLE}</h1><p>半月谈记者 周明</p>{HTML}<div>责任编辑：李静</div>", ("周明",)),
        (f"<h1>{TITLE}</h1>{HTML}<p>（编辑：李静 王平）</p>", ()),
        (
            f"<h1>{TITLE}</h1><div><img src='a'><p class='caption'>会场一角，村民在发言。</p></div>{HTML}",
            ("李静",),
        ),
        (
            f"<h1>{TITLE}</h1>{HTML.replace('一脚泥，', '一脚泥，</p><p>')}".replace("</p><p>晴", "晴"),
            ("李静",),
        ),
        (f"<h1>江城观察</h1><nav>首页</nav><h1>{TITLE}</h1>{HTML}", ("李静",)),
        (f"<h1>标题：{TITLE}</h1>{HTML}<p>图集</p><p>正在加载</p>", ("李静",)),
        (f"<h1>{TITLE}</h1>{HTML}<h3>精彩推荐</h3><p>【江城网作品，未经授权，不得转载。】</p>", ("李静",)),
        (f"<h1>{TITLE}</h1><h2>李静</h2><h2>2024-03-01 08:15 GMT</h2><div>{HTML}</div>", ("李静",)),
        (f"<h1>{TITLE}</h1>{HTML}</div><div>作者：记者周明</div>", ("周明",)),
        (
            f"<h1>{TITLE}</h1><b>57人参与11评论</b><p>👆 点击收看视频版</p>{HTML}<p>（江城在线 周明）</p>",
            ("周明",),
        ),
        (f"<h1>{TITLE}</h1>{HTML}</div></body><div>来源：江城报 作者：周明</div>", ("周明",)),
        (
            f"<h1>{TITLE}</h1><p>2024-03-01 | 来源江城网 | 作者周明</p>{HTML}<p>责任编辑：</p>{HTML}",
            ("周明",),
        ),
        (f"<h3>首页 - 新闻</h3><p>{TITLE}</p><p>执笔/周明</p>{HTML}<p>摄影/王平 编辑/李静</p>", ("周明",)),
        (f"<b>{TITLE[:6]}<br>{TITLE[6:]}</b><p class='author-name'>南窗听雨</p>{HTML}", ("南窗听雨",)),
        (f"<h1>{TITLE}</h1><p>作者：网络整理</p>{HTML}", ("李静",)),
        (f"<h1>{TITLE}</h1><p>2024-03-01 | 乡村 | 阅读 | 2.7k 字 | 10 分钟 | 三 | 四</p>{HTML}", ("李静",)),
        (f"<h1>江城网</h1><h1>{TITLE}</h1><p>图注：院坝会上，村民在说路往哪儿修。</p>{HTML}", ("李静",)),
        (f"<h1>{TITLE}</h1><div><i class='icon'>local_offer</i> 乡村</div>{HTML}", ("李静",)),
        (f"<h1>{TITLE}</h1><i class='author'>信远山</i> <i>2024-03-01</i>{HTML}", ("信远山",)),
        (f"<h1>{TITLE}</h1><p>来源：李静</p>{HTML}", ()),
        (f"<h1>{TITLE}</h1><div style='visibility: hidden'>{HTML}</div>", ("李静",)),
        (f"<h1>{TITLE}</h1>{HTML[:-4]}<a href='a'>返回江城，查看更多</a></p>", ("李静",)),
        (
            f"<h1>{TITLE}</h1>{HTML}<p>免责声明：只是转发。</p><p>村里来的，顶！</p><p>路修得好不好，走走看。</p>",
            ("李静",),
        ),
        (f"<aside><h1>{TITLE}</h1><b>2024-03-01 08:15 江城网[整理]</b></aside>{HTML}", ("李静",)),
        (f"<h1>{TITLE}</h1><div>{TITLE}</div><p>记者 周明</p>{HTML}", ("周明",)),
        (f"<h1>{TITLE}</h1>{HTML}<p><img src='a'></p><p align='center'>会场一角，村民在发言</p>", ("李静",)),
        (
            f"<h1>{TITLE}</h1>{HTML}<p>村民在会场里说话。路往哪儿修，先听大伙儿说。江城报记者 周明 摄</p>",
            ("李静",),
        ),
        (f"<h1>{TITLE}</h1>{HTML}<p>本文来源：江城报 作者：周明</p><p>返回江城网首页>></p>", ("周明",)),
    ],
)
def test_a_web_page_without_what_its_program_put_there(inside, authors):
    pytest.importorskip("lxml")
    meta = "<meta name='author' content='李静'>"
    head = f"<title>{TITLE}-江城网</title>{meta}"
    (piece,) = read(
        f"<!DOCTYPE html><html><head>{head}</head><body><div>{inside}</div></body></html>", "a.html"
    )
    assert (piece.title, piece.authors, body(piece)) == (TITLE, authors, TEXT)


def test_a_paper_is_no_author_and_a_word_of_a_program_neither():
    pytest.importorskip("lxml")
    for name, source in (("江城日报", "江城日报"), ("name, a@b.example", None)):
        meta = f"<title>{TITLE}</title><meta name='author' content='{name}'>"
        (piece,) = read(f"<html><head>{meta}</head><body><h1>{TITLE}</h1>{HTML}</body></html>", "a.html")
        assert (piece.authors, piece.source) == ((), source)


def test_a_reporter_below_the_first_lines_of_a_dispatch_is_the_author():
    pytest.importorskip("lxml")
    line = "江城社3月1日电 题：修一条路，先问问走路的人，账目贴在墙上，进度报到群里，大家心里有数"
    source = f"<html><body><h1>{TITLE}</h1><p>{line}</p><p>江城社记者周明、李静</p>{HTML}</body></html>"
    (piece,) = read(source, "a.html")
    assert (piece.authors, body(piece)) == (("周明", "李静"), (line, *TEXT))


def test_text_with_tags_in_it_is_read_without_them():
    market = (
        "清早的摊子一支起来，讨价还价的声音就热闹了，谁家的豆腐嫩，谁家的青菜鲜，老主顾心里都有一本账。",
        "一座城市过得好不好，不必翻统计表，到这里走一圈就明白：买的人从容，卖的人踏实，日子便有滋味。",
    )
    other = "".join(f"<p>{line}</p>\n" for line in market)
    pieces = read(
        f"{TITLE} - 江城网\n<p>\n\t{'</p><p>'.join(TEXT)}</p>\n*\n{OTHER}--观点--a.cn\n{other}*\n", "a.txt"
    )
    assert [(piece.title, body(piece)) for piece in pieces] == [(TITLE, TEXT), (OTHER, market)]


def test_front_matter_with_facts_inside_facts():
    facts = "author:\n  name: 周明\n  url: a.example\npublished: true\ndate: 2024-03-01T08:15:00.000Z"
    (piece,) = read(f"---\ntitle: {TITLE}&#8212;&#8212;一问\n{facts}\n---\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, piece.date) == (f"{TITLE}——一问", ("周明",), "2024-03-01")


def test_a_table_says_of_which_column_of_one_name_it_reads_the_first():
    rows = f"title,content,content\n{TITLE},{TEXT[0]},{TEXT[1]}\n"
    (twice,) = read(f"title,content\n{TITLE},{TEXT[0]}\ntitle,content\n", "a.csv")
    assert body(twice) == TEXT[:1]
    file = io.BytesIO(rows.encode())
    file.name = "a.csv"
    (page,) = seeds.read_pages([file])
    assert body(page.pieces[0]) == TEXT[:1]
    assert any('of the columns "content" the first is read' in str(note) for note in page.notes)


def test_quotation_marks_of_windows_are_read():
    page = seeds.read_page(f"{TITLE}\n\n　　路\x93通\x94了。{TEXT[0]}".encode(), name="a.txt")
    assert "路“通”了" in page.pieces[0].body


def test_the_parts_of_a_collection_hold_its_articles():
    items = "".join(
        f"### {TITLE}（{n}）\n\n{PLAIN}\n\n[查看原文](https://a.example/{n})\n\n" for n in range(3)
    )
    page = seeds.read_page(
        f"# 江城联播\n\n## 导览\n\n三条。\n\n## 详情\n\n{items}".encode(), name="20240301.md"
    )
    assert [piece.title for piece in page.pieces] == [f"{TITLE}（{n}）" for n in range(3)]
    assert {body(piece)[0] for piece in page.pieces} == {TEXT[0]}


def test_short_heads_divide_an_article_whose_front_matter_has_the_title():
    notes = "## 参考链接\n\n- [一](https://a.example): 某文.\n"
    text = f"---\ntitle: {TITLE}\n---\n## 路\n\n{PLAIN}\n\n### 桥\n\n{PLAIN}\n\n{notes}"
    (piece,) = read(text, f"{TITLE}.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT * 2)


def test_a_pen_name_above_the_day_signs():
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n南窗听雨 Nan\n\n2024 年 3 月 1 日\n", "a.md")
    assert (piece.authors, piece.date, body(piece)) == (("南窗听雨 Nan",), "2024-03-01", TEXT)


def test_lines_set_bold_one_below_the_other_are_a_verse():
    text = f"# {TITLE}\n\n{PLAIN}\n\n**山是旧山**\n\n**水是旧水**\n\n**人是新人**\n\n{PLAIN}\n"
    (piece,) = read(text, "a.md")
    assert [p.kind for p in piece.paragraphs] == ["body"] * (2 * len(TEXT) + 3)


def test_sections_set_like_the_title_of_the_page_and_a_foreword_outside_the_text():
    pytest.importorskip("lxml")
    inside = (
        f"<p>作者 | 周明</p><p>{TEXT[1]}</p><h1>二 桥<a href='#b'>#</a></h1><p>{TEXT[2]}</p><p>{TEXT[1]}</p>"
    )
    head = f"<title>{TITLE} | 江城网 - 一城事</title><meta property='og:site_name' content='江城网 | 一城事'>"
    main = f"<div class='side'><h1>{TITLE}</h1><p>{TEXT[0]}</p><div>{inside}</div></div>"
    (piece,) = read(f"<html><head>{head}</head><body>{main}</body></html>", "a.html")
    assert (piece.title, piece.authors, piece.source) == (TITLE, ("周明",), "江城网")
    assert (piece.decks, body(piece)) == ((TEXT[0],), (TEXT[1], TEXT[2], TEXT[1]))
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == ["二 桥"]


def test_the_first_section_of_a_page_and_the_day_of_its_program():
    pytest.importorskip("lxml")
    head = "<title>二十年 - 听雨</title><meta name='author' content='nanchuang9'>"
    day = "<meta property='article:published_time' content='2024-02-29T16:30:00.000Z'>"
    inside = f"<h1>二十年</h1><h2>路</h2><p>{TEXT[0]}</p><h2>桥</h2><p>{TEXT[1]}</p>"
    (piece,) = read(f"<html><head>{head}{day}</head><body>{inside}</body></html>", "a.html")
    assert (piece.title, piece.authors, piece.date) == ("二十年", ("nanchuang9",), "2024-03-01")
    assert [p.text for p in piece.paragraphs] == ["路", TEXT[0], "桥", TEXT[1]]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"---\ncreated: 2024-03-01\n---\n#日记 #乡村\n\n出发\n\n到了\n\n{PLAIN}\n", ""),
        (f"## 1\n\n{PLAIN}\n", TITLE),
        (f"**河**\n\n{TEXT[0]}\n\n**桥**\n\n{TEXT[1]}\n\n**渡口**\n\n{TEXT[2]}\n", TITLE),
    ],
)
def test_a_file_that_its_front_matter_or_its_name_tells_is_one_article(source, title):
    (piece,) = read(source, f"{title or 'a'}.md")
    assert (piece.title, body(piece)[-1]) == (title, TEXT[2])


def test_a_manual_of_short_lines_is_whole_and_code_stands_beside_it():
    pytest.importorskip("lxml")
    steps = "".join(
        f"<h1>第{n}步</h1><p>先看路</p><pre>int step{n}(void);</pre><p>再量宽</p>" for n in "一二三"
    )
    inside = f"<p>{TITLE}</p><div><p>[TOC]</p>{steps}<p>{TEXT[0]}{TEXT[1]}</p></div>"
    (piece,) = read(f"<html><head><title>{TITLE} - 江城</title></head><body>{inside}</body></html>", "a.html")
    assert (piece.title, body(piece)) == (TITLE, ("先看路", "再量宽") * 3 + (TEXT[0] + TEXT[1],))


def test_headings_divide_what_only_the_name_of_the_page_tells_the_title_of():
    pytest.importorskip("lxml")
    inside = f"<p>2024年3月1日</p><h2>路.txt</h2><p>{TEXT[0]}</p><h2>桥</h2><p>{TEXT[1]}</p>"
    (piece,) = read(f"<html><head><title>{TITLE} - L@n</title></head><body>{inside}</body></html>", "a.html")
    assert (piece.title, piece.date, body(piece)) == (TITLE, "2024-03-01", TEXT[:2])


def test_front_matter_with_a_mark_only_below_it():
    head = f"title: {TITLE}\ndate: 2021-05-04 20:00:00\ntags:\n- 乡村\n- 修路\n---\n\n"
    (piece,) = read(f"{head}{PLAIN}\n", "a.md")
    assert (piece.title, piece.date, body(piece)) == (TITLE, "2021-05-04", TEXT)


def test_a_site_with_the_name_of_its_program_and_works_named_below_the_text():
    says = "<meta name='generator' content='Hexo 7.0.0'><meta property='og:site_name' content='Hexo'>"
    below = "<p><strong>参考：</strong></p><p>村志办</p><p>《乡村道路工程》</p>"
    page = f"<html><head><title>{TITLE} - Hexo</title>{says}</head><body><h1>{TITLE}</h1>{HTML}{below}</body></html>"
    (piece,) = read(page, "a.html")
    assert (piece.title, piece.source, body(piece)) == (TITLE, None, TEXT)


def test_a_line_of_parts_has_the_name_though_as_a_whole_it_is_a_date():
    line = "<p>周 明<span>《江城日报》（2026年03月10日 第 05 版）</span></p>"
    (piece,) = read(f"<title>{TITLE}-江城日报</title><div><h1>{TITLE}</h1>{line}{HTML}</div>", "a.html")
    assert (piece.authors, piece.date, body(piece)) == (("周明",), "2026-03-10", TEXT)


def test_a_section_below_a_list_of_links_and_a_day_behind_the_author():
    links = "### 相关链接\n\n* [路](http://a.cn/)"
    head = f"# {TITLE}\n\n作者：walker 发表于2009/12/19 12:50:00"
    source = "\n\n".join([head, "## 一", TEXT[0], links, "## 二", TEXT[1]])
    (piece,) = read(source, "a.md")
    heads = [p.text for p in piece.paragraphs if p.kind == "heading"]
    assert (piece.authors, heads, body(piece)) == (("walker",), ["一", "二"], TEXT[:2])


def test_a_day_from_a_column_of_another_name_is_told():
    text = "让活动室的门开起来，要有人管，要有人用，更要有人愿意来。好事要办好，还要办久。" * 2
    (page,) = seeds.read_pages([f"title,content,opened\n门开了,{text},2021-01-02\n".encode()])
    (piece,) = page.pieces
    assert piece.date == "2021-01-02"
    assert [note.message for note in page.notes] == ['the date is taken from the column "opened"']


@pytest.mark.parametrize(
    "line",
    [
        "安装江城客户端第一时间接收最全面的资讯→【下载地址】",
        "新品第一时间试用，快来体验吧~！下载客户端还能获得专享福利哦！",
        "如你觉得文章不错，请识别图中二维码关注，并推荐给你的朋友。",
        "(本文来自江城新闻，更多原创资讯请下载“江城新闻”APP)",
        "Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user, "
        "and this site only provides information storage services.",
        "修好的路。视觉中国 资料",
        "村口的路。江城镇供图 江城网",
    ],
)
def test_a_word_of_the_site_or_a_caption_is_no_text(line):
    for lines in ((line, *TEXT), (*TEXT, line)):
        html = "".join(f"<p>{part}</p>" for part in lines)
        (piece,) = read(f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1>{html}</body></html>", "a.html")
        assert body(piece) == TEXT


def test_people_who_scan_a_code_are_text():
    told = "市民只要用手机扫描二维码，就能借书还书。"
    (piece,) = read(f"{TITLE}\n\n{PLAIN}\n\n{told}\n", "a.txt")
    assert body(piece) == (*TEXT, told)


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("原创： 周明 江城评论", ("周明",), "江城评论"),
        ("2016.05.18 16:03* 字数 1002", (), None),
        ("周明 2016.05.18 16:03 阅读 300", ("周明",), None),
        ("来源：江城日报 2016-05-18", (), "江城日报"),
        ("发布:软件工程专业 原作者:陈宇", ("陈宇",), "软件工程专业"),
        # The column of a diary is no name, nor what someone is.
        ("发布于 2020-01-20 纪年史", (), None),
        ("<i>2020/04/12</i> <i>音乐</i> <i>记·录</i>", (), None),
        ("作者：David Huang | 资深主编 & 金牌撰稿", ("David Huang",), None),
    ],
)
def test_what_a_line_between_title_and_text_says(line, authors, source):
    page = f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1><p>{line}</p>{HTML}</body></html>"
    (piece,) = read(page, "a.html")
    assert (piece.authors, piece.source, body(piece)) == (authors, source, TEXT)


def test_an_author_who_is_the_source_is_none():
    meta = "<meta name='author' content='江城商报'><meta name='twitter:site' content='@jiangcheng'>"
    (piece,) = read(f"<html><head>{meta}</head><body><h1>{TITLE}</h1>{HTML}</body></html>", "a.html")
    assert (piece.authors, piece.source) == ((), "江城商报")


@pytest.mark.parametrize(
    ("lines", "authors", "source"),
    [
        (("江城新闻《观察》作者 | 周明 李强", *TEXT, "运营编辑：王平"), ("周明", "李强"), "观察"),
        (("原文来自江城博客：http://www.example.com/5341.html", *TEXT), (), "江城博客"),
        ((*TEXT, "周明（媒体人）"), ("周明",), None),
    ],
)
def test_who_wrote_it_in_lines_around_a_text_of_markdown(lines, authors, source):
    (piece,) = read("\n\n".join((f"# {TITLE}", *lines)), "a.md")
    assert (piece.authors, piece.source, body(piece)) == (authors, source, TEXT)


def test_days_of_a_chronicle_are_text():
    days = [part for line in TEXT * 3 for part in (f"●2017年12月{len(line)}日", line)]
    (piece,) = read("\n\n".join((f"# {TITLE}", TEXT[0], *days, *TEXT)), "a.md")
    assert sum("12月" in paragraph.text for paragraph in piece.paragraphs) == 9


def test_short_lines_in_what_the_page_calls_its_text():
    lines = ("最后一天，", "开始修路。", "到中午的时候，", "大家都来了！", "下午看河滩，", "路也修好了。") * 3
    links = "".join(f"<li><a href='{n}'>这里是另外一篇文章{n}</a></li>" for n in range(20))
    page = f"<body><ul>{links}</ul><h1>{TITLE}</h1><div class='innertext'>{'<br>'.join(lines)}</div></body>"
    (piece,) = read(f"<html><title>{TITLE}</title>{page}</html>", "a.html")
    assert (piece.title, body(piece)) == (TITLE, lines)


@pytest.mark.parametrize("mark", [" ", "+", "\u3000\u3000"])
@pytest.mark.parametrize("head", ["", f"原标题：{OTHER} 又到菜市场", f"原标题：{OTHER} 江城社5月6日电"])
def test_a_text_on_one_line_of_a_table(mark, head):
    text = mark.join((*TEXT, "往后的路还长。（记者 周明）"))
    rows = [["title", "article"], [TITLE, f"{head} {text}" if head else text]]
    source = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    (piece,) = read(source, "a.csv")
    first = f"江城社5月6日电 {TEXT[0]}" if head.endswith("电") else TEXT[0]
    assert (piece.title, piece.authors) == (TITLE, ("周明",))
    assert body(piece) == (first, *TEXT[1:], "往后的路还长。")


def test_columns_of_a_crawler():
    text = "\\n".join(TEXT)
    rows = [
        ["header", "article", "dt", "news_source"],
        [TITLE, f"{text}\\n（作者周明系江城大学教授）", "2017-08-12 11:44:00", "http://www.example.com/"],
    ]
    source = json.dumps([dict(zip(rows[0], rows[1], strict=True))], ensure_ascii=False)
    (piece,) = read(source.replace("\\\\n", "\\n"), "a.json")
    assert (piece.title, piece.date, piece.url, piece.authors) == (TITLE, "2017-08-12", None, ("周明",))
    assert (body(piece), piece.author_note) == (TEXT, "（作者周明系江城大学教授）")


def test_the_place_of_a_table_of_contents_in_markdown():
    (piece,) = read(f"---\ntitle: {TITLE}\n---\n\n* content\n{{:toc}}\n\n{PLAIN}\n", "a.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


def test_a_message_that_came_from_another_account_and_repeats_its_title():
    title = f"{TITLE}，再问问修路的人，听一听他们的难处，路才修得通！"
    lines = (title, "以下文章来源于江城评论 ，作者：sunny", *TEXT)
    html = "".join(f"<p>{line}</p>" for line in lines)
    (piece,) = read(f"<html><title>{title}</title><body><h1>{title}</h1>{html}</body></html>", "a.html")
    assert (piece.title, piece.authors, piece.source, body(piece)) == (title, ("sunny",), "江城评论", TEXT)


def test_a_series_of_articles_between_the_same_rules():
    heads = [f"{OTHER}？", "1、把账目贴在墙上", f"问一问{TITLE}"]
    below = "作者：tom zhang\t\t作者联系方式:https://a.cn/people/1\t\t点赞数：3"
    lines = [f"{head}\n{below}\n谢邀。\n{TEXT[0]}\n所以\n{TEXT[1]}" for head in heads]
    source = f"\n{'=' * 40}\n".join([*lines, ""])
    file = io.BytesIO(source.encode())
    (page,) = seeds.read_pages([file])
    assert [piece.title for piece in page] == [heads[0], heads[1][2:], heads[2]]
    assert {piece.authors for piece in page} == {("tom zhang",)}
    assert all(body(piece) == ("谢邀。", TEXT[0], "所以", TEXT[1]) for piece in page)
    assert page.text == source
    assert sum(len("".join(page.text[r.start : r.end].split())) for r in page.layout) == len(
        "".join(source.split())
    )


@pytest.mark.parametrize(
    ("source", "title", "date"),
    [
        (f"title：{TITLE}\npublished：2024-05-01\ndraft：true\n\n{PLAIN}", TITLE, "2024-05-01"),
        (f"---\ndate created: 2024-05-01\ndate modified: 2024-06-01\n---\n\n{PLAIN}", OTHER, "2024-05-01"),
        (
            f"# {TITLE[:3]}\n\n标签： 未分类\n\n## 走路的人\n\n{PLAIN}\n\n## 先问问村里的人怎么走\n",
            TITLE[:3],
            None,
        ),
        (
            f"![[图.png]]\n\n>[!INFO] {PLAIN.replace('土路', '[[路|土路]]').replace('院坝会', '[[院坝会]]')}",
            OTHER,
            None,
        ),
    ],
)
def test_what_people_write_above_and_into_their_notes(source, title, date):
    (piece,) = read(source, f"{OTHER}.md")
    assert (piece.title, piece.date) == (title, date)
    # A box above the text is a standfirst.
    assert (*piece.decks, *body(piece))[: len(TEXT)] == TEXT


def test_short_heads_below_the_first_level_are_no_titles():
    (piece,) = read(f"好久没写。\n\n## 过年\n\n{TEXT[0]}\n\n## 工作\n\n{TEXT[1]}\n", "2021.03.07.md")
    assert (piece.date, body(piece)) == ("2021-03-07", ("好久没写。", *TEXT[:2]))


@pytest.mark.parametrize("head", ["#### {}", "## 大学竞赛篇\n\n### {}"])
def test_heads_of_a_low_level_or_short_ones_in_a_part_are_no_titles(head):
    first, mark = head.format("编程"), head.split()[-2]
    (piece,) = read(f"#江城 #日记\n\n{first}\n\n{TEXT[0]}\n\n{mark} 数学建模\n\n{TEXT[1]}\n", "随笔.md")
    assert [p.text for p in piece.paragraphs] == ["编程", TEXT[0], "数学建模", TEXT[1]]


def test_the_days_below_a_month_are_titles_and_give_the_date():
    days = "".join(f"## 2024.5.{n} 阴\n\n{TEXT[0]}\n\n" for n in (2, 1))
    for name, head in (("2024.5.md", "# 2024.5\n\n"), ("日记.md", "")):
        assert [piece.date for piece in read(head + days, name)] == ["2024-05-02", "2024-05-01"]
    (piece,) = read(f"# {TITLE}\n\n`作者: 波 Fri Mar 28 23:59:24 PDT 2025`\n\n{PLAIN}", "a.md")
    assert (piece.authors, piece.date) == ((), "2025-03-28")


def test_headings_divide_the_article_that_a_file_is_called_by():
    source = f"# 对这本书的第一感觉\n\n{TEXT[0]}\n\n# 从书中得到的收获：\n\n{TEXT[1]}\n"
    (piece,) = read(source, "提问的智慧读后感.md")
    assert piece.title == "提问的智慧读后感"
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == [
        "对这本书的第一感觉",
        "从书中得到的收获：",
    ]
    assert len(read(source, "江城时评选编.md")) == 2


def test_labels_behind_names_and_the_last_day_of_a_chronicle():
    years = f"{TEXT[0]}\n\n**1998 年**\n\n{TEXT[1]}\n\n**1999 年**\n\n{TEXT[2]}\n"
    source = f"# {TITLE}\n\n周明 李静|撰稿\n\n王芳|责编\n\n{years}"
    (piece,) = read(source, "a.md")
    assert piece.authors == ("周明", "李静")
    assert [p.text for p in piece.paragraphs if p.text not in TEXT] == ["1998 年", "1999 年"]


@pytest.mark.parametrize(
    ("source", "name", "title"),
    [
        (f"{PLAIN}\n\n菜市场更要有人管\n\n{PLAIN}\n", f"2018-04-19 10:42:15@{TITLE}.txt", TITLE),
        ("\n\n".join(line.rstrip("。") for line in (*TEXT, *TEXT)), f"{TITLE}.txt", TITLE),
        (
            f"# {TITLE}\n\n## 元数据\n\n- **作品名**: 路\n- **字数**: 181\n\n## 原文\n\n{PLAIN}\n",
            "a.md",
            TITLE,
        ),
        (f"# {TITLE}\n\n{TEXT[0]}\n\n那就\n\n不说，\n\n{TEXT[1]}\n\n2024-05-01 雷阵雨\n", "a.md", TITLE),
        (
            f"# {TITLE}\n\n{TEXT[0]}\n\n[《路》](b.md)\n\n（见周明《路的{'历史' * 20}》）\n\n{PLAIN}\n",
            "a.md",
            TITLE,
        ),
    ],
)
def test_nothing_of_an_article_is_lost_or_taken_for_an_author(source, name, title):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, piece.source) == (title, (), None)
    shown = {p.text for p in piece.paragraphs}
    told = {title, "元数据", "作品名: 路", "字数: 181"}
    lines = {line.strip("#-* ").replace("**", "") for line in source.split("\n")} - {"", *told}
    assert {line.replace("[《路》](b.md)", "《路》") for line in lines} <= shown


DAY = "2023-05-06"
FRONT = f"---\ntitle: {{}}\ndate: {DAY}\n---\n"


@pytest.mark.parametrize(
    ("source", "name", "told", "shown"),
    [
        # A page called by a day is of that day, whenever it was put online.
        (FRONT.format("2023-05-01") + PLAIN, "a.md", ("2023-05-01", (), "2023-05-01", None), TEXT),
        (FRONT.format("2023年4月1日") + PLAIN, "a.md", ("2023年4月1日", (), "2023-04-01", None), TEXT),
        # Others who had a part, where it is from, who offers it.
        (
            f"{FRONT.format(TITLE)}原文来自 江城日报 乡村周刊\n\n撰文 | 周明\n\n事实核查 | 李静\n\n{PLAIN}\n\n"
            "（本文由江城日报独立出品，首发在江城客户端。）",
            "a.md",
            (TITLE, ("周明",), DAY, "江城日报"),
            TEXT,
        ),
        (
            f"# {TITLE}\n\n本文转自江城晚报 评论\n\n校订｜李静\n\n{PLAIN}",
            "a.md",
            (TITLE, (), None, "江城晚报"),
            TEXT,
        ),
        # How long it took to write, behind the day and the hour.
        (
            f"{FRONT.format(TITLE)}{PLAIN}\n\n2023年5月6日 21:34:31 49min",
            "a.md",
            (TITLE, (), DAY, None),
            TEXT,
        ),
        # Names in Latin letters.
        (PLAIN, "Kotlin 和 Checked Exception.md", ("Kotlin 和 Checked Exception", (), None, None), TEXT),
        # A list whose lines are not parted.
        (
            f"# {TITLE}\n\n（1）上半年修成的村道超过三千里，比去年多一倍；\n（2）2030年前每个村都通车，路灯也装好；",
            "a.md",
            (TITLE, (), None, None),
            (
                "（1）上半年修成的村道超过三千里，比去年多一倍；",
                "（2）2030年前每个村都通车，路灯也装好；",
            ),
        ),
        # A title with the text on the same line, the editor behind it.
        (
            f"原标题：修一条路 先问问走路的人{''.join(TEXT)}责任编辑：周明",
            f"[乡村]{TITLE}.txt",
            (TITLE, (), None, None),
            ("".join(TEXT),),
        ),
        (f"{TEXT[0]}\n\n{TEXT[1]}（责任编辑：李静）", f"{TITLE}.txt", (TITLE, (), None, None), TEXT[:2]),
        # Marks of a program of its own.
        (f"#{TITLE}\n#+发布时间： 2023-05-06 10:00:00\n#-\n{PLAIN}", "a.txt", (TITLE, (), DAY, None), TEXT),
        # The paper on a line of its own beside the day, the address above the title.
        (
            f"http://a.example/1.html\n{TITLE}\n2023-05-06 08:00\n江城发布\n{PLAIN}",
            "a.txt",
            (TITLE, (), DAY, "江城发布"),
            TEXT,
        ),
        (f"{TITLE}\n《江城文稿》\n2023年5月6日\n\n{PLAIN}", "a.txt", (TITLE, (), DAY, "江城文稿"), TEXT),
        # A message: each fact on a line of its own, buttons below.
        (
            f"{TITLE}\n\n原创\n\n周明\n\n江城发布\n\n2023-05-06 08:30\n\n{PLAIN}\n\n"
            "—END—\n\n编辑：李静\n\n点分享\n点收藏\n点点赞\n点在看",
            "a.txt",
            (TITLE, ("周明",), DAY, "江城发布"),
            TEXT,
        ),
        (
            f"{TITLE}\n原创：周明　江城观察　5月6日\n\n{PLAIN}\n\n预览时标签不可点\n收录于合集\n微信扫一扫",
            "a.txt",
            (TITLE, ("周明",), None, "江城观察"),
            TEXT,
        ),
        # Who wrote it, behind a box on the last line, above the text of a file called by its title, in its dateline.
        (f"{PLAIN}□石门（媒体人）", f"{TITLE}.txt", (TITLE, ("石门",), None, None), TEXT),
        (f"文/古泉\n{PLAIN}", f"2023-05-06@{TITLE}.txt", (TITLE, ("古泉",), DAY, None), TEXT),
        (f"{TITLE}\n{PLAIN}■周明 李静", "a.txt", (TITLE, ("周明", "李静"), None, None), TEXT),
        (
            f"{TITLE}\n江城讯（通讯员 周明）{PLAIN}",
            "a.txt",
            (TITLE, ("周明",), None, None),
            ("江城讯（通讯员 周明）" + TEXT[0], *TEXT[1:]),
        ),
        # The paper of the reporter; a pen name between bars; others' titles, that are no names.
        (
            f"{TITLE}\n江城在线记者 周明\n2023-05-06\n\n{PLAIN}",
            "a.txt",
            (TITLE, ("周明",), DAY, "江城在线"),
            TEXT,
        ),
        (
            f"{TITLE}\n江城网 | 敬一山 | 2023.05.06\n{PLAIN}",
            "a.txt",
            (TITLE, ("敬一山",), DAY, "江城网"),
            TEXT,
        ),
        (
            f"{TITLE}\n江城观察 2023-05-06\n{PLAIN}\n\n举报\n评论 12\n为基层减负要动真格\n23评论 1小时前",
            "a.txt",
            (TITLE, (), DAY, "江城观察"),
            TEXT,
        ),
        (f"{TITLE}\n学思小组 2023-05-06\n{PLAIN}", "a.txt", (TITLE, (), DAY, None), TEXT),
        # A crawler's HTML without paragraphs; whose the picture above the text is.
        (
            f"{TITLE}\n" + "".join(f'<div class="p">　　{line}</div>\n' for line in TEXT * 2),
            "a.txt",
            (TITLE, (), None, None),
            TEXT * 2,
        ),
        (f"（图片来源：江城视觉）{PLAIN}", f"{TITLE}.txt", (TITLE, (), None, None), TEXT),
        # Facts on the line of the title: before it, behind it, glued to it, with the text on the same line.
        (f"[2023-05-06] {TITLE}\n{PLAIN}", "a.txt", (TITLE, (), DAY, None), TEXT),
        (f"{TITLE}　2023年5月6日\n{PLAIN}", "a.txt", (TITLE, (), DAY, None), TEXT),
        (f"{TITLE}（江城日报，2023年5月6日）\n{PLAIN}", "a.txt", (TITLE, (), DAY, "江城日报"), TEXT),
        (
            f"{TITLE}2023-05-06 08:30来源：江城网　　{'　　'.join(TEXT)}",
            "a.txt",
            (TITLE, (), DAY, "江城网"),
            TEXT,
        ),
        (
            f"{TITLE} 2023-05-06 08:30 来源：江城网 作者：周明\n{PLAIN}",
            "a.txt",
            (TITLE, ("周明",), DAY, "江城网"),
            TEXT,
        ),
        (
            f"在江城市工作会议上的讲话（2023年5月6日）\n{PLAIN}",
            "a.txt",
            ("在江城市工作会议上的讲话", (), DAY, None),
            TEXT,
        ),
        # What an article was called before, above several sections; the parts of a text are no names.
        (
            f"原标题：{TITLE}\n{TEXT[0]}\n{TEXT[1]}\n先问的好处\n{TEXT[2]}\n{TEXT[0]}\n再说修路\n{TEXT[1]}\n{TEXT[2]}",
            "a.txt",
            (TITLE, (), None, None),
            (*TEXT[:2], "先问的好处", TEXT[2], TEXT[0], "再说修路", *TEXT[1:]),
        ),
        (f"{TITLE}\n简介\n{PLAIN}", "a.txt", (TITLE, (), None, None), TEXT),
        # When it was fetched is no day of it; an account named as a fact; a paper behind its author.
        (
            f"Title: {TITLE}\nAuthor: 周明\nDate: 2023-05-06\nPublication: 江城日报\nAccessed: 2024-03-01\n\n{PLAIN}",
            "a.txt",
            (TITLE, ("周明",), DAY, "江城日报"),
            TEXT,
        ),
        (
            f"{TITLE}\n公众号：江城观察\n采集时间：2024-03-01\n\n{PLAIN}",
            "a.txt",
            (TITLE, (), None, "江城观察"),
            TEXT,
        ),
        (
            f"{TITLE}\n作者：周明 | 2023-05-06 | 江城日报\n\n{PLAIN}",
            "a.txt",
            (TITLE, ("周明",), DAY, "江城日报"),
            TEXT,
        ),
        # Buttons in a row, and one glued to the text.
        (
            f"{TITLE}\n时间：2023-05-06\n【字体：大 中 小】 【打印】 【关闭】\n{PLAIN}",
            "a.txt",
            (TITLE, (), DAY, None),
            TEXT,
        ),
        (
            f"{TITLE}\n2023年05月06日 08:30 江城网\n缩小字体 放大字体 微博 微信 分享 0\n{PLAIN}返回江城，查看更多\n"
            "平台声明：该文观点仅代表作者本人，江城号系信息发布平台。",
            "a.txt",
            (TITLE, (), DAY, "江城网"),
            TEXT,
        ),
        # A greeting is text.
        (
            f"在江城市工作会议上的讲话\n（2023年5月6日）\n周明\n\n同志们：\n{PLAIN}",
            "a.txt",
            ("在江城市工作会议上的讲话", ("周明",), DAY, None),
            ("同志们：", *TEXT),
        ),
        (
            f"{TITLE}\n周明\n\n各位老师、同学们：\n{PLAIN}",
            "a.txt",
            (TITLE, ("周明",), None, None),
            ("各位老师、同学们：", *TEXT),
        ),
        # Reporters of a paper, and others.
        (
            f"# {TITLE}\n\n{PLAIN}\n\n（综合江城日报记者周明、李静和江城社记者报道）",
            "a.md",
            (TITLE, ("周明", "李静"), None, None),
            TEXT,
        ),
    ],
)
def test_what_stands_above_and_below_a_text(source, name, told, shown):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, piece.date, piece.source) == told
    assert tuple(p.text for p in piece.paragraphs) == shown


def test_days_alone_on_a_line_are_heads_and_a_label_alone_is_none_of_the_decks():
    days = [f"2023/05/0{n}" for n in (1, 2, 3)]
    (piece,) = read(f"# {TITLE}\n\n" + "\n\n".join(map("\n\n".join, zip(days, TEXT, strict=True))), "a.md")
    assert (piece.date, [p.text for p in piece.paragraphs if p.kind == "heading"]) == (None, days)
    (piece,) = read(f"---\ntitle: {TITLE}\n---\n**导读 📝**\n\n{PLAIN}\n", "a.md")
    assert (piece.decks, piece.paragraphs[0].kind) == ((), "heading")


def test_what_people_say_is_no_heading():
    talk = ("“路往哪儿修?”", "“掺石子吗？”", "“要不要再问一遍？”")
    lines = (TEXT[0], talk[0], "“往东。”会计说。", talk[1], "“掺。”", talk[2], "“再问。”", *TEXT[1:])
    (piece,) = read("\n".join(lines), f"{TITLE}.txt")
    assert body(piece) == lines


def test_a_headline_without_text_between_articles_with_tags_is_none():
    tagged = "".join(f"<p>{line}</p>\n" for line in TEXT)
    pieces = read(
        f"{TITLE} ...\n<p></p>{tagged}*\n有题无文 ...\n<p></p>\n*\n{OTHER} ...\n{tagged}*\n", "a.txt"
    )
    assert [(piece.title, body(piece)) for piece in pieces] == [
        (f"{TITLE} ...", TEXT),
        (f"{OTHER} ...", TEXT),
    ]


@pytest.mark.parametrize(
    ("source", "name", "told", "shown"),
    [
        # A title that runs into the place and the day of an agency.
        (
            f"{TITLE}中新网3月1日电　{TEXT[0]}{TEXT[1]}",
            "1.txt",
            (TITLE, (), None, None),
            (f"中新网3月1日电　{TEXT[0]}{TEXT[1]}",),
        ),
        # What an article was called elsewhere, where nothing else is its title.
        (f"原标题：{TITLE}\n{PLAIN}", "1.txt", (TITLE, (), None, None), TEXT),
        # Facts about another work, and a labelled line alone, which is text.
        (
            f"# {TITLE}\n\n**论文标题**: On Roads\n\n**作者**: Alan Lee\n\n**机构**: UC Berkeley\n\n"
            f"**发表时间**: 2025年3月19日\n\n{PLAIN}",
            "a.md",
            (TITLE, (), None, None),
            TEXT,
        ),
        (
            f"# {TITLE}\n\n话题引入：「路」\n\n{PLAIN}",
            "a.md",
            (TITLE, (), None, None),
            ("话题引入：「路」", *TEXT),
        ),
        # Where else its author writes.
        (
            f"# {TITLE}\n\n{PLAIN}\n\n我的个人博客地址：https://a.example\n\n我的微信个人订阅号：江城观察\n\n"
            "最后欢迎关注公众号 江城",
            "a.md",
            (TITLE, (), None, None),
            TEXT,
        ),
        # Sections that only sound like references; paragraphs that only an indent parts.
        (
            f"# {TITLE}\n\n{TEXT[0]} 　　{TEXT[1]}\n\n## 本周引用\n\n{TEXT[2]}",
            "a.md",
            (TITLE, (), None, None),
            (*TEXT[:2], "本周引用", TEXT[2]),
        ),
        # A bold line above all others, the day of a program.
        (f"**{TITLE}**\n\n**前言**\n\n{PLAIN}", "a.md", (TITLE, (), None, None), ("前言", *TEXT)),
        (
            f"---\ntitle: {TITLE}\ndate: 20230506182159440\n---\n{PLAIN}",
            "a.md",
            (TITLE, (), DAY, None),
            TEXT,
        ),
        # Small pictures by their names; headings that are called as buttons are.
        (
            f"# :notebook: {TITLE}\n\n{PLAIN} :smile:\n\n[1]:data:image/png;base64,aGk=",
            "a.md",
            (TITLE, (), None, None),
            TEXT,
        ),
        (
            f"---\ntitle: {TITLE}\n---\n{TEXT[0]}\n\n### 微信朋友圈\n\n{TEXT[1]}\n\n### 微博\n\n{TEXT[2]}\n",
            "a.md",
            (TITLE, (), None, None),
            (TEXT[0], "微信朋友圈", TEXT[1], "微博", TEXT[2]),
        ),
        # Marks that open and never close; a note that begins as they do.
        (
            f"# {TITLE}\n\n{PLAIN}\n\n*本文作者：周明\n*发布日期：{DAY}",
            "a.md",
            (TITLE, ("周明",), DAY, None),
            TEXT,
        ),
        (
            f"# {TITLE}\n\n{PLAIN}\n\n*这是去年五月在江城讲的。",
            "a.md",
            (TITLE, (), None, None),
            (*TEXT, "*这是去年五月在江城讲的。"),
        ),
        # Dated links at the end.
        (
            f"{PLAIN}\n菜市场改造要听街坊的2014/08/26\n修桥也要先问走桥的人2014/07/01",
            f"{TITLE}.txt",
            (TITLE, (), None, None),
            TEXT,
        ),
        # In traditional characters too.
        (
            f"{TEXT[0]}\n{TEXT[1]}（來源：江城晚報）責任編輯：李靜",
            f"{TITLE}.txt",
            (TITLE, (), None, "江城晚報"),
            (TEXT[0], TEXT[1]),
        ),
        # Facts with their days at the end; an agency that a sentence speaks of.
        (
            f"{PLAIN}\n作者：周明  2018-05-01\n来源：江城日报 2018-05-01",
            f"{TITLE}.txt",
            (TITLE, ("周明",), "2018-05-01", "江城日报"),
            TEXT,
        ),
        (
            f"{TEXT[0]}\n这一消息最早来自新华社5月3日电，{TEXT[1]}\n{TEXT[2]}",
            f"{TITLE}.txt",
            (TITLE, (), None, None),
            (TEXT[0], f"这一消息最早来自新华社5月3日电，{TEXT[1]}", TEXT[2]),
        ),
        # A plus sign in a title, and before a name.
        (PLAIN, "4月修路+5月修桥 - 副本.md", ("4月修路+5月修桥", (), None, None), TEXT),
        (PLAIN, f"{TITLE}+周明.md", (TITLE, ("周明",), None, None), TEXT),
    ],
)
def test_what_runs_together_and_what_stands_beside(source, name, told, shown):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, piece.date, piece.source) == told
    assert tuple(p.text for p in piece.paragraphs) == shown


@pytest.mark.parametrize(
    ("source", "name", "told", "shown"),
    [
        # A page that was changed later; sections above its text that hold nothing but a film.
        (
            f"---\ntitle: {TITLE}\ndate: 2025-11-02T04:16:24Z\ndateCreated: 2023-05-06T21:19:30Z\n---\n"
            f"# Tabs {{.tabset}}\n\n## 甲站\n<iframe></iframe>\n\n## 乙站\n\n# \n\n{PLAIN}",
            "a.md",
            (TITLE, (), DAY, None),
            TEXT,
        ),
        # What is offered below; whose words are quoted; where it was printed.
        (
            f"# {TITLE}\n\n{PLAIN}\n\n请扫码添加小助理微信\n\n| 商务合作 | 授权转载 | 请加微信：jiangcheng\n\n"
            "欢迎在朋友圈转发。",
            "a.md",
            (TITLE, (), None, None),
            TEXT,
        ),
        (f"# {TITLE}\n\n{PLAIN}\n\n—— [Alan Lee]", "a.md", (TITLE, (), None, None), (*TEXT, "—— [Alan Lee]")),
        (
            f"# {TITLE}\n\n{PLAIN}\n\n（《江城文选》第五卷，江城出版社1977年4月第1版，第330页）",
            "a.md",
            (TITLE, (), None, "江城文选"),
            TEXT,
        ),
        (
            f"{TEXT[0]}\n\n{TEXT[1]}（来源：江城晚报）",
            f"{TITLE}.txt",
            (TITLE, (), None, "江城晚报"),
            (TEXT[0], TEXT[1]),
        ),
        # A salutation is no source, a footnote no text, a fuller title no paragraph.
        (
            f"# {TITLE}\n\n{TEXT[0]}\n\n亲爱的《江城日报》编辑：\n\n{TEXT[1]}",
            "a.md",
            (TITLE, (), None, None),
            (TEXT[0], "亲爱的《江城日报》编辑：", TEXT[1]),
        ),
        (
            f"# {TITLE}\n\n{TEXT[0][:-1]}[^1]。\n\n[^1]: 《路》第一章",
            "a.md",
            (TITLE, (), None, None),
            TEXT[:1],
        ),
        # A file that is called by its first title is that article.
        (
            f"{TITLE}\n周明\n{TEXT[0]}\n菜市场更要有人管\n李静\n{TEXT[1]}",
            f"周明：{TITLE}.txt",
            (TITLE, ("周明",), None, None),
            (TEXT[0], "菜市场更要有人管", "李静", TEXT[1]),
        ),
    ],
)
def test_what_is_changed_offered_or_quoted(source, name, told, shown):
    (piece,) = read(source, name)
    assert (piece.title, piece.authors, piece.date, piece.source) == told
    assert tuple(p.text for p in piece.paragraphs) == shown


OFFICE = "江城市人民政府办公厅关于做好农村公路修建工作的通知"
FACTS = (
    "发文机构：江城市人民政府",
    "发布时间：2020-08-11",
    "发文字号：江府发〔2020〕8号",
    "政策类型：政策文件",
)


def test_an_official_document_is_one_whatever_it_signs_or_lists():
    signed = ("江城市人民政府办公厅", "二○○六年七月四日", "江城市农村公路修建工作方案", "（2006-2007年）")
    (piece,) = read("\n".join((OFFICE, *FACTS, "各区、县人民政府：", TEXT[0], *signed, *TEXT[1:])), "a.txt")
    assert piece.title == OFFICE
    assert set(TEXT) <= set(body(piece))


@pytest.mark.parametrize("name", ["系統管理員", "系统管理员", "管理員"])
def test_who_runs_a_site_wrote_nothing(name):
    (piece,) = read(f"---\ntitle: {TITLE}\nauthor: {name}\n---\n\n{PLAIN}\n", "a.md")
    assert piece.authors == ()


@pytest.mark.parametrize(
    "end", ["电邮:\n\n<a@a.example>", "© 江城电台\n\n更多消息请看我们的网页", "原文：江城电台\n\n---"]
)
def test_lines_that_most_articles_of_a_file_have_are_no_text(end):
    parts = (f"# {TITLE}{number}\n\n{line}\n\n{end}\n" for number, line in enumerate(TEXT))
    pieces = read("\n".join(parts), "a.md")
    assert [(piece.title, body(piece)) for piece in pieces] == [
        (f"{TITLE}{number}", (line,)) for number, line in enumerate(TEXT)
    ]


@pytest.mark.parametrize(
    "source",
    [
        f"# {TITLE}\n\n## 2020年10月1日\n\n{PLAIN}\n",
        f"# {TITLE}\n\n**（2020年10月1日，江城）**\n\n{PLAIN}\n",
    ],
)
def test_the_day_of_an_article_below_its_title_is_no_heading(source):
    (piece,) = read(source, "a.md")
    assert tuple(p.text for p in piece.paragraphs) == TEXT


def test_signed_articles_with_titles_set_bold_are_several():
    source = "".join(f"**{t}**\n\n作者：{n}\n\n{PLAIN}\n\n" for t, n in ((TITLE, "周明"), (OTHER, "李静")))
    assert [(piece.title, piece.authors) for piece in read(source, "a.md")] == [
        (TITLE, ("周明",)),
        (OTHER, ("李静",)),
    ]


@pytest.mark.parametrize("line", ["来源：江城日报", "这是一个完整的句子。", "2024年3月1日"])
def test_a_first_line_set_bold_that_says_something_is_no_title(line):
    assert [piece.title for piece in read(f"**{line}**\n\n{PLAIN}\n", "a.md")] == [""]


def test_a_sentence_outside_of_the_tags_is_no_title():
    paragraphs = "\n".join(f"<p>{line}</p>" for line in TEXT)
    assert [piece.title for piece in read(f"{TEXT[0]}\n{paragraphs}", "a.txt")] == [""]


@pytest.mark.parametrize(
    "lines",
    [
        ("主持人：各位网友大家好", "嘉宾：主持人好", "主持人：今天谈谈路"),
        ("户数比上年多了三十一户（据江城统计资料整理计算）。",),
        ("他把证据一一拿了出来，包括聊天记录的截图。",),
        ("己所不欲，勿施于人（取自《论语》）。",),
        (f"<p><a href='a'>{TEXT[0]}</a></p>",),
    ],
)
def test_what_people_say_in_turn_or_quote_is_text(lines):
    (piece,) = read("\n\n".join((f"# {TITLE}", *lines, PLAIN)), "a.md")
    assert body(piece) == (*(re.sub("<[^<>]*>", "", line) for line in lines), *TEXT)


def test_a_day_that_a_program_writes_for_none_is_none():
    days = "date: 2024-03-01\ncreated: 0001-01-01\nupdated: 1970-01-01"
    assert [x.date for x in read(f"---\ntitle: {TITLE}\n{days}\n---\n\n{PLAIN}", "a.md")] == ["2024-03-01"]


@pytest.mark.parametrize(
    "more",
    [
        "周明：你走吗\n\n李静：我不走\n\n王强：我走",
        "第一：不要急\n\n第二：不要怕\n\n第三：不要停",
        "写页面要用 `<noscript>` 标签，这是常识。",
        "页面里的 <noscript> 没有写完。",
    ],
)
def test_words_that_look_like_facts_or_markup_are_not_lost(more):
    (piece,) = read(f"# {TITLE}\n\n{more}\n\n{PLAIN}", "a.md")
    kept = re.compile("[^\\w：。，]|noscript")  # A tag in a line may go, what stands around it not.
    shown = kept.sub("", "".join(p.text for p in piece.paragraphs))
    assert all(kept.sub("", line) in shown for line in (*more.split("\n\n"), *TEXT))


@pytest.mark.parametrize(
    ("above", "below"), [("", "-----\n"), ("", ",\n"), (">>>> tests/江城.html >>>>\n", "\n<<<<<<<<<<\n")]
)
def test_objects_that_a_script_wrote_one_below_the_other_are_articles(above, below):
    objects = (
        json.dumps({"title": title, "content": PLAIN}, ensure_ascii=False, indent=2)
        for title in (TITLE, OTHER)
    )
    pieces = read("".join(f"{above}{article}{below}" for article in objects), "a.txt")
    assert [(piece.title, body(piece)) for piece in pieces] == [(TITLE, TEXT), (OTHER, TEXT)]


KNOWN = ("周明", "2024-03-01", "江城日报")


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        # Facts in a table, down or across; the names of facts in brackets.
        (
            "| 项目 | 内容 |\n| - | - |\n| 作者 | 周明 |\n| 来源 | 江城日报 |\n| 日期 | 2024-03-01 |",
            "",
            KNOWN,
        ),
        ("| 作者 | 来源 | 日期 |\n| - | - | - |\n| 周明 | 江城日报 | 2024-03-01 |", "", KNOWN),
        ("【作者】周明\n【单位】江城大学\n【来源】江城日报\n【日期】2024年3月1日", "", KNOWN),
        ("【作者】周明\n【朝代】明", "", ("周明", None, None)),
        # A name that may be a word, beside the line that tells paper and day.
        ("关航\n\n江城日报 2024-03-01 08:30", "", ("关航", "2024-03-01", "江城日报")),
        ("来源：江城日报　2024-03-01\n\n高明", "", ("高明", "2024-03-01", "江城日报")),
        # What programs that save pages put above and below: an excerpt, addresses of their own, their names for days.
        (f"> ## Excerpt\n> {TEXT[0][:30]}...", "", (None, None, None)),
        (f"> {TEXT[1][:24]}…\n\n<!-- more -->", "", (None, None, None)),
        (
            "原创 周明 [江城观察](javascript:void\\(0\\);)\n\n_2024年03月01日 08:30_",
            "",
            ("周明", "2024-03-01", "江城观察"),
        ),
        ("Original 周明 [江城观察](javascript:void(0);) 2024-03-01", "", ("周明", "2024-03-01", "江城观察")),
        (
            "作者：周明\n来源：知乎\n著作权归作者所有。商业转载请联系作者获得授权。",
            "",
            ("周明", None, "知乎"),
        ),
        ("创建时间: 2024年3月1日\n标签: 评论\n作者: 周明", "", ("周明", "2024-03-01", None)),
        ("    Created: 2024-03-01 08:00\n    Author: 周明", "", ("周明", "2024-03-01", None)),
        ("来源：https://www.jc.example/news/202403010001.aspx", "", (None, None, None)),
        ("预计阅读 8 分钟", "预览时标签不可点\n\n微信扫一扫  \n关注该公众号", (None, None, None)),
        ("全文共2300字，阅读大约需要6分钟", "阅读 1024 · 点赞 33", (None, None, None)),
        # Who wrote it, in a section of its own; what a heading says that stands for nothing.
        ("## 正文", "#### 关于作者\n\n周明，江城日报评论员，著有《街巷札记》。", (None, None, None)),
        ("## 原文内容", "## 作者简介\n\n江城人，教书三十年。", (None, None, None)),
        (
            "**江城日报** | 周明 | 2024-03-01 | [原文](https://a.example)",
            "以上内容仅代表作者个人观点。",
            KNOWN,
        ),
    ],
)
def test_what_programs_and_people_put_around_a_text_of_markdown(above, below, told):
    (piece,) = read(f"# {TITLE}\n\n{above}\n\n{PLAIN}\n\n{below}\n", "a.md")
    assert [p.text for p in piece.paragraphs] == list(TEXT)
    assert (piece.title, " ".join(piece.authors) or None, piece.date, piece.source) == (TITLE, *told)
    assert not piece.decks


@pytest.mark.parametrize(
    ("form", "first"),
    [
        (
            "{title}\n来源：https://a.example/{n}\n{text}\n\n相似新闻：\n1. 别处的一条消息\n来源：https://b.example\n\n--\n",
            "",
        ),
        (
            "{title}\n来源：江城日报　作者：周明\n\n{text}\n\n---\n\n",
            "# 江城简报\n\n日期：2024 年 3 月 1 日\n\n---\n\n",
        ),
        (
            "### {title}\n\n{text}\n\n来源：[江城日报](https://a.example)\n\n",
            "# 江城早报\n\n> 2024年3月1日\n\n",
        ),
        (
            "## {title}\n\n> 江城日报 | 周明\n\n{text}\n\n",
            "---\ntitle: 三月的评论\ndate: 2024-03-01\n---\n\n",
        ),
    ],
)
def test_the_news_of_a_day_between_rules_or_with_their_sources_behind_are_several(form, first):
    titles = (TITLE, OTHER, "年轻人为什么爱上夜校")
    source = first + "".join(
        form.format(title=t, text=x, n=n) for n, (t, x) in enumerate(zip(titles, TEXT, strict=True))
    )
    pieces = read(source, "a.md")
    assert [(piece.title, body(piece)) for piece in pieces] == [
        (t, (x,)) for t, x in zip(titles, TEXT, strict=True)
    ]
    assert {piece.date for piece in pieces} == ({"2024-03-01"} if first else {None})


@pytest.mark.parametrize(
    ("above", "decks"),
    [("## ——写在村口的路修通之后", 1), ("#### 一条路的来历，要从三年前说起。", 1), ("## 引子", 0)],
)
def test_a_second_line_of_a_title_is_a_deck_and_a_section_none(above, decks):
    (piece,) = read(f"# {TITLE}\n\n{above}\n\n周明\n\n{PLAIN}", "a.md")
    assert (len(piece.decks), len(piece.paragraphs)) == (decks, 4 - decks)


@pytest.mark.parametrize(
    "mark",
    ["{{% note success::{} %}}", "{{% cq %}}{}{{% endcq %}}", "{{% note info %}}\n{}\n{{% endnote %}}"],
)
def test_text_inside_the_marks_of_a_template_stays(mark):
    (piece,) = read(
        f"---\ntitle: {TITLE}\nauthor: '[[周明]]'\n---\n\n{TEXT[0]}\n\n{mark.format(TEXT[1])}\n\n{TEXT[2]}",
        "a.md",
    )
    assert (piece.authors, body(piece)) == (("周明",), TEXT)


@pytest.mark.parametrize("name", ["index.md", "content.md"])
def test_a_text_alone_in_its_folder_is_called_by_it(tmp_path, name):
    file = tmp_path / TITLE / name
    file.parent.mkdir()
    file.write_text(
        f"## 修路以前\n\n{TEXT[0]}\n\n## 修路以后\n\n{TEXT[1]}\n\n## 别的事\n\n{TEXT[2]}\n", "utf-8"
    )
    (page,) = seeds.read_pages([file])
    assert [piece.title for piece in page] == [TITLE]


def test_a_poem_has_the_author_that_stands_below_its_title_and_a_diary_its_days():
    (piece,) = read("# 老街\n\n周明\n\n灯亮起来的时候\n雨还没有停\n卖花的人\n把伞借给了风\n", "a.md")
    assert (piece.authors, body(piece)[0]) == (("周明",), "灯亮起来的时候")
    diary = "".join(f"## 2024年3月{n}日 星期五 晴\n\n{line}\n\n" for n, line in enumerate(TEXT, 1))
    assert [piece.date for piece in read("# 日记\n\n" + diary, "a.md")] == [
        f"2024-03-0{n}" for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("behind", "authors", "source"),
    [
        ("（责编：李静、王平）", (), None),
        (" 本文来源：江城网 责任编辑：李静_NN12", (), "江城网"),
        ("（作者：周明　来源：江城日报）", ("周明",), "江城日报"),
        ("□ 周明", ("周明",), None),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_what_is_told_behind_the_last_sentence_is_no_text(behind, authors, source, name):
    lines = [TITLE, TEXT[0], TEXT[1] + behind]
    marked = "\n\n".join(["# " + TITLE, *lines[1:]])
    page = f"<html><h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:]) + "</html>"
    (piece,) = read({"a.txt": "\n".join(lines), "a.md": marked, "a.html": page}[name], name)
    assert [p.text for p in piece.paragraphs] == list(TEXT[:2])
    assert (piece.authors, piece.source) == (authors, source)


@pytest.mark.parametrize("kept", ["记者：您怎么看？", "主持人：请看大屏幕上的两个数字", "他说：要办好"])
def test_what_people_say_behind_a_sentence_stays(kept):
    (piece,) = read(f"{TITLE}\n{TEXT[0]}\n{TEXT[1]}{kept}", "a.txt")
    assert piece.paragraphs[-1].text == TEXT[1] + kept


@pytest.mark.parametrize("opening", ["", "{title}\n"])
@pytest.mark.parametrize("number", ["一、 二、 三、", "第一 第二 第三"])
def test_the_numbered_sections_of_a_report_are_no_articles(opening, number):
    one, two, three = (sign if sign.endswith("、") else sign + "部分 " for sign in number.split())
    text = "\n".join(TEXT) + "\n"
    report = (
        f"各位代表：\n现在，我向大会报告工作，{TEXT[0]}{TEXT[1]}\n{one}过去一年的工作回顾\n{text}{text}"
        f"{two}面临的形势和总的要求\n{text}{text}{three}今年的工作任务\n{text}"
    )
    (piece,) = read(opening.format(title=TITLE) + report, "a.txt")
    assert piece.paragraphs[-1].text == TEXT[-1]


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        # What an editor of collected works says of a speech; what an author does, behind the text, in brackets.
        ("（一九五七年十月十三日）", "", ()),
        ("", "(本文作者周明系江城大学历史系教授。)", ("周明",)),
        (
            "| 作者 Karl Marlow\n| 链接 https://a.example/an-article-with-a-long-name-of-words-of-words-of-words-of-words",
            "",
            ("Karl Marlow",),
        ),
        ("| 作者：Mark Marlow @ River Times\n| 原文：https://a.example", "", ("Mark Marlow",)),
        ("刊登日期/ 2021.05.26", "最后，欢迎关注我的公众号。\n\n![](a.png)", ()),
        (
            "> 周明 · 2026年7月27日—31日 · 江城县希望小学",
            "关心江城的人，扫一扫关注：\n\n![](a.png)",
            ("周明",),
        ),
        ("#评论/乡村 #修路", "", ()),
        (
            "[:house:返回首頁](https://a.example)",
            "[!\\[\\](https://a.example/b.png)](https://a.example/b.png)",
            (),
        ),
        (
            "**Author:** 周明  \n**Bio:** 形  \n**Author URL:** https://a.example  \n**Published:** 2024.03.01 12:15",
            "",
            ("周明",),
        ),
    ],
)
def test_lines_around_a_text_that_are_none_of_it(above, below, told):
    (piece,) = read(f"# {TITLE}\n\n{above}\n\n{PLAIN}\n\n{below}\n", "a.md")
    assert (piece.authors, [p.text for p in piece.paragraphs]) == (told, list(TEXT))


@pytest.mark.parametrize("of", ["周明同志在江城市委会议上的讲话", "周明为江城社写的评论"])
def test_whose_speech_it_is_by_its_editor(of):
    (piece,) = read(f"# {TITLE}\n\n*这是{of}。\n\n{PLAIN}", "a.md")
    assert (piece.authors, len(piece.paragraphs)) == (("周明",), 4)


@pytest.mark.parametrize(
    ("line", "day"), [("2018年7月", "2018-07"), ("（2018年7月）", "2018-07"), ("江城", None)]
)
def test_a_month_alone_below_a_text_is_its_date(line, day):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{line}\n", "a.md")
    assert piece.date == day


def test_a_link_in_a_list_of_text_is_text_and_one_of_a_list_of_links_none():
    lists = "- 村口的书，翻了又翻。\n- 门前的路，走了又走。\n- 桥上的灯。\n- [江城的桥](a.md)\n\n"
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{lists}", "a.md")
    assert body(piece)[-1] == "江城的桥"
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n- [江城的桥](a.md)\n- [江城的路](b.md)\n", "a.md")
    assert body(piece) == TEXT


@pytest.mark.parametrize("fence", [("```meta", "```"), ("---json", "---")])
def test_front_matter_of_json_between_marks(fence):
    day = "Fri Mar 01 2024 01:27:54 GMT+0800"
    front = f'{{\n  "title": "{TITLE}",\n  "author": ["周明"],\n  "date": "{day}"\n}}'
    (piece,) = read(f"{fence[0]}\n{front}\n{fence[1]}\n\n{PLAIN}", "a.md")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, ("周明",), "2024-03-01", TEXT)


@pytest.mark.parametrize(
    ("folder", "day"), [("2024-05", "2024-05"), ("20240517", "2024-05-17"), ("第3章", None)]
)
def test_a_folder_that_is_called_by_a_day_dates_the_file_in_it(tmp_path, folder, day):
    file = tmp_path / folder / "a.md"
    file.parent.mkdir()
    file.write_text(f"# {TITLE}\n\n{PLAIN}\n", "utf-8")
    (page,) = seeds.read_pages([file])
    assert [piece.date for piece in page] == [day]


@pytest.mark.parametrize(("head", "count"), [("##### 走路的人", 4), (f"## 02 {TITLE}", 3)])
def test_a_section_called_like_the_end_of_a_title_is_a_section(head, count):
    (piece,) = read(f"---\ntitle: {'02' if count == 3 else ''} {TITLE}\n---\n\n{head}\n\n{PLAIN}", "a.md")
    assert len(piece.paragraphs) == count


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        # A word and a day close below a title are where it was published, and when.
        ("周明\n\n半月谈 2024-03-01", "", ("周明", "2024-03-01", "半月谈")),
        ("江畔夜话 | 2024年3月1日 08:30", "", (None, "2024-03-01", "江畔夜话")),
        # Several things in the same brackets; buttons behind a name; a page behind a paper.
        ("", "（作者：周明，江城大学教授；本文原载《江城日报》2024年3月1日）", KNOWN),
        ("2024-03-01 08:30　来源：江城日报　作者：周明　[我要评论](#c)", "微信扫一扫赞赏作者", KNOWN),
        ("作者: 周明\n\n日期: 2024/3/1\n\n出处: 《江城日报》第5版", "录入: 小李\n校对: 小王", KNOWN),
        # What others wrote below it, boxes of pandoc, captions of WordPress.
        (
            "::: {custom-style='Date'}\n2024年3月1日\n:::",
            "## 评论 (2)\n\n- 王平：写得好。",
            (None, "2024-03-01", None),
        ),
        (
            "[gallery ids='1,2']",
            "[caption id='a']<img src='a.jpg'> 村口[/caption]\n\n### 精彩评论\n\n好！",
            (None,) * 3,
        ),
    ],
)
def test_more_of_what_stands_around_a_text_of_markdown(above, below, told):
    test_what_programs_and_people_put_around_a_text_of_markdown(above, below, told)


@pytest.mark.parametrize("name", ["社论", "江城日报"])
def test_a_column_or_a_paper_above_the_one_title_is_none(name):
    (piece,) = read(f"# {name}\n\n## {TITLE}\n\n（一九五六年三月一日《江城日报》社论）\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.date, piece.source, body(piece)) == (TITLE, "1956-03-01", "江城日报", TEXT)
    (piece,) = read(f"# {TITLE}\n\n## 修路以前\n\n{PLAIN}\n", "a.md")
    assert piece.title == TITLE


def test_a_table_of_contents_headed_as_the_articles_are_is_none_of_them():
    source = (
        f"# 目录\n\n1. 路\n2. 市\n\n---\n\n# {TITLE}\n\n周明\n\n{PLAIN}\n\n# {OTHER}\n\n李静\n\n{PLAIN}\n"
    )
    assert [(piece.title, piece.authors) for piece in read(source, "a.md")] == [
        (TITLE, ("周明",)),
        (OTHER, ("李静",)),
    ]


def test_a_source_of_front_matter_may_be_a_link():
    (piece,) = read(f"---\ntitle: {TITLE}\nsource: '[江城日报](https://a.example)'\n---\n\n{PLAIN}", "a.md")
    assert piece.source == "江城日报"


@pytest.mark.parametrize("rule", ["---", "====="])
def test_a_rule_close_below_a_paragraph_makes_no_heading_of_it(rule):
    (piece,) = read(f"# {TITLE}\n\n{TEXT[0]}\n{TEXT[1]}\n{rule}\n{TEXT[2]}\n{rule}\n", "a.md")
    assert body(piece) == TEXT


@pytest.mark.parametrize(
    ("above", "authors", "source"),
    [
        ("> 公众号: 江城云\n> 发布时间: 2024-03-01 11:38\n> 原文链接: https://a.example", (), "江城云"),
        ("- 公众号：江城云\n- 作者：顯影PhotogStory\n- 日期：2024-03-01", ("顯影PhotogStory",), "江城云"),
    ],
)
def test_an_account_among_facts_is_the_source(above, authors, source):
    (piece,) = read(f"# {TITLE}\n\n{above}\n\n{PLAIN}\n\n公众号：别的号\n", "a.md")
    assert (piece.authors, piece.date, piece.source, body(piece)) == (authors, "2024-03-01", source, TEXT)


@pytest.mark.parametrize(("links", "count"), [("- [一](a.md)\n- [二](b.md)", 3), ("走完了就知道。", 5)])
def test_what_says_that_links_follow_is_one_of_them(links, count):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n本站上和本文相关的文章（按年份）：\n\n{links}\n", "a.md")
    assert len(piece.paragraphs) == count


@pytest.mark.parametrize(
    "below",
    [
        "## 🔗 原始来源\n\n[原文链接](https://a.example)",
        "## 相关的书\n\n- [江城的桥](a.md)\n- [江城的路](b.md)",
        "走路的人[^a-1]。\n\n[^a-1]: 江城的方言。\n  也说走道的人。\n\n    另见《江城志》。\n",
    ],
)
def test_a_heading_of_links_and_the_lines_of_a_footnote_are_no_text(below):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{below}\n", "a.md")
    assert body(piece)[:3] == TEXT
    assert {p.text for p in piece.paragraphs[3:]} <= {"走路的人。"}


def test_a_month_of_articles_below_their_contents_with_days_and_long_addresses():
    address = "https://a.example/" + "%E6%B1%9F%E5%9F%8E" * 12
    day = f"> 日期: 2024-08-08T11:34:00+08:00 | 原文链接: [{address}]({address})"
    parts = "".join(f"---\n\n## {t}\n\n{day}\n\n{PLAIN}\n\n" for t in (TITLE, OTHER))
    pieces = read(
        f"# 江城往事 - 2024年八月\n\n> 共 2 篇。\n\n## 目录\n\n1. [路](#1)\n2. [市](#2)\n\n{parts}", "a.md"
    )
    assert [(piece.title, piece.date, body(piece)) for piece in pieces] == [
        (t, "2024-08-08", TEXT) for t in (TITLE, OTHER)
    ]


@pytest.mark.parametrize("form", ["{n}、{title}（江城日报，2023年5月{n}日）", "{title}　2023-05-0{n}"])
def test_facts_behind_each_title_of_a_page_are_no_part_of_it(form):
    texts = {
        TITLE: TEXT,
        OTHER: (
            "清晨六点，菜市场的灯先于太阳亮起来，卖豆腐的老陈把木板擦得发白，第一锅豆浆冒着热气，等着熟客来端。",
            "摊位虽小，秤要准，价要实。市场里挂起了公平秤，谁都可以拿自己的菜去称一称，称过几回，吵嘴的人就少了。",
        ),
        "社区书屋何以常亮": (
            "书屋开在居民楼的一层，晚上十点才熄灯。孩子写完作业来翻绘本，老人戴着花镜读报，各有各的一角。",
            "管理员不多，靠的是志愿者轮流值班。借书不用押金，还书全凭自觉，一年下来，丢的书不到十本。",
        ),
    }
    shown = (
        f"{form.format(n=n, title=title)}\n" + "\n".join(f"　　{line}" for line in lines)
        for n, (title, lines) in enumerate(texts.items(), 1)
    )
    pieces = read("\n\n".join(shown), "a.txt")
    assert [(piece.title, piece.date) for piece in pieces] == [
        (title, f"2023-05-0{n}") for n, title in enumerate(texts, 1)
    ]


def test_a_page_as_readers_of_addresses_give_it():
    head = (
        f"Title: {TITLE}\n\nURL Source: https://a.example/1\n\nPublished Time: 2024-03-01T08:00:00+08:00\n\n"
    )
    (piece,) = read(f"{head}Markdown Content:\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, (), "2024-03-01", TEXT)


@pytest.mark.parametrize("label", ["> ## Excerpt\n", "> ### 导语\n"])
def test_a_heading_in_a_quotation_above_a_text_says_what_that_is(label):
    source = f"---\ntitle: 记事\n---\n\n{label}> {TEXT[0][:20]}…\n\n{PLAIN}\n\n# {OTHER}\n\n好。\n\n# 再说\n\n好的。"
    (piece,) = read(source, "a.md")
    assert (
        piece.paragraphs[0].text == TEXT[0]
    )  # Nor is a text above headings lost because of the name of its file.


def test_a_short_word_is_the_title_of_a_lone_text_without_one():
    assert [read(PLAIN, f"{name}.txt")[0].title for name in ("背影", "评论", "周明")] == ["背影", "", ""]


def test_who_applies_signs():
    (piece,) = read(f"{TITLE}\n{PLAIN}\n申请人：周明\n2024年3月1日", "a.txt")
    assert (piece.authors, piece.date) == (("周明",), "2024-03-01")


def test_the_name_of_a_feed_is_the_source():
    items = "".join(
        f"<item><title>{t}</title><description>{PLAIN}</description></item>" for t in (TITLE, OTHER)
    )
    feed = '<?xml version="1.0"?><rss><channel><title>{}</title>' + items + "</channel></rss>"
    sources = [
        {piece.source for piece in read(feed.format(name), "a.xml")}
        for name in ("江城新闻网", "老周的博客", "最新文章")
    ]
    assert sources == [{"江城新闻网"}, {"老周的博客"}, {None}]


def test_an_address_called_source_leaves_room_for_the_paper():
    front = (
        f"---\ntitle: {TITLE}\nsource: https://a.cn/2024/1.html\nsite: 江城日报\ncreated: 2025-07-16\n---\n"
    )
    (piece,) = read(front + PLAIN, "a.md")
    assert (piece.source, piece.url, piece.date) == ("江城日报", "https://a.cn/2024/1.html", None)


@pytest.mark.parametrize("called", ["亲爱的小周：", "尊敬的党组织:", "各位代表："])
def test_whom_a_letter_is_to_is_no_title(called):
    (piece,) = read(f"{called}\n{PLAIN}", "12.txt")
    assert (piece.title, body(piece)[0]) == ("", called)
