"""Posts of forums and blogs, and texts that a database or a program exported: what they put around an article."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

import seeds
from seeds.metadata import meta_line
from seeds.metadata.furniture import furniture_form

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
FACTS = "作者：周明　来源：江城日报　2019-03-04"
BODY = "\n\n".join(TEXT)


def read(text, name="a.txt"):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text(text, "utf-8")
        return [piece for page in seeds.read_pages(path) for piece in page.pieces]


def one(text, name="a.txt"):
    (piece,) = read(text, name)
    return piece.title, piece.authors, piece.source, piece.date, tuple(p.text for p in piece.paragraphs)


READ = (TITLE, ("周明",), "江城日报", "2019-03-04", TEXT)


@pytest.mark.parametrize("mark", ["[转载]", "【转帖】", "［原创］ ", "（轉貼）"])
def test_what_a_forum_puts_before_a_title_leaves_it(mark):
    assert one(f"{mark}{TITLE}\n{FACTS}\n\n{BODY}") == READ
    (piece,) = read(f"# {mark}{TITLE}\n\n{FACTS}\n\n{BODY}", "a.md")
    assert piece.title == TITLE


@pytest.mark.parametrize(
    "answer",
    [
        "1楼　作者：晚风　　回复日期：2019-03-05\n说得好。",
        "#2楼 网友 晚风 2019-03-05\n这话在理，我们村也一样。",
    ],
)
def test_answers_below_a_post_are_no_text(answer):
    top = f"{TITLE}\n楼主：灯下　时间：2019-03-05 10:34:08　点击：86　回复：6\n\n{FACTS}\n\n"
    assert one(f"{top}{BODY}\n\n来自 江城客户端\n\n{answer}\n") == READ


def test_the_first_author_goes_on_in_a_thread():
    top = f"{TITLE}\n楼主：灯下　时间：2019-03-05 10:34:08\n\n{FACTS}\n\n{TEXT[0]}\n\n"
    floors = (("灯下", TEXT[1]), ("晚风", "顶，等下文。"), ("灯下", TEXT[2]))
    below = "".join(
        f"{n}楼　作者：{who}　回复日期：2019-03-05\n{said}\n\n" for n, (who, said) in enumerate(floors, 1)
    )
    assert one(top + below) == READ


@pytest.mark.parametrize("word", ["原载", "原刊", "摘自", "选自", "转载自", "载"])
def test_a_word_before_a_paper_is_no_part_of_its_name(word):
    for line in (f"周明，{word}江城日报2019-03-04", f"（2019年3月4日，{word}《江城日报》）"):
        told = meta_line(line)
        assert told is not None
        assert (told.fields.source, told.fields.date) == ("江城日报", "2019-03-04")


@pytest.mark.parametrize(
    "line",
    [
        "本內容之版權權益由江城日報擁有，除非獲授權，不可複印。江城資訊有限公司 (2019) 。版權所有，翻印必究。",
        "未经书面授权，任何人不得复制本库内容。江城数据有限公司版权所有，侵权必究",
        "数据库：江城日报图文数据库（1949-2019）\n检索词：修路　　第 3 / 12 条",
        "电话: (027) 2345 6789 电邮地址: a@example.com 网址: http://www.example.com",
        "文件 JCRB000020190304ef340000k",
        "(C)1994-2019 River City Electronic Publishing House. All rights reserved. http://www.example.com",
        "检索结果 3/12",
        "导出自：印象笔记",
        "由纸飞机导出",
        "本文由 纸飞机 导出于 2020-01-02 08:00",
    ],
)
def test_what_closes_an_export_is_no_text(line):
    assert one(f"{TITLE}\n{FACTS}\n\n{BODY}\n\n{line}\n") == READ
    assert one(f"# {TITLE}\n\n{FACTS}\n\n{BODY}\n\n> {line}\n", "a.md")[4] == TEXT


def test_sections_of_an_article_whose_page_has_a_head():
    head = f"1. 江城日報   A29   觀點   2019-03-04\n1251 字\n{TITLE}\n作者：周明\n\n"
    parts = ("知不足", "明方向", "見行動")
    body = "".join(
        f"其{n}：{part}\n\n{text}\n\n" for n, part, text in zip("一二三", parts, TEXT, strict=True)
    )
    lead = (
        "一条路怎么修，问过走路的人才知道。县里今年修了九条村道，条条都先开了会，会上说了些什么，值得记下来。"
    )
    (piece,) = read(f"{head}{lead}\n\n{body}")
    assert (piece.title, piece.date, piece.body) == (TITLE, "2019-03-04", "\n".join((lead, *TEXT)))


def test_an_item_of_a_list_within_a_sentence_is_no_title():
    items = ("1．看得见的，马上改；", "2．看不见的，查清楚；", "3．改不动的，问为什么。")
    found = one("\n\n".join((f"{TITLE}\n{FACTS}", TEXT[0], *items, TEXT[1], TEXT[2])))
    assert found == (*READ[:4], (TEXT[0], *items, *TEXT[1:]))


@pytest.mark.parametrize("paper", ["江城日報", "江城財經新聞"])
@pytest.mark.parametrize("column", ["觀點", "時事評論"])
def test_a_paper_on_the_first_line_above_the_day_and_a_title(paper, column):
    head = f"{paper}\n2019-03-04 | 報章 | A29 | {column} | By 灯下老人\n\n"
    assert one(f"{head}{TITLE}\n\n{BODY}") == (TITLE, ("灯下老人",), paper, "2019-03-04", TEXT)


def test_a_title_that_ends_as_papers_do_stays_one():
    found = one(f"村道修好以后的观察\n2019-03-04 江城日报\n\n{BODY}")
    assert found == ("村道修好以后的观察", (), "江城日报", "2019-03-04", TEXT)


@pytest.mark.parametrize(
    "line", ["原文发表于 江城日报 2019/3/4，周明 著", "原文刊发于江城日报 2019-03-04，周明 著"]
)
def test_where_an_article_was_printed_in_words(line):
    assert one(f"# {TITLE}\n> {line}\n\n{BODY}", "a.md") == READ


@pytest.mark.parametrize("between", [": ", "  "])
def test_a_post_of_a_board_whose_head_has_no_colons(between):
    facts = "周明　《江城日报》（2019年3月4日 05版）\n\n"
    title = f"標題{between}[新聞] {TITLE}\n時間{between}Sat Mar  9 20:11:00 2019\n"
    below = (
        "--\n※ 發信站: 江城站, 來自: 192.0.2.1\n推 reader1: 寫得好 03/09 20:15\n→ reader2: 同意 03/09 20:16\n"
    )
    for head in (f"作者{between}evening (晚風) 看板{between}News\n", "作者: evening (晚風)\n看板: News\n"):
        assert one(f"{head}{title}\n{facts}{BODY}\n{below}") == READ


def test_what_a_post_answers_is_no_text_of_it():
    head = f"发信人: evening (晚风), 信区: Reading\n标  题: Re: {TITLE}\n发信站: 江城站 (Sat Mar  9 08:17:33 2019)\n\n"
    below = "【 在 windy (风) 的大作中提到: 】\n: 前几天看到一篇。\n: 不知道出处。\n--\n※ 来源:·江城站\n"
    assert one(f"{head}{FACTS}\n\n{BODY}\n{below}") == READ


def test_who_posted_is_no_author():
    assert one(f"{TITLE}\n\n送交者: 灯下 于 2019-03-09 20:11:00\n\n{FACTS}\n\n{BODY}")[:2] == READ[:2]


@pytest.mark.parametrize(
    "line",
    [
        "村口的牌子上写得明白：古树是大家的，任何人不得毁损，违者必究。",
        "作品被抄袭时有处可告，告了有人管，才算真正做到侵权必究。",
        "送：该送的是温暖，不是报表。",
        "发：发展的事，大家商量着办。",
    ],
)
def test_a_sentence_that_looks_like_what_stands_below_a_text_is_text(line):
    assert furniture_form(line) is None
