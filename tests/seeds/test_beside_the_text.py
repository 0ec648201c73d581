"""What stands beside a text in files of other owners: captions, notes, buttons, standfirsts, verses, who signed."""

from __future__ import annotations

import json

import pytest

from seeds.metadata import meta_line
from seeds.metadata.captions import is_caption
from seeds.names import signature_of

from .articles import OTHER, TITLE, body, read
from .articles import PARAGRAPHS as TEXT

PLAIN = "\n\n".join(TEXT)
HTML = "".join(f"<p>{line}</p>" for line in TEXT)


@pytest.fixture
def lxml():
    pytest.importorskip("lxml")


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("（江城市文化局）", "江城市文化局"),
        ("(周明）", "周明"),
        ("（周明)", "周明"),
        ("\n\n周明原创", "周明"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_who_signs_behind_the_last_sentence(name, end, author):
    (piece,) = read(f"{'# ' if name == 'a.md' else ''}{TITLE}\n\n{PLAIN}{end}\n", name)
    assert (piece.title, piece.authors, body(piece)) == (TITLE, (author,), TEXT)


@pytest.mark.parametrize(("end", "author"), [("（能走的都走了）", ()), ("（学会合理用网的办法）", ())])
def test_an_aside_in_brackets_signs_nothing(end, author):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}{end}\n", "a.md")
    assert (piece.authors, body(piece)[-1]) == (author, TEXT[-1] + end)


def test_a_button_behind_a_paragraph_leaves_it_whole(lxml):
    lines = "".join(f"<p>{line}<a href='b'>查看原文</a></p>" for line in TEXT)
    end = "修路的事先说到这里，明年春天再来看。🌾"
    (piece,) = read(f"<html><body><h1>{TITLE}</h1><div>{lines}<p>{end}</p></div></body></html>", "a.html")
    assert body(piece) == (*TEXT, end)


@pytest.mark.parametrize(
    "below",
    [
        "### 相关\n\n[河滩上的桥](b)\n",
        "作者简介：周明，江城人，写路也写人，著有散文集两种。\n\n附注：\n\n1. 会共开三次。\n2. 图纸今存村部。\n",
        "●编者提醒，遇到难处请拨打：\n\n安心热线：0800-123456；\n\n生命线：1995\n",
        "封面图：土路尽头的三棵树，水彩\n",
    ],
)
def test_what_stands_below_a_text(below):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{below}", "a.md")
    assert body(piece) == TEXT


def test_verses_at_the_end_of_a_web_page_are_text(lxml):
    verses = ("村口桃花又一年", "新修大路到河边", "三回院坝灯前话", "都在图中一线间")
    page = "".join(f"<p>{line}</p>" for line in (*TEXT, "题路", *verses))
    source = f"<html><body><h1>{TITLE}</h1><div>{page}<p><a href='b'>上一篇</a></p></div></body></html>"
    assert body(read(source, "a.html")[0])[-4:] == verses


def test_a_standfirst_and_a_caption_that_their_page_calls_so(lxml):
    head = f"<div class='top'><h1>{TITLE}</h1><div class='story-lead'>三次院坝会开下来，话都进了图纸。</div></div>"
    facts = "<div><span>发布于2024年3月1日</span></div><div><span>周明</span></div>"
    picture = (
        "<div class='pic is-big'><img src='a.jpg'/><div>村口，三个人蹲在图纸旁边看路往哪儿修。</div></div>"
    )
    source = f"<html><body><div>{head}{facts}<div id='b'>{picture}{HTML}</div></div></body></html>"
    (piece,) = read(source, "a.html")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, ("周明",), "2024-03-01", TEXT)


def test_the_site_that_a_page_says_it_is_of(lxml):
    page = f"<h1>{TITLE}</h1><div>{HTML}</div><footer>© 2024 <b>河湾记事</b></footer>"
    source = f"<html><head><title>{TITLE} · 河湾记事</title></head><body>{page}</body></html>"
    assert read(source, "a.html")[0].source == "河湾记事"
    assert read(source.replace("©", "在"), "a.html")[0].source is None


def test_a_heading_that_is_the_title_without_its_site():
    front = f'---\ntitle: "{TITLE} - Rivernotes"\ndate: 2024-03-01\n---\n'
    (piece,) = read(f"{front}\n<article><h1>\n  {TITLE}\n </h1></article>\n\n{PLAIN}\n", "a.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


def test_a_first_heading_of_a_row_is_no_standfirst():
    lines = ("三、先问走路的人", *TEXT, *TEXT)
    row = json.dumps({"title": TITLE, "content": "\n".join(lines)}, ensure_ascii=False)
    (piece,) = read(row, "a.jsonl")
    assert (piece.paragraphs[0].text, piece.decks) == (lines[0], ())


@pytest.mark.parametrize("line", ["——周明在江城市修路动员大会上的讲话", "周明在江城市修路动员大会上的讲话"])
def test_the_line_below_a_title_says_who_spoke(line):
    (piece,) = read(f"# {TITLE}\n\n{line}\n\n2024年3月1日\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, piece.date) == (TITLE, ("周明",), "2024-03-01")


@pytest.mark.parametrize(
    ("line", "authors", "source", "date"),
    [
        ("2024年3月1日  江城市书法家协会会长--周明", ("周明",), None, "2024-03-01"),
        ("2024年3月1日19:09，来源于江城市应急管理局", (), "江城市应急管理局", "2024-03-01"),
        ("2024-03-01 08:02:48 来源： 江城天气网字号 大 中 小", (), "江城天气网", "2024-03-01"),
        ("十一月 6th, 2009", (), None, "2009-11-06"),
        ("2017-07-17 周明远 晚灯笔记", ("周明远",), "晚灯笔记", "2017-07-17"),
        ("【文/江城网 周明远】", ("周明远",), "江城网", None),
        ("本文來自微信公眾號：河灣夜談", (), "河灣夜談", None),
        ("版权声明：本文版权归江城晚报所有，未经允许不得转载，侵权必究。", (), "江城晚报", None),
        ("首次上稿 8-21 22:29更新時間 8-22 06:43", (), None, None),
    ],
)
def test_lines_of_facts(line, authors, source, date):
    fields = meta_line(line).fields
    assert (fields.authors, fields.source, fields.date) == (authors, source, date)


def test_what_a_picture_shows():
    shown = "左起：江城市文化局周明；江城大学李静；江城日报王五、江城晚报赵六、江城电视台孙七、江城出版社钱八 江城网摄"
    for line in (shown * 2, "[土路尽头的三棵树]", "图 江城河湾位置 来源rivermaps"):
        assert is_caption(line)
    for line in ("[编者按]", "图 江城的路，来源已不可考", "配图时要问走路的人。"):
        assert not is_caption(line)


def test_things_in_a_list_are_no_names():
    assert signature_of("米粉、咖啡与法棍") is None
    assert signature_of("周明、扎西次仁") == ("周明", "扎西次仁")


@pytest.mark.parametrize(
    "below",
    [
        "河湾的另一头",
        "图片说明\n\n三个人蹲在图纸旁边",
        "觉得有用的话，欢迎转发本文到朋友圈，也可在评论区留言~",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_short_lines_without_a_stop_below_a_text_whose_lines_all_have_one(name, below):
    (piece,) = read(f"{'# ' if name == 'a.md' else ''}{TITLE}\n\n{PLAIN}\n\n{below}\n", name)
    assert (piece.title, body(piece)) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "end", ["路修好了，人就，", "“先问走路的人”", "风高浪急\n\n月白天青", "江城市文化局"]
)
def test_what_may_be_text_below_the_last_stop_stays(end):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{end}\n", "a.md")
    assert (*body(piece), *piece.authors) == (*TEXT, *end.split("\n\n"))


def test_words_that_stand_where_a_name_could_name_nobody():
    (piece,) = read(f"# {TITLE}\n\n应用层\n\n{PLAIN}\n", "a.md")
    assert piece.authors == ()
    assert meta_line("作者：活动 时间 父母 中年 死亡 养老 生病").fields.authors == ()
    (piece,) = read(f"# {TITLE} | 玛格丽特·里弗\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors) == (TITLE, ("玛格丽特·里弗",))


def test_a_file_called_by_its_author_whose_pieces_name_nobody():
    pieces = "\n\n".join(
        f"{name}\n更新时间2009-1-{n} 9:21:42  字数：1511\n\n{PLAIN}" for n, name in ((8, TITLE), (9, OTHER))
    )
    found = read(pieces, "《院坝》周明.txt")
    assert [(piece.title, piece.authors, piece.source, piece.date) for piece in found] == [
        (TITLE, ("周明",), None, "2009-01-08"),
        (OTHER, ("周明",), None, "2009-01-09"),
    ]
    named = read(pieces.replace(f"{OTHER}\n", f"{OTHER}\n作者：李静\n"), "《院坝》周明.txt")
    assert [piece.authors for piece in named] == [(), ("李静",)]


def test_words_set_wide_are_no_names():
    (piece,) = read(
        f"# {TITLE}\n\n老 师\n\n{PLAIN}\n\n原题为“修路记”，刊于《江城日报》2007年01月18日\n", "a.md"
    )
    assert (piece.authors, piece.source, piece.date) == ((), "江城日报", "2007-01-18")
    assert read(f"# {TITLE}\n\n周 明\n\n{PLAIN}\n", "a.md")[0].authors == ("周明",)


def test_facts_on_the_line_of_the_text():
    line = f"原标题：{TITLE} 来源：江城街知事 {TEXT[0]}"
    row = json.dumps({"title": TITLE, "content": line}, ensure_ascii=False)
    (piece,) = read(row, "a.jsonl")
    assert (piece.title, piece.source, body(piece)) == (TITLE, "江城街知事", TEXT[:1])


def test_facts_with_the_sign_of_programs():
    head = "原文链接=http://example.com/a/\n作者=周明\n原文日期=2018-05-03\n译者=\n已获得作者转载授权。"
    (piece,) = read(f"{head}\n\n# {TITLE}\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, ("周明",), "2018-05-03", TEXT)
