"""Web pages of blogs, boards, databases and old sites: who owns one, who wrote what it shows, where text begins."""

from __future__ import annotations

import pytest

from .articles import OTHER, TITLE, body, read
from .articles import PARAGRAPHS as TEXT

pytest.importorskip("lxml")

PLAIN = "\n\n".join(TEXT)
HTML = "".join(f"<p>{line}</p>" for line in TEXT)
BLOG = (
    "<div class='head'><h1><a href='/'>{}</a></h1></div><div id='articlebody'><h2>" + TITLE + "</h2>{}</div>"
)


def page(inside: str, title: str = TITLE) -> str:
    return f"<html><head><title>{title}</title></head><body>{inside}</body></html>"


@pytest.mark.parametrize(
    ("masthead", "title", "authors"),
    [
        ("柳河老秦的博客", f"{TITLE}_柳河老秦_江城博客", ("柳河老秦",)),
        ("江城博客", f"{TITLE}-柳河老秦的博客-江城博客", ("柳河老秦",)),
        ("江城博客", f"{TITLE}_村里的事_江城博客", ()),
        ("江城日报", f"{TITLE}_江城日报的专栏_江城网", ()),
    ],
)
def test_who_has_a_blog_wrote_what_is_on_it(masthead, title, authors):
    (piece,) = read(page(BLOG.format(masthead, HTML), title), "a.html")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, authors, TEXT)


@pytest.mark.parametrize("name", ["text_ad_box", "hot"])
def test_an_element_that_holds_the_text_is_no_advertisement_whatever_it_is_called(name):
    tags = "<table><tr><td>标签：<h3><a>乡村</a></h3><h3><a>修路</a></h3></td><td>分类：<a>随笔</a></td></tr></table>"
    counts = "<div>阅读(21) 评论(3) 收藏(0) 转载(1) 喜欢 打印 举报</div>"
    inside = f"{tags}<div id='{name}'>{HTML}</div>{counts}"
    (piece,) = read(page(BLOG.format("柳河老秦的博客", inside)), "a.html")
    assert (piece.title, body(piece), piece.decks) == (TITLE, TEXT, ())


@pytest.mark.parametrize(
    "counts", ["阅读(21) 评论(3) 收藏(0) 喜欢 打印", "浏览（1204）｜评论（6）｜转发（2）"]
)
def test_counters_side_by_side_are_no_text(counts):
    (piece,) = read(f"# {TITLE}\n\n{PLAIN}\n\n{counts}\n", "a.md")
    assert body(piece) == TEXT


@pytest.mark.parametrize("poster", ["梅雨天", "方糖"])
def test_who_posted_a_text_did_not_write_it_if_a_label_names_another(poster):
    head = f"<h1>{TITLE}</h1><div><a>{poster}</a></div><em>发表于 2014-5-2 20:01</em>"
    lines = "<br>".join(f"　　{line}" for line in TEXT)
    (piece,) = read(page(f"{head}<div class='post'>作者：秦小渡<br><br>{lines}</div>"), "a.html")
    assert (piece.title, piece.authors, piece.date) == (TITLE, ("秦小渡",), "2014-05-02")


@pytest.mark.parametrize(
    ("line", "authors"), [("枫溪", ("枫溪",)), ("周明", ("周明",)), ("散文", ()), ("江城市", ())]
)
def test_a_name_alone_is_set_in_the_middle_below_the_title_on_old_pages(line, authors):
    head = f"<center><font size=5><b>{TITLE}</b></font><br><br><font size=3>{line}</font></center><hr>"
    lines = "<br><br>".join(f"&nbsp;&nbsp;&nbsp; {line}" for line in TEXT)
    (piece,) = read(page(f"{head}<table><tr><td><font>{lines}</font></td></tr></table>"), "a.htm")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, authors, TEXT)


@pytest.mark.parametrize(
    ("path", "called"), [("首页", "info-catalog"), ("<a>江城网</a> > <a>今日杂谈</a> > 正文", "info-name")]
)
def test_a_link_to_the_column_beside_source_and_author_is_no_author(path, called):
    facts = f"<span class='{called}'><a>今日杂谈</a></span>"
    facts += "<span>江城网</span><span>周明</span><span>2017-08-30 06:58</span>"
    (piece,) = read(page(f"<div>{path}</div><h1>{TITLE}</h1><div>{facts}</div><div>{HTML}</div>"), "a.html")
    assert (piece.authors, piece.source, piece.date) == (("周明",), "江城网", "2017-08-30")
    assert body(piece) == TEXT


@pytest.mark.parametrize(("count", "label"), [(2, "【{}】"), (3, "【{}】"), (3, "{}：")])
def test_records_of_a_database_on_one_page_are_several_pieces(count, label):
    titles = [TITLE, OTHER, "书屋"][:count]
    facts = ([f"{n}/{count}", title, "周明", f"2005.04.1{n}", ""] for n, title in enumerate(titles, 1))
    names = [label.format(name) for name in ("序号", "标题", "作者", "日期", "正文")]
    heads = (("".join(f"<p>{name}{said}</p>" for name, said in zip(names, x, strict=True))) for x in facts)
    records = (head + HTML for head in heads)
    pieces = read(page(f"<h3>江城日报全文库</h3>{'<hr>'.join(records)}"), "a.html")
    assert [piece.title for piece in pieces] == titles
    assert [piece.date for piece in pieces] == [f"2005-04-1{n}" for n in range(1, count + 1)]
    assert all((piece.authors, body(piece)) == (("周明",), TEXT) for piece in pieces)


@pytest.mark.parametrize(
    ("before", "way", "column"),
    [
        ("《江城廣場》", "言論", "江城廣場"),
        ("《江城時評》", "首頁", "江城時評"),
        ("《院坝会》", "首页 > 江城评论 > 院坝会", "院坝会"),
    ],
)
def test_a_column_in_book_marks_before_a_title_is_no_part_of_it(before, way, column):
    inside = f"<div><a>{way}</a></div><h1>{before}{TITLE}</h1><p>{HTML}</p>"
    (piece,) = read(page(inside, f"{before}{TITLE} - 江城日报"), "a.html")
    assert (piece.title, body(piece)) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "title",
    [
        "《院坝会》有感",
        "《院坝会》播出以后，村里修了一条路",
        "《江城论坛》杂志办了三十年",
        "《江城时评》的读者今何在",
    ],
)
def test_a_work_in_book_marks_belongs_to_its_title(title):
    inside = f"<div><a>首页 > 书评</a></div><h1>{title}</h1><p>{HTML}</p><div>标签：<a>院坝会</a></div>"
    (piece,) = read(page(inside, f"{title} - 江城日报"), "a.html")
    assert piece.title == title
