"""Tables whose names tell nothing or mislead: the values of their rows say what the columns hold."""

from __future__ import annotations

import io
import json

import pytest

import seeds

from .articles import CELL as TEXT
from .articles import TITLES, table
from .articles import read_rows as read
from .articles import text_of as body


def test_of_two_columns_of_addresses_the_one_of_the_article_is_its_url():
    rows = table(
        title=lambda n: TITLES[n], link="http://a.cn/list/", conlink=lambda n: f"http://a.cn/{n}.html"
    )
    assert [piece.url for piece in read(rows)] == [f"http://a.cn/{n}.html" for n in range(4)]


def test_a_paper_in_a_column_of_authors_is_the_source():
    rows = table(title=lambda n: TITLES[n], author=lambda n: ("江城日报", "周明", "江城网", "李静")[n])
    found = [(piece.authors, piece.source) for piece in read(rows)]
    assert found == [((), "江城日报"), (("周明",), None), ((), "江城网"), (("李静",), None)]


def test_short_lines_that_differ_are_titles_and_a_first_row_without_text_spoils_nothing():
    rows = table(x=lambda n: TITLES[n], y="江城", z=lambda n: f"2024-05-0{n + 1}")
    rows[0] = {**rows[0], "con": ""}
    found = read(rows)
    assert [(piece.title, piece.date) for piece in found] == [
        (TITLES[n], f"2024-05-0{n + 1}") for n in range(1, 4)
    ]


def test_names_that_mislead_give_way_to_running_text():
    rows = table(title=lambda n: TITLES[n], content="要闻")
    assert body(read(rows)[0]).endswith(TEXT)


def test_an_author_that_is_an_object_has_a_name():
    author = {"name": "周明", "url": "http://a.cn/people/1"}
    assert read(table(title=lambda n: TITLES[n], author=author))[0].authors == ("周明",)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_rows_as_python_prints_them(name):
    made = [{"title": TITLES[0], "content": TEXT, "time": None}, [TITLES[1], " 2024-05-01\u3000来源: ", TEXT]]
    found = read([repr(row) for row in made], name)
    assert [(piece.title, body(piece), piece.date) for piece in found] == [
        (TITLES[0], TEXT, None),
        (TITLES[1], TEXT, "2024-05-01"),
    ]


def test_what_a_crawler_left_between_parts_is_no_paragraph():
    rows = table(title=lambda n: TITLES[n])
    rows[0]["con"] = f",\n  ,\n{TEXT}\n,"
    assert [p.text for p in read(rows)[0].paragraphs] == [TEXT]


def test_the_site_that_all_titles_name_is_no_part_of_them():
    assert [piece.title for piece in read(table(title=lambda n: f"{TITLES[n]}_江城新闻"))] == list(TITLES)


def test_names_of_columns_may_say_whose_title_and_text_they_hold():
    rows = table(留言标题=lambda n: TITLES[n], 留言内容="要求修路。", 答复部门="江城交通局")
    assert [(piece.title, body(piece)[1:]) for piece in read(rows)] == [(title, TEXT) for title in TITLES]


def test_names_in_traditional_characters():
    row = {"新聞標題": TITLES[0], "連結": "http://a.cn/1", "內容": "短。", "報導日期": "2020-08-17 22:32"}
    (piece,) = read([row])
    assert (piece.title, body(piece), piece.url, piece.date) == (
        TITLES[0],
        "短。",
        "http://a.cn/1",
        "2020-08-17",
    )


def test_records_in_a_text_are_rows_of_a_table():
    records = [
        f"title:{title}\ncontent:{TEXT}\n第二段：{TEXT}\nnum:{n}人看过\nday:2024-05-0{n}"
        for n, title in enumerate(TITLES, 1)
    ]
    found = read(list("\n\n".join(records).split("\n")), "a.txt")
    assert [(piece.title, piece.date) for piece in found] == [
        (title, f"2024-05-0{n}") for n, title in enumerate(TITLES, 1)
    ]
    assert {tuple(p.text for p in piece.paragraphs) for piece in found} == {(TEXT, f"第二段：{TEXT}")}


def test_short_names_of_papers_are_the_source_whatever_their_column_is_called():
    rows = table(title=lambda n: TITLES[n], s=lambda n: ("江城日报", "江城网", "河州新闻", "江城日报")[n])
    assert [piece.source for piece in read(rows)] == ["江城日报", "江城网", "河州新闻", "江城日报"]


def one(**columns: object) -> seeds.Piece:
    (piece,) = read([columns])
    return piece


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"記者周明／江城報導\n{TEXT}\n{TEXT}", ("周明",)),
        (f"採訪小組／李靜報導\n{TEXT}\n{TEXT}", ("李靜",)),
        (f"{TEXT}\n{TEXT}\n本报记者　周明　李静　摄影报道", ("周明", "李静")),
        (f"{TEXT}\n{TEXT}\n【江城日报驻北城、南城特派记者 周明 江城日报记者 李静】", ("周明", "李静")),
        (f"2024年1月9日在江城市第五届人民代表大会第四次会议上 江城市市长 周明\n{TEXT}\n{TEXT}", ("周明",)),
    ],
)
def test_a_line_of_reporters_beside_the_text_of_a_row_says_who_wrote_it(text, authors):
    piece = one(title=TITLES[0], text=text)
    assert piece.authors == authors
    assert body(piece) == TEXT + TEXT


@pytest.mark.parametrize(
    "head",
    ["本报讯（记者周明 李静）", "【江城网报道 见习记者 周明 李静】", "（江城社记者周明、李静成都3日电）"],
)
def test_reporters_whom_the_first_paragraph_names_stay_in_it(head):
    piece = one(title=TITLES[0], text=f"{head}{TEXT}\n{TEXT}")
    assert piece.authors == ("周明", "李静")
    assert body(piece) == f"{head}{TEXT}{TEXT}"


def test_a_name_that_text_follows_signs_nothing():
    html = f"<p>{TEXT}</p><p>李静</p><p>江城旧事</p><p>村口的路</p>"
    assert one(title=TITLES[0], text=html).authors == ()


def test_markup_of_a_cell_tells_heads_pictures_and_code():
    html = (
        f"<h2>问路</h2><p>{TEXT}</p><img src='1.jpg'><p>▲村口的路。</p>"
        f"<h2>修路</h2><p>{TEXT}</p><table><tr><td>import os</td></tr></table><p><img "
    )
    piece = one(title=TITLES[0], text=html)
    assert [(p.kind, p.text) for p in piece.paragraphs] == [
        ("heading", "问路"),
        ("body", TEXT),
        ("heading", "修路"),
        ("body", TEXT),
    ]


def test_words_marked_in_cells_are_words():
    piece = one(title="修<em>路</em>的人", text=f"修<em>路</em>。{TEXT}　　{TEXT}")
    assert (piece.title, [p.text for p in piece.paragraphs]) == ("修路的人", [f"修路。{TEXT}", TEXT])


@pytest.mark.parametrize(
    "part", [{"original": "A road.", "translated": TEXT}, {"type": "p", "text": TEXT, "n": 3}]
)
def test_paragraphs_that_are_objects(part):
    assert body(one(title=TITLES[0], paragraphs=[part, part])) == TEXT + TEXT


def test_what_stood_above_the_article_on_its_page_is_left_out():
    head = f"分享：\n{TITLES[0]}\n首页\n政府公开\n{TITLES[0]}\n时间：\n2024-03-01 08:15\n来源：\n江城日报\n"
    piece = one(title=TITLES[0], text=head + f"{TEXT}\n{TEXT}")
    assert (piece.date, piece.source, body(piece)) == ("2024-03-01", "江城日报", TEXT + TEXT)


@pytest.mark.parametrize(
    ("columns", "date"),
    [
        ({"date": "正月初三", "iso_date": lambda n: f"2024-05-0{n + 1}"}, "2024-05-01"),
        ({"created": lambda n: f"2024-05-0{n + 1}", "question": {"date": "2001-02-03"}}, "2024-05-01"),
        ({"url": lambda n: f"https://a.cn/p/2024-05/0{n + 1}/c_{n}.htm"}, "2024-05-01"),
        ({"url": lambda n: f"https://a.cn/n1/2024/050{n + 1}/c{n}.html"}, "2024-05-01"),
        ({"url": lambda n: f"https://a.cn/p/2024050{n}"}, None),
    ],
)
def test_the_day_of_an_article_is_what_reads_as_one(columns, date):
    rows = table(title=lambda n: TITLES[n], **columns)
    assert read(rows)[0].date == date


def test_columns_that_hold_what_their_names_do_not_say():
    rows = table(
        title=lambda n: TITLES[n],
        source=1,
        media=lambda n: ("江城日报", "江城网")[n % 2],
        category=lambda _: [{"id": 3, "name": "时评", "slug": "a"}],
        summary="",
        main_summary=lambda n: f"第{n}条路的来历",
        url="https://a.cn",
    )
    piece = read(rows)[0]
    assert (piece.source, piece.column, piece.decks, piece.url) == (
        "江城日报",
        "时评",
        ("第0条路的来历",),
        None,
    )


def test_remarks_on_a_few_rows_are_no_titles():
    rows = table(remark=lambda n: "路修得好不好要问走路的人" if n == 1 else "")
    assert [piece.title for piece in read(rows)] == [""] * 4


def test_summaries_are_decks_unless_title_or_text_say_the_same():
    deck = "路往哪儿修，要听走路的人怎么说，这是村里的规矩"
    assert one(title=TITLES[0], text=TEXT, description=f"<p>{deck}</p>").decks == (deck,)
    assert one(title=TITLES[0], text=TEXT, excerpt=f"{TEXT[:30]}…").decks == ()
    assert one(title=TITLES[0], text=TEXT, brief=f"{TITLES[0]}。").decks == ()
    assert (
        one(title="", text=TEXT, brief=deck).decks == one(title="路", text=TEXT, brief=deck).decks == (deck,)
    )
    assert body(one(title=TITLES[0], introduction=TEXT)) == TEXT


@pytest.mark.parametrize(
    ("title", "source"),
    [(f"{TITLES[0]} - 军事 - 江城网", "江城网军事"), (f"{TITLES[0]}_時評_江城日報", "江城日报")],
)
def test_a_title_ends_before_the_site_that_its_row_is_from(title, source):
    assert one(title=title, source=f"来源：{source}", text=TEXT).title == TITLES[0]
    assert one(title=title, source="南城报", text=TEXT).title == title


@pytest.mark.parametrize(
    ("line", "authors"),
    [("生活中心／綜合報導", ("生活中心",)), ("江城网3月1日电（周明 李静）", ("周明", "李静"))],
)
def test_desks_and_names_behind_a_dateline(line, authors):
    assert one(title=TITLES[0], text=f"{line}\n{TEXT}\n{TEXT}").authors == authors


def test_the_end_of_a_title_above_a_text_is_a_title_and_a_poem_that_names_it_below_is_whole():
    piece = one(title="2024年江城市政府工作报告", text=f"政府工作报告\n{TEXT}\n{TEXT}")
    assert body(piece) == TEXT + TEXT
    lines = ["汗水", "西瓜", "知了醒了", "风筝落下", "夏日长"]
    poem = "".join(f"<p>{line}</p>" for line in lines)
    assert body(one(title="夏日长", text=poem)).startswith("汗水西瓜知了醒了风筝落下")


def test_lists_of_several_runs_of_a_crawler_are_one():
    file = io.BytesIO(
        ("[\n][\n" + json.dumps({"title": TITLES[0], "text": f"路&nbsp;{TEXT}"}) + "\n]").encode()
    )
    file.name = "a.json"
    (page,) = seeds.read_pages([file])
    assert body(page.pieces[0]) == f"路\xa0{TEXT}"


def test_lines_at_the_ends_of_several_texts_are_no_part_of_them():
    notice = "关注江城观察，每天读一篇好文章。"
    rows = [
        {"title": title, "text": f"{n}{TEXT}\n{TITLES[n - 1]}，这是第{n}段。\n{notice if n else '路通了。'}"}
        for n, title in enumerate(TITLES)
    ]
    found = [body(piece) for piece in read(rows)]
    assert found[0].endswith("路通了。")
    assert all(text.endswith("段。") for text in found[1:])


def test_links_stay_in_a_text_but_for_the_last_ones():
    link = '<p><a href="/{}">{}</a></p>'
    text = f"<p>{TEXT}</p>{link.format(1, TITLES[1])}<p>{TEXT}</p>{link.format(2, TITLES[2])}"
    assert body(one(title=TITLES[0], text=text)) == TEXT + TITLES[1] + TEXT + TITLES[2]
    assert body(one(title=TITLES[0], text=text + link.format(3, TITLES[3]))) == TEXT + TITLES[1] + TEXT


@pytest.mark.parametrize("names", [("标签（标题)", "正文（内容）"), ("content_title", "content_text")])
def test_names_of_columns_that_say_it_in_brackets_or_behind_what_they_are_of(names):
    piece = one(**dict(zip(names, (TITLES[0], TEXT), strict=True)))
    assert (piece.title, body(piece)) == (TITLES[0], TEXT)


def test_line_ends_and_tabs_that_are_written_begin_no_text():
    assert body(one(title=TITLES[0], text=f"\\n\\t{TEXT}")) == TEXT


def test_where_a_speech_was_held_is_a_deck():
    piece = one(title=TITLES[0], text=f"——在江城市乡村道路建设工作会议上的讲话\n{TEXT}\n{TEXT}")
    assert body(piece) == TEXT + TEXT
    piece = one(title=TITLES[0], text=f"周明在江城市乡村道路建设工作会议上的讲话\n{TEXT}\n{TEXT}")
    assert body(piece) == TEXT + TEXT


def test_names_before_the_agency_at_the_end_and_several_reporters_alone():
    assert one(title=TITLES[0], text=f"{TEXT}（周明）（江城社特稿）").authors == ("周明",)
    line = "【江城日报驻北城记者 周明 江城日报特派南城记者 李静 江城日报记者 王小川】"
    piece = one(title=TITLES[0], text=f"{TEXT}\n{TEXT}\n{line}")
    assert (body(piece), piece.authors) == (TEXT + TEXT, ("周明", "李静", "王小川"))


def test_of_two_lists_the_one_that_has_texts_is_read():
    file = io.BytesIO(
        json.dumps(
            {
                "assets": [{"path": f"{n}.png", "size": n} for n in range(3)],
                "posts": [{"title": TITLES[0], "text": TEXT}],
            }
        ).encode()
    )
    file.name = "db.json"
    (page,) = seeds.read_pages([file])
    assert page.pieces[0].title == TITLES[0]


def test_a_file_is_no_source_and_a_nickname_an_author():
    piece = one(title=TITLES[0], text=TEXT, source="posts/a.md", nickname="周明")
    assert (piece.source, piece.authors) == (None, ("周明",))


def test_a_name_in_angle_brackets_is_no_markup_and_a_comment_is():
    assert body(one(title=TITLES[0], text=f"<Nature>说，{TEXT}")) == f"<Nature>说，{TEXT}"
    assert body(one(title=TITLES[0], text=f"<!-- build -->{TEXT}")) == TEXT


def test_a_summary_that_is_cut_is_no_deck():
    assert one(title=TITLES[0], text=TEXT, snippet="... 路往哪儿修，要听走路的人怎么说").decks == ()


@pytest.mark.parametrize("behind", [" http://t.cn/A6LbQhla", "#江城修路#", "#江城修路# https://a.cn/1 "])
def test_addresses_and_hashtags_behind_a_signature(behind):
    assert one(title=TITLES[0], text=f"{TEXT}（江城日报记者周明）{behind}").authors == ("周明",)


def test_headlines_above_a_text_are_no_part_of_it():
    lines = ["路修之前先问问走路的人", "村里的账目贴在墙上", "周明李静出席会议"]
    title = f"[视频]{lines[0]} {lines[1]}"
    piece = one(title=title, text="\n".join([*lines, TEXT, TEXT]))
    assert (piece.decks, body(piece)) == ((lines[2],), TEXT + TEXT)
    assert body(one(title=TITLES[0], text="\n".join([*lines, TEXT]))).startswith(lines[0])


def test_the_author_of_a_feed_wrote_its_entries_and_a_summary_is_no_markup():
    entry = (
        "<entry><title>{}</title>{}<summary>&lt;!-- build --&gt;&lt;p&gt;{}&lt;/p</summary>"
        "<content>{}</content></entry>"
    )
    entries = entry.format(TITLES[0], "", TEXT[:20], TEXT) + entry.format(
        TITLES[1], "<author><name>李静</name></author>", TEXT[:20], TEXT
    )
    file = io.BytesIO(f"<feed><author><name>周明</name></author>{entries}</feed>".encode())
    file.name = "a.xml"
    found = [(piece.authors, piece.decks) for page in seeds.read_pages([file]) for piece in page.pieces]
    assert found == [(("周明",), ()), (("李静",), ())]


def test_posts_of_those_who_log_in():
    piece = one(
        url="https://api.a.cn/1", html_url="https://a.cn/1", user={"login": "zhouming", "id": 3}, body=TEXT
    )
    assert (piece.authors, piece.url) == (("zhouming",), "https://a.cn/1")


def test_the_only_heading_above_a_text_without_a_title_is_one():
    text = "<div>2024年5月1日 3 分钟阅读</div><h1>{}</h1><p>{}</p>{}"
    assert one(text=text.format(TITLES[0], TEXT, "")).title == TITLES[0]
    assert one(text=text.format(TITLES[0], TEXT, f"<h1>{TITLES[1]}</h1>")).title == ""


def test_the_day_of_an_entry_of_a_feed_that_was_only_updated_and_sentences_set_large():
    large = "路修得好不好，走路的人最清楚。" * 5
    file = io.BytesIO(
        f"<feed><entry><title>{TITLES[0]}</title><updated>2024-05-01T08:00:00Z</updated>"
        f"<content>&lt;h4&gt;{large}&lt;/h4&gt;&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>".encode()
    )
    file.name = "a.xml"
    (piece,) = (piece for page in seeds.read_pages([file]) for piece in page.pieces)
    assert (piece.date, [paragraph.kind for paragraph in piece.paragraphs]) == (
        "2024-05-01",
        ["body", "body"],
    )


def test_texts_printed_again_and_salutations_stay_whole():
    lines = [f"第{n}段，{TEXT}{TEXT[: n * 9]}" for n in range(5)]
    again = [{"title": title, "text": "\n".join((*lines, f"{n}版"))} for n, title in enumerate(TITLES)]
    assert [body(piece) for piece in read(again)] == ["".join((*lines, f"{n}版")) for n in range(4)]
    speeches = [{"title": title, "text": f"各位代表：\n{n}{TEXT}{n}"} for n, title in enumerate(TITLES)]
    assert [body(piece) for piece in read(speeches)] == [f"各位代表：{n}{TEXT}{n}" for n in range(4)]


def test_a_column_of_days_with_gaps_stays_and_no_day_is_none():
    rows = table(title=lambda n: TITLES[n], date=lambda n: None if n else "2024-05-06", opened="1998-07-01")
    rows = [{**row, "date": row["date"] or float("nan")} for row in rows]
    assert [piece.date for piece in read(rows)] == ["2024-05-06", None, None, None]
    assert read(table(title=lambda n: TITLES[n], x="9999-99-99", y="2024-05-06"))[0].date == "2024-05-06"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"<p>{TEXT}</p>\\n<p>路通了。</p>\\n", (TEXT, "路通了。")),
        (f"{TEXT}<br>路通了。<br>他说<A村和B村都有路。", (TEXT, "路通了。", "他说<A村和B村都有路。")),
        (f"<blockquote>路通了。</blockquote>{TEXT}", ("路通了。", TEXT)),
        (f"{TEXT * 2}    +路通了。 路通了。 路通了。", (TEXT * 2, *["路通了。"] * 3)),
        (
            "天边飘过一片云\n它从哪里来\n夏日长\n你为何不停留\n又往哪里去\n我在此等候",
            ("天边飘过一片云", "它从哪里来", "你为何不停留", "又往哪里去", "我在此等候"),
        ),
    ],
)
def test_no_line_of_a_cell_is_lost_or_run_together(text, shown):
    assert tuple(paragraph.text for paragraph in one(title="夏日长", text=text).paragraphs) == shown


def test_a_title_with_a_site_behind_it_thousands_of_times_is_read():
    assert one(title=TITLES[0] + "-江城网" * 4000, source="江城网", text=TEXT).title.startswith(TITLES[0])


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ([{"text": TEXT, "caption": "图" * 2 * len(TEXT)}], TEXT),
        ([{"text": [TEXT]}], TEXT),
        (f"{TEXT}\\n其中 $\\theta$ 是角\\n好了。", f"{TEXT}其中 $\\theta$ 是角好了。"),
        (f"<p>{TEXT}</p><p>若 x <y and z，{TEXT}</p>", f"{TEXT}若 x <y and z，{TEXT}"),
    ],
)
def test_no_words_of_a_cell_are_lost(cell, shown):
    assert body(one(title=TITLES[0], text=cell)).replace("\n", "") == shown


PAGE = (
    "<!DOCTYPE html><html><head><title>{0}_江城网</title></head><body><div class='nav'><a href='/'>首页</a></div>"
    "<h1>{0}</h1><div class='info'>2024-05-01 08:15 来源：江城网 作者：周明</div><div class='text'>"
    "<p>{1}</p><p>{1}</p></div>"
    "<div class='footer'><p>版权所有 江城网</p></div></body></html>"
)
DATED = {"date": "2024-05-01"}


@pytest.mark.parametrize("name", ["html", "content", "page_html"])
def test_cells_that_are_whole_pages(name):
    found = read([{"id": n, name: PAGE.format(title, TEXT)} for n, title in enumerate(TITLES)])
    assert [(piece.title, piece.authors, piece.source, piece.date, body(piece)) for piece in found] == [
        (title, ("周明",), "江城网", "2024-05-01", TEXT * 2) for title in TITLES
    ]
    assert len({piece.page for piece in found}) == 4


MARKED = (
    "# {0}",
    "> **先说要点**：{1}",
    "## 一、从问开始",
    "{1}参见[这里](https://a.example/x)。",
    "- **其一**：{1}",
    "![](/a.png)",
)


@pytest.mark.parametrize("end", ["\n\n", " "])
@pytest.mark.parametrize("name", ["content", "markdown"])
def test_markdown_in_cells_with_line_ends_and_without(name, end):
    piece = read([{"title": title, name: end.join(MARKED).format(title, TEXT)} for title in TITLES])[0]
    assert piece.title == TITLES[0]
    kinds = [(p.kind, p.text) for p in piece.paragraphs]
    # With its line ends, what is set as a quotation above the text is a standfirst.
    assert f"先说要点：{TEXT}" in (piece.decks if end == "\n\n" else [text for _, text in kinds])
    assert ("body", f"其一：{TEXT}") in kinds
    assert not any(sign in body(piece) for sign in ("**", "](", "# ", "> "))


RUNS = [{"text": TEXT[:9]}, {"text": TEXT[9:20], "bold": True}, {"text": TEXT[20:]}]
BLOCKS = {
    "slate": [
        {"type": "h2", "children": [{"text": "一"}]},
        {"type": "p", "children": RUNS},
        {"type": "p", "children": RUNS},
    ],
    "prosemirror": {
        "type": "doc",
        "content": [
            {"type": "heading", "content": [{"type": "text", "text": "一"}]},
            *[{"type": "paragraph", "content": [{"type": "text", "text": part["text"]} for part in RUNS]}]
            * 2,
        ],
    },
    "editor.js": {
        "time": 1709251200000,
        "blocks": [
            {"type": "header", "data": {"text": "一", "level": 2}},
            *[{"type": "paragraph", "data": {"text": f"<b>{TEXT[:9]}</b>{TEXT[9:]}"}}] * 2,
            {"type": "image", "data": {"file": {"url": "http://a.cn/1.jpg"}}},
        ],
    },
    "notion": [
        {"type": "heading_2", "heading_2": {"rich_text": [{"type": "text", "plain_text": "一"}]}},
        *[{"type": "paragraph", "paragraph": {"rich_text": [{"plain_text": part["text"]} for part in RUNS]}}]
        * 2,
    ],
    "telegram": [TEXT[:9], {"type": "link", "text": TEXT[9:20]}, f"{TEXT[20:]}\n{TEXT}"],
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_trees_of_blocks_are_texts(kind):
    (piece,) = read(
        [json.dumps({"articles": [{"title": TITLES[0], **DATED, "content": BLOCKS[kind]}]})], "a.json"
    )
    assert (piece.title, piece.date) == (TITLES[0], "2024-05-01")
    assert [p.text for p in piece.paragraphs if p.kind == "body"] == [TEXT, TEXT]
    assert [p.text for p in piece.paragraphs if p.kind == "heading"] == ["一"] * (kind != "telegram")


def test_parts_of_one_text_are_no_articles_and_an_article_may_stand_deep():
    parts = [
        {"type": "title", "text": TITLES[0]},
        {"type": "authors", "text": "周明"},
        {"type": "paragraph", "text": TEXT},
    ]
    (piece,) = read([json.dumps({"title": TITLES[0], **DATED, "parts": parts})], "a.json")
    assert (piece.title, piece.authors, body(piece)) == (TITLES[0], ("周明",), TEXT)
    main = {"title": TITLES[1], "sections": [{"heading": "一", "paragraphs": [TEXT, TEXT]}]}
    (piece,) = read([json.dumps({"sources": [{"id": "x", "title": "Other news"}], "main": main})], "a.json")
    assert (piece.title, body(piece)) == (TITLES[1], f"一{TEXT * 2}")


ROW = [TITLES[0], TEXT, 1714522500000, "周明"]
NAMES = ["title", "content", "pub_date", "author"]


@pytest.mark.parametrize(
    "held",
    [
        {"columns": NAMES, "index": [0], "data": [ROW]},
        {
            "db": [
                {
                    "meta": {"version": "5"},
                    "data": {"posts": [dict(zip(NAMES, ROW, strict=True))], "users": [{"name": "甲"}]},
                }
            ]
        },
        [
            {
                **dict(zip(NAMES, ROW, strict=True)),
                "pub_date": {"$date": {"$numberLong": "1714522500000"}},
                "crawl_time": {"$date": "2024-06-01T00:00:00Z"},
            }
        ],
        [
            {
                "title": TITLES[0],
                "note": TEXT,
                "author": [{"family": "周", "given": "明"}],
                "issued_date": {"date-parts": [[2024, 5, 1]]},
            }
        ],
    ],
)
def test_the_forms_in_which_databases_and_programs_write_json(held):
    (piece,) = read([json.dumps(held, ensure_ascii=False)], "a.json")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLES[0], ("周明",), "2024-05-01", TEXT)


@pytest.mark.parametrize("first", ["(1)", "(2024年5月1日)"])
def test_a_text_whose_first_line_is_in_brackets_is_no_printed_row(first):
    (piece,) = read([f"{first}\n{TEXT}\n{TEXT}\n"], "a.txt")
    assert body(piece) == TEXT * 2


def test_what_programs_print():
    rows = [{"title": title, "date": "2024-05-01", "content": f"{title}，{TEXT}"} for title in TITLES]
    printed = "\n".join(
        f">>>> {n}\n{json.dumps(row, ensure_ascii=False, indent=2)}\n<<<<" for n, row in enumerate(rows)
    )
    for text in (printed, repr(rows), "\n".join(repr(tuple(row.values())) for row in rows)):
        found = read([text], "a.txt")
        assert [(piece.title, piece.date, body(piece)) for piece in found] == [
            tuple(row.values()) for row in rows
        ]


@pytest.mark.parametrize(
    ("end", "authors", "source"),
    [
        ("《 江城日报 》（ 2024年05月01日 05 版）(责编：王平、李静)", (), "江城日报"),
        ("（作者：周明）责任编辑：王平", ("周明",), None),
        ("□周明（媒体人）", ("周明",), None),
        ("来源：江城网", (), "江城网"),
        ("\n原始网址 Original URL： https://a.example/1.htm", (), None),
        ("\n【我要纠错】责任编辑：王平\n相关稿件", (), None),
    ],
)
def test_lines_glued_to_the_last_sentence(end, authors, source):
    piece = one(title=TITLES[0], text=f"{TEXT}\n{TEXT}{end}")
    assert (body(piece), piece.authors, piece.source) == (TEXT * 2, authors, source)


@pytest.mark.parametrize("end", ["他说：“好。”", "（笑）", "《江城记》", "来源：他没有说。"])
def test_words_behind_the_last_sentence_stay(end):
    assert body(one(title=TITLES[0], text=f"{TEXT}\n{TEXT}{end}")) == f"{TEXT * 2}{end}"


@pytest.mark.parametrize("facts", ["", "江城日报 2024-05-01\n"])
def test_texts_that_begin_with_their_titles(facts):
    found = read([{"text": f"{title}\n{facts}{TEXT}\n{TEXT}"} for title in TITLES])
    assert [(piece.title, body(piece)) for piece in found] == [(title, TEXT * 2) for title in TITLES]
    letters = [{"text": f"{name}同志：\n{facts}{TEXT}"} for name in ("王平", "李静", "周明")]
    assert [piece.title for piece in read(letters)] == ["", "", ""]


@pytest.mark.parametrize(
    ("row", "authors", "source"),
    [
        ({"author": "江城日报 周明"}, ("周明",), "江城日报"),
        ({"author": "江城日报 本报评论员"}, ("本报评论员",), "江城日报"),
        ({"author": "来源|江城网作者|周明编辑|王平"}, ("周明",), "江城网"),
        ({"author": "作者：本报评论员"}, ("本报评论员",), None),
        ({"author": "a@a.example (周明)"}, ("周明",), None),
        ({"author": "记者 周明    编辑 王平"}, ("周明",), None),
        ({"author": "记者周明 编辑王平"}, ("周明",), None),
        ({"author": "江城市人大常委会"}, ("江城市人大常委会",), None),
        ({"source": "本站原创"}, (), None),
        ({"source": "http://a.example/1.html", "date": "2024-05-01"}, (), None),
        ({"source": "《江城日报》（2024年5月1日 第5版）"}, (), "江城日报"),
        ({"source": "江城日报 周明、李静"}, ("周明", "李静"), "江城日报"),
        ({"info": "2024-05-01 08:15 来源：江城网 作者：周明 浏览次数：23"}, ("周明",), "江城网"),
        ({"source": "https://a.example/1.html", "source-hostname": "江城网"}, (), "江城网"),
        ({"版面": "第05版：评论", "媒体名": "江城日报"}, (), "江城日报"),
        ({"source": "今天09:28", "媒体名": "江城日报"}, (), "江城日报"),
    ],
)
def test_cells_that_tell_more_than_their_columns_are_called_by(row, authors, source):
    piece = read([{"title": title, **row, "content": TEXT} for title in TITLES])[0]
    assert (piece.authors, piece.source) == (authors, source)


def test_titles_with_sites_and_columns_of_titles_that_say_the_same():
    found = read([{"title": f"{title}--观点", "content": f"{title}\n{TEXT}"} for title in TITLES])
    assert [piece.title for piece in found] == list(TITLES)
    rows = [
        {"video_title": f"[视频]{title}", "tag": title, "detail_title": title, "content": TEXT}
        for title in TITLES
    ]
    assert [piece.title for piece in read(rows)] == list(TITLES)


def test_notes_of_evernote_and_posts_of_wordpress():
    note = f"<?xml version='1.0'?><!DOCTYPE en-note SYSTEM 'x.dtd'><en-note><div>{TEXT}</div></en-note>"
    facts = "<note-attributes><author>周明</author><source>mobile.android</source></note-attributes>"
    head = "<?xml version='1.0'?><!DOCTYPE en-export SYSTEM 'x.dtd'>"
    enex = f"<note><title>{TITLES[0]}</title>{facts}<content><![CDATA[{note}]]></content></note>"
    enex = f"{head}<en-export>{enex}</en-export>"
    space = "xmlns:content='http://a/content/' xmlns:excerpt='http://a/excerpt/'"
    post = f"<item><title>{TITLES[0]}</title><author>a@a.cn (周明)</author><content:encoded>{TEXT}</content:encoded>"
    wordpress = (
        f"<rss {space}><channel>{post}<excerpt:encoded>{TEXT[:9]}</excerpt:encoded></item></channel></rss>"
    )
    for source, name in ((enex, "a.enex"), (wordpress, "a.xml")):
        (piece,) = read([source], name)
        assert (piece.title, piece.authors, piece.source, body(piece)) == (TITLES[0], ("周明",), None, TEXT)


def test_a_feed_of_summaries_with_related_addresses():
    items = "".join(
        f"<item><title>{title}</title><related><url>http://a.example/{'9' * 60}</url>"
        f"<url>http://a.example/{'8' * 60}</url></related><description>{TEXT}</description></item>"
        for title in TITLES
    )
    found = read([f"<rss><channel>{items}</channel></rss>"], "a.xml")
    assert [(piece.title, body(piece)) for piece in found] == [(title, TEXT) for title in TITLES]


def test_days_of_another_type_and_exports_of_databases_of_papers():
    rows = [{"title": title, "content": TEXT, "ctime": 1714522500} for title in TITLES]
    assert {piece.date for piece in read(rows)} == {"2024-05-01"}
    labels = "Title-题名: {}\nAuthor-作者: 周明;\nSource-文献来源: 江城日报\nPubTime-发表时间: 2024-05-01\n正文: {}\n"
    found = read([labels.format(title, TEXT) for title in TITLES], "a.txt")
    assert [(p.title, p.authors, p.source, p.date) for p in found] == [
        (title, ("周明",), "江城日报", "2024-05-01") for title in TITLES
    ]


FIELDS = {"title": TITLES[0], "author": "周明", "pubdate": "2024-05-01", "content": TEXT}


@pytest.mark.parametrize(
    ("form", "name"),
    [("<add><doc>{}</doc></add>", "field"), ("<db name='a'><table name='b'>{}</table></db>", "column")],
)
def test_xml_of_databases_names_its_fields_in_attributes(form, name):
    made = "".join(f"<{name} name='{field}'>{value}</{name}>" for field, value in FIELDS.items())
    (piece,) = read([form.format(made)], "a.xml")
    assert (piece.title, piece.authors, piece.date, body(piece)) == (TITLES[0], ("周明",), "2024-05-01", TEXT)


@pytest.mark.parametrize("names", [("年", "月", "日"), ("year", "month", "day")])
def test_a_day_in_three_columns(names):
    row = dict(zip(names, (2024, 5, 1), strict=True))
    assert one(title=TITLES[0], **row, content=TEXT).date == "2024-05-01"


def test_what_is_said_once_above_a_work_and_what_is_listed_twice():
    entries = [{"content": f"{n}{TEXT}", "iso_date": f"1924-05-0{n}"} for n in (1, 2)]
    found = read(
        [json.dumps({"author": "周明", "title": "江城日记", "items": entries, "latest": entries})], "a.json"
    )
    assert [(piece.title, piece.authors, piece.date) for piece in found] == [
        ("江城日记", ("周明",), f"1924-05-0{n}") for n in (1, 2)
    ]


def test_columns_of_days_are_no_texts_and_of_two_days_the_one_called_so_is_told():
    rows = [
        {
            "title": title,
            "detail": "2024-05-02",
            "asof": "2024-04-30",
            "editionDate": "2024-05-01",
            "summary": TEXT,
        }
        for title in TITLES
    ]
    piece = read(rows)[0]
    assert (piece.date, body(piece)) == ("2024-05-01", TEXT)


@pytest.mark.parametrize("behind", ["_银行_金融频道首页", "_江城首页"])
def test_the_first_page_of_a_site_behind_one_title_of_a_table_is_no_part_of_it(behind):
    rows = table(title=lambda n: f"{TITLES[n]}{behind if n == 1 else ''}")
    assert [piece.title for piece in read(rows)] == list(TITLES)


@pytest.mark.parametrize(("speaker", "authors"), [("周明", ("周明",)), ("", ())])
def test_a_speech_begins_with_its_title_and_day_on_the_line_of_its_text(speaker, authors):
    said = "在江城市院坝会上的讲话"
    rows = [
        {"day": f"2024-05-0{n}", "con": f"　　{said}（2024年3月{n}日）{speaker}同志们：{n}{TEXT}"}
        for n in range(1, 4)
    ]
    for piece in read(rows):
        assert (piece.title, piece.authors) == (said, authors)
        assert body(piece).startswith("同志们：")
