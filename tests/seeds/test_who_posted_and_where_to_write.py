"""Who posted a text, as programs of blogs and boards say it; where to write to its author; whose words it is not."""

from __future__ import annotations

import json

import pytest

from seeds.metadata import meta_line

from .articles import OTHER, TITLE, body, read
from .articles import PARAGRAPHS as TEXT

PLAIN = "\n\n".join(TEXT)
HTML = "".join(f"<p>{line}</p>" for line in TEXT)
LINES = "<br /><br />".join(TEXT)


@pytest.fixture
def lxml():
    pytest.importorskip("lxml")


@pytest.mark.parametrize(
    "line",
    ["張貼者： 河湾木铎 於 下午11:08", "Posted by 河湾木铎 at 11:08 PM", "发布者：河湾木铎 于 8:05"],
)
@pytest.mark.parametrize("tags", ["", " <span>標籤： <a>讀報</a></span>"])
@pytest.mark.usefixtures("lxml")
def test_who_posted_an_entry_of_a_blog_below_it(line, tags):
    assert meta_line(line).fields.authors == ("河湾木铎",)
    head = f"<h1><a>村里的事</a></h1><h2>2010年5月1日</h2><h3>{TITLE}</h3>"
    page = f"{head}<div>{LINES}<div></div></div><div><span>{line}</span>{tags}</div><h4>1 則留言:</h4>"
    (piece,) = read(f"<html><title>村里的事: {TITLE}</title><body>{page}</body></html>", "a.html")
    assert (piece.title, piece.authors, body(piece)) == (TITLE, ("河湾木铎",), TEXT)


def test_who_posted_with_a_label_for_the_time():
    assert meta_line("发帖者 河湾木铎 时间： 上午8:05").fields.authors == ("河湾木铎",)


@pytest.mark.parametrize("line", ["发布者说这条路八点通车", "发帖者 河湾木铎 八点出门"])
def test_what_tells_no_time_is_no_post(line):
    assert meta_line(line) is None


@pytest.mark.parametrize("poster", ["河湾木铎", "走路的人"])
@pytest.mark.usefixtures("lxml")
def test_who_opened_a_thread_wrote_its_first_post(poster):
    def post(name: str, text: str, day: int) -> str:
        user = f"<td><div class='authi'><a>{name}</a></div><p>会员</p></td>"
        told = f"<div class='authi'><em>发表于 2012-2-1{day} 20:14:33</em> | <a>只看该作者</a> | <a>倒序浏览</a></div>"
        return f"<table><tr>{user}<td>{told}<table><tr><td>{text}</td></tr></table></td></tr></table>"

    posts = post(poster, LINES, 7) + post("路人", "说得好。", 8)
    page = f"<html><title>{TITLE} - 江城论坛</title><body><h1>{TITLE}</h1>{posts}</body></html>"
    (piece,) = read(page, "a.html")
    assert (piece.title, piece.authors, piece.date) == (TITLE, (poster,), "2012-02-17")
    assert body(piece) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "通联：江城市南街5号教师新村3-2",
        "通讯地址：江城县河湾镇政府办公室",
        "邮编：457000",
        "（本網發表的時事文章若提出批評，旨在指出制度的缺點，循合法途徑予以改善。）",
        "（本报刊登的来论文责自负）",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
@pytest.mark.usefixtures("lxml")
def test_addresses_and_words_of_the_house_are_no_text(line, name):
    end = f"\n\n{line}\n" if name == "a.md" else f"<p>{line}</p></body></html>"
    head = f"# {TITLE}\n\n{PLAIN}" if name == "a.md" else f"<html><body><h1>{TITLE}</h1>{HTML}"
    (piece,) = read(head + end, name)
    assert body(piece) == TEXT


@pytest.mark.parametrize("line", ["通讯：村里修了一条路", "（本报发表评论员文章，谈的正是这条路。）"])
def test_other_lines_in_brackets_or_behind_such_words_may_be_text(line):
    assert meta_line(line) is None


@pytest.mark.parametrize("above", ["create_time", "publish_date"])
@pytest.mark.parametrize("days", [(1685620800, 1686225600), ("2023-06-01", "2023-06-08")])
def test_articles_of_several_issues_are_of_the_day_of_their_issue(above, days):
    issues = [
        {"id": f"n{at}", "content": {"news_item": [{"title": title, "content": PLAIN}], above: day}}
        for at, (title, day) in enumerate(zip((TITLE, OTHER), days, strict=True))
    ]
    pieces = read(json.dumps({"total": 2, "item": issues}, ensure_ascii=False), "a.json")
    assert [(piece.title, piece.date) for piece in pieces] == [(TITLE, "2023-06-01"), (OTHER, "2023-06-08")]


def test_articles_of_an_issue_with_days_of_their_own_keep_them():
    rows = [{"title": title, "text": PLAIN, "date": "2023-05-02"} for title in (TITLE, OTHER)]
    issues = [{"no": at, "created_at": "2024-01-01", "list": [row]} for at, row in enumerate(rows)]
    pieces = read(json.dumps(issues, ensure_ascii=False), "a.json")
    assert [piece.date for piece in pieces] == ["2023-05-02"] * 2
