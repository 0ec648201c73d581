"""Where a web page is from, when, and by whom, where the page does not say so beside its text."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest

import seeds
from seeds.files.document import FileArticle
from seeds.metadata import Fields, meta_line

pytest.importorskip("lxml")

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
)
BODY = "".join(f"<p>{line}</p>" for line in TEXT)
DAY = "2024年3月1日 星期五"


def read(title: str, body: str, head: str = ""):
    source = (
        f"<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"
    )
    (piece,) = seeds.read_page(source.encode(), name="a.html")
    assert (piece.title, tuple(x.text for x in piece.paragraphs if x.kind == "body")) == (TITLE, TEXT)
    return piece.source, piece.date, piece.authors


@pytest.mark.parametrize("title", ["江城晚报", "第06版：时评-江城晚报", "江城晚报多媒体数字报"])
def test_a_page_called_by_its_paper_is_of_it_and_of_the_day_at_its_head(title):
    masthead = f"<div>{DAY} <a href='a'>返回首页</a> <a href='b'>版面导航</a></div>"
    body = (
        f"{masthead}<table><tr><td><b>{TITLE}</b></td></tr><tr><td>□ 周明</td></tr></table><div>{BODY}</div>"
    )
    assert read(title, body) == ("江城晚报", "2024-03-01", ("周明",))


def test_the_day_at_the_head_of_a_portal_is_that_of_reading_it():
    body = f"<div>{DAY} <a href='a'>登录</a></div><p>要闻</p><p>理论</p><p>评论</p><h1>{TITLE}</h1><div>{BODY}</div>"
    assert read(f"{TITLE}_评论_江城网", body) == ("江城网", None, ())


@pytest.mark.parametrize(
    ("title", "site"),
    [(f"{TITLE} - 江城中文网 - 社会", "Rivertown Broadcasting"), (f"{TITLE}|江城新闻网", "")],
)
def test_the_site_behind_the_title_is_where_a_page_is_from(title, site):
    head = f"<meta property='og:site_name' content='{site}'><meta name='publisher' content='{site}'>"
    assert read(title, f"<h1>{TITLE}</h1><div>{BODY}</div>", head)[0] in ("江城中文网", "江城新闻网")
    shown = f"<h1>{TITLE}</h1><p>2024-03-01 来源：河湾日报</p><div>{BODY}</div>"
    assert read(title, shown, head)[0] == "河湾日报"


@pytest.mark.parametrize("named", ["<span>木铎</span><time>2024/03/01 08:15</time>", "木铎 2024-03-01 08:15"])
def test_a_word_beside_a_moment_on_the_page_of_a_paper_is_who_wrote_it(named):
    head = "<meta property='og:site_name' content='江城日报'>"
    body = f"<h1>{TITLE}</h1><div>{named}</div><article>{BODY}</article>"
    assert read(f"{TITLE} | 江城日报", body, head) == ("江城日报", "2024-03-01", ("木铎",))


@pytest.mark.parametrize("name", ["created", "changed"])
def test_who_kept_a_page_and_when_is_not_who_wrote_it(name):
    head = "<meta name='author' content='李静'><meta name='created' content='2025-06-01 10:00:00 +0000'>"
    facts = (
        "剪藏自《江城日报》 2024-03-01 作者 周明" if name == "created" else "江城日报2024年3月1日刊载，周明撰"
    )
    body = f"<h1>{TITLE}</h1><div>{facts}</div><div>{BODY}</div><div>剪藏于 2025-06-01 18:10</div>"
    assert read(TITLE, body, head) == ("江城日报", "2024-03-01", ("周明",))


@pytest.mark.parametrize(
    "line",
    [
        "加入 LINE 好友，每天收到最新观点",
        "加入社群，和读者一起聊",
        "喜欢这篇文章？去 App 商店搜江城日报，每天看点不一样的。",
        "请到应用市场下载江城观察",
    ],
)
def test_an_invitation_to_a_program_is_of_the_site(line):
    assert meta_line(line).kind == "share"
    body = f"<h1>{TITLE}</h1><div>{BODY.replace('</p><p>', f'</p><blockquote>{line}</blockquote><p>')}</div>"
    read(TITLE, body)


@pytest.mark.parametrize(
    "text", ["加入世贸组织二十年，我们走得更稳。", "去应用商店的人，多半为了一张优惠券。"]
)
def test_a_sentence_about_programs_is_text(text):
    assert meta_line(text) is None


@pytest.mark.parametrize("inside", ["<label>作者：周明</label> | <label>发布：2024.03.01</label>"] * 1)
def test_a_label_outside_of_a_form_is_shown(inside):
    logo = "<div class='logo'><p>河湾小站</p></div>"
    body = f"{logo}<h3>{TITLE}</h3><div class='tt'>{inside}</div><div>{BODY}</div>"
    assert read("河湾小站", body) == (None, "2024-03-01", ("周明",))


def test_a_desk_of_a_traditional_page_beside_its_weekday_wrote_it():
    told = meta_line("江城觀點／本刊編輯部　2024年3月1日 週五").fields
    assert (told.source, told.authors, told.date) == ("江城觀點", ("本刊編輯部",), "2024-03-01")
    told = meta_line("江城日报 本报评论员 2024年3月1日 星期五").fields
    assert (told.source, told.authors, told.date) == ("江城日报", ("本报评论员",), "2024-03-01")


@pytest.mark.parametrize("line", ["江城日报 周明", "江城晚报　周明"])
def test_a_newspaper_and_a_name_are_a_line_of_facts(line):
    fields = meta_line(line).fields
    assert (fields.source, fields.authors) == (line[:4], ("周明",))


@pytest.mark.parametrize("line", ["江城日报 高峰论坛", "江城观察 周明", "周明 江城日报的一天"])
def test_a_newspaper_and_a_word_may_be_a_title(line):
    assert meta_line(line) is None


@pytest.mark.parametrize(
    "title",
    ["江城日报-第05版:时评-2024年03月01日", "江城日报 2024年03月01日 第05版：时评", "江城日报数字报刊平台"],
)
def test_paper_day_and_page_are_no_title(title):
    day = "<div>第05版：时评 2024年03月01日 <a href='a'>上一版</a></div>" if "平台" in title else ""
    body = f"{day}<div class='title1'>{TITLE}</div><div>□本报评论员 周明</div><div id='ozoom'>{BODY}</div>"
    assert read(title, body) == ("江城日报", "2024-03-01", ("周明",))


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("Posted by 木铎 on 2024-03-01", None, ("木铎",)),
        ("2024-03-01 04:02 江城時報／ 周明（大學教授）", "江城時報", ("周明",)),
        ("2024-03-01 04:02 江城時報／ 記者周明／河灣報導", "江城時報", ("周明",)),
        ("出版：2024-03-01 08:00", None, ()),
    ],
)
def test_lines_of_facts_of_blogs_and_of_papers_overseas(line, source, authors):
    fields = meta_line(line).fields
    assert (fields.source, fields.authors, fields.date) == (source, authors, "2024-03-01")


def test_as_many_sources_as_articles_take_linear_time():
    from seeds.files.websource import with_sources

    def spent(size):
        articles = tuple(FileArticle((), Fields(source=f"街坊{n}号")) for n in range(size))
        lines = [SimpleNamespace(text="修路：先问问走路的人")] * size
        start = time.process_time()
        assert with_sources(articles, Fields(source="江城"), lines) == articles
        return time.process_time() - start

    few, many = (min(spent(size), spent(size)) for size in (500, 4_000))
    assert many < 24 * max(few, 0.01)


@pytest.mark.parametrize("name", ["街坊李婶", "走路的人"])
def test_a_source_with_a_label_stays(name):
    from seeds.files.websource import with_sources

    (article,) = articles = (FileArticle((), Fields(source=name)),)
    said, label = Fields(source="江城", authors=(name,)), SimpleNamespace(text=f"来源： {name}")
    assert with_sources(articles, said, [label]) == articles
    assert with_sources(articles, said, []) != (article,)
