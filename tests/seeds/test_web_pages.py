"""Web pages of made-up sites in the habits of real ones: the article, its authors and date, nothing around it."""

from __future__ import annotations

import io

import pytest

import seeds

pytest.importorskip("lxml")

TITLE = "修一条路，先问问走路的人"
TEXT = (
    "村口的土路走了三十年，下雨天一脚泥，晴天一身灰。去年村里开了三次院坝会，路往哪儿修，先听大伙儿怎么说。",
    "路修通以后，菜能当天运进城，孩子上学也不用绕河滩。可见办事之前多问一句，办成之后就少一句埋怨。",
    "修路如此，别的事也一样。账目贴在墙上，进度报到群里，大家心里有数，干起来就有劲。",
)
OTHER = "菜市场里看得见城市的体温"
OTHER_TEXT = (
    "清早五点，城南菜市场的灯就亮了。摊主忙着卸货，老主顾挑着青菜，讨价还价的声音里，一座城市醒了过来。",
    "改造菜市场，不能只换招牌。地面要防滑，通道要够宽，价格要标清楚，老人推着小车也能走得稳稳当当。",
)
MENU = "".join(
    f"<li><a href='/{name}'>{name}</a></li>" for name in ("首页", "要闻", "理论", "评论", "江城时评")
)
FOOT = "<div class='footer'><p>关于我们 | 联系方式</p><p>江城日报社版权所有，未经授权不得转载，违者必究。</p></div>"


def page(body: str, title: str = f"{TITLE}--评论--江城网", head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><div class='header'>{MENU}</div>{body}{FOOT}</body></html>"
    ).encode()


def p(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>　　{line}</p>" for line in lines)


def read(data: bytes) -> list[tuple[str, tuple[str, ...], str | None, tuple[str, ...]]]:
    return [
        (piece.title, piece.authors, piece.date, tuple(q.text for q in piece.paragraphs if q.kind == "body"))
        for piece in seeds.read_page(data, name="a.html")
    ]


def shown(source: str) -> tuple[str, ...]:
    (piece,) = seeds.read_page(io.BytesIO(source.encode()), name="a.html").pieces
    return tuple(paragraph.text for paragraph in piece.paragraphs)


def test_a_news_site_with_a_line_of_facts_and_a_list_of_links():
    body = f"""<div class='crumb'>江城网 &gt;&gt; 评论 &gt;&gt; 江城时评</div>
    <div class='main'><h1>{TITLE}</h1><div class='author'>周明　李静</div>
    <div class='info'>2023年04月01日08:15 | 来源：<a href='/'>江城日报</a> <span>小字号</span></div>
    <div id='rm_txt'>{p(TEXT)}<p>（责编：王平）</p></div>
    <div class='relate'><h2>相关新闻</h2><ul><li><a href='1'>{OTHER}</a></li></ul></div></div>"""
    assert read(page(body)) == [(TITLE, ("周明", "李静"), "2023-04-01", TEXT)]


def test_an_electronic_paper_tells_its_fields_in_a_comment():
    comment = (
        f"<!--enpproperty <articleid>1</articleid><date>2023-04-01 00:00:00.0</date><author>周明</author>"
        f"<title>{TITLE}</title><nodename>江城时评</nodename>/enpproperty-->"
    )
    body = f"""<table><tr><td>{MENU}</td><td><table><tr><td><strong>{TITLE}</strong></td></tr>
    <tr><td><span>周　明</span></td></tr><tr><td><div id='ozoom'>{comment}<founder-content>{p(TEXT)}</founder-content>
    </div></td></tr></table></td></tr></table>"""
    assert read(page(body, title="江城日报")) == [(TITLE, ("周明",), "2023-04-01", TEXT)]


def test_a_message_of_a_social_site():
    body = f"""<div id='page-content'><h1 class='rich_media_title'>{TITLE}</h1><div id='meta_content'>
    <span>原创</span> <span>周明</span> <a>江城评论</a> <em>2023-04-01 08:15</em></div>
    <div id='js_content'><section><p>点击上方蓝字关注我们</p></section>
    <section>{"".join(f"<section><span>{line}</span></section>" for line in TEXT)}</section>
    <p>长按识别二维码关注江城评论</p></div><div class='comment'><p>写得真好，说出了我们的心里话。</p></div></div>"""
    assert read(page(body, title="")) == [(TITLE, ("周明",), "2023-04-01", TEXT)]


def test_meta_and_linked_data_fill_what_is_not_shown():
    linked = '{"@type": "NewsArticle", "headline": "%s", "datePublished": "2023-04-01", "author": {"name": "周明"}}'
    head = f"<script type='application/ld+json'>{linked % TITLE}</script>"
    assert read(page(f"<article>{p(TEXT)}</article>", head=head)) == [(TITLE, ("周明",), "2023-04-01", TEXT)]


def test_paragraphs_parted_by_breaks_only():
    text = "<br><br>".join(f"　　{line}" for line in TEXT)
    body = f"<div><h2>{TITLE}</h2><div>作者：周明</div><div>{text}</div></div>"
    assert read(page(body)) == [(TITLE, ("周明",), None, TEXT)]


def test_several_articles_on_a_page_are_several_pieces():
    first = f"<div><h2>{TITLE}</h2><p>周明</p>{p(TEXT)}</div>"
    body = f"<div>{first}<div><h2>{OTHER}</h2><p>李静</p>{p(OTHER_TEXT)}</div></div>"
    assert read(page(body, title="江城日报评论版")) == [
        (TITLE, ("周明",), None, TEXT),
        (OTHER, ("李静",), None, OTHER_TEXT),
    ]


@pytest.mark.parametrize("mark", ["a", "li"])
def test_a_page_of_links_is_told_to_be_an_index(mark):
    links = "".join(f"<{mark}><a href='{n}'>{TITLE}之{n}</a></{mark}>" for n in range(6))
    with pytest.raises(seeds.InputError, match="only an index of 6 articles"):
        read(page(f"<div class='list'>{links}</div>"))


def test_a_heading_below_each_title_of_a_collection_is_none():
    titles = (("善始", "一篇作文的题目很长"), ("不忘", "另一篇作文的题目也长"))
    parts = (f"<h3>{title}</h3><h5>{head}</h5>{p(TEXT)}" for title, head in titles)
    found = read(page(f"<h1>作文素材</h1>{''.join(parts)}", "作文素材"))
    assert [piece[0] for piece in found] == ["善始", "不忘"]


def test_a_page_that_says_it_is_gbk_and_is():
    data = page(f"<h1>{TITLE}</h1>{p(TEXT)}").decode().replace("utf-8", "gbk").encode("gb18030")
    assert read(data) == [(TITLE, (), None, TEXT)]


def test_a_saved_page_in_one_file():
    data = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
    data += b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    data += b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    data += page(f"<h1>{TITLE}</h1>{p(TEXT)}") + b"\r\n--x--\r\n"
    assert read(data) == [(TITLE, (), None, TEXT)]


def test_a_page_that_nests_without_end_is_read_or_refused():
    data = b"<html><body>" + b"<div>" * 20_000 + TEXT[0].encode() + b"</html>"
    told: list[str] = []
    list(seeds.read_pages([io.BytesIO(data)], on_error=lambda error: told.append(str(error))))
    assert all("HTML" in line for line in told)


@pytest.mark.parametrize(
    "place", ["<time datetime='2023-04-01T08:15:00Z'>4 月 1 日</time>", "<p>2023-04-01 08:15</p>"]
)
def test_the_time_of_a_page(place):
    assert read(page(f"<article><h1>{TITLE}</h1>{place}{p(TEXT)}</article>"))[0][2] == "2023-04-01"


NAMED = "<meta property='og:site_name' content='江城日记'>"
REBUILT = (
    "<meta property='article:published_time' content='2026-02-15T10:51:11.658Z'>"
    "<meta property='article:modified_time' content='2023-07-28T04:16:42.000Z'>"
)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        # A site whose pages all have its name, a leaf that has a day for its title, a program that ran much later.
        (
            f"<html><head><title>江城日记</title>{NAMED}{REBUILT}</head><body><h1><a href='/'>江城日记</a></h1>"
            f"<article><h2>2022年12月10日</h2>{p(TEXT)}</article></body></html>",
            ("2022年12月10日", (), "2022-12-10", TEXT),
        ),
        # The whole text in what the page calls a caption.
        (f"<h1>{TITLE}</h1><div class='caption'>{p(TEXT)}</div>", (TITLE, (), None, TEXT)),
        # A piece of a page: all headings have the level of the title.
        (
            f"<section><h2>{TITLE}</h2><p>作者：周明</p>{p(TEXT)}<h2>结语</h2>{p(TEXT)}</section>",
            (TITLE, ("周明",), None, (*TEXT, *TEXT)),
        ),
        # A column with a comma in its name, behind the days of a line of facts.
        (
            f"<h1>{TITLE}</h1><p><i>发表于 2017-09-16</i>| <i>更新于 2019-05-03</i>|<a>小事，信手写</a></p>{p(TEXT)}",
            (TITLE, (), "2017-09-16", TEXT),
        ),
        (
            f"<h1>{TITLE}</h1><p><b>2017年9月16日</b> <b>柴米油盐，皆是文章</b></p>{p(TEXT)}",
            (TITLE, (), "2017-09-16", TEXT),
        ),
        # A short title that is no heading, and one behind the name of its column.
        (
            f"<title>老街 · 江城笔记</title><h3>江城笔记</h3><p><a>老街</a></p>{p(TEXT)}",
            ("老街", (), None, TEXT),
        ),
        (
            f"<title>文章 • {TITLE} | 江城</title><h2>contact</h2><p>{TITLE}</p><div>{p(TEXT)}</div>",
            (TITLE, (), None, TEXT),
        ),
        # Short lines at the end that stand in one element with the text, and a word of the site below them.
        (
            f"<h1>{TITLE}</h1><div>{'<br>'.join(TEXT)}<br>就写到这里<br>晚安</div><p>推荐此文章 推</p><p>Hits: 12</p>",
            (TITLE, (), None, (*TEXT, "就写到这里", "晚安")),
        ),
        # A diary of short lines in what the page calls its text, next to a longer line of the site.
        (
            f"<h1>{TITLE}</h1><div class='articletext'>{'今早下雨，<br>走路去上學，<br>沒有帶傘。<br>' * 8}</div>"
            f"<table><td><p>Previous in This Category: {TITLE}，Next in This Category: {TITLE}</p></table>",
            (TITLE, (), None, ("今早下雨，", "走路去上學，", "沒有帶傘。") * 8),
        ),
        # The place of a table of contents, a number as a heading, the day that a program of Greenwich shows.
        (
            f"<meta name='date' content='2026-02-15T20:51:11Z'><h1>{TITLE}</h1><i>2026-02-15</i>"
            f"<div><h2>文章目录</h2>{p(TEXT)}<h2>1984</h2>{p(TEXT)}</div>",
            (TITLE, (), "2026-02-15", (*TEXT, *TEXT)),
        ),
        # The column of a diary behind the day, which its link or its icon tells; where a quotation is from.
        (
            f"<h1>{TITLE}</h1><p><i>发布于 2025-01-18</i> <i><b class='fa fa-tag'></b><a>纪年史</a></i></p>{p(TEXT)}"
            f"<p>——《江城旧事》</p>{p(TEXT)}",
            (TITLE, (), "2025-01-18", (*TEXT, "——《江城旧事》", *TEXT)),
        ),
        # Three lines between title and text are none of a deck; a text that goes on in verses, years among them.
        (
            f"<h1>{TITLE}</h1>{'<h3>刷牙以后喝的一口水</h3>' * 3}{p(TEXT[:2])}"
            f"<p>{TEXT[2]}<br>{'春天来了<br>' * 14}2016年<br>{'秋天<br>' * 6}</p>",
            (
                TITLE,
                (),
                None,
                (*["刷牙以后喝的一口水"] * 3, *TEXT, *["春天来了"] * 14, "2016年", *["秋天"] * 6),
            ),
        ),
        # A few short lines: the title stands in what the page calls its article; two pages, two days.
        (
            f"<title>{TITLE} | 江城</title><h2>这里是江城人住的地方</h2><i>2025-07-01</i>"
            "<meta name='date' content='2025-07-01T18:41:00Z'><article><p><i>2025-07-02</i> <i>小事</i></p>"
            f"<h1>{TITLE}</h1><p>北门开了。</p><p>谁也不知道，</p><p>但是开了。</p></article>",
            (TITLE, (), "2025-07-02", ("北门开了。", "谁也不知道，", "但是开了。")),
        ),
        # An agency that signs in Latin letters with a part of its name.
        (
            f"<title>{TITLE}</title><meta property='og:site_name' content='江城社 River News Agency'>"
            f"<meta name='author' content='River News Agency'><h1>{TITLE}</h1>{p(TEXT)}",
            (TITLE, (), None, TEXT),
        ),
        # Words and buttons below a title that look like names.
        (
            f"<h1>{TITLE}</h1><p>2024/03/01 <a href='a'>文章</a></p><p>Play Video</p>{p(TEXT)}",
            (TITLE, (), "2024-03-01", TEXT),
        ),
    ],
)
def test_what_is_not_surely_known_stays_empty(source, found):
    assert read(source.encode()) == [found]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        # Facts in inline elements without spaces between them.
        (
            "<h1>{t}</h1><p><i>来源：江城日报</i><i>作者：周明</i><i>编辑：王芳</i><i>2026-03-10 08:15</i></p>",
            (("周明",), "2026-03-10", "江城日报"),
        ),
        (
            "<h1>{t}</h1><p><b><i>原创</i><i>周明</i><a>江边夜话</a><em>2026-03-10 08:15</em></b></p>",
            (("周明",), "2026-03-10", "江边夜话"),
        ),
        # The day above the title, of which each part is set apart; a paper above it.
        (
            "<div><p><i><b>2026</b></i><i><b>03</b>/<b>10</b></i><i>08:15:00</i></p><p>来源：江城日报</p><h1>{t}</h1></div>",
            ((), "2026-03-10", "江城日报"),
        ),
        # A name set as a heading, or a paper alone, beside the day.
        ("<h1>{t}</h1><h5>周明</h5><p>2026-03-10　来源：江城日报</p>", (("周明",), "2026-03-10", "江城日报")),
        (
            "<h1>{t}</h1><div>江城日报</div><div>周明</div><div>2026-03-10</div>",
            (("周明",), "2026-03-10", "江城日报"),
        ),
        # Any paper with a page or in brackets; the paper of an author.
        (
            "<h1>{t}</h1><p>周明</p><p>《江边文稿》（2026年03月10日 第05版）</p>",
            (("周明",), "2026-03-10", "江边文稿"),
        ),
        (
            "<h1>{t}</h1><p>2026-03-10 08:15</p><p class='author'>晨江報／<a>周明</a></p>",
            (("周明",), "2026-03-10", "晨江報"),
        ),
        # Cells that name a field, and tell it.
        (
            "<h1>{t}</h1><table><tr><th>作者</th><td>周明</td></tr><tr><th>来源</th><td>江城日报</td></tr></table>",
            (("周明",), None, "江城日报"),
        ),
        (
            "<h1>{t}</h1><dl><dt>作者：</dt><dd>周明</dd><dt>发布日期：</dt><dd>2026-03-10</dd></dl>",
            (("周明",), "2026-03-10", None),
        ),
        # What only the page's head tells of a name; a blog's name is no paper; the name of an element.
        (
            "<meta name='author' content='午言'><meta name='source' content='江城日报'><h1>{t}</h1>"
            "<p>午言 · 2026-03-10 08:15</p>",
            (("午言",), "2026-03-10", "江城日报"),
        ),
        (
            "<meta property='og:site_name' content='江边小屋'><meta name='author' content='John Doe'>"
            "<h1>{t}</h1><i>2026-03-10</i>",
            ((), "2026-03-10", "江边小屋"),
        ),
        (
            "<h1>{t}</h1><p><i class='author'>春江水</i> <i>2026-03-10 08:15</i></p>",
            (("春江水",), "2026-03-10", None),
        ),
        # The tags of an article set as a heading, a subtitle, a dateline alone.
        (
            "<title>{t}_江城</title><h1>{t}</h1><h2>2026年3月10日<br><a href=a>修路</a> <a href=b>乡村</a></h2>",
            ((), "2026-03-10", None),
        ),
        ("<title>修一条路，先问问</title><p>{t}</p>", ((), None, None)),
        # The name of the site stands first; elements of a program; facts of no use between bars; a text cut short.
        (
            "<title>江边读书: {t}</title><h1>江边读书</h1><h3>2026年3月10日</h3><h2>{t}</h2>",
            ((), "2026-03-10", None),
        ),
        (
            f"<title>简读 | {TITLE}</title><a-b><a-title>{{t}}</a-title><a-desc>{TEXT[0][:30]}</a-desc></a-b>",
            ((), None, None),
        ),
        (
            "<h1>{t}</h1><p>2026-3-10 08:15| 发布者: admin| 查看: 12| 评论: 0|原作者: 周明|来自: 江城日报</p>"
            f"<div><b>摘要</b>: {TEXT[0]} ...</div>",
            (("周明",), "2026-03-10", "江城日报"),
        ),
        (
            "<h1>{t}</h1><p>2026-03-10</p><table><tr><td>标签：<h3><a>杂谈</a></h3></td></tr></table>",
            ((), "2026-03-10", None),
        ),
        ("<h1>{t}</h1><p>来源：（江城商会 供稿）　2026-03-10</p>", ((), "2026-03-10", "江城商会")),
        # A page that goes by the name of its site.
        (
            "<title>江城县融媒体中心</title><div>{t}</div><p>发布者：管理员　发布时间：2026-03-10　浏览次数：8</p>",
            ((), "2026-03-10", None),
        ),
        # A whole page that is a form, comments counted behind the day.
        (
            "<form><h1>{t}</h1><p><span>周明</span> <span>2026-03-10 08:15</span> <a>0<b>人参与评论</b></a></p>",
            (("周明",), "2026-03-10", None),
        ),
    ],
)
def test_what_the_head_of_a_page_tells_of_its_article(head, found):
    source = f"{head.format(t=TITLE)}<div>{p(TEXT)}</div><p><i>【纠错】</i><i>【责任编辑:李静】</i></p>"
    (piece,) = seeds.read_page(io.BytesIO(source.encode()), name="a.html").pieces
    assert (piece.title, (piece.authors, piece.date, piece.source)) == (TITLE, found)
    assert tuple(paragraph.text for paragraph in piece.paragraphs) == TEXT


def test_what_the_foot_of_an_article_tells_of_it():
    foot = "<footer><ul><li><b>本文作者：</b>周明</li><li>本文链接：<a>https://example.com/a/</a></li></ul></footer>"
    source = f"<article><h1>{TITLE}</h1>{p(TEXT)}{foot}</article><div>编辑于 2026-03-10 08:15</div>"
    assert read(source.encode()) == [(TITLE, ("周明",), "2026-03-10", TEXT)]


def test_the_end_of_an_article_ends_where_its_text_does():
    loose = (TEXT[0], "我说不出来", *TEXT[1:], "不想走了")
    assert read(f"<h1>{TITLE}</h1><div>{p(loose)}</div>".encode()) == [(TITLE, (), None, loose)]
    facts = "<p>采访：江城一中小记者站</p><p>网页制作：李静</p><p>主编：王芳</p>"
    ((_, authors, _, shown),) = read(
        f"<h1>{TITLE}</h1>{p((*TEXT, '（作者为江城大学教授）', '周明'))}{facts}".encode()
    )
    assert (authors, shown) == (("周明",), TEXT)


def test_the_title_once_more_as_a_heading_is_none():
    source = f"<title>{TITLE}</title><h1>{TITLE}</h1>{p(TEXT[:1])}<h2>{TITLE}</h2>{p(TEXT[1:])}"
    assert shown(source) == TEXT
    source = f"<title>{TITLE}</title><h1>{TITLE}</h1>{p(TEXT[:1])}<p><b>{TITLE}</b></p>{p(TEXT[1:])}"
    assert shown(source) == TEXT


def test_a_day_and_a_paper_are_no_title_and_a_name_of_a_file_may_end_as_one():
    head = f"<p><b>{TITLE}</b></p><p>周明</p><p>2026年3月10日 《江边文稿》</p>"
    assert [title for title, *_ in read(f"<div>{head}{p(TEXT)}</div>".encode())] == [TITLE]
    page = seeds.read_page(io.BytesIO(p(TEXT).encode()), name="2026-03-10_修路之前，先织密服务网.html")
    assert page.pieces[0].title == "修路之前，先织密服务网"


def test_a_dateline_and_a_button_are_no_titles():
    lines = "<p>江城站 3月10日报道</p><p>转播到腾讯微博</p>"
    assert [title for title, *_ in read(f"{lines}<div>{p(TEXT)}</div>".encode())] == [""]


def test_bold_titles_above_lines_of_facts_are_several_articles():
    pieces = ((TITLE, "周明", TEXT), (OTHER, "李静", OTHER_TEXT))
    source = "".join(
        f"<p><strong>{title}</strong></p><p>作者：{name}　来源：江城日报</p>{p(text)}"
        for title, name, text in pieces
    )
    assert read(source.encode()) == [(title, (name,), None, text) for title, name, text in pieces]


def test_the_masthead_of_an_epaper_gives_day_and_paper_wherever_the_text_begins() -> None:
    text = "".join(f"<p>{'修路之前先问走路的人，办事之后少一句埋怨。' * 3}</p>" for _ in range(3))
    page = (
        "<html><title>修一条路</title>"
        "<table><tr><td>江城日报 2024年3月1日 星期五</td><td>第06版：评论</td></tr></table>"
        "<ul><li><a href='1'>第01版：要闻</a></li><li><a href='2'>第02版：国内</a></li></ul>"
        f"<table><tr><td>修一条路</td></tr><tr><td>周明</td></tr></table><div id='ozoom'>{text}</div></html>"
    )
    (piece,) = seeds.read_page(io.BytesIO(page.encode()))
    assert (piece.date, piece.source, piece.authors) == ("2024-03-01", "江城日报", ("周明",))


@pytest.mark.parametrize("title", ["<div class='t'>{}</div>", "<p class='headline'><b>{}</b></p>"])
def test_lines_of_one_class_above_lines_of_facts_are_titles_of_several_articles(title):
    pieces = ((TITLE, "周明", TEXT), (OTHER, "李静", OTHER_TEXT))
    source = "".join(
        f"{title.format(named)}<div class='m'>江城日报 / 2024-03-01 / {name}</div>"
        + "".join(f"<div class='c'>{line}</div>" for line in text)
        for named, name, text in pieces
    )
    found = read(f"<title>评论选刊</title><h1>评论选刊</h1>{source}".encode())
    assert found == [(named, (name,), "2024-03-01", text) for named, name, text in pieces]


@pytest.mark.parametrize(
    ("title", "line"), [("新闻-2", "村口修了一条路，您走过吗？"), ("文档1", f"{TITLE}！")]
)
def test_of_a_page_that_is_called_by_nothing_the_first_line_is_the_title(title, line):
    source = f"<title>{title}</title><div><p>{line}</p>{p(TEXT)}</div>"
    assert [(x[0], x[3]) for x in read(source.encode())] == [(line, TEXT)]


def test_a_page_that_is_called_by_nothing_may_begin_with_a_sentence():
    source = f"<title>新闻-2</title><div><p>村口修了一条路，走的人多了。</p>{p(TEXT)}</div>"
    assert [x[0] for x in read(source.encode())] == [""]


@pytest.mark.parametrize("credit", ["（文/周明 审核/李静 王平）", "（文｜周明 校对｜李静）"])
def test_credits_behind_the_last_sentence_above_where_it_is_from(credit):
    below = f"<p>{TEXT[-1]}{credit}</p><p>本文来源：江城网 责任编辑:王平_N05</p>"
    source = f"<h1>{TITLE}</h1><div>{p(TEXT[:-1])}{below}</div>"
    assert read(source.encode()) == [(TITLE, ("周明",), None, TEXT)]


@pytest.mark.parametrize("name", ["海沫", "半亩塘守望人", "本报记者　周明"])
@pytest.mark.parametrize(
    "form",
    [
        "<tr><td><founder-author>{}</founder-author></td></tr>",
        "<!--enpproperty <date>2023-04-01 00:00:00.0</date><author>{}</author><title></title>/enpproperty-->",
    ],
)
def test_the_template_of_an_epaper_knows_who_wrote(form, name):
    body = f"""<table><tr><td><founder-title>{TITLE}</founder-title></td></tr>{form.format(name)}</table>
    <table><tr><td>2023年04月01日 星期六</td></tr></table><div><founder-content>{p(TEXT)}</founder-content></div>"""
    assert read(page(body, title="江城日报")) == [(TITLE, (name.split("　")[-1],), "2023-04-01", TEXT)]


def test_the_template_of_an_epaper_knows_what_stands_above_and_below_a_title():
    body = f"""<table><tr><td><founder-introtitle>江城夜话</founder-introtitle></td></tr>
    <tr><td><founder-title>{TITLE}</founder-title></td></tr>
    <tr><td><founder-subtitle>——写在清明之前</founder-subtitle></td></tr>
    <tr><td><founder-author>责编：王平</founder-author></td></tr></table><founder-content>{p(TEXT)}</founder-content>"""
    (piece,) = seeds.read_page(page(body, title="江城日报"), name="a.html")
    assert (piece.kicker, piece.title, piece.decks, piece.authors) == (
        "江城夜话",
        TITLE,
        ("——写在清明之前",),
        (),
    )


@pytest.mark.parametrize("name", ["江城日报", ""])
def test_the_template_of_an_epaper_names_a_paper_or_nobody(name):
    body = f"""<table><tr><td><founder-title>{TITLE}</founder-title></td></tr>
    <tr><td><founder-author>{name}</founder-author></td></tr></table><div><founder-content>{p(TEXT)}</founder-content></div>"""
    assert read(page(body, title="江城日报")) == [(TITLE, (), None, TEXT)]
