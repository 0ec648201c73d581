"""Lines that their place tells: standfirsts, pen names, signatures, days, in texts, Markdown, web pages and rows."""

from __future__ import annotations

import json

import pytest

from .articles import PARAGRAPHS as TEXT
from .articles import TITLE, body, read

DECK = "一条路修了三十年，修的是路，问的是人。三次院坝会开下来，大伙儿的话都进了图纸。"
PLAIN = "\n\n".join(TEXT)
HTML = "".join(f"<p>{line}</p>" for line in TEXT)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f"# {TITLE}\n\n> {DECK}\n\n{PLAIN}\n", "a.md"),
        (f"---\ntitle: {TITLE}\n---\n\n> [!summary] 摘要\n> {DECK}\n\n{PLAIN}\n", "a.md"),
        (f"# {TITLE}\n\n{DECK}\n\n作者：周明\n\n{PLAIN}\n", "a.md"),
        (f"{TITLE}\n——{DECK}\n◎周明\n\n{PLAIN}\n", "a.txt"),
        (f"<h1>{TITLE}</h1><p class='ft'>{DECK}</p><p>作者：周明</p><div>{HTML}</div>", "a.html"),
    ],
)
def test_what_stands_above_the_text_is_a_standfirst(source, name):
    if name.endswith("html"):
        pytest.importorskip("lxml")
    (piece,) = read(source, name)
    assert (piece.title, body(piece)) == (TITLE, TEXT)
    assert any(DECK in deck for deck in piece.decks)


@pytest.mark.parametrize(
    ("line", "name"),
    [("木铎", "木铎"), ("才让卓玛", "才让卓玛"), ("白　露", "白露"), ("□乌兰", "乌兰"), ("编辑部", "编辑部")],
)
@pytest.mark.parametrize("form", ["{title}\n{line}\n{text}", "# {title}\n\n{line}\n\n{text}"])
def test_a_line_alone_between_title_and_text_is_who_wrote_it(line, name, form):
    source = form.format(title=TITLE, line=line, text=PLAIN)
    (piece,) = read(source, "a.md" if source.startswith("#") else "a.txt")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, (name,), TEXT)


@pytest.mark.parametrize("line", ["引言", "缘起", "三点建议", "山里的路"])
def test_a_heading_between_title_and_text_is_nobody(line):
    (piece,) = read(f"# {TITLE}\n\n{line}\n\n{PLAIN}\n", "a.md")
    assert piece.authors == ()


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    ("end", "authors", "date"),
    [
        ("\n\n一九二七年七月，江城。", (), "1927-07"),
        ("（周明）", ("周明",), None),
        ("（文/本报记者 周明）", ("周明",), None),
        ("（江城日报，2021年2月25日）", (), "2021-02-25"),
    ],
)
def test_what_closes_a_text_is_told_of_it(name, end, authors, date):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}{end}\n".lstrip("# " if name == "a.txt" else ""), name)
    assert (piece.title, piece.authors, piece.date) == (TITLE, authors, date)
    assert body(piece) == TEXT


@pytest.mark.parametrize(
    ("title", "shown", "authors"),
    [
        (f"{TITLE} 周明", TITLE, ("周明",)),
        (f"周明：{TITLE}", TITLE, ("周明",)),
        ("走路的人：周明", "走路的人：周明", ()),
    ],
)
def test_who_wrote_a_text_may_stand_in_its_title(title, shown, authors):
    (piece,) = read(f"{title}\n\n{PLAIN}\n", "1.txt")
    assert (piece.title, piece.authors) == (shown, authors)


def test_whom_a_text_speaks_of_did_not_write_it():
    (piece,) = read(f"周明：{TITLE}\n\n{TEXT[0]}周明这样说。\n\n{TEXT[1]}\n", "1.txt")
    assert (piece.title, piece.authors) == (f"周明：{TITLE}", ())


def test_the_name_of_a_bulletin_is_no_title():
    source = f"# 江城参考\n\n第11期（总第288期）\n\n【编者按】现将文章印发。\n\n# {TITLE}\n\n{PLAIN}\n"
    (piece,) = read(source, "a.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


def test_titles_that_are_counted_are_shown_without_their_numbers():
    found = read(f"# 范文汇编\n\n## 范文一：{TITLE}\n\n{PLAIN}\n\n## 范文二：书屋的灯\n\n{PLAIN}\n", "a.md")
    assert [piece.title for piece in found] == [TITLE, "书屋的灯"]


def test_fields_of_objects_inside_objects():
    row = {
        "id": 1,
        "doc": {"info": {"标题": TITLE, "作者": "周明"}, "paragraphs": [{"text": t} for t in TEXT]},
    }
    (piece,) = read(json.dumps(row, ensure_ascii=False), "a.jsonl")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("周明",), TEXT)


def test_a_page_of_word_and_one_of_a_portal():
    pytest.importorskip("lxml")
    word = f"<html><head><title>新建 Microsoft Word 文档</title></head><body><p align=center><b>{TITLE}</b></p>{HTML}"
    assert [piece.title for piece in read(word, "a.htm")] == [TITLE]
    facts = (
        "<div><span>2024年4月18日06:50</span> <span>来源：<a>江城晨报</a></span> <span>作者：木铎</span> "
        "<a>参与评论</a> <a>手机看新闻</a></div>"
    )
    (piece,) = read(f"<html><body><h1>{TITLE}</h1>{facts}<div>{HTML}</div></body></html>", "a.html")
    assert (piece.authors, piece.source, piece.date) == (("木铎",), "江城晨报", "2024-04-18")


@pytest.mark.parametrize(
    ("head", "authors", "date"),
    [
        ("Title-题名: {title}\nAuthor-作者: 周明\nPubDate-发布时间: 2018-06-26\n\n", ("周明",), "2018-06-26"),
        ("{title}\n周 恩 明\n2018年6月26日\n\n", ("周恩明",), "2018-06-26"),
        ("{title}\n江城晚报 2018-06-26 周明\n全文约872字，读完约需4分钟\n\n", ("周明",), "2018-06-26"),
    ],
)
def test_heads_of_databases_of_recognised_print_and_of_messages(head, authors, date):
    (piece,) = read(head.format(title=TITLE) + PLAIN, "1.txt")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, authors, date, TEXT)


def test_the_title_block_of_pandoc():
    (piece,) = read(f"% {TITLE}\n% 周明\n% 2018-06-26\n\n{PLAIN}\n", "a.md")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLE, ("周明",), "2018-06-26", TEXT)


def test_a_table_with_names_of_other_languages():
    rows = "".join(f'{n};"{TITLE}{n}";"16.10.2018";"{"".join(TEXT)}"\n' for n in range(3))
    found = read(f"Nr;Titel;Datum;Volltext\n{rows}", "a.csv")
    assert [(piece.title, piece.date) for piece in found] == [(f"{TITLE}{n}", "2018-10-16") for n in range(3)]


def test_what_a_site_puts_below_the_last_paragraph_is_no_text():
    below = "点击下载客户端\n\nYou have reached the end.\n\n风高浪急\n"
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{below}", "a.md")
    assert body(piece) == TEXT
    verses = "\n\n".join(["风高浪急", "月白天青", "秋水共长天"] * 5)
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{verses}\n", "a.md")
    assert len(body(piece)) == len(TEXT) + 15


@pytest.mark.parametrize("end", ["- 完 -", "（全文完）", "END"])
@pytest.mark.parametrize("name", ["1.txt", "a.md"])
def test_what_stands_below_the_end_is_no_text(end, name):
    head = f"# {TITLE}" if name == "a.md" else TITLE
    (piece,) = read(f"{head}\n\n{PLAIN}\n\n{end}\n\n精选留言\n\n青山：写得真好，转给我们单位看看。\n", name)
    assert (piece.title, body(piece)) == (TITLE, TEXT)


def test_a_name_and_a_paper_between_title_and_text():
    (piece,) = read(f"# {TITLE}\n\n周明 · 江城日报\n\n{PLAIN}\n", "a.md")
    assert (piece.authors, piece.source, body(piece)) == (("周明",), "江城日报", TEXT)


def test_a_table_whose_columns_have_names_of_their_own():
    rows = "".join(f'{n},{TITLE}{n},"{"".join(TEXT)}",2018-10-1{n}\n' for n in range(3))
    found = read(f"no,wzbt,wznr,fbsj\n{rows}", "a.csv")
    assert [(piece.title, piece.date, body(piece)) for piece in found] == [
        (f"{TITLE}{n}", f"2018-10-1{n}", ("".join(TEXT),)) for n in range(3)
    ]


def test_numbers_alone_below_a_title_head_its_sections():
    parts = "".join(f"## {n}\n\n{line}\n\n" for n, line in zip("一二三", TEXT, strict=True))
    (piece,) = read(f"## {TITLE}\n\n**作者** 周明\n\n{parts}", "a.md")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


def test_the_page_of_a_paper_is_no_title():
    pytest.importorskip("lxml")
    head = "<title>第11版:时评-江城日报</title><p>第11版：时评</p>"
    page = f"{head}<p align=center><b>{TITLE}</b></p><p>文/周明</p><div>{HTML}</div>"
    (piece,) = read(f"<html><body>{page}</body></html>", "a.html")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


def test_a_question_with_a_mark_of_latin_letters_is_no_standfirst():
    question = "【江城网报道 记者 周明】会上有记者提问，路往哪儿修，修到哪里为止，先听谁的意见。请问有何评论?"
    lines = [question, *(f"第{n}，账目贴在墙上，进度报到群里，大家心里有数。" for n in "一二三四")]
    row = json.dumps({"title": TITLE, "content": "\n".join(lines)}, ensure_ascii=False)
    (piece,) = read(row, "a.json")
    assert (piece.authors, body(piece)) == (("周明",), tuple(lines))
